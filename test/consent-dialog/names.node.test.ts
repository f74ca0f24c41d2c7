import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { ConsentEvent } from '@tsunagu/schema/consent';
import fc from 'fast-check';
import { rubyRuns, withoutRuby } from '../../packages/core/src/locale/ruby.js';
import { wordsEasy } from '../../packages/consent-dialog/src/locales/words.easy.js';
import { wordsEn } from '../../packages/consent-dialog/src/locales/words.en.js';
import { wordsJa } from '../../packages/consent-dialog/src/locales/words.js';
import { labelsIn, namesOf, nameOf, tidyLine, type NameSource, type RequestLabels } from '../../packages/consent-dialog/src/names.js';
import { fairReadings, withReading } from '../../packages/consent-dialog/src/reading.js';
import { ikoma, imabari, kadoma, mihon, nagaokakyo, toyama } from '../../stories/cities.js';

const cities = { ikoma, imabari, kadoma, mihon, nagaokakyo, toyama };
const ja: NameSource = { language: 'ja', words: wordsJa, directory: ikoma };
const easy: NameSource = { language: 'ja-x-easy', words: wordsEasy, directory: ikoma };
const en: NameSource = { language: 'en', words: wordsEn, directory: ikoma };
const everyLanguage = [ja, easy, en];
const kanji = /\p{Script=Han}/u;

describe('names of desks', () => {
  it('are the official ones', () => {
    const name = namesOf(ja).agency('higashi-ikoma');
    assert.deepEqual(name, {
      id: 'higashi-ikoma',
      name: '東生駒地域包括支援センター',
      short: '東生駒地域包括支援センター',
      kana: 'ひがしいこまちいきほうかつしえんせんたー',
      known: true,
    });
    assert.equal(namesOf(ja).agency('akebi').short, 'あけび');
  });

  it('have their reading over the kanji in やさしい日本語', () => {
    assert.equal(nameOf('agency', 'higashi-ikoma', easy), '東生駒地域包括支援《ひがしいこまちいきほうかつしえん》センター');
    assert.equal(nameOf('agency', 'health-section', easy), '生駒市《いこまし》 健康課《けんこうか》');
  });

  it('in every city: say the same name, and whatever has a reading shows it over or beside every kanji', () => {
    for (const [city, directory] of Object.entries(cities))
      for (const { id, kana } of directory.windows) {
        const plain = nameOf('agency', id, { ...ja, directory });
        const read = nameOf('agency', id, { ...easy, directory });
        if (city !== 'mihon') assert.equal(withoutRuby(read).replace(/（[ぁ-んー・ ]+）$/, ''), plain.replace(/（[ぁ-んー・ ]+）$/, ''));
        if (kana && !read.endsWith('）'))
          for (const { base, reading } of rubyRuns(read)) if (reading === undefined) assert.doesNotMatch(base, kanji, `${city} ${read}`);
      }
  });

  it('have the Japanese name beside the English one, to be shown at a counter', () => {
    const city: NameSource = { ...en, directory: mihon };
    assert.equal(nameOf('agency', 'soudan-gaikokujin', city), 'soudan-gaikokujin');
    const names = mihon.windows.map(({ id }) => nameOf('agency', id, city));
    assert.ok(names.includes('Consumer Centre (消費生活センター)'), names.join());
    assert.equal(nameOf('agency', 'akebi', en), '生活支援センターあけび');
  });

  it('come from the request where the directory has none, and are the id itself where nobody has', () => {
    const labels: RequestLabels = { agencies: { school: { ja: 'みほん小学校', en: 'Mihon School' }, akebi: '別の名前' } };
    assert.equal(nameOf('agency', 'school', { ...ja, labels }), 'みほん小学校');
    assert.equal(nameOf('agency', 'school', { ...en, labels }), 'Mihon School');
    assert.equal(nameOf('agency', 'akebi', { ...ja, labels }), '生活支援センターあけび', 'a request does not rename a desk');
    for (const source of everyLanguage) {
      assert.equal(nameOf('agency', 'nowhere', source), 'nowhere');
      assert.equal(nameOf('agency', 'constructor', source), 'constructor');
    }
    assert.equal(namesOf({ ...ja, directory: undefined }).agency('akebi').name, 'akebi');
  });

  it('of one name are told apart', () => {
    const labels: RequestLabels = { agencies: { 'school-1': '第一小学校', 'school-2': '第一小学校', 'school-3': '第二小学校' } };
    assert.deepEqual(namesOf({ ...ja, labels }).list('agency', ['school-1', 'school-2', 'school-3']), [
      '第一小学校（school-1）',
      '第一小学校（school-2）',
      '第二小学校',
    ]);
  });
});

describe('names of ids', () => {
  it('are ours in each language', () => {
    assert.equal(nameOf('item', 'health', ja), '健康のこと（病気・障がいなど）');
    assert.equal(withoutRuby(nameOf('decision', 'refused', easy)), '伝えない');
    assert.equal(nameOf('expresser', 'curator', en), 'Curator (保佐人)');
  });

  it('take the city’s word for the meeting, in the language it is given in', () => {
    const directory = {
      ...ikoma,
      labels: { forums: { 'plan-meeting': 'つながる会議', 'support-meeting': { ja: '包括的支援会議', en: 'Care conference' } } },
    };
    assert.match(nameOf('purpose', 'plan-meeting', { ...ja, directory }), /^つながる会議（/);
    assert.match(nameOf('purpose', 'plan-meeting', { ...en, directory }), /plan meeting \(重層的支援会議\)/);
    assert.equal(namesOf({ ...ja, directory }).supportMeeting, '包括的支援会議');
    assert.equal(namesOf({ ...en, directory }).supportMeeting, 'Care conference');
    assert.equal(namesOf({ ...easy, directory }).supportMeeting, '支援会議《しえんかいぎ》');
  });

  it('of the city’s own come from the request; ours are not renamed by it', () => {
    const labels: RequestLabels = {
      items: { pets: { ja: 'ペットのこと', en: 'Pets' }, health: '名前だけ' },
      purposes: { moving: '引っ越しのため' },
    };
    assert.equal(nameOf('item', 'pets', { ...ja, labels }), 'ペットのこと');
    assert.equal(nameOf('item', 'pets', { ...en, labels }), 'Pets');
    assert.equal(nameOf('purpose', 'moving', { ...ja, labels }), '引っ越しのため');
    assert.equal(nameOf('purposeShort', 'moving', { ...ja, labels }), '引っ越しのため');
    assert.equal(nameOf('item', 'health', { ...ja, labels }), '健康のこと（病気・障がいなど）');
    for (const source of everyLanguage) for (const id of ['cats', 'toString', '__proto__']) assert.equal(nameOf('item', id, source), id);
  });
});

describe('names that a record brings along', () => {
  const asked = (labels: unknown): ConsentEvent => ({ type: 'requested', request: { labels } }) as unknown as ConsentEvent;

  it('are those of its questions, the latest for each id', () => {
    const labels = labelsIn([
      asked({ agencies: { school: '東小学校', clinic: 'みほん医院' } }),
      { type: 'deferred' } as unknown as ConsentEvent,
      asked({ agencies: { school: 'みほん東小学校' }, items: { pets: 'ペット' } }),
    ]);
    assert.equal(nameOf('agency', 'school', { ...ja, labels }), 'みほん東小学校');
    assert.equal(nameOf('agency', 'clinic', { ...ja, labels }), 'みほん医院');
    assert.equal(nameOf('item', 'pets', { ...ja, labels }), 'ペット');
  });

  it('may be anything, or not there', () => {
    fc.assert(
      fc.property(fc.anything(), fc.anything(), (one, two) => {
        const labels = labelsIn([asked(one), asked({ items: two }), asked(undefined)]);
        assert.match(nameOf('item', 'x', { ...ja, labels }), /[^\s]/);
      }),
    );
    assert.equal(({} as { polluted?: unknown }).polluted, undefined);
  });
});

describe('labels that mean no good', () => {
  const label = (text: unknown): NameSource => ({ ...easy, labels: { items: { x: text } } as unknown as RequestLabels });

  it('of any kind leave a name that can be seen', () => {
    fc.assert(
      fc.property(fc.anything(), (value) => {
        for (const { language, words } of everyLanguage) {
          const said = nameOf('item', 'x', { language, words, labels: { items: { x: value } } as unknown as RequestLabels });
          assert.match(withoutRuby(said), /[^\s\p{C}]/u);
          assert.doesNotMatch(said, /[\p{Cc}\p{Cf}\p{Cs}]|\n/u);
        }
        for (const labels of [value, { items: value }])
          assert.equal(
            nameOf('item', 'y', { ...ja, labels: labels as RequestLabels }),
            nameOf('item', 'y', { ...ja, labels: labels as RequestLabels }),
          );
      }),
    );
  });

  it('hide nothing, turn nothing round, add no lines and no false readings', () => {
    assert.equal(nameOf('item', 'x', label('\u202e校学\u202c')), '校学');
    assert.equal(nameOf('item', 'x', label('健康\n7 すべて伝える')), '健康 7 すべて伝える');
    assert.equal(nameOf('item', 'x', label('\u200b\u3164')), 'x');
    assert.equal(nameOf('item', 'x', label('健康《名前だけ》')), '健康', 'a reading that is no reading');
    assert.equal(nameOf('item', 'x', label('《けんこう》《')), '〈けんこう〉〈');
    assert.equal(nameOf('item', 'x', label({ ja: '健康《けんこう》' })), '健康《けんこう》');
    assert.equal(nameOf('item', 'x', { ...label('健康《けんこう》'), language: 'ja', words: wordsJa }), '健康');
  });

  it('are cut where they would crowd out the rest, never through a letter', () => {
    for (const text of ['あ'.repeat(5000), '𠮷'.repeat(5000), '字《じ》'.repeat(500)]) {
      const said = nameOf('item', 'x', label(text));
      assert.ok(said.length <= 100 && said.endsWith('…'), said);
      assert.doesNotMatch(said, /\p{Cs}/u);
    }
  });

  it('stay as they are once tidied', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), fc.constantFrom(undefined, fairReadings), (text, readings) => {
        const once = tidyLine(text, { readings });
        assert.equal(tidyLine(once, { readings }), once);
        assert.ok(once.length <= 200);
      }),
    );
  });
});

describe('readings', () => {
  it('go over the kanji where there is one way to cut them', () => {
    assert.equal(withReading('子育てひろば', 'こそだてひろば'), '子育《こそだ》てひろば');
    assert.equal(withReading('地域包括ケア推進課', 'ちいきほうかつけあすいしんか'), '地域包括《ちいきほうかつ》ケア推進課《すいしんか》');
    assert.equal(withReading('24時間相談', 'にじゅうよじかんそうだん'), '24時間相談（にじゅうよじかんそうだん）');
  });

  it('follow in brackets where they could be cut in two ways, or do not fit', () => {
    assert.equal(withReading('山の野', 'やまののの'), '山の野（やまののの）');
    assert.equal(withReading('東の園', 'ひがしえん'), '東の園（ひがしえん）');
    assert.equal(withReading('(福)協議会', 'きょうぎかい'), '(福)協議会（きょうぎかい）');
  });

  it('are left out where there is nothing to read or no reading', () => {
    assert.equal(withReading('あけび', 'あけび'), 'あけび');
    assert.equal(withReading('相談室', undefined), '相談室');
    assert.equal(withReading('相談室', '<b>'), '相談室');
    assert.equal(withReading('相談《そうだん》室', 'そうだんしつ'), '相談《そうだん》室');
  });

  it('change no letter of a name, and end soon', () => {
    const name = fc.string({ unit: fc.constantFrom(...'東西の山センター(.*+?)  5ー々'), maxLength: 200 });
    const kana = fc.string({ unit: fc.constantFrom(...'ひがしのせんたー '), maxLength: 300 });
    fc.assert(
      fc.property(name, kana, (text, reading) => {
        const said = withReading(text, reading);
        assert.ok(withoutRuby(said).startsWith(text), said);
      }),
    );
    assert.ok(withReading('山の'.repeat(40), 'やまの'.repeat(40) + 'の').startsWith('山'));
  });
});
