import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  advanceStatus,
  moves,
  nextStatuses,
  replyBy,
  statuses,
  type ConsultationStatus,
  type ThreadAction,
} from '@tsunagu/schema/consultation';
import { isBusinessDay } from '@tsunagu/schema/open-state';
import fc from 'fast-check';

/** Where a list of actions leads from `received`; throws at the first that is refused. */
const walk = (...actions: ThreadAction[]): ConsultationStatus =>
  actions.reduce<ConsultationStatus>((status, action) => {
    const move = advanceStatus(status, action);
    assert.ok(move.ok, `${status} -${action}->`);
    return move.status;
  }, 'received');

const refusal = (status: string, action: string): unknown => {
  const move = advanceStatus(status as ConsultationStatus, action as ThreadAction);
  return move.ok ? undefined : move.refusal;
};

describe('the status of a consultation', () => {
  it('goes from received to closed', () => {
    assert.equal(walk('read'), 'read');
    assert.equal(walk('read', 'answered', 'closed'), 'closed');
    assert.equal(walk('read', 'in-progress', 'closed'), 'closed');
    assert.equal(walk('read', 'in-progress', 'answered', 'in-progress'), 'in-progress');
    assert.equal(walk('desk-message'), 'answered');
    assert.equal(walk('read', 'desk-message'), 'answered');
    assert.equal(walk('read', 'in-progress', 'desk-message'), 'in-progress');
  });

  it('is new again whenever the person writes', () => {
    for (const status of statuses)
      assert.deepEqual(advanceStatus(status, 'person-message'), { ok: true, status: 'received', changed: status !== 'received' });
  });

  it('is reopened by the desk only by working on it or writing', () => {
    assert.equal(walk('desk-message', 'closed', 'in-progress'), 'in-progress');
    assert.equal(walk('desk-message', 'closed', 'desk-message'), 'answered');
    assert.deepEqual(refusal('closed', 'answered'), { code: 'closed', from: 'closed', action: 'answered' });
  });

  it('lets nobody be closed unread or unanswered', () => {
    for (const action of ['answered', 'in-progress', 'closed'])
      assert.deepEqual(refusal('received', action), { code: 'unread', from: 'received', action });
    assert.deepEqual(refusal('read', 'closed'), { code: 'unanswered', from: 'read', action: 'closed' });
    for (const status of ['read', 'answered', 'in-progress', 'closed'])
      assert.deepEqual(refusal(status, 'received'), { code: 'only-person', from: status, action: 'received' });
  });

  it('says what a desk may do next', () => {
    assert.deepEqual(Object.fromEntries(statuses.map((status) => [status, nextStatuses(status)])), {
      received: ['read'],
      read: ['answered', 'in-progress'],
      answered: ['in-progress', 'closed'],
      'in-progress': ['answered', 'closed'],
      closed: ['in-progress'],
    });
  });

  it('stays when an action is repeated, and never throws', () => {
    for (const status of statuses)
      for (const action of Object.keys(moves[status]) as ThreadAction[]) {
        const first = advanceStatus(status, action);
        if (first.ok) assert.deepEqual(advanceStatus(first.status, action), { ok: true, status: first.status, changed: false });
      }
    for (const odd of ['__proto__', 'constructor', 'toString', '', 'Read']) {
      assert.equal((refusal(odd, 'read') as { code: string }).code, 'unknown');
      assert.equal((refusal('read', odd) as { code: string }).code, 'unknown');
    }
  });

  it('never leads to closed without a desk having answered or taken it up since the person last wrote', () => {
    const actions = fc.array(fc.constantFrom(...(Object.keys(moves.received) as ThreadAction[])), { maxLength: 30 });
    fc.assert(
      fc.property(actions, (list) => {
        let status: ConsultationStatus = 'received';
        let heard = false;
        for (const action of list) {
          const move = advanceStatus(status, action);
          if (!move.ok) continue;
          if (action === 'person-message') heard = false;
          if (['answered', 'in-progress', 'desk-message'].includes(action)) heard = true;
          status = move.status;
          if (status === 'closed') assert.ok(heard);
        }
      }),
    );
  });
});

describe('the day of the answer', () => {
  it('is three business days on, counted in Tokyo', () => {
    assert.equal(replyBy('2026-11-24T01:30:00.000Z'), '2026-11-27');
    // 23:30 on Tuesday in Tokyo, and half an hour later.
    assert.equal(replyBy('2026-11-24T14:30:00Z'), '2026-11-27');
    assert.equal(replyBy('2026-11-24T15:00:00Z'), '2026-11-30');
    // Saturday, with 勤労感謝の日 on Monday.
    assert.equal(replyBy(new Date('2026-11-21T03:00:00Z')), '2026-11-26');
    assert.equal(replyBy('2026-12-28T03:00:00Z'), '2027-01-06');
    assert.equal(replyBy('2026-11-24T01:30:00Z', undefined, 1), '2026-11-25');
  });

  it('knows the city’s own calendar', () => {
    const calendar = { closures: [{ from: '2026-11-25', to: '2026-11-26', reason: 'システム更新' }] };
    assert.equal(replyBy('2026-11-24T01:30:00Z', calendar), '2026-12-01');
  });

  it('promises nothing when it cannot be known', () => {
    assert.equal(replyBy('someday'), undefined);
    assert.equal(replyBy(new Date(Number.NaN)), undefined);
    assert.equal(replyBy('2026-11-24T01:30:00Z', undefined, 1.5), undefined);
    assert.equal(replyBy('2026-11-24T01:30:00Z', { closures: [{ from: '2020-01-01', to: '2040-01-01' }] }), undefined);
  });

  it('is always a business day', () => {
    fc.assert(
      fc.property(fc.date({ min: new Date('2020-01-01'), max: new Date('2035-01-01'), noInvalidDate: true }), (at) => {
        assert.ok(isBusinessDay(replyBy(at)!));
      }),
      { numRuns: 300 },
    );
  });
});
