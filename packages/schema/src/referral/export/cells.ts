/** Cells that a spreadsheet leaves alone: what begins like a formula cannot run, what looks like a number or a date stays as it was written. */

/**
 * A spreadsheet takes `= + - @` for the beginning of a formula, their full-width twins too when it is Japanese, also after blanks; a tab or line break at
 * the beginning moves what follows into a cell of its own.
 */
const formula = /^(?:[\t\r\n']|[\s\p{Cc}\p{Cf}]*[=+\-@＝＋－＠−﹢﹣﹦﹫])/u;

/** Digits that a spreadsheet would count: a zero at the front is lost, 8-38 becomes a month, 1e5 a hundred thousand. Phone numbers are left alone. */
const counted = /^[\s(¥￥$]*[\d０-９][\d０-９.,:/\-年月日時分秒eE%％)\s]*$/u;
const harmless = /^(?:0|[1-9]\d{0,10}|0\d{1,4}-\d{1,4}-\d{3,4})$/;

/** The text as a cell: with an apostrophe before it where it could run. {@link unguarded} takes it away again, exactly. */
export const guarded = (text: string): string => (formula.test(text) ? `'${text}` : text);

/** The same for a file without types (CSV), where the spreadsheet guesses: digits that it would change get the apostrophe too. */
export const guardedInCsv = (text: string): string =>
  formula.test(text) || (counted.test(text) && !harmless.test(text)) ? `'${text}` : text;

/** What a cell says: one apostrophe at the front is the guard's, whoever wrote more. */
export const unguarded = (cell: string): string => (cell.startsWith("'") ? cell.slice(1) : cell);
