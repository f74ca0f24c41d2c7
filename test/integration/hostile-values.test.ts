/** Directory files that are wrong in every place: either they are valid and shown, or a sentence, an event, and the children. */
import { expect } from '@open-wc/testing';
import type { WindowFinder } from '@tsunagu/window-finder';
import * as fc from 'fast-check';
import { ikoma, mihon } from '../../stories/cities.js';
import { isSeen, until, watchPage, type Watch } from '../core/page.js';
import { field, part, parts, said, shadow, type } from '../window-finder/finder.js';

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
type Path = (string | number)[];

const city = structuredClone(ikoma) as unknown as Json;
const sample = structuredClone(mihon) as unknown as Json;

/** Every path of a JSON value. */
function* paths(value: Json, at: Path = []): Generator<Path> {
  if (at.length) yield at;
  if (typeof value !== 'object' || value === null) return;
  for (const [key, child] of Object.entries(value)) yield* paths(child, [...at, Array.isArray(value) ? Number(key) : key]);
}
const allPaths = { ikoma: [...paths(city)], mihon: [...paths(sample)] };

/** A copy with `put` at `path`; undefined takes the place away. */
function changed(value: Json, path: Path, put: unknown): unknown {
  const copy = structuredClone(value);
  let at = copy as unknown as Record<string | number, unknown>;
  for (const key of path.slice(0, -1)) {
    // An earlier change may have taken the way there.
    if (typeof at[key] !== 'object' || at[key] === null) return copy;
    at = at[key] as typeof at;
  }
  const key = path.at(-1)!;
  if (put === undefined) delete at[key];
  else at[key] = put;
  return copy;
}

const img = '<img src=x onerror="window.hacked=1"><script>window.hacked=1</script>';
const hostile = fc.oneof(
  { arbitrary: fc.constantFrom<unknown>(null, undefined, true, false, 0, -1, 1e308, 0.5, '', ' ', [], [[]], {}, [null], [{}], { ja: '' }, { ja: {} }), weight: 2 },
  fc.constantFrom<unknown>(img, 'constructor', 'toString', '__proto__', 'hasOwnProperty', 'javascript:alert(1)', 'a/constructor', '\ud800', '\ud800@a.jp', '\u0000', '\u202e逆', '字'.repeat(2000)),
  fc.constantFrom<unknown>('2026-02-31', '9999-12-31', '0000-01-01', '00:00', '47:59', '24:00', '99-99', '02-30', '#110', 'https://\ud800', '《》', '｜《窓口》', '親《おや》《'),
  fc.constantFrom<unknown>({ ja: 'あ', en: img, constructor: 'い' }, JSON.parse('{"ja":"あ","__proto__":"い"}'), JSON.parse('{"__proto__":{"polluted":1}}'), [{ kind: 'info', text: img }], ['constructor', 'toString', img]),
  fc.jsonValue({ maxDepth: 2 }) as fc.Arbitrary<unknown>,
); // prettier-ignore

describe('a hostile directory', function () {
  this.timeout(90_000);
  let watch: Watch;
  beforeEach(() => (watch = watchPage()));
  afterEach(() => watch.stop());

  /** Gives the value to a finder through a door and checks what must be true of every outcome. Tells whether it was valid. */
  async function meet(open: (finder: WindowFinder) => void, lang = 'ja'): Promise<boolean> {
    const finder = document.createElement('tsunagu-window-finder');
    const children = Object.assign(document.createElement('p'), { textContent: '電話 0743-74-1111' });
    finder.append(children);
    finder.lang = lang;
    const told = new Promise<string>((resolve) => {
      for (const name of ['tsunagu-directory-load', 'tsunagu-directory-error'] as const)
        finder.addEventListener(name, (event) => resolve(event.type), { once: true });
    });
    open(finder);
    document.body.append(finder);
    try {
      const valid = (await told) === 'tsunagu-directory-load';
      if (valid) {
        await until(() => part(finder, 'input'), 'the field');
        await finder.updateComplete;
        window.dispatchEvent(new Event('beforeprint'));
        for (const words of ['介護', '0743', 'constructor']) await type(finder, words);
        await type(finder, '');
        expect(parts(finder, 'card').length).to.be.greaterThan(0);
        expect(isSeen(field(finder))).to.equal(true);
        for (const link of shadow(finder).querySelectorAll('a'))
          expect(link.getAttribute('href') ?? 'tel:').to.match(/^(tel:|mailto:|https?:)/);
        expect(said(shadow(finder))).not.to.match(/\[native code\]|\[object |undefined|NaN/);
      } else {
        await finder.updateComplete;
        expect(isSeen(part(finder, 'failed'))).to.equal(true);
        expect(isSeen(children)).to.equal(true);
        expect(watch.errors.length).to.be.greaterThan(0);
      }
      expect(shadow(finder).querySelector('img, script, iframe, object')).to.equal(null);
      expect(watch.thrown).to.deep.equal([]);
      expect((window as { hacked?: unknown }).hacked).to.equal(undefined);
      expect(({} as { polluted?: unknown }).polluted).to.equal(undefined);
      return valid;
    } finally {
      finder.remove();
      window.dispatchEvent(new Event('afterprint'));
    }
  }

  const change = (name: keyof typeof allPaths) => fc.tuple(fc.constantFrom(...allPaths[name]), hostile);
  const apply = (value: Json, changes: [Path, unknown][]): unknown =>
    changes.reduce<unknown>((so, [path, put]) => changed(so as Json, path, put), value);

  it('any value at any path, through the property', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(change('ikoma'), { minLength: 1, maxLength: 3 }), async (changes) => {
        await meet((finder) => (finder.directory = apply(city, changes) as never));
      }),
      { numRuns: 60 },
    );
  });

  it('any value at any path, as an inline JSON child, in every language', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(change('mihon'), { minLength: 1, maxLength: 2 }),
        fc.constantFrom('ja', 'ja-x-easy', 'en'),
        async (changes, lang) => {
          const text = JSON.stringify(apply(sample, changes));
          await meet((finder) => {
            const script = Object.assign(document.createElement('script'), { type: 'application/json' });
            script.textContent = text;
            finder.append(script);
          }, lang);
        },
      ),
      { numRuns: 40 },
    );
  });

  it('anything at all, through the property', async () => {
    const loop: Record<string, unknown> = {};
    loop.windows = [loop];
    const throwing = Object.defineProperty({}, 'windows', { get: () => { throw new Error('no'); }, enumerable: true }); // prettier-ignore
    const values: unknown[] = [0, '', 'text', true, [], [[]], {}, loop, throwing, () => 1, Symbol('x'), 10n, new Date(NaN), new Map(), Object.create(null), document.body, new Proxy({}, {}), { windows: Array(5) }, Object.freeze({})]; // prettier-ignore
    for (const value of values) expect(await meet((finder) => (finder.directory = value as never))).to.equal(false);
  });

  it('markup in every string is text', async () => {
    const dress = (value: Json, key = ''): Json => {
      if (typeof value === 'string') return /^(name|shortName|text|kana|operator|building|floor|section|label|mainlyFor|description|mapKey|display|title|notes|aliases|ja|en|ja-x-easy)$/.test(key) ? `${value}${img}` : value; // prettier-ignore
      if (Array.isArray(value)) return value.map((each) => dress(each, key));
      if (typeof value !== 'object' || value === null) return value;
      return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, dress(each, name)]));
    };
    for (const lang of ['ja', 'ja-x-easy', 'en'])
      for (const each of [city, sample]) expect(await meet((finder) => (finder.directory = dress(each) as never), lang)).to.equal(true);
    // In ids, numbers and addresses it is refused at the door.
    for (const path of [['windows', 0, 'id'], ['windows', 0, 'phones', 0, 'number'], ['afterHours', 0, 'url']])
      expect(await meet((finder) => (finder.directory = changed(city, path, img) as never)), path.join()).to.equal(false); // prettier-ignore
  });

  it('keys that would reach every object reach nothing', async () => {
    const text = JSON.stringify(city).replace('{', '{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}},');
    const poisoned = text.replaceAll('"id":', '"__proto__":{"polluted":1},"toString":"x","id":');
    for (const each of [text, poisoned])
      await meet((finder) =>
        finder.append(Object.assign(document.createElement('script'), { type: 'application/json', textContent: each })),
      );
    for (const path of [['windows', 0, 'field'], ['windows', 0, 'topics', 0]])
      expect(await meet((finder) => (finder.directory = changed(city, path, 'constructor') as never)), path.join()).to.equal(true); // prettier-ignore
    for (const key of ['constructor', 'toString', 'valueOf'])
      expect(await meet((finder) => (finder.directory = changed(city, ['windows', 0, 'accessibility'], [key]) as never)), key).to.equal(
        true,
      );
  });

  it('a field named like a method of every object, at a desk that names no worries', async () => {
    const open = changed(city, ['windows', 0, 'topics'], undefined) as Json;
    expect(await meet((finder) => (finder.directory = changed(open, ['windows', 0, 'field'], 'constructor') as never))).to.equal(true);
  });

  it('days that the calendar does not have, and letters that are half a letter', async () => {
    for (const [path, put] of [
      [['windows', 0, 'verifiedOn'], '2026-02-31'],
      [['windows', 0, 'email'], '\ud800@city.example.jp'],
      [['windows', 0, 'url'], 'https://city.example.jp/\ud800'],
      [['windows', 0, 'hours', 'exceptions'], [{ from: '2026-02-31', to: '2025-01-01', closed: true }]],
      [['windows', 0, 'hours', 'weekly'], [{ days: ['mon', 'tue'], from: '47:59', to: '00:00' }]],
      [['calendar'], { yearEnd: { from: '99-99', to: '00-00' }, closures: [{ from: '9999-12-31' }], holidaysRemoved: ['2026-02-31'] }],
    ] as [Path, unknown][])
      expect(await meet((finder) => (finder.directory = changed(city, path, put) as never)), path.join()).to.equal(true);
  });
});
