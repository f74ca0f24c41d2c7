/** How values are put into words: in Japanese by default, in another language where a page gives its own. */
import { formatBirthDate } from '../../consultation/era.js';
import { dateKeyOf, dayNumberOf, tokyoMinutes, weekdayIndex } from '../../calendar/tokyo.js';
import type { TopicId } from '../../vocabulary/ids.js';
import { topicLabels } from '../../vocabulary/labels.js';
import { referralWords, type ReferralWords } from '../words.js';

export interface Wording {
  /** Names of fields and choices. Default: Japanese. */
  words: ReferralWords;
  /** A worry by its id; undefined: the vocabulary's label, or the id of a worry that a city added. */
  topic: (id: string) => string | undefined;
  /** A desk by its id in the directory; undefined: the name on the sheet, or the id. */
  agency: (id: string) => string | undefined;
  /** `YYYY-MM-DD`. Default: 2026年11月24日（火） */
  day: (date: string) => string;
  /** `YYYY-MM-DD`. Default: 昭和30年（1955年）4月1日 */
  birth: (date: string) => string;
  /** An instant in UTC. Default: 2026年11月24日（火）10:00, in Japan. */
  instant: (at: string) => string;
  /** 78 → 78歳 */
  age: (age: number) => string;
  /** BCP 47. Default: やさしい日本語, ベトナム語 … */
  language: (tag: string) => string;
  list: (items: readonly string[]) => string;
}

const dayWords = (date: string): string =>
  date.replace(/^(\d{4})-0?(\d+)-0?(\d+)$/, (all, year: string, month: string, day: string) => {
    const number = dayNumberOf(all);
    return Number.isNaN(number) ? all : `${year}年${month}月${day}日（${'月火水木金土日'[weekdayIndex(number)]}）`;
  });

function instantWords(at: string): string {
  const time = Date.parse(at);
  if (Number.isNaN(time)) return at;
  const minutes = tokyoMinutes(new Date(time));
  const ofDay = ((minutes % 1440) + 1440) % 1440;
  return `${dayWords(dateKeyOf(Math.floor(minutes / 1440)))}${Math.floor(ofDay / 60)}:${String(ofDay % 60).padStart(2, '0')}`;
}

function languageWords(tag: string): string {
  if (tag.startsWith('ja-x-easy')) return 'やさしい日本語';
  try {
    return new Intl.DisplayNames(['ja'], { type: 'language', fallback: 'code' }).of(tag) ?? tag;
  } catch {
    // Our shape of a tag is a little wider than what Intl takes.
    return tag;
  }
}

export const japanese: Wording = {
  words: referralWords,
  topic: (id) => (Object.hasOwn(topicLabels, id) ? topicLabels[id as TopicId] : undefined),
  agency: () => undefined,
  day: dayWords,
  birth: formatBirthDate,
  instant: instantWords,
  age: (age) => `${age}歳`,
  language: languageWords,
  list: (items) => items.join('、'),
};
