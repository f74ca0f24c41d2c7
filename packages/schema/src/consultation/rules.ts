/** The rules over several fields of a consultation, for every builder: they are told in the same terms as the shapes' issues. */
import type { RawIssue } from '../light.js';
import type { Consultation } from './consultation.schema.js';
import { earliestBirth, isDate, oldestAge, todayInTokyo } from './dates.js';
import { consultationVersion } from './limits.js';
import { saysSomething } from '../text/says-something.js';

/** What a way to be reached needs. `receipt` and `visit` need nothing: the person comes or looks. */
export const reachedBy = { phone: 'phone', email: 'email', fax: 'fax', letter: 'address' } as const;

/**
 * What is wrong between the fields of a consultation whose shape is right:
 * - somebody said something: a topic, or words that are not blank (`missing` at `words`);
 * - `mainTopic` is one of `topics` (`unknown-reference`);
 * - the major version is this one's (`version`);
 * - a birth date is in the calendar neither after `today` nor more than 130 years before (`format`);
 * - a way that was chosen has its number or address (`missing`), unless the person stays anonymous.
 *
 * Whether a topic or desk exists is not asked: cities add their own. `today` is `YYYY-MM-DD` in Asia/Tokyo.
 */
export function crossIssues(
  { schemaVersion, topics, mainTopic, words, person, contact }: Consultation,
  today = todayInTokyo(),
): RawIssue[] {
  const issues: RawIssue[] = [];
  const tell = (path: RawIssue['path'], code: RawIssue['code'], expected: string, found = ''): unknown =>
    issues.push({ path, code, expected, found });
  const major = consultationVersion.split('.')[0]!;
  if (schemaVersion.split('.')[0] !== major) tell(['schemaVersion'], 'version', `${major}.x`, schemaVersion);
  if (!topics?.length && !saysSomething(words ?? '')) tell(['words'], 'missing', 'topics or words');
  if (mainTopic !== undefined && !topics?.includes(mainTopic)) tell(['mainTopic'], 'unknown-reference', 'one of topics', mainTopic);
  const born = person?.birthDate;
  if (born !== undefined && !isDate(born)) tell(['person', 'birthDate'], 'format', 'a date of the calendar', born);
  else if (born !== undefined && born > today) tell(['person', 'birthDate'], 'format', 'not in the future', born);
  else if (born !== undefined && born < earliestBirth(today)) tell(['person', 'birthDate'], 'format', `within ${oldestAge} years`, born);
  if (contact && contact.mode !== 'anonymous')
    for (const way of new Set(contact.ways)) {
      const needed = way in reachedBy && reachedBy[way as keyof typeof reachedBy];
      if (needed && contact[needed] === undefined) tell(['contact', needed], 'missing', `for ${way}`);
    }
  return issues;
}
