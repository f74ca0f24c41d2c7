/** Checks without any sentence for people, built light: what a dialog carries. Servers take `parse.ts`, which also explains. */
import { inspect, light, show, type IssuePath, type RawIssue } from '../light.js';
import { eventTypes } from './choices.js';
import { consentShapes, type ConsentEvent } from './consent.schema.js';
import { consentLimits } from './limits.js';
import { eventIssues, recordIssues } from './rules.js';

export type { RawIssue } from '../light.js';

const shapes = /* @__PURE__ */ consentShapes(light);

/** What is wrong with one event, by path; empty when nothing is. Never throws on plain data. */
export function checkConsentEvent(value: unknown, at: IssuePath = []): RawIssue[] {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return [{ path: at, code: 'type', expected: 'object', found: show(value) }];
  const type = (value as { type?: unknown }).type;
  if (typeof type !== 'string' || !Object.hasOwn(shapes.byType, type))
    return [
      { path: [...at, 'type'], code: type === undefined ? 'missing' : 'choice', expected: eventTypes.join(' | '), found: show(type) },
    ];
  const issues = inspect(shapes.byType[type as ConsentEvent['type']], value, at);
  if (issues.length) return issues;
  return eventIssues(value as ConsentEvent).map((issue) => ({ ...issue, path: [...at, ...issue.path] }));
}

/** What is wrong with a record: each event, and once they are right, their order. Whether anything was changed is {@link verifyChain}'s. */
export function checkConsentEvents(value: unknown): RawIssue[] {
  if (!Array.isArray(value)) return [{ path: [], code: 'type', expected: 'array', found: show(value) }];
  if (value.length > consentLimits.events) return [{ path: [], code: 'too-long', expected: `<= ${consentLimits.events}`, found: '' }];
  const issues: RawIssue[] = [];
  for (let index = 0; index < value.length && issues.length < 50; index++) issues.push(...checkConsentEvent(value[index], [index]));
  return issues.length ? issues : recordIssues(value as ConsentEvent[]);
}

/** What is wrong with a request before it is asked. Its notices carry their hashes (`freezeNotice`). */
export const checkConsentRequest = (value: unknown): RawIssue[] => inspect(shapes.request, value);
