/** One sitting without a screen: what may be asked, what is recorded, and what is not. */
import { describe, it } from 'node:test';
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { consentState, mayShare, type ConsentEvent, type RequestDraft } from '@tsunagu/schema/consent';
import { cellsOf } from '../../packages/consent-dialog/src/cell.js';
import { groupsOf } from '../../packages/consent-dialog/src/choices.js';
import { Session } from '../../packages/consent-dialog/src/session.js';
import { givenStory, noticeText, Story } from '../schema/consent.samples.js';
import { at, cell, fill, given, question, read, sit, sound, spoken, typed } from './sit.js';

describe('deciding as a whole', () => {
  it('records the question and the yes together, with what was read', async () => {
    const { session, steps } = await sit();
    assert.equal(session.page, 'ask');
    session.decide('given', read);
    fill(steps, typed);
    const { events, state, record } = await sound(await steps.record());
    assert.deepEqual(
      events.map(({ type }) => type),
      ['requested', 'given'],
    );
    const [asked, answer] = events as [Extract<ConsentEvent, { type: 'requested' }>, Extract<ConsentEvent, { type: 'given' }>];
    assert.equal(asked.request.notices[0]!.text, noticeText);
    assert.equal(answer.notice, asked.request.notices[0]!.hash);
    assert.deepEqual(answer.expressed.signature, { kind: 'typed', name: '生駒 太郎' });
    assert.deepEqual(answer.expressed.explainedBy, { agency: 'city-hall', name: '相談 花子' });
    assert.equal(answer.expressed.language, 'ja');
    assert.equal(state.status, 'given');
    assert.ok(mayShare(record, cell('referral', 'school', 'health'), at).may);
    assert.equal(session.page, 'receipt');
  });

  it('needs for a yes what the schema needs, and for a no only who and how', async () => {
    const { session, steps } = await sit();
    session.decide('given', read);
    assert.equal(await steps.record(), undefined);
    assert.deepEqual(session.problems, ['by', 'how']);
    fill(steps, { by: 'somebody', how: 'oral', explainedBy: '' });
    assert.deepEqual(session.problems, ['representative', 'authority', 'explainedBy', 'witness']);
    fill(steps, { by: 'supported', how: 'written' });
    assert.deepEqual(session.problems, ['support', 'paper']);
    fill(steps, { by: 'self', how: 'electronic', name: '  　' });
    assert.deepEqual(session.problems, ['name']);

    session.decide('refused', read);
    fill(steps, { by: 'somebody', representative: 'adult-guardian', how: 'oral', explainedBy: '' });
    const { events, state } = await sound(await steps.record());
    assert.equal(events[1]!.type, 'refused');
    assert.equal(state.status, 'refused');
  });

  it('records a pause without asking who, and when to ask again', async () => {
    const { session, steps } = await sit({ now: new Date('2027-01-30T16:00:00Z') });
    session.decide('deferred', read);
    steps.answer('reAsk', 'month');
    const { events, state } = await sound(await steps.record());
    assert.equal(events[1]!.type, 'deferred');
    // 31 January in Tokyo, and a month later is February's last day.
    assert.equal(state.reAskAfter, '2027-02-28');
  });

  it('takes an earlier end, within what was asked', async () => {
    const { session, steps } = await sit({ request: question({ period: { until: 'date', date: '2027-03-31' } }) });
    session.decide('given', read);
    fill(steps, { ...typed, until: '2027-04-01' });
    assert.equal(await steps.record(), undefined);
    assert.deepEqual(session.problems, ['until']);
    steps.answer('until', '2026-12-23');
    assert.deepEqual(session.problems, ['until']);
    steps.answer('until', '2027-02-01');
    const { state } = await sound(await steps.record());
    assert.ok(state.valid && state.expiresOn === '2027-02-01');
  });

  it('answers a question that is open already, with the notice that was asked with it', async () => {
    const story = await new Story().ask();
    const { session, steps } = await sit({ record: story.events, request: undefined });
    assert.equal(session.page, 'ask');
    session.decide('given', session.asked!.notices[0]!);
    fill(steps, spoken);
    const { events } = await sound(await steps.record());
    assert.deepEqual(
      events.map(({ type }) => type),
      ['given'],
    );
  });

  it('records nothing for a notice that was not part of an open question', async () => {
    const story = await new Story().ask();
    const { session, steps } = await sit({ record: story.events, request: undefined });
    session.decide('given', read);
    fill(steps, spoken);
    assert.equal(await steps.record(), undefined);
    assert.equal(session.obstacle?.reason, 'request');
  });
});

describe('deciding one by one', () => {
  it('gives what was given, refuses with a reason, and leaves the rest not asked', async () => {
    const { session, steps } = await sit();
    session.toggleChoosing();
    const [houkatsu, school] = groupsOf(session.asked!, 'agency');
    steps.choose(houkatsu!.cells, 'given');
    steps.choose(school!.cells.slice(0, 1), 'refused');
    steps.because(school!, '学校には知られたくない');
    steps.proceed(read);
    assert.equal(steps.leftOpen, 5);
    fill(steps, spoken);
    const { record, events } = await sound(await steps.record());
    assert.equal(events[1]!.type, 'partly-given');
    assert.equal(mayShare(record, cell('referral', 'chiiki-houkatsu', 'health'), at).reason, 'given');
    assert.equal(mayShare(record, cell('referral', 'school', 'name'), at).reason, 'refused');
    assert.equal(mayShare(record, cell('referral', 'school', 'health'), at).reason, 'asked');
    const reasons = consentState(record, at).cells.filter(({ reason }) => reason === '学校には知られたくない');
    assert.equal(reasons.length, 1);
  });

  it('goes on only when something was chosen', async () => {
    const { session, steps } = await sit();
    session.toggleChoosing();
    steps.proceed(read);
    assert.deepEqual([session.page, steps.empty], ['ask', true]);
    steps.choose(cellsOf(session.asked!), 'given');
    steps.chooseAgain();
    steps.proceed(read);
    assert.deepEqual([session.page, steps.empty], ['ask', true]);
  });

  it('never shares a cell that was not given, whatever was clicked in whatever order', async () => {
    const asked = question({ agencies: ['a1', 'b2'], items: ['name', 'health'], purposes: ['referral', 'follow-up'] });
    const cells = cellsOf(asked);
    const click = fc.oneof(
      fc.record({
        axis: fc.constantFrom('agency' as const, 'item' as const),
        index: fc.nat(1),
        chosen: fc.constantFrom('given' as const, 'refused' as const),
      }),
      fc.record({ cell: fc.nat(cells.length - 1), chosen: fc.constantFrom('given' as const, 'refused' as const) }),
      fc.constant('again' as const),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(click, { maxLength: 8 }), async (clicks) => {
        const { session, steps } = await sit({ request: asked });
        const expected = new Map<string, string>();
        session.toggleChoosing();
        for (const one of clicks) {
          if (one === 'again') {
            steps.chooseAgain();
            expected.clear();
            continue;
          }
          const hit = 'cell' in one ? [cells[one.cell]!] : groupsOf(asked, one.axis)[one.index]!.cells;
          steps.choose(hit, one.chosen);
          for (const each of hit) expected.set(JSON.stringify(each), one.chosen);
        }
        steps.proceed(read);
        if (!expected.size) return assert.equal(session.page, 'ask');
        fill(steps, spoken);
        const outcome = await steps.record();
        assert.ok(outcome, JSON.stringify([session.problems, session.obstacle]));
        for (const each of cells) assert.equal(mayShare(outcome.record, each, at).may, expected.get(JSON.stringify(each)) === 'given');
      }),
      { numRuns: 150 },
    );
  });
});

describe('taking back', () => {
  const shipments = [{ id: 's1', at: '2026-11-30T00:00:00Z', agency: 'school', purpose: 'referral', items: ['name', 'worries'] }];

  it('takes back one agency, and says who holds what', async () => {
    const story = await givenStory();
    const { session, steps } = await sit({ record: story.events, shipments }, 'withdraw');
    assert.equal(session.page, 'withdraw');
    assert.equal(await steps.record(), undefined);
    assert.deepEqual(session.problems, ['scope', 'by', 'how']);
    fill(steps, { scope: 'agency school', by: 'self', how: 'oral' });
    const { record, reach, kind, events } = await sound(await steps.record());
    assert.deepEqual([kind, events.length], ['withdrawn', 1]);
    assert.ok(!mayShare(record, cell('referral', 'school', 'name'), at).may);
    assert.ok(mayShare(record, cell('referral', 'chiiki-houkatsu', 'name'), at).may);
    assert.deepEqual(
      reach?.map(({ agency, items, toAsk }) => [agency, items.map(({ item }) => item), toAsk]),
      [['school', ['name', 'worries'], true]],
    );
  });

  for (const [scope, left] of [
    ['all', 0],
    ['item health', 8],
  ] as const)
    it(`takes back ${scope}`, async () => {
      const story = await givenStory();
      const { steps } = await sit({ record: story.events }, 'withdraw');
      fill(steps, { scope, by: 'self', how: 'electronic', reAsk: 'never', reason: '気が変わりました' });
      const { state, reach } = await sound(await steps.record());
      assert.equal(state.cells.filter((one) => one.state === 'given').length, left);
      assert.equal(state.reAskAfter, 'never');
      assert.equal(reach, undefined);
    });

  it('has nothing to take back where nothing was given', async () => {
    const story = await new Story().ask();
    assert.equal((await sit({ record: story.events }, 'withdraw')).session.page, 'standing');
  });
});

describe('what may be asked', () => {
  it('shows where consent stands instead of asking the same again, until somebody wants to', async () => {
    const story = await givenStory();
    const { session, steps } = await sit({ record: story.events });
    assert.equal(session.page, 'standing');
    await steps.askAnew();
    assert.equal(session.page, 'ask');
  });

  it('does not ask before the day the person named, unless they begin themselves', async () => {
    const story = await new Story().ask();
    await story.add({ type: 'refused', expressed: { by: 'self', how: 'oral', language: 'ja' }, reAskAfter: 'never' });
    const { session, steps } = await sit({ record: story.events });
    assert.deepEqual([session.page, session.obstacle?.reason, session.obstacle?.from], ['obstacle', 'too-early', null]);
    await steps.byPerson();
    assert.equal(session.page, 'ask');
    session.decide('given', read);
    fill(steps, typed);
    const { events } = await sound(await steps.record());
    assert.ok(events[0]!.type === 'requested' && events[0].request.startedBy === 'person');
  });

  const broken: readonly (readonly [name: string, request: unknown])[] = [
    ['no agencies', question({ agencies: [] })],
    ['an agency that stands for everybody', question({ agencies: ['everyone'] })],
    ['an id that is none', question({ agencies: ['<script>alert(1)</script>'] })],
    ['two of one item', question({ items: ['name', 'name'] })],
    ['no period', { ...question(), period: undefined }],
    ['a day that is past', question({ period: { until: 'date', date: '2020-01-01' } })],
    [
      'too many cells',
      question({
        agencies: Array.from({ length: 90 }, (_, index) => `a-${index}`),
        items: Array.from({ length: 30 }, (_, index) => `i-${index}`),
      }),
    ],
    ['notices that are none', { ...question(), notices: [null] }],
    ['ways that are none', { ...question(), withdrawal: [null] }],
    ['nothing in it', {}],
    ['a list', []],
  ];
  for (const [name, value] of broken)
    it(`records nothing for a broken request: ${name}`, async () => {
      const { session } = await sit({ request: value as RequestDraft });
      assert.deepEqual([session.page, session.obstacle?.reason], ['obstacle', 'request']);
    });

  it('takes a request that brings as many notices as fit', async () => {
    const notices = Array.from({ length: 12 }, (_, index) => ({ version: `v${index}`, language: 'ja', text: noticeText }));
    assert.equal((await sit({ request: question({ notices }) })).session.page, 'ask');
  });

  it('needs to know whose consent it is', async () => {
    assert.equal((await sit({ subject: undefined })).session.obstacle?.reason, 'request');
    const story = await givenStory();
    assert.equal((await sit({ record: story.events, subject: { ref: 'somebody-else' } })).session.obstacle?.reason, 'broken');
  });

  it('records nothing on a record that was changed, cut in the middle, or is none', async () => {
    const { events } = await givenStory();
    const changed = events.map((event, index) => (index === 1 ? { ...event, note: 'x' } : event));
    for (const record of [changed, events.slice(1), [null], [{}], 'record', { length: 1 }]) {
      for (const purpose of ['decide', 'withdraw', 'worker'] as const) {
        const { session } = await sit({ record: record as ConsentEvent[] }, purpose);
        assert.deepEqual([session.page, session.obstacle?.reason], ['obstacle', 'broken']);
      }
    }
  });

  it('forgives a clock that is a little late, and no more', async () => {
    const { events } = await givenStory();
    const last = Date.parse(events.at(-1)!.at);
    const little = await sit({ record: events, now: new Date(last - 4 * 60_000), request: question({ agencies: ['new-desk'] }) });
    little.session.decide('given', read);
    fill(little.steps, typed);
    await sound(await little.steps.record());
    const late = await sit({ record: events, now: new Date(last - 60 * 60_000), request: question({ agencies: ['new-desk'] }) });
    assert.equal(late.session.obstacle?.reason, 'clock');
    // Taking back waits for no clock.
    const back = await sit({ record: events, now: new Date(last - 60 * 60_000) }, 'withdraw');
    fill(back.steps, { scope: 'all', by: 'self', how: 'oral' });
    await sound(await back.steps.record());
  });
});

describe('a record that is replaced meanwhile', () => {
  it('keeps what was chosen and written, and says so', async () => {
    const { events } = await givenStory({ agencies: ['hospital'] });
    const story = await givenStory({ agencies: ['hospital'] });
    await story.add({
      type: 'narrowed',
      expressed: { by: 'self', how: 'oral', language: 'ja' },
      decisions: [{ ...cell('referral', 'hospital', 'name'), decision: 'refused' }],
    });
    const { session, steps } = await sit({ record: story.events.slice(0, events.length) });
    session.toggleChoosing();
    steps.choose(groupsOf(session.asked!, 'agency')[1]!.cells, 'refused');
    steps.choose(groupsOf(session.asked!, 'agency')[0]!.cells, 'given');
    steps.proceed(read);
    fill(steps, typed);
    await session.replace(given({ record: story.events }));
    assert.deepEqual([session.page, session.news], ['who', 'changed']);
    const { record } = await sound(await steps.record());
    assert.equal(record.length, story.events.length + 2);
    assert.ok(mayShare(record, cell('referral', 'chiiki-houkatsu', 'name'), at).may);
    assert.ok(!mayShare(record, cell('referral', 'school', 'name'), at).may);
  });

  it('goes back to the explanation when the question is another one', async () => {
    const { session } = await sit();
    session.decide('given', read);
    await session.replace(given({ request: question({ items: ['name'] }) }));
    assert.deepEqual([session.page, session.news], ['ask', 'askedAnew']);
  });

  it('records nothing on a record that was replaced while it was being written', async () => {
    const story = await new Story().ask();
    const { session, steps } = await sit({ record: story.events, request: undefined });
    session.decide('refused', session.asked!.notices[0]!);
    fill(steps, { by: 'self', how: 'oral' });
    const answered = await new Story().ask();
    const recording = steps.record();
    const replacing = session.replace(given({ record: answered.events, request: undefined }));
    assert.equal(await recording, undefined);
    await replacing;
    assert.equal(session.outcome, undefined);
    assert.ok(await sound(await steps.record()));
  });

  it('ends with the newest record when it is replaced while it is still being looked at', async () => {
    const story = await givenStory();
    const session = new Session(given({ record: [], request: undefined }), 'decide', () => undefined);
    const starting = session.start();
    await session.replace(given({ record: story.events, request: undefined }));
    await starting;
    assert.deepEqual([session.page, session.state?.status], ['standing', 'given']);
  });

  it('stops when the new record is broken', async () => {
    const { events } = await givenStory();
    const { session, steps } = await sit();
    session.decide('given', read);
    fill(steps, typed);
    await session.replace(given({ record: events.slice(1) }));
    assert.equal(session.obstacle?.reason, 'broken');
  });
});

it('keeps a record readable when a section has no id', async () => {
  const { session, steps } = await sit({ worker: { name: '相談 花子', section: '福祉総務課' } });
  session.decide('given', read);
  fill(steps, { ...spoken, witness: '立会\u202E 次郎\n' });
  const { events } = await sound(await steps.record());
  assert.deepEqual(events[0]!.writtenBy, { name: '福祉総務課 相談 花子' });
  const answer = events[1]!;
  assert.ok(answer.type === 'given' && answer.expressed.witness?.name === '立会 次郎');
});
