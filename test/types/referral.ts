/**
 * Type tests of the referral and of its element: a no without a way on, a step without what the next desk needs, and a whole sheet where a
 * desk's package belongs, do not compile. Never run; a line marked `@ts-expect-error` that is no error fails the type check.
 */
import { ReferralReplyEvent, type ReferralSheetElement, type ReferralValue } from '@tsunagu/referral-sheet';
import '@tsunagu/referral-sheet/define';
import {
  advance,
  packageFor,
  referralState,
  sendGate,
  type AdvanceResult,
  type ReferralAction,
  type ReferralCase,
  type ReferralSheet,
} from '@tsunagu/schema/referral';
import { sheetToCsv } from '@tsunagu/schema/referral/csv';
import { sheetToFhir, type FhirReferralContext } from '@tsunagu/schema/referral/fhir';
import { encodeTransfer, handedTo, ownCopy } from '@tsunagu/schema/referral/transfer';

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

// A package is no whole sheet: what it lacks cannot be handed on, judged or hashed as if it were there …
const parcel = packageFor(sheet, 'school', undefined, at);
// @ts-expect-error the sender's sheet decides what goes, not what somebody got of it
void packageFor(parcel.document, 'school', undefined, at);
// @ts-expect-error a package has no gate
void sendGate(parcel.document, 'school', undefined, at);
// @ts-expect-error a step of a sheet needs the sheet
void advance({ ...given, sheet: parcel.document }, { type: 'receive' }, desk, at);
// … and a whole sheet is no package: files and codes take what one desk gets, or the desk's own copy, said so by name.
const handed = handedTo(given, 'school', at);
declare const context: FhirReferralContext;
void [sheetToCsv(handed), sheetToFhir(handed, context), encodeTransfer(handed), sheetToCsv(ownCopy({ sheet, events: given.events }))];
// @ts-expect-error everything would be in the table, whatever anybody agreed to
void sheetToCsv({ sheet, events: given.events });
// @ts-expect-error … in the Bundle
void sheetToFhir({ sheet, events: given.events }, context);
// @ts-expect-error … in the codes
void encodeTransfer({ sheet, events: given.events });
// @ts-expect-error the salt never leaves the desk that wrote the sheet
void sheetToCsv({ ...handed, sheet: { ...handed.sheet, salt: '0' } });
// @ts-expect-error a desk that was handed the sheet need not have a name in it
void handed.sheet.person.name;

// The element: its tag has its class, its properties what they take.
const element: ReferralSheetElement = document.createElement('tsunagu-referral-sheet');
element.value = { sheet, events: given.events };
element.value = undefined;
element.consent = given.consents;
element.mode = 'reply';
element.now = () => new Date(at);
// @ts-expect-error the sheet comes with its record
element.value = sheet;
// @ts-expect-error no record, no sheet
element.value = { sheet };
// @ts-expect-error no such mode
element.mode = 'write';
// @ts-expect-error the desk at work is named by its id
element.desk = { agency: 'school' };
// @ts-expect-error no such text
element.messages = { headline: '' };

// Events carry typed details, on the element and on any ancestor.
element.addEventListener('tsunagu-referral-change', ({ detail }) => {
  const written: ReferralSheet = detail.sheet;
  void written;
  // @ts-expect-error nothing was decided while somebody writes
  void detail.action;
});
document.body.addEventListener('tsunagu-referral-send', ({ detail }) => {
  const step: 'send' = detail.action.type;
  const [seen, key]: [number, string] = [detail.seq, detail.key];
  void [step, seen, key, detail.sheet.salt];
});
document.body.addEventListener('tsunagu-referral-reply', ({ detail }) => {
  const id: string = detail.id;
  // @ts-expect-error sending is no reply
  if (detail.action.type === 'send') void id;
  // @ts-expect-error only who passes it on names the next desk
  void detail.action.to;
  if (detail.action.type === 'pass-on') void [detail.action.to.agency, detail.action.reason];
  // @ts-expect-error a reply brings the step, not the sheet
  void detail.sheet;
});
element.addEventListener('tsunagu-referral-import', ({ detail }) => {
  const value: ReferralValue = detail.value;
  element.value = value;
});
element.addEventListener('tsunagu-referral-error', ({ detail: { reason, message } }) => {
  // @ts-expect-error no such reason
  if (reason === 'bad-luck') void message;
  if (reason === 'behind' || reason === 'record') void message;
});
// @ts-expect-error a reply without the events that were seen cannot be told from an old one
void new ReferralReplyEvent({ id: 'r', action: { type: 'receive' }, key: 'k' });
// @ts-expect-error printing tells whether it could
const printed: boolean = element.print();
void printed;
