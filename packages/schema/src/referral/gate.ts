/** May the sheet go to that desk now? With consent, by a 支援会議, or without anybody's name; on no other ground. */
import type { Member } from '../consent/household.js';
import type { ShareReason } from '../consent/share.js';
import { normaliseCharacters } from '../text/normalise.js';
import type { GroundId } from '../meeting/choices.js';
import { decideForum, type ForumDecision } from '../meeting/forum.js';
import { saysSomething } from '../text/says-something.js';
import type { BasisId } from './choices.js';
import { itemsOf, packageFor, purposeOf, stayWords, type ConsentsByRef, type ReferralPackage, type StaysBehind } from './package.js';
import type { ReferralSheet } from './referral.schema.js';

/**
 * `nothing-said`: no worry, no words, no situation: nothing to hand on. `no-consent`: the person gave nothing of it to this desk. `has-consent`: a
 * 支援会議 is no way round a person who said yes. `no-ground`: a 支援会議 needs a desk to be told, and items. `not-member`: not bound to secrecy, or only
 * later. `consent-changed`: the reason on the sheet speaks of another state of consent than there is. `names-somebody`: the words written without a
 * name hold a name, number or address of the sheet.
 */
export type GateCode = 'nothing-said' | 'no-consent' | 'has-consent' | 'no-ground' | 'not-member' | 'consent-changed' | 'names-somebody';

export type SendGate =
  { open: true; via: BasisId; package: ReferralPackage } | { open: false; code: GateCode; message: string; package: ReferralPackage };

export const gateWords: Readonly<Record<GateCode, string>> = {
  'nothing-said': '困っていることか、聞いたことを、ひとことだけでも書いてください。',
  'no-consent': 'この相手に伝える同意がありません。本人に聞くか、名前を出さずに調整担当へ相談できます。',
  'has-consent': '本人の同意があるため、支援会議（社会福祉法第106条の6）ではなく、同意にもとづいて送ります。',
  'no-ground': '支援会議（社会福祉法第106条の6）で扱う理由が確かめられません。根拠と理由を見直してください。',
  'not-member': 'この相手は、守秘義務を確かめた支援会議の構成員ではありません。先に守秘義務を確かめてください。',
  'consent-changed': '同意の状態が、理由を書いたときから変わっています。根拠の欄を書き直してください。',
  'names-somebody': '名前を出さない相談の文に、名前・電話番号・住所などが入っています。取り除いてから送ってください。',
};

const told = (text: string | undefined): boolean => text !== undefined && saysSomething(text);

/** Reasons by how much they bind: what the person said comes before what nobody asked. */
const weightiest: readonly Exclude<ShareReason, 'given'>[] = [
  'unknown',
  'withdrawn',
  'invalidated',
  'refused',
  'deferred',
  'asked',
  'expired',
  'terminated',
  'not-asked',
];

/** Why nothing of the person may be told, in the reason that binds most. */
export const whyNothing = (stays: readonly StaysBehind[]): Exclude<ShareReason, 'given'> =>
  weightiest.find((reason) => stays.some((one) => one.reason === reason && one.ref === undefined)) ?? 'not-asked';

/** Names, numbers and addresses by which somebody on the sheet could be known. */
function identifiers({ person, household, contact }: ReferralSheet): string[] {
  const people: { name?: string; kana?: string }[] = [person, ...(household?.members ?? []), ...(contact ? [contact] : [])];
  const names = people.flatMap(({ name, kana }) => [name, kana]);
  // A family name alone names somebody too.
  const parts = names.flatMap((name) => name?.split(/\s+/) ?? []);
  const all = [
    ...names,
    ...parts,
    person.address,
    ...(person.phones ?? []),
    contact?.phone,
    contact?.email,
    contact?.fax,
    contact?.address,
  ];
  return all
    .filter((one) => one !== undefined)
    .map(bare)
    .filter((one) => one.length > 1);
}

const bare = (text: string): string => normaliseCharacters(text).replace(/[\s-]/g, '');

/** Does a text hold a name, number or address of somebody on the sheet? Spacing, width, kana and hyphens make no difference. */
export const namesSomebody = (sheet: ReferralSheet, text: string): boolean => {
  const within = bare(text);
  return identifiers(sheet).some((one) => within.includes(one));
};

/** May the sheet be sent (or handed on) to `agency` at that instant, and what would go? Pure; never throws on a parsed sheet. */
export function sendGate(sheet: ReferralSheet, agency: string, consents: ConsentsByRef | undefined, at: Date | string): SendGate {
  const parcel = packageFor(sheet, agency, consents, at);
  const shut = (code: GateCode, message = gateWords[code]): SendGate => ({ open: false, code, message, package: parcel });
  const { basis } = sheet;
  if (basis.kind === 'anonymous-advice') {
    const { summary } = basis as { summary: string };
    if (!told(summary)) return shut('nothing-said');
    return namesSomebody(sheet, summary) ? shut('names-somebody') : { open: true, via: 'anonymous-advice', package: parcel };
  }
  if (!sheet.topics?.length && !told(sheet.words) && !told(sheet.situation)) return shut('nothing-said');
  if (basis.kind === 'consent') {
    if (parcel.items.length) return { open: true, via: 'consent', package: parcel };
    const why = whyNothing(parcel.stays);
    return shut(
      'no-consent',
      why === 'not-asked' ? gateWords['no-consent'] : `${stayWords[why]}名前を出さずに調整担当へ相談することもできます。`,
    );
  }
  const { grounds, members, items } = basis;
  const bound = members.filter((member) => member.agency === agency);
  const now = at instanceof Date ? at.getTime() : Date.parse(at);
  if (!bound.some(({ duty }) => Date.parse(duty.acknowledgedAt) <= now)) return shut('not-member');
  const forum = decideForum(
    {
      subject: memberOf(sheet.person.ref, consents),
      agencies: [agency],
      items,
      purpose: purposeOf(sheet),
      oneDesk: 'no',
      grounds: grounds.why,
    },
    at,
  );
  if (forum.forum === 'plan-meeting') return shut('has-consent');
  if (forum.forum !== 'support-conference') return shut('no-ground');
  if (forum.because !== grounds.consent) return shut('consent-changed');
  return { open: true, via: 'support-conference', package: parcel };
}

const memberOf = (ref: string, consents: ConsentsByRef | undefined): Member => ({
  ref,
  ...(consents && Object.hasOwn(consents, ref) && { events: consents[ref]! }),
});

/** What somebody asks who does not know whether a sheet belongs into a meeting. */
export interface BringQuestion {
  /** Agencies that would have to work together. Default: the desk the sheet goes to. */
  agencies?: readonly string[];
  /** Can one desk carry it? Default `unsure`. */
  oneDesk?: 'yes' | 'no' | 'unsure';
  /** Why it cannot wait for consent. Default: what the sheet's basis says. */
  grounds?: readonly GroundId[];
  purpose?: string;
}

/** "Can I bring this?": which forum may discuss the sheet at that instant, and why (`decideForum`), for the person and everybody of the household. */
export function canBring(
  sheet: ReferralSheet,
  consents: ConsentsByRef | undefined,
  at: Date | string,
  { agencies, oneDesk = 'unsure', grounds, purpose }: BringQuestion = {},
): ForumDecision {
  const { basis, to, coordinator } = sheet;
  return decideForum(
    {
      subject: memberOf(sheet.person.ref, consents),
      household: (sheet.household?.members ?? []).map(({ ref }) => memberOf(ref, consents)),
      agencies: agencies ?? ['agency' in to ? (to.agency as string) : coordinator.agency],
      items: itemsOf(sheet),
      oneDesk,
      grounds: grounds ?? (basis.kind === 'support-conference' ? (basis as { grounds: { why: GroundId[] } }).grounds.why : []),
      ...(purpose !== undefined && { purpose }),
    },
    at,
  );
}
