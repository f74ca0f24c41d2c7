/**
 * What somebody writes on a sheet: the sheet itself, and beside it what cannot be part of it yet (a half-typed date, an entry without its first word,
 * grounds that are not all there). A key costs one path through the sheet; nothing is copied whole. No DOM.
 */
import type { ReferralSheet } from '@tsunagu/schema/referral';
import { judgedBasis, type WrittenBasis } from './basis.js';
import { read, same, write } from './pointer.js';
import { listPointers, lists, newRef, rowOf, type ListPointer, type Row } from './rows.js';
import { asTyped, understand, type TidyRule } from './tidy-field.js';
import { settle, unsettle, type Raw } from './unfinished.js';

/** An entry that was taken off, to be put back. */
export interface Taken {
  list: ListPointer;
  index: number;
  key: string;
  row: Row;
  raws: readonly (readonly [string, Raw])[];
}

/** Objects that cannot stand without one field, and what it is until somebody says more. */
const needed: readonly (readonly [string, string, (sheet: ReferralSheet) => string])[] = [
  ['/contact', 'mode', ({ person, contact }) => ((person.name ?? contact?.name) === undefined ? 'anonymous' : 'named')],
  ['/about', 'who', () => 'unsaid'],
];

export class Writing {
  #sheet: ReferralSheet;
  #raws: Map<string, Raw>;
  /** Fields, and lists as a whole, that were written here and have not been seen in a value of the page since. */
  readonly #touched = new Set<string>();
  readonly #keys = new Map<ListPointer, string[]>();
  readonly #gone = new Set<string>();
  readonly #shelf = new Map<string, WrittenBasis>();
  #serial = 0;
  #settled: ReferralSheet | undefined;
  /** Sheets that went to the page from here: when they are seen again they tell nothing. */
  readonly #told = new WeakSet<ReferralSheet>();
  /** How the sheet stood at pauses: what a page that is a little behind may still say. */
  #past: ReferralSheet[];
  /** What is being written in now. */
  #busy: string | undefined;

  /** `today`: `YYYY-MM-DD` in Asia/Tokyo, asked each time. */
  constructor(
    given: ReferralSheet,
    private readonly today: () => string,
  ) {
    ({ sheet: this.#sheet, raws: this.#raws } = unsettle(given));
    this.#past = [this.#sheet];
    this.#renewKeys();
  }

  /** The sheet as it is written: half entries in their places, a basis that may have gaps. */
  get sheet(): ReferralSheet {
    return this.#sheet;
  }

  get basis(): WrittenBasis {
    return this.#sheet.basis;
  }

  /** The sheet as the page keeps it; what is not part of it yet is under `unfinished`. */
  get settled(): ReferralSheet {
    if (!this.#settled) {
      this.#settled = settle(this.#sheet, new Map(this.misread.map(({ pointer, raw }) => [pointer, raw])));
      this.#told.add(this.#settled);
    }
    return this.#settled;
  }

  /** The sheet as a gate judges it: nothing unfinished, and of the basis as much as there is. */
  get judged(): ReferralSheet {
    const { unfinished: _unfinished, ...sheet } = this.settled as ReferralSheet & { unfinished?: unknown };
    return { ...sheet, basis: judgedBasis(this.basis) };
  }

  /** The sheet as it is sent. */
  get finished(): ReferralSheet {
    const { unfinished: _unfinished, ...sheet } = this.settled as ReferralSheet & { unfinished?: unknown };
    return sheet;
  }

  /** Texts that could not be understood, and why. */
  get misread(): { pointer: string; raw: Raw; doubt: string }[] {
    return [...this.#raws].flatMap(([pointer, raw]) => {
      const { value, doubt } = understand(raw.text, raw.rule, this.today());
      return value === undefined && doubt !== undefined ? [{ pointer, raw, doubt }] : [];
    });
  }

  at(pointer: string): unknown {
    return read(this.#sheet, pointer);
  }

  /** What stands in a field: as it was typed, else as its value is written. */
  typed(pointer: string, { kind }: TidyRule): string {
    return this.#raws.get(pointer)?.text ?? asTyped(this.at(pointer), kind);
  }

  type(pointer: string, text: string, rule: TidyRule): void {
    const { value } = understand(text, rule, this.today());
    if (text && text !== asTyped(value, rule.kind)) this.#raws.set(pointer, { text, rule });
    else this.#raws.delete(pointer);
    this.put(pointer, value);
    this.#busy = rootOf(pointer);
  }

  /** The writing paused, or a field was left. */
  pause(left: boolean): void {
    if (left) this.#busy = undefined;
    if (this.#past.at(-1) !== this.#sheet) this.#past = [...this.#past.slice(-29), this.#sheet];
  }

  /** A value was chosen; `undefined` or an empty list takes it away. */
  put(pointer: string, value: unknown): void {
    let next = write(this.#sheet, pointer, Array.isArray(value) && !value.length ? undefined : value);
    for (const [object, field, usual] of needed) {
      const holder = read(next, object);
      if (pointer.startsWith(`${object}/`) && holder !== undefined && read(holder, `/${field}`) === undefined)
        next = write(next, `${object}/${field}`, usual(next));
    }
    // A day that was set holds for another number of days no more; a main worry that is none of the worries neither.
    if (pointer === '/respondDays') next = write(next, '/respondBy', undefined);
    if (pointer === '/topics' && next.mainTopic !== undefined && !next.topics?.includes(next.mainTopic))
      next = write(next, '/mainTopic', undefined);
    this.#became(next, pointer);
    if (pointer === '/respondDays') this.#touched.add('/respondBy');
    if (pointer === '/topics') this.#touched.add('/mainTopic');
  }

  /** Chooses or unchooses one of a list, in the order of choosing. */
  toggle(pointer: string, id: string, on: boolean): void {
    const before = ((this.at(pointer) as string[] | undefined) ?? []).filter((each) => each !== id);
    this.put(pointer, on ? [...before, id] : before);
  }

  /** Another ground; what was written for the one before comes back when it is chosen again. */
  chooseBasis(kind: WrittenBasis['kind']): void {
    if (kind === this.basis.kind) return;
    this.#shelf.set(this.basis.kind, this.basis);
    this.put('/basis', this.#shelf.get(kind) ?? { kind });
    this.#renewKeys();
  }

  rows(list: ListPointer): readonly { key: string; row: Row }[] {
    const keys = this.#keys.get(list)!;
    return this.#list(list).map((row, index) => ({ key: keys[index]!, row }));
  }

  /** Adds an entry at the end. Its key, or `undefined` when the list is full. */
  add(list: ListPointer, row: Row = {}): string | undefined {
    const before = this.#list(list);
    if (before.length >= lists[list].most) return undefined;
    const key = this.#newKey();
    this.#keys.get(list)!.push(key);
    const stem = list === '/household/members' ? this.#sheet.person.ref : list === '/attachments' ? 'file' : undefined;
    const ref = stem === undefined ? {} : { ref: newRef(stem, [...before.map((each) => String(each.ref)), ...this.#gone]) };
    this.#became(write(this.#sheet, list, [...before, { ...ref, ...row }]), list);
    return key;
  }

  remove(list: ListPointer, index: number): Taken | undefined {
    const before = this.#list(list);
    const row = before[index];
    if (!row) return undefined;
    if (typeof row.ref === 'string') this.#gone.add(row.ref);
    const raws = this.#moveRaws(list, (place) => (place === index ? undefined : place > index ? place - 1 : place));
    const [key] = this.#keys.get(list)!.splice(index, 1);
    const left = before.filter((_row, place) => place !== index);
    this.#became(write(this.#sheet, list, left.length ? left : undefined), list);
    return { list, index, key: key!, row, raws };
  }

  restore({ list, index, key, row, raws }: Taken): void {
    const before = this.#list(list);
    if (before.length >= lists[list].most) return;
    const place = Math.min(index, before.length);
    this.#moveRaws(list, (at) => (at >= place ? at + 1 : at));
    for (const [rest, raw] of raws) this.#raws.set(`${list}/${place}${rest}`, raw);
    this.#keys.get(list)!.splice(place, 0, key);
    this.#became(write(this.#sheet, list, [...before.slice(0, place), row, ...before.slice(place)]), list);
  }

  /**
   * The page gave a value. What is being written stays, and so does what the page only is behind with: where it says what stood here at an earlier
   * pause. Everything else becomes what the page says; another sheet takes the place of this one whole. False: nothing is new.
   */
  take(given: ReferralSheet): boolean {
    if (this.#told.has(given)) return false;
    if (same(given, this.settled)) {
      this.#touched.clear();
      return false;
    }
    const { sheet: theirs, raws } = unsettle(given);
    if (theirs.id !== this.#sheet.id) this.#touched.clear();
    let next = theirs;
    for (const pointer of [...this.#touched]) {
      const mine = this.at(pointer);
      const other = read(theirs, pointer);
      const behind = pointer === this.#busy || this.#past.some((sheet) => same(read(sheet, pointer), other));
      if (!behind || same(mine, other)) this.#touched.delete(pointer);
      else next = write(next, pointer, mine);
    }
    const stays = (pointer: string): boolean => this.#touched.has(rootOf(pointer));
    this.#raws = new Map([...[...raws].filter(([pointer]) => !stays(pointer)), ...[...this.#raws].filter(([pointer]) => stays(pointer))]);
    this.#sheet = next;
    this.#settled = undefined;
    this.#past = [...this.#past.slice(-29), next];
    this.#renewKeys();
    return true;
  }

  #list(list: ListPointer): readonly Row[] {
    return (read(this.#sheet, list) as Row[] | undefined) ?? [];
  }

  #became(sheet: ReferralSheet, pointer: string): void {
    this.#sheet = sheet;
    this.#settled = undefined;
    this.#touched.add(rootOf(pointer));
  }

  /** Texts of a list's entries move with them; those whose entry has no place any more come back. */
  #moveRaws(list: ListPointer, to: (place: number) => number | undefined): [string, Raw][] {
    const gone: [string, Raw][] = [];
    const moved = new Map<string, Raw>();
    for (const [pointer, raw] of this.#raws) {
      const row = rowOf(pointer);
      const place = row?.list === list ? to(row.index) : undefined;
      if (row?.list !== list) moved.set(pointer, raw);
      else if (place === undefined) gone.push([row.rest, raw]);
      else moved.set(`${list}/${place}${row.rest}`, raw);
    }
    this.#raws = moved;
    return gone;
  }

  #newKey(): string {
    return `row-${++this.#serial}`;
  }

  /** A list of the same length keeps its keys: its entries are the same ones, written on. */
  #renewKeys(): void {
    for (const list of listPointers) {
      const { length } = this.#list(list);
      if (this.#keys.get(list)?.length !== length)
        this.#keys.set(
          list,
          Array.from({ length }, () => this.#newKey()),
        );
    }
  }
}

/** What is kept or given up as one: a list, the basis, else the field alone. */
const rootOf = (pointer: string): string => (pointer.startsWith('/basis/') ? '/basis' : (rowOf(pointer)?.list ?? pointer));
