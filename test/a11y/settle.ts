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
  let changes = 0;
  const observer = new MutationObserver((records) => (changes += records.length));
  const watched = new Set<Node>();
  const watch = (node: Node): void => {
    if (watched.has(node)) return;
    watched.add(node);
    observer.observe(node, { subtree: true, childList: true, attributes: true, characterData: true });
    changes += 1;
  };
  for (let quiet = 0; quiet < frames;) {
    await frame();
    watch(root);
    for (const { shadowRoot } of deepElements(root)) if (shadowRoot) watch(shadowRoot);
    quiet = !isBusy(root) && changes === 0 ? quiet + 1 : 0;
    if (performance.now() > until) throw new Error(`The page did not come to rest: ${underWay} requests, ${changes} changes.`);
    changes = 0;
  }
  observer.disconnect();
}
