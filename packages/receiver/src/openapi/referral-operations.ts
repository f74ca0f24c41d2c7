/** The routes about referrals (つなぐシート). */
import type { Operation } from './operations.js';
import { ofDesk } from './of-desk.js';

const one = '/api/staff/referrals/{id}';
const ofCase = '/api/staff/consultations/{number}/referrals';

export const referralOperations: readonly Operation[] = [
  ofDesk({
    path: ofCase,
    method: 'get',
    id: 'listReferralsOfCase',
    summary: 'The sheets that were made from a consultation, for its desk.',
    answer: 'ReferralsOfCase',
  }),
  ofDesk({
    path: ofCase,
    method: 'post',
    id: 'beginReferral',
    summary: 'Begin a sheet: prefilled from the consultation, or with what the page wrote where the consultation is sealed.',
    description:
      'Id, salt and time are the server’s. `to` is the desk to begin with; without it the sheet goes to the coordinator. Nothing leaves the desk until it is sent.',
    body: 'NewReferral',
    idempotent: true,
    answer: 'Referral',
    stores: true,
  }),
  ofDesk({
    path: '/api/staff/referrals',
    method: 'get',
    id: 'listReferrals',
    summary: 'The sheets in one of the desk’s boxes, newest first, and how many there are in each.',
    description:
      '`inbox`: it is this desk’s turn, or it has the sheet. `sent`: it sent it. `overdue`: a day has passed, and the desk has to do with it. `drafts`: not sent yet. ' +
      '`past`: it left this desk, or has ended.',
    query: ['box', 'after', 'limit'],
    answer: 'ReferralList',
    problems: ['invalid'],
  }),
  ofDesk({
    path: '/api/staff/referrals',
    method: 'post',
    id: 'takeInReferral',
    summary: 'Take in a sheet that was handed over on paper, as codes or as a file, from a network that this one does not touch.',
    description:
      'The sheet as it was handed to this desk, and its copy of the record. 201 when something of it was new, 200 with `Idempotency-Replayed: true` when all of it was here. ' +
      'A sheet that is not here becomes the desk’s own copy, which only this desk sees; it goes on with `actions`, and the answer is carried back. Of a sheet that is here the steps ' +
      'that are new are added: the desk that sent it brings any desk’s, another only its own. Refused as `invalid` with `referral-elsewhere` (handed to another desk), ' +
      '`referral-whole` (the sender’s own copy), `referral-broken` (the record has a gap or was changed), `referral-content` (not the sheet that was handed over); with `apart` ' +
      'where the record differs from the one that is here, which the problem carries. Nothing is ever replaced.',
    body: 'CarriedReferral',
    answer: 'Referral',
    stores: true,
    problems: ['apart'],
  }),
  ofDesk({
    path: '/api/staff/referrals/stream',
    method: 'get',
    id: 'streamReferrals',
    summary: 'News of this desk’s sheets, as server-sent events, and nothing of what they say.',
    description:
      '`referral` with `{id, seq}`: the sheet has another event. `draft` with `{id, version, who, at}`: a worker of this desk saved the draft (`version` is its revision, 0: it was ' +
      'thrown away; of several savings only the last is told). First comes `ready`, from where on everything is told; with `Last-Event-ID` that is where the reader was. `reset` in its place: the number is not of this ' +
      'list, load anew. Comment lines keep the connection alive. It ends with the token, and with the server.',
    stream: true,
    problems: ['too-many-streams'],
  }),
  ofDesk({
    path: one,
    method: 'get',
    id: 'readReferral',
    summary: 'A sheet as this desk sees it. The reading is written into the audit log.',
    description:
      'The sender has it whole. Another desk has what it was handed and may still have, and its own copy of the record; once it said that it deleted the sheet, ' +
      'nothing but the way. A sheet that a desk has nothing to do with is the same 404 as one that never was.',
    answer: 'Referral',
  }),
  ofDesk({
    path: `${one}/draft`,
    method: 'put',
    id: 'saveReferralDraft',
    summary: 'Save the draft that was made from the revision in `If-Match`.',
    description: '`draft-moved` when somebody else saved since; the problem carries the draft as it is now, and nothing is overwritten.',
    body: 'ReferralDraft',
    revised: true,
    answer: 'Referral',
    problems: ['draft-moved', 'revision-missing'],
  }),
  ofDesk({
    path: `${one}/draft`,
    method: 'delete',
    id: 'discardReferralDraft',
    summary: 'Throw away a draft that was never sent.',
    revised: true,
    answer: 'Discarded',
    problems: ['invalid', 'draft-moved', 'revision-missing'],
  }),
  ofDesk({
    path: `${one}/actions`,
    method: 'post',
    id: 'actOnReferral',
    summary: 'Make the next step: send, receive, accept, ask back, pass on, return, report, close …',
    description:
      'Sending and handing on ask the consents at that very moment. `seq` is how many events the worker saw: `behind` when somebody else was quicker, and the problem carries ' +
      'the sheet as it is now. With `send` the `sheet` may come along. If it is not the draft as it is stored, the revision it was made from has to be named, in `If-Match` or, ' +
      'by a plain POST, as `?revision=`: a page that saves drafts puts it into the address each time. A step that the rules do not allow is ' +
      '`invalid`, with a code `referral-…`.',
    body: 'ReferralAction',
    idempotent: true,
    mayRevise: true,
    answer: 'Referral',
    stores: true,
    problems: ['behind', 'draft-moved', 'revision-missing'],
  }),
  ofDesk({
    path: `${one}/events`,
    method: 'post',
    id: 'appendReferralEvent',
    summary: 'Append a finished event, written by a system of the desk’s own.',
    description:
      'Taken if that desk could have written it there at that time, and it says what was really handed over. The very same event again: 200 with `Idempotency-Replayed: true`.',
    body: 'NewReferralEvent',
    answer: 'Referral',
    stores: true,
    problems: ['behind'],
  }),
];
