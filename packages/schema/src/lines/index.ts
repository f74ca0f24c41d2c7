/**
 * Lines that answer anywhere in Japan: numbers, hours and Japanese words.
 * やさしい日本語 and English are in `easy.ts` and `en.ts` (added by {@link withLineTexts}); where each number was checked, and
 * what stayed in doubt, is in `sources.ts` (`sourcedLines`).
 *
 * Order is the order on screen: those who come at once, then those who listen round the clock, then the rest.
 * `hours.weekly` is given only where the hours are the same in the whole country.
 */
import type { EmergencyLine } from '../directory/window.schema.js';
import { always, everyDay, line, varies } from './line.js';
import { urgentLines } from './urgent.js';

export { urgentLines };

export const nationalLines: readonly EmergencyLine[] = [
  ...urgentLines,
  line('sexual-police', '性犯罪被害相談電話', '性の被害。警察へ', '#8103', ['sexual-violence'], always, true),
  line(
    'childline',
    'チャイルドライン',
    '18歳までのこども',
    '0120-99-7777',
    ['child-abuse', 'suicide'],
    everyDay('毎日16:00～21:00（12月29日～1月3日は休み）', '16:00', '21:00', 'closed'),
    true,
    { url: 'https://childline.or.jp/' },
  ),
  line(
    'inochi-no-denwa-navi',
    'いのちの電話（ナビダイヤル）',
    'つらい気持ち',
    '0570-783-556',
    ['suicide'],
    everyDay('毎日10:00～22:00', '10:00', '22:00'),
    false,
  ),
  line('kokoro-dial', 'こころの健康相談統一ダイヤル', '都道府県などの、心の相談につながります。', '0570-064-556', ['suicide'], varies),
  line('medical-7119', '救急安心センター', '救急車を呼ぶか迷ったとき。行っていない地域があります。', '#7119', ['fire-medical'], varies),
  line('child-medical-8000', '子ども医療電話相談', '休日や夜、こどもが急に病気になったとき。', '#8000', ['fire-medical'], varies, false),
  line('police-9110', '警察相談専用電話', '急がないことを、警察に相談できます。', '#9110', ['crime', 'violence'], varies, false),
  line(
    'consumer-188',
    '消費者ホットライン',
    '買い物や契約のトラブル、だまされたかもと思ったとき。',
    '188',
    ['crime'],
    { text: '12月29日～1月3日を除き、原則毎日。受付時間は窓口により異なります' },
    false,
    { topics: ['other/consumer'] },
  ),
];

/** Names and descriptions of the lines in one more language, by line id. */
export type LineTexts = Readonly<Record<string, { readonly name: string; readonly description: string }>>;

/** The lines with one more language added beside the Japanese; lines without a text in it stay as they are. */
export function withLineTexts(lines: readonly EmergencyLine[], lang: string, texts: LineTexts): EmergencyLine[] {
  return lines.map((entry) => {
    const own = Object.hasOwn(texts, entry.id) ? texts[entry.id] : undefined;
    return own
      ? { ...entry, name: add(entry.name, lang, own.name), description: add(entry.description ?? own.description, lang, own.description) }
      : entry;
  });
}

const add = (text: EmergencyLine['name'], lang: string, value: string): EmergencyLine['name'] => ({
  ...(typeof text === 'string' ? { ja: text } : text),
  [lang]: value,
});
