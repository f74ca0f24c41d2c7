/**
 * Type tests of the referral: a no without a way on, and a step without what the next desk needs, do not compile. Never run; a line marked
 * `@ts-expect-error` that is no error fails the type check.
 */
import {
  advance,
  referralState,
  sendGate,
  type AdvanceResult,
  type ReferralAction,
  type ReferralCase,
  type ReferralSheet,
} from '@tsunagu/schema/referral';

declare const given: ReferralCase;
declare const sheet: ReferralSheet;
const at = '2026-12-01T01:00:00Z';
const desk = { agency: 'chiiki-houkatsu' };
const act = (action: ReferralAction): AdvanceResult => advance(given, action, desk, at);

// A no names the next desk, or goes to the coordinator, and says why.
void act({ type: 'pass-on', to: { agency: 'school' }, reason: 'full' });
void act({ type: 'return', reason: 'other', text: '話し合いが必要です' });
// @ts-expect-error there is no bare no
void act({ type: 'refuse' });
// @ts-expect-error a no without the next desk
void act({ type: 'pass-on', reason: 'full' });
// @ts-expect-error a no without its reason
void act({ type: 'pass-on', to: { agency: 'school' } });
// @ts-expect-error a no without its reason
void act({ type: 'return' });
// @ts-expect-error 「その他」 needs words
void act({ type: 'return', reason: 'other' });
// @ts-expect-error a reason that is none of the list
void act({ type: 'return', reason: 'busy' });
// @ts-expect-error a question without words
void act({ type: 'ask-back' });
// @ts-expect-error more time without a day
void act({ type: 'extend' });
// @ts-expect-error nobody acts for nobody
void advance(given, { type: 'receive' }, {}, at);

// A refusal has no event, a state that cannot be followed no business.
const result = act({ type: 'accept' });
// @ts-expect-error it may have been refused
void result.draft;
if (!result.ok) void result.refusal.message;
const state = referralState(sheet, given.events, at);
// @ts-expect-error the record may have a gap
void state.business;
if (state.known) void state.business;
void state.owner.agency;

// The ground is one of three; a 支援会議 has its basis, reason, members and items.
const gate = sendGate(sheet, 'school', undefined, at);
// @ts-expect-error it may be shut
void gate.via;
// @ts-expect-error without reason, members and items
const conference: ReferralSheet['basis'] = { kind: 'support-conference' };
// @ts-expect-error a sheet that goes to everybody
const everybody: ReferralSheet['to'] = { open: 'everyone' };
void [conference, everybody];
