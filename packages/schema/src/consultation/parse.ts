/** The door: what comes from outside becomes typed data, or issues by path with a sentence each. */
import { inspect, light, type IssueCode, type IssuePath, type RawIssue } from '../light.js';
import { consultationShapes, type Consultation } from './consultation.schema.js';
import {
  exchangeShapes,
  type DeskMessage,
  type OpenReceipt,
  type PersonMessage,
  type Receipt,
  type StatusChange,
  type Submission,
  type Thread,
} from './exchange.schema.js';
import { explainConsultationIssue } from './explain.js';
import { crossIssues } from './rules.js';
import { findUnsound } from './sound.js';

/** What is wrong, where. It never repeats what was written: issues end up in answers and logs. */
export interface ConsultationIssue {
  path: IssuePath;
  /** JSON Pointer (RFC 6901) as a URI fragment: `#/contact/phone`, `#` for the whole. */
  pointer: string;
  code: IssueCode;
  /** One sentence in Japanese: where, what, how to mend it. */
  message: string;
}

export type ParseResult<Data> = { success: true; data: Data } | { success: false; issues: ConsultationIssue[] };

/** More than these are not told. */
const mostIssues = 50;

const { consultation } = /* @__PURE__ */ consultationShapes(light);
const exchange = /* @__PURE__ */ exchangeShapes(light, { consultation });

/** A path as a JSON Pointer in a URI fragment (RFC 6901, 6). */
export const pointerOf = (path: IssuePath): string =>
  `#${path.map((part) => `/${encodeURIComponent(String(part).replaceAll('~', '~0').replaceAll('/', '~1'))}`).join('')}`;

type Found = Pick<RawIssue, 'path' | 'code' | 'expected'>;

function judge<Data>(value: unknown, look: () => Found[]): ParseResult<Data> {
  let issues: Found[];
  try {
    const unsound = findUnsound(value);
    issues = unsound ? [unsound] : look();
  } catch {
    // Only a value with code of its own (a getter, a proxy) gets here: no JSON, so nothing to read.
    issues = [{ path: [], code: 'type', expected: 'json' }];
  }
  if (!issues.length) return { success: true, data: value as Data };
  return {
    success: false,
    issues: issues.slice(0, mostIssues).map(({ path, code, expected }) => ({
      path,
      pointer: pointerOf(path),
      code,
      message: explainConsultationIssue({ path, code, expected }),
    })),
  };
}

/** The rules between fields, once the shape of the whole is right. */
const crossed = (issues: RawIssue[], { value, at, today }: { value: unknown; at: IssuePath; today?: string }): Found[] =>
  issues.length ? issues : crossIssues(value as Consultation, today).map((issue) => ({ ...issue, path: [...at, ...issue.path] }));

/**
 * Reads a consultation from any value (usually parsed JSON). Returns the value itself, typed, or issues by path; never throws.
 * Fields this version does not know are kept. `today` (`YYYY-MM-DD`, Asia/Tokyo) is what a birth date is held against.
 */
export const parseConsultation = (value: unknown, today?: string): ParseResult<Consultation> =>
  judge(value, () => crossed(inspect(consultation, value), { value, at: [], today }));

/** Reads a submission: in the open (`consultation`) or sealed (`sealed`), never both. Otherwise as {@link parseConsultation}. */
export const parseSubmission = (value: unknown, today?: string): ParseResult<Submission> =>
  judge(value, () => {
    const isSealed = typeof value === 'object' && value !== null && Object.hasOwn(value, 'sealed');
    if (!isSealed) {
      const at = ['consultation'];
      return crossed(inspect(exchange.open, value), { value: (value as { consultation?: unknown } | null)?.consultation, at, today });
    }
    if (Object.hasOwn(value, 'consultation'))
      return [{ path: ['consultation'], code: 'format', expected: 'either consultation or sealed' }];
    return inspect(exchange.sealed, value);
  });

const reader =
  <Data>(shape: unknown) =>
  (value: unknown): ParseResult<Data> =>
    judge(value, () => inspect(shape, value));

export const parseOpenReceipt = /* @__PURE__ */ reader<OpenReceipt>(exchange.openReceipt);
export const parsePersonMessage = /* @__PURE__ */ reader<PersonMessage>(exchange.personMessage);
export const parseDeskMessage = /* @__PURE__ */ reader<DeskMessage>(exchange.deskMessage);
export const parseStatusChange = /* @__PURE__ */ reader<StatusChange>(exchange.statusChange);
export const parseReceipt = /* @__PURE__ */ reader<Receipt>(exchange.receipt);
export const parseThread = /* @__PURE__ */ reader<Thread>(exchange.thread);
