/** Texts of writing, paper, files and codes in every language: complete, clean, and with a reading on every kanji of やさしい日本語. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { decideForum, duties, forumIds } from '@tsunagu/schema/meeting';
import { editEasy } from '../../packages/referral-sheet/src/locales/edit.easy.js';
import { editEn } from '../../packages/referral-sheet/src/locales/edit.en.js';
import { editJa } from '../../packages/referral-sheet/src/locales/edit.ja.js';
import { paperEasy } from '../../packages/referral-sheet/src/locales/paper.easy.js';
import { paperEn } from '../../packages/referral-sheet/src/locales/paper.en.js';
import { paperJa } from '../../packages/referral-sheet/src/locales/paper.ja.js';
import { transferEasy } from '../../packages/referral-sheet/src/locales/transfer.easy.js';
import { transferEn } from '../../packages/referral-sheet/src/locales/transfer.en.js';
import { transferJa } from '../../packages/referral-sheet/src/locales/transfer.ja.js';
import { rubyRuns, withoutRuby } from '../../packages/core/src/locale/ruby.js';
import { days, shapeOf, textsOf, type Samples } from '../consent-dialog/locales-texts.js';
import { givenStory } from '../schema/consent.samples.js';

const one = [['X']];
const two = [['X', 'X']];
const counts = [[1], [2], [12]];
const lists = [[['X']], [['X', 'X']]];
const codes = ['nothing-said', 'no-consent', 'has-consent', 'no-ground', 'not-member', 'consent-changed', 'names-somebody'];

const story = await givenStory();
const asked = { agencies: ['chiiki-houkatsu'], items: ['name', 'health'] };
const decisions = (['yes', 'no', 'unsure'] as const).flatMap((oneDesk) =>
  [[], story.events].flatMap((events) =>
    [{}, { grounds: ['urgent' as const] }].map((more) =>
      decideForum({ subject: { ref: 'case-7-a', events }, ...asked, oneDesk, ...more }, story.now),
    ),
  ),
);

const slices: Record<string, { ja: object; easy: object; en: object; samples: Samples }> = {
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
      tellText: duties.map((duty) => [duty]),
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
    ja: { ...transferJa, out: { ...transferJa.out, lost: transferEn.out.lost } },
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
      ...Object.fromEntries(Object.keys(transferEn.out.lost!).map((what) => [`out.lost.${what}`, counts])),
    },
  },
};

const kanji = /\p{Script=Han}/u;
/** Names that are shown as they are written everywhere, and plain text for places that show no readings. */
const isPlain = (key: string): boolean => /^(paper\.)?(age|birth|date)\(/.test(key);

for (const [name, { ja, easy, en, samples }] of Object.entries(slices))
  describe(`the words of ${name}`, () => {
    it('are the same in every language', () => {
      assert.deepEqual(shapeOf(easy), shapeOf(ja));
      assert.deepEqual(shapeOf(en), shapeOf(ja));
    });

    it('say something, as text', () => {
      for (const messages of [ja, easy, en])
        for (const { key, text } of textsOf(messages, samples)) {
          assert.notEqual(text.trim(), '', key);
          assert.doesNotMatch(text, /undefined|null|NaN|\[object|[<>&]/, `${key}: ${text}`);
        }
    });

    it('have a reading on every kanji in やさしい日本語, and none elsewhere', () => {
      for (const { key, text } of textsOf(easy, samples)) {
        if (isPlain(key)) continue;
        for (const { base, reading } of rubyRuns(text)) {
          if (reading === undefined) assert.doesNotMatch(base, kanji, `${key}: ${text}`);
          else assert.match(reading, /^[ぁ-んー]+$/, `${key}: ${text}`);
        }
        assert.doesNotMatch(withoutRuby(text), /[《》｜]/, `${key}: ${text}`);
      }
      for (const messages of [ja, en]) for (const { key, text } of textsOf(messages, samples)) assert.doesNotMatch(text, /[《》｜]/, key);
    });
  });
