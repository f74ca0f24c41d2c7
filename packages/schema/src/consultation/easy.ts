/**
 * @tsunagu/schema/consultation/easy: what the choices of a consultation are called in やさしい日本語, where form, dialog and sheet say the same. Loaded
 * only with that language; what only one of them says stands there.
 */
import type { AgeBand, Awareness, CallerName, CallTime, ContactWay, NeedId, Relation, SinceWhen, SupporterRole } from './choices.js';

const other = 'ほかの こと';
const unsure = 'わからない';

export const roleWords: Readonly<Record<SupporterRole, string>> = {
  'welfare-commissioner': '民生委員《みんせいいいん》・児童委員《じどういいん》',
  worker: '福祉《ふくし》・病院《びょういん》・役所《やくしょ》などで 働《はたら》いて いる',
  school: '学校《がっこう》や 保育園《ほいくえん》などで 働《はたら》いて いる',
  other,
};

/** Does the person know that somebody writes? */
export const awarenessWords: Readonly<Record<Awareness, string>> = {
  knows: '知《し》って いる',
  'does-not-know': '知《し》らない',
  unsure,
};

export const sinceWords: Readonly<Record<SinceWhen, string>> = {
  days: '2、3日《にち》くらい 前《まえ》から',
  weeks: '2、3週間《しゅうかん》くらい 前《まえ》から',
  months: '2、3か月《げつ》くらい 前《まえ》から',
  'half-year': '半年《はんとし》くらい 前《まえ》から',
  years: '1年《ねん》より もっと 前《まえ》から',
  unsure,
};

/** As the person chooses them. */
export const wayWords: Readonly<Record<ContactWay, string>> = {
  receipt: '受付番号《うけつけばんごう》で 読《よ》む',
  phone: '電話《でんわ》',
  email: 'メール',
  fax: 'FAX',
  letter: '手紙《てがみ》',
  visit: '窓口《まどぐち》に 行《い》って 聞《き》く',
};

export const callerNameWords: Readonly<Record<CallerName, string>> = {
  city: '市役所《しやくしょ》・町役場《まちやくば》',
  desk: '窓口《まどぐち》の 名前《なまえ》',
  person: '人《ひと》の 名前《なまえ》',
  other: 'ほかの 名前《なまえ》',
};

export const callTimeWords: Readonly<Record<CallTime, string>> = {
  morning: '朝《あさ》',
  noon: '昼《ひる》ごろ',
  afternoon: '午後《ごご》',
  evening: '夕方《ゆうがた》から',
  any: 'いつでも いい',
};

export const needWords: Readonly<Record<NeedId, string>> = {
  written: '筆談《ひつだん》（紙《かみ》に 書《か》いて 話《はな》す こと）',
  'sign-language': '手話《しゅわ》（手《て》で 話《はな》す ことば）',
  interpreter: '通訳《つうやく》（ことばを かえて 伝《つた》える 人《ひと》）',
  wheelchair: '車《くるま》いすで 入《はい》れる ところ',
  companion: 'だれかと いっしょに 行《い》く こと',
  'large-print': '大《おお》きい 字《じ》',
  'read-aloud': '読《よ》む ことや 書《か》く ことの 手伝《てつだ》い',
  other,
};

export const ageBandWords: Readonly<Record<AgeBand, string>> = {
  'under-18': '17歳《さい》まで',
  '18-29': '18歳《さい》から 29歳《さい》',
  '30-49': '30歳《さい》から 49歳《さい》',
  '50-64': '50歳《さい》から 64歳《さい》',
  '65-74': '65歳《さい》から 74歳《さい》',
  '75-84': '75歳《さい》から 84歳《さい》',
  '85-plus': '85歳《さい》から',
  unsure,
};

export const relationWords: Readonly<Record<Relation, string>> = {
  spouse: '夫《おっと》・妻《つま》・パートナー',
  child: '子《こ》ども',
  parent: '親《おや》',
  grandparent: 'おじいさん・おばあさん',
  grandchild: '孫《まご》（子《こ》どもの 子《こ》ども）',
  sibling: '兄《あに》・姉《あね》・弟《おとうと》・妹《いもうと》',
  other: 'ほかの 人《ひと》',
};
