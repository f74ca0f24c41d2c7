import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { parseDirectory, schemas } from '@tsunagu/schema';
import fc from 'fast-check';

const cities = readdirSync('examples/cities').map(
  (file) => JSON.parse(readFileSync(`examples/cities/${file}`, 'utf8')) as Record<string, unknown>,
);

/** Every path of a value, deepest ones included. */
function paths(value: unknown, at: (string | number)[] = []): (string | number)[][] {
  if (typeof value !== 'object' || value === null) return [at];
  return [at, ...Object.entries(value).flatMap(([key, child]) => paths(child, [...at, Array.isArray(value) ? Number(key) : key]))];
}

function put(value: unknown, path: readonly (string | number)[], wrong: unknown): unknown {
  if (path.length === 0) return wrong;
  const [key, ...rest] = path;
  const copy = (Array.isArray(value) ? [...value] : { ...(value as object) }) as Record<string | number, unknown>;
  if (rest.length === 0 && wrong === undefined) delete copy[key!];
  else copy[key!] = put(copy[key!], rest, wrong);
  return copy;
}

const hostile = fc.constantFrom<unknown>(
  undefined,
  null,
  true,
  0,
  -1,
  1.5,
  1e99,
  '',
  ' ',
  'x',
  '2026-02-30',
  '25:00',
  '73-9448',
  'javascript:alert(1)',
  '<img src=x onerror=alert(1)>',
  'あ'.repeat(3000),
  [],
  [null],
  [''],
  {},
  { ja: 1 },
  { en: 'x' },
  { ja: 'x', en: 2 },
  { ja: 'x' },
  { text: 'x' },
  { kind: 'doubt', text: 'x' },
  JSON.parse('{"__proto__":{"polluted":true}}'),
  JSON.parse('{"constructor":{"prototype":{"polluted":true}}}'),
);

describe('the light checker and zod', () => {
  it('judge every city file alike', () => {
    for (const city of cities) {
      assert.equal(schemas.directory.safeParse(city).success, true);
      assert.equal(parseDirectory(city).success, true);
    }
  });

  it('judge a wrong value at any path alike, and never throw', () => {
    const places = cities.flatMap((city, index) => paths(city).map((path) => ({ index, path })));
    fc.assert(
      fc.property(fc.constantFrom(...places), hostile, ({ index, path }, wrong) => {
        const broken = put(cities[index], path, wrong);
        const zod = schemas.directory.safeParse(broken).success;
        const light = parseDirectory(broken);
        const shapeIssues = light.success
          ? []
          : light.issues.filter(({ code }) => !['duplicate', 'unknown-reference', 'no-catch-all', 'version'].includes(code));
        assert.equal(shapeIssues.length === 0, zod, `${path.join('.')} = ${JSON.stringify(wrong)}: ${JSON.stringify(shapeIssues)}`);
        assert.equal(({} as Record<string, unknown>).polluted, undefined);
      }),
      { numRuns: 5000 },
    );
  });

  it('accept or refuse anything at all without throwing', () => {
    fc.assert(fc.property(fc.anything(), (input) => assert.equal(parseDirectory(input).success, false)));
  });
});

describe('parseDirectory', () => {
  const ikoma = cities.find((city) => (city.municipality as { name: string }).name === '生駒市')!;
  const windows = ikoma.windows as Record<string, unknown>[];

  it('says where the file is wrong in words a city employee knows', () => {
    const result = parseDirectory(put(ikoma, ['windows', 3, 'phones', 0, 'number'], '73-9448'));
    assert.equal(result.success, false);
    const [issue] = result.issues;
    assert.deepEqual(issue!.path, ['windows', 3, 'phones', 0, 'number']);
    assert.match(
      issue!.message,
      /「窓口」の4番目→「電話」の1番目→「番号」（.+）の書き方を確かめてください（いまの値：73-9448）。市外局番から/,
    );
  });

  it('refuses a city in which nobody takes every worry', () => {
    const result = parseDirectory({ ...ikoma, windows: windows.map((window) => ({ ...window, acceptsAll: false })), catchAll: undefined });
    assert.equal(result.success, false);
    assert.match(result.issues[0]!.message, /どんな相談も受ける窓口（総合窓口）がありません/);
  });

  it('refuses a catch-all that is not there any more', () => {
    const gone = windows.filter((window) => window.id !== 'city-hall');
    const result = parseDirectory({ ...ikoma, windows: gone });
    assert.equal(result.success, false);
    assert.match(result.issues[0]!.message, /「総合窓口（catchAll）」の1番目が指しているもの（city-hall）が、このファイルの中にありません/);
  });

  it('keeps fields of newer versions', () => {
    const newer = { ...ikoma, schemaVersion: '1.7', future: { a: 1 }, windows: windows.map((window) => ({ ...window, queue: 3 })) };
    const result = parseDirectory(newer);
    assert.equal(result.success, true);
    assert.deepEqual((result.data as Record<string, unknown>).future, { a: 1 });
    assert.equal((result.data.windows[0] as Record<string, unknown>).queue, 3);
  });

  it('does not read another major version', () => {
    const result = parseDirectory({ ...ikoma, schemaVersion: '2.0' });
    assert.equal(result.success, false);
    assert.match(result.issues[0]!.message, /読めません（いまの値：2\.0）/);
  });

  it('finds the same id twice', () => {
    const result = parseDirectory({ ...ikoma, windows: [...windows, windows[0]] });
    assert.equal(result.success, false);
    assert.match(result.issues[0]!.message, /ほかの窓口と同じです/);
  });
});
