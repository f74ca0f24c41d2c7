/** The rules over several fields of a meeting's record. */
import type { Found } from '../consent/parse.js';
import { isDate } from '../consultation/dates.js';
import { meetingVersion, type PlanMeetingData, type SupportConferenceData } from './meeting.schema.js';

/** What both records share: a version that is read, days of the calendar. */
export function headIssues({
  schemaVersion,
  at,
  nextOn,
  roles,
}: Pick<PlanMeetingData | SupportConferenceData, 'schemaVersion' | 'at' | 'nextOn' | 'roles'>): Found[] {
  const issues: Found[] = [];
  const major = meetingVersion.split('.')[0]!;
  if (schemaVersion.split('.')[0] !== major) issues.push({ path: ['schemaVersion'], code: 'version', expected: `${major}.x` });
  const days: [string | undefined, Found['path']][] = [
    [at.slice(0, 10), ['at']],
    [nextOn, ['nextOn']],
    ...(roles ?? []).map(({ until }, index): [string | undefined, Found['path']] => [until, ['roles', index, 'until']]),
  ];
  for (const [day, path] of days)
    if (day !== undefined && !isDate(day)) issues.push({ path, code: 'format', expected: 'a date of the calendar' });
  return issues;
}

/** A 支援会議: everybody confirmed the duty before anything was told, and says each ground once. */
export function conferenceIssues(record: SupportConferenceData): Found[] {
  const issues = headIssues(record);
  record.members.forEach(({ duty }, index) => {
    const path = ['members', index, 'duty', 'acknowledgedAt'];
    if (!isDate(duty.acknowledgedAt.slice(0, 10))) issues.push({ path, code: 'format', expected: 'a date of the calendar' });
    else if (new Date(duty.acknowledgedAt) > new Date(record.at)) issues.push({ path, code: 'format', expected: 'before the meeting' });
  });
  const { why } = record.grounds;
  why.forEach((id, index) => {
    if (why.indexOf(id) !== index) issues.push({ path: ['grounds', 'why', index], code: 'duplicate', expected: 'once' });
  });
  if ('from' in record.askAgain && typeof record.askAgain.from === 'string' && !isDate(record.askAgain.from))
    issues.push({ path: ['askAgain', 'from'], code: 'format', expected: 'a date of the calendar' });
  return issues;
}
