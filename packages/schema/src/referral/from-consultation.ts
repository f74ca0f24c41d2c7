/** A sheet prefilled from what somebody told a desk: nobody types it twice, and the person is not asked again. */
import type { Consultation, HouseholdMember, Person } from '../consultation/consultation.schema.js';
import { newSalt } from './append.js';
import { referralVersion } from './limits.js';
import type { ReferralBasis, ReferralDesk, ReferralMember, ReferralPerson, ReferralSender, ReferralSheet } from './referral.schema.js';

export interface FromConsultation {
  /** When the sheet is made. */
  at: Date | string;
  from: ReferralSender;
  to: ReferralSheet['to'];
  coordinator: ReferralDesk;
  /** The person's name in the case: the `subject.ref` of their record of consent. Default: made at random. */
  ref?: string;
  id?: string;
  salt?: string;
  city?: string;
  /** Receipt number of the consultation, and when it came in. */
  number?: string;
  receivedAt?: string;
  respondDays?: number;
  /** Default: the person's consent. */
  basis?: ReferralBasis;
}

const personFields = ['name', 'kana', 'birthDate', 'ageBand', 'town'] as const satisfies readonly (keyof Person)[];
const memberFields = ['relation', 'age', 'note'] as const satisfies readonly (keyof HouseholdMember)[];

/** The named fields of a value, and all others. */
function split<Value extends object, Key extends keyof Value & string>(
  value: Value,
  keys: readonly Key[],
): [Partial<Pick<Value, Key>>, object] {
  const [named, rest]: [Record<string, unknown>, Record<string, unknown>] = [{}, {}];
  for (const key of Object.keys(value)) {
    const field = (value as Record<string, unknown>)[key];
    if (field !== undefined) ((keys as readonly string[]).includes(key) ? named : rest)[key] = field;
  }
  return [named as Partial<Pick<Value, Key>>, rest];
}

/**
 * Who writes of themselves and left a name is the person: it need not be typed again. Their number stays beside what was said of calling it safely.
 */
function caller({ about, contact }: Pick<Consultation, 'about' | 'contact'>): Pick<ReferralPerson, 'name' | 'kana'> {
  if (about?.who !== 'self' || contact?.mode !== 'named') return {};
  const { name, kana } = contact;
  return { ...(name !== undefined && { name }), ...(kana !== undefined && { kana }) };
}

const filled = (value: object): boolean => Object.keys(value).length > 0;

/**
 * The sheet of a consultation. Every answer is on it, in its own place; what a newer version of the form asked and this one has no place for is kept
 * under `source.more` and told to nobody. Members of the household get names of their own (`<ref>-2`, `<ref>-3` …), for a consent of their own.
 */
export function referralFromConsultation(consultation: Consultation, given: FromConsultation): ReferralSheet {
  const { at, from, to, coordinator, ref = `p-${newSalt().slice(0, 12)}`, id = `r-${newSalt().slice(0, 16)}`, salt = newSalt() } = given;
  const { schemaVersion, language, about, topics, mainTopic, words, since, urgency, contact, needs, person, window, ...rest } =
    consultation;
  const { household: members = [], ...individual } = person ?? {};
  const [own, ownRest] = split(individual as Person, personFields);
  const memberRests: object[] = [];
  const household = members.map((member, index): ReferralMember => {
    const [known, memberRest] = split(member, memberFields);
    memberRests.push(memberRest);
    return { ref: `${ref}-${index + 2}`, together: true, ...known };
  });
  const more = {
    ...rest,
    ...(filled(ownRest) && { person: ownRest }),
    ...(memberRests.some(filled) && { household: memberRests }),
  };
  const sheet: ReferralSheet = {
    schemaVersion: referralVersion,
    id,
    salt,
    createdAt: new Date(at).toISOString(),
    ...(given.city !== undefined && { city: given.city }),
    from,
    to,
    coordinator,
    ...(given.respondDays !== undefined && { respondDays: given.respondDays }),
    basis: given.basis ?? { kind: 'consent' },
    person: { ref, ...caller(consultation), ...own },
    ...(household.length && { household: { members: household } }),
    about,
    language,
    topics,
    mainTopic,
    since,
    urgency,
    words,
    contact,
    needs,
    source: {
      schemaVersion,
      ...(given.number !== undefined && { number: given.number }),
      ...(given.receivedAt !== undefined && { receivedAt: given.receivedAt }),
      ...(window && { window }),
      ...(filled(more) && { more }),
    },
  };
  // The sheet shares nothing with the consultation: who edits the one does not change the other.
  return JSON.parse(JSON.stringify(sheet)) as ReferralSheet;
}
