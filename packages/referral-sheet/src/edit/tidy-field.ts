/** What is typed becomes a value when it can be understood; until then it stays as it was typed. No DOM. */
import {
  formatBirthDate,
  tidyAge,
  tidyBirthDate,
  tidyEmail,
  tidyKana,
  tidyLine,
  tidyPhone,
  type Doubt,
} from '@tsunagu/schema/consultation/tidy';
import { apart, isDay, plusDays } from './days.js';

/** How a field is understood. Texts keep every blank while they are written. */
export const fieldKinds = ['line', 'text', 'kana', 'phone', 'phones', 'email', 'birth', 'age', 'day', 'number'] as const;
export type FieldKind = (typeof fieldKinds)[number];

export interface Understood {
  /** Absent: nothing, or not understood. */
  value?: unknown;
  /** What to ask, when the sheet is to be sent. Nothing written is never a problem. */
  doubt?: Doubt | 'number';
}

export interface TidyRule {
  kind: FieldKind;
  /** Characters, or for a number the largest. */
  most: number;
}

/** Characters that the sheet cannot keep: controls and halves of a character, in a line also breaks. Everything that can be seen stays. */
const unfitText = /(?![\n\t])[\p{Cc}\p{Cs}]/gu;
const unfitLine = /[\p{Cc}\p{Cs}\u2028\u2029]/gu;
/** In hardly any text there is such a character or half of one: a long text is asked that at each key, for a sixth of what looking for them costs. */
const suspect = /[^\n\t -~\u00a0-\ud7ff\ue000-\uffff]/;
/** Something that can be seen. */
const seen = /[^\s\p{Cc}\p{Cf}\u2800\u3164]/u;

const asText = (text: string, most: number, unfit: RegExp): Understood => {
  const value =
    unfit === unfitText && !suspect.test(text) ? text : text.replace(/\r\n?/g, '\n').replace(unfit, unfit === unfitLine ? ' ' : '');
  if (!seen.test(value)) return {};
  return value.length > most ? { doubt: 'too-long' } : { value };
};

const asNumber = (text: string, most: number): Understood => {
  const digits = text.normalize('NFKC').replace(/[\s人名日営業]/g, '');
  if (!digits) return {};
  const value = /^\d{1,4}$/.test(digits) ? +digits : NaN;
  return value >= 1 && value <= most ? { value } : { doubt: 'number' };
};

const orNothing = ({ value, doubt }: { value?: unknown; doubt?: Doubt }): Understood =>
  doubt === 'empty'
    ? {}
    : value !== undefined && doubt === undefined
      ? { value }
      : value !== undefined
        ? { value, doubt: doubt! }
        : { doubt: doubt! };

/** Days ahead that are still believed: ten years. */
const farthest = 3653;

/**
 * A day somebody does something on: with its year in either calendar, or month and day alone for the nearest one. `today`: `YYYY-MM-DD`.
 */
export function tidyDay(text: string, today: string): Understood {
  const short = /^\s*(\d{1,2})\s*[月/.-]\s*(\d{1,2})\s*日?\s*(?:[（(].[)）])?\s*$/.exec(text.normalize('NFKC'));
  const horizon = plusDays(today, farthest);
  if (!short) return orNothing(tidyBirthDate(text.normalize('NFKC').replace(/[（(][月火水木金土日][)）]\s*$/, ''), horizon));
  const year = +today.slice(0, 4);
  const candidates = [year - 1, year, year + 1]
    .map((each) => `${each}-${short[1]!.padStart(2, '0')}-${short[2]!.padStart(2, '0')}`)
    .filter(isDay)
    .sort((a, b) => apart(a, today) - apart(b, today));
  return candidates[0] === undefined ? { doubt: 'no-such-day' } : { value: candidates[0] };
}

function asPhones(text: string): Understood {
  const each = text
    .split(/[\n、,;／]+/)
    .filter((one) => seen.test(one))
    .map((one) => tidyPhone(one));
  if (!each.length) return {};
  const wrong = each.find(({ value }) => value === undefined);
  if (wrong) return { doubt: wrong.doubt! };
  return each.length > 5 ? { doubt: 'too-long' } : { value: [...new Set(each.map(({ value }) => value!))] };
}

/** What a text means in its field. `today`: `YYYY-MM-DD` in Asia/Tokyo, asked where it matters: not at each key of a text. Never throws. */
export function understand(text: string, { kind, most }: TidyRule, today: () => string): Understood {
  switch (kind) {
    case 'text':
      return asText(text, most, unfitText);
    case 'line':
      return asText(text, most, unfitLine);
    case 'kana':
      return orNothing(tidyKana(text));
    case 'phone':
      return orNothing(tidyPhone(text));
    case 'phones':
      return asPhones(text);
    case 'email':
      return orNothing(tidyEmail(text));
    case 'birth':
      return orNothing(tidyBirthDate(text, today()));
    case 'age':
      return orNothing(tidyAge(text));
    case 'day':
      return seen.test(text) ? tidyDay(text, today()) : {};
    case 'number':
      return asNumber(text, most);
  }
}

/** How a value stands in its field before anybody writes there. */
export function asTyped(value: unknown, kind: FieldKind): string {
  if (value === undefined || value === null) return '';
  if (Array.isArray(value)) return value.join('、');
  const text = typeof value === 'string' || typeof value === 'number' ? String(value) : '';
  return kind === 'birth' || kind === 'day' ? formatBirthDate(text) : text;
}

/** A name in one line without the blanks around it: for what is shown in a sentence. */
export const inOneLine = (text: string, most: number): string => tidyLine(text.slice(0, most * 4), most * 4).value?.slice(0, most) ?? '';
