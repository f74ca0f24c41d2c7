/**
 * The shapes as zod schemas, for servers, case systems, JSON Schema and OpenAPI, their rules between fields included. At a door take `parseReferral` and
 * `parseReferralEvents`: they also look at what a newer version may have added, and explain.
 */
import * as z from 'zod/mini';
import { recordIssues } from '../consent/rules.js';
import type { RawIssue } from '../light.js';
import { referralEventShapes } from './event.schema.js';
import { referralShapes } from './referral.schema.js';
import { referralEventIssues, sheetIssues } from './rules.js';

const shapes = referralShapes(z);
const eventShapes = referralEventShapes(z);

export const { assessment, attachment, desk, finding, household, member, person, request, safety, sender, source, step, supporter } =
  shapes;
export const { actor, heard, part, said, shipped } = eventShapes;

const custom = ({ path, code, expected }: RawIssue, input: unknown, at: (string | number)[] = []) => ({
  code: 'custom' as const,
  path: [...at, ...path],
  message: `${code}: ${expected}`,
  input,
});

/** A sheet, its rules between fields included. */
export const referral = shapes.sheet.check((context) => {
  for (const issue of sheetIssues(context.value)) context.issues.push(custom(issue, context.value));
});

/** The record of a sheet: its events, oldest first, numbered and linked. That nothing was changed only `verifyReferral` can say. */
export const events = eventShapes.events.check((context) => {
  context.value.forEach((one, index) => {
    for (const issue of referralEventIssues(one)) context.issues.push(custom(issue, context.value, [index]));
  });
  for (const issue of context.issues.length ? [] : recordIssues(context.value)) context.issues.push(custom(issue, context.value));
});
