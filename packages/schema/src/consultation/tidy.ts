/**
 * Takes what people type for what they mean: full-width digits, every kind of hyphen, half-width kana, 元号, 漢数字. Each function returns
 * `value` in the form the schema wants, or a `doubt` to ask about kindly; both, when it was understood but should be looked at again
 * (平成31年5月1日 is 2019-05-01, but the era had changed). None throws, and tidying a value again leaves it as it is.
 *
 * Small on purpose: every form carries it.
 */
import { earliestBirth, isDate, oldestAge, todayInTokyo } from './dates.js';
import { eras } from './era.js';
import { limits } from './limits.js';
import { saysSomething } from '../text/says-something.js';

export { formatBirthDate } from './era.js';

/**
 * What to ask about.
 * - anywhere: `empty`, `too-long`, `characters` (not understood: something in it does not belong there)
 * - phone: `no-area-code`, `too-short`
 * - e-mail: `no-at`, `no-domain`, `slip` (`value` is what was probably meant: gmail.com for gmai.com)
 * - kana: `kanji`, `latin`
 * - birth date: `no-era` (30年4月1日), `no-day` (a year, or a year and a month), `no-such-day`, `era` (`value` is what was understood), `future`
 * - birth date and age: `too-old`
 */
export type Doubt =
  | 'empty'
  | 'too-long'
  | 'characters'
  | 'no-area-code'
  | 'too-short'
  | 'no-at'
  | 'no-domain'
  | 'slip'
  | 'kanji'
  | 'latin'
  | 'no-era'
  | 'no-day'
  | 'no-such-day'
  | 'era'
  | 'future'
  | 'too-old';

/** Understood (a `doubt` then only asks to look again), or not. */
export type Tidied<Value = string> = { value: Value; doubt?: Doubt } | { value?: undefined; doubt: Doubt };

/** More than anybody types into one line; what comes after is not read. */
const longestLine = 1000;

/** What stands where a hyphen is meant: hyphens, dashes, minus, 長音, box lines. */
const hyphens = /[-\u2010-\u2015\u2043\u207b\u2212\u2500\u2501\u30fc]/g;

/** One line, its characters as typed: names have kanji that no normalising may touch. */
const inOneLine = (text: string): string =>
  text
    .slice(0, longestLine)
    .replace(/\s+/g, ' ')
    .replace(/[\p{Cc}\p{Cf}\p{Cs}]/gu, '')
    .replace(/ +/g, ' ')
    .trim();

/** One line, full and half width alike. What nobody sees goes first: it would keep か and ﾞ apart. */
const fold = (text: string): string => inOneLine(inOneLine(text).normalize('NFKC'));

const orDoubt = (value: string, most: number): Tidied =>
  saysSomething(value) ? (value.length > most ? { doubt: 'too-long' } : { value }) : { doubt: 'empty' };

/** Kanji numerals as digits: 三十 → 30, 一九五五 → 1955. */
const westernDigits = (text: string): string =>
  text.replace(/[零○◯]/g, '〇').replace(/[〇一二三四五六七八九十百]+/g, (number) => {
    let whole = 0;
    let digits = '';
    for (const char of number) {
      const worth = char === '百' ? 100 : char === '十' ? 10 : 0;
      if (worth) whole += +(digits || 1) * worth;
      digits = worth ? '' : `${digits}${'〇一二三四五六七八九'.indexOf(char)}`;
    }
    return whole ? String(whole + +digits) : digits;
  });

/** A phone or FAX number with area code, or with `+` from abroad; grouped as the person did it, when that can be a grouping. */
export function tidyPhone(text: string): Tidied {
  const typed = fold(text)
    .replace(/^tel:?/i, '')
    .replace(/o/gi, '0')
    .replace(hyphens, '-')
    .replace(/[-()[\]./・~_一 ]+/g, '-')
    .replace(/^-|-$/g, '');
  if (!typed) return { doubt: 'empty' };
  const number = typed.replace(/^\+81-?(?:0-?)?|^81-?(?=\d(?:-?\d){8,9}$)/, '0');
  if (!/^\+?[\d-]+$/.test(number)) return { doubt: 'characters' };
  const digits = number.replace(/\D/g, '');
  // Mobile, IP and 0800 numbers (020, 050 to 090) have eleven digits, all others ten (東京 03-0… is no mobile number); abroad at most fifteen (E.164).
  const abroad = number.startsWith('+');
  const [least, most] = abroad ? [8, 15] : /^0[25-9]0/.test(digits) ? [11, 11] : [10, 10];
  if (digits.length > most) return { doubt: 'too-long' };
  if (!abroad && !digits.startsWith('0')) return { doubt: 'no-area-code' };
  if (digits.length < least) return { doubt: 'too-short' };
  return { value: /^\+?\d{1,5}(-\d{2,4}){1,3}$/.test(number) ? number : number.replace(/-/g, '') };
}

/** An e-mail address; a slip of the finger in a common domain is doubted, with what was probably meant. */
export function tidyEmail(text: string): Tidied {
  const typed = fold(text)
    .replace(/^mailto:|[\s.,、。]+$|\s/gi, '')
    .replace(/[、。,]/g, '.')
    .replace(hyphens, '-');
  if (!typed) return { doubt: 'empty' };
  const [local = '', domain, ...more] = typed.split('@');
  if (domain === undefined) return { doubt: 'no-at' };
  const host = domain.toLowerCase().replace(/\.+/g, '.').replace(/^\./, '');
  const meant = host
    .replace(/\.(?:con|cmo|vom|comm)$/, '.com')
    .replace(/\.(co|ne)jp$/, '.$1.jp')
    .replace(/^g(?:mai|mal|mial|amil|mil|nail|maill|mail)(?:\.com?|\.cm|\.(?:co\.|ne\.)?jp)?$/, 'gmail.com')
    .replace(/^yah?h?oo?o?\.co(?:\.jp)?$/, 'yahoo.co.jp')
    .replace(/^do[ck]o?mo?(?:\.ne)?(?:\.jp)?$/, 'docomo.ne.jp');
  if (!more.length && !/\.[^.]/.test(meant)) return { doubt: 'no-domain' };
  if (more.length || !/^[!#-'*+\--9=?A-Z^-~]+@(?:[a-z\d-]+\.)+[a-z\d-]{2,}$/i.test(`${local}@${meant}`)) return { doubt: 'characters' };
  const value = `${local}@${meant}`;
  return value.length > 254 ? { doubt: 'too-long' } : meant === host ? { value } : { value, doubt: 'slip' };
}

/** The reading of a name, in hiragana. */
export function tidyKana(text: string): Tidied {
  const typed = fold(text.slice(0, longestLine).replace(/゛/g, '\u3099').replace(/゜/g, '\u309a'))
    .replace(/[ァ-ヶヽヾ]/g, (kana) => String.fromCharCode(kana.charCodeAt(0) - 0x60))
    .replace(hyphens, 'ー')
    .replace(/[=·]/g, '・');
  if (/\p{Script=Han}/u.test(typed)) return { doubt: 'kanji' };
  if (/[a-z]/i.test(typed)) return { doubt: 'latin' };
  return typed && !/^[ぁ-ゖゝゞー・ ]+$/.test(typed) ? { doubt: 'characters' } : orDoubt(typed, limits.line);
}

/** An era by the way it is written: 昭和, 昭, S, s. */
function eraOf(written: string): (typeof eras)[number] | undefined {
  const letter = 'MTSHR'.indexOf(written.toUpperCase());
  return eras[letter] ?? eras.find(([name]) => name.startsWith(written));
}

/** A birth date in either calendar as `YYYY-MM-DD`. `today` is `YYYY-MM-DD` in Asia/Tokyo. */
export function tidyBirthDate(text: string, today = todayInTokyo()): Tidied {
  const typed = westernDigits(fold(text).replace(/([治正和成明大昭平令mtshr])元/i, '$11'))
    .replace(hyphens, '-')
    .replace(/^西暦|(?:生まれ|うまれ|生)$/g, '')
    .trim();
  if (!typed) return { doubt: 'empty' };
  const [, era, year = '', month = '', day = ''] =
    /^(明治?|大正?|昭和?|平成?|令和?|[mtshr])?[-. ]*(\d{1,4})(?: ?[年.,/ -] ?(\d\d?))?(?: ?[月.,/ -] ?(\d\d?) ?日?| ?月|年)?$/i.exec(
      typed,
    ) ??
    /^(\D{0,2})(\d\d|\d{4})(\d\d)(\d\d)$/.exec(typed) ??
    [];
  if (!year) return { doubt: 'characters' };
  const known = era && eraOf(era);
  if (!known && year.length < 4) return { doubt: 'no-era' };
  if (!day) return { doubt: 'no-day' };
  const value = `${+year + (known ? known[1] : 0)}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  if (!isDate(value) || !+year) return { doubt: 'no-such-day' };
  if (value > today) return { doubt: 'future' };
  if (value < earliestBirth(today)) return { doubt: 'too-old' };
  return known && (value < known[2] || value > known[3]) ? { value, doubt: 'era' } : { value };
}

/** An age in years; months count as none yet. */
export function tidyAge(text: string): Tidied<number> {
  const typed = westernDigits(fold(text)).replace(/ /g, '');
  if (!typed) return { doubt: 'empty' };
  const [, years, months] =
    /^満?(\d{1,3})(?:[歳才](?:半|\d+[かカヶケヵ箇]月)?|さい)?$|^(?:生後)?(\d{1,2})[かカヶケヵ箇]月$/.exec(typed) ?? [];
  const value = years ? +years : Math.floor(+months! / 12);
  return Number.isNaN(value) ? { doubt: 'characters' } : value > oldestAge ? { doubt: 'too-old' } : { value };
}

/** 町名: full-width digits become half-width, the rest stays as it is. */
export const tidyTown = (text: string): Tidied => orDoubt(fold(text), limits.line);

/** A name or anything else in one line, every character as typed. */
export const tidyLine = (text: string, most: number = limits.line): Tidied => orDoubt(inOneLine(text), most);

/** Own words: line ends of one kind, and without what nobody sees and a database refuses (NUL, half of an emoji that a limit cut off). */
export const tidyText = (text: string, most: number = limits.words): Tidied =>
  orDoubt(
    text
      .replace(/\r\n?/g, '\n')
      .replace(/(?![\n\t])[\p{Cc}\p{Cs}]/gu, '')
      .trim(),
    most,
  );
