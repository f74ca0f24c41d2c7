/**
 * @tsunagu/schema/consultation/words: what the choices of a consultation are called in Japanese, where form, dialog, desk and sheet say the same. Each
 * table stands alone, so that a page carries those it shows. The dialog says そのほか, the staff page says some of them as a desk would: they replace
 * those words and keep the rest.
 */
import type {
  AboutWho,
  AgeBand,
  Awareness,
  CallerName,
  CallTime,
  ContactWay,
  NeedId,
  Relation,
  SinceWhen,
  SupporterRole,
  Urgency,
} from './choices.js';

export { modeAtDeskWords } from './mode-words.js';

const other = 'その他';
const unsure = '分からない';

export const roleWords: Readonly<Record<SupporterRole, string>> = {
  'welfare-commissioner': '民生委員・児童委員',
  worker: '福祉・医療・行政などの仕事',
  school: '学校・園の教職員',
  other,
};

/** Does the person know that somebody writes? */
export const awarenessWords: Readonly<Record<Awareness, string>> = { knows: '知っている', 'does-not-know': '知らない', unsure };

export const sinceWords: Readonly<Record<SinceWhen, string>> = {
  days: 'ここ数日',
  weeks: '数週間前から',
  months: '数か月前から',
  'half-year': '半年ほど前から',
  years: '1年以上前から',
  unsure: 'はっきりしない',
};

/** As answers to 「いつごろまでに返事がほしいですか」. */
export const urgencyWords: Readonly<Record<Urgency, string>> = {
  today: '今日のうちに',
  days: '数日のうちに',
  'no-hurry': '急がない',
  unsure,
};

/** As the person chooses them. */
export const wayWords: Readonly<Record<ContactWay, string>> = {
  receipt: '受付番号で読む',
  phone: '電話',
  email: 'メール',
  fax: 'FAX',
  letter: '手紙',
  visit: '窓口に行って聞く',
};

export const callerNameWords: Readonly<Record<CallerName, string>> = {
  city: '市役所・役場',
  desk: '窓口の名前',
  person: '個人の名前',
  other: 'ほかの名乗り方',
};

export const callTimeWords: Readonly<Record<CallTime, string>> = {
  morning: '午前',
  noon: 'お昼ごろ',
  afternoon: '午後',
  evening: '夕方から',
  any: 'いつでも',
};

export const needWords: Readonly<Record<NeedId, string>> = {
  written: '筆談',
  'sign-language': '手話',
  interpreter: '外国語の通訳',
  wheelchair: '車いすで入れる場所',
  companion: '付き添いの人といっしょに',
  'large-print': '大きな字',
  'read-aloud': '代読・代筆',
  other,
};

export const ageBandWords: Readonly<Record<AgeBand, string>> = {
  'under-18': '18歳未満',
  '18-29': '18～29歳',
  '30-49': '30～49歳',
  '50-64': '50～64歳',
  '65-74': '65～74歳',
  '75-84': '75～84歳',
  '85-plus': '85歳以上',
  unsure,
};

export const relationWords: Readonly<Record<Relation, string>> = {
  spouse: '夫・妻・パートナー',
  child: '子ども',
  parent: '親',
  grandparent: '祖父母',
  grandchild: '孫',
  sibling: 'きょうだい',
  other,
};

/** Who spoke, as a desk writes it down. */
export const whoAtDeskWords: Readonly<Record<AboutWho, string>> = {
  self: '本人',
  family: '家族',
  neighbour: '近所の人・知り合い',
  supporter: '支援している人',
  unsaid: '言いたくない',
};

/** How soon an answer is wanted, as a desk writes it down. */
export const urgencyAtDeskWords: Readonly<Record<Urgency, string>> = {
  today: '今日のうちに返事がほしい',
  days: '数日のうちに返事がほしい',
  'no-hurry': '急がない',
  unsure: '急ぎかどうか分からない',
};
