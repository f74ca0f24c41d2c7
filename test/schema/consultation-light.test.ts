import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { parseConsultation, parseSubmission, parseThread, parseReceipt } from '@tsunagu/schema/consultation';
import { checkConsultation, checkReceipt, checkThread } from '@tsunagu/schema/consultation/check';
import * as schemas from '@tsunagu/schema/consultation/schemas';
import fc from 'fast-check';
import { fullest, jwe, least, nested, paths, put, receipt } from './consultation.samples.js';

/** Values that break things, and some that do not. */
const odd = fc.oneof(
  fc.constantFrom<unknown>(
    undefined,
    null,
    true,
    0,
    -1,
    1.5,
    130,
    131,
    1e99,
    Number.NaN,
    Number.POSITIVE_INFINITY,
    '',
    ' ',
    '　\n',
    'x',
    'care',
    'a/b',
    'a/b/c',
    '1.0',
    '1.99',
    '2.0',
    '1955-02-30',
    '1955-02-28',
    '2999-01-01',
    '0000-00-00',
    '090-1234-5678',
    '+819012345678',
    'a@b.jp',
    'a@b',
    'a b@c.jp',
    'ja-x-easy',
    'ja_JP',
    'phone',
    'anonymous',
    'a\0',
    'a\nb',
    '\ud800',
    '\udc00x',
    '𠮟る',
    '__proto__',
    'constructor',
    'あ'.repeat(5001),
    '😢'.repeat(2500),
    [],
    [null],
    [''],
    ['care'],
    ['phone'],
    Array(21).fill('care'),
    {},
    { who: 'self' },
    { mode: 'named', ways: ['phone'] },
    { household: [{ relation: 'child', age: 5.5 }] },
    nested(40),
    JSON.parse('{"__proto__":{"polluted":true}}'),
    JSON.parse('{"constructor":{"prototype":{"polluted":true}}}'),
  ),
  fc.jsonValue({ maxDepth: 3 }),
  fc.string({ unit: 'binary' }),
);

const samples = [least(), fullest()];
const places = samples.flatMap((sample, index) => paths(sample).map((path) => ({ index, path })));
const broken = fc
  .record({
    place: fc.constantFrom(...places),
    wrong: odd,
    another: fc.option(fc.record({ place: fc.constantFrom(...places), wrong: odd })),
  })
  .map(({ place, wrong, another }) => {
    const once = put(samples[place.index], place.path, wrong);
    // The second one only where its way is still there.
    return another?.place.index === place.index && place.path.length > 0 && place.path[0] !== another.place.path[0]
      ? put(once, another.place.path, another.wrong)
      : once;
  });

describe('the light checker and zod', () => {
  it('judge consultations alike, the rules between fields included', () => {
    let good = 0;
    let runs = 0;
    fc.assert(
      // Some stay whole: two checkers that refuse everything would agree, too.
      fc.property(fc.oneof({ weight: 9, arbitrary: broken }, { weight: 1, arbitrary: fc.constantFrom(...samples) }), (value) => {
        const light = checkConsultation(value);
        const zod = schemas.consultation.safeParse(value);
        assert.equal(light.length === 0, zod.success, `${JSON.stringify(light)} ${JSON.stringify(zod.error)}`);
        runs++;
        good += Number(zod.success);
        assert.equal(({} as Record<string, unknown>).polluted, undefined);
      }),
      { numRuns: 6000 },
    );
    assert.ok(good > runs / 20 && good < runs / 2, `${String(good)} of ${String(runs)} were good: the generator is one-sided`);
  });

  it('judge submissions, receipts and threads alike', () => {
    const thread = {
      number: 'K7MF-3W9X',
      status: 'received',
      receivedAt: '2026-11-24T01:30:00Z',
      replyBy: '2026-11-27',
      window: { id: 'a', name: 'b' },
      messages: [{ from: 'person', text: 'x', at: '2026-11-24T01:30:00.123Z' }],
    };
    const kinds = [
      { sample: receipt(), zod: schemas.receipt, light: (value: unknown) => checkReceipt(value).length === 0, parse: parseReceipt },
      { sample: thread, zod: schemas.thread, light: (value: unknown) => checkThread(value).length === 0, parse: parseThread },
      {
        sample: { sealed: jwe, windowId: 'a', language: 'ja', trap: { website: '', seconds: 3 } },
        zod: schemas.sealed,
        light: undefined,
        parse: undefined,
      },
      {
        sample: { consultation: least(), trap: { website: '', seconds: 3 } },
        zod: schemas.submission,
        light: undefined,
        parse: parseSubmission,
      },
      { sample: { sealed: jwe, windowId: 'a', trap: { seconds: 3 } }, zod: schemas.submission, light: undefined, parse: parseSubmission },
    ] as const;
    for (const { sample, zod, light, parse } of kinds) {
      fc.assert(
        fc.property(fc.constantFrom(...paths(sample)), odd, (path, wrong) => {
          const value = put(sample, path, wrong);
          const verdict = zod.safeParse(value).success;
          if (light) assert.equal(light(value), verdict);
          // The door is stricter only about what no shape describes.
          if (parse?.(value).success) assert.ok(verdict);
        }),
        { numRuns: 800 },
      );
    }
  });
});

describe('the door', () => {
  it('never throws, changes nothing, and what it lets in can be written as JSON and stored', () => {
    const anything = fc.oneof(
      broken,
      fc.anything({ withBigInt: true, withDate: true, withMap: true, withSparseArray: true, withNullPrototype: true }),
    );
    fc.assert(
      fc.property(anything, (value) => {
        for (const parse of [parseConsultation, parseSubmission, parseThread, parseReceipt]) {
          const result = parse(value);
          if (!result.success) {
            assert.ok(result.issues.length > 0 && result.issues.length <= 50);
            continue;
          }
          assert.equal(result.data, value);
          const json = JSON.stringify(value);
          assert.doesNotMatch(json, /\\u0000|\\ud[89a-f]/);
          assert.ok(parse(JSON.parse(json)).success);
        }
      }),
      { numRuns: 3000 },
    );
  });

  it('is never laxer than the shapes', () => {
    fc.assert(
      fc.property(broken, (value) => {
        if (parseConsultation(value).success) assert.deepEqual(checkConsultation(value), []);
      }),
      { numRuns: 1500 },
    );
  });
});
