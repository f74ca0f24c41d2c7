/** How long our work may hold the main thread before it lets the page breathe, in milliseconds of wall time. */
const budget = 12;

/** Lets input and paint through, then goes on. */
function pause(): Promise<void> {
  const scheduler = (globalThis as { scheduler?: { yield?: () => Promise<void> } }).scheduler;
  if (scheduler?.yield) return scheduler.yield();
  return new Promise((resolve) => {
    const channel = new MessageChannel();
    channel.port1.onmessage = () => {
      channel.port1.close();
      resolve();
    };
    channel.port2.postMessage(0);
  });
}

/**
 * Runs a generator to its end in slices, so that reading 10,000 desks never freezes an old phone.
 * Rejects with the signal's reason when aborted between slices.
 */
export async function runInSlices<T>(steps: Generator<void, T>, signal?: AbortSignal): Promise<T> {
  let start = performance.now();
  for (let paused = false; ;) {
    const step = steps.next();
    if (step.done) {
      // What is done with the result is a task of its own.
      if (paused) await pause();
      signal?.throwIfAborted();
      return step.value;
    }
    if (performance.now() - start > budget) {
      await pause();
      paused = true;
      signal?.throwIfAborted();
      start = performance.now();
    }
  }
}
