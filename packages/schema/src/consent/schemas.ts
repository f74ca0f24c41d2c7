/**
 * The shapes as zod schemas, for servers, case systems, JSON Schema and OpenAPI. `event` and `events` also hold the rules between fields. At a door take
 * `parseConsentEvents`: it also looks at what a newer version may have added, and explains.
 */
import * as z from 'zod/mini';
import { consentShapes } from './consent.schema.js';
import { eventIssues, recordIssues } from './rules.js';

const shapes = consentShapes(z);

export const { byType, decision, expressed, notice, period, request, signature, worker } = shapes;

/** One event, its rules between fields included. */
export const event = shapes.event.check((context) => {
  for (const { path, code, expected } of eventIssues(context.value))
    context.issues.push({ code: 'custom', path: [...path], message: `${code}: ${expected}`, input: context.value });
});

/** A record: its events, oldest first, numbered and linked. That nothing was changed only `verifyChain` can say. */
export const events = shapes.events.check((context) => {
  context.value.forEach((one, index) => {
    for (const { path, code, expected } of eventIssues(one))
      context.issues.push({ code: 'custom', path: [index, ...path], message: `${code}: ${expected}`, input: context.value });
  });
  for (const { path, code, expected } of context.issues.length ? [] : recordIssues(context.value))
    context.issues.push({ code: 'custom', path: [...path], message: `${code}: ${expected}`, input: context.value });
});
