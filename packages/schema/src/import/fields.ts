/** A city's words for a field of work → stable ids, and the worries a desk of that field takes for certain. */
import { comparable } from './text.js';

export type FieldId = 'general' | 'elderly' | 'disability' | 'child' | 'livelihood' | 'health' | 'rights' | 'other';

interface Field {
  /** Whole words (after `comparable`) and stems that tell the field in a field column. */
  words: RegExp;
  /** Worries every desk of the field takes; ids of the vocabulary. */
  topics: readonly string[];
}

export const fieldTable: Record<FieldId, Field> = {
  general: {
    words: /総合|全般|包括相談|福祉全般|なんでも|何でも|分野を問わない|全分野|多分野|属性を問わない/,
    topics: ['other/help-to-act'],
  },
  elderly: {
    words: /高齢|介護|認知症|老人|シニア/,
    topics: ['care', 'care/dementia', 'care/service', 'care/prevention', 'dv-abuse/elder'],
  },
  disability: {
    words: /障がい|身体|知的|精神|発達|難病/,
    topics: [
      'illness-disability/physical',
      'illness-disability/intellectual',
      'illness-disability/mental',
      'illness-disability/developmental',
      'illness-disability/welfare-service',
    ],
  },
  child: { words: /こども|児童|子育て|育児|母子|妊娠|若者|青少年|ひとり親|教育/, topics: ['child-rearing'] },
  livelihood: {
    words: /生活困窮|困窮|生活保護|自立相談|就労|しごと|仕事|家計|くらし|暮らし|^生活$/,
    topics: ['income', 'rent-loan', 'tax-utilities', 'debt', 'job-search', 'no-food'],
  },
  health: { words: /健康|保健|医療|こころ|心の/, topics: ['illness-disability/general-health'] },
  rights: { words: /権利擁護|成年後見|後見/, topics: ['other/rights'] },
  other: { words: /^その他$|^ほか$/, topics: [] },
};

/** Kinds of disability, child, and so on named in "mainly for" (主に身体障がい者): they narrow the topics. */
const narrower: readonly (readonly [RegExp, string])[] = [
  [/身体|視覚|聴覚|肢体/, 'illness-disability/physical'],
  [/知的/, 'illness-disability/intellectual'],
  [/精神/, 'illness-disability/mental'],
  [/発達/, 'illness-disability/developmental'],
  [/依存症/, 'illness-disability/addiction'],
  [/認知症/, 'care/dementia'],
  [/ひきこもり|引きこもり/, 'hikikomori-truancy/hikikomori'],
  [/不登校/, 'hikikomori-truancy/truancy'],
  [/ヤングケアラー/, 'family-relations/young-carer'],
  [/ひとり親/, 'family-relations/divorce'],
  [/妊産婦|妊娠|出産/, 'illness-disability/maternal'],
  [/生活保護/, 'income/public-assistance'],
  [/外国人/, 'other/foreign'],
];

/** Facilities whose field is fixed by law or by their very name. A name never makes a desk `general`: taking every worry is the city's promise. */
const byName: readonly (readonly [RegExp, FieldId])[] = [
  [/地域包括支援センター|在宅介護支援センター|高齢者/, 'elderly'],
  [/権利擁護|成年後見/, 'rights'],
  [/基幹相談支援|障がい|地域活動支援センター/, 'disability'],
  [/こども家庭センター|子育て|児童|母子|保育/, 'child'],
  [/自立相談支援|生活困窮|生活保護/, 'livelihood'],
  [/保健所|保健センター/, 'health'],
];

/** Every field named in a field cell, in the order of the table. */
export function fieldsOf(text: string): FieldId[] {
  const words = comparable(text);
  return (Object.keys(fieldTable) as FieldId[]).filter((id) => fieldTable[id].words.test(words));
}

/** True when the cell holds nothing but the field's word: 高齢, 障がい福祉, 子どもの相談. 教育相談室 and 保健センター are desks. */
export function isPlainFieldWord(text: string): boolean {
  const [only, ...others] = fieldsOf(text);
  if (!only || others.length > 0) return false;
  const stems = new RegExp(fieldTable[only].words.source.replace(/[$^]/g, ''), 'g');
  return /^(者|等|の|に関する|関係|分野|福祉|支援|ご?相談|窓口)*$/.test(comparable(text).replace(stems, ''));
}

export function fieldOfName(name: string): FieldId | undefined {
  const words = comparable(name);
  return byName.find(([pattern]) => pattern.test(words))?.[1];
}

/** Topics of a desk: within its field those that "mainly for" names, else all of the field's. Without a field the words decide. */
export function topicsOf(fields: readonly FieldId[], mainlyFor: string): string[] {
  const words = comparable(mainlyFor);
  const narrow = narrower.filter(([pattern]) => pattern.test(words)).map(([, topic]) => topic);
  if (narrow.length > 0 && fields.length > 0 && !fields.includes('general')) return narrow;
  const known = fields.length > 0 ? fields : fieldsOf(mainlyFor).filter((id) => id !== 'general');
  return [...new Set([...known.flatMap((id) => fieldTable[id].topics), ...narrow])];
}
