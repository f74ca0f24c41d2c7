/** Lists of the sheet whose entries are written one by one: what an entry needs before it is one. No DOM. */
import { meetingLimits } from '@tsunagu/schema/meeting';
import { referralLimits } from '@tsunagu/schema/referral';

/** A list by its pointer. `needs`: without these an entry is none yet, and waits under `unfinished`. What a file is of nobody guesses: consent hangs on it. */
export const lists = {
  '/household/members': { needs: [], most: referralLimits.household },
  '/supporters': { needs: ['name'], most: referralLimits.supporters },
  '/done': { needs: ['what'], most: referralLimits.done },
  '/basis/members': { needs: [], most: meetingLimits.people },
  '/attachments': { needs: ['title', 'item'], most: referralLimits.attachments },
} as const satisfies Readonly<Record<string, { needs: readonly string[]; most: number }>>;

export type ListPointer = keyof typeof lists;
export const listPointers = Object.keys(lists) as ListPointer[];

export type Row = Readonly<Record<string, unknown>>;

/** What an entry has before anybody writes in it. */
const given: readonly string[] = ['ref', 'kind'];

export const missingIn = (list: ListPointer, row: Row): string[] => lists[list].needs.filter((name) => row[name] === undefined);
export const isFinished = (list: ListPointer, row: Row): boolean => missingIn(list, row).length === 0;

/** Has somebody written anything in it? */
export const isBegun = (row: Row): boolean => Object.keys(row).some((name) => !given.includes(name) && row[name] !== undefined);

/** The list that a pointer leads into, with the place in it. */
export function rowOf(pointer: string): { list: ListPointer; index: number; rest: string } | undefined {
  for (const list of listPointers) {
    if (!pointer.startsWith(`${list}/`)) continue;
    const [index = '', ...rest] = pointer.slice(list.length + 1).split('/');
    if (/^\d+$/.test(index)) return { list, index: +index, rest: rest.length ? `/${rest.join('/')}` : '' };
  }
  return undefined;
}

/**
 * A `ref` nobody has had: `stem` and a number. Refs of people lead to their records of consent, so the number of one who was taken off the sheet is
 * not given to another.
 */
export function newRef(stem: string, taken: Iterable<string>): string {
  const used = new Set(taken);
  let number = 2;
  while (used.has(`${stem}-${number}`)) number++;
  return `${stem}-${number}`;
}
