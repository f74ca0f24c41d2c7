/** What a desk answered on paper, by FAX or by telephone, written down by the desk that sent the sheet. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  acceptReferralEvent,
  advance,
  appendReferral,
  hearCopy,
  parseReferralEvents,
  recordFor,
  referralState,
  verifyReferral,
  type Actor,
  type ReferralAction,
  type ReferralEvent,
} from '@tsunagu/schema/referral';
import { A, B, C, clock, D, days, desk, E, fullSheet, K, sentWay, Way } from './referral.samples.js';

const heardBy = (agency: string, by: string, how: 'paper' | 'fax' | 'phone' | 'in-person' = 'fax'): Actor => ({
  agency,
  heard: { agency: by, name: '担当 花子', how },
});
const add = async (way: Way, action: ReferralAction, actor: Actor) => {
  const result = await appendReferral(way.case, action, { actor, at: way.now });
  if (result.ok) way.events.splice(0, Infinity, ...result.events);
  return result;
};
const codeOf = (way: Way, action: ReferralAction, actor: Actor): string => {
  const result = advance(way.case, action, actor, way.now);
  return result.ok ? 'ok' : result.refusal.code;
};

describe('a reply that came by FAX', () => {
  it('is the answering desk’s step, with who wrote it down, and the sheet goes on', async () => {
    const way = await sentWay();
    const result = await add(way, { type: 'accept', nextStep: '訪問する' }, heardBy(B, A));
    assert.ok(result.ok);
    assert.deepEqual(result.event.by, { agency: B, heard: { agency: A, name: '担当 花子', how: 'fax' } });
    const state = referralState(way.sheet, way.events, way.now);
    assert.ok(state.known && state.business === 'accepted' && state.transport === 'received' && state.owner.agency === B);
    assert.deepEqual((await verifyReferral(way.sheet, way.events)).ok, true);
    const parsed = parseReferralEvents(JSON.parse(JSON.stringify(way.events)));
    assert.ok(parsed.success);
    assert.deepEqual(parsed.data, way.events);
    for (const [action, how] of [
      [{ type: 'contact', on: way.now.slice(0, 10), reached: true }, 'phone'],
      [{ type: 'report', outcome: 'supported' }, 'in-person'],
    ] as const)
      assert.ok((await add(way, action, heardBy(B, A, how))).ok, action.type);
    assert.ok((await add(way, { type: 'close' }, desk(A))).ok);
  });

  it('may be a no, which names the next desk or goes back, under the same rules', async () => {
    const way = await sentWay();
    assert.equal(codeOf(way, { type: 'pass-on', to: { agency: C } } as ReferralAction, heardBy(B, A)), 'no-reason');
    assert.equal(codeOf(way, { type: 'return', reason: 'full' }, heardBy(B, A)), 'ok');
    assert.ok((await add(way, { type: 'pass-on', to: { agency: C }, reason: 'scheme' }, heardBy(B, A))).ok);
    assert.equal(codeOf(way, { type: 'accept' }, heardBy(B, A)), 'not-yours', 'it is not B’s any more');
    assert.equal(codeOf(way, { type: 'accept' }, heardBy(C, A)), 'ok');
  });

  it('is written down by the desk that sent the sheet, or by the coordinator once it came to them, and by nobody else', async () => {
    const way = await sentWay();
    for (const stranger of [C, D, B, K]) assert.equal(codeOf(way, { type: 'accept' }, heardBy(B, stranger)), 'not-yours', stranger);
    assert.ok((await add(way, { type: 'return', reason: 'full' }, heardBy(B, A, 'phone'))).ok);
    assert.ok((await add(way, { type: 'pass-on', to: { agency: C }, reason: 'other-field' }, desk(K))).ok);
    assert.equal(codeOf(way, { type: 'accept' }, heardBy(C, K)), 'ok');
    assert.equal(codeOf(way, { type: 'accept' }, heardBy(C, B)), 'not-yours');
  });

  it('is the answer of the desk that has the sheet, not of one that only saw it, nor the coordinator’s doing', async () => {
    const way = await sentWay(fullSheet({ copyTo: [{ agency: E, name: '社協' }] }));
    way.at(7);
    await way.do('clock', { type: 'mark-overdue' });
    await way.do('clock', { type: 'escalate' });
    assert.equal(codeOf(way, { type: 'take-over' }, heardBy(K, A, 'phone')), 'not-yours');
    assert.equal(codeOf(way, { type: 'pass-on', to: { agency: C }, reason: 'full' }, heardBy(K, A, 'phone')), 'not-yours');
    await way.do(A, { type: 'withdraw-consent' });
    for (const agency of [B, E]) assert.equal(codeOf(way, { type: 'acknowledge', did: 'deleted' }, heardBy(agency, A)), 'not-yours');
  });

  it('is an answer, and never sends, closes, withdraws or speaks for the clock', async () => {
    const way = await sentWay();
    for (const action of [{ type: 'cancel', reason: 'mistake' }, { type: 'withdraw-consent' }] as const)
      assert.equal(codeOf(way, action, heardBy(B, A)), 'not-yours', action.type);
    assert.equal(codeOf(way, { type: 'accept' }, { ...clock, heard: { agency: A, how: 'fax' } }), 'not-yours');
    assert.equal(codeOf(way, { type: 'accept' }, { agency: B, heard: { agency: A, how: 'gossip' } } as unknown as Actor), 'shape');
  });

  it('cannot be slipped into a record by somebody else', async () => {
    const way = await sentWay();
    const honest = await appendReferral(way.case, { type: 'accept' }, { actor: heardBy(B, A), at: way.now });
    assert.ok(honest.ok);
    const taken = await acceptReferralEvent(way.case, honest.event, { now: way.now });
    assert.ok(taken.ok);
    const forged = structuredClone(honest.event) as ReferralEvent & { by: { heard: { agency: string } } };
    forged.by.heard.agency = D;
    assert.equal((await verifyReferral(way.sheet, [...way.events, forged])).ok, false);
    const { hashReferralEvent } = await import('@tsunagu/schema/referral');
    const rehashed = { ...forged, hash: await hashReferralEvent(forged) } as ReferralEvent;
    const verdict = await verifyReferral(way.sheet, [...way.events, rehashed]);
    assert.ok(!verdict.ok && verdict.faults.some(({ kind }) => kind === 'illegal'));
    assert.equal((await acceptReferralEvent(way.case, rehashed, { now: way.now })).ok, false);
  });
});

describe('a copy that comes back after its day', () => {
  /** B’s own copy, on a network of its own, and what B did there. */
  const copyOf = async (way: Way, steps: readonly (readonly [day: number, action: ReferralAction])[]): Promise<ReferralEvent[]> => {
    let events = recordFor(way.case, B, way.now);
    for (const [day, action] of steps) {
      const result = await appendReferral({ ...way.case, events }, action, { actor: desk(B), at: days(day), whole: false });
      assert.ok(result.ok, JSON.stringify(result));
      events = result.events;
    }
    return events;
  };
  const took = (way: Way, copy: readonly ReferralEvent[], agency = A) => hearCopy(way.case, copy, { actor: { agency }, at: way.now });
  /** Sent on Tuesday, answered on Thursday over there, and nobody here knew of it on the next Tuesday. */
  const late = async () => {
    const way = await sentWay();
    const copy = await copyOf(way, [
      [2, { type: 'receive' }],
      [2, { type: 'accept', firstContactBy: '2026-11-27', nextStep: '訪問する' }],
    ]);
    way.at(7);
    await way.do('clock', { type: 'mark-overdue' });
    await way.do('clock', { type: 'escalate' });
    return { way, copy };
  };

  /** The same sheet when it had just left. */
  const sentAgain = (way: Way): Way => {
    const before = new Way(way.sheet, way.consents);
    before.events = way.events.slice(0, 1);
    return before;
  };

  it('is written down as heard, with its desk, its day there and what was said, and the sheet is with that desk again', async () => {
    const { way, copy } = await late();
    const before = structuredClone(way.events);
    const result = await took(way, copy);
    assert.ok(result.ok);
    assert.deepEqual(way.events, before, 'nothing that was given is changed');
    assert.deepEqual(
      result.added.map(({ type, by }) => [type, (by as { agency: string }).agency]),
      [
        ['received', B],
        ['accepted', B],
      ],
    );
    const accepted = result.added[1] as ReferralEvent & { by: { heard: object } };
    assert.deepEqual(accepted.by.heard, { agency: A, how: 'copy', of: copy.at(-1)!.hash, at: days(2) });
    assert.equal(accepted.firstContactBy, '2026-11-27', 'a day that is over by now stays as it was said');
    assert.ok(accepted.parts?.some(({ open }) => open?.kind === 'said' && open.nextStep === '訪問する'));
    assert.equal((await verifyReferral(way.sheet, result.events)).ok, true);
    const state = referralState(way.sheet, result.events, way.now);
    assert.ok(state.known && state.business === 'accepted' && state.owner.agency === B && !state.escalated);
  });

  it('is taken once, and the next time only what is new', async () => {
    const { way, copy } = await late();
    const first = await took(way, copy);
    assert.ok(first.ok);
    way.events = first.events;
    const again = await took(way, copy);
    assert.ok(again.ok && again.added.length === 0);
    const contacted = await appendReferral(
      { ...way.case, events: copy },
      { type: 'contact', on: '2026-11-27', reached: true },
      { actor: desk(B), at: days(3), whole: false },
    );
    assert.ok(contacted.ok);
    const more = await took(way, contacted.events);
    assert.ok(more.ok);
    assert.deepEqual(
      more.added.map(({ type }) => type),
      ['contacted'],
    );
  });

  it('says nothing new by what is known already, and is refused whole where it does not fit any more', async () => {
    const { way, copy } = await late();
    assert.ok((await add(way, { type: 'receive' }, heardBy(B, A, 'phone'))).ok);
    const result = await took(way, copy);
    assert.ok(result.ok);
    assert.deepEqual(
      result.added.map(({ type }) => type),
      ['accepted'],
    );
    const gone = await late();
    await gone.way.do(K, { type: 'take-over' });
    const refused = await took(gone.way, gone.copy);
    assert.deepEqual(refused.ok || [refused.refusal.code, refused.event?.type], ['not-yours', 'received']);
  });

  it('is written down by nobody but the desk that sent the sheet or the coordinator who was asked', async () => {
    const { way, copy } = await late();
    for (const stranger of [B, C, D]) {
      const result = await took(way, copy, stranger);
      assert.ok(!result.ok && result.refusal.code === 'not-yours', stranger);
    }
    assert.ok((await took(way, copy, K)).ok);
  });

  it('is refused where it is of another sheet or was changed', async () => {
    const { way, copy } = await late();
    const other = await sentWay(fullSheet({ id: 'sheet-2' }));
    const changed = [...copy.slice(0, -1), { ...copy.at(-1)!, firstContactBy: '2026-12-25' }] as ReferralEvent[];
    const closed = copy.map((event) =>
      event.type === 'accepted' ? { ...event, parts: event.parts!.map(({ commit }) => ({ commit })) } : event,
    );
    for (const bad of [[], await copyOf(other, []), changed, copy.slice(1), closed]) {
      const result = await took(way, bad);
      assert.ok(!result.ok && result.refusal.code === 'broken');
    }
  });

  it('says what was heard by telephone before, and is taken from there on', async () => {
    const { way } = await late();
    const copy = await copyOf(sentAgain(way), [
      [2, { type: 'receive' }],
      [2, { type: 'accept' }],
      [3, { type: 'contact', on: '2026-11-27', reached: true }],
    ]);
    assert.ok((await add(way, { type: 'accept' }, heardBy(B, A, 'phone'))).ok);
    const result = await took(way, copy);
    assert.ok(result.ok);
    assert.deepEqual(
      result.added.map(({ type }) => type),
      ['contacted'],
    );
    // Merged elsewhere and brought by a colleague: what is written down here already is not written again.
    way.events = result.events;
    const again = await took(way, copy);
    assert.ok(again.ok && again.added.length === 0);
  });

  it('stops the sheet here too where the person took their consent back there', async () => {
    const { way } = await late();
    const copy = await copyOf(sentAgain(way), [
      [2, { type: 'receive' }],
      [3, { type: 'withdraw-consent' }],
      [3, { type: 'acknowledge', did: 'deleted' }],
    ]);
    const result = await took(way, copy);
    assert.ok(result.ok, JSON.stringify(result));
    assert.deepEqual(
      result.added.map(({ type, by }) => [type, (by as { agency: string }).agency]),
      [
        ['received', B],
        ['consent-withdrawn', A],
      ],
    );
    const state = referralState(way.sheet, result.events, way.now);
    assert.ok(state.known && state.business === 'consent-withdrawn' && state.toAcknowledge.includes(B), 'B is still asked what it did');
    way.events = result.events;
    const again = await took(way, copy);
    assert.ok(again.ok && again.added.length === 0);
  });

  it('is no answer to what was sent later', async () => {
    const { way, copy } = await late();
    await way.do(A, { type: 'cancel', reason: 'mistake' });
    await way.do(A, { type: 'reopen', text: '書き直す' });
    const { respondBy: _past, ...anew } = way.sheet;
    way.sheet = anew;
    await way.do(A, { type: 'send' });
    const result = await took(way, copy);
    assert.ok(!result.ok && result.refusal.code === 'order');
    const old = { agency: A, how: 'copy', of: copy.at(-1)!.hash, at: '2020-01-01T00:00:00.000Z' } as const;
    assert.equal(codeOf(way, { type: 'accept', firstContactBy: '2020-01-02' }, { agency: B, heard: old }), 'order');
    assert.equal(codeOf(way, { type: 'accept' }, { agency: B, heard: { agency: A, how: 'fax', at: days(1) } }), 'shape');
    assert.equal(codeOf(way, { type: 'accept' }, { agency: B, heard: { agency: A, how: 'copy' } }), 'shape');
  });

  it('may come from a clock that is a little ahead', async () => {
    const { way } = await late();
    const copy = await copyOf(sentAgain(way), [[7, { type: 'receive' }]]);
    const at = new Date(Date.parse(days(7)) - 90_000).toISOString();
    const early = new Way(way.sheet, way.consents);
    early.events = way.events.slice(0, 1);
    const clockStep = await appendReferral({ ...early.case }, { type: 'mark-overdue' }, { actor: clock, at });
    assert.ok(clockStep.ok);
    const result = await hearCopy({ ...early.case, events: clockStep.events }, copy, { actor: { agency: A }, at });
    assert.ok(result.ok && (result.added[0]!.by as { heard: { at: string } }).heard.at === at);
  });

  it('cannot have been answered after it was written down', async () => {
    const { way, copy } = await late();
    const heard = { agency: A, how: 'copy', of: copy.at(-1)!.hash, at: days(9) } as const;
    assert.equal(codeOf(way, { type: 'accept' }, { agency: B, heard }), 'order');
    assert.equal(codeOf(way, { type: 'accept' }, { agency: B, heard: { ...heard, at: 'gestern' } }), 'order');
  });
});
