/** Whose consent it is. Each of a household answers for themselves, in a record of their own. */
import type { Consultation } from '@tsunagu/schema/consultation';
import { memberRef, personRef } from '../../../referrals/people.js';
import { labels } from '../labels.js';

export interface PersonOfCase {
  /** A name inside the case, the same as on its つなぐシート; nobody else can tell from it who somebody is. */
  ref: string;
  label: string;
}

/** The person it is about first, then whoever lives with them, as far as the consultation says. */
export function peopleOf(number: string, document: Consultation | undefined): PersonOfCase[] {
  const household = document?.person?.household ?? [];
  return [
    { ref: personRef(number), label: '本人' },
    ...household.map(({ relation, age }, index) => ({
      ref: memberRef(number, index),
      label: `${labels.relation[relation]}${age === undefined ? '' : `（${age}歳）`}`,
    })),
  ];
}
