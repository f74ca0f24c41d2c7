import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Directory } from '@tsunagu/schema/directory';
import type { Words } from '@tsunagu/schema/vocabulary';
import { createFinder, createFinderInSteps, type FindQuery } from '@tsunagu/window-finder/find';

const weekdays = { text: '月～金 9:00～17:00', weekly: [{ days: ['mon', 'tue', 'wed', 'thu', 'fri'], from: '09:00', to: '17:00' }] };

const directory = {
  schemaVersion: '1.0',
  updated: '2026-11-01',
  source: 'test',
  municipality: { code: '000000', name: 'ためし市', mainContact: { name: 'ためし市役所' } },
  catchAll: ['sogo'],
  topics: [
    { id: 'bears', label: '熊の出没', words: ['熊', 'くまが出た'] },
    { id: 'care', words: ['よろけ様'] },
  ],
  catchments: [
    { id: 'east', name: '東', areas: [{ name: '東町', kana: 'ひがしまち', postalCodes: ['000-0011'] }, { name: '北新町' }] },
    { id: 'west', name: '西', areas: [{ name: '西町', kana: 'にしまち', postalCodes: ['000-0022'] }, { name: '新町' }] },
  ],
  windows: [
    {
      id: 'sogo',
      name: 'ためし市役所 総合相談',
      field: 'general',
      acceptsAll: true,
      phones: [{ number: '0999-11-1111' }],
      address: '中央1-1',
      hours: weekdays,
    },
    {
      id: 'care-east',
      name: '東地域包括支援センター',
      field: 'elderly',
      topics: ['care', 'care/dementia'],
      catchments: ['east'],
      phones: [{ number: '0999-22-8134', display: '22-8134' }],
      hours: weekdays,
    },
    {
      id: 'care-west',
      name: '西地域包括支援センター',
      field: 'elderly',
      topics: ['care', 'care/dementia'],
      catchments: ['west'],
      phones: [{ number: '0999-33-5555' }],
      hours: { text: '第2水曜の朝' },
    },
    {
      id: 'wakamono',
      name: '若者サポートつぼみ',
      kana: 'わかものさぽーとつぼみ',
      aliases: ['つぼみ'],
      topics: ['hikikomori-truancy'],
      phones: [{ number: '0120-000-333' }],
      channels: ['phone', 'chat'],
    },
    {
      id: 'kurashi',
      name: 'くらし相談室',
      field: 'livelihood',
      topics: ['income', 'rent-loan', 'debt'],
      email: 'a@b.example',
      building: 'みどりビル',
    },
    {
      id: 'shelter',
      name: '女性相談',
      topics: ['dv-abuse/partner'],
      addressVisibility: 'withheld',
      address: '秘密町9-9',
      phones: [{ number: '0999-44-4444' }],
    },
    { id: 'forest', name: '農林課', topics: ['bears'], phones: [{ number: '0999-55-5555' }] },
  ],
  afterHours: [
    {
      id: 'chat',
      name: 'よるのチャット',
      channels: ['chat'],
      url: 'https://chat.example/',
      hours: {
        text: '24時間',
        weekly: [{ days: ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'], from: '00:00', to: '24:00' }],
        holidays: 'open',
        yearEnd: 'open',
      },
    },
  ],
} as unknown as Directory;

const tuesday = '2026-11-24T10:00';
const finder = createFinder(directory, { now: () => new Date('2026-11-24T10:00:00+09:00') });
const ids = (query: FindQuery): string[] => finder.find(query).windows.map(({ window }) => window.id);
const first = (text: string): string | undefined => ids({ text })[0];

test('nothing asked: every desk as printed', () => {
  const all = finder.find({});
  assert.deepEqual(
    all.windows.map(({ window }) => window.id),
    directory.windows.map(({ id }) => id),
  );
  assert.equal(all.matched, true);
  assert.equal(all.total, 7);
  assert.deepEqual(ids({ text: '  　' }), ids({}));
});

test('the catchment beats everything, by 町名, reading, postal code or id', () => {
  for (const query of [
    { text: '西町 介護' },
    { text: 'にしまちに住む母の介護' },
    { text: '000-0022 介護' },
    { text: '介護', area: '西町' },
    { text: '介護', area: 'west' },
    { text: '介護', area: '〒0000022' },
  ]) {
    assert.equal(ids(query)[0], 'care-west', JSON.stringify(query));
    assert.ok(ids(query).indexOf('care-east') > 0, 'the desk of another area comes later');
  }
  const { windows, understood } = finder.find({ text: '東町 ひきこもり' });
  assert.deepEqual(
    windows.slice(0, 2).map(({ window }) => window.id),
    ['care-east', 'wakamono'],
  );
  assert.deepEqual(windows[0]!.reasons[0], { kind: 'area', catchment: directory.catchments![0], matched: '東町' });
  assert.deepEqual(understood.areas, ['東町']);
  assert.equal(ids({ text: '北新町 介護' })[0], 'care-east', '北新町 is not 新町');
});

test('several worries are answered in turns', () => {
  assert.deepEqual(
    new Set(
      ids({ text: '80代の母の介護と50代の息子のひきこもりと家賃' })
        .slice(0, 3)
        .map((id) => id.split('-')[0]),
    ),
    new Set(['care', 'wakamono', 'kurashi']),
  );
  assert.deepEqual(new Set(ids({ topics: ['debt', 'hikikomori-truancy'] }).slice(0, 2)), new Set(['kurashi', 'wakamono']));
});

test('the reason names the worry and the words', () => {
  const [found] = finder.find({ text: '借金が返せない' }).windows;
  assert.equal(found!.window.id, 'kurashi');
  const reason = found!.reasons[0]!;
  assert.ok(reason.kind === 'topic' && reason.topic === 'debt' && reason.words.includes('借金'));
});

test('a desk is found by its name, a part of it, its place and its number', () => {
  assert.equal(first('つぼみ'), 'wakamono');
  assert.equal(first('つぼみに電話したい'), 'wakamono');
  assert.equal(first('東地域包括'), 'care-east');
  assert.equal(first('みどりビル'), 'kurashi');
  for (const number of ['228134', '22-8134', '0999-22-8134', '０９９９（２２）８１３４', '+81 999 22 8134', '0999228134', '134']) {
    assert.deepEqual(ids({ text: number }), ['care-east'], number);
  }
  assert.equal(finder.find({ text: '22-8134' }).windows[0]!.reasons[0]!.kind, 'phone');
});

test('several words narrow names, but never to nothing', () => {
  assert.deepEqual(ids({ text: '地域包括 西' })[0], 'care-west');
  assert.ok(ids({ text: 'つぼみ ぺぺぺ' }).includes('wakamono'));
});

test('half a word is enough while typing, also with the open letter of an input method', () => {
  for (const text of ['ひきこ', 'ひきk', 'ヒキコ', '引きこ', 'しゃっき']) assert.ok(['wakamono', 'kurashi'].includes(first(text)!), text);
  assert.equal(first('借'), 'kurashi');
});

test('what a desk hides cannot be searched for', () => {
  assert.equal(finder.find({ text: '秘密町' }).matched, false);
  assert.equal(first('夫に殴られる'), 'shelter');
});

test('never empty: what is not understood goes to the catch-all desk, and the fallback is always there', () => {
  for (const text of [
    'ぺぺぺぺ',
    '😀',
    '\u0000',
    ')(*&^%$',
    'あ'.repeat(100_000),
    '<img src=x onerror=alert(1)>',
    '__proto__',
    'constructor',
  ]) {
    const { matched, windows, fallback } = finder.find({ text });
    assert.deepEqual([matched, windows.map(({ window }) => window.id)], [false, ['sogo']], text.slice(0, 20));
    assert.deepEqual(
      fallback.windows.map(({ window }) => window.id),
      ['sogo'],
    );
    assert.deepEqual(
      fallback.services.map(({ service }) => service.id),
      ['chat'],
    );
  }
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme', maxLength: 60 }),
      fc.array(fc.string(), { maxLength: 3 }),
      fc.string(),
      (text, topics, area) => {
        const found = finder.find({ text, topics, area });
        assert.ok(found.windows.length > 0 && found.fallback.windows.length > 0 && found.fallback.services.length > 0);
        assert.ok(found.total >= found.windows.length);
        assert.equal(new Set(found.windows.map(({ window }) => window.id)).size, found.windows.length);
      },
    ),
  );
});

test('without a named catch-all the general desks that take all, else all that take all, else every desk', () => {
  const without = (change: (id: string) => object): string[] =>
    createFinder({
      ...directory,
      catchAll: undefined,
      windows: directory.windows.map((each) => ({ ...each, ...change(each.id) })),
    })
      .find({ text: 'ぺぺぺ' })
      .windows.map(({ window }) => window.id);
  assert.deepEqual(
    without(() => ({})),
    ['sogo'],
  );
  assert.deepEqual(
    without((id) => ({ acceptsAll: id === 'forest', field: 'other' })),
    ['forest'],
  );
  assert.equal(without(() => ({ acceptsAll: false })).length, 7);
});

test('when the city has nobody who answers now, the national lines that listen do', () => {
  const { fallback } = createFinder({ ...directory, afterHours: [] }).find({ at: '2026-11-24T03:00' });
  assert.ok(fallback.services.length > 0);
  assert.ok(fallback.services.every(({ open }) => open.state === 'open'));
  assert.ok(!fallback.services.some(({ service }) => ['110', '119'].includes(service.phones?.[0]?.number ?? '')));
});

test('danger puts lines first and takes nothing away', () => {
  const line = (id: string, dangers: string[], from = '00:00', to = '24:00') => ({
    id,
    name: id,
    channels: ['phone'],
    dangers,
    phones: [{ number: '110' }],
    hours: { text: '-', weekly: [{ days: ['tue'], from, to }] },
  });
  const own = createFinder({
    ...directory,
    emergencyLines: [line('late', ['suicide'], '20:00'), line('now', ['suicide']), line('other', ['crime'])],
  } as unknown as Directory);
  const { emergency, understood, windows } = own.find({ text: '死にたい', at: tuesday });
  assert.deepEqual(
    emergency.map(({ service }) => service.id),
    ['now', 'late'],
  );
  assert.deepEqual(understood.dangers, ['suicide']);
  assert.ok(windows.length > 0);
  assert.deepEqual(own.find({ text: '死亡届' }).emergency, []);
  assert.ok(finder.find({ text: '夫に殴られる' }).emergency.some(({ service }) => service.phones?.[0]?.number === '110'));
  const numbers = (text: string): (string | undefined)[] =>
    finder.find({ text, at: tuesday }).emergency.map(({ service }) => service.phones?.[0]?.number);
  assert.equal(numbers('子どもをたたいてしまう')[0], '189', 'who hurts a child and says so is not met with the police first');
  assert.equal(numbers('子どもをたたいてしまう').at(-1), '110');
  assert.equal(numbers('隣の家から子どもの悲鳴が聞こえる')[0], '110');
});

test('open now: certainly open, in Japan time when no offset is given; unknown is not open', () => {
  assert.deepEqual(ids({ openNow: true, at: tuesday }), ['sogo', 'care-east']);
  assert.deepEqual(ids({ openNow: true, at: '2026-11-24T01:00:00Z' }), ['sogo', 'care-east']);
  assert.deepEqual(ids({ openNow: true, at: new Date('2026-11-24T10:00:00+09:00') }), ['sogo', 'care-east']);
  assert.deepEqual(ids({ openNow: true, at: '2026-11-23T10:00' }), [], 'a holiday of which nothing is said');
  const night = finder.find({ openNow: true, at: '2026-11-24T03:00' });
  assert.deepEqual([night.windows.length, night.fallback.services[0]!.open.state], [0, 'open']);
  assert.equal(finder.find({ at: 'not a date' }).windows.length, 7);
});

test('a day on which the city closes its desks does not close a chat', () => {
  const closing = createFinder({ ...directory, calendar: { closures: [{ from: '2026-11-24' }] } });
  const { windows, fallback } = closing.find({ text: '介護', at: tuesday });
  assert.equal(windows[0]!.open.state, 'closed');
  assert.equal(fallback.services[0]!.open.state, 'open');
});

test('channels: only desks known to offer one', () => {
  assert.deepEqual(ids({ channels: ['chat'] }), ['wakamono']);
  assert.deepEqual(ids({ channels: ['email'] }), ['kurashi']);
  assert.ok(!ids({ channels: ['visit'] }).includes('shelter'));
});

test('the limit cuts the list, not the count', () => {
  const { windows, total } = finder.find({ limit: 2 });
  assert.deepEqual([windows.length, total], [2, 7]);
  assert.equal(finder.find({ limit: 0 }).windows.length, 0);
});

test('a city adds worries and words of its own', () => {
  assert.equal(first('畑に熊がいた'), 'forest');
  assert.ok(first('よろけ様が心配')!.startsWith('care'));
});

test('a desk that names no worries is found by its field and its name', () => {
  const plain = createFinder({ ...directory, windows: directory.windows.map((each) => ({ ...each, topics: undefined })) });
  const firstOf = (text: string): string => plain.find({ text }).windows[0]!.window.id;
  assert.ok(firstOf('母の介護').startsWith('care'));
  assert.equal(firstOf('家賃が払えない'), 'kurashi');
});

test('typing on gives what typing at once gives', () => {
  const typed = createFinder(directory, { now: () => new Date(0) });
  for (const text of ['東地域包括支援センター', 'つぼみ 若者', 'みどりビル', 'みどりの', 'くらし相談室', '家賃が払えない', '0999-22']) {
    for (let end = 1; end <= text.length; end++) {
      const once = createFinder(directory, { now: () => new Date(0) });
      assert.deepEqual(typed.find({ text: text.slice(0, end) }), once.find({ text: text.slice(0, end) }), text.slice(0, end));
    }
  }
});

test('romaji: loaded on demand, injectable; English words are not taken for kana', async () => {
  const romaji = createFinder(directory);
  assert.equal(await romaji.ready('ひきこもり'), false);
  assert.notEqual(romaji.find({ text: 'kaigo' }).windows[0]!.window.id, 'care-east');
  assert.equal(await romaji.ready('kaigo'), true);
  assert.equal(romaji.find({ text: 'kaigo' }).windows[0]!.window.id, 'care-east');
  assert.equal(romaji.find({ text: 'Hikikomori' }).windows[0]!.window.id, 'wakamono');
  assert.deepEqual(romaji.find({ text: 'shinitai' }).understood.dangers, ['suicide']);
  assert.equal(romaji.find({ text: 'no money' }).matched, false);
  assert.equal(await romaji.ready('kaigo'), false, 'nothing new the second time');
  const own = createFinder(directory, { romaji: () => 'かいご' });
  assert.equal(own.find({ text: 'x' }).windows[0]!.window.id, 'care-east');
});

test('words add up: a second list adds cues, readings and dangers to the first', () => {
  const words = (worries: string, readings: string, suicide: string): Words => ({ worries, readings, dangers: { suicide }, lists: {} });
  const few = words('care|介護|介護|かいご|よろけ様\nhikikomori-truancy|ひきこもり|ひきこもり|ひきこもり|', '', 'きえたい');
  const more = words('care||||ふらつき様 歩行$q\nhikikomori-truancy||||とじこもる', 'とじこもる閉じ籠る', 'いなくなりたい');
  const firstOf = (lists: Words[], text: string) => createFinder(directory, { words: lists }).find({ text });
  assert.equal(firstOf([few], 'ふらつき様だ').matched, false);
  assert.ok(firstOf([few, more], 'ふらつき様だ').windows[0]!.window.id.startsWith('care'));
  assert.ok(firstOf([few, more], 'よろけ様だ').windows[0]!.window.id.startsWith('care'));
  assert.equal(firstOf([few, more], '閉じ籠る').windows[0]!.window.id, 'wakamono');
  for (const text of ['きえたい', 'いなくなりたい']) assert.deepEqual(firstOf([few, more], text).understood.dangers, ['suicide']);
});

test('words in another language', async () => {
  const { enTopics } = await import('@tsunagu/schema/vocabulary/en');
  const english = createFinder(directory, { vocabularies: [enTopics] });
  assert.equal(english.find({ text: "I can't pay my rent" }).windows[0]!.window.id, 'kurashi');
  assert.ok(english.find({ text: 'my mother forgets everything' }).windows[0]!.window.id.startsWith('care'));
});

test('made in steps it is the same finder', () => {
  const many = {
    ...directory,
    windows: Array.from({ length: 1000 }, (_, at) => ({ ...directory.windows[at % 7]!, id: `w${at}` })),
  } as Directory;
  const steps = createFinderInSteps(many);
  let yields = 0;
  for (;;) {
    const step = steps.next();
    if (step.done) {
      assert.deepEqual(step.value.find({ text: '介護', at: tuesday }), createFinder(many).find({ text: '介護', at: tuesday }));
      break;
    }
    yields++;
  }
  assert.ok(yields >= 5);
});

test('a city’s own word may be one that every object answers to', () => {
  for (const word of ['hasOwnProperty', 'constructor', 'toString', '__proto__', 'valueOf/constructor', '?isPrototypeOf']) {
    const topics = [{ id: 'bears', label: '熊の出没', words: ['熊', word] }];
    const finder = createFinder({ ...directory, topics });
    assert.ok(finder.find({ text: '熊' }).windows.length > 0, word);
    assert.ok(finder.find({ text: 'constructor' }).windows.length > 0, word);
  }
});
