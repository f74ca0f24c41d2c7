import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { withoutRuby } from '../../packages/core/src/locale/ruby.js';
import { easy } from '../../packages/consent-dialog/src/locales/easy.js';
import { en } from '../../packages/consent-dialog/src/locales/en.js';
import { japanese } from '../../packages/consent-dialog/src/locales/japanese.js';
import { easyJapanese } from '../core/easy-japanese.js';
import { day, days, shapeOf, textsOf, type Samples } from './locales-texts.js';

const { words: _words, ...ja } = japanese;
const locales = { ja, easy, en };
const own = ['X'];

const samples: Samples = {
  list: [[['X']], [['X', 'X']]],
  labelled: [['X', 'X']],
  day: days,
  moment: [['X', '9:05']],
  eachLabel: [own],
  mixed: [
    [1, 0, 0],
    [0, 2, 0],
    [1, 2, 3],
  ],
  leftOpen: [[1], [2], [30]],
  problemsHeading: [[1], [2]],
  untilDay: [own],
  endsNow: [own],
  reAskFrom: [own],
  scopeAgency: [own],
  scopeItem: [own],
  tooEarly: [own],
  call: [['0743-74-1111']],
};

/** Names of languages are in their own language. */
const sentences = (messages: object) => textsOf(messages, samples).filter(({ key }) => !key.startsWith('languageNames.'));

describe('the dialog in every language', () => {
  for (const [name, messages] of Object.entries(locales)) {
    it(`${name}: has what Japanese has`, () => assert.deepEqual(shapeOf(messages), shapeOf(ja)));

    it(`${name}: says something, and says it as text`, () => {
      for (const { key, text } of textsOf(messages, samples)) {
        assert.notEqual(text.trim(), '', key);
        assert.equal(text, text.trim(), key);
        assert.doesNotMatch(text, /undefined|null|NaN|\[object| {2}|[<>&〈〉\\`]|[\p{Cc}\p{Cf}]|[０-９]/u, `${key}: ${text}`);
      }
    });

    it(`${name}: agreeing, refusing and thinking are said in as few words, and none of them is praised`, () => {
      const lengths = [messages.give, messages.refuse, messages.defer].map((text) => withoutRuby(text).length);
      assert.ok(Math.max(...lengths) - Math.min(...lengths) <= 8, lengths.join());
      const all = withoutRuby(
        sentences(messages)
          .map(({ text }) => text)
          .join('\n'),
      );
      assert.doesNotMatch(all, /本当に|よろしいですか|ぜひ|おすすめ|残念|ありがとう|are you sure|sorry|thank|recommend|please agree/i);
    });

    it(`${name}: names the button it speaks of`, () => {
      assert.ok(withoutRuby(messages.notYet).includes(withoutRuby(messages.record)));
      for (const [kind, button] of [
        ['given', messages.give],
        ['refused', messages.refuse],
        ['deferred', messages.defer],
      ] as const) {
        assert.ok(withoutRuby(messages.chosen[kind]).includes(withoutRuby(button)));
        assert.ok(withoutRuby(messages.receiptHeading[kind]).includes(withoutRuby(button)));
      }
      assert.ok(withoutRuby(messages.eachLabel('X')).includes(withoutRuby(messages.each)), 'a spoken label holds what is seen');
    });

    it(`${name}: no obstacle blames, and each says that nothing is lost or whom to tell`, () => {
      for (const [reason, text] of Object.entries(messages.obstacles))
        assert.doesNotMatch(withoutRuby(text), /不正|エラー|失敗|無効|error|invalid|fail|wrong input|illegal/i, reason);
    });

    it(`${name}: after a no, a pause and a withdrawal it says that advice goes on`, () => {
      const goesOn = { ja: '相談は続けられます', easy: '相談は 続ける ことが できます', en: 'You can go on getting advice' }[name]!;
      for (const kind of ['refused', 'deferred', 'withdrawn'] as const)
        assert.ok(withoutRuby(messages.receiptText[kind]).includes(goesOn), kind);
      assert.ok(withoutRuby(messages.withdrawText).includes(goesOn));
      assert.ok(withoutRuby(messages.decideText).toLowerCase().includes(goesOn.toLowerCase()));
    });

    it(`${name}: leaves what others wrote as it is`, () => {
      fc.assert(
        fc.property(
          fc.string({ unit: 'grapheme', minLength: 1 }).filter((text) => !/[《》｜]/.test(text)),
          (text) => {
            for (const said of [
              messages.labelled('X', text),
              messages.list(['X', text]),
              messages.eachLabel(text),
              messages.scopeAgency(text),
              messages.scopeItem(text),
              messages.call(text),
            ])
              assert.ok(withoutRuby(said).includes(text), said);
          },
        ),
      );
    });
  }
});

describe('やさしい日本語 of the dialog', () => {
  const options = { readings: { 少: ['すこ', 'すく'], 何: ['なに', 'なん'], 前: ['まえ'] } };
  for (const [rule, offences] of Object.entries(easyJapanese)) it(rule, () => assert.deepEqual(offences(sentences(easy), options), []));

  it('says days as they are said', () => {
    assert.equal(withoutRuby(easy.day(day)), '2027年3月31日（水曜日）');
    assert.ok(easy.day({ ...day, day: 20 }).includes('｜20日《はつか》'));
  });
});

describe('English of the dialog', () => {
  it('has Japanese only beside a term, in brackets', () => {
    for (const { key, text } of sentences(en))
      assert.doesNotMatch(
        text.replace(/ \([\p{Script=Han}\p{Script=Hiragana}]+\)/gu, ''),
        /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}、。「」《》｜]/u,
        `${key}: ${text}`,
      );
  });

  it('counts in singular and plural', () => {
    assert.match(en.leftOpen(1), /^1 thing is/);
    assert.match(en.leftOpen(2), /^2 things are/);
    assert.match(en.problemsHeading(1), /1 more place$/);
    assert.match(en.problemsHeading(3), /3 more places$/);
  });
});
