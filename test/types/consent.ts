/**
 * Type tests of the law's fork: a plan meeting without a consent that stands, and a 支援会議 without basis, reason and duty, do not compile. Never run;
 * a line marked `@ts-expect-error` that is no error fails the type check.
 */
import { consentState, type ConsentEvent, type NoConsent, type ValidConsent } from '@tsunagu/schema/consent';
import {
  decideForum,
  groundsFor,
  planMeeting,
  provePlanConsent,
  supportConference,
  underDuty,
  type BoundMembers,
  type Grounds,
  type PlanConsent,
  type PlanMeeting,
  type PlanMeetingDetails,
  type SupportConference,
  type SupportConferenceDetails,
} from '@tsunagu/schema/meeting';

declare const events: ConsentEvent[];
declare const details: PlanMeetingDetails;
const at = '2026-12-01T01:00:00Z';

// A plan meeting takes a proof …
declare const proof: PlanConsent;
void planMeeting(proof, details);
// … and none of the states without consent, …
type Status<Name extends NoConsent['status']> = NoConsent & { status: Name };
declare const refused: Status<'refused'>;
declare const expired: Status<'expired'>;
declare const withdrawn: Status<'withdrawn'>;
declare const deferred: Status<'deferred'>;
declare const unanswered: Status<'requested'>;
declare const none: Status<'none'>;
declare const unknown: Status<'unknown'>;
// @ts-expect-error no consent: refused
void planMeeting(refused, details);
// @ts-expect-error no consent: expired
void planMeeting(expired, details);
// @ts-expect-error no consent: withdrawn
void planMeeting(withdrawn, details);
// @ts-expect-error no consent: deferred
void planMeeting(deferred, details);
// @ts-expect-error no answer yet
void planMeeting(unanswered, details);
// @ts-expect-error nobody asked
void planMeeting(none, details);
// @ts-expect-error a record with a gap
void planMeeting(unknown, details);
// @ts-expect-error no consent: missing
void planMeeting(undefined, details);
// … not even a state that looks good, whose record nobody verified, …
declare const valid: ValidConsent;
// @ts-expect-error not verified
void planMeeting(valid, details);
// @ts-expect-error the record itself
void planMeeting(events, details);
// @ts-expect-error one made by hand
void planMeeting({ ref: 'a', record: 'r', head: { seq: 0, hash: '' }, at, purpose: 'plan-meeting', shares: [] }, details);

// … nor an answer of the proof that was not looked at.
void provePlanConsent(events, at).then((answer) => {
  // @ts-expect-error it may be a no
  void planMeeting(answer.consent, details);
  // @ts-expect-error the answer is not the proof
  void planMeeting(answer, details);
  if (answer.ok) void planMeeting(answer.consent, details);
  // @ts-expect-error a household member's no
  if (answer.ok) void planMeeting(answer.consent, { ...details, household: [refused] });
});

// The record cannot be written by hand, nor made of the other meeting's.
declare const conference: SupportConference;
declare const plan: PlanMeeting;
// @ts-expect-error one meeting is not the other
const wrongPlan: PlanMeeting = conference;
// @ts-expect-error nor the other way round
const wrongConference: SupportConference = plan;
// @ts-expect-error no consent: by hand
const byHand: PlanMeeting = {
  schemaVersion: '1.0',
  forum: 'plan-meeting',
  id: 'm',
  at,
  purpose: 'plan-meeting',
  consents: [],
  attendees: [],
};
void [wrongPlan, wrongConference, byHand];

// A 支援会議 takes grounds and members under duty.
declare const grounds: Grounds;
declare const members: BoundMembers;
declare const minutes: SupportConferenceDetails;
void supportConference(grounds, members, minutes);
// @ts-expect-error without basis and reason
void supportConference(undefined, members, minutes);
// @ts-expect-error without members
void supportConference(grounds, undefined, minutes);
const handGrounds = {
  basis: { law: '社会福祉法', article: '106-6', item: '1' },
  why: ['urgent'],
  reason: 'x',
  consent: 'refused',
} as const;
// @ts-expect-error a basis written by hand
void supportConference(handGrounds, members, minutes);
// @ts-expect-error members who confirmed nothing
void supportConference(grounds, { members: [{ name: '構成 一郎' }] }, minutes);
// @ts-expect-error no consent: no ground
void groundsFor({ why: [], reason: 'x', consent: 'refused' });
// @ts-expect-error no consent: no reason
void groundsFor({ why: ['urgent'], consent: 'refused' });
// @ts-expect-error with consent it is the other meeting
void groundsFor({ why: ['urgent'], reason: 'x', consent: 'given' });
// @ts-expect-error no consent: nobody
void underDuty([]);
// @ts-expect-error no time at which the duty was confirmed
void underDuty([{ name: '構成 一郎' }]);
// @ts-expect-error when the person is asked again, or why not, is part of it
const forgetful: SupportConferenceDetails = { id: 'm', at, about: 'case-7-a', shared: [] };
void forgetful;

// A state says by its type whether something may be shared; a decision by its forum what there is.
const state = consentState(events, at);
// @ts-expect-error only a valid consent has a last day
void state.expiresOn;
if (state.valid) void state.expiresOn;
const decision = decideForum({ subject: { ref: 'a', events }, agencies: ['school'], items: ['name'], oneDesk: 'no' }, at);
// @ts-expect-error a 支援会議 has no shares by consent
if (decision.forum === 'support-conference') void decision.shares;
// @ts-expect-error a plan meeting has no grounds
if (decision.forum === 'plan-meeting') void decision.grounds;
