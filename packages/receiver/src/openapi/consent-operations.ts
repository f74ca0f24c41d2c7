/** The routes about consents. */
import type { Operation } from './operations.js';
import { ofDesk } from './of-desk.js';

const one = '/api/staff/consultations/{number}';

export const consentOperations: readonly Operation[] = [
  ofDesk({
    path: `${one}/consents`,
    method: 'get',
    id: 'readConsents',
    summary:
      'The case’s consents: every event, where each record stands, what was told to whom. The reading is written into the audit log.',
    description:
      'A record whose chain does not hold is shown as it is, with `whole: false` and status `unknown`: nothing may be shared on it.',
    answer: 'Consents',
  }),
  ofDesk({
    path: `${one}/consents`,
    method: 'post',
    id: 'appendConsents',
    summary: 'Append events to a record, all or none; number and hash of the last one go on the person’s paper.',
    description:
      'Events of one record, each the one that the schema’s `appendEvent` writes after the record’s last. 201 when they were stored; the very same ' +
      'events again: 200 with `Idempotency-Replayed: true`. A record that has meanwhile gone on otherwise is refused with `consent-moved`, and the problem ' +
      'carries the stored `head`: read it again, make the event anew, send it again. Nothing is ever changed or taken out.',
    body: 'NewConsentEvents',
    answer: 'ConsentReceipt',
    stores: true,
    problems: ['consent-moved'],
  }),
  ofDesk({
    path: `${one}/drawings/{hash}`,
    method: 'get',
    id: 'readDrawing',
    summary: 'A signature written by hand, which an event names by its hash. The reading is written into the audit log.',
    answer: 'Drawing',
  }),
  ofDesk({
    path: `${one}/reach`,
    method: 'get',
    id: 'readReach',
    summary: 'Who holds what without a consent that stands, and whom it must be asked back from.',
    answer: 'Reach',
  }),
  ofDesk({
    path: `${one}/shipments`,
    method: 'post',
    id: 'noteShipment',
    summary: 'Write down that an agency was told something. Refused for what the record does not allow at that moment.',
    body: 'NewShipment',
    idempotent: true,
    answer: 'Shipment',
    stores: true,
  }),
  ofDesk({
    path: `${one}/acknowledgements`,
    method: 'post',
    id: 'noteAcknowledgement',
    summary: 'Write down that an agency, which was asked, knows of what was taken back. For agencies without a token.',
    body: 'NewAcknowledgement',
    answer: 'Acknowledgement',
    stores: true,
  }),
  ofDesk({
    path: '/api/staff/withdrawals',
    method: 'get',
    id: 'listWithdrawals',
    summary: 'What this desk was told and somebody has taken back since: to be acknowledged.',
    answer: 'Withdrawals',
  }),
  ofDesk({
    path: '/api/staff/withdrawals/{number}',
    method: 'post',
    id: 'acknowledgeWithdrawal',
    summary: 'This desk knows that it was taken back. Acknowledging again changes nothing.',
    description: 'A case of which the desk holds nothing that was taken back is the same 404 as an unknown one.',
    body: 'OwnAcknowledgement',
    answer: 'Acknowledgement',
    stores: true,
  }),
];
