/** A draft that is kept while it is written, and two workers on one: nothing overwritten, nothing dropped. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { ReferralSheet } from '@tsunagu/schema/referral';
import type { Reply } from '../../packages/receiver/src/pages/ask.js';
import { DraftSaver, type Kept, type Saving } from '../../packages/receiver/src/pages/staff/referral/draft-saver.js';
import { differences, sameValue, withTheirs } from '../../packages/receiver/src/pages/staff/referral/merge.js';

const sheet = (more: object = {}): ReferralSheet => ({
  schemaVersion: '1.0',
  id: 'r-1',
  salt: '0'.repeat(32),
  createdAt: '2026-11-24T01:30:00.000Z',
  from: { agency: 'city-hall' },
  to: { agency: 'forest' },
  coordinator: { agency: 'coordinator' },
  basis: { kind: 'consent' },
  person: { ref: 'p-1', name: '生駒 花子' },
  words: '家賃が払えません',
  ...more,
});

const settle = async (): Promise<void> => {
  for (let turn = 0; turn < 10; turn++) await new Promise((resolve) => setImmediate(resolve));
};

const lost: Reply<Kept> = { ok: false, status: 0, text: 'つながりませんでした。' };

/** A receiver that keeps revisions, and a wire that may lose questions and answers. */
function desk(plan: ('ok' | 'lost' | 'answer-lost' | 'refused')[] = []) {
  let stored: Kept = { sheet: sheet(), revision: 1 };
  const told: Saving[] = [];
  const waits: (() => void)[] = [];
  const order: number[] = [];
  let under = 0;
  const save = async (made: ReferralSheet, revision: number): Promise<Reply<Kept>> => {
    order.push(++under);
    await Promise.resolve();
    under--;
    const what = plan.shift() ?? 'ok';
    if (what === 'lost') return lost;
    if (what === 'refused') return { ok: false, status: 422, text: '長すぎます。' };
    if (revision !== stored.revision) return { ok: false, status: 412, text: '', answer: stored };
    stored = { sheet: made, revision: revision + 1 };
    return what === 'answer-lost' ? lost : { ok: true, data: stored };
  };
  const saver = new DraftSaver({
    kept: stored,
    save,
    theirs: (reply) => (reply.status === 412 ? (reply.answer as Kept) : undefined),
    same: sameValue,
    tell: (saving) => told.push(saving),
    wait: () => new Promise((resolve) => waits.push(resolve)),
  });
  return {
    saver,
    told,
    kinds: () => told.map(({ kind }) => kind),
    stored: () => stored,
    /** Another worker of the desk. */
    other: (more: object) => (stored = { sheet: sheet(more), revision: stored.revision + 1 }),
    wait: async () => {
      waits.shift()?.();
      await settle();
    },
    mostAtOnce: () => Math.max(...order),
  };
}

describe('a draft while it is written', () => {
  it('is kept, the newest last, one saving at a time', async () => {
    const one = desk();
    for (const wishes of ['い', 'いえ', 'いえに', 'いえにいたい']) one.saver.write(sheet({ wishes }));
    assert.equal(await one.saver.flush(), true);
    assert.deepEqual([one.stored().sheet.wishes, one.mostAtOnce(), one.saver.unsaved], ['いえにいたい', 1, false]);
    assert.equal(one.kinds().at(-1), 'saved');
    const { revision } = one.stored();
    assert.equal(await one.saver.flush(), true);
    assert.equal(one.stored().revision, revision, 'what is kept is not sent again');
  });

  it('waits for the network, and is tried at once when somebody wants to leave', async () => {
    const one = desk(['lost', 'lost', 'lost']);
    one.saver.write(sheet({ wishes: '家' }));
    await settle();
    assert.deepEqual(one.kinds(), ['saving', 'waiting']);
    assert.equal(await one.saver.flush(), false, 'still not');
    await one.wait();
    await one.wait();
    await one.wait();
    assert.equal(one.saver.unsaved, false);
    assert.equal(one.stored().sheet.wishes, '家');
  });

  it('an answer that was lost is no conflict', async () => {
    const one = desk(['answer-lost']);
    one.saver.write(sheet({ wishes: '家' }));
    await settle();
    await one.wait();
    assert.deepEqual(one.kinds(), ['saving', 'waiting', 'saving', 'saved']);
    assert.equal(one.saver.base.revision, one.stored().revision);
  });

  it('what is refused is not sent again until it is another', async () => {
    const one = desk(['refused']);
    one.saver.write(sheet({ wishes: '長' }));
    assert.equal(await one.saver.flush(), false);
    assert.equal(await one.saver.flush(), false);
    assert.deepEqual(one.kinds(), ['saving', 'refused']);
    one.saver.write(sheet({ wishes: '短' }));
    assert.equal(await one.saver.flush(), true);
  });

  it('stops where another worker was quicker, keeps what is written on, and goes on with what is decided', async () => {
    const one = desk();
    one.other({ situation: '相手の文' });
    one.saver.write(sheet({ wishes: 'こちらの文' }));
    await settle();
    assert.equal(one.saver.isBehind, true);
    one.saver.write(sheet({ wishes: 'こちらの文、続き' }));
    assert.equal(await one.saver.flush(), false);
    assert.deepEqual([one.stored().sheet.situation, one.stored().sheet.wishes], ['相手の文', undefined], 'nothing is overwritten');
    const theirs = one.stored();
    one.saver.settle(withTheirs(sheet({ wishes: 'こちらの文、続き' }), theirs.sheet, new Set(['situation'])), theirs);
    assert.equal(await one.saver.flush(), true);
    assert.deepEqual([one.stored().sheet.situation, one.stored().sheet.wishes], ['相手の文', 'こちらの文、続き']);
  });
});

describe('two versions of a draft', () => {
  it('who changed what, to the field', () => {
    const base = sheet({ contact: { phone: '1', ways: ['phone'] }, done: [{ what: '訪問' }] });
    const mine = sheet({ contact: { phone: '2', ways: ['phone'] }, done: [{ what: '訪問' }], wishes: '家' });
    const theirs = sheet({ contact: { phone: '3', ways: ['phone'] }, done: [{ what: '訪問' }, { what: '電話' }], person: { ref: 'p-1' } });
    assert.deepEqual(
      differences(base, mine, theirs).map(({ path, by }) => `${path} ${by}`),
      ['person/name them', 'contact/phone both', 'done them', 'wishes me'],
    );
    const merged = withTheirs(mine, theirs, new Set(['person/name', 'done']));
    assert.deepEqual(
      [merged.person, merged.contact, merged.wishes, merged.done?.length],
      [{ ref: 'p-1' }, { phone: '2', ways: ['phone'] }, '家', 2],
    );
  });

  it('where both wrote the same, and where only names stand in another order, nothing is asked', () => {
    assert.deepEqual(
      differences(
        sheet(),
        sheet({ wishes: '家', needs: { ids: ['a'], note: 'b' } }),
        sheet({ needs: { note: 'b', ids: ['a'] }, wishes: '家' }),
      ),
      [],
    );
  });

  const value = fc.constantFrom(undefined, 'い', 'ろ', 'は');
  const fields = fc.record({ words: value, wishes: value, refuses: value, about: fc.record({ relation: value, note: value }) });
  it('taking a side for each difference leaves nobody’s other words out', () => {
    fc.assert(
      fc.property(fields, fields, fields, fc.func(fc.boolean()), (a, b, c, side) => {
        const [base, mine, theirs] = [a, b, c].map((one) => sheet(one)) as [ReferralSheet, ReferralSheet, ReferralSheet];
        const found = differences(base, mine, theirs);
        const taken = new Set(found.filter(({ path }) => side(path)).map(({ path }) => path));
        const merged = withTheirs(mine, theirs, taken);
        assert.deepEqual(
          differences(mine, merged, mine)
            .map(({ path }) => path)
            .sort(),
          [...taken].sort(),
        );
        assert.deepEqual(
          differences(theirs, merged, theirs)
            .map(({ path }) => path)
            .sort(),
          found
            .map(({ path }) => path)
            .filter((path) => !taken.has(path))
            .sort(),
        );
      }),
    );
  });
});
