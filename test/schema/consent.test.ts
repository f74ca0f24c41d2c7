import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  acceptEvent,
  appendEvent,
  chainHead,
  consentState,
  freezeNotice,
  mayAsk,
  mayShare,
  parseConsentEvent,
  parseConsentEvents,
  parseConsentRequest,
  verifyChain,
  type ConsentEvent,
} from '@tsunagu/schema/consent';
import { cell, cells, givenStory, request, spoken, Story } from './consent.samples.js';

const status = ({ events, now }: Story) => consentState(events, now).status;
const may = ({ events, now }: Story, purpose: string, agency: string, item: string) => mayShare(events, cell(purpose, agency, item), now);
const refused = async (story: Story, draft: object) => {
  const result = await story.try(draft);
  assert.ok(!result.ok);
  return result.refusal;
};

describe('a consent', () => {
  it('is nothing before anybody asked', () => {
    const state = consentState([], '2026-11-24T01:00:00Z');
    assert.deepEqual(state, { status: 'none', valid: false, at: '2026-11-24T01:00:00.000Z', cells: [] });
    assert.equal(mayShare([], cell('referral', 'school', 'name'), '2026-11-24T01:00:00Z').reason, 'not-asked');
  });

  it('shares nothing while the answer is awaited', async () => {
    const story = await new Story().ask();
    assert.equal(status(story), 'requested');
    const verdict = may(story, 'referral', 'school', 'name');
    assert.deepEqual([verdict.may, verdict.reason], [false, 'asked']);
  });

  it('shares the cells that were given, and those alone', async () => {
    const story = await new Story().ask();
    await story.giveSome((_purpose, agency, item) => (agency === 'school' ? 'refused' : item === 'health' ? 'not-asked' : 'given'));
    assert.equal(status(story), 'partly-given');
    assert.equal(may(story, 'referral', 'chiiki-houkatsu', 'name').may, true);
    assert.equal(may(story, 'referral', 'school', 'name').reason, 'refused');
    assert.equal(may(story, 'referral', 'chiiki-houkatsu', 'health').reason, 'asked');
    assert.equal(may(story, 'referral', 'hospital', 'name').reason, 'not-asked');
    assert.equal(may(story, 'referral', 'chiiki-houkatsu', 'income').reason, 'not-asked');
    assert.equal(may(story, 'outreach', 'chiiki-houkatsu', 'name').reason, 'not-asked');
  });

  it('counts only from its own time on', async () => {
    const story = await givenStory();
    const [asked, given] = story.events as [ConsentEvent, ConsentEvent];
    assert.equal(consentState(story.events, asked.at).status, 'requested');
    assert.equal(consentState(story.events, new Date(Date.parse(given.at) - 1)).status, 'requested');
    assert.equal(consentState(story.events, given.at).status, 'given');
  });

  it('keeps a reason for holding back, and asks nobody for one', async () => {
    const story = await new Story().ask();
    const decisions = cells(request(), (_p, agency) => (agency === 'school' ? 'refused' : 'given')).map((row) =>
      row.agency === 'school' ? { ...row, reason: '学校には知られたくない' } : row,
    );
    await story.add({ type: 'partly-given', expressed: spoken, notice: story.notice, decisions });
    const kept = consentState(story.events, story.now).cells.filter(({ agency }) => agency === 'school');
    assert.ok(kept.length && kept.every(({ reason }) => reason === '学校には知られたくない'));
  });

  it('ends with its last day in Japan, not before', async () => {
    const story = await givenStory({ period: { until: 'date', date: '2027-03-31' } });
    const at = (time: string) => mayShare(story.events, cell('referral', 'school', 'name'), time);
    assert.deepEqual([at('2027-03-31T14:59:59.999Z').may, at('2027-03-31T14:59:59.999Z').until], [true, '2027-03-31']);
    assert.equal(at('2027-03-31T15:00:00Z').reason, 'expired');
    assert.equal(consentState(story.events, '2027-03-31T15:00:00Z').status, 'expired');
    const state = consentState(story.events, '2027-03-31T00:00:00Z');
    assert.equal(state.valid && state.expiresOn, '2027-03-31');
  });

  it('ends earlier when the person says so', async () => {
    const story = await new Story().ask({ period: { until: 'date', date: '2027-03-31' } });
    const answer = { type: 'given', expressed: spoken, notice: story.notice, decisions: cells(request()) };
    assert.equal((await refused(story, { ...answer, until: '2027-04-01' })).code, 'shape');
    await story.add({ ...answer, until: '2026-12-31' });
    assert.equal(mayShare(story.events, cell('referral', 'school', 'name'), '2027-01-01T00:00:00Z').reason, 'expired');
  });

  it('goes on when it is renewed in time, and never after', async () => {
    const story = await givenStory({ period: { until: 'date', date: '2026-12-31' } });
    const renewal = { type: 'renewed', expressed: spoken, period: { until: 'date', date: '2027-12-31' } };
    const late = new Story();
    late.events = story.events;
    late.wait(60);
    assert.equal((await refused(late, renewal)).code, 'move');
    await story.add(renewal);
    assert.equal(status(story), 'renewed');
    assert.equal(mayShare(story.events, cell('referral', 'school', 'name'), '2027-06-01T00:00:00Z').may, true);
  });

  it('is taken back for one agency, one item, one purpose, or altogether', async () => {
    const story = await givenStory();
    const take = (scope: object) => story.add({ type: 'withdrawn', expressed: { by: 'self', how: 'oral', language: 'ja' }, scope });
    await take({ agency: 'school' });
    assert.equal(status(story), 'narrowed');
    assert.equal(may(story, 'referral', 'school', 'name').reason, 'withdrawn');
    assert.equal(may(story, 'referral', 'chiiki-houkatsu', 'name').may, true);
    await take({ item: 'health' });
    assert.equal(may(story, 'referral', 'chiiki-houkatsu', 'health').reason, 'withdrawn');
    await take({ purpose: 'plan-meeting' });
    assert.equal(may(story, 'plan-meeting', 'chiiki-houkatsu', 'name').reason, 'withdrawn');
    assert.equal(may(story, 'referral', 'chiiki-houkatsu', 'name').may, true);
    await take({ all: 'yes' });
    assert.equal(status(story), 'withdrawn');
    assert.ok(consentState(story.events, story.now).cells.every(({ state }) => state === 'withdrawn'));
  });

  it('stands while another agency is asked about, whatever the answer', async () => {
    const story = await givenStory();
    const more = { agencies: ['hospital'] };
    await story.ask(more);
    assert.equal(status(story), 'given');
    assert.equal(may(story, 'referral', 'hospital', 'name').reason, 'asked');
    await story.add({ type: 'refused', expressed: { by: 'self', how: 'oral', language: 'ja' } });
    assert.equal(status(story), 'partly-given');
    assert.equal(may(story, 'referral', 'hospital', 'name').reason, 'refused');
    assert.equal(may(story, 'referral', 'school', 'name').may, true);
  });

  it('does not turn a no into a question by asking again', async () => {
    const story = await new Story().ask();
    await story.add({ type: 'refused', expressed: { by: 'self', how: 'oral', language: 'ja' } });
    await story.ask();
    assert.equal(may(story, 'referral', 'school', 'name').reason, 'refused');
    assert.equal(status(story), 'requested');
  });

  it('ends with the plan, and can still be taken back', async () => {
    const story = await givenStory();
    await story.add({ type: 'terminated', because: 'plan-ended' });
    assert.equal(may(story, 'referral', 'school', 'name').reason, 'terminated');
    await story.add({ type: 'withdrawn', expressed: { by: 'self', how: 'written', language: 'ja' }, scope: { all: 'yes' } });
    assert.equal(may(story, 'referral', 'school', 'name').reason, 'withdrawn');
  });

  it('never counted when it was invalid', async () => {
    const story = await givenStory();
    await story.add({ type: 'invalidated', because: 'pressure' });
    assert.deepEqual([status(story), may(story, 'referral', 'school', 'name').reason], ['invalidated', 'invalidated']);
  });

  it('is unknown, and shares nothing, when an event is left out', async () => {
    const story = await givenStory();
    await story.add({ type: 'withdrawn', expressed: spoken, scope: { agency: 'school' } });
    await story.add({ type: 'renewed', expressed: spoken, period: { until: 'plan-end' } });
    const [asked, given, , renewed] = story.events as [ConsentEvent, ConsentEvent, ConsentEvent, ConsentEvent];
    for (const events of [[asked, given, renewed], [given], [asked, given, { ...renewed, seq: 2 }]]) {
      assert.equal(consentState(events, story.now).status, 'unknown');
      assert.equal(mayShare(events, cell('referral', 'chiiki-houkatsu', 'name'), story.now).reason, 'unknown');
    }
  });

  it('is unknown for two people in one list, for no list and for no time', async () => {
    const [mother, child] = [await givenStory(), new Story('record-2', 'case-7-b')];
    await child.ask();
    assert.equal(consentState([...mother.events, ...child.events], mother.now).status, 'unknown');
    for (const nothing of [undefined, null, {}, [null], [{}], ['x'], [{ at: mother.now, seq: 0, subject: {}, type: 'requested' }]])
      assert.equal(consentState(nothing as never, mother.now).status, 'unknown');
    for (const time of ['', 'tomorrow', new Date(NaN)]) {
      assert.equal(consentState(mother.events, time).status, 'unknown');
      assert.equal(mayShare(mother.events, cell('referral', 'school', 'name'), time).may, false);
    }
  });
});

describe('asking again', () => {
  it('waits for the day the person named, unless the person starts', async () => {
    const story = await new Story().ask();
    await story.add({ type: 'deferred', reAskAfter: '2026-12-10' });
    const asked = { type: 'requested', request: request() };
    const refusal = await refused(story, asked);
    assert.deepEqual([refusal.code, refusal.from], ['too-early', '2026-12-10']);
    assert.match(refusal.message, /12月10日/);
    assert.equal((await story.try({ type: 'requested', request: request({ startedBy: 'person' }) })).ok, true);
    // 2026-12-10 begins at 15:00 UTC of the day before.
    const state = consentState(story.events, story.now);
    assert.equal(mayAsk(state, '2026-12-09T14:59:00Z').may, false);
    assert.equal(mayAsk(state, '2026-12-09T15:00:00Z').may, true);
    story.wait(16);
    assert.equal((await story.try(asked)).ok, true);
  });

  it('is the person’s alone after "never"', async () => {
    const story = await givenStory();
    await story.add({ type: 'withdrawn', expressed: spoken, scope: { all: 'yes' }, reAskAfter: 'never' });
    story.wait(5000);
    assert.deepEqual(
      [(await refused(story, { type: 'requested', request: request() })).code, mayAsk(consentState(story.events, story.now), story.now)],
      ['too-early', { may: false, from: null }],
    );
  });
});

describe('appendEvent', () => {
  const no = { by: 'self', how: 'oral', language: 'ja' } as const;

  it('refuses what cannot follow, with a sentence', async () => {
    const story = new Story();
    assert.equal(
      (await refused(story, { type: 'given', expressed: spoken, notice: 'a'.repeat(64), decisions: cells(request()) })).code,
      'move',
    );
    await story.ask();
    for (const draft of [
      { type: 'renewed', expressed: spoken, period: { until: 'plan-end' } },
      { type: 'narrowed', expressed: no, decisions: cells(request(), () => 'refused') },
      { type: 'requested', request: request() },
    ]) {
      const refusal = await refused(story, draft);
      assert.equal(refusal.code, 'move');
      assert.match(refusal.message, /。$/);
    }
  });

  it('writes no expired: that is computed', async () => {
    const story = await givenStory();
    assert.equal((await refused(story, { type: 'expired' })).code === 'move', true);
  });

  it('takes no answer beyond the question, to another notice, or called whole when it is not', async () => {
    const story = await new Story().ask();
    const answer = { type: 'given', expressed: spoken, notice: story.notice, decisions: cells(request()) };
    assert.equal((await refused(story, { ...answer, decisions: cells(request({ agencies: ['hospital'] })) })).code, 'outside');
    assert.equal((await refused(story, { ...answer, notice: '0'.repeat(64) })).code, 'not-shown');
    assert.equal((await refused(story, { ...answer, decisions: answer.decisions.slice(1) })).code, 'shape');
    assert.equal((await refused(story, { ...answer, type: 'partly-given', decisions: cells(request(), () => 'refused') })).code, 'shape');
  });

  it('refuses a yes without witness, signature or power, and takes a no without any of it', async () => {
    const story = await new Story().ask();
    const yes = (expressed: object) => ({ type: 'given', expressed, notice: story.notice, decisions: cells(request()) });
    for (const expressed of [
      no,
      { ...spoken, witness: undefined },
      { by: 'self', how: 'written', language: 'ja' },
      { by: 'self', how: 'electronic', language: 'ja' },
      { ...spoken, by: 'supported' },
      { ...spoken, by: 'adult-guardian' },
    ])
      assert.equal((await refused(story, yes(expressed))).code, 'shape');
    for (const expressed of [
      { by: 'self', how: 'electronic', language: 'ja', signature: { kind: 'typed', name: '葛󠄀城 髙子' } },
      { by: 'self', how: 'electronic', language: 'ja', signature: { kind: 'drawn', reference: 'sign/0001' } },
      { ...spoken, by: 'supported', support: '絵と手話で説明' },
      { ...spoken, by: 'adult-guardian', name: '後見 三郎', authority: '登記事項証明書を確認' },
    ])
      assert.equal((await story.try(yes(expressed))).ok, true);
    assert.equal((await story.try({ type: 'refused', expressed: no })).ok, true);
  });

  it('refuses "everyone", a past day and too many cells', async () => {
    const story = new Story();
    const asks = (more: object) => refused(story, { type: 'requested', request: { ...request(), ...more } });
    const many = (count: number) => Array.from({ length: count }, (_, index) => `x${index}`);
    for (const more of [
      { agencies: ['everyone'] },
      { agencies: ['school', 'school'] },
      { agencies: [] },
      { agencies: ['*'] },
      { period: { until: 'date', date: '2026-11-23' } },
      { period: { until: 'date', date: '2027-02-30' } },
      { period: { until: 'forever' } },
      { withdrawal: [] },
      { notices: [] },
      { agencies: many(100), items: many(60) },
      { notices: [{ ...request().notices[0]!, hash: '0'.repeat(64) }] },
      { notices: undefined },
    ])
      assert.equal((await asks(more)).code, 'shape', JSON.stringify(more).slice(0, 80));
  });

  it('keeps times in order, but never lets a clock stop a withdrawal', async () => {
    const story = await givenStory();
    const [asked, given] = story.events as [ConsentEvent, ConsentEvent];
    const now = story.now;
    const renew = { type: 'renewed', expressed: spoken, period: { until: 'plan-end' } } as const;
    const add = (draft: object) => appendEvent(story.events, draft as never, { now });
    const early = await add({ ...renew, at: asked.at });
    assert.equal(!early.ok && early.refusal.code, 'order');
    const late = await add({ ...renew, at: '2030-01-01T00:00:00Z' });
    assert.equal(!late.ok && late.refusal.code, 'future');
    for (const [at, expected, saidAt] of [
      ['2020-01-01T00:00:00.000Z', given.at, '2020-01-01T00:00:00.000Z'],
      ['2030-01-01T00:00:00.000Z', now, undefined],
    ] as const) {
      const result = await add({ type: 'withdrawn', expressed: no, scope: { all: 'yes' }, at });
      assert.ok(result.ok);
      assert.deepEqual([result.event.at, result.event.saidAt], [expected, saidAt]);
      assert.equal(consentState(result.events, now).status, 'withdrawn');
    }
  });

  it('leaves the given list as it was, and builds on no changed record', async () => {
    const story = await givenStory();
    const before = structuredClone(story.events);
    await story.try({ type: 'withdrawn', expressed: no, scope: { all: 'yes' } });
    assert.deepEqual(story.events, before);
    (story.events[1] as { note?: string }).note = '書き足し';
    assert.equal((await refused(story, { type: 'withdrawn', expressed: no, scope: { all: 'yes' } })).code, 'broken');
  });

  it('refuses a draft that is no draft, and never rejects', async () => {
    const story = await givenStory();
    for (const draft of [null, 7, 'x', [], {}, { type: 'withdrawn' }, { type: 'withdrawn', at: 5 }, { type: 'constructor', at: story.now }])
      assert.equal((await appendEvent(story.events, draft as never, { now: story.now })).ok, false);
  });

  it('accepts a finished event only as the very next one', async () => {
    const story = await givenStory();
    const [asked, given] = story.events as [ConsentEvent, ConsentEvent];
    const { now } = story;
    assert.equal((await acceptEvent([asked], given, { now })).ok, true);
    for (const [events, event] of [
      [[asked, given], given],
      [[], given],
      [[asked], { ...given, hash: '0'.repeat(64) }],
      [[asked], { ...given, seq: 5 }],
      [[asked], { ...given, previous: '0'.repeat(64) }],
    ] as [ConsentEvent[], ConsentEvent][])
      assert.equal((await acceptEvent(events, event, { now })).ok, false);
  });
});

describe('parseConsentEvents', () => {
  it('reads what was appended, also from JSON, and keeps what it does not know', async () => {
    const story = await givenStory();
    const parsed = parseConsentEvents(JSON.parse(JSON.stringify(story.events)));
    assert.ok(parsed.success);
    assert.deepEqual(parsed.data, story.events);
    assert.equal((await verifyChain(parsed.data, chainHead(story.events))).ok, true);
    const later = await story.try({ type: 'withdrawn', expressed: spoken, scope: { all: 'yes' }, later: { deep: [1] } });
    assert.ok(later.ok);
    assert.ok(parseConsentEvents(later.events).success);
  });

  it('says where and what, in Japanese, without what was written', async () => {
    const { events } = await givenStory();
    const [asked, given] = events as [ConsentEvent & { type: 'requested' }, ConsentEvent & { type: 'given' }];
    const wrong: [unknown, string][] = [
      [[{ ...asked, type: 'everything' }], '#/0/type'],
      [[{ ...asked, at: '2026-02-30T00:00:00Z' }], '#/0/at'],
      [[{ ...asked, request: { ...asked.request, agencies: ['everyone'] } }], '#/0/request/agencies/0'],
      [[asked, { ...given, seq: 2 }], '#/1/seq'],
      [[asked, { ...given, previous: '0'.repeat(64) }], '#/1/previous'],
      [[asked, { ...given, subject: { ref: 'himitsu' } }], '#/1/subject'],
      [[asked, { ...given, note: 'himitsu\0' }], '#/1/note'],
      [[asked, { ...given, expressed: { ...given.expressed, how: 'himitsu' } }], '#/1/expressed/how'],
      [{}, '#'],
      [null, '#'],
      [[{ ...asked, schemaVersion: '2.0' }], '#/0/schemaVersion'],
    ];
    for (const [value, pointer] of wrong) {
      const parsed = parseConsentEvents(value);
      assert.ok(!parsed.success);
      assert.deepEqual(parsed.issues.map((issue) => issue.pointer).includes(pointer), true, JSON.stringify(parsed.issues));
      for (const { message } of parsed.issues) {
        assert.match(message, /[ぁ-ん].*。$/);
        assert.doesNotMatch(message, /himitsu/);
      }
    }
  });

  it('reads a long answer, and refuses one too long', async () => {
    const asked = request({
      agencies: Array.from({ length: 20 }, (_, index) => `desk-${index}`),
      items: Array.from({ length: 50 }, (_, index) => `item-${index}`),
    });
    const story = await new Story().ask(asked);
    await story.add({ type: 'given', expressed: spoken, notice: story.notice, decisions: cells(asked) });
    assert.ok(parseConsentEvents(story.events).success);
    const long = { ...story.events[1]!, decisions: Array.from({ length: 2001 }, () => cells(request())[0]) };
    assert.equal(parseConsentEvent(long).success, false);
  });

  it('reads a request with frozen notices', async () => {
    const asked = request();
    assert.equal(parseConsentRequest(asked).success, false);
    assert.ok(parseConsentRequest({ ...asked, notices: await Promise.all(asked.notices.map(freezeNotice)) }).success);
  });

  it('never throws', () => {
    const loop: Record<string, unknown> = {};
    loop.self = loop;
    const trap = new Proxy(
      {},
      {
        get: () => {
          throw new Error('boo');
        },
        ownKeys: () => {
          throw new Error('boo');
        },
      },
    );
    for (const value of [loop, [loop], trap, [trap], [[]], Array(501).fill({}), () => 1, Symbol('x'), 1n, [{ type: '__proto__' }]])
      for (const parse of [parseConsentEvents, parseConsentEvent, parseConsentRequest]) assert.equal(parse(value).success, false);
  });
});
