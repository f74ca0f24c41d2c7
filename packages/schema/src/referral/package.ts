/** What one agency gets of a sheet, on whatever ground the sheet goes out, and what stays behind and why. */
import type { ConsentEvent } from '../consent/consent.schema.js';
import type { DocumentMap, FormRule, ItemRule } from '../consent/document-map.js';
import { consentJudges, redactBy, type Judges, type Redacted, type RemovalReason } from '../consent/redact.js';
import { shareWords } from '../consent/share.js';
import type { BasisId } from './choices.js';
import { referralMap } from './document-map.js';
import type { ReferralSheet } from './referral.schema.js';

/** Records of consent by the `ref` of whose they are: the person's and, each their own, those of the household. */
export type ConsentsByRef = Readonly<Record<string, readonly ConsentEvent[]>>;

/**
 * `person-first`: the person lets this desk have nothing, so nothing of their household goes there either: whom to turn to is theirs to say.
 * `not-needed`: a 支援会議 was told that it needs less. `named`: advice without anybody's name has no
 * place for it. `not-member`: not under the duty of secrecy.
 */
export type StayReason = RemovalReason | 'person-first' | 'not-needed' | 'named' | 'not-member';

/** Something the agency does not get. It is for the desk that sends: the names of fields can themselves tell something. */
export interface StaysBehind {
  /** JSON Pointer in the sheet. */
  pointer: string;
  item?: string;
  /** Of a member of the household: whose record would have to say yes. */
  ref?: string;
  reason: StayReason;
  /** One sentence in Japanese. */
  message: string;
}

export interface ReferralPackage {
  agency: string;
  via: BasisId;
  /** Exactly what the agency gets. What was not allowed is absent, and nobody can see that it was there. */
  document: Redacted<ReferralSheet>;
  /** The items that are in it, each once, sorted. Empty: the heading alone. */
  items: string[];
  stays: StaysBehind[];
  /** Pointers (in `document`) of free text that somebody should read before it goes, since something else was held back. */
  toRead: string[];
}

export const stayWords: Readonly<Record<StayReason, string>> = {
  refused: shareWords.refused,
  asked: shareWords.asked,
  deferred: shareWords.deferred,
  withdrawn: shareWords.withdrawn,
  expired: shareWords.expired,
  terminated: shareWords.terminated,
  invalidated: shareWords.invalidated,
  'not-asked': shareWords['not-asked'],
  unknown: shareWords.unknown,
  'unknown-field': 'この版のシートにない項目のため、伝えません。',
  malformed: '書き方が決まりと違うため、伝えません。',
  whose: 'この人自身の同意の記録がないため、伝えません。世帯の一人ずつに聞きます。',
  'person-first': '本人がこの相手に何も伝えないため、世帯の人のことも伝えません。',
  'not-needed': '支援会議で伝える範囲に入れていないため、伝えません。',
  'not-member': 'この相手は、守秘義務を確かめた支援会議の構成員ではないため、伝えません。',
  named: '名前を出さない相談のため、伝えません。',
};

/** The items of the worries and requests that say nothing of who somebody is. */
const namelessItems: readonly string[] = ['worries', 'urgency'];
const topicsAlone = new Set(['/topics/*', '/mainTopic', '/since', '/urgency']);
const isNameless = (rule: ItemRule | FormRule): boolean =>
  'form' in rule ? !rule.path.startsWith('/person/') : topicsAlone.has(rule.path);

/** Advice without a name: the heading, the worries (whatever kind), how soon, and the words written for it. */
const namelessMap: DocumentMap = [
  ...referralMap.filter(isNameless),
  { path: '/basis/summary', item: 'worries', free: true },
  ...referralMap.filter((rule) => !isNameless(rule)).map((rule) => ({ path: rule.path, item: 'item' in rule ? rule.item : 'name' })),
];

const none = Object.freeze({}) as ConsentsByRef;
const of = (consents: ConsentsByRef, ref: string): readonly ConsentEvent[] => (Object.hasOwn(consents, ref) ? consents[ref]! : []);

function judgesFor(
  sheet: ReferralSheet,
  agency: string,
  { consents, at }: { consents: ConsentsByRef; at: Date | string },
): { map: DocumentMap; judges: Judges<StayReason> } {
  const { basis } = sheet;
  if (basis.kind === 'consent') {
    const events = of(consents, sheet.person.ref);
    // Another person's record is nobody's yes.
    const own = events[0]?.subject?.ref === sheet.person.ref ? events : [];
    const judges = consentJudges(own, { agency, purpose: purposeOf(sheet), members: consents }, at);
    return { map: referralMap, judges };
  }
  if (basis.kind === 'support-conference') {
    const { items, members } = basis;
    const member = members.some((one) => one.agency === agency);
    const judge = (item: string): StayReason | 'given' => (!member ? 'not-member' : items.includes(item) ? 'given' : 'not-needed');
    return { map: referralMap, judges: { subject: judge, member: () => judge } };
  }
  // The worry is told without whose it is, so the finer item that its name tells of does not matter.
  const judge = (item: string): StayReason | 'given' => (namelessItems.includes(item) ? 'given' : 'named');
  return { map: namelessMap.map(withoutAlso), judges: { subject: judge, member: () => judge } };
}

const withoutAlso = (rule: ItemRule | FormRule): ItemRule | FormRule => {
  if ('form' in rule) return rule;
  const { also: _also, whose: _whose, ...rest } = rule;
  return rest;
};

/** What consent must be for. */
export const purposeOf = ({ purpose }: Pick<ReferralSheet, 'purpose'>): string => purpose ?? 'referral';

const memberPointer = /^\/household\/members\/(\d+)\//;

function refAt(sheet: ReferralSheet, pointer: string): string | undefined {
  const index = memberPointer.exec(pointer)?.[1];
  return index === undefined ? undefined : sheet.household?.members?.[+index]?.ref;
}

/**
 * What `agency` gets of the sheet at that instant:
 * - with consent: what the person gave to this very agency for the sheet's purpose, item by item, and then of each of the household what they gave themselves;
 * - 支援会議: the items that were written down as needed, if the agency is among its members under duty of secrecy;
 * - advice without a name: worries, urgency and the words written for it.
 *
 * Pure; never throws on a parsed sheet. Consent is looked at, not verified: run `verifyChain` where records come in.
 */
export function packageFor(sheet: ReferralSheet, agency: string, consents: ConsentsByRef | undefined, at: Date | string): ReferralPackage {
  const { map, judges } = judgesFor(sheet, agency, { consents: consents ?? none, at });
  const alone = redactBy<ReferralSheet, StayReason>(sheet, map, { ...judges, member: () => () => 'person-first' });
  const { document, removed, items, toRead } = alone.items.length ? redactBy<ReferralSheet, StayReason>(sheet, map, judges) : alone;
  return {
    agency,
    via: sheet.basis.kind,
    document,
    items,
    stays: removed.map(({ pointer, item, reason }) => {
      const ref = refAt(sheet, pointer);
      return { pointer, ...(item !== undefined && { item }), ...(ref !== undefined && { ref }), reason, message: stayWords[reason] };
    }),
    toRead,
  };
}

const yes: Judges<never> = { subject: () => 'given', member: () => () => 'given' };

/** The items that the sheet holds something of, whoever may have them: what consent would have to be asked for. */
export const itemsOf = (sheet: ReferralSheet): string[] => redactBy(sheet, referralMap, yes).items;
