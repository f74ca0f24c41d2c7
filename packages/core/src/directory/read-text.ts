import type { DirectoryFailure } from './directory.events.js';
import { LoadError } from './load-error.js';

/** Larger files are refused: 50,000 desks fit, and a phone's memory is safe. In UTF-8 bytes. */
export const maxBytes = 40_000_000;
const timeout = 20_000;

/**
 * Fetches `src` as text, piece by piece so that a large file neither freezes the page nor fills the memory.
 * @throws {LoadError} network, timeout, http, too-large. Rejects with the signal's reason when aborted.
 */
export async function readText(src: string, signal: AbortSignal): Promise<string> {
  const fail = (reason: DirectoryFailure['reason'], message: string, status?: number): LoadError =>
    new LoadError({ reason, message, src, ...(status !== undefined && { status }) });
  const tooLarge = (): LoadError => fail('too-large', `${src} is larger than ${maxBytes} bytes`);
  const clock = new AbortController();
  const timer = setTimeout(() => clock.abort(), timeout);
  const stop = (): void => clock.abort();
  signal.addEventListener('abort', stop);
  try {
    const response = await fetch(src, { signal: clock.signal });
    if (!response.ok) throw fail('http', `${src} answered with status ${response.status}`, response.status);
    if (!response.body) return await response.text();
    const reader = response.body.getReader();
    const decoder = new TextDecoder();
    let text = '';
    for (let bytes = 0; ;) {
      const { done, value } = await reader.read();
      if (done) return text + decoder.decode();
      bytes += value.byteLength;
      if (bytes > maxBytes) {
        void reader.cancel();
        throw tooLarge();
      }
      text += decoder.decode(value, { stream: true });
    }
  } catch (error) {
    signal.throwIfAborted();
    if (error instanceof LoadError) throw error;
    throw clock.signal.aborted
      ? fail('timeout', `${src} did not arrive within ${timeout / 1000} s`)
      : fail('network', `${src} could not be fetched`);
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', stop);
  }
}
