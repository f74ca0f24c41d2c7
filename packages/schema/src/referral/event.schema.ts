/**
 * What happened to a sheet: a list of events that only grows, each with the hash of the one before. Where the sheet stands is computed (`state.ts`).
 *
 * What an event says openly is the way the sheet went: who, when, what kind of step, to which desk, by which day. What somebody wrote, and what was
 * handed to whom, is in `parts`: the hash covers their `commit` alone, so that a desk may be given the record without a part and still verify it.
 */
import type * as zod from 'zod/mini';
import type { Builder } from '../builder.js';
import { basisIds, cancelReasons, heardHow, outcomeIds, reasonIds } from './choices.js';
import { referralLimits as limits } from './limits.js';
import { referralParts } from './referral.schema.js';

export function referralEventShapes(z: Builder) {
  const { id, date, line, instant, hash, ref, schemaVersion, desk, long } = referralParts(z);

  /**
   * Who wrote down what another desk answered on paper or by telephone: the desk that sent the sheet, or the coordinator. `of`, `at`: the step on that
   * desk's own copy, by its hash, and when it was made there.
   */
  const heard = z.looseObject({ agency: id, name: z.optional(line), how: z.enum(heardHow), of: z.optional(hash), at: z.optional(instant) });

  /** A worker by their desk, or the clock: what happens because a day has passed, or because a consent was withdrawn elsewhere. */
  const actor = z.union([
    z.looseObject({ agency: id, name: z.optional(line), heard: z.optional(heard) }),
    z.looseObject({ system: z.enum(['clock']) }),
  ]);

  const salt = z.string().check(z.regex(/^[0-9a-f]{32}$/));

  /** What was written. `to`: the desks it was written for. `toPerson`: a message for the person. */
  const said = z.looseObject({
    kind: z.enum(['said']),
    salt,
    to: z.array(id).check(z.maxLength(limits.copyTo + 5)),
    text: z.optional(long),
    nextStep: z.optional(long),
    toPerson: z.optional(long),
  });

  /** What was handed to a desk: its items, and the hash of the very package. */
  const shipped = z.looseObject({
    kind: z.enum(['shipped']),
    salt,
    agency: id,
    items: z.array(id).check(z.maxLength(limits.items)),
    package: hash,
  });

  const part = z.looseObject({
    /** SHA-256 of `open` as RFC 8785 canonical JSON. */
    commit: hash,
    /** Absent in the record of a desk that it is not for. */
    open: z.optional(z.union([said, shipped])),
  });
  const parts = z.optional(z.array(part).check(z.maxLength(limits.copyTo + 5)));

  const head = {
    schemaVersion,
    id: ref,
    /** The sheet's id. */
    record: ref,
    /** 0, 1, 2 … */
    seq: z.int().check(z.minimum(0), z.maximum(limits.events)),
    at: instant,
    by: actor,
    parts,
    /** Hash of the event before; absent in the first. */
    previous: z.optional(hash),
    /** SHA-256 of this event without this field and without `open` of its parts, as RFC 8785 canonical JSON. */
    hash,
  };
  /** The day (Asia/Tokyo) by which whoever has it now makes the next step. */
  const due = { respondBy: date };
  const plain = <Type extends string>(type: Type) => z.looseObject({ ...head, ...due, type: z.enum([type]) });

  const byType = {
    sent: z.looseObject({
      ...head,
      ...due,
      type: z.enum(['sent']),
      to: desk,
      via: z.enum(basisIds),
      /** SHA-256 of the whole sheet with its salt: what the sender sealed. */
      content: hash,
    }),
    received: plain('received'),
    accepted: z.looseObject({ ...head, ...due, type: z.enum(['accepted']), firstContactBy: z.optional(date) }),
    'asked-back': plain('asked-back'),
    answered: plain('answered'),
    'passed-on': z.looseObject({
      ...head,
      ...due,
      type: z.enum(['passed-on']),
      to: desk,
      reason: z.enum(reasonIds),
      /** It was meant for `meant`, but goes to the coordinator: that desk had it before, or it was handed on too often. */
      rerouted: z.optional(z.looseObject({ meant: id, because: z.enum(['loop', 'hops']) })),
    }),
    returned: z.looseObject({ ...head, ...due, type: z.enum(['returned']), to: desk, reason: z.enum(reasonIds) }),
    contacted: z.looseObject({ ...head, ...due, type: z.enum(['contacted']), on: date, reached: z.enum(['yes', 'no']) }),
    progressed: plain('progressed'),
    reported: z.looseObject({ ...head, ...due, type: z.enum(['reported']), outcome: z.enum(outcomeIds) }),
    resumed: plain('resumed'),
    closed: z.looseObject({ ...head, type: z.enum(['closed']) }),
    cancelled: z.looseObject({ ...head, type: z.enum(['cancelled']), reason: z.enum(cancelReasons) }),
    'consent-withdrawn': z.looseObject({ ...head, type: z.enum(['consent-withdrawn']) }),
    /** A desk that had seen it says what it did with it. */
    acknowledged: z.looseObject({ ...head, type: z.enum(['acknowledged']), did: z.enum(['deleted', 'returned', 'kept-by-law']) }),
    /** `since`: the day that passed. */
    overdue: z.looseObject({ ...head, type: z.enum(['overdue']), since: date }),
    escalated: z.looseObject({ ...head, ...due, type: z.enum(['escalated']), to: desk }),
    extended: plain('extended'),
    'taken-over': plain('taken-over'),
    reopened: z.looseObject({ ...head, type: z.enum(['reopened']) }),
  };

  const event = z.union([
    byType.sent,
    byType.received,
    byType.accepted,
    byType['asked-back'],
    byType.answered,
    byType['passed-on'],
    byType.returned,
    byType.contacted,
    byType.progressed,
    byType.reported,
    byType.resumed,
    byType.closed,
    byType.cancelled,
    byType['consent-withdrawn'],
    byType.acknowledged,
    byType.overdue,
    byType.escalated,
    byType.extended,
    byType['taken-over'],
    byType.reopened,
  ]);
  const events = z.array(event).check(z.maxLength(limits.events));

  return { actor, heard, said, shipped, part, byType, event, events };
}

export type ReferralEventShapes = ReturnType<typeof referralEventShapes>;
export type ReferralEvent = zod.infer<ReferralEventShapes['event']>;
export type ReferralActor = zod.infer<ReferralEventShapes['actor']>;
export type ReferralPart = zod.infer<ReferralEventShapes['part']>;
export type Said = zod.infer<ReferralEventShapes['said']>;
export type Shipped = zod.infer<ReferralEventShapes['shipped']>;
