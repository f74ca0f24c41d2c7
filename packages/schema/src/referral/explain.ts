/** Sentences about a sheet or its record that could not be read: for vendors, for a server's answers, for the desk. */
import { consentFormats, consentNames, consentRules, explainWith } from '../consent/explain.js';
import type { Found } from '../consent/parse.js';
import { consultationFormats, consultationNames } from '../consultation/explain.js';

const day = '2026-11-27 の形で書いてください';

const names: Readonly<Record<string, string>> = {
  ...consultationNames,
  ...consentNames,
  id: 'シートの番号（id）',
  record: 'シートの番号（record）',
  salt: '乱数（salt）',
  createdAt: '作成した日時',
  city: '市区町村コード',
  from: 'つなぎ元',
  to: 'つなぎ先',
  open: 'つなぎ先',
  coordinator: '調整担当',
  copyTo: '写しの送り先',
  worker: '担当者',
  section: '部署',
  respondDays: '返信までの営業日数',
  respondBy: '返信期限',
  basis: '送る根拠',
  items: '伝える内容',
  summary: '名前を出さない相談の内容',
  household: '世帯',
  members: '世帯の人',
  size: '世帯の人数',
  relation: '続柄',
  together: '同居しているか',
  work: '仕事・学校',
  health: '健康',
  care: '介護',
  housing: '住まい',
  income: '収入',
  debt: '借金・滞納',
  children: '子ども・教育',
  isolation: '孤立',
  violence: '暴力・虐待',
  sex: '性別',
  phones: '電話番号',
  consent: '同意の記録',
  words: '本人のことば',
  wishes: '本人の希望',
  refuses: 'してほしくないこと',
  situation: '聞いたこと',
  safety: '気をつけること',
  dangers: '危険の種類',
  supporters: 'いま関わっている人・機関',
  assessment: 'アセスメント',
  level: '見立て',
  view: '窓口の見立て',
  done: 'これまでの対応',
  what: '対応の内容',
  on: '日付',
  request: 'お願いしたいこと',
  attachments: '添付',
  place: '保管場所',
  title: '題名',
  source: 'もとの相談',
  parts: '書き添え',
  commit: '書き添えのハッシュ（commit）',
  said: '書き添え',
  nextStep: '次にすること',
  toPerson: '本人への伝言',
  shipped: '渡した内容',
  package: '渡した内容のハッシュ（package）',
  via: '送る根拠',
  content: 'シートのハッシュ（content）',
  firstContactBy: '初めて連絡する日',
  reached: '連絡がついたか',
  outcome: '結果',
  did: '取りやめへの対応',
  system: '記録した仕組み',
  rerouted: '調整担当に回した理由',
  meant: '選んだつなぎ先',
};

const formats: Readonly<Record<string, string>> = {
  ...consultationFormats,
  ...consentFormats,
  createdAt: consentFormats.at!,
  receivedAt: consentFormats.at!,
  city: '全国地方公共団体コード6桁で書いてください（例 292095）',
  salt: '16進の32文字で書いてください',
  commit: consentFormats.hash!,
  content: consentFormats.hash!,
  package: consentFormats.hash!,
  respondBy: day,
  firstContactBy: day,
  on: day,
  since: day,
  by: day,
};

const rules: Readonly<Record<string, string>> = {
  ...consentRules,
  'another desk': 'つなぎ先が、つなぎ元と同じ窓口になっています。別の窓口か調整担当を選んでください。',
  'one of topics': '「いちばん困っていること」（mainTopic）は、選んだ「困っていること」（topics）の中の1つにしてください。',
  'one person each': '同じ人の番号（ref）が、二度使われています。一人に1つにしてください。',
  'one record': '別のシートの記録が混ざっています。1枚のシートの記録だけにしてください。',
  'one person': '別のシートの記録が混ざっています。1枚のシートの記録だけにしてください。',
};

const ground =
  '「送る根拠」は、本人の同意（consent）、支援会議（support-conference）、名前を出さない相談（anonymous-advice）のどれか1つにしてください。';

/** One sentence in Japanese, in です・ます, without what was written and without blame. */
export const explainReferralIssue = (issue: Pick<Found, 'path' | 'code' | 'expected'>): string =>
  issue.path.join('/') === 'basis/kind' ? ground : explainWith({ names, formats, rules }, issue);
