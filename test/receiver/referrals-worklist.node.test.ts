/** What the lists tell a desk, and a plain POST of a page that saves drafts besides; on every store. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { assertProblem, newKey, tuesday, type Answer } from './house.js';
import { care, coordinator, Round, sender, tokensOf, type Party, type Table } from './referrals.js';
import { onPostgres, onSqlite, type Houses } from './stores.js';

function worklistContract(name: string, open: () => Promise<Houses>): void {
  describe(`lists of sheets, ${name}`, { timeout: 120_000 }, () => {
    let all: Houses;
    let table: Table;
    before(async () => {
      all = await open();
      table = { houses: all.houses, tokens: await tokensOf(all.houses[0]) };
    });
    after(() => all.close());

    const itemOf = async (round: Round, party: Party, box: string) => {
      const { body } = await round.list(party, box, '&limit=100');
      assert.equal(body.at, all.houses[0].clock.now.toISOString());
      return body.items.find(({ id }: { id: string }) => id === round.id);
    };

    it('whose the next step is, who was at work, what was last, whether anybody has opened it, who was told', async () => {
      const round = await Round.begin(table);
      await round.draft();
      const draft = await itemOf(round, sender, 'drafts');
      assert.deepEqual([draft.unread, draft.escalated, draft.last, draft.owner.agency], [false, false, undefined, sender]);
      await round.do(sender, { type: 'send' });
      const fresh = await itemOf(round, care, 'inbox');
      assert.deepEqual(
        [fresh.unread, fresh.owner.role, fresh.owner.worker, fresh.worker, fresh.daysLeft, fresh.last.type, fresh.last.agency],
        [true, 'holder', undefined, undefined, 3, 'sent', sender],
      );
      assert.ok(fresh.owner.name && fresh.last.name);
      await round.view(care);
      assert.equal((await itemOf(round, care, 'inbox')).unread, false);
      await round.do(care, { type: 'receive' });
      const seen = await itemOf(round, sender, 'sent');
      assert.deepEqual(
        [seen.unread, seen.owner.agency, seen.owner.worker, seen.worker, seen.last.type],
        [true, care, `担当 ${care}`, `担当 ${sender}`, 'received'],
      );
      // One’s own step is no news.
      assert.equal((await itemOf(round, care, 'inbox')).unread, false);
      all.houses[0].clock.now = new Date('2026-11-30T01:30:00Z');
      await all.houses[0].markOverdue(all.houses[0].clock.now);
      const late = await itemOf(round, care, 'inbox');
      assert.deepEqual([late.escalated, late.unread, late.last.type, late.last.agency], [true, true, 'escalated', undefined]);
      assert.equal((await itemOf(round, coordinator, 'inbox')).owner.role, 'coordinator');
      all.houses[0].clock.now = tuesday;
    });

    it('a plain POST names the revision in its address; without it nothing that was saved meanwhile is lost', async () => {
      const round = await Round.begin(table);
      const sheet = await round.draft();
      const written = { ...sheet, wishes: '最後に書いたこと' };
      const key = newKey();
      const post = (query: string, headers = {}): Promise<Answer> =>
        round.ask(sender, `${round.path}/actions${query}`, { body: { action: { type: 'send' }, seq: 0, sheet: written }, key, headers });
      assertProblem(await post(''), 428, 'revision-missing');
      assertProblem(await post('?revision=x'), 428, 'revision-missing');
      assertProblem(await post('?revision=2', { 'if-match': '"1"' }), 428, 'revision-missing');
      const old = await post('?revision=1');
      assertProblem(old, 412, 'draft-moved');
      assert.equal(old.body.revision, 2);
      const sent = await post('?revision=2');
      assert.deepEqual([sent.status, sent.body.sheet.wishes], [201, '最後に書いたこと']);
      assert.equal((await post('?revision=2')).status, 200);
      // The draft as it is needs none.
      const same = await Round.begin(table);
      const draft = await same.draft();
      assert.equal((await same.try(sender, { type: 'send' }, { sheet: draft, seq: 0 })).status, 201);
    });
  });
}

worklistContract('one receiver on SQLite', onSqlite);

worklistContract('two receivers on PostgreSQL', () => onPostgres());
