import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { mayShare, redactFor } from '@tsunagu/schema/consent';
import fc from 'fast-check';
import { previewOf, withPending, type Pending } from '../../packages/consent-dialog/src/parts/preview-model.js';
import { agencies, history, moment, oracle, purposes } from '../schema/consent.histories.js';
import { cells, givenStory, request, Story } from '../schema/consent.samples.js';
import { fullest } from '../schema/consultation.samples.js';

const at = '2026-11-30T00:00:00Z';
const asked = request({ items: ['name', 'worries', 'own-words', 'health'] });
const question = { agency: 'chiiki-houkatsu', purposes: asked.purposes, items: asked.items, at, document: fullest() };
const answers = (decide: Parameters<typeof cells>[1]): Pending => ({ type: 'answer', request: asked, decisions: cells(asked, decide) });

describe('a preview', () => {
  it('shows what is chosen as if it were recorded, and records nothing', () => {
    const pending = answers((_purpose, agency, item) => (agency === 'school' || item === 'health' ? 'refused' : 'given'));
    const [view, ...more] = previewOf({ ...question, events: [], pending }).byPurpose;
    assert.equal(more.length, 0, 'the same for both purposes is said once');
    assert.deepEqual(view!.purposes, ['referral', 'plan-meeting']);
    assert.deepEqual(view!.given, ['name', 'worries', 'own-words']);
    assert.deepEqual(
      view!.told.map(({ item, rows }) => [item, rows.map((values) => values.map(({ value }) => value))]),
      // What is care by its very name was not asked for, and stays behind with the worry that names it.
      [
        ['worries', [['ikoma-bear'], ['half-year']]],
        ['own-words', [[fullest().words]]],
        ['name', [['はなこ'], ['葛󠄀城 髙子'], ['かつらぎ たかこ']]],
      ],
    );
    assert.deepEqual(
      view!.behind.find(({ item }) => item === 'health'),
      { item: 'health', reason: 'refused' },
    );
    assert.ok(view!.toRead, 'own words may tell what was held back');
    const nothing = previewOf({ ...question, events: [] }).byPurpose[0]!;
    assert.deepEqual([nothing.given, nothing.told], [[], []]);
    assert.ok(nothing.behind.every(({ reason }) => reason === 'not-asked'));
  });

  it('tells nothing of a cell without an answer', async () => {
    const story = await new Story().ask({ items: asked.items });
    const pending: Pending = {
      type: 'answer',
      request: asked,
      decisions: [{ purpose: 'referral', agency: question.agency, item: 'name', decision: 'given' }],
    };
    const [referral, plan] = previewOf({ ...question, events: story.events, pending }).byPurpose;
    assert.deepEqual([referral!.given, plan!.given], [['name'], []]);
    assert.deepEqual(
      referral!.behind.find(({ item }) => item === 'worries'),
      { item: 'worries', reason: 'asked' },
    );
  });

  it('shows what would be left after taking back, and after narrowing', async () => {
    const { events } = await givenStory({ items: asked.items });
    const take = (scope: object): string[] =>
      previewOf({ ...question, events, at: '2026-12-24T00:00:00Z', pending: { type: 'withdraw', scope } as Pending }).byPurpose[0]!.given;
    assert.deepEqual(take({ all: 'yes' }), []);
    assert.deepEqual(take({ agency: question.agency }), []);
    assert.deepEqual(take({ agency: 'school' }), asked.items);
    assert.deepEqual(take({ item: 'health' }), ['name', 'worries', 'own-words']);
    const decisions = [{ purpose: 'referral', agency: question.agency, item: 'name', decision: 'refused' as const }];
    const views = previewOf({ ...question, events, at: '2026-12-24T00:00:00Z', pending: { type: 'narrow', decisions } }).byPurpose;
    assert.deepEqual(
      views.map(({ purposes: some, given }) => [some, given.includes('name')]),
      [
        [['referral'], false],
        [['plan-meeting'], true],
      ],
    );
  });

  it('names what may be told where there is no document', async () => {
    const { events } = await givenStory();
    const { document: _none, ...without } = question;
    assert.deepEqual(previewOf({ ...without, items: request().items, events, at: '2026-12-24T00:00:00Z' }).byPurpose[0], {
      purposes: ['referral', 'plan-meeting'],
      given: ['name', 'worries', 'health'],
      told: [],
      behind: [],
      toRead: false,
    });
  });

  it('tells nothing from a record that is broken, and says so', async () => {
    const { events } = await givenStory();
    const [view] = previewOf({ ...question, events: events.slice(1) }).byPurpose;
    assert.deepEqual([view!.given, view!.told], [[], []]);
    assert.ok(view!.behind.every(({ reason }) => reason === 'unknown'));
  });

  it('works when the desk that wrote last has a clock ahead of this one', async () => {
    const { events } = await givenStory({ items: asked.items });
    const early = new Date(Date.parse(events.at(-1)!.at) - 60_000);
    const pending: Pending = { type: 'withdraw', scope: { all: 'yes' } };
    assert.deepEqual(previewOf({ ...question, events, at: early, pending }).byPurpose[0]!.given, []);
  });

  it('does not change the record it is given', async () => {
    const { events } = await givenStory();
    const before = structuredClone(events);
    withPending(events, { type: 'withdraw', scope: { all: 'yes' } }, at);
    assert.deepEqual(events, before);
  });

  it('holds exactly what goes out, and never a word of what is not given: any history, any answers', () => {
    /** A value of its own for every field, so that a leak shows wherever it comes from. */
    const document = {
      ...fullest(),
      contact: { ...fullest().contact, name: 'w-name', phone: 'w-contact' },
      words: 'w-own-words',
      topics: ['w-worries', 'debt'],
      person: { ...fullest().person, name: 'w-person' },
      unknown: 'w-unknown',
    };
    const items2 = ['name', 'worries', 'own-words', 'contact'];
    const words: Record<string, string[]> = {
      name: ['w-name', 'w-person'],
      worries: ['w-worries'],
      'own-words': ['w-own-words'],
      contact: ['w-contact'],
    };
    const decisions = fc.array(
      fc.record({
        purpose: fc.constantFrom(...purposes),
        agency: fc.constantFrom(...agencies),
        item: fc.constantFrom(...items2),
        decision: fc.constantFrom('given' as const, 'refused' as const, 'not-asked' as const),
      }),
      { maxLength: 12 },
    );
    const pending: fc.Arbitrary<Pending | undefined> = fc.oneof(
      fc.constant(undefined),
      decisions.map((some): Pending => ({ type: 'answer', request: request({ purposes, agencies, items: items2 }), decisions: some })),
      fc.constantFrom(...agencies).map((agency): Pending => ({ type: 'withdraw', scope: { agency } })),
      decisions.map((some): Pending => ({ type: 'narrow', decisions: some.filter(({ decision }) => decision !== 'given') })),
    );
    let shown = 0;
    fc.assert(
      fc.property(history, pending, fc.constantFrom(...agencies), moment, (events, chosen, agency, when) => {
        const preview = previewOf({ document, events, ...(chosen && { pending: chosen }), agency, purposes, items: items2, at: when });
        const hypothetical = withPending(events, chosen, when);
        for (const view of preview.byPurpose) {
          const text = JSON.stringify(view.told);
          for (const purpose of view.purposes) {
            for (const item of items2) {
              const may = oracle(hypothetical.events, { purpose, agency, item }, hypothetical.at) && !broken(hypothetical);
              for (const word of words[item]!) assert.equal(text.includes(word), may, `${word} for ${purpose}`);
              if (may) shown++;
            }
            const out = redactFor(document, hypothetical.events, { agency, purpose }, hypothetical.at);
            assert.deepEqual(leaves(out.document).sort(), view.told.flatMap(({ rows }) => rows.flat().map(({ value }) => value)).sort());
          }
          assert.ok(!text.includes('w-unknown'));
        }
      }),
      { numRuns: 3000 },
    );
    assert.ok(shown > 1000, `${shown} words were seen, so that none being seen says something`);
  });
});

const broken = ({ events, at: when }: { events: Parameters<typeof mayShare>[0]; at: string }): boolean =>
  mayShare(events, { purpose: 'p', agency: 'a', item: 'i' }, when).reason === 'unknown';

const leaves = (value: unknown, key = ''): string[] =>
  typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([name, each]) => leaves(each, name))
    : key === 'schemaVersion'
      ? []
      : [String(value)];
