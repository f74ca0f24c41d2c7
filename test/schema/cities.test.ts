/** All six example cities: they are valid, they say no more than their source, and nobody is left without a desk. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { parseDirectory, type Directory } from '@tsunagu/schema';
import { parseHours } from '@tsunagu/schema/hours';
import { topics } from '@tsunagu/schema/vocabulary';
import { sourcedLines } from '@tsunagu/schema/lines/sources';

const names = ['ikoma', 'imabari', 'kadoma', 'nagaokakyo', 'toyama', 'mihon'] as const;
const raw = (name: string): unknown => JSON.parse(readFileSync(new URL(`../../examples/cities/${name}.json`, import.meta.url), 'utf8'));
const cities = new Map<string, Directory>(
  names.map((name) => {
    const result = parseDirectory(raw(name));
    if (!result.success) throw new Error(`${name}: ${JSON.stringify(result.issues, null, 2)}`);
    return [name, result.data];
  }),
);
const city = (name: (typeof names)[number]): Directory => cities.get(name)!;

/**
 * Check digit of 全国地方公共団体コード (総務省): weights 6, 5, 4, 3, 2; 11 − (sum mod 11), last digit only;
 * a sum under 11 is taken from 11.
 */
function withCheckDigit(code: string): string {
  const sum = [...code].reduce((total, digit, place) => total + Number(digit) * (6 - place), 0);
  return `${code}${(11 - (sum % 11)) % 10}`;
}

/** Weekly spans in an order and grouping that does not matter. */
const spansOf = (weekly: NonNullable<NonNullable<Directory['windows'][number]['hours']>['weekly']> | undefined): string[] =>
  (weekly ?? [])
    .flatMap((span) =>
      span.days.map(
        (day) =>
          `${day} ${span.from}-${span.to}${span.nth ? ` nth ${[...span.nth].sort().join()}` : ''}${span.byAppointment ? ' booked' : ''}`,
      ),
    )
    .sort();

describe('municipality codes', () => {
  const published = {
    生駒市: ['29209', '292095'],
    今治市: ['38202', '382027'],
    門真市: ['27223', '272230'],
    長岡京市: ['26209', '262099'],
    富山市: ['16201', '162019'],
    札幌市: ['01100', '011002'],
    北海道: ['01000', '010006'],
    東京都千代田区: ['13101', '131016'],
  } as const;

  it('follow the published rule', () => {
    for (const [name, [code, full]] of Object.entries(published)) assert.equal(withCheckDigit(code), full, name);
  });

  it('are those of the cities; the made-up city has a digit that fits and a prefecture that does not exist', () => {
    for (const name of names) {
      const { code } = city(name).municipality;
      assert.equal(withCheckDigit(code.slice(0, 5)), code, name);
    }
    assert.equal(city('ikoma').municipality.code, '292095');
    assert.equal(city('imabari').municipality.code, '382027');
    assert.equal(city('kadoma').municipality.code, '272230');
    assert.equal(city('nagaokakyo').municipality.code, '262099');
    assert.equal(city('toyama').municipality.code, '162019');
    assert.ok(Number(city('mihon').municipality.code.slice(0, 2)) > 47);
  });
});

describe('every city', () => {
  for (const name of names) {
    it(`${name}: names its source, programmes and labels`, () => {
      const directory = city(name);
      assert.equal(directory.schemaVersion, '1.0');
      assert.ok(typeof directory.source === 'object' && directory.source.title.length > 0);
      assert.ok(directory.labels?.programme);
      const ids = (directory.programmes ?? []).map((programme) => programme.id);
      for (const id of ['consultation', 'participation', 'community', 'outreach', 'coordination'] as const) assert.ok(ids.includes(id), id);
      assert.equal(new Set(ids).size, ids.length);
      assert.ok((directory.notes ?? []).some((note) => typeof note === 'object' && 'kind' in note && note.kind === 'doubt'));
    });

    it(`${name}: every reference leads somewhere and every desk has a reading`, () => {
      const directory = city(name);
      const windows = new Set(directory.windows.map((window) => window.id));
      const catchments = new Set((directory.catchments ?? []).map((catchment) => catchment.id));
      const known = new Set([...topics.map((topic) => topic.id), ...(directory.topics ?? []).map((topic) => topic.id)]);
      for (const programme of directory.programmes ?? [])
        for (const provider of programme.providers)
          for (const id of provider.windows ?? []) assert.ok(windows.has(id), `${programme.id}: ${id}`);
      for (const window of directory.windows) {
        for (const id of window.catchments ?? []) assert.ok(catchments.has(id), id);
        for (const id of window.topics ?? []) assert.ok(known.has(id), `${window.id}: ${id}`);
        assert.match(window.kana ?? '', /^[ぁ-ゖー・\s]+$/, window.id);
      }
      for (const closure of directory.calendar?.closures ?? []) for (const id of closure.windows ?? []) assert.ok(windows.has(id), id);
    });

    it(`${name}: its hours phrases are read as its weekly spans say`, () => {
      const directory = city(name);
      const entries = [...directory.windows, ...(directory.afterHours ?? []), directory.municipality.mainContact];
      for (const { hours } of entries) {
        if (!hours) continue;
        const read = parseHours(hours.text);
        assert.equal(read.ok, hours.notUnderstood === undefined, hours.text);
        assert.deepEqual(spansOf(read.hours.weekly), spansOf(hours.weekly), hours.text);
        assert.deepEqual([read.hours.holidays, read.hours.yearEnd], [hours.holidays, hours.yearEnd], hours.text);
      }
    });

    it(`${name}: without its catch-all desks it is refused, and the message says what to do`, () => {
      const broken = structuredClone(raw(name)) as { windows: { acceptsAll?: boolean }[]; catchAll?: string[] };
      delete broken.catchAll;
      for (const window of broken.windows) delete window.acceptsAll;
      const result = parseDirectory(broken);
      assert.equal(result.success, false);
      if (result.success) return;
      const issue = result.issues.find((found) => found.code === 'no-catch-all');
      assert.match(issue?.message ?? '', /[ぁ-ん]{2,}.*窓口|窓口.*[ぁ-ん]{2,}/);
      assert.doesNotMatch(issue?.message ?? '', /[Ee]xpected|undefined|invalid/);
    });
  }
});

describe('what a seed does not say is absent', () => {
  it('only 生駒市 and みほん市 have phones, FAX, addresses or hours', () => {
    for (const name of ['imabari', 'kadoma', 'nagaokakyo', 'toyama'] as const) {
      const directory = city(name);
      for (const window of directory.windows)
        for (const key of ['phones', 'fax', 'email', 'url', 'address', 'postalCode', 'hours', 'mapKey', 'catchments'] as const)
          assert.equal(window[key], undefined, `${name} ${window.id} ${key}`);
      assert.equal(directory.municipality.mainContact.phones, undefined);
      assert.equal(directory.afterHours, undefined);
      assert.equal(directory.calendar, undefined);
    }
    assert.equal(city('ikoma').calendar, undefined);
  });

  it('今治市 counts 31 places by field and operation', () => {
    const counts = city('imabari').windows.map((window) => [window.field, window.operation, window.count]);
    assert.deepEqual(counts, [
      ['elderly', 'direct', 1],
      ['elderly', 'commissioned', 6],
      ['disability', 'commissioned', 4],
      ['child', 'direct', 1],
      ['child', 'commissioned', 1],
      ['child', 'direct', 1],
      ['child', 'direct', 1],
      ['livelihood', 'commissioned', 1],
      ['livelihood', 'direct', 1],
      ['other', 'commissioned', 1],
      ['other', 'direct', 12],
      ['other', 'direct', 1],
    ]);
    assert.equal(
      counts.reduce((total, [, , count]) => total + Number(count), 0),
      31,
    );
  });

  it('each city calls its coordinator by its own word', () => {
    const words = names.slice(0, 5).map((name) => city(name).labels?.roles?.coordinator);
    assert.deepEqual(words, [
      'いこまる主任推進員',
      'ふくし連携ＳＶ（スーパーバイザー）',
      '重層コーディネーター',
      'くらし連携担当',
      '多機関協働調整担当',
    ]);
  });

  it('長岡京市 keeps the articles as printed and says where the table is cut', () => {
    const text = JSON.stringify(raw('nagaokakyo'));
    for (const printed of ['第3号の八', '第3号の二', '法第106条の6', '表がここで切れています', '乙訓聴覚言語障害者地域活動支援センター'])
      assert.ok(text.includes(printed), printed);
  });
});

describe('doubts for city staff', () => {
  it('are all listed in docs/data-doubts.md', () => {
    const page = readFileSync(new URL('../../docs/data-doubts.md', import.meta.url), 'utf8').replaceAll('\\<', '<');
    const found: string[] = [];
    const walk = (value: unknown): void => {
      if (typeof value !== 'object' || value === null) return;
      if ('kind' in value && value.kind === 'doubt' && 'text' in value) found.push(String(value.text));
      Object.values(value).forEach(walk);
    };
    for (const name of names) walk(raw(name));
    walk(sourcedLines);
    assert.ok(found.length > 60);
    for (const text of found) assert.ok(page.includes(text), text);
  });
});

describe('みほん市', () => {
  it('shows everything a directory can say', () => {
    const directory = city('mihon');
    const windows = directory.windows;
    const hours = windows.flatMap((window) => window.hours ?? []);
    const has = (test: (window: Directory['windows'][number]) => unknown): boolean => windows.some((window) => Boolean(test(window)));
    assert.ok(windows.length >= 14);
    assert.ok(has((window) => window.addressVisibility === 'withheld' && window.address === undefined));
    assert.ok(has((window) => window.addressVisibility === 'area-only' && window.area));
    assert.ok(has((window) => window.hours === undefined));
    assert.ok(hours.some((entry) => entry.notUnderstood));
    assert.ok(hours.some((entry) => entry.exceptions?.some((exception) => exception.closed)));
    assert.ok(hours.some((entry) => entry.exceptions?.some((exception) => exception.spans)));
    assert.ok(hours.some((entry) => entry.weekly?.some((span) => span.nth)));
    assert.ok(hours.some((entry) => entry.weekly?.some((span) => span.byAppointment)));
    for (const rule of ['open', 'closed', undefined])
      assert.ok(
        hours.some((entry) => entry.holidays === rule),
        String(rule),
      );
    assert.ok(directory.afterHours?.some((service) => service.hours?.weekly?.some((span) => span.to > '24:00')));
    const areas = (directory.catchments ?? []).flatMap((catchment) => catchment.areas ?? []);
    assert.ok(areas.length >= 10 && areas.every((area) => area.kana && area.postalCodes?.every((code) => code.startsWith('000-'))));
    for (const lang of ['ja-x-easy', 'en']) assert.ok(windows.every((window) => typeof window.name === 'object' && window.name[lang]));
  });

  it('cannot be phoned: every number is from a block that does not exist', () => {
    const directory = city('mihon');
    const numbers = [
      ...(directory.municipality.mainContact.phones ?? []),
      ...directory.windows.flatMap((window) => [...(window.phones ?? []), ...(window.fax ? [window.fax] : [])]),
    ].map((phone) => phone.number);
    assert.ok(numbers.length > 20);
    for (const number of numbers) assert.match(number, /^(03-0000-\d{4}|0120-000-\d{3})$/);
  });

  it('has ruby on every kanji of its やさしい日本語', () => {
    const easy = [...JSON.stringify(raw('mihon')).matchAll(/"ja-x-easy":"([^"]+)"/g)].map((match) => match[1] ?? '');
    assert.ok(easy.length > 50);
    for (const text of easy) assert.doesNotMatch(text.replace(/[\p{sc=Han}々]+《[ぁ-ゖー]+》/gu, ''), /[\p{sc=Han}《》]/u, text);
  });
});
