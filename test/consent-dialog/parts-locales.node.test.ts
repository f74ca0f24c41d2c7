import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { forumEasy } from '../../packages/consent-dialog/src/locales/forum.easy.js';
import { forumEn } from '../../packages/consent-dialog/src/locales/forum.en.js';
import { forumJa } from '../../packages/consent-dialog/src/locales/forum.ja.js';
import { previewEasy } from '../../packages/consent-dialog/src/locales/preview.easy.js';
import { previewEn } from '../../packages/consent-dialog/src/locales/preview.en.js';
import { previewJa } from '../../packages/consent-dialog/src/locales/preview.ja.js';
import { printEasy } from '../../packages/consent-dialog/src/locales/print.easy.js';
import { printEn } from '../../packages/consent-dialog/src/locales/print.en.js';
import { printJa } from '../../packages/consent-dialog/src/locales/print.ja.js';
import { signatureEasy } from '../../packages/consent-dialog/src/locales/signature.easy.js';
import { signatureEn } from '../../packages/consent-dialog/src/locales/signature.en.js';
import { signatureJa } from '../../packages/consent-dialog/src/locales/signature.ja.js';
import { consultationMap } from '@tsunagu/schema/consent';
import { decideForum, groundIds, type ForumCase } from '@tsunagu/schema/meeting';
import { givenStory, spoken } from '../schema/consent.samples.js';
import { describeSlices, easyFaults, type Slice } from './locales-slices.js';
import { days } from './locales-texts.js';

const two = [['X', 'X']];
const one = [['X']];
const list = [[['X', 'X']]];
const forums = ['single-desk', 'plan-meeting', 'support-conference'].map((forum) => [forum, { planMeeting: 'X', supportMeeting: 'X' }]);

/** Every way a case can go, so that each sentence of the forum is looked at. */
async function decisions() {
  const story = await givenStory({ items: ['name'] });
  const cases: Partial<ForumCase>[] = [{ oneDesk: 'yes' }, { agencies: [] }, { oneDesk: 'unsure' }, {}, { grounds: [...groundIds] }];
  const at = story.now;
  const given = story.events;
  await story.add({ type: 'withdrawn', expressed: spoken, scope: { all: 'yes' }, reAskAfter: '2027-02-01' });
  const records = [[], given.slice(0, 1), given, story.events];
  const base = { agencies: ['chiiki-houkatsu'], items: ['name', 'health'], oneDesk: 'no' as const };
  const never = story.events.map((event, index) => (index === 2 ? { ...event, reAskAfter: 'never' as const } : event));
  return [...records, never].flatMap((events) =>
    cases.map((more) => decideForum({ subject: { ref: 'case-7-a', events }, ...base, ...more }, events.length > 2 ? story.now : at)),
  );
}

const slices: Record<string, Slice> = {
  signature: { ja: signatureJa, easy: signatureEasy, en: signatureEn, samples: { state: [[0], [1]] } },
  preview: {
    ja: previewJa,
    easy: previewEasy,
    en: previewEn,
    samples: { heading: one, forPurposes: list, labelled: two, list, age: [['78']], date: [['1941-02-28']] },
  },
  forum: {
    ja: { ...forumJa, words: '―' },
    easy: { ...forumEasy, words: '―' },
    en: { ...forumEn, words: '―' },
    samples: { room: forums, member: one, list, labelled: two },
  },
  print: {
    ja: printJa,
    easy: printEasy,
    en: printEn,
    samples: {
      list,
      labelled: two,
      day: days,
      moment: [['X', '9:05']],
      page: [[1, 2]],
      'receipt.untilDay': one,
      'receipt.withdrawn.all': [['']],
      'receipt.withdrawn.agency': one,
      'receipt.withdrawn.item': one,
      'receipt.withdrawn.purpose': one,
      'paper.elsewhere': [[1, 7, 12]],
      'paper.part': [[7, 12, 14]],
      'paper.notice': two,
    },
  },
};

describeSlices(slices);

describe('what is read of a decision', () => {
  it('is said in every language, whatever was decided', async () => {
    for (const decision of await decisions())
      for (const messages of [forumJa, forumEasy, forumEn]) {
        const { reason, mustRecord, askAgain, basis } = messages.words(decision);
        assert.ok(mustRecord.length > 0 && basis.length > 0);
        for (const text of [reason, ...mustRecord, askAgain, ...basis.flatMap(({ label, says }) => [label, says])]) {
          assert.ok(text && !/undefined|NaN/.test(text), text);
          if (messages === forumEasy) easyFaults('forum.words', text);
          if (messages === forumEn) assert.doesNotMatch(text, /[ぁ-ん]/, text);
        }
        assert.equal(mustRecord.length, decision.mustRecord.length, 'nothing that the law asks for is left out');
      }
  });
});

describe('the fields of a consultation', () => {
  it('have a name in every language, and no name is left over', () => {
    const paths = consultationMap.flatMap((rule) => ('item' in rule ? [/^(.*\/\*)\/[^*]+$/.exec(rule.path)?.[1] ?? rule.path] : []));
    for (const { fields } of [previewJa, previewEasy, previewEn]) assert.deepEqual(Object.keys(fields).sort(), [...new Set(paths)].sort());
  });
});
