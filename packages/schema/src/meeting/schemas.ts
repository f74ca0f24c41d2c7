/**
 * The shapes as zod schemas, for servers, JSON Schema and OpenAPI. They know a record's shape; whether the consents that a plan meeting names stand,
 * only `parsePlanMeeting` says.
 */
import * as z from 'zod/mini';
import { meetingShapes } from './meeting.schema.js';
import { conferenceIssues, headIssues } from './rules.js';

const shapes = meetingShapes(z);

export const { askAgain, attendee, basedOn, basis, grounds, member, role } = shapes;

export const planMeeting = shapes.planMeeting.check((context) => {
  for (const { path, code, expected } of headIssues(context.value))
    context.issues.push({ code: 'custom', path: [...path], message: `${code}: ${expected}`, input: context.value });
});

export const supportConference = shapes.supportConference.check((context) => {
  for (const { path, code, expected } of conferenceIssues(context.value))
    context.issues.push({ code: 'custom', path: [...path], message: `${code}: ${expected}`, input: context.value });
});

export const meeting = z.union([planMeeting, supportConference]);
