/** 全国地方公共団体コード: 2 digits prefecture, 3 digits municipality, 1 check digit. */
import type { Desk } from './context.js';
import type { SourceCell } from './grid.js';
import { keepColumn } from './place.js';

/** The check digit of the first five digits (総務省: weights 6 5 4 3 2, 11 − sum mod 11, last digit). */
export function checkDigit(five: string): string {
  const sum = [...five].reduce((total, digit, at) => total + Number(digit) * (6 - at), 0);
  return String(sum < 11 ? 11 - sum : 11 - (sum % 11)).slice(-1);
}

export interface CityCode {
  code: string;
  repair?: 'leading-zero' | 'check-digit';
  /** The check digit does not fit: a typing error somewhere. */
  wrong?: boolean;
}

/** Stands where a page does not say its code; no municipality has it. */
export const unknownCityCode = '000000';

/** Mends a code that a spreadsheet or an older list has shortened; undefined when it cannot be a code. */
export function readCityCode(text: string): CityCode | undefined {
  const digits = text.normalize('NFKC').replace(/\D/g, '');
  if (digits === unknownCityCode) return { code: digits };
  if (digits.length === 6) return { code: digits, ...(checkDigit(digits.slice(0, 5)) === digits[5] ? {} : { wrong: true }) };
  if (digits.length !== 5) return undefined;
  const restored = `0${digits}`;
  if (checkDigit(restored.slice(0, 5)) === restored[5]) return { code: restored, repair: 'leading-zero' };
  const prefecture = Number(digits.slice(0, 2));
  return prefecture >= 1 && prefecture <= 47 ? { code: digits + checkDigit(digits), repair: 'check-digit' } : undefined;
}

export const cityCodeMessages = {
  'leading-zero': '全国地方公共団体コードの先頭の0が落ちていたため、補いました。',
  'check-digit': '全国地方公共団体コードにチェックデジットを補い、6桁にしました。',
  wrong: '全国地方公共団体コードのチェックデジットが合いません。番号を確かめてください。',
} as const;

/** A code column must say the directory's own city. Said once per value. */
export function checkCityCode(desk: Desk, cell: SourceCell, heading: string): void {
  const read = readCityCode(cell.text);
  if (read?.code !== desk.context.cityCode) keepColumn(desk, heading, cell.text);
  if (!desk.once(`code ${heading} ${cell.text}`)) return;
  if (!read) desk.doubt(cell, '全国地方公共団体コードの桁数が合いません。');
  else if (read.repair) desk.repair(cell, cityCodeMessages[read.repair], read.code);
  else if (read.wrong) desk.doubt(cell, cityCodeMessages.wrong);
  if (read && desk.context.cityCode && read.code !== desk.context.cityCode)
    desk.doubt(cell, `この表の市区町村（${desk.context.cityCode}）と違うコードの行があります。`, read.code);
}
