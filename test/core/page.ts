/** What the browser tests share: waiting for a condition, watching for what goes wrong, a stand-in for the network. */

const frame = window.requestAnimationFrame.bind(window);

/** Waits until `look` gives something truthy, and gives it. Fails after `limit` milliseconds, naming what was waited for. */
export async function until<T>(look: () => T, what: string, limit = 15_000): Promise<NonNullable<T>> {
  for (const end = performance.now() + limit; ;) {
    const seen = look();
    if (seen) return seen;
    if (performance.now() > end) throw new Error(`Waited in vain for ${what}.`);
    await new Promise((resolve) => frame(resolve));
  }
}

/** What a page tells its developer while a test runs. `thrown`: uncaught errors and rejections. */
export interface Watch {
  thrown: string[];
  errors: string[];
  warnings: string[];
  stop: () => void;
}

export function watchPage(): Watch {
  const { error, warn, info } = console;
  const watch: Watch = { thrown: [], errors: [], warnings: [], stop: () => undefined };
  const onError = (event: ErrorEvent): void => void watch.thrown.push(event.message);
  const onRejection = (event: PromiseRejectionEvent): void => void watch.thrown.push(String(event.reason));
  window.addEventListener('error', onError);
  window.addEventListener('unhandledrejection', onRejection);
  console.error = (...parts: unknown[]) => void watch.errors.push(parts.join(' '));
  console.warn = (...parts: unknown[]) => void watch.warnings.push(parts.join(' '));
  console.info = () => undefined;
  watch.stop = () => {
    window.removeEventListener('error', onError);
    window.removeEventListener('unhandledrejection', onRejection);
    Object.assign(console, { error, warn, info });
  };
  return watch;
}

type Answer = (address: string, signal: AbortSignal) => Response | Promise<Response>;

/** Answers every `fetch` of the page; returns how to stop and the addresses asked for. */
export function answerFetch(answer: Answer): { asked: string[]; stop: () => void } {
  const original = window.fetch;
  const asked: string[] = [];
  window.fetch = async (input, init) => {
    const address = input instanceof Request ? input.url : String(input);
    asked.push(address);
    return answer(address, init?.signal ?? new AbortController().signal);
  };
  return { asked, stop: () => (window.fetch = original) };
}

/** A fetch that never answers, but ends when it is aborted. */
export const never = (signal: AbortSignal): Promise<Response> =>
  new Promise((_, reject) => signal.addEventListener('abort', () => reject(new DOMException('aborted', 'AbortError'))));

export const json = (value: unknown): Response => new Response(JSON.stringify(value), { headers: { 'content-type': 'application/json' } });

/** An answer whose body comes in pieces; `end` false leaves it open for ever. */
export function streamed(pieces: Iterable<Uint8Array>, end = true): Response {
  const each = pieces[Symbol.iterator]();
  return new Response(
    new ReadableStream({
      pull(controller) {
        const { done, value } = each.next();
        if (!done) controller.enqueue(value);
        else if (end) controller.close();
      },
    }),
  );
}

/** Whether a resident can see it: it has a box, and nothing hides it. */
export function isSeen(element: Element | null | undefined): boolean {
  return element instanceof Element && element.getClientRects().length > 0 && getComputedStyle(element).visibility === 'visible';
}

/**
 * Does to the text below `root` what Chrome's translator does: each text node gives way to `<font><font>`, with other words in it.
 */
export function translate(root: Node, words: (text: string) => string = (text) => `«${text}»`): void {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const nodes: Text[] = [];
  while (walker.nextNode()) nodes.push(walker.currentNode as Text);
  for (const node of nodes) {
    if (!node.data.trim() || ['STYLE', 'SCRIPT'].includes(node.parentElement?.tagName ?? '')) continue;
    const outer = document.createElement('font' as string);
    const inner = document.createElement('font' as string);
    inner.textContent = words(node.data);
    outer.append(inner);
    node.replaceWith(outer);
  }
}
