/** Shapes that desks exchange about referrals. Sheets and events themselves are `@tsunagu/schema/referral`'s. */
import { event as consentEvent } from '@tsunagu/schema/consent/schemas';
import { urgencies } from '@tsunagu/schema/consultation';
import { businessStates, heardByEar, referralActionTypes, transports } from '@tsunagu/schema/referral';
import { desk, events, referral } from '@tsunagu/schema/referral/schemas';
import * as z from 'zod/mini';

export const boxes = ['inbox', 'sent', 'overdue', 'drafts', 'past'] as const;
export type Box = (typeof boxes)[number];

const { agency } = desk.shape;
const day = z.string();
const count = z.int().check(z.minimum(0));

export const referralSheet = referral;
export const referralEvent = events._zod.def.element;

/** `to`: the desk to begin with; the coordinator when absent. `sheet`: written by the page, where the consultation is sealed for it. */
export const newReferral = z.object({ to: z.optional(agency), sheet: z.optional(referral) });

const worker = z.optional(z.string().check(z.minLength(1), z.maxLength(100), z.regex(/^[^\p{Cc}\p{Cs}]+$/u)));

/** `worker`: who writes, told to the desk's other screens. */
export const draftBody = z.object({ sheet: referral, worker });

/** What a desk was handed on paper, as codes or as a file: the sheet as it was handed, and the desk's copy of the record. */
export const carriedBody = z.object({ sheet: z.looseObject({}), events });

/** What is done, and by whom of the desk. Which fields go with which `type` is `ReferralAction` of the schema package. */
export const actionBody = z.object({
  action: z.looseObject({ type: z.enum(referralActionTypes) }),
  /** How many events of the sheet the worker saw. */
  seq: count,
  /** With `send`: the draft as it is to be sent. */
  sheet: z.optional(referral),
  worker,
  /** Another desk answered on paper, by FAX or by telephone: whose answer it is. Only the sender, or the coordinator once asked, writes it down. */
  heard: z.optional(z.object({ agency, name: worker, how: z.enum(heardByEar) })),
});

export const eventBody = z.object({ event: referralEvent });

const owner = z.object({ agency, role: z.enum(['sender', 'holder', 'coordinator']) });

/** Where the sheet stands, as far as this desk sees its record. `known: false`: the record has a gap or was changed. */
const state = z.looseObject({
  known: z.boolean(),
  open: z.boolean(),
  owner,
  transport: z.optional(z.enum(transports)),
  business: z.optional(z.enum(businessStates)),
  respondBy: z.optional(day),
});

const steps = z.object({
  owner,
  yourTurn: z.boolean(),
  withdrawn: z.boolean(),
  steps: z.array(
    z.object({
      action: z.enum([...referralActionTypes, 'check-record']),
      needs: z.array(z.enum(['to', 'reason', 'text', 'outcome', 'on', 'respondBy', 'did'])),
      main: z.boolean(),
    }),
  ),
});

/** A sheet as one desk sees it. */
export const referralView = z.object({
  id: z.string(),
  /** The server's time. */
  at: z.string(),
  /** The case, for the desk whose case it is. */
  number: z.optional(z.string()),
  /** Of the draft: give it back in `If-Match`. */
  revision: count,
  role: z.enum(['sender', 'holder', 'coordinator', 'seer']),
  /** It was carried in from a network that this one does not touch: the answer goes back the same way. */
  carried: z.optional(z.boolean()),
  /** Whole for the sender; for another desk what it was handed and may still have. */
  sheet: z.looseObject({}),
  /** The desk's own copy of the record: parts that are not for it are closed. */
  events: z.array(referralEvent),
  state,
  /** The record is whole and unchanged, and the sheet is the one that was sent. Where it is not, no step is taken any more. */
  whole: z.boolean(),
  steps,
  /** Business days until `respondBy`; negative once it is over. */
  daysLeft: z.optional(z.int()),
  /** Records of consent by the `ref` of whose they are; for the sender. */
  consents: z.optional(z.record(z.string(), z.array(consentEvent))),
});

/** One line of a box: between whom, where it stands, and of the matter only the topics and the urgency this desk may know. */
export const referralItem = z.object({
  id: z.string(),
  number: z.optional(z.string()),
  /** Since when this desk has to do with it. */
  since: z.string(),
  role: referralView.shape.role,
  carried: referralView.shape.carried,
  /** Nobody of this desk has opened it since another desk's last step. */
  unread: z.boolean(),
  transport: z.optional(z.enum(transports)),
  business: z.optional(z.enum(businessStates)),
  open: z.boolean(),
  yourTurn: z.boolean(),
  /** How many events this desk sees. */
  seq: count,
  from: z.object({ agency, name: z.optional(z.string()) }),
  /** Who has it, or is to have it. */
  to: z.object({ agency, name: z.optional(z.string()) }),
  /** Whose the next step is, with the worker who did something there last; absent once it has ended, and where the desk no longer sees it. */
  owner: z.optional(z.object({ agency, role: owner.shape.role, name: z.optional(z.string()), worker: z.optional(z.string()) })),
  /** Who of this desk did something with it last. */
  worker: z.optional(z.string()),
  /** The last step this desk sees. */
  last: z.optional(z.object({ type: z.string(), at: z.string(), agency: z.optional(agency), name: z.optional(z.string()) })),
  /** The coordinator was told that it waits. */
  escalated: z.boolean(),
  respondBy: z.optional(day),
  daysLeft: z.optional(z.int()),
  urgency: z.optional(z.enum(urgencies)),
  topics: z.optional(z.array(z.string())),
  mainTopic: z.optional(z.string()),
});

export const referralList = z.object({
  /** The server's time, by which days are counted. */
  at: z.string(),
  items: z.array(referralItem),
  /** How many there are in each box. */
  counts: z.object({ inbox: count, sent: count, overdue: count, drafts: count, past: count }),
  /** Give it back as `after` for the next page; absent on the last. */
  next: z.optional(z.string()),
});

export const referralsOfCase = z.object({ at: referralList.shape.at, items: z.array(referralItem) });

export const discarded = z.object({ id: z.string() });

export type ReferralView = z.infer<typeof referralView>;
export type ReferralItem = z.infer<typeof referralItem>;
export type ReferralList = z.infer<typeof referralList>;
export type ReferralsOfCase = z.infer<typeof referralsOfCase>;
