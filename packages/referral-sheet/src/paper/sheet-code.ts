/**
 * The small code on the front: which sheet, and where it stood when it was printed. When the paper comes back it leads to the sheet, and shows whether
 * anything has happened since. Nothing of the person is in it, and no address, so that a telephone's camera opens nothing.
 *
 * Capital letters, digits and `-/.:` alone: a QR code then needs a third less room, so that its modules are large enough for a FAX, and a
 * keyboard-type scanner cannot be garbled by an input method.
 */
export interface SheetCode {
  /** The sheet's id. */
  id: string;
  /** Events in its record when it was printed; 0: a draft. */
  seq: number;
  /** The first 16 digits of the last event's hash; empty for a draft. */
  hash: string;
}

/** Printed in capitals; an id with capitals or `_` of its own is printed as it is, marked `r1`. */
const folds = (id: string): boolean => /^[a-z0-9.:-]+$/.test(id);

/** `TSUNAGU/R1/R-0123456789ABCDEF/3/3FA901BC77DE4C20` */
export const sheetCode = ({ id, seq, hash }: SheetCode): string =>
  ['TSUNAGU', folds(id) ? 'R1' : 'r1', folds(id) ? id.toUpperCase() : id, seq, hash.slice(0, 16).toUpperCase()].join('/');

/** What a scanner read, or undefined when it is none of our sheets. Full-width letters, as an input method makes them, are folded. */
export function readSheetCode(text: string): SheetCode | undefined {
  const match = /^TSUNAGU\/([Rr])1\/([A-Za-z0-9][A-Za-z0-9._:-]{0,99})\/(0|[1-9]\d{0,2})\/([0-9A-F]{16}|)$/.exec(
    text.normalize('NFKC').trim(),
  );
  if (!match) return undefined;
  const [, mark, id, seq, hash] = match as unknown as [string, string, string, string, string];
  return { id: mark === 'R' ? id.toLowerCase() : id, seq: Number(seq), hash: hash.toLowerCase() };
}
