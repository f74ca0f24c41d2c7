/** A sheet and its record as rows of name and value, in the order of the paper: what text, CSV, XLSX and comparisons are made of. */
import type { Leaf } from '../../consent/document-map.js';
import { mustBeHanded, type Handed } from '../handed.js';
import { sectionNumber, type SectionId } from '../sections.js';
import { eventRows } from './event-rows.js';
import { fieldAt, type Field } from './fields.js';
import { japanese, type Wording } from './wording.js';

export interface SheetRow {
  section: SectionId;
  /** 「世帯の人1」, where the row is one of several that belong together. */
  group?: string;
  label: string;
  /** Group and label: 「世帯の人1 続柄」. */
  name: string;
  value: string;
  /** An id or a hash: for programs, not for a text that people read. */
  technical?: boolean;
  /** JSON Pointer (RFC 6901) in `{sheet, events}`. A list of choices is one row. */
  pointer: string;
}

type Path = readonly (string | number)[];

/** The single values of a sheet, each with its path; the entries of a list of single values together. */
export function leavesOf(value: unknown, path: Path = []): { path: Path; values: Leaf[] }[] {
  if (Array.isArray(value)) {
    const single = value.filter((one) => typeof one !== 'object' || one === null) as Leaf[];
    const nested = value.flatMap((one: unknown, index) => (typeof one === 'object' && one !== null ? leavesOf(one, [...path, index]) : []));
    return single.length ? [{ path, values: single }, ...nested] : nested;
  }
  if (typeof value === 'object' && value !== null)
    return Object.entries(value).flatMap(([key, one]) => (one === undefined ? [] : leavesOf(one, [...path, key])));
  return [{ path, values: [value as Leaf] }];
}

export const pointerOf = (path: Path): string =>
  path.map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');

/** A field of a sheet with what it says there. */
export interface Said {
  path: Path;
  field: Field;
  group?: string;
  label: string;
  name: string;
  value: string;
  /** As JSON: two choices may read alike. */
  raw: string;
}

const unsaid = new Set(['salt', 'schemaVersion']);

/** Worst worry ◎, the others ○, as on the national sheet. */
const marked = (ids: readonly Leaf[], main: unknown, wording: Wording): string =>
  wording.list(ids.map((id) => `${id === main ? '◎' : '○'}${wording.topic(String(id)) ?? String(id)}`));

/** What a sheet (or any part of one) says, field by field, in the order of the paper. The salt and the version are nobody's reading. */
export function saidBy(sheet: object, wording: Wording = japanese): Said[] {
  const { mainTopic } = sheet as { mainTopic?: unknown };
  const said = leavesOf(sheet)
    .filter(({ path }) => !(path.length === 1 && unsaid.has(String(path[0]))))
    .map(({ path, values }) => {
      const known = fieldAt([...path, 0]);
      const field = known.block === 1000 ? fieldAt(path) : known;
      const index = path.find((part) => typeof part === 'number');
      const value =
        path.length === 1 && path[0] === 'topics'
          ? marked(values, mainTopic, wording)
          : wording.list(values.map((one) => field.show(one, wording)));
      const label = field.label(wording.words);
      const group = field.group?.(wording.words, index === undefined ? undefined : index + 1);
      return {
        path,
        field,
        label,
        ...(group !== undefined && { group }),
        name: group === undefined ? label : `${group} ${label}`,
        value,
        raw: JSON.stringify(values),
      };
    });
  return said.sort(orderOf);
}

/** The order of the paper. */
export function orderOf(a: Said, b: Said): number {
  const index = ({ path }: Said): number => path.find((part): part is number => typeof part === 'number') ?? 0;
  return (
    sectionNumber(a.field.section) - sectionNumber(b.field.section) ||
    a.field.block - b.field.block ||
    index(a) - index(b) ||
    a.field.place - b.field.place
  );
}

/** Names of desks that stand on the sheet and in its record, by id. */
function namesIn({ sheet, events }: Handed): Map<string, string> {
  const names = new Map<string, string>();
  const learn = (desk: unknown): void => {
    const { agency, name } = (desk ?? {}) as { agency?: unknown; name?: unknown };
    if (typeof agency === 'string' && typeof name === 'string') names.set(agency, name);
  };
  for (const { to } of events as readonly { to?: unknown }[]) learn(to);
  const { from, to, coordinator, copyTo = [] } = sheet as Record<string, unknown> & { copyTo?: readonly unknown[] };
  for (const desk of [from, to, coordinator, ...copyTo]) learn(desk);
  return names;
}

/** The rows of what one desk has. Throws a `TypeError` on a whole sheet. */
export function rowsOf(handed: Handed, given: Partial<Wording> = {}): SheetRow[] {
  mustBeHanded(handed);
  const names = namesIn(handed);
  const wording: Wording = {
    ...japanese,
    ...given,
    topic: (id) => given.topic?.(id) ?? japanese.topic(id),
    agency: (id) => given.agency?.(id) ?? names.get(id),
  };
  const rows = saidBy(handed.sheet, wording).map(({ path, field, raw: _raw, ...said }): SheetRow => ({
    ...said,
    section: field.section,
    ...(field.technical && { technical: true }),
    pointer: pointerOf(['sheet', ...path]),
  }));
  return [...rows, ...handed.events.flatMap((event, index) => eventRows(event, index, wording))];
}
