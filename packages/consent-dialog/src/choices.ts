/** What is chosen while the dialog is open: a cell (purpose × agency × item) is given, refused, or nobody has chosen yet. */
import type { CellDecision } from '@tsunagu/schema/consent';
import { cellsOf, keyOf, type Asked, type Cell } from './cell.js';

/** The side from which cells are looked at: all about one agency, or one matter to all. */
export type Axis = 'agency' | 'item';

export type Chosen = 'given' | 'refused';

export interface Group {
  axis: Axis;
  id: string;
  cells: readonly Cell[];
}

export interface Tally {
  given: number;
  refused: number;
  open: number;
}

/** The cells of a question by agency or by item. */
export function groupsOf(asked: Asked, axis: Axis): Group[] {
  const groups = new Map<string, Cell[]>();
  for (const id of axis === 'agency' ? asked.agencies : asked.items) groups.set(id, []);
  for (const cell of cellsOf(asked)) groups.get(cell[axis])!.push(cell);
  return [...groups].map(([id, cells]) => ({ axis, id, cells }));
}

/** The choices of one answer. Kept by cell, so that they outlive a record that is replaced meanwhile. */
export class Choices {
  #chosen = new Map<string, Chosen>();
  /** Why something is held back, by group (`agency school`). */
  readonly reasons = new Map<string, string>();

  of(cell: Cell): Chosen | undefined {
    return this.#chosen.get(keyOf(cell));
  }

  set(cells: readonly Cell[], chosen: Chosen): void {
    for (const cell of cells) this.#chosen.set(keyOf(cell), chosen);
  }

  clear(): void {
    this.#chosen.clear();
    this.reasons.clear();
  }

  tally(cells: readonly Cell[]): Tally {
    const tally: Tally = { given: 0, refused: 0, open: 0 };
    for (const cell of cells) tally[this.of(cell) ?? 'open']++;
    return tally;
  }

  /** One answer for all these cells, if they have one. */
  common(cells: readonly Cell[]): Chosen | undefined {
    const { given, refused, open } = this.tally(cells);
    return open || (given && refused) || !cells.length ? undefined : given ? 'given' : 'refused';
  }

  /** The cells somebody has chosen for, as an event holds them; the others are left out, which is to say not asked. */
  decisions(asked: Asked): CellDecision[] {
    return cellsOf(asked).flatMap((cell) => {
      const decision = this.of(cell);
      if (!decision) return [];
      const reason =
        decision === 'refused' ? (this.reasons.get(`agency ${cell.agency}`) ?? this.reasons.get(`item ${cell.item}`)) : undefined;
      return [{ ...cell, decision, ...(reason && { reason }) }];
    });
  }
}
