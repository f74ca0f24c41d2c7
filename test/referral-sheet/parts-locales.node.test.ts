/** Texts of writing, what a reply needs now and then, paper, files and codes in every language: complete, clean, and with a reading on every kanji of やさしい日本語. */
import type { FhirLossId } from '@tsunagu/schema/referral/fhir';
import { decideForum, forumIds } from '@tsunagu/schema/meeting';
import { editEasy } from '../../packages/referral-sheet/src/locales/edit.easy.js';
import { editEn } from '../../packages/referral-sheet/src/locales/edit.en.js';
import { editJa } from '../../packages/referral-sheet/src/locales/edit.ja.js';
import { asideEasy } from '../../packages/referral-sheet/src/locales/aside.easy.js';
import { asideEn } from '../../packages/referral-sheet/src/locales/aside.en.js';
import { asideJa } from '../../packages/referral-sheet/src/locales/aside.ja.js';
import { paperEasy } from '../../packages/referral-sheet/src/locales/paper.easy.js';
import { paperEn } from '../../packages/referral-sheet/src/locales/paper.en.js';
import { paperJa } from '../../packages/referral-sheet/src/locales/paper.ja.js';
import { transferEasy } from '../../packages/referral-sheet/src/locales/transfer.easy.js';
import { transferEn } from '../../packages/referral-sheet/src/locales/transfer.en.js';
import { transferJa } from '../../packages/referral-sheet/src/locales/transfer.ja.js';
import { describeSlices, type Slice } from '../consent-dialog/locales-slices.js';
import { days } from '../consent-dialog/locales-texts.js';
import { givenStory } from '../schema/consent.samples.js';

const one = [['X']];
const two = [['X', 'X']];
const counts = [[1], [2], [12]];
const lists = [[['X']], [['X', 'X']]];
const codes = ['nothing-said', 'no-consent', 'has-consent', 'no-ground', 'not-member', 'consent-changed', 'names-somebody'];

const losses: readonly FhirLossId[] = ['consent', 'codes', 'text', 'record', 'unknown', 'safe-call', 'blanks'];

const story = await givenStory();
const asked = { agencies: ['chiiki-houkatsu'], items: ['name', 'health'] };
const decisions = (['yes', 'no', 'unsure'] as const).flatMap((oneDesk) =>
  [[], story.events].flatMap((events) =>
    [{}, { grounds: ['urgent' as const] }].map((more) =>
      decideForum({ subject: { ref: 'case-7-a', events }, ...asked, oneDesk, ...more }, story.now),
    ),
  ),
);

const slices: Record<string, Slice> = {
  edit: {
    ja: editJa,
    easy: editEasy,
    en: editEn,
    samples: {
      ...Object.fromEntries(
        ['assessed', 'attachmentsOf', 'left', 'member', 'respondDaysNote', 'stepsOf', 'supportersOf'].map((name) => [name, counts]),
      ),
      ...Object.fromEntries(['/attachments', '/basis/members', '/done', '/supporters'].map((list) => [`entry.${list}`, counts])),
      ...Object.fromEntries(
        [
          ...['checkCopy', 'checkCopyNothing', 'checkNote', 'checkRespond', 'dutyDone', 'elsewhere', 'elsewhereText', 'fax', 'finer'],
          ...['goes', 'goesCopy', 'goesNothing', 'memberConsent', 'personConsent', 'remove', 'removed', 'respondBy', 'respondByFixed'],
          ...['standing', 'takeOff', 'toCoordinator', 'understood'],
        ].map((name) => [name, one]),
      ),
      gateLine: [
        [0, 1],
        [12, 3],
      ],
      sectionOf: two,
      shut: codes.map((code) => [code, 'X']),
      room: forumIds.map((forum) => [forum, { plan: 'X', support: 'X' }]),
      forum: decisions.map((decision) => [decision]),
    },
  },
  aside: {
    ja: asideJa,
    easy: asideEasy,
    en: asideEn,
    samples: {
      lead: one,
      stays: one,
      loop: two,
      hops: one,
      ...Object.fromEntries(['paper', 'fax', 'phone', 'in-person'].map((how) => [`writing.${how}`, one])),
    },
  },
  paper: {
    ja: paperJa,
    easy: paperEasy,
    en: paperEn,
    samples: {
      age: counts,
      people: counts,
      birth: [['1941-02-28'], ['2019-05-01']],
      date: [['2026-11-24']],
      day: days,
      kana: two,
      labelled: two,
      of: two,
      list: lists,
      number: one,
      page: [[1, 2]],
      with: [
        ['X', []],
        ['X', ['X', 'X']],
      ],
      'codes.part': [[1, 3]],
      'codes.qr': [[1, 3]],
    },
  },
  transfer: {
    ja: transferJa,
    easy: transferEasy,
    en: transferEn,
    samples: {
      list: lists,
      'check.steps': counts,
      'codes.id': one,
      'codes.image': [[1, 3]],
      'codes.part': [[1, 3]],
      'in.noCode': one,
      'in.progress': [
        [3, [1], [2, 3]],
        [3, [1, 2, 3], []],
      ],
      'in.thisSheet': counts,
      'out.saved': one,
      'out.sealed': one,
      'out.lost': losses.flatMap((what) => [1, 2, 12].map((count) => [{ what, message: '文', count }])),
    },
  },
};

/** Names that are shown as they are written everywhere. */
describeSlices(slices, (slice, key) => slice === 'paper' && /^(age|birth|date)\(/.test(key));
