import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { limits } from '@tsunagu/schema/consultation';
import { tidyAge, tidyBirthDate, tidyEmail, tidyKana, tidyPhone } from '@tsunagu/schema/consultation/tidy';
import fc from 'fast-check';
import { withoutRuby } from '../../packages/core/src/locale/ruby.js';
import { noAnswers, type Answers } from '../../packages/consultation-form/src/answers.js';
import { allProblems } from '../../packages/consultation-form/src/to-consultation.js';
import { locales, textsOf } from './locales-texts.js';

const today = '2026-11-25';

/** Somebody who gives a name and wants to be reached in every way, so that all lines are asked. */
const open: Answers = {
  ...noAnswers(),
  who: 'family',
  words: 'ことば',
  mode: 'named',
  ways: ['phone', 'email', 'fax', 'letter'],
  phone: '0743-74-1111',
  email: 'name@example.jp',
  fax: '0743-74-1111',
  address: '中央町一丁目',
  needs: ['interpreter'],
};

const told = (answers: Partial<Answers>): string[] =>
  allProblems({ ...open, ...answers }, today).map(({ field, code }) => `${field}.${code}`);

/** What is typed, and what is told of it. */
const cases: [Partial<Answers>, string][] = [
  [{ words: ' ' }, 'topics.nothing'],
  [{ topics: Array.from({ length: limits.topics + 1 }, (_, index) => `city-${index}`) }, 'topics.too-many'],
  [{ phone: '' }, 'phone.needed'],
  [{ email: ' ' }, 'email.needed'],
  [{ fax: '' }, 'fax.needed'],
  [{ address: '　' }, 'address.needed'],
  [{ words: 'あ'.repeat(limits.words + 1) }, 'words.too-long'],
  [{ relation: 'あ'.repeat(limits.line + 1) }, 'relation.too-long'],
  [{ needsNote: 'あ'.repeat(limits.note + 1) }, 'needsNote.too-long'],
  [{ household: [{ relation: 'child', age: 'たくさん', note: '' }] }, 'household.age'],
  [{ household: [{ relation: 'child', age: '999', note: '' }] }, 'household.age'],
  [{ phone: '-' }, 'phone.empty'],
  [{ phone: 'あとで' }, 'phone.characters'],
  [{ phone: '74-1111' }, 'phone.no-area-code'],
  [{ phone: '090-1234-567' }, 'phone.too-short'],
  [{ phone: '090-1234-56789' }, 'phone.too-long'],
  [{ fax: 'なし' }, 'fax.characters'],
  [{ fax: '0743-74-11111' }, 'fax.too-long'],
  [{ email: 'name.example.jp' }, 'email.no-at'],
  [{ email: 'name@' }, 'email.no-domain'],
  [{ email: 'name@gmai.com' }, 'email.slip'],
  [{ email: 'なまえ@example.jp' }, 'email.characters'],
  [{ kana: '山田' }, 'kana.kanji'],
  [{ kana: 'Yamada' }, 'kana.latin'],
  [{ kana: '123' }, 'kana.characters'],
  [{ birth: 'むかし' }, 'birth.characters'],
  [{ birth: '30年4月1日' }, 'birth.no-era'],
  [{ birth: '昭和30年' }, 'birth.no-day'],
  [{ birth: '1955年2月30日' }, 'birth.no-such-day'],
  [{ birth: '2030年1月1日' }, 'birth.future'],
  [{ birth: '1700年1月1日' }, 'birth.too-old'],
];

describe('what the form asks to look at again', () => {
  it('has nothing to say about answers that are all right', () => {
    assert.deepEqual(told({}), []);
    assert.deepEqual(told({ birth: '平成31年5月1日' }), [], 'an era that had just ended is understood');
  });

  for (const [typed, code] of cases)
    it(`tells ${code}`, () => {
      assert.deepEqual(told(typed), [code]);
    });

  for (const [name, { problems }] of Object.entries(locales)) {
    const sentence = (problem: string): string | undefined => problems[problem] ?? problems[problem.split('.')[1]!];

    it(`${name}: has a sentence for each, which fits its question`, () => {
      for (const [, code] of cases) {
        const said = sentence(code);
        assert.ok(said, code);
        if (/^(kana|birth|email|relation|words)\./.test(code)) assert.doesNotMatch(said, /090|03-1/, code);
        if (/^(phone|fax)\.(too|no|characters)/.test(code)) assert.match(said, /090-0000-0000|03-1234-5678/, code);
        if (code.endsWith('.needed'))
          assert.ok(said.endsWith(problems.needed) && said !== problems.needed, `${code} leaves a way to go on without`);
      }
    });

    it(`${name}: has a sentence for whatever anybody types`, () => {
      const scrap = fc.oneof(
        fc.string({ unit: 'grapheme' }),
        fc.string({ unit: fc.constantFrom(...'0123456789０９-ー（）+@.gmail昭和平成年月日あア山 　') }),
        fc.constantFrom('a@b', '0'.repeat(300), '９９９歳', '令和99年9月9日', 'x@'.repeat(90), '\ud800', '-'.repeat(9)),
      );
      fc.assert(
        fc.property(scrap, scrap, scrap, scrap, scrap, (phone, email, kana, birth, age) => {
          const answers = {
            ...open,
            phone,
            fax: phone,
            email,
            kana,
            birth,
            address: age,
            household: [{ relation: 'child', age, note: '' }],
          };
          for (const { field, code } of allProblems(answers, today)) assert.ok(sentence(`${field}.${code}`), `${field}.${code}`);
        }),
        { numRuns: 300 },
      );
    });

    it(`${name}: has no sentence for a question or a problem that does not exist`, () => {
      const codes = new Set(cases.map(([, code]) => code));
      for (const key of Object.keys(problems).filter((each) => each.includes('.'))) assert.ok(codes.has(key), key);
    });

    it(`${name}: gives examples that it would take itself`, () => {
      const { hints } = locales[name as keyof typeof locales];
      const examples = [...textsOf(locales[name as keyof typeof locales])]
        .filter(({ key }) => /^problems\.|^hints\.(birth|phone|email|kana)/.test(key))
        .map(({ key, text }) => ({ key, text: /(?:例[ ：]|for example:? )([^）)]+)/i.exec(withoutRuby(text))?.[1] }))
        .flatMap(({ key, text }) => (text ?? '').split(/、| or /).map((each) => ({ key, each: each.trim() })))
        .filter(({ each }) => each);
      assert.ok(examples.length >= 14, JSON.stringify(examples));
      assert.ok(hints.birth);
      for (const { key, each } of examples) {
        const takes = /birth|no-era/.test(key)
          ? tidyBirthDate(each, today)
          : key === 'problems.age'
            ? tidyAge(each)
            : each.includes('@')
              ? tidyEmail(each)
              : /kana|kanji|latin/.test(key)
                ? tidyKana(each)
                : tidyPhone(each);
        assert.equal(takes.doubt, undefined, `${key}: ${each}`);
        assert.ok('value' in takes, `${key}: ${each}`);
      }
    });

    it(`${name}: shows numbers and addresses that belong to nobody`, () => {
      for (const { key, text } of textsOf(locales[name as keyof typeof locales])) {
        if (key.startsWith('callLabel')) continue;
        for (const [shown] of text.matchAll(/0\d[\d-]{8,}/g)) assert.match(shown, /^(090-0000-0000|03-1234-5678)$/, key);
        for (const [shown] of text.matchAll(/[a-z.]+@\S+/g)) assert.match(shown, /@example\.jp/, key);
      }
    });
  }
});
