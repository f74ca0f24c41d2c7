/**
 * 重層的支援会議. Its record is made from a proof of consent and from nothing else: {@link provePlanConsent} is the one place where such a proof comes
 * from, and it gives none for a consent that is refused, deferred, withdrawn, expired, ended, missing or changed.
 */
import { verifyChain, type ChainHead } from '../consent/chain.js';
import type { ConsentEvent, Known } from '../consent/consent.schema.js';
import { judge, type Found } from '../consent/parse.js';
import { mayShare, shareWords, type ShareReason } from '../consent/share.js';
import { consentState, type ConsentState } from '../consent/state.js';
import type { ParseResult } from '../consultation/parse.js';
import { findUnsound } from '../consultation/sound.js';
import { inspect, light } from '../light.js';
import { meetingShapes, meetingVersion, type PlanMeetingData } from './meeting.schema.js';
import { headIssues } from './rules.js';

declare const proven: unique symbol;
declare const made: unique symbol;

/** That one person's consent stood at an instant: made by {@link provePlanConsent} alone. */
export interface PlanConsent {
  readonly [proven]: 'plan-meeting';
  readonly ref: string;
  readonly record: string;
  readonly head: Readonly<ChainHead>;
  /** The instant (UTC) it was looked at: the meeting's. */
  readonly at: string;
  readonly purpose: string;
  /** What may be told to whom. */
  readonly shares: readonly { readonly agency: string; readonly items: readonly string[] }[];
}

/** A record of a 重層的支援会議: made by {@link planMeeting}, or read by {@link parsePlanMeeting}. */
export type PlanMeeting = Readonly<Known<PlanMeetingData>> & { readonly [made]: 'plan-meeting' };

export type PlanMeetingDetails = Omit<Known<PlanMeetingData>, 'schemaVersion' | 'forum' | 'at' | 'purpose' | 'consents'> & {
  /** Proofs of the other people it spoke of, taken for the same instant and purpose. */
  household?: readonly PlanConsent[];
};

export interface NoProof {
  /** `not-asked`: there is a consent, but to nothing for this purpose. */
  reason: Exclude<ShareReason, 'given'>;
  message: string;
}

export type Proof = { ok: true; consent: PlanConsent } | { ok: false; refusal: NoProof };

const shapes = /* @__PURE__ */ meetingShapes(light);
/** A proof is known by itself: nothing that only looks like one passes. */
const proofs = new WeakSet<PlanConsent>();

const reasonOf = ({ status, cells }: ConsentState, purpose: string): NoProof['reason'] => {
  if (status === 'none') return 'not-asked';
  if (status === 'requested') return 'asked';
  if (status === 'unknown' || status === 'refused' || status === 'deferred' || status === 'expired') return status;
  if (status === 'withdrawn' || status === 'terminated' || status === 'invalidated') return status;
  const { state } = cells.find((cell) => cell.purpose === purpose && cell.state !== 'given') ?? { state: 'not-asked' as const };
  return state === 'given' ? 'not-asked' : state;
};

/**
 * Looks at a record at an instant: is it unchanged (with `head`, also whole), and may anything be told for the purpose (default `plan-meeting`)?
 * Rejects only where WebCrypto is missing.
 */
export async function provePlanConsent(
  events: readonly ConsentEvent[],
  at: Date | string,
  { purpose = 'plan-meeting', head }: { purpose?: string; head?: ChainHead } = {},
): Promise<Proof> {
  const chain = await verifyChain(events, head);
  const state = consentState(events, at);
  const given = state.cells.filter((cell) => cell.state === 'given' && cell.purpose === purpose);
  if (!chain.ok || !chain.head || !given.length || state.record === undefined || state.subject === undefined || state.at === undefined) {
    const reason = chain.ok ? reasonOf(state, purpose) : 'unknown';
    return { ok: false, refusal: { reason, message: shareWords[reason] } };
  }
  const agencies = [...new Set(given.map(({ agency }) => agency))];
  // The last event up to the meeting: what comes later has no part in it.
  const last = [...events]
    .filter((event) => Date.parse(event.at) <= Date.parse(state.at!))
    .sort((a, b) => a.seq - b.seq)
    .at(-1)!;
  const consent = Object.freeze({
    ref: state.subject,
    record: state.record,
    head: Object.freeze({ seq: last.seq, hash: last.hash }),
    at: state.at,
    purpose,
    shares: Object.freeze(
      agencies.map((agency) =>
        Object.freeze({ agency, items: Object.freeze(given.filter((cell) => cell.agency === agency).map(({ item }) => item)) }),
      ),
    ),
  }) as unknown as PlanConsent;
  proofs.add(consent);
  return { ok: true, consent };
}

/** The record of a 重層的支援会議 held when the consent was proven. Every agency at the table is one the person lets be told something. */
export function planMeeting(consent: PlanConsent, { household = [], ...details }: PlanMeetingDetails): ParseResult<PlanMeeting> {
  const all = [consent, ...household];
  const value = {
    ...details,
    schemaVersion: meetingVersion,
    forum: 'plan-meeting',
    at: consent?.at,
    purpose: consent?.purpose,
    consents: all.map((one) => ({ ref: one?.ref, record: one?.record, seq: one?.head?.seq, hash: one?.head?.hash })),
  };
  return judge(value, () => {
    const forged = all.findIndex((one) => !proofs.has(one) || one.at !== consent.at || one.purpose !== consent.purpose);
    if (forged >= 0) return [{ path: ['consents', forged], code: 'missing', expected: 'a verified consent' }];
    const found = look(value);
    if (found.length) return found;
    return value.attendees.flatMap(({ agency }, index): Found[] =>
      consent.shares.some((share) => share.agency === agency)
        ? []
        : [{ path: ['attendees', index, 'agency'], code: 'unknown-reference', expected: 'an agency with consent' }],
    );
  });
}

function look(value: unknown): Found[] {
  const unsound = findUnsound(value);
  if (unsound) return [unsound];
  const found = inspect(shapes.planMeeting, value);
  return found.length ? found : headIssues(value as PlanMeetingData);
}

/**
 * Reads a stored record and holds it against the consents it names, by `ref`: each must be there, unchanged, and stand at the time of the meeting.
 * Returns the value itself, or issues by path that say why not.
 */
export async function parsePlanMeeting(
  value: unknown,
  records: Readonly<Record<string, readonly ConsentEvent[]>>,
): Promise<ParseResult<PlanMeeting>> {
  const shaped = judge<PlanMeetingData>(value, () => look(value));
  if (!shaped.success) return shaped;
  const { consents, attendees, at, purpose } = shaped.data;
  const found: Found[] = [];
  for (const [index, { ref, record, seq, hash }] of consents.entries()) {
    const events = Object.hasOwn(records, ref) ? records[ref]! : undefined;
    const path = ['consents', index];
    if (!events || events[0]?.record !== record || events[0].subject.ref !== ref || !(await verifyChain(events, { seq, hash })).ok) {
      found.push({ path, code: 'unknown-reference', expected: 'a record that holds' });
      continue;
    }
    const proof = await provePlanConsent(events, at, { purpose });
    if (!proof.ok) found.push({ path, code: 'missing', expected: `consent ${proof.refusal.reason}` });
    else if (proof.consent.head.seq < seq) found.push({ path, code: 'unknown-reference', expected: 'a record that holds' });
    else if (index === 0)
      attendees.forEach(({ agency }, place) => {
        if (!proof.consent.shares.some((share) => share.agency === agency))
          found.push({ path: ['attendees', place, 'agency'], code: 'unknown-reference', expected: 'an agency with consent' });
      });
  }
  return judge(value, () => found);
}

/** May this be told at the meeting, to that agency, of that person? */
export const mayTellAt = (
  { at, purpose }: PlanMeeting,
  events: readonly ConsentEvent[],
  { agency, item }: { agency: string; item: string },
): boolean => mayShare(events, { purpose, agency, item }, at).may;
