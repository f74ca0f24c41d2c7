/** The door: what comes from outside becomes a typed sheet or record, or issues by path with a sentence each. */
import { first, judge, type Found } from '../consent/parse.js';
import type { ConsultationIssue, ParseResult } from '../consultation/parse.js';
import { findUnsound } from '../consultation/sound.js';
import { checkReferral, checkReferralEvent, checkReferralEvents } from './check.js';
import type { ReferralEvent } from './event.schema.js';
import { explainReferralIssue } from './explain.js';
import { referralLimits } from './limits.js';
import type { ReferralSheet } from './referral.schema.js';

/** What is wrong, where, and one sentence in Japanese; it never repeats what was written. */
export type ReferralIssue = ConsultationIssue;

const sound = (value: unknown, at: Found['path'] = []): Found[] => {
  const wrong = findUnsound(value);
  return wrong ? [{ ...wrong, path: [...at, ...wrong.path] }] : [];
};

const read = <Data>(value: unknown, ...looks: (() => Found[])[]): ParseResult<Data> =>
  judge(value, () => first(...looks), explainReferralIssue);

/**
 * Reads a sheet from any value, usually parsed JSON. Returns the value itself, typed, or issues by path; never throws. Fields this version does not
 * know are kept (and are never told to anybody: no rule of {@link referralMap} leads to them).
 */
export const parseReferral = (value: unknown): ParseResult<ReferralSheet> =>
  read(
    value,
    () => sound(value),
    () => checkReferral(value),
  );

/** Reads one event. Otherwise as {@link parseReferral}. */
export const parseReferralEvent = (value: unknown): ParseResult<ReferralEvent> =>
  read(
    value,
    () => sound(value),
    () => checkReferralEvent(value),
  );

/** Reads a sheet's record (every event, oldest first). Whether anything was changed or could not have happened is for `verifyReferral` to say. */
export const parseReferralEvents = (value: unknown): ParseResult<ReferralEvent[]> =>
  read(
    value,
    () =>
      Array.isArray(value) && value.length <= referralLimits.events
        ? value.flatMap((event: unknown, index) => sound(event, [index])).slice(0, 1)
        : [],
    () => checkReferralEvents(value),
  );
