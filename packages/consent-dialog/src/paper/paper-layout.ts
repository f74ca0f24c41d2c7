/** How a request's table is laid out on paper: on the first sheet, and on further ones only where it does not fit. No DOM. */

export interface TablePart {
  agencies: string[];
  items: string[];
  /** Place of the first agency among all, from 1. */
  from: number;
}

export interface PaperLayout {
  /** On the first sheet, beside everything else. */
  first?: TablePart;
  /** Sheets with the tables on each. */
  further: TablePart[][];
}

/** Columns of agencies that a sheet is wide enough for. */
export const columns = 6;

/** Rows on a sheet that holds nothing but one table, and rows of a table where two share a sheet. */
const rowsAlone = 24;
const rowsShared = 12;

const inParts = <Thing>(list: readonly Thing[], size: number): Thing[][] =>
  Array.from({ length: Math.ceil(list.length / size) }, (_, index) => list.slice(index * size, (index + 1) * size));

/**
 * Every cell of agencies × items on exactly one sheet. `onFirst`: the table begins on the first sheet, with all items; agencies for which there is no
 * column left go on further sheets. `perSheet`: how many short tables a further sheet may hold.
 */
export function paperLayout(
  { agencies, items }: { agencies: readonly string[]; items: readonly string[] },
  { onFirst, perSheet }: { onFirst: boolean; perSheet: number },
): PaperLayout {
  const first = onFirst ? agencies.slice(0, columns) : [];
  const tables = inParts(agencies.slice(first.length), columns).flatMap((some, index) =>
    inParts(items, rowsAlone).map((part): TablePart => ({ agencies: some, items: part, from: first.length + index * columns + 1 })),
  );
  const further = inParts(tables, items.length <= rowsShared ? perSheet : 1);
  return { ...(first.length && { first: { agencies: first, items: [...items], from: 1 } }), further };
}
