/**
 * The shapes as zod schemas, for servers, case systems, JSON Schema and OpenAPI. `consultation` and `submission` also hold the rules
 * between fields. At a door take `parseConsultation` or `parseSubmission`: they also look at what a newer version may have added, and explain.
 */
import * as z from 'zod/mini';
import { consultationShapes } from './consultation.schema.js';
import { exchangeShapes } from './exchange.schema.js';
import { crossIssues } from './rules.js';

const shapes = consultationShapes(z);

export const { about, contact, member, needs, person, safeCall } = shapes;

/** A consultation, its rules between fields included (`today` is today in Asia/Tokyo). */
export const consultation = shapes.consultation.check((context) => {
  for (const { path, code, expected } of crossIssues(context.value))
    context.issues.push({ code: 'custom', path: [...path], message: `${code}: ${expected}`, input: context.value });
});

const exchange = exchangeShapes(z, { consultation });

export const { deskMessage, message, open, openReceipt, personMessage, receipt, sealed, statusChange, thread, trap } = exchange;

/** What is sent: in the open or sealed, never both (a sealed letter with its words written on the envelope). */
export const submission = z.union([open, sealed]).check((context) => {
  if ('sealed' in context.value && 'consultation' in context.value)
    context.issues.push({ code: 'custom', path: ['consultation'], message: 'either consultation or sealed', input: context.value });
});
