/** What was decided, in as few lines as say it all: agencies that have the same are one line. No DOM. */
import type { ConsentCell } from '@tsunagu/schema/consent';

export type SummaryCell = Pick<ConsentCell, 'purpose' | 'agency' | 'item'>;

export interface SummaryLine {
  agencies: string[];
  /** Each purpose with its items; one entry without a purpose where it is the same for all purposes of these agencies. */
  parts: { purpose?: string; items: string[] }[];
}

/** Cells by agency; an order of first appearance throughout. */
export function summarise(cells: readonly SummaryCell[]): SummaryLine[] {
  const agencies = new Map<string, Map<string, string[]>>();
  for (const { purpose, agency, item } of cells) {
    const purposes = agencies.get(agency) ?? new Map<string, string[]>();
    agencies.set(agency, purposes);
    const items = purposes.get(purpose) ?? [];
    purposes.set(purpose, items);
    if (!items.includes(item)) items.push(item);
  }
  const all = new Set(cells.map(({ purpose }) => purpose)).size;
  const lines = new Map<string, SummaryLine>();
  for (const [agency, purposes] of agencies) {
    const lists = [...purposes.values()].map((items) => items.join(' '));
    const alike = purposes.size === all && lists.every((list) => list === lists[0]);
    const parts = alike ? [{ items: [...purposes.values()][0]! }] : [...purposes].map(([purpose, items]) => ({ purpose, items }));
    const key = JSON.stringify(parts);
    const line = lines.get(key);
    if (line) line.agencies.push(agency);
    else lines.set(key, { agencies: [agency], parts });
  }
  return [...lines.values()];
}
