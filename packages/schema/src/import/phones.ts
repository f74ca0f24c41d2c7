/** Reads telephone and FAX numbers as cities print them. A number that cannot be dialled for certain is not made up. */
import { patterns, type Fax, type Phone } from '../directory/primitives.js';
import { clip, plain } from './text.js';

export interface ReadNumber {
  fax: boolean;
  /** As printed, after NFKC. */
  printed: string;
  /** Dialable, with area code; undefined when it could not be made out. */
  number?: string;
  repair?: 'area-code' | 'lost-zero' | 'format';
  note?: string;
  extension?: string;
}

export interface ReadContact {
  numbers: ReadNumber[];
  emails: string[];
  urls: string[];
  /** Text that belongs to no number. */
  rest: string[];
  /** Three or more unlabelled numbers under a heading for both: which is the FAX is a guess. */
  ambiguous: boolean;
  /** One number said to serve both. */
  shared: boolean;
  /** The cell says that there is none. */
  none: boolean;
}

const token =
  /内線[:\s]*(?:番号)?[:\s]*#?(?<ext>\d[\d,・~-]{0,40})|(?<fax>fax|ファックス|ファクス|ファクシミリ)|(?<tel>tel|電話番号|電話|でんわ|phone|☎|📞|📱)|(?<range>~\s?\d{1,4}(?![\d-]))|(?<num>\+?\d[\d-]{4,24}\d|(?<!\d)#\d{3,4}(?!\d)|(?<![\d#-])1\d\d(?![\d-]))|(?<none>(?<=^|[\s/:,])(?:-{1,4}|なし|無し|無)(?=$|[\s/,(]))/giu;

export type ContactMode = 'phone' | 'fax' | 'both';

/** `mode` is what the heading promises; words in the cell (TEL, FAX, 内線, 直通) win over it. */
export function readContact(text: string, mode: ContactMode, areaCode?: string): ReadContact {
  const result: ReadContact = { numbers: [], emails: [], urls: [], rest: [], ambiguous: false, shared: false, none: false };
  let flat = plain(clip(text, 5000));
  flat = flat.replace(/https?:\/\/[^\s"'<>、。()]+/gi, (url) => (result.urls.push(url), ' '));
  flat = flat.replace(/[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}/g, (email) => (result.emails.push(email), ' '));
  flat = joinSplitNumbers(flat);
  result.shared = /兼用|共通|兼ね/.test(flat);

  const slots: (ReadNumber | 'none')[] = [];
  let labelled = false;
  let label: 'phone' | 'fax' | undefined;
  for (const line of flat.split(/[\n、;]|\s\/\s?|\/(?=\s|fax|tel|電話)/i)) {
    const before: string[] = [];
    let last: ReadNumber | undefined;
    let end = 0;
    const leave = (gap: string): void => {
      const words = tidyNote(gap);
      if (!words) return;
      if (last) last.note = clip([last.note, words].filter(Boolean).join('・'), 200);
      else before.push(words);
    };
    for (const match of line.matchAll(token)) {
      leave(line.slice(end, match.index));
      end = match.index + match[0].length;
      const groups = match.groups!;
      if (groups.ext) {
        const owner = last ?? result.numbers.at(-1);
        if (owner) owner.extension = groups.ext;
        else before.push(match[0]);
      } else if (groups.fax || groups.tel) {
        label = groups.fax ? 'fax' : 'phone';
        labelled = true;
      } else if (groups.range) {
        if (last) last.note = [last.note, `${last.printed}${groups.range}`].filter(Boolean).join('・');
        else before.push(match[0]);
      } else if (groups.none) {
        slots.push('none');
        result.none = true;
      } else {
        last = { fax: label ? label === 'fax' : mode === 'fax', printed: groups.num!, ...toDialable(groups.num!, areaCode) };
        if (before.length) last.note = clip(before.splice(0).join('・'), 200);
        slots.push(last);
        result.numbers.push(last);
      }
    }
    leave(line.slice(end));
    if (before.length) {
      const owner = result.numbers.at(-1);
      if (owner && /^[(（]/.test(line.trim())) owner.note = [owner.note, ...before].filter(Boolean).join('・');
      else result.rest.push(...before);
    }
  }
  if (mode === 'both' && !labelled) byPlace(slots, result);
  return result;
}

/** Under 「TEL FAX」 without labels the last place is the FAX: 「74-1111 74-9100」, 「0120-883-132 -」. */
function byPlace(slots: readonly (ReadNumber | 'none')[], result: ReadContact): void {
  const last = slots.at(-1);
  if (slots.length < 2 || !last) return;
  if (last !== 'none') last.fax = true;
  result.ambiguous = slots.length > 2;
}

/** Closes numbers that brackets or spaces break up: (03)3964-1111, 0743(74)1111, 03 3964 1111. */
function joinSplitNumbers(text: string): string {
  return text
    .replace(/\+81[-\s]?(?:\(0\))?[-\s]?(?=\d)/g, '0')
    .replace(/(?<!\d)\((0\d{1,4})\)\s?-?(?=\d)/g, '$1-')
    .replace(/(?<!\d)(0\d{1,4})\s?-?\((\d{1,4})\)\s?-?(?=\d{3,4}(?!\d))/g, '$1-$2-')
    .replace(/(?<![\d)-])\((\d{1,4})\)\s?-?(?=\d{4}(?!\d))/g, '$1-')
    .replace(/(?<![\d-])(0\d{1,4}) ?- ?(\d{1,4}) ?- ?(\d{3,4})(?!\d)/g, '$1-$2-$3')
    .replace(/(?<![\d-])(0\d{1,3}) (\d{2,4}) (\d{4})(?![\d-])/g, (whole, a: string, b: string, c: string) =>
      /^(10|11)$/.test(String(a.length + b.length + c.length)) ? `${a}-${b}-${c}` : whole,
    );
}

function tidyNote(text: string): string {
  return text
    .replace(/[()[\]「」【】]/g, ' ')
    .replace(/^[\s:,・/と及び~-]+|[\s:,・/~-]+$/gu, '')
    .replace(/^(?:または|又は|もしくは|番号)$/, '')
    .replace(/\s+/g, ' ')
    .trim();
}

type Dialable = Pick<ReadNumber, 'number' | 'repair'>;

const lengthOk = (digits: string): boolean => digits.length === 10 || (digits.length === 11 && /^0([5-9]0|800)/.test(digits));

function toDialable(printed: string, areaCode: string | undefined): Dialable {
  if (/^#\d{3,4}$/.test(printed) || /^1\d\d$/.test(printed)) return { number: printed };
  const digits = printed.replace(/\D/g, '');
  if (digits.startsWith('0')) {
    if (!lengthOk(digits)) return {};
    const split = dialableSplit(printed, digits, areaCode);
    return split === printed ? { number: split } : { number: split, repair: 'format' };
  }
  const area = areaCode?.replace(/\D/g, '');
  if (area && area.length + digits.length === 10) {
    const local = /^\d{1,4}-\d{4}$/.test(printed) ? printed : `${digits.slice(0, -4)}-${digits.slice(-4)}`;
    return { number: `${area}-${local}`, repair: 'area-code' };
  }
  // A spreadsheet that took the number for a sum has dropped its first 0; nothing else starts so and has this length.
  const restored = `0${digits}`;
  if ((digits.length === 9 || digits.length === 10) && lengthOk(restored))
    return { number: dialableSplit(`0${printed}`, restored, areaCode), repair: 'lost-zero' };
  return {};
}

function dialableSplit(printed: string, digits: string, areaCode: string | undefined): string {
  if (/^0\d{1,4}-\d{1,4}-\d{3,4}$/.test(printed)) return printed;
  const known = /^(0120|0570|0990|0[5-9]0|0800)/.exec(digits)?.[0];
  const area = areaCode?.replace(/\D/g, '');
  if (known)
    return digits.replace(
      known.length === 4 && digits.length === 10
        ? /^(.{4})(.{3})(.{3})$/
        : known === '0800'
          ? /^(.{4})(.{3})(.{4})$/
          : /^(.{3})(.{4})(.{4})$/,
      '$1-$2-$3',
    );
  if (area && digits.startsWith(area) && digits.length === 10 && area.length < 6)
    return `${area}-${digits.slice(area.length, -4)}-${digits.slice(-4)}`;
  return digits;
}

/** The schema's phone for a read number that can be dialled. */
export function toPhone(read: ReadNumber): Phone | undefined {
  if (!read.number || !patterns.phoneNumber.test(read.number)) return undefined;
  const phone: Phone = { number: read.number };
  if (read.printed !== read.number) phone.display = read.printed;
  if (read.extension) phone.extension = read.extension;
  const kind = kindOf(read);
  if (kind) phone.kind = kind;
  if (read.note && !/^代(表)?$/.test(read.note) && read.note !== '直通') phone.note = read.note;
  return phone;
}

function kindOf({ number, note = '' }: ReadNumber): Phone['kind'] {
  if (/^(0120|0800)/.test(number!)) return 'toll-free';
  if (/夜間|時間外|休日/.test(note)) return 'after-hours';
  if (note.includes('直通')) return 'direct';
  return note === '代' || note.includes('代表') ? 'main' : undefined;
}

export function toFax(read: ReadNumber): Fax | undefined {
  const phone = toPhone(read);
  return phone && { number: phone.number, ...(phone.display ? { display: phone.display } : {}) };
}
