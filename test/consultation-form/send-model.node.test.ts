/** Any sequence of faults on the line, with a person who presses 「もう一度送る」: stored once or not at all, and told the truth. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Outcome } from '../../packages/consultation-form/src/send.js';
import { body, Clock, faults, key, Line, receipt, type Fault } from './send-faults.js';

const tries = 6;
const script = fc.array(fc.constantFrom(...faults), { maxLength: 16 });
const random = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });
const offlineFor = fc.integer({ min: 1, max: 200_000 });

/** What must come of a script, in words of the contract: tries without a network do not count. */
function expected(script: readonly Fault[]): Outcome['kind'] | 'refused' {
  let counted = 0;
  for (const fault of script) {
    if (fault === 'fine' || fault === 'claims-offline') return 'sent';
    if (fault === 'refuses-422') return 'refused';
    if (fault !== 'goes-offline' && ++counted === tries) return 'failed';
  }
  return 'sent';
}

/** What holds whatever happens. */
function assertSafe(line: Line): void {
  assert.ok(line.most <= 1, `${line.most} requests at once`);
  assert.ok(line.storings <= 1, `stored ${line.storings} times`);
  for (const { init } of line.requests) {
    assert.equal(init.body, body);
    assert.equal(new Headers(init.headers).get('Idempotency-Key'), key);
  }
  assert.equal(line.listening, 0);
}

function assertTrue(outcome: Outcome, line: Line): void {
  if (outcome.kind !== 'sent') return;
  assert.deepEqual([...line.stored], [[key, body]]);
  assert.deepEqual(outcome.receipt, receipt);
}

test('one sending', async () => {
  await fc.assert(
    fc.asyncProperty(script, random, offlineFor, async (script, chance, offlineFor) => {
      const line = new Line(new Clock(), [...script], offlineFor);
      const outcome = await line.send({ random: () => chance, tries });
      assertSafe(line);
      assertTrue(outcome, line);
      const kind = outcome.kind === 'failed' && outcome.reason === 'refused' ? 'refused' : outcome.kind;
      assert.equal(kind, expected(script));
      // A person is never left without news for longer than an answer or a pause may take.
      let last = line.requests[0]!.at;
      for (const { at } of line.requests) {
        assert.ok(at - last <= 80_000, `silent for ${at - last} ms`);
        last = at;
      }
    }),
    { numRuns: 400 },
  );
});

test('sending again and again, with the same key', async () => {
  await fc.assert(
    fc.asyncProperty(script, offlineFor, fc.integer({ min: 1, max: 3 }), async (script, offlineFor, tries) => {
      const line = new Line(new Clock(), [...script], offlineFor);
      let outcome: Outcome;
      let before = 0;
      do {
        outcome = await line.send({ tries });
        assertSafe(line);
        assertTrue(outcome, line);
        assert.ok(line.requests.length > before, 'each press sends something');
        before = line.requests.length;
      } while (outcome.kind !== 'sent');
      assert.equal(line.storings, 1);
    }),
    { numRuns: 200 },
  );
});

test('stopped at any moment, and taken up again', async () => {
  await fc.assert(
    fc.asyncProperty(script, offlineFor, fc.integer({ min: 0, max: 150_000 }), async (script, offlineFor, stopAfter) => {
      const line = new Line(new Clock(), [...script], offlineFor);
      const stop = new AbortController();
      const stopAt = line.clock.now + stopAfter;
      line.clock.after(stopAfter, () => stop.abort());
      const outcome = await line.send({ signal: stop.signal });
      assertSafe(line);
      assertTrue(outcome, line);
      if (outcome.kind === 'stopped') assert.ok(line.clock.now === stopAt && line.requests.every(({ at }) => at <= stopAt));
      line.script.length = 0;
      const resumed = await line.send();
      assertSafe(line);
      assert.equal(resumed.kind, 'sent');
      assert.equal(line.storings, 1);
    }),
    { numRuns: 200 },
  );
});
