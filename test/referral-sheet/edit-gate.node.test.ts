/** What the gate tells the desk that sends, in which section, and why; what is asked before sending; the lines of closed sections. */
import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { packageFor, type ConsentsByRef, type ReferralSheet } from '@tsunagu/schema/referral';
import fc from 'fast-check';
import { dutyAt, noConsentBecause } from '../../packages/referral-sheet/src/edit/basis.js';
import { contentsOf, quoted } from '../../packages/referral-sheet/src/edit/contents.js';
import { deadlineOf, isDay } from '../../packages/referral-sheet/src/edit/days.js';
import { gatesOf } from '../../packages/referral-sheet/src/edit/gate-view.js';
import { leaves } from '../../packages/referral-sheet/src/edit/pointer.js';
import { problemsOf } from '../../packages/referral-sheet/src/edit/problems.js';
import { saidIn } from '../../packages/referral-sheet/src/edit/said.js';
import { emptySections, summaryOf } from '../../packages/referral-sheet/src/edit/summaries.js';
import { textsIn } from '../../packages/referral-sheet/src/edit/texts.js';
import { Writing } from '../../packages/referral-sheet/src/edit/writing.js';
import { editJa } from '../../packages/referral-sheet/src/locales/edit.ja.js';
import { ikoma } from '../../stories/cities.js';
import { fullSheet } from '../schema/referral.samples.js';
import { at, consents, desk, recordOf, sheet } from './edit.samples.js';

const said = saidIn((await textsIn('ja')).texts, editJa, ikoma, 'ja');
const now = new Date(at);
const gates = (given: ReferralSheet, records: ConsentsByRef) =>
  gatesOf(new Writing(given, () => '2026-11-24').judged, { consents: records, at: now, said });
const labels = (view: { goes: ReturnType<typeof contentsOf> }): Record<string, string[]> =>
  Object.fromEntries(view.goes.map(({ section, entries }) => [section, entries.flatMap(({ rows }) => rows.map(({ label }) => label))]));
const texts = (view: { goes: ReturnType<typeof contentsOf> }): string => JSON.stringify(view.goes);

let all: ConsentsByRef;
before(async () => {
  all = await consents();
});

describe('the gate', () => {
  it('names what goes by section, with the choices in words', () => {
    const [view] = gates(sheet(), all);
    assert.equal(view!.open, true);
    assert.deepEqual(labels(view!), {
      head: ['氏名', 'ふりがな', '生年月日', '町名', '電話番号', '相談した人', '急ぎの度合い'],
      words: ['話したまま、書いたまま'],
      worries: ['困っていること', 'いちばん困っていること', 'いつから'],
      care: [
        '留守番電話',
        '電話してよい時間',
        '電話をしてはいけないとき',
        '名前の書き方',
        '連絡する人の氏名',
        '返事の受け取り方',
        '電話',
        '読んだことば',
      ],
    });
    const worries = view!.goes.find(({ section }) => section === 'worries')!;
    assert.equal(worries.entries[0]!.rows[0]!.text, '収入・生活費、家賃・ローンの支払い、介護');
    assert.equal(worries.entries[0]!.rows[1]!.text, '家賃・ローンの支払い');
  });

  it('says what stays, by reason, in a sentence, with whose it is', async () => {
    const held = await consents(['own-words', 'birth']);
    const [view] = gates(sheet(), held);
    const refused = view!.stays.find(({ reason }) => reason === 'refused')!;
    assert.deepEqual(refused.fields, [
      { section: 'head', labels: ['生年月日'] },
      { section: 'words', labels: ['話したまま、書いたまま'] },
    ]);
    const unasked = view!.stays.find(({ reason }) => reason === 'not-asked' || reason === 'whose')!;
    assert.deepEqual(unasked.fields, [{ section: 'household', labels: ['親 82歳：同居、続柄、年齢、備考'] }]);
    assert.ok(!texts(view!).includes('物忘れがひどく'));
  });

  it('never shows more, and never calls anything told that stays', async () => {
    const records = {
      ...(await consents(['health', 'history'])),
      'case-7-a': await recordOf('case-7-a', (_desk, item) => (item.length % 2 ? 'given' : 'refused')),
    };
    for (const given of [fullSheet({ to: { agency: desk }, copyTo: [{ agency: 'shakyo' }] }), sheet()])
      for (const view of gates(given, records)) {
        const { document } = packageFor(given, view.agency, records, now);
        const inside = new Set([...leaves(document)].map(({ pointer }) => pointer));
        for (const { entries } of view.goes)
          for (const { rows } of entries) for (const { pointers } of rows) for (const one of pointers) assert.ok(inside.has(one), one);
        assert.equal(view.package.document && JSON.stringify(view.package.document), JSON.stringify(document));
      }
  });

  it('shows nothing of a shut desk, says why, and what can be done', async () => {
    const [view] = gates(sheet(), {});
    assert.equal(view!.open, false);
    assert.deepEqual(view!.goes, []);
    assert.equal(view!.shut!.code, 'no-consent');
    assert.deepEqual(view!.ways, ['anonymous']);
    const [silent] = gates(sheet({ topics: undefined, mainTopic: undefined, words: undefined, situation: undefined }), all);
    assert.deepEqual([silent!.shut!.code, silent!.ways], ['nothing-said', ['write']]);
  });

  it('judges half-written grounds without throwing, and lets nothing out on them', () => {
    const writing = new Writing(sheet(), () => '2026-11-24');
    writing.chooseBasis('support-conference');
    const steps = [
      () => undefined,
      () => writing.toggle('/basis/grounds/why', 'urgent', true),
      () => writing.type('/basis/grounds/reason', '命に関わる', { kind: 'text', most: 5000 }),
      () => writing.put('/basis/grounds/consent', noConsentBecause(writing.judged, {}, now)),
      () => writing.toggle('/basis/items', 'worries', true),
      () => writing.add('/basis/members'),
      () => writing.put('/basis/members/0/agency', desk),
      () => writing.type('/basis/members/0/name', '支援 一郎', { kind: 'line', most: 100 }),
    ];
    for (const step of steps) {
      step();
      const [view] = gatesOf(writing.judged, { consents: {}, at: now, said });
      assert.equal(view!.open, false);
      assert.equal(writing.settled.basis.kind, 'consent', 'the page was given grounds that are not there yet');
    }
    writing.put('/basis/members/0/duty', dutyAt(new Date(Date.parse(at) - 1000)));
    const [view] = gatesOf(writing.judged, { consents: {}, at: now, said });
    assert.equal(view!.open, true, view!.shut?.code);
    assert.deepEqual(labels(view!), { worries: ['いつから'] }, 'a worry about money goes only with what is told of money');
    assert.equal(writing.settled.basis.kind, 'consent', 'when to ask again is still missing');
    writing.type('/basis/askAgain/notBecause', '会えていない', { kind: 'text', most: 500 });
    assert.equal(writing.settled.basis.kind, 'support-conference');
    assert.deepEqual(problemsOf(writing, editJa), []);
    writing.chooseBasis('anonymous-advice');
    writing.chooseBasis('support-conference');
    assert.deepEqual(problemsOf(writing, editJa), [], 'what was written for a ground is lost when another is looked at');
  });
});

describe('what is asked before sending', () => {
  const problems = (write: (writing: Writing) => void): [string, string][] => {
    const writing = new Writing(sheet(), () => '2026-11-24');
    write(writing);
    return problemsOf(writing, editJa).map(({ pointer, section }) => [pointer, section]);
  };

  it('is nothing of a sheet that came from a consultation', () =>
    assert.deepEqual(
      problems(() => undefined),
      [],
    ));

  it('is each field that could not be understood, each entry without its first word, and each gap in the grounds', () => {
    assert.deepEqual(
      problems((writing) => {
        writing.type('/request/by', 'そのうち', { kind: 'day', most: 40 });
        writing.add('/done');
        writing.type('/done/0/by', '花子', { kind: 'line', most: 100 });
        writing.add('/supporters');
        writing.add('/attachments', { kind: 'other' });
        writing.type('/attachments/0/title', '診断書', { kind: 'line', most: 100 });
        writing.chooseBasis('anonymous-advice');
      }),
      [
        ['/request/by', 'request'],
        ['/done/0/what', 'done'],
        ['/attachments/0/item', 'done'],
        ['/basis/summary', 'basis'],
      ],
    );
  });

  it('is a desk that would send to itself, or tell another twice', () => {
    assert.deepEqual(
      problems((writing) => writing.put('/to', { agency: 'city-hall' })),
      [['/to', 'head']],
    );
    assert.deepEqual(
      problems((writing) => writing.put('/copyTo', [{ agency: desk }])),
      [['/copyTo', 'head']],
    );
  });
});

describe('the line of a closed section', () => {
  it('says what is in it', () => {
    const full = fullSheet();
    const line = (section: Parameters<typeof summaryOf>[0]): string => summaryOf(section, full, said, editJa);
    assert.match(line('head'), /葛󠄀城 髙子|葛城 髙子/);
    assert.match(line('worries'), /^◎/);
    assert.equal(line('household'), '3人、子ども 葛城 一郎 58歳、孫 0歳');
    assert.equal(line('done'), '関わっている人・機関 1件、対応 1件、添付 1件');
    assert.equal(line('request'), '訪問、見立て、介護認定の申請を手伝ってほしい');
    assert.equal(line('basis'), '本人の同意');
  });

  it('is empty where nothing is written, and that is what is offered', () => {
    assert.deepEqual(emptySections(sheet(), said, editJa), ['heard', 'done', 'request']);
    assert.deepEqual(emptySections(fullSheet(), said, editJa), []);
  });

  it('never carries a line break, a false reading or a mark that turns text round', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: fc.constantFrom('《', '》', '｜', '\n', '\u202e', '漢', 'あ', '𠮷') })),
        (words) => {
          const line = quoted(words);
          assert.doesNotMatch(line, /[\n\r\u202a-\u202e\u2066-\u2069《》｜]|\p{Cs}/u);
          assert.ok(line.length <= 40);
        },
      ),
    );
  });
});

describe('the deadline', () => {
  it('is counted in business days of the city, past holidays and weekends', () => {
    assert.deepEqual(deadlineOf({}, now, ikoma), { days: 3, on: '2026-11-27', fixed: false });
    assert.deepEqual(deadlineOf({ respondDays: 5 }, now, ikoma), { days: 5, on: '2026-12-01', fixed: false });
    assert.deepEqual(deadlineOf({ respondDays: 5, respondBy: '2026-12-24' }, now, ikoma), { days: 5, on: '2026-12-24', fixed: true });
  });
  it('knows which days there are', () =>
    assert.deepEqual(['2026-02-29', '2028-02-29', '2026-11-24', 'x', ''].map(isDay), [false, true, true, false, false]));
});

describe('a whole sheet', () => {
  it('shows each thing that is written once, in the order of the sections', () => {
    const contents = contentsOf(fullSheet(), said);
    assert.deepEqual(
      contents.map(({ section }) => section),
      ['head', 'words', 'worries', 'household', 'heard', 'done', 'request', 'care'],
    );
    const rows = contents.flatMap(({ entries }) => entries.flatMap((entry) => entry.rows));
    const pointers = rows.flatMap(({ pointers: all }) => all);
    assert.equal(new Set(pointers).size, pointers.length);
    for (const { label, text } of rows) {
      assert.doesNotMatch(label, /^[a-z]/, `${label}: ${text}`);
      assert.ok(!/^(yes|no|true|false|\d{4}-\d\d-\d\d)$/.test(text), `${label}: ${text}`);
    }
  });
});
