/** Every text of view and reply in every language: complete, clean, and やさしい日本語 by the rules. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { openJa } from '@tsunagu/core';
import { referralWords } from '@tsunagu/schema/referral/words';
import { easy } from '../../packages/referral-sheet/src/locales/easy.js';
import { en } from '../../packages/referral-sheet/src/locales/en.js';
import { ja } from '../../packages/referral-sheet/src/locales/ja.js';
import { namesEasy } from '../../packages/referral-sheet/src/locales/names.easy.js';
import { namesEn } from '../../packages/referral-sheet/src/locales/names.en.js';
import { shapeOf, textsOf, day, days, type Samples } from '../consent-dialog/locales-texts.js';
import { easyJapanese } from '../core/easy-japanese.js';

const own = ['X'];
const samples: Samples = {
  section: [[1, 'X']],
  labelled: [['X', 'X']],
  list: [[['X', 'X']]],
  day: days,
  fullDay: [[day]],
  birthDate: [['1941-02-28'], ['2019-05-01']],
  moment: [['X', '9:05']],
  actor: [['X', 'X']],
  age: [[1], [58]],
  people: [[1], [2], [12]],
  extension: [own],
  daysLeft: [[0], [1], [3]],
  daysLate: [[0], [1], [3]],
  turnOf: [own],
  companion: [own],
  firstContact: [own],
  handedTo: [['X', 'X']],
  handedHere: [own],
  handedNothing: [own],
  consentRecord: [own],
  holder: [['X', 'X', 'X']],
  receiveThen: [[['X', 'X']]],
  received: [['X', 'X']],
  loop: [['X', 'X']],
  hops: [own],
  problemsHeading: [[1], [2]],
  sendAgainIn: [[1], [30]],
  open: [
    ['16:30', false],
    ['16:30', true],
  ],
  openAllDay: [[false], [true]],
  closingSoon: [['16:30', false]],
  closed: [
    ['day-off', 'X', false],
    ['holiday', '', false],
  ],
  opensToday: [['9:00']],
  opensOn: [[day, '9:00']],
  byAppointment: [['']],
  unknownHoliday: [['']],
};
const all = { ja: { ...openJa, ...ja, names: referralWords }, easy: { ...easy, names: namesEasy }, en: { ...en, names: namesEn } };
const sentences = (messages: object) => textsOf(messages, samples).filter(({ key }) => !key.startsWith('languageNames.'));

describe('the sheet in every language', () => {
  for (const [name, messages] of Object.entries(all)) {
    it(`${name}: has what Japanese has`, () => assert.deepEqual(shapeOf(messages), shapeOf(all.ja)));

    it(`${name}: says something, and says it as text`, () => {
      for (const { key, text } of textsOf(messages, samples)) {
        assert.notEqual(text.trim(), '', key);
        assert.equal(text, text.trim(), key);
        assert.doesNotMatch(text, /undefined|null|NaN|\[object| {2}|[<>&〈〉\\`]|[\p{Cc}\p{Cf}]|[０-９]/u, `${key}: ${text}`);
      }
    });
  }

  it('Japanese never blames, commands or talks like software', () => {
    const texts = sentences(all.ja).map(({ text }) => text);
    for (const text of texts) assert.doesNotMatch(text, /不正|無効|エラー|必須項目|セッション|送信|入力|クリック/, text);
  });

  it('English holds Japanese only as a name beside its own words', () => {
    for (const { key, text } of sentences(all.en))
      if (/[ぁ-ん一-龠]/.test(text)) assert.match(text, /\([^)]*[ぁ-ん一-龠][^)]*\)/, `${key}: ${text}`);
  });
});

describe('やさしい日本語', () => {
  const texts = sentences(all.easy);
  const options = {
    official: ['調整担当', '支援プラン', '社会福祉法', '民生委員・児童委員', '支援会議', 'シート'],
    readings: {
      日: ['ひ', 'にち', 'か', 'じつ'],
      開: ['あ', 'ひら'],
      人: ['ひと', 'にん'],
      金: ['きん', 'かね'],
      何: ['なに', 'なん'],
      数: ['かぞ', 'かず'],
      急: ['いそ', 'きゅう'],
    },
  };
  for (const [rule, offences] of Object.entries(easyJapanese)) it(rule, () => assert.deepEqual(offences(texts, options), []));
});
