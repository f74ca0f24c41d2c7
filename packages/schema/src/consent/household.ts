/** A household is several people: each answers for themselves, and no answer is made out of several. */
import type { ConsentEvent } from './consent.schema.js';
import { verdictOf, type Share, type Verdict } from './share.js';
import { consentState, unknownState, type ConsentState } from './state.js';

/** A member by the name their record has (`subject.ref`), and their record; absent when nobody asked them. */
export interface Member {
  ref: string;
  events?: readonly ConsentEvent[];
}

export interface MemberVerdict {
  ref: string;
  verdict: Verdict;
}

/** The state of a member's own record. A record of somebody else under their name is not theirs and counts as unknown. */
export function memberState({ ref, events = [] }: Member, at: Date | string): ConsentState {
  const state = consentState(events, at);
  return state.subject === undefined || state.subject === ref ? state : unknownState(at);
}

/** May this be told of each member? In the order given; a child's or an elder's no stays visible beside the others' yes. */
export const householdShares = (members: readonly Member[], share: Share, at: Date | string): MemberVerdict[] =>
  members.map((member) => ({ ref: member.ref, verdict: verdictOf(memberState(member, at), share) }));
