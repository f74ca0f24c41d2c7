/** A sheet with its record, from a file or from codes: the whole one of the desk that wrote it, or what another desk was handed. */
import { judge } from '../consent/parse.js';
import type { Redacted } from '../consent/redact.js';
import type { ConsultationIssue, ParseResult } from '../consultation/parse.js';
import type { ReferralEvent } from './event.schema.js';
import { explainReferralIssue } from './explain.js';
import { parseReferral, parseReferralEvents } from './parse.js';
import { parseReferralPackage } from './parse-package.js';
import type { ReferralSheet } from './referral.schema.js';

/** A sheet and what happened to it, oldest first. Of a sheet with its salt, nothing is absent. */
export interface ReadValue {
  sheet: Redacted<ReferralSheet>;
  events: ReferralEvent[];
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);

/** Issues of a part, as issues of the whole. */
const within = (name: string, issues: readonly ConsultationIssue[]): ConsultationIssue[] =>
  issues.map((issue) => ({ ...issue, path: [name, ...issue.path], pointer: `#/${name}${issue.pointer.slice(1)}` }));

/** A sheet, whole or as it was handed: only a whole one has its salt, and is held against the whole schema. */
export const readSheet = (value: unknown): ParseResult<Redacted<ReferralSheet>> =>
  isObject(value) && Object.hasOwn(value, 'salt') ? parseReferral(value) : parseReferralPackage(value);

/**
 * Reads `{sheet, events}` from any value, usually parsed JSON; `events` may be absent. Returns both, typed, or issues by path; never throws. Whether
 * the record was changed is for `verifyReferral` to say.
 */
export function readReferralValue(value: unknown): ParseResult<ReadValue> {
  if (!isObject(value) || !Object.hasOwn(value, 'sheet'))
    return judge(value, () => [{ path: ['sheet'], code: 'missing', expected: 'sheet' }], explainReferralIssue);
  const sheet = readSheet(value.sheet);
  if (!sheet.success) return { success: false, issues: within('sheet', sheet.issues) };
  const events = parseReferralEvents(Object.hasOwn(value, 'events') ? value.events : []);
  if (!events.success) return { success: false, issues: within('events', events.issues) };
  const foreign = events.data.findIndex(({ record }) => record !== sheet.data.id);
  if (foreign >= 0)
    return judge(
      value,
      () => [{ path: ['events', foreign, 'record'], code: 'unknown-reference', expected: 'one record' }],
      explainReferralIssue,
    );
  return { success: true, data: { sheet: sheet.data, events: events.data } };
}
