/** The routes about referrals (つなぐシート). */
import type { Operation } from './operations.js';
import { body, keyed } from './refusals.js';

const one = '/api/staff/referrals/{id}';
const ofCase = '/api/staff/consultations/{number}/referrals';

export const referralOperations: readonly Operation[] = [
  {
    path: ofCase,
    method: 'get',
    id: 'listReferralsOfCase',
    summary: 'The sheets that were made from a consultation, for its desk.',
    tag: 'staff',
    answers: { 200: 'ReferralsOfCase' },
    problems: ['unauthorised', 'not-found', 'unavailable'],
  },
  {
    path: ofCase,
    method: 'post',
    id: 'beginReferral',
    summary: 'Begin a sheet: prefilled from the consultation, or with what the page wrote where the consultation is sealed.',
    description:
      'Id, salt and time are the server’s. `to` is the desk to begin with; without it the sheet goes to the coordinator. Nothing leaves the desk until it is sent.',
    tag: 'staff',
    body: 'NewReferral',
    idempotent: true,
    answers: { 200: 'Referral', 201: 'Referral' },
    problems: [...body, ...keyed, 'unauthorised', 'not-found', 'unavailable'],
  },
  {
    path: '/api/staff/referrals',
    method: 'get',
    id: 'listReferrals',
    summary: 'The sheets in one of the desk’s boxes, newest first, and how many there are in each.',
    description:
      '`inbox`: it is this desk’s turn, or it has the sheet. `sent`: it sent it. `overdue`: a day has passed, and the desk has to do with it. `drafts`: not sent yet. ' +
      '`past`: it left this desk, or has ended.',
    tag: 'staff',
    query: ['box', 'after', 'limit'],
    answers: { 200: 'ReferralList' },
    problems: ['unauthorised', 'invalid', 'unavailable'],
  },
  {
    path: '/api/staff/referrals/stream',
    method: 'get',
    id: 'streamReferrals',
    summary: 'News of this desk’s sheets, as server-sent events: `{id, seq}`, which sheet has which last event, and nothing of it.',
    description:
      'First comes `ready`, from where on everything is told; with `Last-Event-ID` that is where the reader was. `reset` in its place: the number is not of this ' +
      'list, load anew. Comment lines keep the connection alive. It ends with the token, and with the server.',
    tag: 'staff',
    stream: true,
    answers: {},
    problems: ['unauthorised', 'too-many-streams', 'unavailable'],
  },
  {
    path: one,
    method: 'get',
    id: 'readReferral',
    summary: 'A sheet as this desk sees it. The reading is written into the audit log.',
    description:
      'The sender has it whole. Another desk has what it was handed and may still have, and its own copy of the record; once it said that it deleted the sheet, ' +
      'nothing but the way. A sheet that a desk has nothing to do with is the same 404 as one that never was.',
    tag: 'staff',
    answers: { 200: 'Referral' },
    problems: ['unauthorised', 'not-found', 'unavailable'],
  },
  {
    path: `${one}/draft`,
    method: 'put',
    id: 'saveReferralDraft',
    summary: 'Save the draft that was made from the revision in `If-Match`.',
    description: '`draft-moved` when somebody else saved since; the problem carries the draft as it is now, and nothing is overwritten.',
    tag: 'staff',
    body: 'ReferralDraft',
    revised: true,
    answers: { 200: 'Referral' },
    problems: [...body, 'draft-moved', 'revision-missing', 'unauthorised', 'not-found', 'unavailable'],
  },
  {
    path: `${one}/draft`,
    method: 'delete',
    id: 'discardReferralDraft',
    summary: 'Throw away a draft that was never sent.',
    tag: 'staff',
    revised: true,
    answers: { 200: 'Discarded' },
    problems: ['invalid', 'draft-moved', 'revision-missing', 'unauthorised', 'not-found', 'unavailable'],
  },
  {
    path: `${one}/actions`,
    method: 'post',
    id: 'actOnReferral',
    summary: 'Make the next step: send, receive, accept, ask back, pass on, return, report, close …',
    description:
      'Sending and handing on ask the consents at that very moment. `seq` is how many events the worker saw: `behind` when somebody else was quicker, and the problem carries ' +
      'the sheet as it is now. With `send` the `sheet` may come along, then with `If-Match` for the draft it was made from. A step that the rules do not allow is ' +
      '`invalid`, with a code `referral-…`.',
    tag: 'staff',
    body: 'ReferralAction',
    idempotent: true,
    mayRevise: true,
    answers: { 200: 'Referral', 201: 'Referral' },
    problems: [...body, ...keyed, 'behind', 'draft-moved', 'revision-missing', 'unauthorised', 'not-found', 'unavailable'],
  },
  {
    path: `${one}/events`,
    method: 'post',
    id: 'appendReferralEvent',
    summary: 'Append a finished event, written by a system of the desk’s own.',
    description:
      'Taken if that desk could have written it there at that time, and it says what was really handed over. The very same event again: 200 with `Idempotency-Replayed: true`.',
    tag: 'staff',
    body: 'NewReferralEvent',
    answers: { 200: 'Referral', 201: 'Referral' },
    problems: [...body, 'behind', 'unauthorised', 'not-found', 'unavailable'],
  },
];
