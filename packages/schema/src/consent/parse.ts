/** The door: what comes from outside becomes a typed record, or issues by path with a sentence each. */
import { pointerOf, type ConsultationIssue, type ParseResult } from '../consultation/parse.js';
import { findUnsound } from '../consultation/sound.js';
import type { RawIssue } from '../light.js';
import { checkConsentEvent, checkConsentEvents, checkConsentRequest } from './check.js';
import type { ConsentEvent, ConsentRequest } from './consent.schema.js';
import { explainConsentIssue } from './explain.js';
import { consentLimits } from './limits.js';

/** What is wrong, where, and one sentence in Japanese; it never repeats what was written. */
export type ConsentIssue = ConsultationIssue;

export type Found = Pick<RawIssue, 'path' | 'code' | 'expected'>;

/** More than these are not told. */
const mostIssues = 50;

/** Issues with pointers and sentences; the value itself when there are none. Never throws. */
export function judge<Data>(
  value: unknown,
  look: () => Found[],
  explain: (issue: Found) => string = explainConsentIssue,
): ParseResult<Data> {
  let found: Found[];
  try {
    found = look();
  } catch {
    // Only a value with code of its own (a getter, a proxy) or one that is its own part gets here: no JSON, so nothing to read.
    found = [{ path: [], code: 'type', expected: 'json' }];
  }
  if (!found.length) return { success: true, data: value as Data };
  return {
    success: false,
    issues: found.slice(0, mostIssues).map(({ path, code, expected }) => ({
      path,
      pointer: pointerOf(path),
      code,
      message: explain({ path, code, expected }),
    })),
  };
}

/** What no database keeps and no form writes, in one event: its lists are looked at row by row, since an answer may have two thousand. */
function unsound(value: unknown, at: (string | number)[]): Found[] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return [];
  const { decisions, request, ...rest } = value as { decisions?: unknown; request?: unknown };
  const parts: [unknown, (string | number)[]][] = [[rest, at]];
  const notices: unknown = typeof request === 'object' && request !== null ? (request as { notices?: unknown }).notices : undefined;
  if (Array.isArray(notices)) {
    parts.push([{ ...(request as object), notices: [] }, [...at, 'request']]);
    notices.slice(0, consentLimits.notices + 1).forEach((notice, index) => parts.push([notice, [...at, 'request', 'notices', index]]));
  } else if (request !== undefined) parts.push([request, [...at, 'request']]);
  if (Array.isArray(decisions))
    decisions.slice(0, consentLimits.cells + 1).forEach((row, index) => parts.push([row, [...at, 'decisions', index]]));
  else if (decisions !== undefined) parts.push([decisions, [...at, 'decisions']]);
  for (const [part, path] of parts) {
    const wrong = findUnsound(part);
    if (wrong) return [{ ...wrong, path: [...path, ...wrong.path] }];
  }
  return [];
}

export const first = (...looks: (() => Found[])[]): Found[] => {
  for (const look of looks) {
    const found = look();
    if (found.length) return found;
  }
  return [];
};

/**
 * Reads a record (every event, oldest first) from any value, usually parsed JSON. Returns the value itself, typed, or issues by path; never throws.
 * Fields this version does not know are kept: they are part of the hashes. Whether anything was changed is for `verifyChain` to say.
 */
export const parseConsentEvents = (value: unknown): ParseResult<ConsentEvent[]> =>
  judge(value, () =>
    first(
      () =>
        Array.isArray(value) && value.length <= consentLimits.events
          ? value.flatMap((event: unknown, index) => unsound(event, [index])).slice(0, 1)
          : [],
      () => checkConsentEvents(value),
    ),
  );

/** Reads one event. Otherwise as {@link parseConsentEvents}. */
export const parseConsentEvent = (value: unknown): ParseResult<ConsentEvent> =>
  judge(value, () =>
    first(
      () => unsound(value, []),
      () => checkConsentEvent(value),
    ),
  );

/** Reads a request before it is asked. Its notices carry their hashes (`freezeNotice`). */
export const parseConsentRequest = (value: unknown): ParseResult<ConsentRequest> =>
  judge(value, () =>
    first(
      () => unsound({ request: value }, []).map(({ path, ...found }) => ({ ...found, path: path.slice(1) })),
      () => checkConsentRequest(value),
    ),
  );
