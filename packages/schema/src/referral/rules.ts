/** The rules over several fields of a sheet and of its events, in the terms of the shapes' issues. */
import { everybody } from '../consent/choices.js';
import { isDate } from '../consultation/dates.js';
import type { IssuePath, RawIssue } from '../light.js';
import type { ReferralEvent } from './event.schema.js';
import { referralVersion } from './limits.js';
import type { ReferralSheet } from './referral.schema.js';

const calendar = 'a date of the calendar';

interface Desk {
  agency: string;
}

function telling(): {
  issues: RawIssue[];
  tell: (path: IssuePath, code: RawIssue['code'], expected: string, found?: string) => void;
} {
  const issues: RawIssue[] = [];
  return { issues, tell: (path, code, expected, found = '') => void issues.push({ path, code, expected, found }) };
}

const major = referralVersion.split('.')[0]!;

/**
 * What is wrong between the fields of a sheet whose shape is right: versions and days, one of each desk and of each person, a receiver that is not the
 * sender, a main worry that is among the worries. A sheet may have gaps: what it needs to be sent is for `sendGate`.
 */
export function sheetIssues(sheet: ReferralSheet): RawIssue[] {
  const { issues, tell } = telling();
  const { schemaVersion, createdAt, from, to, coordinator, copyTo = [], person, household, topics, mainTopic, basis } = sheet;
  if (schemaVersion.split('.')[0] !== major) tell(['schemaVersion'], 'version', `${major}.x`, schemaVersion);

  const desks: [Desk, IssuePath][] = [
    [from, ['from']],
    [coordinator, ['coordinator']],
    ...('agency' in to ? [[to as Desk, ['to']] as [Desk, IssuePath]] : []),
    ...copyTo.map((desk, index): [Desk, IssuePath] => [desk, ['copyTo', index]]),
  ];
  for (const [{ agency }, path] of desks)
    if (everybody.includes(agency)) tell([...path, 'agency'], 'format', 'an agency with a name', agency);
  if ('agency' in to && to.agency === from.agency) tell(['to', 'agency'], 'duplicate', 'another desk', from.agency);
  const receivers = new Set<string>(['agency' in to ? (to.agency as string) : coordinator.agency, from.agency]);
  copyTo.forEach(({ agency }, index) => {
    if (receivers.has(agency)) tell(['copyTo', index, 'agency'], 'duplicate', 'once', agency);
    receivers.add(agency);
  });

  if (mainTopic !== undefined && !topics?.includes(mainTopic)) tell(['mainTopic'], 'unknown-reference', 'one of topics');
  const refs = new Set<string>([person.ref]);
  household?.members?.forEach(({ ref }, index) => {
    if (refs.has(ref)) tell(['household', 'members', index, 'ref'], 'duplicate', 'one person each', ref);
    refs.add(ref);
  });
  const attached = new Set<string>();
  sheet.attachments?.forEach(({ ref }, index) => {
    if (attached.has(ref)) tell(['attachments', index, 'ref'], 'duplicate', 'once', ref);
    attached.add(ref);
  });

  const days: [string | undefined, IssuePath][] = [
    [createdAt.slice(0, 10), ['createdAt']],
    [sheet.respondBy, ['respondBy']],
    [person.birthDate, ['person', 'birthDate']],
    [sheet.request?.by, ['request', 'by']],
    [sheet.source?.receivedAt?.slice(0, 10), ['source', 'receivedAt']],
    ...(household?.members ?? []).map(({ birthDate }, index): [string | undefined, IssuePath] => [
      birthDate,
      ['household', 'members', index, 'birthDate'],
    ]),
    ...(sheet.done ?? []).map(({ on }, index): [string | undefined, IssuePath] => [on, ['done', index, 'on']]),
  ];
  if (basis.kind === 'support-conference') {
    const { grounds, members, askAgain } = basis;
    grounds.why.forEach((id, index) => {
      if (grounds.why.indexOf(id) !== index) tell(['basis', 'grounds', 'why', index], 'duplicate', 'once', id);
    });
    members.forEach(({ duty }, index) =>
      days.push([duty.acknowledgedAt.slice(0, 10), ['basis', 'members', index, 'duty', 'acknowledgedAt']]),
    );
    if ('from' in askAgain) days.push([askAgain.from as string, ['basis', 'askAgain', 'from']]);
  }
  for (const [day, path] of days) if (day !== undefined && !isDate(day)) tell(path, 'format', calendar, day);
  return issues;
}

const dayFields = ['respondBy', 'firstContactBy', 'on', 'since'] as const;

/** What is wrong between the fields of one event whose shape is right. Whether it may happen at all is for `moves.ts`. */
export function referralEventIssues(event: ReferralEvent): RawIssue[] {
  const { issues, tell } = telling();
  const { schemaVersion, at, seq, previous } = event;
  if (schemaVersion.split('.')[0] !== major) tell(['schemaVersion'], 'version', `${major}.x`, schemaVersion);
  if (!isDate(at.slice(0, 10))) tell(['at'], 'format', calendar, at);
  if (seq === 0 && previous !== undefined) tell(['previous'], 'format', 'absent in the first');
  if (seq > 0 && previous === undefined) tell(['previous'], 'missing', 'previous');
  for (const name of dayFields) {
    const day: unknown = (event as Record<string, unknown>)[name];
    if (typeof day === 'string' && !isDate(day)) tell([name], 'format', calendar, day);
  }
  return issues;
}
