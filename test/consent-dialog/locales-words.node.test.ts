import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  consentStatuses,
  decisions,
  endings,
  expressers,
  flaws,
  itemIds,
  methods,
  purposeIds,
  shareWords,
  withdrawalWays,
} from '@tsunagu/schema/consent';
import fc from 'fast-check';
import { withoutRuby } from '../../packages/core/src/locale/ruby.js';
import { wordsEasy } from '../../packages/consent-dialog/src/locales/words.easy.js';
import { wordsEn } from '../../packages/consent-dialog/src/locales/words.en.js';
import { wordsJa } from '../../packages/consent-dialog/src/locales/words.js';
import { easyJapanese } from '../core/easy-japanese.js';
import { day, shapeOf, textsOf, wordSamples } from './locales-texts.js';

const { readings: _readings, ...easy } = wordsEasy;
const languages = { ja: wordsJa, easy, en: wordsEn };

describe('names and explanation in every language', () => {
  for (const [name, words] of Object.entries(languages)) {
    const texts = textsOf(words, wordSamples());

    it(`${name}: has what Japanese has`, () => assert.deepEqual(shapeOf(words), shapeOf(wordsJa)));

    it(`${name}: names every id of the schema, and no other`, () => {
      const ids = {
        purpose: purposeIds,
        purposeShort: purposeIds,
        item: itemIds,
        expresser: expressers,
        method: methods,
        way: withdrawalWays,
        decision: decisions,
        status: consentStatuses,
        reason: Object.keys(shareWords),
        ending: endings,
        flaw: flaws,
      };
      for (const [kind, expected] of Object.entries(ids))
        assert.deepEqual(Object.keys(words.names[kind as keyof typeof ids]).sort(), [...expected].sort(), kind);
    });

    it(`${name}: says something, and says it as text`, () => {
      for (const { key, text } of texts) {
        assert.notEqual(text.trim(), '', key);
        assert.equal(text, text.trim(), key);
        assert.doesNotMatch(text, /undefined|null|NaN|\[object| {2}|[<>&〈〉\\`]|[\p{Cc}\p{Cf}]|[０-９]/u, `${key}: ${text}`);
      }
    });

    it(`${name}: two ids of one kind never share a name`, () => {
      for (const kind of [
        'purpose',
        'purposeShort',
        'item',
        'expresser',
        'method',
        'way',
        'decision',
        'status',
        'reason',
        'ending',
        'flaw',
      ] as const) {
        const said = textsOf(words.names[kind], { 'plan-meeting': [['X']] }).map(({ text }) => text);
        assert.equal(new Set(said).size, said.length, kind);
      }
    });

    it(`${name}: names that stand in lists hold no comma`, () => {
      for (const text of [...Object.values(words.names.item), ...Object.values(words.names.purposeShort)])
        assert.doesNotMatch(text, /[、,]/);
    });

    it(`${name}: keeps what others wrote, letter for letter`, () => {
      const { notice, names } = words;
      fc.assert(
        fc.property(
          fc.string({ unit: 'grapheme', minLength: 1 }).filter((text) => !/[《》｜]/.test(text)),
          (text) => {
            for (const said of [
              notice.asks(text, ''),
              notice.asks('', text),
              notice.untilEvent(text),
              notice.way('X', text),
              notice.law(text),
              names.purpose['plan-meeting'](text),
            ])
              assert.ok(withoutRuby(said).includes(text), said);
          },
        ),
      );
    });

    it(`${name}: refusing is named as plainly as agreeing, and nothing presses`, () => {
      const all = withoutRuby(texts.map(({ text }) => text).join('\n'));
      assert.doesNotMatch(all, /必ず|ぜひ|おすすめ|お願い|推奨|should|recommend|must agree|everyone else/i);
    });
  }

  it('the law’s exception is told in each', () => {
    assert.match(wordsJa.notice.law('支援会議'), /106条の6/);
    assert.match(withoutRuby(wordsEasy.notice.law('支援会議')), /言わない ときも/);
    assert.match(wordsEn.notice.law('X'), /without your consent.*article 106-6/);
  });

  it('a last day is written as each language writes days', () => {
    assert.equal(wordsJa.notice.untilDay(day), '令和9年（2027年）3月31日（水）までです。');
    assert.equal(withoutRuby(wordsEasy.notice.untilDay({ ...day, day: 1 })), '2027年3月1日（水曜日）までです。');
    assert.match(wordsEasy.notice.untilDay({ ...day, day: 1 }), /｜1日《ついたち》/);
    assert.equal(wordsEn.notice.untilDay(day), 'Until Wed 31 Mar 2027.');
  });
});

describe('やさしい日本語 of names and explanation', () => {
  const texts = textsOf(easy, wordSamples());
  const options = { official: ['支援プラン'], readings: { 少: ['すこ', 'すく'] } };
  for (const [rule, offences] of Object.entries(easyJapanese)) it(rule, () => assert.deepEqual(offences(texts, options), []));
});

describe('English of names and explanation', () => {
  it('has Japanese only beside a term, in brackets', () => {
    for (const { key, text } of textsOf(wordsEn, wordSamples()))
      assert.doesNotMatch(
        text.replace(/ \([\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー]+(, article 106-6)?\)/gu, ''),
        /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}、。「」《》｜]/u,
        `${key}: ${text}`,
      );
  });
});
