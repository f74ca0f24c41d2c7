/** The key of a cell. Ids hold no blank. Apart from the rules, so that whoever only reads a record does not carry them. */
export const cellKey = (cell: { purpose: string; agency: string; item: string }): string => `${cell.purpose} ${cell.agency} ${cell.item}`;
