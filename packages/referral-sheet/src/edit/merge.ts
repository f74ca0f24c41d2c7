/**
 * Somebody writes on a sheet, and the page gives one that was written on elsewhere. What either changed alone is kept; where both changed the same
 * thing, mine stays, and what the other said is told. Plain data in, plain data out; nothing that was given is changed. No DOM.
 */
import { patternOf, same } from './pointer.js';
import { lists, newRef, type ListPointer } from './rows.js';

/** Something that was changed on both sides. */
export interface Conflict {
  /** Where it is in the merged value; for an entry that is not there any more, its list. */
  pointer: string;
  /** What the other side has there; undefined: they took it away. */
  theirs: unknown;
}

export interface Merged<Value> {
  value: Value;
  conflicts: readonly Conflict[];
}

/** What was typed and is not understood: kept or given up as one. */
export class Typed<Rule> {
  constructor(
    readonly text: string,
    readonly rule: Rule,
  ) {}
}

type Thing = Readonly<Record<string, unknown>>;
type Rows = readonly Thing[];

const isThing = (value: unknown): value is Thing =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Typed);
const isSet = (value: unknown): value is readonly string[] => Array.isArray(value) && value.every((each) => typeof each === 'string');
const isRows = (value: unknown): value is Rows => Array.isArray(value) && value.every(isThing);

/** Before, here, there. */
type Sides<Value> = readonly [Value, Value, Value];

const allAre = <Value>(sides: Sides<unknown>, is: (value: unknown) => value is Value): sides is Sides<Value | undefined> =>
  sides.every((side) => side === undefined || is(side));
const absentAs = <Value>([before, my, their]: Sides<Value | undefined>, absent: Value): Sides<Value> => [
  before ?? absent,
  my ?? absent,
  their ?? absent,
];

/** Things whose parts mean nothing alone: a desk with its name, a promise with its day, the numbers of one field. */
const whole = /^\/(to|from|coordinator|source|copyTo\/\*|person\/phones)$|\/duty$/;

/** `hold`: the pointer in `mine` that is being written in now: it stays even where nothing was changed yet. */
export function merge<Value>(base: Value, mine: Value, theirs: Value, hold = ''): Merged<Value> {
  const conflicts: Conflict[] = [];
  const clash = (pointer: string, kept: unknown, other: unknown): unknown => {
    conflicts.push({ pointer, theirs: other });
    return kept;
  };
  const holds = (at: string): boolean => hold === at || hold.startsWith(`${at}/`);

  /** `at`: the place in mine; `to`: in what comes of it. */
  const three = (before: unknown, my: unknown, their: unknown, at: string, to: string): unknown => {
    if (same(my, their) || same(before, their)) return my;
    if (same(before, my) && !holds(at)) return their;
    const sides: Sides<unknown> = [before, my, their];
    const pattern = patternOf(to);
    const otherBasis = pattern === '/basis' && new Set(sides.map((side) => (side as Thing | undefined)?.kind)).size > 1;
    if (whole.test(pattern) || otherBasis) return clash(to, my, their);
    if (allAre(sides, isThing)) return things(...absentAs(sides, {}), at, to);
    if (allAre(sides, isSet)) return sets(...absentAs(sides, []));
    if (allAre(sides, isRows)) return rows(...absentAs(sides, []), at, to);
    return clash(to, my, their);
  };

  const things = (before: Thing, my: Thing, their: Thing, at: string, to: string): unknown => {
    const of = (side: Thing, name: string): unknown => (Object.hasOwn(side, name) ? side[name] : undefined);
    const found = [...new Set([...Object.keys(my), ...Object.keys(their)])]
      .map((name) => {
        const part = `/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`;
        return [name, three(of(before, name), of(my, name), of(their, name), at + part, to + part)] as const;
      })
      .filter(([, value]) => value !== undefined);
    return found.length ? Object.fromEntries(found) : undefined;
  };

  const rows = (before: Rows, my: Rows, their: Rows, at: string, to: string): unknown => {
    const told = conflicts.length;
    const { keyed, mine: myIds, theirs: theirIds } = identify(before, my, their, patternOf(to));
    const merged: Thing[] = [];
    my.forEach((row, index) => {
      const was = before[myIds[index]!];
      const place = theirIds.indexOf(myIds[index]!);
      const here = `${to}/${merged.length}`;
      if (was === undefined) merged.push(row);
      else if (place >= 0) merged.push((three(was, row, their[place], `${at}/${index}`, here) ?? {}) as Thing);
      else if (!same(was, row) || holds(`${at}/${index}`)) merged.push(clash(here, row, undefined) as Thing);
    });
    their.forEach((row, index) => {
      const was = before[theirIds[index]!];
      if (was === undefined) {
        // The same refs were given on both sides to others: a ref leads to one person’s record of consent.
        const twin = merged.findIndex(({ ref }) => typeof ref === 'string' && ref === row.ref);
        if (merged.some((each) => same(each, row))) return;
        if (twin >= 0) {
          const ref = String(row.ref);
          const taken = [...merged, ...their].map((each) => String(each.ref));
          merged[twin] = { ...merged[twin], ref: newRef(ref.replace(/-\d+$/, ''), taken) };
        }
        merged.push(row);
      } else if (!myIds.includes(theirIds[index]!) && !same(was, row)) {
        // Without refs it may be another entry than the one taken off here: it stays, to be taken off again.
        if (keyed) clash(to, undefined, row);
        else merged.push(clash(`${to}/${merged.length}`, row, row) as Thing);
      }
    });
    const list = patternOf(to) as ListPointer;
    if (Object.hasOwn(lists, list) && merged.length > lists[list].most) {
      conflicts.length = told;
      return clash(to, my, their);
    }
    return merged.length ? merged : undefined;
  };

  return { value: three(base, mine, theirs, '', '') as Value, conflicts };
}

/** Choices: what either side added is there, what either took away is not. */
function sets(before: readonly string[], my: readonly string[], their: readonly string[]): readonly string[] | undefined {
  const kept = my.filter((id) => their.includes(id) || !before.includes(id));
  const added = their.filter((id) => !my.includes(id) && !before.includes(id));
  return kept.length + added.length ? [...kept, ...added] : undefined;
}

/** Which entry of the base each entry is, by its place there; -1 and less for new ones. */
function identify(before: Rows, my: Rows, their: Rows, pattern: string): { keyed: boolean; mine: number[]; theirs: number[] } {
  const name = pattern === '/copyTo' ? 'agency' : 'ref';
  const keyed = [before, my, their].every(
    (side) => side.every((row) => typeof row[name] === 'string') && new Set(side.map((row) => row[name])).size === side.length,
  );
  const find = (side: Rows): number[] =>
    keyed ? side.map((row) => before.findIndex((each) => each[name] === row[name])) : align(before, side);
  return { keyed, mine: find(my), theirs: find(their) };
}

/** Entries without a ref: those that are the same belong together, and between them, in their order, those that have a value in common. */
function align(before: Rows, side: Rows): number[] {
  const lengths = Array.from({ length: before.length + 1 }, () => new Array<number>(side.length + 1).fill(0));
  for (let b = before.length - 1; b >= 0; b--)
    for (let s = side.length - 1; s >= 0; s--)
      lengths[b]![s] = same(before[b], side[s]) ? lengths[b + 1]![s + 1]! + 1 : Math.max(lengths[b + 1]![s]!, lengths[b]![s + 1]!);
  const found = side.map(() => -1);
  let [b, s] = [0, 0];
  const gap: [number[], number[]] = [[], []];
  const close = (): void => {
    for (const place of gap[1]) {
      const at = gap[0].findIndex((was) => Object.keys(side[place]!).some((name) => same(side[place]![name], before[was]![name])));
      // Those before it were taken off.
      if (at >= 0) found[place] = gap[0].splice(0, at + 1).at(-1)!;
    }
    gap[0].length = gap[1].length = 0;
  };
  while (b < before.length || s < side.length) {
    if (b < before.length && s < side.length && same(before[b], side[s])) {
      close();
      found[s++] = b++;
    } else if (s === side.length || (b < before.length && lengths[b + 1]![s]! >= lengths[b]![s + 1]!)) gap[0].push(b++);
    else gap[1].push(s++);
  }
  close();
  return found;
}

/** How many values differ. */
function distance(a: unknown, b: unknown): number {
  if (a === b) return 0;
  const [left, right] = [a, b].map((side) => (typeof side === 'object' && side !== null ? (side as Thing) : undefined));
  if (!left && !right) return 1;
  const names = new Set([...Object.keys(left ?? {}), ...Object.keys(right ?? {})]);
  let sum = 0;
  for (const name of names) sum += distance(left?.[name], right?.[name]);
  return sum;
}

/**
 * What somebody wrote on from, most likely: the one of our own sheets that is nearest to theirs. Of those that are equally near it is the latest that the
 * page has said, else the earliest: what was written here since then stays, and both are told of, where a later one would let it go without a word.
 */
export function nearest<Value>(ours: readonly Value[], theirs: Value, isSaid: (one: Value) => boolean): Value | undefined {
  const far = ours.map((one) => distance(one, theirs));
  const least = Math.min(...far);
  const close = ours.filter((_one, index) => far[index] === least);
  return close.findLast(isSaid) ?? close[0];
}
