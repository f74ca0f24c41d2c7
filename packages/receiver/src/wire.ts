/** Shapes that this server adds to those of the schema package: lists for desks, health, problems. */
import { statuses, urgencies } from '@tsunagu/schema/consultation';
import { consultation, message, receipt, sealed } from '@tsunagu/schema/consultation/schemas';
import * as z from 'zod/mini';
import { problemCodes } from './problems.js';
import { referralView } from './referrals/wire.js';
import { consentHead } from './wire-consent.js';

const window = z.object({ id: z.string(), name: z.string() });

export const health = z.object({ status: z.literal('ok') });

export const me = z.object({
  window,
  /** Whoever coordinates: where referrals go that no desk takes. */
  coordinator: window,
  /** Consultations in which somebody waits for this desk (`received`, `read`). */
  waiting: z.int().check(z.minimum(0)),
});

const head = {
  number: receipt.shape.number,
  status: z.enum(statuses),
  receivedAt: receipt.shape.receivedAt,
  replyBy: receipt.shape.replyBy,
  language: z.string(),
};

/** One line of the list: enough to see who waits, nothing of what they said but how soon they hope for an answer. */
export const listItem = z.object({
  ...head,
  sealed: z.boolean(),
  urgency: z.optional(z.enum(urgencies)),
  messages: z.int().check(z.minimum(0)),
  /** Days in Tokyo since it came in, or since the person wrote again: 0 is today. */
  waitingDays: z.int().check(z.minimum(0)),
  /** The promised day is over and nobody has answered. */
  overdue: z.boolean(),
});

export const list = z.object({
  items: z.array(listItem),
  /** Give it back as `after` for the next page; absent on the last. */
  next: z.optional(z.string()),
});

/** A consultation as its desk reads it: in the open, or sealed for the desk's own key. */
export const deskConsultation = z.object({
  ...head,
  consultation: z.optional(consultation),
  sealed: z.optional(sealed.shape.sealed),
  messages: z.array(message),
});

export const statusAnswer = z.object({ status: z.enum(statuses) });

export type ListItem = z.infer<typeof listItem>;
export type List = z.infer<typeof list>;
export type DeskConsultation = z.infer<typeof deskConsultation>;
export type Me = z.infer<typeof me>;

/** RFC 9457. `type` is a URN that never changes; the sentences are for people and may. */
export const problem = z.object({
  type: z.enum(problemCodes.map((code) => `urn:tsunagu:problem:${code}` as const)),
  title: z.string(),
  status: z.int(),
  detail: z.string(),
  errors: z.optional(z.array(z.object({ pointer: z.string(), code: z.string(), detail: z.string() }))),
  receipt: z.optional(receipt),
  head: z.optional(consentHead),
  code: z.optional(z.enum(problemCodes)),
  ...z.partial(referralView).shape,
  requestId: z.string(),
});
