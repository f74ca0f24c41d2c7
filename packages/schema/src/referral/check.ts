/** Checks without any sentence for people, built light: what a sheet carries. Servers take `parse.ts`, which also explains. */
import { recordIssues } from '../consent/rules.js';
import { inspect, light, show, type IssuePath, type RawIssue } from '../light.js';
import { referralEventTypes } from './choices.js';
import { referralEventShapes, type ReferralEvent } from './event.schema.js';
import { referralLimits } from './limits.js';
import { referralShapes, type ReferralSheet } from './referral.schema.js';
import { referralEventIssues, sheetIssues } from './rules.js';

export type { RawIssue } from '../light.js';

const { sheet } = /* @__PURE__ */ referralShapes(light);
const { byType } = /* @__PURE__ */ referralEventShapes(light);

/** What is wrong with a sheet, by path; empty when nothing is. Never throws on plain data. */
export function checkReferral(value: unknown): RawIssue[] {
  const issues = inspect(sheet, value);
  return issues.length ? issues : sheetIssues(value as ReferralSheet);
}

/** What is wrong with one event. */
export function checkReferralEvent(value: unknown, at: IssuePath = []): RawIssue[] {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return [{ path: at, code: 'type', expected: 'object', found: show(value) }];
  const type = (value as { type?: unknown }).type;
  if (typeof type !== 'string' || !Object.hasOwn(byType, type))
    return [
      {
        path: [...at, 'type'],
        code: type === undefined ? 'missing' : 'choice',
        expected: referralEventTypes.join(' | '),
        found: show(type),
      },
    ];
  const issues = inspect(byType[type as ReferralEvent['type']], value, at);
  if (issues.length) return issues;
  return referralEventIssues(value as ReferralEvent).map((issue) => ({ ...issue, path: [...at, ...issue.path] }));
}

/** What is wrong with a sheet's record: each event, and once they are right, their order. Whether anything was changed is {@link verifyReferral}'s. */
export function checkReferralEvents(value: unknown): RawIssue[] {
  if (!Array.isArray(value)) return [{ path: [], code: 'type', expected: 'array', found: show(value) }];
  if (value.length > referralLimits.events) return [{ path: [], code: 'too-long', expected: `<= ${referralLimits.events}`, found: '' }];
  const issues: RawIssue[] = [];
  for (let index = 0; index < value.length && issues.length < 50; index++) issues.push(...checkReferralEvent(value[index], [index]));
  return issues.length ? issues : recordIssues(value as ReferralEvent[]);
}
