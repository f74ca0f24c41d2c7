/** What makes a text やさしい日本語, as rules that any element's sentences can be held against. No test framework: each rule lists what offends it. */
import { rubyRuns, withoutRuby, type RubyRun } from '../../packages/core/src/locale/ruby.js';

export interface Sentence {
  key: string;
  text: string;
}

export interface EasyOptions {
  /** Kanji that are rightly read in more than one way, besides the common ones. */
  readings?: Readonly<Record<string, readonly string[]>>;
  /** Official words with a loanword or a stiff form in them, which are named whole and then explained. */
  official?: readonly string[];
}

const kanji = /\p{Script=Han}/u;
const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;
const marked = (text: string): RubyRun[] => rubyRuns(text).filter((run) => run.reading !== undefined);
/** Examples may hold what a person would write. */
const withoutExamples = (text: string): string => text.replace(/（例(《れい》)?[^）]*）/g, '').replace(/^例(《れい》)?：.*/, '');
const spoken = (text: string): string => withoutRuby(withoutExamples(text));
/** Sentences as they are read: readings off, an explanation in brackets stays in its sentence. */
const sentencesOf = (text: string): string[] => text.split('。').filter(Boolean);

const commonReadings: Readonly<Record<string, readonly string[]>> = {
  日: ['にち', 'ひ'],
  話: ['はなし', 'はな'],
  月: ['がつ', 'つき', 'げつ'],
  年: ['ねん', 'とし'],
  消: ['け', 'き'],
};

const loanwords =
  /サポート|サービス|スムーズ|スムース|フォーム|アクセス|オンライン|ウェブ|サイト|リスト|メニュー|チェック|クリック|タップ|ボタン|エラー|キャンセル|スタッフ|プラン|ニーズ|ケア|コミュニ|システム|データ|バリアフリー|スケジュール|トラブル|ホットライン|メッセージ|ブラウザ|パスワード|パスフレーズ|デバイス|サーバ|ネットワーク|アプリ|タブ|アドレス帳|ループ|フリーダイヤル/;
const stiff =
  /られ(る|ま|て|た)|され(る|ま|て|た)|いただ|ござい|いたし|おります|まいり|うかが|ご覧|ご利用|ご相談|ご本人|お越し|お問い|お電話|お受け|お名前|なさ|くださいませ|なければ|ないわけ|等|及び|又は|および|または|場合|端末|受領|記入|選択|同意/;

type Rule = (texts: readonly Sentence[], options: EasyOptions) => string[];

const each =
  (offends: (text: string, options: EasyOptions) => boolean | string): Rule =>
  (texts, options) =>
    texts.flatMap(({ key, text }) => {
      const found = offends(text, options);
      return found === false || found === '' ? [] : [`${key}: ${typeof found === 'string' ? found : text}`];
    });

const firstOf = (all: readonly string[], offends: (one: string) => boolean): string => all.find(offends) ?? '';
const withoutOfficial = (text: string, { official = [] }: EasyOptions): string =>
  official.reduce((rest, word) => rest.replaceAll(word, ''), text);

/** By name: what offends the rule, as `key: text`; empty when nothing does. */
export const easyJapanese: Readonly<Record<string, Rule>> = {
  'a reading on every kanji': each((text) => rubyRuns(text).some(({ base, reading }) => reading === undefined && kanji.test(base))),
  'readings in hiragana, each over kanji, and no stray marks': each(
    (text) =>
      marked(text).some(({ base, reading }) => !/^[ぁ-んー]+$/.test(reading!) || !/^\d*\p{Script=Han}+$/u.test(base)) ||
      /[《》｜]/.test(withoutRuby(text)),
  ),
  'the same kanji read the same way everywhere': (texts, { readings = {} }) => {
    const seen = new Map<string, Set<string>>();
    for (const { base, reading } of texts.flatMap(({ text }) => marked(text))) seen.set(base, (seen.get(base) ?? new Set()).add(reading!));
    return [...seen].flatMap(([base, said]) => {
      const allowed = [...(commonReadings[base] ?? []), ...(readings[base] ?? [])];
      return said.size > 1 && [...said].some((reading) => !allowed.includes(reading)) ? [`${base}: ${[...said].join()}`] : [];
    });
  },
  'at most 13 kanji a sentence': each((text) => firstOf(sentencesOf(spoken(text)), (one) => count(one, /\p{Script=Han}/gu) > 13)),
  'at most 50 characters and one comma a sentence': each(
    (text) =>
      firstOf(sentencesOf(withoutRuby(text)), (one) => one.replaceAll(' ', '').length > 50) ||
      firstOf(sentencesOf(spoken(text)), (one) => count(one, /、/g) > 1),
  ),
  'a space between phrases': each(
    (text) =>
      firstOf(withoutRuby(text).split(/[ 、。「」（）：・]/), (piece) => piece.length > 12 && !/^[\d@a-z.-]+$/.test(piece)) ||
      (/　|[（「] | [）」、。]/.test(text) ? text : ''),
  ),
  'plain words': each((text, options) => {
    const rest = withoutOfficial(withoutRuby(text), options).replaceAll(' ', '');
    return (loanwords.exec(rest) ?? stiff.exec(rest))?.[0] ?? '';
  }),
  'です and ます at the end of sentences': each((text) =>
    text.endsWith('。')
      ? firstOf(sentencesOf(spoken(text).replace(/（[^）]*）。$/, '。')), (one) => !/(です|ます|ません|ました|でした|ください)$/.test(one))
      : '',
  ),
};
