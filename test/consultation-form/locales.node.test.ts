import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  aboutWho,
  ageBands,
  awareness,
  callerNames,
  callTimes,
  contactModes,
  contactWays,
  needIds,
  relations,
  sinceWhen,
  statuses,
  supporterRoles,
  urgencies,
} from '@tsunagu/schema/consultation';
import { topics } from '@tsunagu/schema/vocabulary';
import { easyTopics } from '@tsunagu/schema/vocabulary/easy';
import { enTopics } from '@tsunagu/schema/vocabulary/en';
import fc from 'fast-check';
import { withoutRuby } from '../../packages/core/src/locale/ruby.js';
import { fields, stepNames } from '../../packages/consultation-form/src/answers.js';
import { formLocales } from '../../packages/consultation-form/src/form-texts.js';
import type { FormMessages } from '../../packages/consultation-form/src/locales/messages.js';
import { day, locales, shapeOf, textsOf } from './locales-texts.js';

/** The ids of every question with choices, as the schema has them. */
const choices = {
  who: aboutWho,
  role: supporterRoles,
  awareness,
  since: sinceWhen,
  urgency: urgencies,
  mode: contactModes,
  ways: contactWays,
  voicemail: ['yes', 'no'],
  callerName: callerNames,
  times: callTimes,
  needs: needIds,
  ageBand: ageBands,
} as const;

const national = topics.filter(({ parent }) => !parent);

/** What software says and a city does not: orders, blame, the insides of machines. */
const unkind = {
  ja: /送信|不正|無効|エラー|必須|入力|サーバ|タイムアウト|セッション|クリック|タップ|ユーザ|フォーム|正しく|間違|失敗|しなければ|いけません|致し|させていただ/,
  easy: /送信|不正|エラー|必須|入力|サーバ|クリック|タップ|フォーム|正しく|間違|失敗|しなければ|いけません/,
  en: /submit|invalid|required|error|session|server|click|\btap\b|wrong|incorrect|mistake|fail|mandatory|form\b|user\b/i,
};

describe('every language of the form', () => {
  for (const [name, messages] of Object.entries(locales) as [keyof typeof locales, (typeof locales)['ja']][]) {
    const texts = textsOf(messages);

    it(`${name}: has the same keys as Japanese`, () => {
      assert.deepEqual(shapeOf(messages), shapeOf(locales.ja));
    });

    it(`${name}: says something for every key and argument`, () => {
      for (const { key, text } of texts) {
        assert.equal(typeof text, 'string', key);
        assert.notEqual(text.trim(), '', key);
        assert.equal(text, text.trim(), `${key} begins or ends with a space`);
        assert.doesNotMatch(text, /undefined|null|NaN|\[object/, key);
        assert.doesNotMatch(text, / {2}/, `${key} has a double space`);
      }
    });

    it(`${name}: holds text, never markup`, () => {
      for (const { key, text } of texts) assert.doesNotMatch(text, /[<>&〈〉\\`]|[\p{Cc}\p{Cf}]/u, key);
    });

    it(`${name}: has a word for every choice of the schema, and none besides, each its own`, () => {
      assert.deepEqual(Object.keys(messages.options).sort(), Object.keys(choices).sort());
      const sets: [string, Readonly<Record<string, string>>, readonly string[]][] = [
        ...Object.entries(choices).map(([field, ids]): [string, Readonly<Record<string, string>>, readonly string[]] => [
          field,
          messages.options[field as keyof typeof choices],
          ids,
        ]),
        ['relations', messages.household.relations, relations],
        ['status', messages.replies.status, statuses],
        ['topics', messages.topics, national.map(({ id }) => id)],
      ];
      for (const [field, words, ids] of sets) {
        assert.deepEqual(Object.keys(words).sort(), [...ids].sort(), field);
        assert.equal(new Set(Object.values(words)).size, ids.length, `${field}: two choices with one name`);
      }
    });

    it(`${name}: has a word for every choice the form offers`, () => {
      for (const { name: field, options = [] } of stepNames.flatMap((step) => fields[step])) {
        assert.ok(messages.labels[field], field);
        if (field === 'topics' || field === 'mainTopic') continue;
        for (const id of options) assert.ok(messages.options[field as keyof typeof choices][id], `${field}.${id}`);
      }
    });

    it(`${name}: calls the worries what the finder calls them`, () => {
      const short = { ja: undefined, easy: easyTopics, en: enTopics }[name];
      for (const topic of national) {
        const said = short ? short[topic.id as keyof typeof short].short : topic.short;
        assert.equal(messages.topics[topic.id], said, topic.id);
      }
    });

    it(`${name}: never blames, orders, or speaks as a machine`, () => {
      for (const { key, text } of texts) {
        assert.doesNotMatch(withoutRuby(text).replaceAll(' ', name === 'en' ? ' ' : ''), unkind[name], `${key}: ${text}`);
        assert.doesNotMatch(text, /[!！?？]{2}|[!！]/, `${key}: ${text}`);
        assert.ok((text.match(/ください|\bplease\b/gi)?.length ?? 0) <= (name === 'easy' ? 3 : 2), `${key} asks too often: ${text}`);
      }
    });

    it(`${name}: writes numbers half-width`, () => {
      for (const { key, text } of texts) assert.doesNotMatch(text, /[０-９Ａ-Ｚａ-ｚ]/, key);
    });

    it(`${name}: a spoken label contains the words that are seen (WCAG 2.5.3)`, () => {
      const seen = withoutRuby;
      assert.ok(seen(messages.callLabel('X', '0743-74-1111')).startsWith(`${seen(messages.callInstead)} 0743-74-1111`));
      assert.ok(seen(messages.changeLabel('X')).startsWith(seen(messages.change)));
      assert.ok(seen(messages.exitNote).includes(seen(messages.exit)), 'points at the button by its name');
    });

    it(`${name}: asks for the receipt's two parts by the names it gave them`, () => {
      assert.equal(messages.replies.number, messages.sentNumber);
      assert.equal(messages.replies.secret, messages.sentSecret);
      assert.notEqual(messages.sentNumber, messages.sentSecret);
    });

    it(`${name}: leaves what a city or the person wrote as it is`, () => {
      const value = fc.string({ unit: 'grapheme', minLength: 1 }).filter((text) => !/[《》｜]/.test(text));
      fc.assert(
        fc.property(value, (text) => {
          for (const said of [
            messages.callLabel(text, '110'),
            messages.changeLabel(text),
            messages.labelled(text, 'X'),
            messages.labelled('X', text),
            messages.list([text]),
          ])
            assert.ok(withoutRuby(said).includes(text), said);
        }),
      );
    });

    it(`${name}: counts what is too much as well as what is left`, () => {
      assert.notEqual(messages.left(-3), messages.left(3));
      assert.doesNotMatch(messages.left(-3), /-/);
      assert.match(messages.left(-3), /3/);
      assert.match(messages.left(0), /0/);
    });

    it(`${name}: promises a day only when there is one`, () => {
      assert.match(withoutRuby(messages.sentNext(day)), name === 'en' ? /Wed 25 Nov/ : /11月25日（水/);
      assert.doesNotMatch(messages.sentNext(), /\d|月|曜|Nov/);
    });

    it(`${name}: tells that a second try makes no second consultation, when it may have arrived`, () => {
      const ending = (text: string): string =>
        text
          .split(/[。.]/)
          .map((each) => each.trim())
          .filter(Boolean)
          .at(-1)!;
      for (const reason of ['network', 'interrupted'] as const)
        assert.equal(ending(messages.failed[reason]), ending(messages.failed.timeout));
      assert.match(withoutRuby(ending(messages.failed.timeout)), /1つ|only once/);
    });
  }

  it('loads Japanese with the form and the others when they are asked for', async () => {
    const shown = { ja: formLocales.ja, easy: await formLocales['ja-x-easy'](), en: await formLocales.en() };
    for (const name of ['ja', 'easy', 'en'] as const)
      for (const [key, entry] of Object.entries(locales[name])) {
        // The Japanese texts for drafts come with the code that keeps them.
        const loaded = name === 'ja' && (key === 'draft' || key === 'replies') ? undefined : entry;
        assert.equal(shown[name][key as keyof FormMessages], loaded, `${name}: ${key}`);
      }
  });

  it('tells how long a passphrase has to be', () => {
    for (const { draft } of Object.values(locales))
      for (const text of [draft.passphraseHint(12), draft.passphraseShort(12)]) assert.deepEqual(text.match(/\d+/g), ['12'], text);
  });

  it('lists the worries in the order of the national sheet', () => {
    for (const { topics: names } of Object.values(locales))
      assert.deepEqual(
        Object.keys(names),
        national.map(({ id }) => id),
      );
  });
});

describe('Japanese', () => {
  it('says the sentences of the first page', () => {
    const { ja } = locales;
    assert.equal(ja.intro, '書けるところだけで大丈夫です。名前を書かなくても相談できます。');
    assert.equal(ja.step(1, 4), '4つのうち 1つ目');
    assert.equal(ja.steps.who, 'だれのことですか');
    assert.equal(ja.exit, 'このページをすぐ閉じる');
    assert.match(ja.exitNote, /閉じても、ブラウザーの履歴には残ることがあります。/);
  });

  it('says the sentences of sending', () => {
    const { ja } = locales;
    assert.equal(ja.problemsHeading(1), 'あと1か所、確かめてください');
    assert.equal(ja.labelled(ja.labels.phone, ja.problems['too-short']), '電話番号：数字が足りないようです（例 090-0000-0000）。');
    assert.equal(ja.failedHeading, 'まだ送れていません。書いたことはこの画面に残っています。');
    assert.equal(ja.sentNext(day), '11月25日（水）までに、窓口から返事をします。');
    assert.equal(ja.left(12), 'あと12文字書けます');
    assert.equal(ja.left(-12), '12文字、多いようです');
  });

  it('has no space but in the step line and in examples', () => {
    for (const { key, text } of textsOf(locales.ja)) {
      const plain = text.replace(/例 /g, '').replace('やまだ はなこ', '').replace('Tiếng Việt', '');
      if (!key.startsWith('step(') && !key.startsWith('callLabel')) assert.doesNotMatch(plain, /[ 　]/, `${key}: ${text}`);
    }
  });
});

describe('English', () => {
  it('has Japanese only in brackets, as a term or as something to write', () => {
    const japanese = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}、。「」《》｜]/u;
    for (const { key, text } of textsOf(locales.en)) {
      if (/birth|no-era/.test(key)) continue;
      assert.doesNotMatch(text.replace(/\([^)]*\)/gu, ''), japanese, `${key}: ${text}`);
    }
  });

  it('counts in singular and plural', () => {
    const { en } = locales;
    assert.equal(en.left(1), '1 character left');
    assert.equal(en.left(2), '2 characters left');
    assert.equal(en.left(-1), '1 character too many');
    assert.equal(en.problemsHeading(1), 'Please look at 1 more place');
    assert.equal(en.problemsHeading(3), 'Please look at 3 more places');
    assert.match(en.tryingAgain(1), / 1 second\./);
    assert.match(en.tryingAgain(5), / 5 seconds\./);
  });

  it('is plain: no sentence over 22 words', () => {
    for (const { key, text } of textsOf(locales.en))
      for (const sentence of text.split(/[.?:](?= |$)/)) assert.ok(sentence.split(/\s+/).length <= 22, `${key}: ${sentence}`);
  });
});
