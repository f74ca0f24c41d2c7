/** What goes over the wire between the form, the receiver and the desk: submission, receipt, thread of replies. */
import type * as zod from 'zod/mini';
import type { Builder } from '../builder.js';
import { primitiveShapes } from '../directory/primitives.js';
import { statuses } from './choices.js';
import { writtenShapes, type ConsultationShapes } from './consultation.schema.js';

export function exchangeShapes(z: Builder, { consultation }: Pick<ConsultationShapes, 'consultation'>) {
  const { id, date } = primitiveShapes(z);
  const { line, language, message: words } = writtenShapes(z);

  /** An instant in UTC: `2026-11-24T01:30:00.000Z`. */
  const instant = z.string().check(z.regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,3})?Z$/));

  /** What a machine gives away and a person does not: a hidden field that stays empty, and how long the form was open, in seconds. */
  const trap = z.looseObject({
    website: z.optional(z.string().check(z.maxLength(200))),
    seconds: z.optional(z.number().check(z.minimum(0))),
  });

  /** A consultation in the open. The idempotency key is a header (`Idempotency-Key`), not part of the body. */
  const open = z.looseObject({ consultation, trap: z.optional(trap) });

  /**
   * A consultation that only the desk can read: a compact JWE (ECDH-ES + A256GCM). What routes it stays outside: the desk's id and the language.
   */
  const sealed = z.looseObject({
    sealed: z.string().check(z.maxLength(60_000), z.regex(/^[\w-]+\.[\w-]*\.[\w-]+\.[\w-]+\.[\w-]+$/)),
    windowId: z.optional(id),
    language: z.optional(language),
    trap: z.optional(trap),
  });

  /** What the person keeps. Number and secret together open the thread; neither says what it is about. */
  const receipt = z.looseObject({
    /** Eight characters that cannot be misread, `K7MF-3W9X`. */
    number: z.string().check(z.regex(/^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/)),
    /** Sixteen characters in groups of four. */
    secret: z.string().check(z.regex(/^([0-9A-HJKMNP-TV-Z]{4}-){3}[0-9A-HJKMNP-TV-Z]{4}$/)),
    receivedAt: instant,
    /** The day (Asia/Tokyo) by which an answer is promised, counted in the city's business days. */
    replyBy: z.optional(date),
    window: z.optional(z.looseObject({ id, name: z.optional(line(300)) })),
  });

  const message = z.looseObject({
    from: z.enum(['desk', 'person']),
    text: words,
    at: instant,
  });

  /** What a receipt opens. */
  const thread = z.looseObject({
    number: receipt.shape.number,
    status: z.enum(statuses),
    receivedAt: instant,
    replyBy: z.optional(date),
    window: receipt.shape.window,
    messages: z.array(message),
  });

  /** The body of `POST /api/receipts/open`. */
  const openReceipt = z.looseObject({ number: receipt.shape.number, secret: receipt.shape.secret });

  /** The body of `POST /api/receipts/messages`: the person writes again. */
  const personMessage = z.looseObject({ number: receipt.shape.number, secret: receipt.shape.secret, text: words });

  /** The body of `POST /api/staff/consultations/{number}/messages`. */
  const deskMessage = z.looseObject({ text: words });

  /** The body of `POST /api/staff/consultations/{number}/status`; which changes are allowed is in `thread.ts`. */
  const statusChange = z.looseObject({ status: z.enum(statuses) });

  return { instant, trap, open, sealed, receipt, message, thread, openReceipt, personMessage, deskMessage, statusChange };
}

export type ExchangeShapes = ReturnType<typeof exchangeShapes>;
export type OpenSubmission = zod.infer<ExchangeShapes['open']>;
export type SealedSubmission = zod.infer<ExchangeShapes['sealed']>;
export type Submission = OpenSubmission | SealedSubmission;
export type Receipt = zod.infer<ExchangeShapes['receipt']>;
export type Message = zod.infer<ExchangeShapes['message']>;
export type OpenReceipt = zod.infer<ExchangeShapes['openReceipt']>;
export type PersonMessage = zod.infer<ExchangeShapes['personMessage']>;
export type DeskMessage = zod.infer<ExchangeShapes['deskMessage']>;
export type StatusChange = zod.infer<ExchangeShapes['statusChange']>;
export type Thread = zod.infer<ExchangeShapes['thread']>;
