/** Parameters that the lists for desks share. */
import { invalid, type Problem } from '../problems.js';

export const longestList = 100;
const usualList = 50;

/** Of an address's query: its name in the pointer. */
export const wrongParameter = (name: string, message: string): Problem => invalid([{ pointer: `#/${name}`, code: 'format', message }]);

/** @throws Problem `invalid` for what is no number from 1 to 100. */
export function readLimit(limit: unknown): number {
  const count = limit === undefined ? usualList : typeof limit === 'string' && /^\d{1,3}$/.test(limit) ? Number(limit) : Number.NaN;
  if (!(count >= 1 && count <= longestList)) throw wrongParameter('limit', `limit は、1 から ${longestList} までの数にしてください。`);
  return count;
}
