import type { Catchment, ConsultationWindow } from '../directory/window.schema.js';
import type { SourceCell } from './grid.js';
import type { Role } from './headers.js';
import type { Report } from './report.js';
import { clip, isNone, oneLine } from './text.js';

/** What all desks of one import share. */
export interface Context {
  report: Report;
  areaCode: string | undefined;
  cityName: string;
  /** 6 digits, or empty when the option's code is not usable. */
  cityCode: string;
  ids: Set<string>;
  catchments: Map<string, Catchment>;
  fieldLabels: Map<string, string>;
  /** Things said once per import, not once per row. */
  said: Set<string>;
}

export interface Entry {
  cell: SourceCell;
  heading: string;
}

/** The cells of one desk by role; cells that only say "none" are left out. */
export class Desk {
  readonly roles = new Map<Role | 'unknown', Entry[]>();
  readonly window: ConsultationWindow;
  /** A merged cell that covers both the telephone and the FAX column. */
  shared: SourceCell | undefined;

  constructor(
    readonly context: Context,
    readonly row: number,
  ) {
    this.window = { id: '', name: '' };
  }

  entries(role: Role | 'unknown'): Entry[] {
    return this.roles.get(role) ?? [];
  }

  /** Text of a role's cells on one line, or undefined when there is none. */
  text(role: Role): string | undefined {
    const text = this.entries(role)
      .map(({ cell }) => oneLine(cell.text))
      .join(' ');
    return text && !isNone(text) ? text : undefined;
  }

  /** Shortens to the schema's limit; the whole text goes into the report. */
  fit(cell: SourceCell, text: string, max: number): string {
    if (text.length <= max) return text;
    this.context.report.cell('doubt', cell, `長すぎるため、はじめの${max}字だけにしました。`, clip(text, max));
    return clip(text, max);
  }

  /** Keeps text for residents that has no field of its own. */
  note(cell: SourceCell, text: string): void {
    const kept = this.fit(cell, oneLine(text), 2000);
    const notes = (this.window.notes ??= []);
    if (kept && !notes.includes(kept)) notes.push(kept);
  }

  doubt(cell: SourceCell, message: string, after = ''): void {
    this.context.report.cell('doubt', cell, message, after);
  }

  repair(cell: SourceCell, message: string, after: string): void {
    this.context.report.cell('repair', cell, message, after);
  }

  /** True the first time `key` is asked in this import. */
  once(key: string): boolean {
    if (this.context.said.has(key)) return false;
    this.context.said.add(key);
    return true;
  }
}
