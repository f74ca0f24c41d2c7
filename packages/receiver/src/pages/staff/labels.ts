/** What the choices are called on the 相談受付票. */
import type {
  AboutWho,
  AgeBand,
  Awareness,
  CallerName,
  CallTime,
  ConsultationStatus,
  ContactMode,
  ContactWay,
  NeedId,
  Relation,
  SinceWhen,
  SupporterRole,
  Urgency,
} from '@tsunagu/schema/consultation';
import { topics } from '@tsunagu/schema/vocabulary';

const other = 'その他';
const unsure = '分からない';

export const statusLabels: Readonly<Record<ConsultationStatus, string>> = {
  received: '受け付けました',
  read: '読みました',
  answered: '返事をしました',
  'in-progress': '対応中',
  closed: '終わりました',
};

export const labels = {
  who: {
    self: '本人',
    family: '家族',
    neighbour: '近所の人・知り合い',
    supporter: '支援している人',
    unsaid: '言いたくない',
  } satisfies Record<AboutWho, string>,
  role: {
    'welfare-commissioner': '民生委員・児童委員',
    worker: '福祉・医療・行政などの仕事',
    school: '学校・園の教職員',
    other,
  } satisfies Record<SupporterRole, string>,
  awareness: { knows: '知っている', 'does-not-know': '知らない', unsure } satisfies Record<Awareness, string>,
  since: {
    days: 'ここ数日',
    weeks: '数週間前から',
    months: '数か月前から',
    'half-year': '半年ほど前から',
    years: '1年以上前から',
    unsure: 'はっきりしない',
  } satisfies Record<SinceWhen, string>,
  urgency: {
    today: '今日のうちに返事がほしい',
    days: '数日のうちに返事がほしい',
    'no-hurry': '急がない',
    unsure: '急ぎかどうか分からない',
  } satisfies Record<Urgency, string>,
  mode: { anonymous: '名前を書かない', nickname: '呼び名だけ', named: '名前を書いた' } satisfies Record<ContactMode, string>,
  ways: {
    receipt: '受付番号で読む',
    phone: '電話',
    email: 'メール',
    fax: 'FAX',
    letter: '手紙',
    visit: '窓口に来て聞く',
  } satisfies Record<ContactWay, string>,
  callerName: { city: '市役所・役場', desk: '窓口の名前', person: '個人の名前', other: 'ほかの名乗り方' } satisfies Record<
    CallerName,
    string
  >,
  times: { morning: '午前', noon: 'お昼ごろ', afternoon: '午後', evening: '夕方から', any: 'いつでも' } satisfies Record<CallTime, string>,
  needs: {
    written: '筆談',
    'sign-language': '手話',
    interpreter: '外国語の通訳',
    wheelchair: '車いす',
    companion: '付き添いの人といっしょ',
    'large-print': '大きな字',
    'read-aloud': '代読・代筆',
    other,
  } satisfies Record<NeedId, string>,
  ageBand: {
    'under-18': '18歳未満',
    '18-29': '18～29歳',
    '30-49': '30～49歳',
    '50-64': '50～64歳',
    '65-74': '65～74歳',
    '75-84': '75～84歳',
    '85-plus': '85歳以上',
    unsure,
  } satisfies Record<AgeBand, string>,
  relation: {
    spouse: '夫・妻・パートナー',
    child: '子ども',
    parent: '親',
    grandparent: '祖父母',
    grandchild: '孫',
    sibling: 'きょうだい',
    other,
  } satisfies Record<Relation, string>,
  voicemail: { yes: '残してよい', no: '残さない' },
} as const;

const topicLabels = new Map(topics.map(({ id, label }) => [id, label]));

/** A city's own worry is not in the vocabulary: its id is better than nothing. */
export const topicLabel = (id: string): string => topicLabels.get(id) ?? id;

/** The words the person read, where an answer should be in them too. */
export function languageLabel(tag: string): string | undefined {
  if (tag === 'ja') return undefined;
  if (tag.startsWith('ja-x-easy')) return 'やさしい日本語';
  return new Intl.DisplayNames(['ja'], { type: 'language', fallback: 'code' }).of(tag) ?? tag;
}
