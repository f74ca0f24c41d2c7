/** @tsunagu/schema/meeting/en: duties by law in English. */
import type { DutyId } from './duties.js';

export const dutyLead =
  'What the law asks to tell needs nobody’s consent, and secrecy is no hindrance. Do not wait for a sheet or a meeting: call now.';

export const dutyWords: Readonly<Record<DutyId, string>> = {
  'child-abuse':
    'Whoever believes that a child is being abused tells the municipality, a welfare office or a child guidance centre (phone 189) at once. (Child Abuse Prevention Act, art. 6)',
  'elder-abuse':
    'Whoever believes that an older person is being abused by a carer tells the municipality at once: a duty where life or body is in grave danger, otherwise to be done as far as possible. (Elder Abuse Prevention Act, art. 7)',
  'disability-abuse':
    'Whoever believes that a person with a disability is being abused by a carer tells the municipality at once. (Act on the Prevention of Abuse of Persons with Disabilities, art. 7)',
  'partner-violence':
    'Whoever finds that a person suffers bodily violence by a spouse or former spouse tells a spousal violence centre or the police as far as possible; medical staff may tell, and try to respect the person’s will. (Act on the Prevention of Spousal Violence, art. 6)',
};
