import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dangers, schemas } from '@tsunagu/schema/directory';
import { normalise } from '@tsunagu/schema/text';
import { CueFinder, dangerWords, topics, wordLists } from '@tsunagu/schema/vocabulary';
import { easyTopics } from '@tsunagu/schema/vocabulary/easy';
import { enTopics } from '@tsunagu/schema/vocabulary/en';

/** Every single word behind the notation: parts, alternatives and lists written out. */
function ways(words: readonly string[]): string[] {
  return words.flatMap((word) =>
    word
      .replace(/^\?/, '')
      .split('+')
      .flatMap((part) => part.split('/'))
      .map((way) => way.replace('!', '').replaceAll('_', ' '))
      .flatMap((way) => (wordLists[way] ? ways([wordLists[way]]) : [way])),
  );
}

const allWays = new Set([...topics.flatMap((topic) => ways(topic.words)), ...Object.values(dangerWords).flatMap(ways)]);

const cues = new CueFinder(wordLists);
for (const topic of topics) cues.add(topic.id, topic.words);
const danger = new CueFinder(wordLists);
for (const [kind, words] of Object.entries(dangerWords)) danger.add(kind, words);
const heard = (text: string): string[] => [
  ...new Set(
    cues
      .find(normalise(text))
      .filter((hit) => !hit.weak)
      .map((hit) => hit.topic),
  ),
];
const dangersIn = (text: string): string[] => [...new Set(danger.find(normalise(text)).map((hit) => hit.topic))].sort();

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
    if (!topic.parent) assert.match(topic.kana!, /^[ぁ-んー、・]+$/);
  }
  assert.ok(schemas.directory);
});

test('the words are several hundred, and none is there twice for one worry', () => {
  assert.ok(allWays.size >= 900, `${allWays.size}`);
  for (const topic of topics) {
    const folded = topic.words.map((word) =>
      word
        .split('+')
        .map((part) => part.split('/').map(normalise).join('/'))
        .join('+'),
    );
    assert.deepEqual(
      folded.filter((word, at) => folded.indexOf(word) !== at),
      [],
      topic.id,
    );
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
    assert.ok(heard(text).includes(topic), `${text}: ${heard(text)}`);
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

test('danger is heard', () => {
  for (const [text, kind] of [
    ['死にたい', 'suicide'],
    ['もう消えたい', 'suicide'],
    ['しにたい', 'suicide'],
    ['生きるのに疲れた', 'suicide'],
    ['リスカした', 'suicide'],
    ['I want to die', 'suicide'],
    ['夫に殴られる', 'violence'],
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
    assert.ok(dangersIn(text).includes(kind), `${text}: ${dangersIn(text)}`);
});

test('no alarm where nobody is in danger', () => {
  for (const text of [
    '死亡届',
    '父が死んで手続きが分からない',
    '歯が痛くて死にそう',
    '親が死んだ後の相続',
    '自殺対策の講座',
    '死にたくない',
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
    assert.deepEqual(dangersIn(text), [], text);
});

test('every danger has words; the languages name every worry', () => {
  assert.deepEqual(Object.keys(dangerWords).sort(), [...dangers].sort());
  const ids = topics.map((topic) => topic.id).sort();
  assert.deepEqual(Object.keys(easyTopics).sort(), ids);
  assert.deepEqual(Object.keys(enTopics).sort(), ids);
  for (const { label, short } of Object.values(easyTopics)) {
    // Every kanji has a reading.
    for (const text of [label, short]) assert.match(text.replace(/[一-龥々]+《[ぁ-ん]+》/g, ''), /^[^一-龥]*$/, text);
  }
});

test('English words stand on their own, Japanese notation stays out of them', () => {
  const english = new CueFinder();
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
