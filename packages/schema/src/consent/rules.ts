/** The rules over several fields of an event, and over the events of a record, in the terms of the shapes' issues. */
import { dateKeyOf, dayNumber } from '../calendar/tokyo.js';
import { isDate } from '../consultation/dates.js';
import type { IssuePath, RawIssue } from '../light.js';
import { cellKey } from './cell-key.js';
import { everybody } from './choices.js';
import type { CellDecision, ConsentEvent, ConsentRequest, Expressed } from './consent.schema.js';
import { consentLimits, consentVersion } from './limits.js';

type Tell = (path: IssuePath, code: RawIssue['code'], expected: string, found?: string) => void;

const day = (at: string): string => dateKeyOf(dayNumber(new Date(at)));

/** An instant of the calendar: the shape lets 30 February through. */
const isInstant = (at: string): boolean => isDate(at.slice(0, 10));

function requestRules(request: ConsentRequest, at: string, tell: Tell): void {
  const names = ['purposes', 'agencies', 'items'] as const;
  for (const name of names) {
    request[name].forEach((id, index) => {
      if (request[name].indexOf(id) !== index) tell(['request', name, index], 'duplicate', 'once', id);
    });
  }
  request.agencies.forEach((id, index) => {
    if (everybody.includes(id)) tell(['request', 'agencies', index], 'format', 'an agency with a name', id);
  });
  const cells = names.reduce((product, name) => product * request[name].length, 1);
  if (cells > consentLimits.cells) tell(['request'], 'too-long', `<= ${consentLimits.cells} cells`);
  if (request.period.until === 'date') dayRules(request.period.date, ['request', 'period', 'date'], { at, tell });
  const hashes = request.notices.map(({ hash }) => hash);
  hashes.forEach((hash, index) => {
    if (hashes.indexOf(hash) !== index) tell(['request', 'notices', index], 'duplicate', 'once');
  });
}

function dayRules(date: string, path: IssuePath, { at, tell }: { at: string; tell: Tell }): void {
  if (!isDate(date)) tell(path, 'format', 'a date of the calendar', date);
  else if (date < day(at)) tell(path, 'format', 'not in the past', date);
}

/**
 * Saying yes needs more than saying no: a yes on paper or screen is signed, a spoken yes has somebody who explained it and a witness, a yes with
 * help says what helped, and who speaks for somebody says by what power. A no, a pause and a withdrawal need none of it.
 */
function yesRules(expressed: Expressed, tell: Tell): void {
  const { by, how, signature, explainedBy, witness, support, authority } = expressed;
  const need = (there: unknown, name: string, expected: string): void => {
    if (there === undefined) tell(['expressed', name], 'missing', expected);
  };
  if (how === 'oral') {
    need(explainedBy, 'explainedBy', 'for oral');
    need(witness, 'witness', 'for oral');
  } else need(signature, 'signature', `for ${how}`);
  if (by === 'supported') need(support, 'support', 'for supported');
  if (by !== 'self' && by !== 'supported') need(authority, 'authority', 'for a representative');
}

/** What a type of event may decide. */
function decisionRules(type: ConsentEvent['type'], decisions: readonly CellDecision[], tell: Tell): void {
  const seen = new Set<string>();
  decisions.forEach((cell, index) => {
    const key = cellKey(cell);
    if (seen.has(key)) tell(['decisions', index], 'duplicate', 'once');
    seen.add(key);
    if (type === 'given' && cell.decision !== 'given') tell(['decisions', index, 'decision'], 'choice', 'given', cell.decision);
    if ((type === 'refused' || type === 'narrowed') && cell.decision === 'given')
      tell(['decisions', index, 'decision'], 'choice', 'refused | not-asked', cell.decision);
  });
  if (type !== 'partly-given') return;
  const given = decisions.filter(({ decision }) => decision === 'given').length;
  if (given === 0) tell(['decisions'], 'missing', 'something given');
}

/** What is wrong between the fields of one event whose shape is right. */
export function eventIssues(event: ConsentEvent): RawIssue[] {
  const issues: RawIssue[] = [];
  const tell: Tell = (path, code, expected, found = '') => issues.push({ path, code, expected, found });
  const { schemaVersion, at, saidAt, seq, previous } = event;
  const major = consentVersion.split('.')[0]!;
  if (schemaVersion.split('.')[0] !== major) tell(['schemaVersion'], 'version', `${major}.x`, schemaVersion);
  if (!isInstant(at)) {
    tell(['at'], 'format', 'a date of the calendar', at);
    return issues;
  }
  if (saidAt !== undefined && !isInstant(saidAt)) tell(['saidAt'], 'format', 'a date of the calendar', saidAt);
  else if (saidAt !== undefined && new Date(saidAt) > new Date(at)) tell(['saidAt'], 'format', 'not after at', saidAt);
  if (seq === 0 && previous !== undefined) tell(['previous'], 'format', 'absent in the first');
  if (seq > 0 && previous === undefined) tell(['previous'], 'missing', 'previous');
  if (event.type === 'requested') requestRules(event.request, at, tell);
  if (event.type === 'given' || event.type === 'partly-given' || event.type === 'renewed') yesRules(event.expressed, tell);
  if ('decisions' in event && event.decisions !== undefined) decisionRules(event.type, event.decisions as CellDecision[], tell);
  if ((event.type === 'given' || event.type === 'partly-given') && event.until !== undefined)
    dayRules(event.until, ['until'], { at, tell });
  if (event.type === 'renewed' && event.period.until === 'date') dayRules(event.period.date, ['period', 'date'], { at, tell });
  if ('reAskAfter' in event && event.reAskAfter !== undefined && event.reAskAfter !== 'never' && !isDate(event.reAskAfter as string))
    tell(['reAskAfter'], 'format', 'a date of the calendar');
  return issues;
}

/** What events of any chained record have. */
export interface Linked {
  id: string;
  record: string;
  seq: number;
  at: string;
  previous?: string;
  hash: string;
  subject?: { ref: string };
}

/** What is wrong between the events of one record: numbered from 0 without gaps, times forward, one record, one person. */
export function recordIssues(events: readonly Linked[]): RawIssue[] {
  const issues: RawIssue[] = [];
  const ids = new Set<string>();
  const first = events[0];
  events.forEach((event, index) => {
    const tell = (name: string, code: RawIssue['code'], expected: string): unknown =>
      issues.push({ path: [index, name], code, expected, found: '' });
    const before = events[index - 1];
    if (event.seq !== index) tell('seq', 'format', `the number ${index}`);
    if (ids.has(event.id)) tell('id', 'duplicate', 'once');
    ids.add(event.id);
    if (event.record !== first!.record) tell('record', 'unknown-reference', 'one record');
    if (event.subject?.ref !== first!.subject?.ref) tell('subject', 'unknown-reference', 'one person');
    if (before && new Date(event.at) < new Date(before.at)) tell('at', 'format', 'not before the event before');
    if (before && event.previous !== before.hash) tell('previous', 'unknown-reference', 'the event before');
  });
  return issues;
}
