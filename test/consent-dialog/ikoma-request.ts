/** A question as 生駒 would ask it: six desks of its directory, twelve items, two purposes. */
import { readFileSync } from 'node:fs';
import type { Directory } from '@tsunagu/schema/directory';
import type { NamedRequest } from '../../packages/consent-dialog/src/names.js';

export const ikoma = (): Directory =>
  JSON.parse(readFileSync(new URL('../../examples/cities/ikoma.json', import.meta.url), 'utf8')) as Directory;

export const typical = (more: Partial<NamedRequest> = {}): NamedRequest => ({
  purposes: ['referral', 'plan-meeting'],
  agencies: ikoma()
    .windows.slice(1, 7)
    .map(({ id }) => id),
  items: ['name', 'birth', 'address', 'contact', 'worries', 'own-words', 'household', 'health', 'care', 'income', 'debt', 'plan'],
  period: { until: 'date', date: '2027-03-31' },
  withdrawal: [{ way: 'phone', detail: '0743-74-1111' }, { way: 'desk' }, { way: 'worker' }],
  notices: [],
  askedBy: { agency: 'city-hall', name: '相談 花子' },
  ...more,
});
