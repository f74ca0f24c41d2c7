/** What is chosen one by one while the dialog is open, and which parts of the choice stand open. No DOM. */
import { noteOf } from './answers.js';
import { keyOf, type Cell } from './cell.js';
import { Choices, type Axis, type Chosen, type Group } from './choices.js';

export class Choosing {
  readonly choices = new Choices();
  axis: Axis = 'agency';
  readonly expanded = new Set<string>();
  /** Chosen one by one, but nothing yet. */
  empty = false;
  /** Cells of a consent that are taken back one by one. */
  readonly #dropped = new Set<string>();

  constructor(readonly changed: () => void) {}

  look(axis: Axis): void {
    this.axis = axis;
    this.changed();
  }

  expand(id: string): void {
    if (!this.expanded.delete(id)) this.expanded.add(id);
    this.changed();
  }

  choose(cells: readonly Cell[], chosen: Chosen): void {
    this.choices.set(cells, chosen);
    this.empty = false;
    this.changed();
  }

  chooseAgain(): void {
    this.choices.clear();
    this.changed();
  }

  because(group: Pick<Group, 'axis' | 'id'>, reason: string): void {
    const text = noteOf(reason);
    const key = `${group.axis} ${group.id}`;
    if (text) this.choices.reasons.set(key, text);
    else this.choices.reasons.delete(key);
  }

  isDropped(cell: Cell): boolean {
    return this.#dropped.has(keyOf(cell));
  }

  /** Takes one cell back, or leaves it as it is. */
  drop(cell: Cell): void {
    const key = keyOf(cell);
    if (!this.#dropped.delete(key)) this.#dropped.add(key);
    this.changed();
  }
}
