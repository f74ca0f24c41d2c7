import type { DayParts } from '@tsunagu/core';
import { longMonths, weekdays } from '@tsunagu/core/common/en';
import type { PaperMessages } from './paper.messages.js';

const date = (key: string): string => {
  const [year, month, day] = key.split('-').map(Number) as [number, number, number];
  return `${day} ${longMonths[month - 1] ?? ''} ${year}`;
};
const day = ({ year, month, day, weekday }: DayParts): string =>
  `${weekdays[weekday] ?? ''}, ${day} ${longMonths[month - 1] ?? ''} ${year}`;

export const paperEn: PaperMessages = {
  list: (items) => items.join(', '),
  labelled: (label, text) => `${label}: ${text}`,
  day,
  birth: date,
  date,
  age: (years) => `(${years})`,
  people: (count) => (count === 1 ? '1 person' : `${count} people`),
  number: (id) => `No. ${id}`,
  page: (index, count) => `${index}/${count}`,
  goesOn: '(continued)',
  careful: 'Personal information. Check the number before you send it. Came to you by mistake? Please call the desk it is from.',

  head: {
    from: 'From',
    to: 'To',
    made: 'Written',
    sent: 'Sent',
    draft: 'draft (not sent yet)',
    phone: 'Phone',
    fax: 'FAX',
    worker: 'Worker:',
    qr: 'QR code by which a sheet that comes back is recognised',
  },

  main: ' (worst)',
  household: { relation: 'Relation', name: 'Name', age: 'Age', together: 'Lives there', work: 'Work or school, remarks' },
  together: { yes: 'Yes', no: 'No' },
  kana: (name, kana) => `${name} (${kana})`,
  with: (name, facts) => (facts.length ? `${name} (${facts.join(', ')})` : name),
  of: (who, what) => `${who}, ${what}`,

  basis: {
    consent: 'Only what the person agreed to tell this desk. Ask the person before you tell anybody else.',
    'support-conference': 'Without consent: only what the 支援会議 decided is needed. Its members are bound to secrecy.',
    'anonymous-advice': 'Advice without a name. Please do not try to find out who it is.',
    nothing: 'Nothing has been agreed to yet.',
  },
  record: 'Record no.',

  reply: {
    how: 'Write here and send it back. If it is not for you, pass it on or return it: nobody is left alone.',
    received: 'Received on',
    desk: 'Desk',
    name: 'Name',
    accept: 'We take it on',
    askBack: 'Please tell us more',
    passOn: 'We pass it on',
    passOnTo: 'to (required)',
    giveBack: 'We return it to the coordinator',
    reason: 'because',
    reasons: ['age', 'area', 'scheme', 'full', 'not our field', 'no contact', 'declined', 'already supported', 'danger', 'other'],
    firstContact: 'First contact on',
    nextStep: 'Next step',
    toPerson: 'Message to the person',
    back: 'Send back to',
    blankDay: '　　/　　',
  },

  codes: {
    side: 'Back',
    title: 'QR codes to read in',
    how: [
      'For a system on another network, so that nobody has to type it again.',
      'On the sheet’s screen open “Hand over or take in by file or QR code” and read the codes with a scanner or a camera, in any order.',
      'The screen says which are missing. The small code on the front tells which sheet a paper belongs to.',
    ],
    part: (index, count) => `${index} of ${count}`,
    qr: (index, count) => `QR code to read in, ${index} of ${count}`,
  },

  choose: {
    title: 'Which desk is the paper for?',
    lead: 'It will hold only what that desk may be told.',
    cancel: 'Do not print',
  },
  coordinator: 'Coordinator',
};
