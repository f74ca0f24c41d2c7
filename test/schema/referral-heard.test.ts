/** What a desk answered on paper, by FAX or by telephone, written down by the desk that sent the sheet. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  acceptReferralEvent,
  advance,
  appendReferral,
  parseReferralEvents,
  referralState,
  verifyReferral,
  type Actor,
  type ReferralAction,
  type ReferralEvent,
} from '@tsunagu/schema/referral';
import { A, B, C, clock, D, desk, K, sentWay, type Way } from './referral.samples.js';

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
