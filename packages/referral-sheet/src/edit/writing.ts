/**
 * What somebody writes on a sheet: the sheet itself, and beside it what cannot be part of it yet (a half-typed date, an entry without its first word,
 * grounds that are not all there). A key costs one path through the sheet; nothing is copied whole. No DOM.
 */
import type { ReferralSheet } from '@tsunagu/schema/referral';
import { judgedBasis, type WrittenBasis } from './basis.js';
import { merge, nearest, Typed, type Conflict } from './merge.js';
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
  readonly #keys = new Map<ListPointer, string[]>();
  readonly #gone = new Set<string>();
  readonly #shelf = new Map<string, WrittenBasis>();
  #serial = 0;
  #settled: ReferralSheet | undefined;
  /** How the sheet stood when it was last told, the page’s own first: what a page may still say, and what somebody else may have written on from. */
  #past: ReferralSheet[];
  /** Those of them that the page has said itself. */
  readonly #said = new WeakSet<ReferralSheet>();
  /** Something was written here that the page has not said. */
  #isUnsaid: boolean;
  readonly #told = new WeakMap<ReferralSheet, ReferralSheet>();
  /** What is being written in now. */
  #busy: string | undefined;
  #elsewhere: readonly Conflict[] = [];

  /** `today`: `YYYY-MM-DD` in Asia/Tokyo, asked each time. `written`: what was written on `given` before. */
  constructor(
    given: ReferralSheet,
    private readonly today: () => string,
    written: ReferralSheet = given,
  ) {
    ({ sheet: this.#sheet, raws: this.#raws } = unsettle(written));
    this.#isUnsaid = written !== given;
    const whole = written === given ? this.#whole : wholeOf(unsettle(given));
    this.#said.add(whole);
    this.#past = [whole];
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
      this.#settled = settle(this.#sheet, this.#misreadRaws);
      const whole = this.#whole;
      if (!this.#isUnsaid) this.#said.add(whole);
      this.#told.set(this.#settled, whole);
      this.#past = [...this.#past.slice(-mostPast), whole];
    }
    return this.#settled;
  }

  /** Where a newer sheet of the page says something else than what was written here, and what it says. */
  get elsewhere(): readonly Conflict[] {
    return this.#elsewhere;
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
      const { value, doubt } = understand(raw.text, raw.rule, this.today);
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
    const { value } = understand(text, rule, this.today);
    if (text && text !== asTyped(value, rule.kind)) this.#raws.set(pointer, { text, rule });
    else this.#raws.delete(pointer);
    this.put(pointer, value);
    this.#busy = pointer;
  }

  /** A field was left. */
  leave(): void {
    this.#busy = undefined;
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
    this.#became(next);
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
    this.#became(write(this.#sheet, list, [...before, { ...ref, ...row }]));
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
    this.#became(write(this.#sheet, list, left.length ? left : undefined));
    return { list, index, key: key!, row, raws };
  }

  restore({ list, index, key, row, raws }: Taken): void {
    const before = this.#list(list);
    if (before.length >= lists[list].most) return;
    const place = Math.min(index, before.length);
    this.#moveRaws(list, (at) => (at >= place ? at + 1 : at));
    for (const [rest, raw] of raws) this.#raws.set(`${list}/${place}${rest}`, raw);
    this.#keys.get(list)!.splice(place, 0, key);
    this.#became(write(this.#sheet, list, [...before.slice(0, place), row, ...before.slice(place)]));
  }

  /**
   * The page gave a sheet: it may say again what was written here, be a little behind with it, or bring what somebody else wrote. What was written here
   * since stays, everything else becomes what the page says. Another sheet takes the place of this one whole. False: nothing is new.
   */
  take(given: ReferralSheet): boolean {
    const told = this.#told.get(given);
    if (told) {
      this.#said.add(told);
      if (given === this.#settled) this.#isUnsaid = false;
      this.#past = [...this.#past.filter((each) => each !== told), told];
      return false;
    }
    const coming = unsettle(given);
    const theirs = wholeOf(coming);
    const mine = this.#whole;
    const other = theirs.id !== mine.id;
    const base = nearest(this.#past, theirs, (one) => this.#said.has(one))!;
    const { value, conflicts } = other ? { value: theirs, conflicts: [] } : merge(base, mine, theirs, this.#busy);
    this.#said.add(theirs);
    if (same(value, theirs)) this.#isUnsaid = false;
    this.#past = other ? [theirs] : [...this.#past.slice(-mostPast), theirs];
    this.#elsewhere = other
      ? []
      : [...this.#elsewhere.filter(({ pointer }) => !conflicts.some((each) => each.pointer === pointer)), ...conflicts];
    if (same(value, mine)) return conflicts.length > 0;
    this.#open(value, other ? new Map() : this.#raws);
    return true;
  }

  /** What was written here is what shall stand. */
  keepHere(): void {
    this.#elsewhere = [];
  }

  /** What the page had there takes the place of what was written here. */
  takeElsewhere(conflict: Conflict): void {
    const { pointer, theirs } = conflict;
    this.#elsewhere = this.#elsewhere.filter((each) => each !== conflict);
    this.#busy = undefined;
    if (theirs instanceof Typed) return this.type(pointer, theirs.text, theirs.rule as TidyRule);
    this.#raws.delete(pointer);
    this.put(pointer, theirs);
  }

  /** The sheet with what could not be understood in its place. */
  get #whole(): ReferralSheet {
    return wholeOf({ sheet: this.#sheet, raws: this.#misreadRaws });
  }

  get #misreadRaws(): Map<string, Raw> {
    return new Map(this.misread.map(({ pointer, raw }) => [pointer, raw]));
  }

  /** `raws`: how values were typed that were understood; they hold as long as the value is there. */
  #open(whole: ReferralSheet, raws: ReadonlyMap<string, Raw>): void {
    const before = this.#sheet;
    const apart = apartOf(whole, this.today);
    for (const [pointer, raw] of raws) {
      const { value } = understand(raw.text, raw.rule, this.today);
      if (value !== undefined && same(value, read(apart.sheet, pointer))) apart.raws.set(pointer, raw);
    }
    this.#sheet = sound(apart.sheet);
    this.#raws = apart.raws;
    this.#settled = undefined;
    this.#renewKeys(before);
  }

  #list(list: ListPointer): readonly Row[] {
    return (read(this.#sheet, list) as Row[] | undefined) ?? [];
  }

  #became(sheet: ReferralSheet): void {
    this.#sheet = sheet;
    this.#isUnsaid = true;
    this.#settled = undefined;
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

  /** An entry keeps its key, so that its fields stay where they are. `before`: the sheet whose entries have keys. */
  #renewKeys(before?: ReferralSheet): void {
    for (const list of listPointers) {
      const rows = this.#list(list);
      const keys = this.#keys.get(list);
      // In a list of the same length the entries are the same ones, written on.
      if (keys?.length === rows.length) continue;
      const known = ((before && read(before, list)) as Row[] | undefined)?.map((row, index) => ({ row, key: keys?.[index] })) ?? [];
      const keyOf = (row: Row): string => {
        const place = known.findIndex((each) => (typeof row.ref === 'string' ? each.row.ref === row.ref : same(each.row, row)));
        return (place < 0 ? undefined : known.splice(place, 1)[0]!.key) ?? this.#newKey();
      };
      this.#keys.set(list, rows.map(keyOf));
    }
  }
}

/** Sheets that are remembered: as many pauses as somebody makes while a page is on its way to say the first of them. */
const mostPast = 29;

/** One value to be merged: what is not understood stands where its value would be. */
function wholeOf({ sheet, raws }: { sheet: ReferralSheet; raws: ReadonlyMap<string, Raw> }): ReferralSheet {
  let whole = sheet;
  for (const [pointer, { text, rule }] of raws) whole = write(whole, pointer, new Typed(text, rule));
  return whole;
}

function apartOf(whole: ReferralSheet, today: () => string): { sheet: ReferralSheet; raws: Map<string, Raw> } {
  const raws = new Map<string, Raw>();
  let sheet = whole;
  for (const { pointer, typed } of typedIn(whole)) {
    const { text } = typed;
    const rule = typed.rule as TidyRule;
    raws.set(pointer, { text, rule });
    sheet = write(sheet, pointer, understand(text, rule, today).value);
  }
  return { sheet, raws };
}

function* typedIn(value: unknown, pointer = ''): Generator<{ pointer: string; typed: Typed<unknown> }> {
  if (value instanceof Typed) yield { pointer, typed: value };
  else if (typeof value === 'object' && value !== null)
    for (const [name, each] of Object.entries(value))
      yield* typedIn(each, `${pointer}/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`);
}

/** What each side wrote may not go together: an object lacks the field it cannot stand without, the main worry is none of the worries. */
function sound(sheet: ReferralSheet): ReferralSheet {
  let next = sheet;
  for (const [object, field, usual] of needed)
    if (read(next, object) !== undefined && read(next, `${object}/${field}`) === undefined)
      next = write(next, `${object}/${field}`, usual(next));
  if (next.mainTopic !== undefined && !next.topics?.includes(next.mainTopic)) next = write(next, '/mainTopic', undefined);
  return next;
}
