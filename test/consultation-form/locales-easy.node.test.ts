import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { rubyRuns, withoutRuby, type RubyRun } from '../../packages/core/src/locale/ruby.js';
import { easy } from '../../packages/consultation-form/src/locales/easy.js';
import { day, textsOf } from './locales-texts.js';

const texts = textsOf(easy);
const kanji = /\p{Script=Han}/u;
const kanjiCount = (text: string): number => text.match(/\p{Script=Han}/gu)?.length ?? 0;
/** Sentences as they are read: readings off, brackets with an explanation stay in the sentence they explain. */
const sentencesOf = (text: string): string[] => withoutRuby(text).split('。').filter(Boolean);
const marked = (text: string): RubyRun[] => rubyRuns(text).filter((run) => run.reading !== undefined);
/** Examples may hold what a person would write. */
const withoutExamples = (text: string): string => text.replace(/（例(《れい》)?[^）]*）/g, '').replace(/^例(《れい》)?：.*/, '');

/** Kanji that are rightly read in more than one way. */
const manyReadings = new Map([
  ['日', ['にち', 'ひ']],
  ['話', ['はなし', 'はな']],
  ['月', ['がつ', 'つき', 'げつ']],
  ['年', ['ねん', 'とし']],
  ['消', ['け', 'き']],
]);

/** Loanwords that have a plain Japanese word, and the manner of official letters. */
const loanwords =
  /サポート|サービス|スムーズ|フォーム|アクセス|オンライン|ウェブ|サイト|リスト|メニュー|チェック|クリック|タップ|ボタン|エラー|キャンセル|スタッフ|プラン|ニーズ|ケア|コミュニ|システム|データ|バリアフリー|スケジュール|トラブル|ホットライン|メッセージ|ブラウザ|パスワード|パスフレーズ|デバイス|サーバ|ネットワーク|アプリ|タブ|アドレス帳/;
const stiff =
  /られ(る|ま|て|た)|され(る|ま|て|た)|いただ|ござい|いたし|おります|まいり|うかが|ご覧|ご利用|ご相談|ご本人|お越し|お問い|お電話|お受け|お名前|なさ|くださいませ|なければ|ないわけ|等|及び|又は|および|または|場合|端末|受領|記入|選択/;

describe('やさしい日本語 of the form', () => {
  it('has a reading on every kanji', () => {
    for (const { key, text } of texts)
      for (const { base, reading } of rubyRuns(text)) if (reading === undefined) assert.doesNotMatch(base, kanji, `${key}: ${text}`);
  });

  it('has readings in hiragana only, each over kanji, and no stray marks', () => {
    for (const { key, text } of texts) {
      for (const { base, reading } of marked(text)) {
        assert.match(reading!, /^[ぁ-んー]+$/, `${key}: ${text}`);
        assert.match(base, /^\d*\p{Script=Han}+$/u, `${key}: ${text}`);
      }
      assert.doesNotMatch(withoutRuby(text), /[《》｜]/, `${key}: ${text}`);
    }
  });

  it('reads the same kanji the same way everywhere', () => {
    const seen = new Map<string, Set<string>>();
    for (const { base, reading } of texts.flatMap(({ text }) => marked(text))) seen.set(base, (seen.get(base) ?? new Set()).add(reading!));
    for (const [base, readings] of seen)
      if (readings.size > 1)
        assert.deepEqual(
          [...readings].filter((each) => !manyReadings.get(base)?.includes(each)),
          [],
          base,
        );
  });

  it('never puts a reading over what a city or the person wrote', () => {
    const own = marked(texts.map(({ text }) => text).join('\n'));
    for (const value of ['高齢者支援窓口', '24時間', '中央町一丁目', 'みほん市　相談課'])
      assert.deepEqual(
        marked(
          textsOf(easy, value)
            .map(({ text }) => text)
            .join('\n'),
        ),
        own,
        value,
      );
  });

  it('has at most 13 kanji a sentence', () => {
    for (const { key, text } of texts)
      for (const sentence of sentencesOf(withoutExamples(text)))
        assert.ok(kanjiCount(sentence) <= 13, `${key}: ${sentence} has ${kanjiCount(sentence)}`);
  });

  it('has short sentences: at most 50 characters, one comma', () => {
    for (const { key, text } of texts)
      for (const sentence of sentencesOf(text)) {
        assert.ok(sentence.replaceAll(' ', '').length <= 50, `${key}: ${sentence}`);
        assert.ok((withoutExamples(sentence).match(/、/g)?.length ?? 0) <= 1, `${key}: ${sentence}`);
      }
  });

  it('puts a space between phrases', () => {
    for (const { key, text } of texts)
      for (const piece of withoutRuby(text).split(/[ 、。「」（）：・]/))
        if (!/^[\d@a-z.-]+$/.test(piece)) assert.ok(piece.length <= 12, `${key}: ${piece}`);
    for (const { key, text } of texts) assert.doesNotMatch(text, /　|[（「] | [）」、。]/, `${key}: ${text}`);
  });

  it('uses plain words and です・ます', () => {
    for (const { key, text } of texts) {
      assert.doesNotMatch(withoutRuby(text), loanwords, key);
      if (!key.startsWith('topics.')) assert.doesNotMatch(withoutRuby(text).replaceAll(' ', ''), stiff, key);
      if (!text.endsWith('。')) continue;
      for (const sentence of sentencesOf(withoutExamples(text).replace(/（[^）]*）。$/, '。')))
        assert.match(sentence, /(です|ます|ません|ました|でした|ください)$/, `${key}: ${sentence}`);
    }
  });

  it('reads days and people as they are counted', () => {
    assert.ok(easy.sentNext(day).startsWith('11月《がつ》25日《にち》（水曜日《すいようび》）までに '));
    assert.ok(easy.sentNext({ ...day, day: 20 }).startsWith('11月《がつ》｜20日《はつか》（水曜日《すいようび》）までに '));
    assert.deepEqual([1, 2, 3, 12].map(easy.household.member), [
      '｜1人目《ひとりめ》',
      '｜2人目《ふたりめ》',
      '3人目《にんめ》',
      '12人目《にんめ》',
    ]);
  });
});
