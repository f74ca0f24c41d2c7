/** What each route takes and answers: the contract for vendors, from which the OpenAPI document is made. */
import type { ProblemCode } from '../problems.js';
import { consentOperations } from './consent-operations.js';
import { referralOperations } from './referral-operations.js';
import { ofDesk } from './of-desk.js';
import { body, keyed } from './refusals.js';

/** Names under `components/schemas`. */
export type SchemaName =
  | 'Consultation'
  | 'Submission'
  | 'Receipt'
  | 'OpenReceipt'
  | 'PersonMessage'
  | 'DeskMessage'
  | 'StatusChange'
  | 'Status'
  | 'Message'
  | 'Thread'
  | 'Health'
  | 'Me'
  | 'List'
  | 'ListItem'
  | 'DeskConsultation'
  | 'NewConsentEvents'
  | 'ConsentEvent'
  | 'ConsentReceipt'
  | 'ConsentRecord'
  | 'Consents'
  | 'Reach'
  | 'Drawing'
  | 'NewShipment'
  | 'Shipment'
  | 'NewAcknowledgement'
  | 'OwnAcknowledgement'
  | 'Acknowledgement'
  | 'Withdrawals'
  | 'ReferralSheet'
  | 'ReferralEvent'
  | 'NewReferral'
  | 'ReferralDraft'
  | 'ReferralAction'
  | 'NewReferralEvent'
  | 'CarriedReferral'
  | 'Referral'
  | 'ReferralItem'
  | 'ReferralList'
  | 'ReferralsOfCase'
  | 'Discarded'
  | 'Problem';

export interface Operation {
  path: string;
  method: 'get' | 'post' | 'put' | 'delete';
  id: string;
  summary: string;
  /** More than one line, where the shape alone does not say it. */
  description?: string;
  tag: 'public' | 'receipts' | 'staff' | 'service';
  body?: SchemaName;
  /** Also takes `application/x-www-form-urlencoded`, and answers with a page then. */
  plainForm?: true;
  idempotent?: true;
  /** Needs `If-Match` with the revision; `mayRevise`: takes one. */
  revised?: true;
  mayRevise?: true;
  /** Answers with server-sent events. */
  stream?: true;
  query?: readonly ('status' | 'box' | 'after' | 'limit')[];
  answers: Readonly<Partial<Record<200 | 201, SchemaName | 'AnyObject'>>>;
  problems: readonly ProblemCode[];
}

export const operations: readonly Operation[] = [
  {
    path: '/api/consultations',
    method: 'post',
    id: 'submitConsultation',
    summary: 'Send a consultation, in the open or sealed for its desk.',
    description:
      'Answered only once it is stored. Send it again with the same key as often as needed: 201 the first time, then 200 with the same receipt. ' +
      'Another body under the key is refused with `key-reused`, and the problem carries the receipt of what is stored.',
    tag: 'public',
    body: 'Submission',
    plainForm: true,
    idempotent: true,
    answers: { 200: 'Receipt', 201: 'Receipt' },
    problems: [...body, ...keyed, 'origin-refused', 'looks-automated', 'too-soon', 'unavailable'],
  },
  {
    path: '/api/receipts/open',
    method: 'post',
    id: 'openReceipt',
    summary: 'Read the answers, with number and secret of the receipt.',
    description: 'An unknown number and a wrong secret are the same 404.',
    tag: 'receipts',
    body: 'OpenReceipt',
    answers: { 200: 'Thread' },
    problems: [...body, 'origin-refused', 'not-found', 'unavailable'],
  },
  {
    path: '/api/receipts/messages',
    method: 'post',
    id: 'writeBack',
    summary: 'Write back to the desk, with number and secret of the receipt.',
    tag: 'receipts',
    body: 'PersonMessage',
    idempotent: true,
    answers: { 200: 'Thread', 201: 'Thread' },
    problems: [...body, ...keyed, 'origin-refused', 'not-found', 'unavailable'],
  },
  ofDesk({
    path: '/api/staff/me',
    method: 'get',
    id: 'me',
    summary: 'Which desk the token is for, and how many wait.',
    answer: 'Me',
  }),
  ofDesk({
    path: '/api/staff/consultations',
    method: 'get',
    id: 'listConsultations',
    summary: 'The desk’s consultations, newest first.',
    query: ['status', 'after', 'limit'],
    answer: 'List',
    problems: ['invalid'],
  }),
  ofDesk({
    path: '/api/staff/consultations/{number}',
    method: 'get',
    id: 'readConsultation',
    summary: 'Read one consultation. The reading is written into the audit log.',
    description: 'Another desk’s number is the same 404 as an unknown one.',
    answer: 'DeskConsultation',
  }),
  ofDesk({
    path: '/api/staff/consultations/{number}/messages',
    method: 'post',
    id: 'answerConsultation',
    summary: 'Answer the person; it waits under the receipt.',
    body: 'DeskMessage',
    idempotent: true,
    answer: 'Thread',
    stores: true,
  }),
  ofDesk({
    path: '/api/staff/consultations/{number}/status',
    method: 'post',
    id: 'setStatus',
    summary: 'Set the status, as far as the rules allow it from the present one.',
    body: 'StatusChange',
    answer: 'Status',
  }),
  ofDesk({
    path: '/api/staff/directory',
    method: 'get',
    id: 'directory',
    summary: 'The city’s directory, as the elements read it: the names of desks.',
    answer: 'AnyObject',
  }),
  ...consentOperations,
  ...referralOperations,
  {
    path: '/api/openapi.json',
    method: 'get',
    id: 'openApi',
    summary: 'This document.',
    tag: 'service',
    answers: { 200: 'AnyObject' },
    problems: [],
  },
  {
    path: '/api/health',
    method: 'get',
    id: 'health',
    summary: 'Is the server up and its store within reach?',
    tag: 'service',
    answers: { 200: 'Health' },
    problems: ['unavailable'],
  },
];
