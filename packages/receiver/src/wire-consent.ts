/** Shapes that desks exchange about consents. The events themselves are `@tsunagu/schema/consent`'s. */
import { consentStatuses } from '@tsunagu/schema/consent';
import { byType, event } from '@tsunagu/schema/consent/schemas';
import { receipt } from '@tsunagu/schema/consultation/schemas';
import * as z from 'zod/mini';

const { record, hash, seq } = byType.requested.shape;
const { purposes, agencies, items } = byType.requested.shape.request.shape;
const purpose = purposes._zod.def.element;
const agency = agencies._zod.def.element;
const item = items._zod.def.element;
const instant = byType.requested.shape.at;
const { name } = byType.requested.shape.writtenBy._zod.def.innerType.shape;
const day = z.string();

/** Events of one POST. An answer comes with its question; more than these are not written at once. */
export const mostEvents = 20;

export const consentEvent = event;

/** A signature written by hand, which an event names by its hash. The picture is no part of the event, so that it never travels with it. */
export const drawing = z.object({
  reference: z.string().check(z.regex(/^[A-Za-z0-9._-]{1,100}$/)),
  /** sha256 of `text`, hexadecimal. */
  hash,
  /** An SVG of lines alone. */
  text: z.string().check(z.maxLength(300_000), z.regex(/^<svg [^]*<\/svg>\s*$/)),
});

export const newEvents = z.object({
  events: z.array(event).check(z.minLength(1), z.maxLength(mostEvents)),
  drawings: z.optional(z.array(drawing).check(z.maxLength(mostEvents))),
});

export const consentHead = z.object({ record, seq, hash });

const cell = z.object({
  purpose,
  agency,
  item,
  state: z.enum(['given', 'refused', 'asked', 'deferred', 'withdrawn', 'expired', 'terminated', 'invalidated']),
  since: instant,
  until: z.optional(day),
  endsWith: z.optional(z.enum(['plan-end', 'event'])),
  reason: z.optional(z.string()),
});

/** Where a record stands, as this server computes it. */
const standing = {
  status: z.enum(consentStatuses),
  /** Something may be shared: `cells` that are `given`. */
  valid: z.boolean(),
  /** The chain holds. Where it does not, the status is `unknown` and nothing may be shared. */
  whole: z.boolean(),
  cells: z.array(cell),
  expiresOn: z.optional(day),
  /** The first day on which one may ask again, or `never`. */
  reAskAfter: z.optional(z.string()),
};

export const consentRecord = z.object({
  ...consentHead.shape,
  subject: byType.requested.shape.subject.shape.ref,
  ...standing,
  events: z.array(event),
});

/** What goes on the paper that the person keeps: with it a record that was cut or written anew can be told. */
export const consentReceipt = z.object({ number: receipt.shape.number, ...consentHead.shape, at: instant, ...standing });

export const shipment = z.object({
  id: z.string(),
  record,
  at: instant,
  agency,
  purpose,
  items: z.array(item),
  /** When the agency confirmed that it knows of what was taken back since. */
  acknowledgedAt: z.optional(instant),
});

export const newShipment = z.object({ record, agency, purpose, items: z.array(item).check(z.minLength(1), z.maxLength(60)) });

export const acknowledgement = z.object({
  record,
  agency,
  at: instant,
  /** Who at the agency, as they say. */
  name: z.optional(z.string()),
  /** The agency wrote it down itself; otherwise the case's desk did, after asking. */
  own: z.boolean(),
});

/** By the agency itself. */
export const ownAcknowledgement = z.object({ record, name });
/** By the case's desk, for an agency that it has asked. */
export const newAcknowledgement = z.object({ record, agency, name });

const heldItem = z.object({
  item,
  purpose,
  /** Why it should not be there now. */
  reason: z.string(),
  shipments: z.array(z.string()),
  acknowledged: z.boolean(),
});

export const consents = z.object({
  /** The server's time: a page writes events by this clock, so that they are not refused for its own. */
  at: instant,
  records: z.array(consentRecord),
  shipments: z.array(shipment),
  acknowledgements: z.array(acknowledgement),
});

export const reach = z.object({
  at: instant,
  records: z.array(
    z.object({
      record,
      holders: z.array(
        z.object({
          agency,
          items: z.array(heldItem),
          /** It was taken back, and a confirmation is missing. */
          toAsk: z.boolean(),
        }),
      ),
    }),
  ),
});

/** What this desk was told and has to acknowledge. It says no more of the case than the desk was told. */
export const withdrawals = z.object({
  items: z.array(
    z.object({
      number: receipt.shape.number,
      record,
      /** The desk that told it. */
      window: z.object({ id: z.string(), name: z.string() }),
      held: z.array(heldItem),
      told: z.array(z.object({ id: z.string(), at: instant, purpose, items: z.array(item) })),
    }),
  ),
});

export type Consents = z.infer<typeof consents>;
export type ConsentRecord = z.infer<typeof consentRecord>;
export type ConsentReceipt = z.infer<typeof consentReceipt>;
export type ConsentHead = z.infer<typeof consentHead>;
export type DrawingAnswer = z.infer<typeof drawing>;
export type ShipmentAnswer = z.infer<typeof shipment>;
export type NewShipment = z.infer<typeof newShipment>;
export type Acknowledgement = z.infer<typeof acknowledgement>;
export type OwnAcknowledgement = z.infer<typeof ownAcknowledgement>;
export type NewAcknowledgement = z.infer<typeof newAcknowledgement>;
export type Reach = z.infer<typeof reach>;
export type Withdrawals = z.infer<typeof withdrawals>;
