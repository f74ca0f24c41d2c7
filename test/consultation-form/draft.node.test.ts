/** The draft of a tab: what was written comes back, and nothing that lies in the storage ever breaks the form. */
import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, test } from 'node:test';
import fc from 'fast-check';
import { fields, noAnswers, relations, stepNames, type Answers } from '../../packages/consultation-form/src/answers.js';
import { checkKept, draftScope, keptFor, tabDraft, type Kept } from '../../packages/consultation-form/src/draft.js';
import { wipeTabDrafts } from '../../packages/consultation-form/src/exit.js';

const now = Date.parse('2026-11-24T01:30:00.000Z');
const savedAt = new Date(now - 60_000).toISOString();
const day = 24 * 60 * 60_000;

/** Enough of a `Storage`: entries are own properties, as in a browser. */
class FakeStorage {
  [key: string]: unknown;
}
Object.assign(FakeStorage.prototype, {
  getItem(this: FakeStorage, key: string) {
    return Object.hasOwn(this, key) ? this[key] : null;
  },
  setItem(this: FakeStorage, key: string, value: string) {
    this[key] = value;
  },
  removeItem(this: FakeStorage, key: string) {
    delete this[key];
  },
});
for (const name of ['getItem', 'setItem', 'removeItem']) Object.defineProperty(FakeStorage.prototype, name, { enumerable: false });

const give = (get: () => unknown): void => void Object.defineProperty(globalThis, 'sessionStorage', { configurable: true, get });
let storage: FakeStorage;
beforeEach(() => {
  storage = new FakeStorage();
  give(() => storage);
});
afterEach(() => void Reflect.deleteProperty(globalThis, 'sessionStorage'));

const scope = draftScope('https://city.example/form?desk=sogo');
const draft = tabDraft(scope, { now: () => now });
/** Puts a text where the draft is. */
function plant(text: string): void {
  draft.write({ answers: noAnswers(), step: 'who', savedAt });
  storage[Object.keys(storage)[0]!] = text;
}

const anyText = fc.string({ unit: 'grapheme', maxLength: 60 });
const everyField = stepNames.flatMap((step) => fields[step]);
const optionsOf = (name: string): readonly string[] => {
  const { options = [] } = everyField.find((field) => field.name === name)!;
  return options.length ? options : ['care', 'illness-disability/mental', 'housing'];
};
const answers: fc.Arbitrary<Answers> = fc.record(
  Object.fromEntries(
    everyField.map(({ name, kind }) => {
      if (kind === 'household') {
        const member = fc.record({ relation: fc.constantFrom('', ...relations), age: anyText, note: anyText });
        return [name, fc.array(member, { maxLength: 12 })];
      }
      if (kind === 'checks') return [name, fc.subarray([...optionsOf(name)])];
      return [name, kind === 'radio' ? fc.constantFrom('', ...optionsOf(name)) : anyText];
    }),
  ),
) as fc.Arbitrary<unknown> as fc.Arbitrary<Answers>;
const kept: fc.Arbitrary<Kept> = fc.record(
  {
    answers,
    step: fc.constantFrom(...stepNames, 'check'),
    savedAt: fc.integer({ min: 0, max: keptFor - 1 }).map((age) => new Date(now - age).toISOString()),
    pending: fc.record({ key: fc.stringMatching(/^[\w-]{16,128}$/), body: fc.json(), of: fc.json() }),
  },
  { requiredKeys: ['answers', 'step', 'savedAt'] },
);

/** Is it of exactly the shape that the form works with? */
function assertShape(found: Kept): void {
  const empty = noAnswers();
  assert.deepEqual(Object.keys(found.answers).sort(), Object.keys(empty).sort());
  assert.equal(Object.getPrototypeOf(found.answers), Object.prototype);
  const limited = (value: unknown): boolean => typeof value === 'string' && value.length <= 100_000;
  for (const { name, kind, options } of everyField) {
    const value: unknown = found.answers[name];
    if (kind === 'household') {
      for (const member of found.answers.household) {
        assert.deepEqual(Object.keys(member), ['relation', 'age', 'note']);
        assert.ok(Object.values(member).every(limited));
        assert.ok(['', ...relations].includes(member.relation));
      }
      assert.ok(found.answers.household.length <= 50);
    } else if (kind === 'checks') {
      const ids = value as string[];
      assert.ok(Array.isArray(ids) && ids.length <= 100 && new Set(ids).size === ids.length);
      assert.ok(ids.every((id) => limited(id) && (options?.length ? options.includes(id) : !(id in {}))));
    } else {
      assert.ok(limited(value), name);
      if (kind === 'radio' && options?.length) assert.ok(['', ...options].includes(value as string));
      if (kind === 'radio') assert.ok(!((value as string) in {}));
    }
  }
  assert.match(found.step, /^[a-z-]{1,20}$/);
  assert.ok(!Number.isNaN(Date.parse(found.savedAt)));
  if (found.pending) {
    assert.deepEqual(Object.keys(found.pending), ['key', 'body', 'of']);
    assert.ok(Object.values(found.pending).every((value) => typeof value === 'string'));
  }
}

describe('what was written', () => {
  test('comes back exactly, every field of it', () => {
    assert.deepEqual(everyField.map(({ name }) => name).sort(), Object.keys(noAnswers()).sort());
    fc.assert(
      fc.property(kept, (each) => {
        assert.equal(draft.write(each), true);
        assert.deepEqual(draft.read(), structuredClone(each));
      }),
    );
  });

  test('is gone after a wipe, and other forms keep theirs', () => {
    const other = tabDraft(draftScope('another form'), { now: () => now });
    draft.write({ answers: { ...noAnswers(), words: 'こちら' }, step: 'worry', savedAt });
    other.write({ answers: { ...noAnswers(), words: 'あちら' }, step: 'worry', savedAt });
    draft.wipe();
    assert.equal(draft.read(), undefined);
    assert.equal(other.read()?.answers.words, 'あちら');
  });

  test('leaving wipes the drafts of every form, and nothing of the page', () => {
    storage.basket = 'the host’s';
    draft.write({ answers: noAnswers(), step: 'who', savedAt });
    tabDraft('other').write({ answers: noAnswers(), step: 'who', savedAt });
    wipeTabDrafts();
    assert.deepEqual({ ...storage }, { basket: 'the host’s' });
  });

  test('is kept for seven days, then wiped', () => {
    const write = (): void => void draft.write({ answers: noAnswers(), step: 'who', savedAt: new Date(now).toISOString() });
    const at = (then: number): Kept | undefined => tabDraft(scope, { now: () => then }).read();
    write();
    assert.ok(at(now + keptFor - 1));
    assert.equal(at(now + keptFor), undefined);
    assert.deepEqual(Object.keys(storage), []);
    write();
    assert.ok(at(now - day / 2), 'a clock set back a little');
    assert.equal(at(now - 2 * day), undefined, 'from the future');
    assert.deepEqual(Object.keys(storage), []);
  });
});

describe('a storage that does not do its part', () => {
  const cases: [string, () => unknown][] = [
    [
      'blocked',
      () => {
        throw new DOMException('The operation is insecure.', 'SecurityError');
      },
    ],
    ['missing', () => undefined],
    ['null', () => null],
    [
      'full',
      () =>
        Object.assign(new FakeStorage(), {
          setItem: () => {
            throw new DOMException('exceeded', 'QuotaExceededError');
          },
        }),
    ],
  ];
  for (const [what, get] of cases) {
    test(`${what}: no draft, no error`, () => {
      give(get);
      assert.equal(draft.write({ answers: noAnswers(), step: 'who', savedAt }), false);
      assert.equal(draft.read(), undefined);
      draft.wipe();
      wipeTabDrafts();
    });
  }

  test('full while a draft is there: the older one stays', () => {
    draft.write({ answers: { ...noAnswers(), words: '前に書いたこと' }, step: 'worry', savedAt });
    Object.defineProperty(storage, 'setItem', {
      value: () => {
        throw new DOMException('exceeded', 'QuotaExceededError');
      },
    });
    assert.equal(draft.write({ answers: noAnswers(), step: 'who', savedAt }), false);
    assert.equal(draft.read()?.answers.words, '前に書いたこと');
  });
});

describe('whatever lies in the storage', () => {
  const hostileKey = fc.constantFrom('__proto__', 'constructor', 'toString', 'hasOwnProperty', '', 'then', ...Object.keys(noAnswers()));
  const hostileValue = fc.oneof(
    fc.jsonValue(),
    hostileKey,
    fc.array(hostileKey),
    fc.constantFrom(
      'x'.repeat(200_000),
      '\u0000\ud800',
      'self',
      ['care', 'care', 'constructor'],
      [{ relation: 'toString', age: {}, note: [] }],
    ),
  );
  const object = (keys: fc.Arbitrary<string>): fc.Arbitrary<string> =>
    fc.array(fc.tuple(keys, hostileValue), { maxLength: 20 }).map((entries) => {
      // As text, so that `__proto__` is a member like any other.
      return `{${entries.map(([name, value]) => `${JSON.stringify(name)}:${JSON.stringify(value)}`).join()}}`;
    });
  const stored = fc.oneof(
    fc.string(),
    fc.json(),
    object(hostileKey),
    fc
      .tuple(object(hostileKey), object(fc.constantFrom('key', 'body', 'of', '__proto__')), hostileValue)
      .map(([found, pending, step]) => `{"answers":${found},"step":${JSON.stringify(step)},"savedAt":"${savedAt}","pending":${pending}}`),
    fc
      .tuple(object(hostileKey), object(fc.constantFrom('key', 'body', 'of')))
      .map(([found, pending]) => `{"answers":${found},"step":"who","savedAt":"${savedAt}","pending":${pending},"__proto__":{"step":1}}`),
  );

  test('never throws, never a wrong shape; what is no draft is removed', () => {
    let found = 0;
    fc.assert(
      fc.property(stored, (text) => {
        plant(text);
        const read = draft.read();
        if (read) assertShape(read);
        else assert.deepEqual(Object.keys(storage), []);
        if (read) found++;
        assert.equal(({} as Record<string, unknown>).words, undefined, 'no prototype was touched');
      }),
      { numRuns: 1500 },
    );
    assert.ok(found > 100, 'the hostile drafts reach the answers');
  });

  test('any value at all, as another tool would hand it over', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.jsonValue(), fc.record({ answers: fc.jsonValue(), step: fc.constant('who'), savedAt: fc.constant(savedAt) })),
        (value) => {
          const read = checkKept(value, now);
          if (read) assertShape(read);
        },
      ),
    );
  });

  test('the sound answers of a draft in another shape stay', () => {
    plant(
      JSON.stringify({
        answers: {
          words: '母のこと',
          who: 'constructor',
          since: 'last-century',
          topics: ['care', '__proto__', 7, 'toString'],
          ways: 'phone',
          added: 1,
        },
        step: 'worry',
        savedAt,
      }),
    );
    assert.deepEqual(draft.read()!.answers, { ...noAnswers(), words: '母のこと', topics: ['care'] });
  });

  const bad: [string, string][] = [
    ['huge', `{"answers":{"words":"${'x'.repeat(1_000_000)}"},"step":"who","savedAt":"${savedAt}"}`],
    ['nested for ever', '['.repeat(500_000)],
    ['half of a draft', `{"answers":{"words":"母の`],
    ['without a day', '{"answers":{},"step":"who"}'],
    ['with a day that is none', '{"answers":{},"step":"who","savedAt":"2026-99-99T00:00:00Z"}'],
    ['with a step that is none', `{"answers":{},"step":"<b>","savedAt":"${savedAt}"}`],
    ['another’s', '"{}"'],
    ['null', 'null'],
  ];
  for (const [what, text] of bad) {
    test(`${what}: no draft, and it is removed`, () => {
      plant(text);
      assert.equal(draft.read(), undefined);
      assert.deepEqual(Object.keys(storage), []);
    });
  }

  test('what was on its way comes back whole or not at all', () => {
    const sound = { key: 'a'.repeat(32), body: '{}', of: '{}' };
    for (const pending of [
      { ...sound, key: 'short' },
      { ...sound, key: 'a b'.repeat(8) },
      { ...sound, body: {} },
      { ...sound, of: undefined },
      'x',
      null,
    ]) {
      plant(JSON.stringify({ answers: {}, step: 'check', savedAt, pending }));
      assert.equal(draft.read()!.pending, undefined);
    }
    const long = { ...sound, body: JSON.stringify('あ'.repeat(200_000)) };
    plant(JSON.stringify({ answers: {}, step: 'check', savedAt, pending: long }));
    assert.deepEqual(draft.read()!.pending, long);
  });
});

test('the name of a draft says nothing of the form, and no two forms share one', () => {
  const forms = Array.from({ length: 20_000 }, (_, index) => `https://city.example/soudan/?desk=dv-center-${index}#${index % 7}`);
  const scopes = forms.map(draftScope);
  assert.equal(new Set(scopes).size, forms.length);
  for (const each of scopes) assert.match(each, /^[a-z0-9]{2,14}$/);
  fc.assert(
    fc.property(
      fc.string({ maxLength: 5 }),
      fc.string({ maxLength: 5 }),
      (one, other) => one === other || draftScope(one) !== draftScope(other),
    ),
  );
});
