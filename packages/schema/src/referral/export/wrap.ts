/** Lines of a width that a memo box shows, broken as Japanese is: nowhere within a number or a word in Latin letters, and with no mark alone. */

/** Marks that begin no line (行頭禁則), and those that end none (行末禁則). */
const noStart = new Set('、。，．・：；？！）」』】〕〉》ーぁぃぅぇぉっゃゅょァィゥェォッャュョ々,.:;?!)]}%‐～');
const noEnd = new Set('（「『【〔〈《([{');

const wide = /[^\u0020-\u007e\uff61-\uff9f]/;
const mark = /\p{M}|[\u{e0100}-\u{e01ef}\ufe00-\ufe0f\u200d]/u;
const columns = (text: string): number => Array.from(text).reduce((sum, one) => sum + (mark.test(one) ? 0 : wide.test(one) ? 2 : 1), 0);

/** Pieces that are not broken: a character with its marks, or a run of half-width letters and digits. */
const pieces = (text: string): string[] => text.match(/[\w@.+\-/:%#&=?~]+|.[\p{M}\u{e0100}-\u{e01ef}\ufe00-\ufe0f\u200d]*/gsu) ?? [];

export interface Wrapping {
  width: number;
  indent: string;
  /** Before the second line and those after it; default: `indent`. */
  hanging?: string;
}

/** One line as lines of at most `width` columns; a run that is longer alone is cut. The lines together, without indents, are the line. */
export function wrap(line: string, { width, indent, hanging = indent }: Wrapping): string[] {
  if (!(width > 0)) return [`${indent}${line}`];
  const room = Math.max(8, width - Math.max(columns(indent), columns(hanging)));
  const parts = pieces(line).flatMap((piece) => (columns(piece) > room ? Array.from(piece) : [piece]));
  const lines: string[][] = [[]];
  let filled = 0;
  for (const part of parts) {
    const size = columns(part);
    const last = lines.at(-1)!;
    // A blank at the end of a line is not seen; at the beginning of one it is.
    if (filled + size > room && last.length && part.trim()) {
      // What may not begin a line takes the one before it along; what may not end one goes along too.
      let from = last.length;
      let next = part;
      while (from > 1 && last.length - from < 3 && (noStart.has(next) || noEnd.has(last[from - 1]!))) next = last[--from]!;
      const moved = noStart.has(next) ? [] : last.splice(from);
      lines.push([...moved, part]);
      filled = columns(moved.join('')) + size;
    } else {
      last.push(part);
      filled += size;
    }
  }
  return lines.map((one, index) => `${index ? hanging : indent}${one.join('')}`);
}
