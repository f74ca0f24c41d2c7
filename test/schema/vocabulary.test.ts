import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dangers, schemas } from '@tsunagu/schema/directory';
import { createNormaliser, normalise } from '@tsunagu/schema/text';
import { coreWords, createCueFinder, readTopics, topics, wordList, type CueFinder, type Words } from '@tsunagu/schema/vocabulary';
import { easyTopics } from '@tsunagu/schema/vocabulary/easy';
import { enTopics } from '@tsunagu/schema/vocabulary/en';
import { labelsOf, topicLabels } from '@tsunagu/schema/vocabulary/labels';
import { moreWords } from '@tsunagu/schema/vocabulary/more';

const both = [coreWords, moreWords];
const lists: Words['lists'] = { ...coreWords.lists, ...moreWords.lists };

/** A cue with each of its alternatives apart, in any order of its parts: `a+b/c` → `a+b`, `a+c`. Lists stay as they are. */
function cuesOf(word: string): string[] {
  const weak = word.startsWith('?') ? '?' : '';
  const parts = word.slice(weak.length).split('+');
  const not = parts.filter((part) => part.startsWith('!'));
  let cues = [[]] as string[][];
  for (const part of parts) {
    if (!not.includes(part))
      cues = cues.flatMap((cue) => part.split('/').map((way) => [...cue, way.startsWith('$') ? way : normalise(way)]));
  }
  return cues.map((cue) => weak + [...cue.sort(), ...not].join('+'));
}

/** Every single word behind the notation: parts, alternatives and lists written out. */
const ways = (words: readonly string[]): string[] =>
  words.flatMap((word) =>
    word
      .replace(/^\?/, '')
      .split('+')
      .flatMap((part) => part.split('/'))
      .map((way) => way.replace('!', '').replaceAll('_', ' '))
      .flatMap((way) => (lists[way] ? ways([lists[way]]) : [way])),
  );

/** The spellings of each reading, apart: `い行~かき` → `い行か`, `い行き`. */
const spellings = (readings: string): string[] =>
  readings.split(/\s+/).flatMap((entry) => {
    const [, reading = '', forms = ''] = /^([ぁ-ん]+)=?(.+)$/.exec(entry) ?? assert.fail(entry);
    return forms.split('/').flatMap((form) => {
      const [stem, endings] = form.split('~');
      return [...(endings ?? ' ')].map((ending) => `${reading}${stem ?? ''}${ending.trim()}`);
    });
  });

const wordsOf = (id: string, words: readonly Words[] = both): string[] =>
  words.flatMap((some) => readTopics(some).flatMap((topic) => (topic.id === id ? topic.words : [])));

const repeated = (all: readonly string[]): string[] => all.filter((one, at) => all.indexOf(one) !== at);

/** What finders with these words hear. */
function listen(words: readonly Words[]): { heard(text: string): string[]; dangersIn(text: string): string[]; cues: CueFinder } {
  const fold = createNormaliser(words.map(({ readings }) => readings).join(' '));
  const known: Words['lists'] = Object.assign({}, ...words.map((some) => some.lists));
  const cues = createCueFinder(fold, known);
  const danger = createCueFinder(fold, known);
  for (const some of words) {
    for (const topic of readTopics(some)) cues.add(topic.id, topic.words);
    for (const [kind, line] of Object.entries(some.dangers)) danger.add(kind, wordList(line));
  }
  const clear = (finder: CueFinder, text: string): string[] => [
    ...new Set(finder.find(fold(text)).flatMap((hit) => (hit.weak ? [] : [hit.topic]))),
  ];
  return { heard: (text) => clear(cues, text), dangersIn: (text) => clear(danger, text).sort(), cues };
}

const whole = listen(both);
const core = listen([coreWords]);
const { heard, cues } = whole;

test('the sixteen national worries come first, then finer ones under them', () => {
  assert.deepEqual(
    topics.slice(0, 16).map((topic) => topic.id),
    [
      'illness-disability',
      'housing',
      'income',
      'rent-loan',
      'tax-utilities',
      'debt',
      'job-search',
      'work-trouble',
      'community-relations',
      'family-relations',
      'child-rearing',
      'care',
      'hikikomori-truancy',
      'dv-abuse',
      'no-food',
      'other',
    ],
  );
  assert.equal(new Set(topics.map((topic) => topic.id)).size, topics.length);
  for (const topic of topics) {
    assert.match(topic.id, /^[a-z-]+(\/[a-z-]+)?$/);
    assert.equal(topic.parent, topic.id.includes('/') ? topic.id.split('/')[0] : undefined);
    assert.ok(topic.label && topic.short);
  }
  assert.ok(schemas.directory);
});

test('the names that come without words are those of the vocabulary, in its order', () => {
  assert.deepEqual(
    Object.entries(topicLabels),
    readTopics(coreWords).map(({ id, label }) => [id, label]),
  );
  for (const texts of [easyTopics, enTopics]) {
    assert.deepEqual(Object.keys(labelsOf(texts)).sort(), Object.keys(topicLabels).sort());
    for (const [id, label] of Object.entries(labelsOf(texts))) assert.equal(label, texts[id as keyof typeof texts].label);
  }
});

test('every national worry has its reading', () => {
  const named = readTopics(moreWords).filter((topic) => !topic.parent);
  assert.deepEqual(
    named.map((topic) => topic.id),
    topics.slice(0, 16).map((topic) => topic.id),
  );
  for (const { kana } of named) assert.match(kana!, /^[ぁ-んー、・]+$/);
});

test('the words are several hundred, and none is there twice for one worry, neither in one list nor in both', () => {
  const all = [...topics.flatMap(({ id }) => wordsOf(id)), ...both.flatMap((some) => Object.values(some.dangers).flatMap(wordList))];
  assert.ok(new Set(ways(all)).size >= 900, `${new Set(ways(all)).size}`);
  for (const { id } of topics) assert.deepEqual(repeated(wordsOf(id).flatMap(cuesOf)), [], id);
  for (const danger of dangers) {
    assert.deepEqual(repeated(both.flatMap((some) => wordList(some.dangers[danger]).flatMap(cuesOf))), [], danger);
  }
});

test('no spelling is there twice', () => {
  assert.deepEqual(repeated(both.flatMap(({ readings }) => spellings(readings))), []);
});

test('further words are only for worries that there are, and leave their names alone', () => {
  const ids = new Set(topics.map((topic) => topic.id));
  for (const { id, label, short } of readTopics(moreWords)) {
    assert.ok(ids.has(id), id);
    assert.equal(label + short, '', id);
  }
});

test('the longer lists hold the shorter ones', () => {
  for (const [name, list] of Object.entries(coreWords.lists)) {
    const longer = moreWords.lists[name]!.split('/');
    for (const way of list.split('/')) assert.ok(longer.includes(way), `${name} ${way}`);
  }
});

test('every list in the notation is there, with the core alone too', () => {
  for (const [words, known] of [
    [[coreWords], coreWords.lists],
    [both, lists],
  ] as const) {
    for (const some of words) {
      for (const [name] of `${some.worries} ${Object.values(some.dangers).join(' ')}`.matchAll(/\$./g)) assert.ok(known[name], name);
    }
  }
});

test('a stem is found before every ending that belongs to it', () => {
  for (const stem of ['払え', '忘れ', '叩かれ', '殴', '辞め', '眠れ', '外', '家', '疲れ', '返せ', '見えに', '片付', '働か']) {
    for (const ending of 'ない て た る ます ん'.split(' ')) assert.ok(normalise(stem + ending).startsWith(normalise(stem)), stem + ending);
  }
});

test('worries are heard in words of many kinds', () => {
  for (const [text, topic] of [
    ['家賃が払えない', 'rent-loan'],
    ['やちんがはらえない', 'rent-loan'],
    ['親が物忘れ', 'care/dementia'],
    ['学校に行きたがらない', 'hikikomori-truancy/truancy'],
    ['ナマポ', 'income/public-assistance'],
    ['子どもを叩いてしまう', 'dv-abuse/child'],
    ['８０５０', 'hikikomori-truancy/hikikomori'],
    ['ｳﾂ病', 'illness-disability/mental'],
  ] as const)
    assert.ok(heard(text).includes(topic), `${text}: ${heard(text).join(' ')}`);
});

test('the core alone hears the worries that people bring most', () => {
  for (const [text, topic] of [
    ['家賃が払えない', 'rent-loan'],
    ['やちんがはらえない', 'rent-loan'],
    ['お金がない', 'income'],
    ['生活ほごを受けたい', 'income/public-assistance'],
    ['借金が返せない', 'debt'],
    ['仕事がない', 'job-search'],
    ['仕事を辞めたい', 'work-trouble'],
    ['食べるものがない、お米がない', 'no-food'],
    ['立ち退きを言われた', 'housing'],
    ['母のかいご', 'care'],
    ['認知症かも', 'care/dementia'],
    ['学校にいけない', 'hikikomori-truancy/truancy'],
    ['８０５０', 'family-relations'],
    ['引きこもりの息子', 'hikikomori-truancy/hikikomori'],
    ['夫の暴力', 'dv-abuse'],
    ['りこんしたい', 'family-relations/divorce'],
    ['保育園に入れない', 'child-rearing/childcare-place'],
    ['にんしんした', 'illness-disability/maternal'],
    ['うつ病', 'illness-disability/mental'],
    ['障碍年金', 'illness-disability/welfare-service'],
    ['近所の騒音', 'community-relations'],
    ['孤独', 'other/lonely'],
  ] as const)
    assert.ok(core.heard(text).includes(topic), `${text}: ${core.heard(text).join(' ')}`);
});

test('a longer word silences the shorter one of another worry inside it', () => {
  assert.deepEqual(heard('生活保護'), ['income/public-assistance']);
  assert.deepEqual(heard('転んでから'), []);
  assert.deepEqual(heard('つけられない'), []);
});

test('the beginning of a word is found while it is typed', () => {
  const begun = (text: string): string[] => cues.startingWith(normalise(text)).map((hit) => hit.topic);
  assert.ok(begun('ひきこ').includes('hikikomori-truancy/hikikomori'));
  assert.ok(begun('せいかつほ').includes('income/public-assistance'));
  assert.deepEqual(begun('ひ'), []);
});

test('danger is heard, with the core alone too', () => {
  for (const [text, kind] of [
    ['死にたい', 'suicide'],
    ['もう消えたい', 'suicide'],
    ['夜になると死にたくなる', 'suicide'],
    ['生きていく意味がない', 'suicide'],
    ['しにたい', 'suicide'],
    ['生きるのに疲れた', 'suicide'],
    ['リスカした', 'suicide'],
    ['I want to die', 'suicide'],
    ['夫に殴られる', 'violence'],
    ['My husband hits me', 'violence'],
    ['旦那が怖い', 'violence'],
    ['なぐられた', 'violence'],
    ['DVを受けています', 'violence'],
    ['子どもをたたいてしまう', 'child-abuse'],
    ['お父さんにたたかれる', 'child-abuse'],
    ['隣の家から子どもの泣き声', 'child-abuse'],
    ['介護していて母を叩いてしまう', 'elder-abuse'],
    ['痴漢にあった', 'sexual-violence'],
    ['包丁を持って暴れている', 'crime'],
    ['意識がない', 'fire-medical'],
    ['火事', 'fire-medical'],
  ] as const)
    for (const ear of [core, whole]) assert.ok(ear.dangersIn(text).includes(kind), `${text}: ${ear.dangersIn(text).join(' ')}`);
});

test('no alarm where nobody is in danger', () => {
  for (const text of [
    '死亡届',
    '父が死んで手続きが分からない',
    '歯が痛くて死にそう',
    '親が死んだ後の相続',
    '自殺対策の講座',
    '死にたくない',
    '死にたくなかった',
    '引っ越しにたくさんお金がかかる',
    '片付けられない',
    '電気が消える',
    '借金が消えない',
    '夫の介護',
    '主人の年金',
    '子どもの発達',
    '保育園に入りたい',
    '肩をたたく',
    '太鼓をたたく',
    '税金が怖い',
    '転ぶのが怖い',
    '離婚したい',
    '夜泣き',
    '血圧が高い',
    '息子の就職',
    '母が怖がり',
    '財布を盗まれたと言う母',
    '火の消し忘れ',
  ])
    for (const ear of [core, whole]) assert.deepEqual(ear.dangersIn(text), [], text);
});

test('every danger has words; the languages name every worry', () => {
  for (const words of both) assert.deepEqual(Object.keys(words.dangers).sort(), [...dangers].sort());
  const ids = topics.map((topic) => topic.id).sort();
  assert.deepEqual(Object.keys(easyTopics).sort(), ids);
  assert.deepEqual(Object.keys(enTopics).sort(), ids);
  for (const { label, short } of Object.values(easyTopics)) {
    // Every kanji has a reading.
    for (const text of [label, short]) assert.match(text.replace(/[一-龥々]+《[ぁ-ん]+》/g, ''), /^[^一-龥]*$/, text);
  }
});

test('English words stand on their own, Japanese notation stays out of them', () => {
  const english = createCueFinder(normalise);
  for (const [id, { words = [] }] of Object.entries(enTopics)) english.add(id, words);
  const topicsIn = (text: string): string[] =>
    english
      .find(normalise(text))
      .filter((hit) => !hit.weak)
      .map((hit) => hit.topic);
  assert.ok(topicsIn("I can't pay rent").includes('rent-loan'));
  assert.ok(topicsIn('My father forgets things').includes('care/dementia'));
  assert.ok(topicsIn("My child won't go to school").includes('hikikomori-truancy/truancy'));
  assert.ok(!topicsIn('my parents').includes('rent-loan'));
  assert.ok(topicsIn('My husband hits me').includes('dv-abuse/partner'));
});
