/** @tsunagu/schema/referral/text: a sheet as plain text, for a case system's memo box: numbered like the sheet, no tables. */
import type { Handed } from '../handed.js';
import { sectionIds, sectionNumber } from '../sections.js';
import { rowsOf } from './rows.js';
import { japanese, type Wording } from './wording.js';
import { wrap } from './wrap.js';

export { fileNameFor } from './file-name.js';
export { handedHere, handedTo, ownCopy, type Handed, type HandedSheet } from '../handed.js';
export type { Wording } from './wording.js';

export interface TextOptions extends Partial<Wording> {
  /** Columns a line may fill: 1 for half-width, 2 for full-width characters; default 80 (40 full-width). 0: lines are left as long as they are. */
  width?: number;
}

const indent = '　';

/**
 * What one desk has, without the ids and hashes that only programs read, as text with lines that end in CR LF (memo boxes of older systems know nothing else). Throws a `TypeError` on a whole sheet.
 */
export function sheetToText(handed: Handed, { width = 80, ...wording }: TextOptions = {}): string {
  const words = wording.words ?? japanese.words;
  const rows = rowsOf(handed, wording);
  const lines = [words.title];
  for (const section of sectionIds) {
    const own = rows.filter((row) => row.section === section && !row.technical);
    if (!own.length) continue;
    const number = sectionNumber(section);
    lines.push('', number ? `${number} ${words.sections[section]}` : words.sections[section]);
    let group: string | undefined;
    for (const row of own) {
      const deep = row.group === undefined ? indent : indent.repeat(2);
      // What happened (a row of its own) heads what was said with it.
      if (row.group !== undefined && row.group !== group && section !== 'reply') lines.push(`${indent}${row.group}`);
      group = row.group;
      // A text of several lines stands under its name.
      const parts = row.value.split(/\r\n?|\n/);
      if (parts.length > 1)
        lines.push(`${deep}${row.label}：`, ...parts.flatMap((line) => wrap(line, { width, indent: `${deep}${indent}` })));
      else lines.push(...wrap(`${row.label}：${row.value}`, { width, indent: deep, hanging: `${deep}${indent}` }));
    }
  }
  return `${lines.join('\r\n')}\r\n`;
}
