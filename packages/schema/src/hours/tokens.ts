import type { Folded } from './fold.js';
import { words, type Word } from './words.js';

/**
 * A piece of a phrase, `start` to `end` in the folded text. `day`: `value` 0 = Monday … 6 = Sunday. `number`: as written.
 * `time`: minutes after 0:00 (`half`: 0 午前, 1 午後 as written). `date`: month × 100 + day. `unknown`: `why` if more can be said.
 */
export interface Token {
  kind: Word | 'day' | 'number' | 'time' | 'date' | 'unknown' | 'end';
  start: number;
  end: number;
  value: number;
  half?: number;
  nextDay?: boolean;
  why?: string;
}

export const noSuchTime = 'あり得ない時刻です';
const noonOrMidnight = '昼の12時か夜の12時か分かりません';

const dayNames = '月火水木金土日';
const kanjiNumbers = '一二三四五';

/** 9:00, 午後1時半, 正午, 翌5:00, and the first half of 「9～17時」. */
const time =
  /(翌(?:日|朝)?の?)?(午前|午後|am|pm)?\s*(?:(正午)|(\d{1,2})(?:\s*:\s*(\d{1,2})(?::00)?(?![\d:])|時(?!間)\s*(?:(半)|(\d{1,2})(?:分|(?![\d:時])))?|(?=\s*~\s*\d{1,2}時(?!間)))(am|pm)?)/y;
const date = /(\d{1,2})(?:\/(\d{1,2})(?!\d)|月(\d{1,2})日)/y;
const digits = /\d+/y;

const matchAt = (pattern: RegExp, text: string, at: number): RegExpExecArray | null => {
  pattern.lastIndex = at;
  return pattern.exec(text);
};

const readTime = (match: RegExpExecArray): Pick<Token, 'value' | 'half' | 'nextDay' | 'why'> => {
  const [, next, before, noon, hourText, colonMinutes, half, minuteText, after] = match;
  const hour = noon ? 12 : +hourText!;
  const minute = half ? 30 : +(colonMinutes ?? minuteText ?? 0);
  const sign = noon ? undefined : (before ?? after);
  const afternoon = sign && (sign === '午後' || sign === 'pm' ? 1 : 0);
  const value = hour * 60 + minute + (afternoon && hour < 12 ? 720 : 0) + (next ? 1440 : 0);
  let why: string | undefined;
  if (minute > 59 || (colonMinutes && colonMinutes.length < 2) || value >= 2880) why = noSuchTime;
  else if (sign && hour === 12 && (afternoon || minute)) why = noonOrMidnight;
  else if ((afternoon === 0 && hour > 12) || (next && hour > 23) || (before && noon)) why = noSuchTime;
  return { value, nextDay: !!next, ...(typeof afternoon === 'number' && { half: afternoon }), ...(why && { why }) };
};

/** Every character of the text ends up in a token, blanks and particles apart; what no rule knows becomes `unknown`. */
export const tokenise = ({ text }: Folded): Token[] => {
  const tokens: Token[] = [];
  let at = 0;
  let inOrdinal = false;
  const push = (kind: Token['kind'], length: number, rest: Partial<Token> = {}) => {
    const last = tokens.at(-1);
    // A piece is shown whole: kana that follow an unknown word are part of it.
    const more = !rest.why && (kind === 'unknown' || /[ぁ-ん]/.test(text[at]!));
    if (more && last?.kind === 'unknown' && !last.why && last.end === at) last.end += length;
    else if (kind !== 'particle') tokens.push({ kind, start: at, end: at + length, value: 0, ...rest });
    at += length;
  };

  while (at < text.length) {
    const character = text[at]!;
    if (character <= ' ') {
      at++;
      continue;
    }
    const known = words.get(character)?.find(([spelling]) => text.startsWith(spelling, at));
    // 「第1・3火曜」: numbers go on until the weekday; 「3/4」 there are two numbers, not a date.
    if (known?.[1] === 'nth') inOrdinal = true;
    const kanji = inOrdinal ? kanjiNumbers.indexOf(character) : -1;
    const clock = inOrdinal ? null : matchAt(time, text, at);
    const dated = inOrdinal ? null : matchAt(date, text, at);
    const day = dayNames.indexOf(character);
    const previous = tokens.at(-1);

    if (known?.[1] === 'allDay' || known?.[1] === 'always') push(known[1], known[0].length);
    else if (clock) {
      const { why, ...read } = readTime(clock);
      push(why ? 'unknown' : 'time', clock[0].length, why ? { why } : read);
    } else if (dated) push('date', dated[0].length, { value: +dated[1]! * 100 + +(dated[2] ?? dated[3])! });
    else if (kanji >= 0) push('number', 1, { value: kanji + 1 });
    else if (known) push(known[1], known[0].length);
    else if (day >= 0) {
      const named = text[at + 1] === '曜';
      // 「15日」 and 「8月」 are not weekdays; 「第1日曜」 is.
      const counted = !named && (day === 0 || day === 6) && previous?.kind === 'number' && previous.end === at;
      if (counted || (previous?.kind === 'unknown' && previous.end === at)) push('unknown', 1);
      else {
        inOrdinal = false;
        // 「土曜日曜」 is two days: the 日 belongs to the second.
        push('day', !named ? 1 : text[at + 2] === '日' && text[at + 3] !== '曜' ? 3 : 2, { value: day });
      }
    } else {
      const number = matchAt(digits, text, at);
      if (number && inOrdinal) push('number', number[0].length, { value: +number[0] });
      else push('unknown', number ? number[0].length : 1);
    }
  }
  tokens.push({ kind: 'end', start: text.length, end: text.length, value: 0 });
  return tokens;
};
