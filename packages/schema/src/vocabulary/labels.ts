/**
 * @tsunagu/schema/vocabulary/labels: what worries are called, for pages that show them and listen for none of the words people use.
 */
import type { TopicId, TopicTexts } from './ids.js';

/**
 * Worry → what it is called in Japanese. A copy of the names in `core.ts`, where each stands beside its words; `test/schema/vocabulary.test.ts` holds them
 * equal. Put together from two lists, every finder would be heavier than it is.
 */
export const topicLabels: Readonly<Record<TopicId, string>> = {
  'illness-disability': '病気や健康、障がい',
  'illness-disability/general-health': '健康・健診',
  'illness-disability/maternal': '妊娠・出産・産後',
  'illness-disability/physical': '身体障がい',
  'illness-disability/intellectual': '知的障がい',
  'illness-disability/mental': '心の病気・精神障がい',
  'illness-disability/developmental': '発達障がい・発達の気がかり',
  'illness-disability/welfare-service': '障がい者の手帳・サービス・手当',
  'illness-disability/addiction': '依存症',
  housing: '住まい',
  'housing/rubbish': 'ごみ屋敷・片付け・多頭飼育',
  income: '収入・生活費',
  'income/public-assistance': '生活保護',
  'income/pension': '年金',
  'rent-loan': '家賃・ローンの支払い',
  'tax-utilities': '税金・公共料金の支払い',
  debt: '債務',
  'job-search': '仕事探し・就職',
  'job-search/disability-work': '障がいのある人の就労',
  'work-trouble': '仕事上の不安やトラブル',
  'community-relations': '地域との関係',
  'community-relations/activity': '地域の活動・居場所',
  'family-relations': '家族との関係',
  'family-relations/divorce': '離婚・ひとり親',
  'family-relations/young-carer': 'ヤングケアラー',
  'child-rearing': '子育て',
  'child-rearing/childcare-place': '保育園・預け先',
  'child-rearing/school': '学校・いじめ・教育相談',
  'child-rearing/allowance': '子育てのお金',
  care: '介護',
  'care/dementia': '認知症・物忘れ',
  'care/service': '介護保険・介護サービス',
  'care/prevention': '介護予防・体力づくり',
  'hikikomori-truancy': 'ひきこもり・不登校',
  'hikikomori-truancy/truancy': '不登校・登校しぶり',
  'hikikomori-truancy/hikikomori': 'ひきこもり',
  'hikikomori-truancy/youth': '若者の悩み・居場所',
  'dv-abuse': 'DV・虐待',
  'dv-abuse/partner': 'パートナーからの暴力（DV）',
  'dv-abuse/child': 'こどもへの虐待',
  'dv-abuse/elder': '高齢者への虐待',
  'dv-abuse/disabled': '障がいのある人への虐待',
  'no-food': '食べるものがない',
  other: 'その他',
  'other/rights': '成年後見・権利擁護・金銭管理',
  'other/consumer': '消費者トラブル・詐欺',
  'other/foreign': '外国人・ことば',
  'other/lonely': '孤独・孤立・話し相手',
  'other/gender': '性の悩み・LGBTQ',
  'other/legal': '法律・相続',
  'other/lifelong-learning': '生涯学習・講座',
  'other/disaster': '災害・避難',
  'other/help-to-act': 'どこに相談すればよいか分からない',
};

/** The same in another language: `labelsOf(enTopics)`. */
export const labelsOf = (texts: TopicTexts): Readonly<Record<TopicId, string>> =>
  Object.fromEntries(Object.entries(texts).map(([id, { label }]) => [id, label])) as Record<TopicId, string>;
