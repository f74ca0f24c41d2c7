import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  businessDaysLeft,
  nextSteps,
  parseReferralEvents,
  recordFor,
  referralState,
  seenOf,
  verifyReferral,
  type ReferralAction,
  type ReferralState,
} from '@tsunagu/schema/referral';
import { A, B, C, consentsOf, D, days, desk, E, fullSheet, hours, K, leastSheet, sentWay, Way, withdrawn } from './referral.samples.js';

const stateOf = ({ sheet, events, now }: Way): ReferralState => {
  const state = referralState(sheet, events, now);
  assert.ok(state.known);
  return state;
};
const stands = (way: Way): string => {
  const { transport, business, owner } = stateOf(way);
  return `${transport} ${business} ${owner.agency}`;
};

describe('a sheet that goes well', () => {
  it('is sent, received, accepted, worked on, reported and closed, each by its desk', async () => {
    const way = new Way(fullSheet(), await consentsOf());
    assert.equal(stands(way), `draft pending ${A}`);
    await way.do(A, { type: 'send', text: 'よろしくお願いします' });
    assert.equal(stands(way), `sent pending ${B}`);
    assert.equal(stateOf(way).companion, A);
    await way.at(1).do(B, { type: 'receive' });
    assert.equal(stands(way), `received pending ${B}`);
    await way.do(B, { type: 'accept', firstContactBy: '2026-11-30', toPerson: '担当の者から電話します' });
    assert.equal(stands(way), `received accepted ${B}`);
    assert.equal(stateOf(way).companion, undefined);
    assert.equal(stateOf(way).firstContactBy, '2026-11-30');
    await way.at(2).do(B, { type: 'contact', on: '2026-11-26', reached: false });
    assert.equal(stands(way), `received accepted ${B}`);
    await way.do(B, { type: 'contact', on: '2026-11-26', reached: true });
    await way.do(B, { type: 'progress', text: '認定の申請をした' });
    assert.equal(stands(way), `received working ${B}`);
    await way.do(B, { type: 'report', outcome: 'service-started', text: '訪問介護が始まった' });
    assert.equal(stands(way), `received reported ${A}`);
    await way.do(A, { type: 'resume', text: '家計のことも聞いてほしい' });
    assert.equal(stands(way), `received working ${B}`);
    await way.do(B, { type: 'report', outcome: 'supported' });
    await way.do(A, { type: 'close' });
    assert.equal(stands(way), `received closed ${A}`);
    assert.equal(stateOf(way).open, false);
    assert.deepEqual(await verifyReferral(way.sheet, way.events), { ok: true, head: { seq: 9, hash: way.events[9]!.hash } });
    assert.ok(parseReferralEvents(JSON.parse(JSON.stringify(way.events))).success);
    await way.do(A, { type: 'reopen', text: 'また困りごとが出てきた' });
    assert.equal(stands(way), `draft pending ${A}`);
  });

  it('goes to the coordinator when no desk is known', async () => {
    const way = await new Way(fullSheet({ to: { open: 'coordinator' } }), await consentsOf()).do(A, { type: 'send' });
    assert.equal(stands(way), `sent pending ${K}`);
    assert.equal(way.refused(K, { type: 'return', reason: 'full' }), 'self');
    await way.do(K, { type: 'pass-on', to: { agency: C }, reason: 'other-field' });
    assert.equal(stands(way), `sent passed-on ${C}`);
  });

  it('asks back and is answered', async () => {
    const way = await sentWay();
    await way.do(B, { type: 'ask-back', text: '訪問は何曜日がよいですか' });
    assert.equal(stands(way), `received asked-back ${A}`);
    assert.equal(way.refused(B, { type: 'answer', text: '自分で答える' }), 'not-yours');
    await way.do(A, { type: 'answer', text: '水曜日の午前です' });
    assert.equal(stands(way), `received pending ${B}`);
  });
});

describe('a no', () => {
  it('names the next desk or goes back to the coordinator, with a reason', async () => {
    const way = await sentWay();
    const bare = (action: object) => way.refused(B, action as ReferralAction);
    assert.equal(bare({ type: 'pass-on', reason: 'full' }), 'no-next-desk');
    assert.equal(bare({ type: 'pass-on', to: {}, reason: 'full' }), 'no-next-desk');
    assert.equal(bare({ type: 'pass-on', to: { agency: C } }), 'no-reason');
    assert.equal(bare({ type: 'pass-on', to: { agency: C }, reason: 'たらい回し' }), 'no-reason');
    assert.equal(bare({ type: 'return' }), 'no-reason');
    assert.equal(bare({ type: 'return', reason: 'other', text: ' 　' }), 'no-reason');
    assert.equal(bare({ type: 'pass-on', to: { agency: B }, reason: 'full' }), 'same-desk');
    assert.equal(bare({ type: 'refuse' }), 'shape');
    await way.do(B, { type: 'return', reason: 'age', text: '65歳からの窓口です' });
    assert.equal(stands(way), `sent returned ${K}`);
    assert.equal(stateOf(way).companion, A);
  });

  it('in a circle goes to the coordinator', async () => {
    const way = await sentWay();
    await way.do(B, { type: 'pass-on', to: { agency: C }, reason: 'other-field' });
    for (const back of [A, B]) {
      const result = way.try(C, { type: 'pass-on', to: { agency: back }, reason: 'area' });
      assert.ok(result.ok);
      assert.deepEqual(result.draft.fields, {
        to: { agency: K, name: '調整担当' },
        reason: 'area',
        rerouted: { meant: back, because: 'loop' },
      });
      assert.equal(result.state.owner.agency, K);
    }
  });

  it('a fourth time goes to the coordinator', async () => {
    const way = await sentWay();
    for (const [from, to] of [
      [B, C],
      [C, D],
    ] as const)
      await way.do(from, { type: 'pass-on', to: { agency: to }, reason: 'full' });
    assert.equal(stateOf(way).hops, 3);
    await way.do(D, { type: 'pass-on', to: { agency: E }, reason: 'full' });
    assert.equal(stands(way), `sent passed-on ${K}`);
    const last = way.events.at(-1)!;
    assert.deepEqual(last.type === 'passed-on' && last.rerouted, { meant: E, because: 'hops' });
    // What the coordinator gives out starts anew, also to a desk that had it; a desk still cannot send it round.
    await way.do(K, { type: 'pass-on', to: { agency: B }, reason: 'other', text: '話し合いのうえ' });
    assert.equal(stateOf(way).hops, 1);
    const again = way.try(B, { type: 'pass-on', to: { agency: C }, reason: 'full' });
    assert.ok(again.ok && again.state.owner.agency === K);
  });

  it('goes on to a desk with consent alone; the coordinator always gets at least the heading', async () => {
    const consents = await consentsOf((agency) => (agency === B ? 'given' : 'refused'));
    const way = await new Way(fullSheet(), consents).do(A, { type: 'send' });
    assert.equal(way.refused(B, { type: 'pass-on', to: { agency: C }, reason: 'full' }), 'no-consent');
    const back = way.try(B, { type: 'return', reason: 'full' });
    assert.ok(back.ok);
    const parcel = back.handovers[0]!.package;
    assert.deepEqual([parcel.agency, parcel.items], [K, []]);
    assert.doesNotMatch(JSON.stringify(parcel.document), /葛|もの忘れ|0743/);
  });

  it('goes only to desks there are', async () => {
    const way = new Way(leastSheet(), await consentsOf(), { desks: [A, B] });
    await way.do(A, { type: 'send' });
    assert.equal(way.refused(B, { type: 'pass-on', to: { agency: C }, reason: 'full' }), 'unknown-desk');
    const nowhere = new Way(leastSheet({ to: { agency: 'nowhere' } }), await consentsOf(), { desks: [A, B] });
    assert.equal(nowhere.refused(A, { type: 'send' }), 'unknown-desk');
  });
});

describe('whose step it is', () => {
  it('is nobody else’s', async () => {
    const way = new Way(fullSheet(), await consentsOf());
    assert.equal(way.refused(B, { type: 'send' }), 'not-yours');
    assert.equal(way.refused(B, { type: 'receive' }), 'draft');
    await way.do(A, { type: 'send' });
    for (const agency of [A, C, K, E]) assert.equal(way.refused(agency, { type: 'receive' }), 'not-yours');
    assert.equal(way.refused('clock', { type: 'receive' }), 'not-yours');
    assert.equal(way.refused(K, { type: 'withdraw-consent' }), 'not-yours');
    assert.equal(way.refused(A, { type: 'send' }), 'already');
    assert.equal(way.refused(B, { type: 'report', outcome: 'supported' }), 'not-now');
    assert.equal(way.refused(B, { type: 'progress', text: 'x' }), 'not-now');
    assert.equal(way.refused(A, { type: 'close' }), 'not-now');
    await way.do(B, { type: 'accept' });
    assert.equal(way.refused(B, { type: 'receive' }), 'already');
    assert.equal(way.refused(B, { type: 'accept' }), 'already');
    assert.equal(way.refused(B, { type: 'ask-back', text: 'x' }), 'not-now');
    assert.equal(way.refused(B, { type: 'report', outcome: 'supported' }), 'outcome');
    assert.ok(way.try(B, { type: 'report', outcome: 'no-contact' }).ok);
    await way.do(A, { type: 'cancel', reason: 'solved' });
    assert.equal(way.refused(B, { type: 'receive' }), 'ended');
    assert.equal(way.refused(A, { type: 'cancel', reason: 'solved' }), 'ended');
  });

  it('wants words where the other desk needs them', async () => {
    const way = await sentWay();
    assert.equal(way.refused(B, { type: 'ask-back', text: '' }), 'no-words');
    assert.equal(way.refused(B, { type: 'ask-back', text: '\u200b ' }), 'no-words');
    assert.equal(way.refused(B, { type: 'ask-back', text: 'あ\0' }), 'shape');
    assert.equal(way.refused(B, { type: 'ask-back', text: 'あ'.repeat(20_001) }), 'shape');
  });
});

describe('the day by which an answer is due', () => {
  it('counts Japanese business days by the city’s calendar', async () => {
    const way = await new Way(leastSheet({ respondDays: 3 }), await consentsOf()).do(A, { type: 'send' });
    assert.equal(stateOf(way).respondBy, '2026-11-27');
    const friday = new Way(leastSheet(), await consentsOf(), { calendar: { closures: [{ from: '2026-11-30', to: '2026-12-01' }] } });
    await friday.at(3).do(A, { type: 'send' });
    assert.equal(stateOf(friday).respondBy, '2026-12-04');
    const newYear = await new Way(leastSheet(), await consentsOf()).at(34).do(A, { type: 'send' });
    assert.equal(newYear.now.slice(0, 10), '2026-12-28');
    assert.equal(stateOf(newYear).respondBy, '2027-01-06');
    const broken = new Way(leastSheet(), await consentsOf(), { calendar: { closures: [{ from: '2026-01-01', to: '2030-12-31' }] } });
    await broken.do(A, { type: 'send' });
    assert.equal(stateOf(broken).respondBy, '2026-11-27');
  });

  it('is the sheet’s own where it names one, and never past or far', async () => {
    assert.equal(stateOf(await sentWay(leastSheet({ respondBy: '2026-12-10' }))).respondBy, '2026-12-10');
    const consents = await consentsOf();
    for (const respondBy of ['2026-11-23', '2028-01-01'])
      assert.equal(new Way(leastSheet({ respondBy }), consents).refused(A, { type: 'send' }), 'deadline');
    const way = await sentWay();
    assert.equal(way.refused(B, { type: 'accept', firstContactBy: '2026-02-30' }), 'deadline');
    assert.equal(way.refused(B, { type: 'accept', firstContactBy: '2026-11-23' }), 'deadline');
  });

  it('tells how long a sheet waits', () => {
    const left = (at: string) => businessDaysLeft('2026-11-27', at);
    assert.deepEqual(
      [days(0), days(1), days(3), days(4), days(6), days(7)].map((at) => [at.slice(5, 10), left(at)]),
      [
        ['11-24', 3],
        ['11-25', 2],
        ['11-27', 0],
        ['11-28', -0],
        ['11-30', -1],
        ['12-01', -2],
      ],
    );
  });

  it('lasts to the end of the day in Japan, then the coordinator is told', async () => {
    const way = await sentWay(leastSheet());
    way.now = '2026-11-27T14:59:59.000Z';
    assert.equal(stands(way), `sent pending ${B}`);
    assert.equal(way.refused('clock', { type: 'mark-overdue' }), 'not-due');
    assert.equal(way.refused('clock', { type: 'escalate' }), 'not-due');
    way.now = '2026-11-27T15:00:00.000Z';
    assert.equal(stands(way), `overdue pending ${B}`);
    assert.equal(way.refused(B, { type: 'escalate' }), 'not-yours');
    await way.do('clock', { type: 'mark-overdue' });
    assert.equal(way.refused('clock', { type: 'mark-overdue' }), 'already');
    await way.do('clock', { type: 'escalate' });
    assert.equal(stands(way), `sent pending ${K}`);
    assert.equal(stateOf(way).escalated, true);
    // Late is better than never.
    assert.ok(way.try(B, { type: 'accept' }).ok);
    assert.ok(way.try(K, { type: 'pass-on', to: { agency: C }, reason: 'no-contact' }).ok);
    assert.equal(way.refused(K, { type: 'accept' }), 'not-yours');
    const taken = await way.do(K, { type: 'take-over' });
    assert.equal(stands(taken), `received pending ${K}`);
    assert.equal(taken.refused(B, { type: 'accept' }), 'not-yours');
    await taken.do(K, { type: 'accept' });
  });

  it('may be put off by who waits, not by who is late', async () => {
    const way = await sentWay(leastSheet());
    assert.equal(way.refused(A, { type: 'extend', respondBy: '2026-12-04' }), 'not-due');
    way.at(5);
    assert.equal(way.refused(B, { type: 'extend', respondBy: '2026-12-04' }), 'not-yours');
    await way.do(A, { type: 'extend', respondBy: '2026-12-04' });
    assert.equal(stands(way), `sent pending ${B}`);
    await way.do(B, { type: 'ask-back', text: '教えてください' });
    way.at(20);
    assert.equal(stands(way), `overdue asked-back ${A}`);
    assert.equal(way.refused(A, { type: 'extend', respondBy: days(30).slice(0, 10) }), 'not-yours');
    await way.do('clock', { type: 'escalate' });
    assert.equal(stateOf(way).owner.agency, K);
    await way.do(K, { type: 'extend', respondBy: days(30).slice(0, 10) });
    assert.equal(stands(way), `received asked-back ${A}`);
  });
});

describe('consent that is taken back', () => {
  it('stops the sheet and says who saw what', async () => {
    const way = await sentWay();
    await way.at(1).do(B, { type: 'pass-on', to: { agency: C }, reason: 'other-field' });
    way.consents = await withdrawn(way.consents!, 'case-7-a', days(2));
    way.at(3);
    for (const action of [{ type: 'receive' }, { type: 'accept' }, { type: 'return', reason: 'full' }] as const)
      assert.equal(way.refused(C, action), 'consent-withdrawn');
    const steps = nextSteps(way.case, desk(C), way.now);
    assert.deepEqual([steps.withdrawn, steps.steps], [true, [{ action: 'withdraw-consent', needs: [], main: true }]]);
    await way.do(C, { type: 'withdraw-consent' });
    assert.equal(stands(way), `received consent-withdrawn ${A}`.replace('received', 'sent'));
    assert.deepEqual([...stateOf(way).toAcknowledge].sort(), [B, C, E].sort());
    const seen = seenOf(way.sheet, way.events);
    assert.deepEqual(
      seen.map(({ agency }) => agency),
      [B, E, C],
    );
    assert.ok(seen.every(({ items }) => items.includes('own-words')));
    assert.equal(way.refused(K, { type: 'acknowledge', did: 'deleted' }), 'not-yours');
    await way.do(C, { type: 'acknowledge', did: 'deleted' });
    await way.do(E, { type: 'acknowledge', did: 'returned' });
    assert.equal(way.refused(C, { type: 'acknowledge', did: 'deleted' }), 'not-yours');
    assert.deepEqual(stateOf(way).toAcknowledge, [B]);
    assert.equal(way.refused(A, { type: 'reopen', text: 'もう一度' }), 'not-now');
    // Every desk still reads its own copy.
    for (const agency of [A, B, C, E]) {
      const copy = recordFor(way.case, agency, way.now);
      assert.ok(referralState(way.sheet, copy, way.now).known, agency);
      assert.ok((await verifyReferral(way.sheet, copy, { whole: false })).ok, agency);
    }
  });

  it('never waits for a clock', async () => {
    const way = await sentWay();
    way.now = hours(-5);
    assert.equal(way.refused(B, { type: 'receive' }), 'order');
    await way.do(A, { type: 'withdraw-consent' });
    assert.equal(way.events.at(-1)!.at, hours(0));
  });

  it('before anything was sent leaves nothing to send', async () => {
    const consents = await withdrawn(await consentsOf(), 'case-7-a', hours(-1));
    const way = new Way(fullSheet(), consents);
    assert.equal(way.refused(A, { type: 'send' }), 'no-consent');
    assert.equal(nextSteps(way.case, desk(A), way.now).steps[0]!.action, 'send');
  });
});
