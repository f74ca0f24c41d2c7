import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { mayShare } from '@tsunagu/schema/consent';
import {
  decideForum,
  groundIds,
  groundsFor,
  groundWords,
  parsePlanMeeting,
  parseSupportConference,
  planMeeting,
  provePlanConsent,
  provisions,
  supportConference,
  underDuty,
  type ForumCase,
  type PlanConsent,
  type SupportConferenceDetails,
} from '@tsunagu/schema/meeting';
import fc from 'fast-check';
import { agencies, history, items, moment } from './consent.histories.js';
import { givenStory, Story } from './consent.samples.js';

const japanese = /[ぁ-ん]/;
const later = '2026-12-24T01:00:00.000Z';
const needed: Omit<ForumCase, 'subject'> = { agencies: ['chiiki-houkatsu', 'school'], items: ['name', 'health'], oneDesk: 'no' };
const caseOf = ({ events }: Pick<Story, 'events'>, more: Partial<ForumCase> = {}): ForumCase => ({
  subject: { ref: 'case-7-a', events },
  ...needed,
  ...more,
});
const no = { by: 'self', how: 'oral', language: 'ja' };

/** Stories without consent, each with its reason. */
const without: [string, (story: Story) => Promise<unknown>][] = [
  ['not-asked', () => Promise.resolve()],
  ['asked', (story) => story.ask()],
  ['refused', async (story) => (await story.ask()).add({ type: 'refused', expressed: no })],
  ['deferred', async (story) => (await story.ask()).add({ type: 'deferred' })],
  ['withdrawn', async (story) => (await (await story.ask()).give()).add({ type: 'withdrawn', expressed: no, scope: { all: 'yes' } })],
  ['terminated', async (story) => (await (await story.ask()).give()).add({ type: 'terminated', because: 'case-closed' })],
  ['invalidated', async (story) => (await (await story.ask()).give()).add({ type: 'invalidated', because: 'pressure' })],
  [
    'expired',
    async (story) => {
      const brief = { period: { until: 'date' as const, date: '2026-12-01' } };
      await story.ask(brief);
      await story.give(brief);
    },
  ],
];
const storyWithout = async (make: (story: Story) => Promise<unknown>): Promise<Story> => {
  const story = new Story();
  await make(story);
  return story;
};

describe('decideForum', () => {
  it('stays at one desk that can carry it, whatever was consented', async () => {
    const decision = decideForum(caseOf(await givenStory(), { oneDesk: 'yes' }), later);
    assert.deepEqual([decision.forum, decision.forum === 'single-desk' && decision.shares], ['single-desk', []]);
  });

  it('is a 重層的支援会議 with consent, and says what may be told to whom', async () => {
    const decision = decideForum(caseOf(await givenStory()), later);
    assert.ok(decision.forum === 'plan-meeting');
    assert.deepEqual(decision.shares, [
      { ref: 'case-7-a', agency: 'chiiki-houkatsu', items: ['name', 'health'] },
      { ref: 'case-7-a', agency: 'school', items: ['name', 'health'] },
    ]);
    assert.deepEqual(decision.leftOut, []);
    assert.equal(decision.reason, '本人の同意があるため、重層的支援会議で支援プランを話し合えます。');
    assert.equal(decision.basis[0]!.item, '2-6');
  });

  it('leaves out who has no consent, and goes on with the others', async () => {
    const story = await givenStory();
    await story.add({ type: 'withdrawn', expressed: no, scope: { agency: 'school' } });
    const decision = decideForum(caseOf(story, { grounds: ['urgent'] }), later);
    assert.ok(decision.forum === 'plan-meeting');
    assert.deepEqual(decision.agencies, ['chiiki-houkatsu']);
    assert.deepEqual(
      decision.leftOut.map(({ agency, reason }) => `${agency} ${reason}`),
      ['school withdrawn', 'school withdrawn'],
    );
    assert.match(decision.reason, /同意のある相手と内容に限って/);
  });

  it('needs consent for the meeting itself, not for a referral', async () => {
    const decision = decideForum(caseOf(await givenStory({ purposes: ['referral'] })), later);
    assert.equal(decision.forum, 'single-desk');
  });

  for (const [reason, make] of without) {
    it(`without consent (${reason}) is a 支援会議 on grounds, and asking first without`, async () => {
      const story = await storyWithout(make);
      const decision = decideForum(caseOf(story, { grounds: ['unreached', 'unreached'] }), later);
      assert.ok(decision.forum === 'support-conference');
      assert.equal(decision.because, reason);
      assert.deepEqual(decision.grounds, ['unreached']);
      assert.deepEqual(
        decision.basis.map(({ article, item }) => `${article} ${item}`),
        ['106-6 1', '106-6 5'],
      );
      assert.match(decision.reason, /支援会議（社会福祉法第106条の6）で扱います。構成員には守秘義務があります。/);
      assert.ok(decision.mustRecord.some((line) => line.includes('守秘義務')));
      const ask = decideForum(caseOf(story), later);
      assert.deepEqual([ask.forum, ask.because], ['single-desk', 'ask-first']);
      assert.match(ask.reason, japanese);
    });
  }

  it('lets nobody open the door for somebody else', async () => {
    const child = new Story('record-2', 'child');
    await child.ask();
    await child.give();
    const decision = decideForum(caseOf(new Story(), { household: [{ ref: 'child', events: child.events }], grounds: ['urgent'] }), later);
    assert.equal(decision.forum, 'support-conference');
    // The other way round: the person's yes does not speak for the child.
    const mother = await givenStory();
    const plan = decideForum(caseOf(mother, { household: [{ ref: 'child' }, { ref: 'uncle', events: mother.events }] }), later);
    assert.ok(plan.forum === 'plan-meeting');
    assert.deepEqual([...new Set(plan.shares.map(({ ref }) => ref))], ['case-7-a']);
    assert.deepEqual([...new Set(plan.leftOut.map(({ ref, reason }) => `${ref} ${reason}`))], ['child not-asked', 'uncle unknown']);
  });

  it('says when one may ask again', async () => {
    const story = await new Story().ask();
    await story.add({ type: 'deferred', reAskAfter: '2027-01-10' });
    const asks = (at: string) => decideForum(caseOf(story), at).askAgain;
    assert.deepEqual(asks(later), { may: false, from: '2027-01-10', message: '本人の希望により、1月10日より前には聞きません。' });
    assert.equal(asks('2027-01-10T00:00:00Z').may, true);
    const open = await new Story().ask();
    assert.equal(decideForum(caseOf(open), later).askAgain.may, false);
  });

  it('asks the coordinator without a name when nobody knows', () => {
    const decision = decideForum(caseOf(new Story(), { oneDesk: 'unsure' }), later);
    assert.deepEqual([decision.forum, decision.because], ['single-desk', 'unsure']);
    assert.match(decision.reason, /名前を出さずに/);
  });

  it('is a plan meeting exactly when something needed may be told to somebody needed', () => {
    const seen = new Set<string>();
    fc.assert(
      fc.property(history, fc.subarray([...agencies]), fc.subarray([...items]), fc.boolean(), moment, (events, rooms, told, urgent, at) => {
        const decision = decideForum(
          { subject: { ref: 'case-7-a', events }, agencies: rooms, items: told, oneDesk: 'no', grounds: urgent ? ['urgent'] : [] },
          at,
        );
        seen.add(decision.forum);
        const may = (agency: string, item: string) => mayShare(events, { purpose: 'plan-meeting', agency, item }, at).may;
        assert.equal(
          decision.forum === 'plan-meeting',
          rooms.some((agency) => told.some((item) => may(agency, item))),
        );
        if (decision.forum === 'plan-meeting')
          for (const share of decision.shares) for (const item of share.items) assert.ok(may(share.agency, item));
        if (decision.forum === 'support-conference') assert.ok(urgent && decision.grounds.length);
      }),
      { numRuns: 3000 },
    );
    assert.equal(seen.size, 3);
  });
});

describe('a plan meeting', () => {
  const details = { id: 'meeting-1', attendees: [{ agency: 'chiiki-houkatsu', name: '地域 包子' }], decided: '週1回の訪問' };
  const proven = async (story: Story, at = story.now): Promise<PlanConsent> => {
    const proof = await provePlanConsent(story.events, at);
    assert.ok(proof.ok);
    return proof.consent;
  };

  it('is made from a consent that stands, names it, and is read again', async () => {
    const story = await givenStory();
    const made = planMeeting(await proven(story), details);
    assert.ok(made.success);
    const last = story.events.at(-1)!;
    assert.deepEqual(made.data.consents, [{ ref: 'case-7-a', record: 'record-1', seq: last.seq, hash: last.hash }]);
    const stored: unknown = JSON.parse(JSON.stringify(made.data));
    assert.deepEqual(await parsePlanMeeting(stored, { 'case-7-a': story.events }), { success: true, data: stored });
    // What comes later does not undo what was so.
    await story.wait(1).add({ type: 'withdrawn', expressed: no, scope: { all: 'yes' } });
    assert.equal((await parsePlanMeeting(stored, { 'case-7-a': story.events })).success, true);
    assert.deepEqual((await proven(story, made.data.at)).head, { seq: last.seq, hash: last.hash });
  });

  for (const [reason, make] of without) {
    it(`is refused for a consent that is ${reason}, when made and when read`, async () => {
      const story = await storyWithout(make);
      const proof = await provePlanConsent(story.events, later);
      assert.deepEqual(!proof.ok && proof.refusal.reason, reason);
      const good = planMeeting(await proven(await givenStory()), details);
      assert.ok(good.success);
      const head = story.events.at(-1);
      const forged = {
        ...good.data,
        at: later,
        consents: [{ ref: 'case-7-a', record: 'record-1', seq: head?.seq ?? 0, hash: head?.hash ?? '0'.repeat(64) }],
      };
      const parsed = await parsePlanMeeting(forged, { 'case-7-a': story.events });
      assert.ok(!parsed.success);
      assert.deepEqual(
        parsed.issues.map(({ pointer }) => pointer),
        ['#/consents/0'],
      );
      assert.match(
        parsed.issues[0]!.message,
        reason === 'not-asked' ? /記録が見つからない/ : /重層的支援会議は、本人の同意があるときに開けます。/,
      );
    });
  }

  it('takes no proof made by hand, of another time or changed', async () => {
    const story = await givenStory();
    const consent = await proven(story);
    for (const forged of [{ ...consent }, JSON.parse(JSON.stringify(consent)), undefined, null, {}] as PlanConsent[])
      assert.equal(planMeeting(forged, details).success, false);
    const child = new Story('record-2', 'child');
    await child.ask();
    await child.give();
    const members = [await proven(child, story.now), await proven(child, later)] as const;
    assert.equal(planMeeting(consent, { ...details, household: [members[0]] }).success, true);
    assert.equal(planMeeting(consent, { ...details, household: [members[1]] }).success, false);
    assert.throws(() => ((consent as { at: string }).at = later), TypeError);
    assert.throws(() => ((consent.shares as unknown[])[0] = 'x'), TypeError);
  });

  it('has nobody at the table who may be told nothing', async () => {
    const story = await new Story().ask();
    await story.giveSome((_purpose, agency) => (agency === 'school' ? 'refused' : 'given'));
    const consent = await proven(story);
    const wrong = planMeeting(consent, { ...details, attendees: [...details.attendees, { agency: 'school' }] });
    assert.deepEqual(!wrong.success && wrong.issues.map(({ pointer }) => pointer), ['#/attendees/1/agency']);
    assert.equal(planMeeting(consent, { ...details, attendees: [] }).success, false);
    const made = planMeeting(consent, details);
    assert.ok(made.success);
    const forged = { ...made.data, attendees: [{ agency: 'hospital' }] };
    assert.equal((await parsePlanMeeting(forged, { 'case-7-a': story.events })).success, false);
  });

  it('is not read from a record that was changed, cut or of somebody else', async () => {
    const story = await givenStory();
    const made = planMeeting(await proven(story), details);
    assert.ok(made.success);
    const reads = async (records: object) => (await parsePlanMeeting(made.data, records as never)).success;
    assert.equal(await reads({}), false);
    assert.equal(await reads({ 'case-7-a': story.events.slice(0, 1) }), false);
    assert.equal(await reads({ 'case-7-a': story.events.map((event) => ({ ...event, note: '!' })) }), false);
    assert.equal(await reads({ 'case-7-a': (await givenStory({ items: ['name'] })).events }), false);
    assert.equal((await parsePlanMeeting({ ...made.data, at: '2026-11-24T01:00:00.000Z' }, { 'case-7-a': story.events })).success, false);
    for (const junk of [null, [], 'x', {}, { ...made.data, forum: 'support-conference' }, { ...made.data, consents: [] }])
      assert.equal((await parsePlanMeeting(junk, { 'case-7-a': story.events })).success, false);
  });
});

describe('a support conference', () => {
  const at = '2026-12-01T01:00:00.000Z';
  const minutes: SupportConferenceDetails = {
    id: 'meeting-2',
    at,
    about: 'case-7-a',
    shared: ['name'],
    askAgain: { from: '2026-12-20', by: '民生委員' },
  };
  const grounds = () => {
    const made = groundsFor({ why: ['unreached'], reason: '別々の窓口に相談があるが、どこにもつながっていない。', consent: 'refused' });
    assert.ok(made.success);
    return made.data;
  };
  const members = (acknowledgedAt = at) => {
    const made = underDuty([
      { name: '構成 一郎', agency: 'city-hall', acknowledgedAt },
      { name: '立会 次郎', role: '民生委員', acknowledgedAt },
    ]);
    assert.ok(made.success);
    return made.data;
  };

  it('carries basis, reason and everybody’s duty, and is read again', () => {
    const made = supportConference(grounds(), members(), minutes);
    assert.ok(made.success);
    assert.deepEqual(made.data.basis, { law: '社会福祉法', article: '106-6', item: '1' });
    assert.ok(made.data.members.every(({ duty }) => duty.article === '106-6' && duty.item === '5' && duty.acknowledgedAt === at));
    const stored: unknown = JSON.parse(JSON.stringify(made.data));
    assert.deepEqual(parseSupportConference(stored), { success: true, data: stored });
  });

  it('is not made by hand, nor read, without one of them', () => {
    const made = supportConference(grounds(), members(), minutes);
    assert.ok(made.success);
    for (const [key, value] of [
      ['basis', undefined],
      ['basis', { law: '社会福祉法', article: '106-4', item: '1' }],
      ['grounds', undefined],
      ['grounds', { why: [], reason: 'x', consent: 'refused' }],
      ['grounds', { why: ['urgent'], reason: '', consent: 'refused' }],
      ['grounds', { why: ['urgent'], reason: 'x', consent: 'given' }],
      ['members', []],
      ['members', [{ name: '構成 一郎' }]],
      ['members', [{ name: '構成 一郎', duty: { article: '106-6', item: '5', acknowledgedAt: '2026-12-02T00:00:00Z' } }]],
      ['askAgain', undefined],
      ['forum', 'plan-meeting'],
    ] as const) {
      const parsed = parseSupportConference(JSON.parse(JSON.stringify({ ...made.data, [key]: value })));
      assert.ok(!parsed.success, key);
      for (const { message } of parsed.issues) assert.match(message, japanese);
    }
    for (const forged of [{ ...grounds() }, undefined, null])
      assert.equal(supportConference(forged as never, members(), minutes).success, false);
    for (const forged of [{ ...members() }, undefined, null])
      assert.equal(supportConference(grounds(), forged as never, minutes).success, false);
    assert.equal(supportConference(grounds(), members('2026-12-01T01:00:01Z'), minutes).success, false);
    assert.equal(groundsFor({ why: [], reason: 'x', consent: 'refused' } as never).success, false);
    assert.equal(groundsFor(undefined as never).success, false);
    assert.equal(underDuty([] as never).success, false);
    assert.equal(underDuty(undefined as never).success, false);
    assert.equal(underDuty([null] as never).success, false);
  });
});

describe('the law', () => {
  it('says where each provision comes from, and claims no check that nobody made', () => {
    for (const provision of Object.values(provisions)) {
      assert.ok(provision.source.length > 10);
      assert.match(provision.says, /。$/);
      assert.ok(!('verifiedOn' in provision));
    }
    for (const id of groundIds) assert.match(groundWords[id], japanese);
  });
});
