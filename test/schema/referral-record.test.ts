import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  acceptReferralEvent,
  advance,
  appendReferral,
  nextSteps,
  recordFor,
  referralState,
  verifyReferral,
  type ReferralAction,
  type ReferralEvent,
} from '@tsunagu/schema/referral';
import { A, B, C, clock, consentsOf, D, desk, E, hours, K, sentWay, Way } from './referral.samples.js';

describe('a record', () => {
  it('shows any change, cut, addition or step that could not have been', async () => {
    const way = await sentWay();
    await way.do(B, { type: 'receive' });
    await way.do(B, { type: 'ask-back', text: '教えてください' });
    const head = { seq: 2, hash: way.events[2]!.hash };
    const verdict = async (events: unknown[], sheet = way.sheet) => {
      const result = await verifyReferral(sheet, events as ReferralEvent[], { head });
      return result.ok ? [] : [...new Set(result.faults.map(({ kind }) => kind))];
    };
    const [sent, received, asked] = structuredClone(way.events) as [ReferralEvent, ReferralEvent, ReferralEvent];
    assert.deepEqual(await verdict([sent, received, asked]), []);
    assert.deepEqual(await verdict([sent, received]), ['missing']);
    assert.deepEqual(await verdict([sent, asked]), ['missing']);
    assert.deepEqual(await verdict([asked, received, sent]), ['reordered']);
    assert.deepEqual(await verdict([sent, { ...received, respondBy: '2030-01-01' }, asked]), ['changed']);
    const forged = structuredClone(asked);
    (forged.parts![0]!.open as { text: string }).text = 'ほかのこと';
    assert.deepEqual(await verdict([sent, received, forged]), ['changed']);
    assert.deepEqual(await verdict([sent, received, asked], { ...way.sheet, words: '変えた' }), ['sheet']);
    assert.deepEqual(await verdict([null, 3, 'x']), ['unreadable', 'missing']);
    const strange = await verifyReferral({ ...way.sheet, id: 'sheet-2' }, way.events, { whole: false });
    assert.ok(!strange.ok && strange.faults[0]!.kind === 'foreign' && strange.faults[0]!.message.includes('別のシート'));
  });

  it('takes nothing more once it is broken, and stands at unknown', async () => {
    const way = await sentWay();
    await way.do(B, { type: 'receive' });
    const gap = [way.events[1]!];
    assert.deepEqual(referralState(way.sheet, gap, way.now).known, false);
    const refused = advance({ ...way.case, events: gap }, { type: 'accept' }, desk(B), way.now);
    assert.ok(!refused.ok && refused.refusal.code === 'broken');
    assert.deepEqual(nextSteps({ ...way.case, events: gap }, desk(A), way.now).steps, [{ action: 'check-record', needs: [], main: true }]);
    const changed = [{ ...way.events[0]!, respondBy: '2030-01-01' } as ReferralEvent, way.events[1]!];
    const appended = await appendReferral({ ...way.case, events: changed }, { type: 'accept' }, { actor: desk(B), at: way.now });
    assert.ok(!appended.ok && appended.refusal.code === 'broken');
  });

  it('is given to each desk as far as it goes, and verifies there', async () => {
    const way = await sentWay();
    await way.do(B, { type: 'ask-back', text: 'Bの問い' });
    await way.do(A, { type: 'answer', text: 'Aの答え' });
    await way.do(B, { type: 'pass-on', to: { agency: C }, reason: 'other', text: 'Bの理由' });
    await way.do(C, { type: 'ask-back', text: 'Cの問い' });
    const copyOf = (agency: string, consents = way.consents) => recordFor({ ...way.case, consents }, agency, way.now);
    const seen = (agency: string, consents?: typeof way.consents) =>
      ['Bの問い', 'Aの答え', 'Bの理由', 'Cの問い'].filter((text) => JSON.stringify(copyOf(agency, consents)).includes(text));
    const secret = await consentsOf((_agency, item) => (item === 'history' ? 'refused' : 'given'));
    assert.deepEqual(seen(A), ['Bの問い', 'Aの答え', 'Bの理由', 'Cの問い']);
    assert.deepEqual(seen(B, secret), ['Bの問い', 'Aの答え', 'Bの理由']);
    assert.deepEqual(seen(C, secret), ['Bの理由', 'Cの問い']);
    assert.deepEqual(seen(C), ['Bの問い', 'Aの答え', 'Bの理由', 'Cの問い']);
    assert.deepEqual([copyOf(K).length, copyOf(D).length, copyOf(E).length, copyOf(B).length], [0, 0, 1, 4]);
    for (const agency of [B, C, E]) {
      const copy = copyOf(agency, secret);
      assert.doesNotMatch(JSON.stringify(copy), agency === E ? /"agency":"chiiki-houkatsu","items"/ : /"agency":"shakyo"/);
      assert.ok((await verifyReferral(way.sheet, copy, { whole: false })).ok, agency);
      assert.ok(referralState(way.sheet, copy, way.now).known, agency);
    }
  });

  it('takes an event from elsewhere only if it is the one it would have written', async () => {
    const way = await sentWay();
    const [before, after] = [way.case, new Way(way.sheet, way.consents)];
    after.events = way.events;
    await after.do(B, { type: 'pass-on', to: { agency: C }, reason: 'full', text: '満員です' });
    const event = after.events[1]!;
    assert.ok((await acceptReferralEvent(before, event, { now: way.now })).ok);
    const refusal = async (changed: ReferralEvent, now = way.now) => {
      const result = await acceptReferralEvent(before, changed, { now });
      return result.ok ? 'accepted' : result.refusal.code;
    };
    assert.equal(await refusal(event, hours(-1)), 'broken');
    assert.equal(await refusal({ ...event, reason: 'age' } as ReferralEvent), 'broken');
    const other = new Way(way.sheet, await consentsOf((_agency, item) => (item === 'name' ? 'refused' : 'given')));
    other.events = way.events;
    await other.do(B, { type: 'pass-on', to: { agency: C }, reason: 'full', text: '満員です' });
    assert.equal(await refusal(other.events[1]!), 'broken', 'it says that something else was handed over');
    const closedTo = { ...before, consents: await consentsOf((agency) => (agency === C ? 'refused' : 'given')) };
    const gated = await acceptReferralEvent(closedTo, event, { now: way.now });
    assert.ok(!gated.ok && gated.refusal.code === 'no-consent');
    for (const hostile of [null, 3, [], {}, { type: '__proto__' }, { ...event, by: { agency: K } }])
      assert.equal(await refusal(hostile as unknown as ReferralEvent), 'broken');
  });

  it('refuses what is no action, actor or time', async () => {
    const way = await sentWay();
    for (const action of [null, 3, 'receive', {}, { type: 'constructor' }, { type: '__proto__' }, { type: ['receive'] }])
      assert.equal(way.refused(B, action as unknown as ReferralAction), 'shape');
    for (const actor of [null, {}, { agency: 3 }, { agency: B, name: 'x\0' }, { system: 'root' }]) {
      const result = advance(way.case, { type: 'receive' }, actor as never, way.now);
      assert.ok(!result.ok, JSON.stringify(actor));
    }
    assert.ok(!advance(way.case, { type: 'receive' }, desk(B), 'yesterday').ok);
    assert.ok(!advance(way.case, { type: 'contact', on: '2026-11-24', reached: true }, clock, way.now).ok);
  });
});
