/**
 * What cannot be part of a sheet yet travels with it under `unfinished`, a field no rule leads to: it is kept with the draft, is told to nobody, and
 * is gone when the sheet is sent. No DOM.
 */
import type { ReferralSheet } from '@tsunagu/schema/referral';
import { finishedBasis, isBasis, type WrittenBasis } from './basis.js';
import { read, write } from './pointer.js';
import { isFinished, listPointers, type ListPointer, type Row } from './rows.js';
import { fieldKinds, type FieldKind, type TidyRule } from './tidy-field.js';

/** A text as it was typed, and how its field is understood. */
export interface Raw {
  text: string;
  rule: TidyRule;
}

export interface Unfinished {
  /** Texts that could not be understood, by field. */
  texts?: Record<string, { text: string; kind: FieldKind; most: number }>;
  /** Entries without their first word, by list, with their places. */
  rows?: Partial<Record<ListPointer, { at: number; row: Row }[]>>;
  basis?: WrittenBasis;
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);

/** The sheet as the page keeps it: only what is a sheet, the rest beside it. */
export function settle(working: ReferralSheet, misread: ReadonlyMap<string, Raw>): ReferralSheet {
  let sheet = working;
  const rows: NonNullable<Unfinished['rows']> = {};
  for (const list of listPointers) {
    const all = (read(working, list) as Row[] | undefined) ?? [];
    if (all.every((row) => isFinished(list, row))) continue;
    const half = all.flatMap((row, at) => (isFinished(list, row) ? [] : [{ at, row }]));
    rows[list] = half;
    const whole = all.filter((row) => isFinished(list, row));
    sheet = write(sheet, list, whole.length ? whole : undefined);
  }
  const basis = finishedBasis(working.basis);
  // Until the grounds are all there the sheet rests on consent: the basis that lets nothing more out than the person said.
  sheet = write(sheet, '/basis', basis ?? { kind: 'consent' });
  const texts = Object.fromEntries([...misread].map(([pointer, { text, rule }]) => [pointer, { text, ...rule }]));
  const unfinished: Unfinished = {
    ...(Object.keys(texts).length && { texts }),
    ...(Object.keys(rows).length && { rows }),
    ...(!basis && { basis: working.basis }),
  };
  return write(sheet, '/unfinished', Object.keys(unfinished).length ? unfinished : undefined);
}

/** What {@link settle} made, as it was written. `unfinished` is never trusted: what is not as it should be is left out. */
export function unsettle(given: ReferralSheet): { sheet: ReferralSheet; raws: Map<string, Raw> } {
  const { unfinished, ...rest } = given as ReferralSheet & { unfinished?: unknown };
  let sheet = rest;
  const raws = new Map<string, Raw>();
  if (!isObject(unfinished)) return { sheet, raws };
  const { texts, rows, basis } = unfinished;
  if (isObject(rows))
    for (const list of listPointers) {
      const half = rows[list];
      if (!Array.isArray(half)) continue;
      const all = [...((read(sheet, list) as Row[] | undefined) ?? [])];
      for (const one of half as unknown[])
        if (isObject(one) && isObject(one.row))
          all.splice(Number.isInteger(one.at) ? Math.max(0, one.at as number) : all.length, 0, one.row);
      if (all.length) sheet = write(sheet, list, all);
    }
  if (isBasis(basis)) sheet = write(sheet, '/basis', basis);
  if (isObject(texts))
    for (const [pointer, one] of Object.entries(texts))
      if (isObject(one) && typeof one.text === 'string' && fieldKinds.includes(one.kind as FieldKind) && typeof one.most === 'number')
        raws.set(pointer, { text: one.text, rule: { kind: one.kind as FieldKind, most: one.most } });
  return { sheet, raws };
}
