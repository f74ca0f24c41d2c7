/**
 * Two workers wrote on one draft: which fields each of them changed since the version they both began with. What only one of them touched is not in
 * question; where both wrote, a person decides. No DOM.
 */
import type { ReferralSheet } from '@tsunagu/schema/referral';

/** `person/name`: a property of the sheet, and one below it where that is an object. Lists are one field each. */
export type Path = string;

type Tree = Readonly<Record<string, unknown>>;
const isTree = (value: unknown): value is Tree => typeof value === 'object' && value !== null && !Array.isArray(value);

/** What the server answers for, and what nobody writes. */
const fixed = new Set(['schemaVersion', 'id', 'salt', 'createdAt', 'city', 'coordinator', 'source']);
/** Their parts belong together: half of one ground and half of another is none. */
const whole = new Set(['basis', 'to', 'from']);

const paths = (sheet: Tree): Path[] =>
  Object.keys(sheet)
    .filter((key) => !fixed.has(key))
    .flatMap((key) => (isTree(sheet[key]) && !whole.has(key) ? Object.keys(sheet[key]).map((inner) => `${key}/${inner}`) : [key]));

export function valueAt(sheet: ReferralSheet, path: Path): unknown {
  const [outer = '', inner] = path.split('/');
  const value = (sheet as Tree)[outer];
  return inner === undefined ? value : isTree(value) ? value[inner] : undefined;
}

/** Equal whatever the order of the names; what is undefined is absent. */
export function sameValue(one: unknown, other: unknown): boolean {
  if (Array.isArray(one) && Array.isArray(other))
    return one.length === other.length && one.every((value, index) => sameValue(value, other[index]));
  if (!isTree(one) || !isTree(other)) return one === other;
  return [...new Set([...Object.keys(one), ...Object.keys(other)])].every((key) => sameValue(one[key], other[key]));
}

export interface Difference {
  path: Path;
  mine: unknown;
  theirs: unknown;
  /** Who changed it; `both`: each in another way. */
  by: 'me' | 'them' | 'both';
}

export function differences(base: ReferralSheet, mine: ReferralSheet, theirs: ReferralSheet): Difference[] {
  const all = new Set([base, mine, theirs].flatMap((sheet) => paths(sheet)));
  return [...all].flatMap((path): Difference[] => {
    const [was, my, their] = [base, mine, theirs].map((sheet) => valueAt(sheet, path));
    if (sameValue(my, their)) return [];
    const by = sameValue(was, my) ? 'them' : sameValue(was, their) ? 'me' : 'both';
    return [{ path, mine: my, theirs: their, by }];
  });
}

/** `mine` with the named fields as the other worker has them. */
export function withTheirs(mine: ReferralSheet, theirs: ReferralSheet, taken: ReadonlySet<Path>): ReferralSheet {
  const merged = { ...mine } as Record<string, unknown>;
  for (const path of taken) {
    const [outer = '', inner] = path.split('/');
    const value = valueAt(theirs, path);
    const known = merged[outer];
    const next = inner === undefined ? value : { ...(isTree(known) ? known : {}), [inner]: value };
    merged[outer] = next;
  }
  // Absent stays absent.
  return JSON.parse(JSON.stringify(merged)) as ReferralSheet;
}
