/** Waits until a page has come to rest: no request under way, no element with a pending update, no change for some frames. */

let underWay = 0;
const fetchOfPage = window.fetch.bind(window);
window.fetch = async (...args) => {
  underWay += 1;
  try {
    return await fetchOfPage(...args);
  } finally {
    underWay -= 1;
  }
};

interface Updating extends Element {
  updateComplete?: Promise<boolean>;
  isUpdatePending?: boolean;
}

/** Every element below `root`, through open shadow roots. */
export function* deepElements(root: ParentNode): Generator<Updating> {
  for (const element of root.querySelectorAll<Updating>('*')) {
    yield element;
    if (element.shadowRoot) yield* deepElements(element.shadowRoot);
  }
}

const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));

function isBusy(root: ParentNode): boolean {
  for (const element of deepElements(root)) {
    if (element.isUpdatePending || element.getAttribute('aria-busy') === 'true') return true;
  }
  return underWay > 0;
}

/**
 * Resolves when `root` has rested for `frames` animation frames; rejects after `limit` milliseconds, naming what still moves.
 * Modules on their way (`import()` of a language) cannot be seen from here: give them frames where one may be asked for.
 */
export async function settled(root: ParentNode, frames = 4, limit = 15_000): Promise<void> {
  const until = performance.now() + limit;
  let markup = '';
  for (let quiet = 0; quiet < frames;) {
    await frame();
    let now = '';
    for (const element of deepElements(root)) now += `${element.localName}${element.shadowRoot?.innerHTML.length ?? ''};`;
    quiet = !isBusy(root) && now === markup ? quiet + 1 : 0;
    markup = now;
    if (performance.now() > until) throw new Error(`The page did not come to rest: ${underWay} requests, ${markup.length} characters.`);
  }
}
