/** The table that CSV and XLSX show: one row for each field, since lists (household, steps, replies) have no fixed number of columns. */
import type { Handed } from '../handed.js';
import { sectionNumber } from '../sections.js';
import { rowsOf } from './rows.js';
import { japanese, type Wording } from './wording.js';

/** Number and heading of the section, field, what it says, and where it stands in the JSON file: for whoever reads the table with a program. */
export const tableHead = ['番号', '欄', '項目', '内容', '位置'] as const;

/** The table without its head. Throws a `TypeError` on a whole sheet. */
export function tableOf(handed: Handed, wording: Partial<Wording> = {}): string[][] {
  const { sections } = wording.words ?? japanese.words;
  return rowsOf(handed, wording).map(({ section, name, value, pointer }) => {
    const number = sectionNumber(section);
    return [number ? String(number) : '', sections[section], name, value, pointer];
  });
}
