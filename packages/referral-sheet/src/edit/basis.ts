/** On what ground the sheet goes out, while it is being written: what is there already, and what is missing. No DOM. */
import { decideForum, type BoundMember, type GroundId } from '@tsunagu/schema/meeting';
import {
  basisIds,
  itemsOf,
  purposeOf,
  type BasisId,
  type ConsentsByRef,
  type ReferralBasis,
  type ReferralSheet,
} from '@tsunagu/schema/referral';
import type { SupportConferenceForum } from '@tsunagu/schema/meeting';

export interface WrittenMember {
  name?: string;
  agency?: string;
  role?: string;
  duty?: BoundMember['duty'];
}

/** 支援会議, half written. */
export interface WrittenConference {
  kind: 'support-conference';
  grounds?: { why?: GroundId[]; reason?: string; consent?: SupportConferenceForum['because'] };
  members?: WrittenMember[];
  items?: string[];
  askAgain?: { from?: string; by?: string; notBecause?: string };
}

export type WrittenBasis = { kind: 'consent' } | WrittenConference | { kind: 'anonymous-advice'; summary?: string };

/** What a basis still needs. */
export type BasisGap = 'why' | 'reason' | 'members' | 'member-name' | 'duty' | 'items' | 'ask-again' | 'summary';

const law = { law: '社会福祉法', article: '106-6', item: '1' } as const;

export const isBasis = (value: unknown): value is WrittenBasis =>
  typeof value === 'object' && value !== null && basisIds.includes((value as { kind?: BasisId }).kind!);

/** What is missing, in the order of the fields. */
export function basisGaps(basis: WrittenBasis): BasisGap[] {
  if (basis.kind === 'consent') return [];
  if (basis.kind === 'anonymous-advice') return basis.summary === undefined ? ['summary'] : [];
  const { grounds, members = [], items, askAgain } = basis;
  return [
    ...(grounds?.why?.length ? [] : ['why' as const]),
    ...(grounds?.reason === undefined ? ['reason' as const] : []),
    ...(members.length ? [] : ['members' as const]),
    ...(members.some(({ name }) => name === undefined) ? ['member-name' as const] : []),
    ...(members.some(({ duty }) => duty === undefined) ? ['duty' as const] : []),
    ...(items?.length ? [] : ['items' as const]),
    ...(askAgain?.from === undefined && askAgain?.notBecause === undefined ? ['ask-again' as const] : []),
  ];
}

/** The basis as a sheet carries it, where it is all there. */
export function finishedBasis(basis: WrittenBasis): ReferralBasis | undefined {
  if (basisGaps(basis).length) return undefined;
  if (basis.kind !== 'support-conference') return basis as ReferralBasis;
  const { from, by, notBecause, ...rest } = basis.askAgain ?? {};
  return {
    ...basis,
    basis: law,
    grounds: { consent: 'not-asked', ...basis.grounds },
    askAgain: from === undefined ? { ...rest, notBecause } : { ...rest, from, ...(by !== undefined && { by }) },
  } as ReferralBasis;
}

/** The basis to judge by while it is not all there: whoever is not bound to secrecy yet is no member. */
export function judgedBasis(basis: WrittenBasis): ReferralBasis {
  if (basis.kind === 'consent') return basis;
  if (basis.kind === 'anonymous-advice') return { summary: '', ...basis };
  const { grounds, members = [], items = [], askAgain } = basis;
  return {
    ...basis,
    basis: law,
    grounds: { why: [], reason: '', consent: 'not-asked', ...grounds },
    members: members.filter(({ name, duty }) => name !== undefined && duty !== undefined),
    items,
    askAgain: askAgain ?? {},
  } as unknown as ReferralBasis;
}

/** That somebody confirmed the duty of secrecy (第106条の6第5項) at that instant. */
export const dutyAt = (at: Date): BoundMember['duty'] => ({ article: '106-6', item: '5', acknowledgedAt: at.toISOString() });

/** How consent stands for what a 支援会議 would be told; `undefined` where the person said yes, so that no 支援会議 may be held. */
export function noConsentBecause(sheet: ReferralSheet, consents: ConsentsByRef, at: Date): SupportConferenceForum['because'] | undefined {
  const { person, to, coordinator, basis } = sheet;
  const items = (basis as WrittenConference).items ?? itemsOf(sheet);
  const forum = decideForum(
    {
      subject: { ref: person.ref, ...(Object.hasOwn(consents, person.ref) && { events: consents[person.ref]! }) },
      agencies: ['agency' in to ? (to.agency as string) : coordinator.agency],
      items,
      purpose: purposeOf(sheet),
      oneDesk: 'no',
      grounds: ['urgent'],
    },
    at,
  );
  return forum.forum === 'support-conference' ? forum.because : undefined;
}
