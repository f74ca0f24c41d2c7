/** The door for what a desk was handed: any part of a sheet may be absent, and nothing says that it was there. */
import { first, judge, type Found } from '../consent/parse.js';
import type { Redacted } from '../consent/redact.js';
import type { ParseResult } from '../consultation/parse.js';
import { findUnsound } from '../consultation/sound.js';
import { inspect, light } from '../light.js';
import { explainReferralIssue } from './explain.js';
import { referralShapes, type ReferralSheet } from './referral.schema.js';
import { sheetIssues } from './rules.js';

type Shape = Parameters<typeof light.looseObject>[0];

/** The same shapes with every field optional. */
const lenient: typeof light = {
  ...light,
  looseObject: ((shape: Shape) =>
    light.looseObject(
      Object.fromEntries(Object.entries(shape).map(([key, inner]) => [key, light.optional(inner)])),
    )) as typeof light.looseObject,
};

const { sheet: anyPart } = /* @__PURE__ */ referralShapes(lenient);

/** The heading travels always: without it nobody knows whose sheet it is and who may go on with it. */
const heading = [
  ['schemaVersion'],
  ['id'],
  ['createdAt'],
  ['from', 'agency'],
  ['to'],
  ['coordinator', 'agency'],
  ['basis', 'kind'],
] as const;

const at = (value: unknown, path: readonly string[]): unknown =>
  path.reduce<unknown>(
    (node, key) =>
      typeof node === 'object' && node !== null && Object.hasOwn(node, key) ? (node as Record<string, unknown>)[key] : undefined,
    value,
  );

const missing = (value: unknown): Found[] =>
  heading.filter((path) => at(value, path) === undefined).map((path) => ({ path, code: 'missing', expected: path.at(-1)! }));

/** The rules between fields look at a whole sheet: what is absent is stood in for, by something that breaks none of them. */
function between(sheet: Redacted<ReferralSheet>): Found[] {
  const named = <Entry extends { ref?: string }>(entries: readonly Entry[] | undefined, mark: string) =>
    entries?.map((entry, index) => ({ ...entry, ref: entry.ref ?? `${mark}${index}` }));
  const { household, attachments, copyTo } = sheet;
  return sheetIssues({
    ...sheet,
    // Its grounds stay with the desk that sends.
    basis: { kind: 'consent' },
    to: sheet.to?.agency === undefined && sheet.to?.open === undefined ? { open: 'coordinator' } : sheet.to,
    person: { ref: ' ', ...sheet.person },
    ...(household && { household: { ...household, members: named(household.members, ' m') } }),
    ...(attachments && { attachments: named(attachments, ' a') }),
    ...(copyTo && { copyTo: copyTo.map((desk, index) => ({ ...desk, agency: desk.agency ?? ` c${index}` })) }),
  } as unknown as ReferralSheet);
}

/**
 * Reads what a desk was handed of a sheet (`packageFor`) from any value, usually parsed JSON: what is there must be right, anything but the heading may be
 * absent. Returns the value itself, typed, or issues by path; never throws.
 */
export const parseReferralPackage = (value: unknown): ParseResult<Redacted<ReferralSheet>> =>
  judge(
    value,
    () =>
      first(
        () => {
          const wrong = findUnsound(value);
          return wrong ? [wrong] : [];
        },
        () => inspect(anyPart, value),
        () => missing(value),
        () => between(value as Redacted<ReferralSheet>),
      ),
    explainReferralIssue,
  );
