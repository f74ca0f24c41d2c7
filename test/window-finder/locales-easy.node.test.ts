import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { holidayName } from '@tsunagu/schema/open-state';
import { rubyRuns, withoutRuby, type RubyRun } from '../../packages/core/src/locale/ruby.js';
import { easy } from '../../packages/window-finder/src/locales/easy.js';
import { en } from '../../packages/window-finder/src/locales/en.js';
import { day, textsOf } from './locales-texts.js';

const texts = textsOf(easy);
const kanji = /\p{Script=Han}/u;
const kanjiCount = (text: string): number => text.match(/\p{Script=Han}/gu)?.length ?? 0;
/** Sentences as they are read: readings off, brackets with an explanation stay in the sentence they explain. */
const sentencesOf = (text: string): string[] => withoutRuby(text).split('。').filter(Boolean);
const marked = (text: string): RubyRun[] => rubyRuns(text).filter((run) => run.reading !== undefined);

/** Kanji that are rightly read in more than one way. */
const manyReadings = new Map([
  ['日', ['にち', 'ひ']],
  ['話', ['はなし', 'はな']],
  ['月', ['がつ', 'つき']],
  ['年', ['ねん', 'とし']],
]);

/** Loanwords that have a plain Japanese word, and the manner of official letters. */
const loanwords =
  /サポート|サービス|スムーズ|スムース|フォーム|アクセス|オンライン|ウェブ|サイト|リスト|メニュー|チェック|クリック|タップ|ボタン|エラー|キャンセル|スタッフ|プラン|ニーズ|ケア|コミュニ|システム|データ|バリアフリー|ループ|フリーダイヤル|スケジュール|トラブル|ホットライン/;
const stiff =
  /られ(る|ま|て|た)|され(る|ま|て|た)|いただ|ござい|いたし|おります|まいり|うかが|ご覧|ご利用|ご相談|お越し|お問い|お電話|お受け|なさ|くださいませ|なければ|ないわけ|等|及び|又は|および|または/;

describe('やさしい日本語', () => {
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

  it('never puts a reading over what a city wrote', () => {
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
      for (const sentence of sentencesOf(text)) assert.ok(kanjiCount(sentence) <= 13, `${key}: ${sentence} has ${kanjiCount(sentence)}`);
  });

  it('has short sentences: at most 50 characters, one comma', () => {
    for (const { key, text } of texts)
      for (const sentence of sentencesOf(text)) {
        assert.ok(sentence.replaceAll(' ', '').length <= 50, `${key}: ${sentence}`);
        if (!key.startsWith('searchExample')) assert.ok((sentence.match(/、/g)?.length ?? 0) <= 1, `${key}: ${sentence}`);
      }
  });

  it('puts a space between phrases', () => {
    for (const { key, text } of texts)
      for (const piece of withoutRuby(text).split(/[ 、。「」（）：・]/)) assert.ok(piece.length <= 12, `${key}: ${piece}`);
    for (const { key, text } of texts) assert.doesNotMatch(text, /　|[（「] | [）」、。]/, `${key}: ${text}`);
  });

  it('uses plain words and です・ます', () => {
    for (const { key, text } of texts) {
      assert.doesNotMatch(withoutRuby(text), loanwords, key);
      assert.doesNotMatch(withoutRuby(text).replaceAll(' ', ''), stiff, key);
      if (!text.endsWith('。')) continue;
      for (const sentence of sentencesOf(text)) assert.match(sentence, /(です|ます|ません|ました|でした|ください)$/, `${key}: ${sentence}`);
    }
  });

  it('reads the days of the month as they are said', () => {
    const said = (of: number): string => easy.opensOn({ ...day, day: of }, '');
    assert.equal(said(25), '11月《がつ》25日《にち》（水曜日《すいようび》） ');
    assert.equal(said(1), '11月《がつ》｜1日《ついたち》（水曜日《すいようび》） ');
    assert.deepEqual(
      Array.from({ length: 31 }, (_, index) => index + 1).filter((of) => !said(of).includes('日《にち》')),
      [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 14, 20, 24],
    );
    for (let of = 1; of <= 31; of++) assert.equal(withoutRuby(said(of)), `11月${of}日（水曜日） `);
    assert.equal(withoutRuby(easy.verifiedOn(day)), '2026年11月25日に 確かめました');
  });

  it('has a reading, and English a name, for every public holiday of the years to come', () => {
    const names = new Set<string>();
    for (let at = Date.UTC(2026, 0, 1); at < Date.UTC(2036, 0, 1); at += 86_400_000) {
      const name = holidayName(new Date(at).toISOString().slice(0, 10));
      if (name) names.add(name);
    }
    assert.ok(names.size >= 17, [...names].join());
    for (const name of names) {
      const said = easy.unknownHoliday(name);
      assert.ok(withoutRuby(said).startsWith(`${name}は `), name);
      for (const { base, reading } of rubyRuns(said)) if (reading === undefined) assert.doesNotMatch(base, kanji, name);
      for (const sentence of sentencesOf(said)) assert.ok(kanjiCount(sentence) <= 13, sentence);
      assert.ok(en.unknownHoliday(name).includes(` (${name}) is a public holiday.`), name);
    }
  });
});
