/** Changing one’s mind: taking back cell by cell, and a longer time, before it is over and after. */
import { describe, it } from 'node:test';
import assert from 'node:assert/strict';
import { mayShare } from '@tsunagu/schema/consent';
import { cellsOf } from '../../packages/consent-dialog/src/cell.js';
import { givenStory, noticeText } from '../schema/consent.samples.js';
import { at, cell, fill, given, read, sit, sound, spoken, typed } from './sit.js';

describe('taking back cell by cell', () => {
  const shipments = [{ id: 's1', at: '2026-11-30T00:00:00Z', agency: 'school', purpose: 'referral', items: ['name', 'health'] }];

  it('narrows what is given by the cells that were chosen, and says who holds them', async () => {
    const story = await givenStory();
    const { session, steps } = await sit({ record: story.events, shipments }, 'withdraw');
    fill(steps, { scope: 'cells', by: 'self', how: 'oral', reason: '学校には知られたくない' });
    assert.equal(await steps.record(), undefined);
    assert.deepEqual(session.problems, ['scope']);
    const dropped = cell('referral', 'school', 'health');
    for (const each of [dropped, cell('referral', 'school', 'worries'), cell('referral', 'school', 'worries')]) steps.drop(each);
    assert.deepEqual(session.problems, []);
    const { kind, events, record, reach, state } = await sound(await steps.record());
    assert.deepEqual([kind, events.map(({ type }) => type), state.status], ['narrowed', ['narrowed'], 'narrowed']);
    for (const each of steps.live) assert.ok(mayShare(record, each, at).may);
    assert.equal(steps.live.length, 11);
    assert.equal(mayShare(record, dropped, at).reason, 'refused');
    assert.equal(state.cells.find(({ reason }) => reason)?.reason, '学校には知られたくない');
    assert.deepEqual(
      reach?.map(({ agency, items, toAsk }) => [agency, items.map(({ item }) => item), toAsk]),
      [['school', ['health'], true]],
    );
  });

  it('never takes back what is not given any longer, and all of it ends as taken back', async () => {
    const story = await givenStory();
    await story.add({ type: 'withdrawn', expressed: { by: 'self', how: 'oral', language: 'ja' }, scope: { agency: 'school' } });
    const { steps } = await sit({ record: story.events }, 'withdraw');
    fill(steps, { scope: 'cells', by: 'self', how: 'oral' });
    for (const each of cellsOf(steps.lastAsked!)) steps.drop(each);
    const { events, state } = await sound(await steps.record());
    assert.ok(events[0]!.type === 'narrowed' && events[0].decisions.every(({ agency }) => agency === 'chiiki-houkatsu'));
    assert.equal(state.status, 'withdrawn');
  });
});

describe('a longer time', () => {
  const until = (date: string) => ({ period: { until: 'date' as const, date } });

  it('is given for what is given, signed like any yes, until a day or the end of the plan', async () => {
    for (const [ends, newEnd, expiresOn] of [
      ['date', '2027-09-30', '2027-09-30'],
      ['plan-end', '', undefined],
    ] as const) {
      const story = await givenStory(until('2027-03-31'));
      const { session, steps } = await sit({ record: story.events, request: undefined });
      assert.deepEqual([session.page, session.mayExtend], ['standing', true]);
      steps.extend();
      assert.equal(await steps.record(), undefined);
      assert.deepEqual(session.problems, ['ends', 'by', 'how']);
      fill(steps, { ends, newEnd, by: 'self', how: 'electronic' });
      assert.deepEqual(session.problems, ['name']);
      fill(steps, { name: '生駒 太郎' });
      const { kind, events, state, record } = await sound(await steps.record());
      assert.deepEqual([kind, events.map(({ type }) => type), state.status], ['renewed', ['renewed'], 'renewed']);
      assert.equal(state.valid && state.expiresOn, expiresOn);
      assert.ok(mayShare(record, cell('referral', 'school', 'name'), '2027-08-01T00:00:00Z').may);
    }
  });

  it('takes no day that is past, and none that is none', async () => {
    const story = await givenStory(until('2027-03-31'));
    const { session, steps } = await sit({ record: story.events, request: undefined });
    steps.extend();
    fill(steps, { ...typed, ends: 'date' });
    for (const newEnd of ['', '2026-12-23', 'someday', '2026-12-32x']) {
      steps.answer('newEnd', newEnd);
      assert.equal(await steps.record(), undefined);
      assert.deepEqual(session.problems, ['newEnd']);
    }
    steps.answer('newEnd', '2026-12-24');
    assert.ok(await steps.record());
  });

  it('is not offered where no day ends it, and is left without a trace', async () => {
    const story = await givenStory();
    assert.equal((await sit({ record: story.events, request: undefined })).session.mayExtend, false);
    const dated = await givenStory(until('2027-03-31'));
    const { session, steps } = await sit({ record: dated.events });
    steps.extend();
    steps.back();
    assert.equal(session.page, 'standing');
    await steps.askAnew();
    session.decide('refused', read);
    fill(steps, { by: 'self', how: 'oral' });
    const { events } = await sound(await steps.record());
    assert.deepEqual(
      events.map(({ type }) => type),
      ['requested', 'refused'],
    );
  });

  it('stays with who stands before its button while the record grows, and ends where nothing is given any longer', async () => {
    const story = await givenStory(until('2027-03-31'));
    const { session, steps } = await sit({ record: story.events, request: undefined });
    steps.extend();
    fill(steps, { ...typed, ends: 'plan-end' });
    await story.add({ type: 'withdrawn', expressed: { by: 'self', how: 'oral', language: 'ja' }, scope: { agency: 'school' } });
    await session.replace(given({ record: story.events, request: undefined }));
    assert.deepEqual([session.page, session.news, steps.answers.ends], ['who', 'changed', 'plan-end']);
    await story.add({ type: 'withdrawn', expressed: { by: 'self', how: 'oral', language: 'ja' }, scope: { all: 'yes' } });
    await session.replace(given({ record: story.events, request: undefined }));
    assert.equal(session.page, 'standing');
  });

  it('once it is over: the same is asked once more, for a new time and with an explanation of its own', async () => {
    const story = await givenStory(until('2026-12-01'));
    const { session, steps } = await sit({ record: story.events, request: undefined });
    assert.deepEqual([session.page, session.state?.status, session.mayExtend], ['standing', 'expired', false]);
    await steps.askAnew();
    assert.equal(session.page, 'period');
    await steps.explainAgain();
    assert.deepEqual([session.page, session.problems], ['period', ['ends']]);
    fill(steps, { ends: 'date', newEnd: '2027-06-30' });
    await steps.explainAgain();
    assert.equal(session.page, 'ask');
    assert.deepEqual([session.asked?.period, session.asked?.notices], [{ until: 'date', date: '2027-06-30' }, []]);
    session.decide('given', read);
    fill(steps, spoken);
    const { events, state } = await sound(await steps.record());
    assert.deepEqual(
      events.map(({ type }) => type),
      ['requested', 'given'],
    );
    assert.ok(state.valid && state.expiresOn === '2027-06-30');
  });

  it('a question that has no day of its own is asked once more as it was', async () => {
    const story = await givenStory();
    await story.add({ type: 'terminated', because: 'plan-ended' });
    const { session, steps } = await sit({ record: story.events, request: undefined });
    await steps.askAnew();
    assert.equal(session.page, 'ask');
    assert.equal(session.asked?.notices[0]?.text, noticeText);
    assert.ok(!('startedBy' in session.asked));
  });
});
