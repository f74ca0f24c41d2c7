/** @tsunagu/schema/consent/words: what consents are called in Japanese at a desk. The dialog speaks to the person, and has words of its own. */
import type { Expresser, ItemId } from './choices.js';

export { purposeWords } from './purpose-words.js';

/** Who by law may speak for a person. */
export const representativeWords = {
  parent: '親権者',
  'minor-guardian': '未成年後見人',
  'adult-guardian': '成年後見人',
  curator: '保佐人',
  assistant: '補助人',
  'voluntary-guardian': '任意後見人',
} as const satisfies Readonly<Record<Exclude<Expresser, 'self' | 'supported'>, string>>;

/** In the order of the sheet. */
export const itemWords: Readonly<Record<ItemId, string>> = {
  'own-words': '本人のことば',
  worries: '困っていること',
  wishes: '本人の希望',
  about: 'だれのことか',
  urgency: '急ぎの度合い',
  name: '氏名・呼び名',
  birth: '生年月日・年代',
  sex: '性別',
  address: '住所・町名',
  contact: '連絡先',
  'safe-contact': '折り返しの注意',
  household: '世帯・家族',
  needs: '相談のときに必要なこと',
  health: '健康・障がい',
  care: '介護',
  housing: '住まい',
  income: '収入・生活費',
  debt: '借金・滞納',
  work: '仕事',
  children: '子ども・子育て',
  isolation: 'ひきこもり・孤立',
  violence: '暴力・虐待',
  assessment: '窓口の見立て',
  history: '相談・支援の経過',
  plan: '支援プラン',
};
