import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { runInSlices } from '@tsunagu/core';

/** A clock that only work moves: whether a slice is over must not depend on the machine that runs the test. */
let now = 0;
const realNow = performance.now.bind(performance);

/** `count` steps of `ms` each; `done` tells how far it has come. */
function work(count: number, ms: number): { steps: Generator<void, string>; done: () => number } {
  let done = 0;
  const steps = (function* () {
    while (done < count) {
      now += ms;
      done++;
      yield;
    }
    return 'made';
  })();
  return { steps, done: () => done };
}

/** What the rest of the page sees while `running` is under way: how far the work was each time it got its turn. */
async function seenMeanwhile(running: Promise<unknown>, done: () => number): Promise<number[]> {
  const seen: number[] = [];
  let over = false;
  void running.catch(() => undefined).then(() => (over = true));
  const { port1, port2 } = new MessageChannel();
  const turn = (): Promise<unknown> =>
    new Promise((resolve) => {
      port1.onmessage = resolve;
      port2.postMessage(0);
    });
  while (!over) {
    seen.push(done());
    await turn();
  }
  port1.close();
  return seen;
}

describe('work in slices', () => {
  beforeEach(() => {
    now = 0;
    performance.now = () => now;
  });
  afterEach(() => {
    performance.now = realNow;
  });

  it('lets the page have its turn, again and again, and no slice is longer than a frame', async () => {
    const { steps, done } = work(100, 3);
    const running = runInSlices(steps);
    const seen = await seenMeanwhile(running, done);
    assert.equal(await running, 'made');
    const stops = [...new Set(seen)];
    const slices = stops.map((at, index) => (at - (stops[index - 1] ?? 0)) * 3);
    assert.ok(stops.length > 10, `the page had its turn at ${stops.join(', ')} of 100 steps`);
    assert.ok(Math.max(...slices) <= 16, `slices of ${slices.join(', ')} ms`);
  });

  it('does little work at once, without making it wait', async () => {
    const { steps, done } = work(100, 0.05);
    const running = runInSlices(steps);
    assert.equal(done(), 100);
    assert.equal(await running, 'made');
  });

  it('stops between two slices when it is no longer wanted, with the reason given', async () => {
    const { steps, done } = work(100, 3);
    const wanted = new AbortController();
    const running = runInSlices(steps, wanted.signal);
    const before = done();
    wanted.abort(new Error('another directory'));
    await assert.rejects(running, /another directory/);
    assert.equal(done(), before);
    assert.ok(before < 100);
  });
});
