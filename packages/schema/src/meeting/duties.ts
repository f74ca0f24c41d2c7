/**
 * 通告・通報: telling that the law itself asks for. It needs nobody's consent, secrecy is no hindrance (児童虐待防止法第6条第3項, 高齢者虐待防止法第7条第3項,
 * 障害者虐待防止法第7条第2項), and no sheet or meeting has to be waited for. What is told that way is no shipment under a consent, and withdrawing consent does
 * not reach it.
 */
import { topicDangersOf } from '../consultation/topic-dangers.js';
import type { Danger } from '../directory/window.schema.js';
import type { Provision } from './legal.js';

export const dutyIds = ['child-abuse', 'elder-abuse', 'disability-abuse', 'partner-violence'] as const;
export type DutyId = (typeof dutyIds)[number];

export interface Duty extends Provision {
  id: DutyId;
  label: string;
  /** The danger that calls for it. */
  danger: Danger;
}

/** Sources are reprints: nobody has held them against e-Gov yet, so that `verifiedOn` is absent. */
const duty = (id: DutyId, danger: Danger, law: string, short: string, article: string, says: string, reprint: string): Duty => ({
  id,
  danger,
  law,
  article,
  label: `${short}第${article}条`,
  says,
  source: `${law} 第${article}条の写し（${reprint}）`,
});

/** In the order in which they are shown. */
export const duties: readonly Duty[] = [
  duty(
    'child-abuse',
    'child-abuse',
    '児童虐待の防止等に関する法律',
    '児童虐待防止法',
    '6',
    '虐待を受けたと思われる子どもに気づいた人は、速やかに、市町村、福祉事務所、児童相談所（電話189）のどれかに通告します。',
    'caresapo.jp、cp-info.net',
  ),
  duty(
    'elder-abuse',
    'elder-abuse',
    '高齢者虐待の防止、高齢者の養護者に対する支援等に関する法律',
    '高齢者虐待防止法',
    '7',
    '養護者から虐待を受けたと思われる高齢者に気づいた人は、速やかに、市町村に通報します。命や体に重大な危険があるときは義務、ほかのときは努力義務です。',
    'iuris.jp、令和4年6月17日施行',
  ),
  duty(
    'disability-abuse',
    'violence',
    '障害者虐待の防止、障害者の養護者に対する支援等に関する法律',
    '障害者虐待防止法',
    '7',
    '養護者から虐待を受けたと思われる障がいのある人に気づいた人は、速やかに、市町村に通報します。',
    'iuris.jp、第二章',
  ),
  duty(
    'partner-violence',
    'violence',
    '配偶者からの暴力の防止及び被害者の保護等に関する法律',
    '配偶者暴力防止法',
    '6',
    '配偶者や元の配偶者から、体への暴力を受けている人に気づいた人は、配偶者暴力相談支援センターか警察官に通報するよう努めます。医療関係者は通報できますが、本人の意思を尊重するよう努めます。',
    'iuris.jp、令和6年4月1日施行',
  ),
];

/** Said before the duties. */
export const dutyLead =
  '通告・通報は、本人の同意がなくてもできます。守秘義務も妨げになりません。シートや会議を待たずに、電話などで知らせてください。';

/** Each duty in a line of its own. */
export const dutyWords = Object.fromEntries(duties.map(({ id, label, says }) => [id, `${label}：${says}`])) as Readonly<
  Record<DutyId, string>
>;

/** The duties that dangers and worries call for, each once. Ids that are none are left out. */
export const dutiesFor = (dangers: readonly string[], topics: readonly string[] = []): Duty[] => {
  const all = new Set([...dangers, ...topicDangersOf(topics)]);
  return duties.filter(({ danger }) => all.has(danger));
};
