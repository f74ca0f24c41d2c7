/** Keeps what is looked at clear of the bar with the way out: it lies over the lower edge of the page, not of the form alone. */

/** The focus ring around an element (px). */
const ring = 8;

/** How far an element reaches under the bar (whole px, as pages scroll). */
function under(bar: Element, element: Element): number {
  const [box, cover] = [element.getBoundingClientRect(), bar.getBoundingClientRect()];
  const meet = box.right > cover.left && box.left < cover.right && box.bottom + ring > cover.top && box.top < cover.bottom;
  // What is taller than the room above the bar cannot be clear of it; its beginning is seen.
  return meet && box.height < cover.top - ring ? Math.ceil(box.bottom + ring - cover.top) : 0;
}

const parentOf = (element: Element): Element | null =>
  element.assignedSlot ?? element.parentElement ?? (element.getRootNode() as Partial<ShadowRoot>).host ?? null;

/**
 * Scrolls an element out from under the bar, at once (no motion to reduce); where nothing can scroll (the end of the page), the bar goes up.
 */
function clear(bar: Element, element: Element): void {
  bar.classList.remove('up');
  let rest = under(bar, element);
  for (let at = parentOf(element); at && rest > 0; at = parentOf(at)) {
    const before = at.scrollTop;
    if (at !== document.scrollingElement && !/auto|scroll/.test(getComputedStyle(at).overflowY)) continue;
    at.scrollBy({ top: rest, behavior: 'instant' });
    const now = under(bar, element);
    // What is fixed to the window does not move.
    if (now < rest) rest = now;
    else at.scrollTo({ top: before, behavior: 'instant' });
  }
  bar.classList.toggle('up', rest > 0);
}

type Root = HTMLElement | DocumentFragment;

const barIn = (root: Root): Element | null => root.querySelector('.exit');

/** Lines that answer now have appeared below the words: their heading is brought into sight, if the field that is written in stays in sight as well. */
export function show(root: Root): void {
  const [bar, heading, field] = [barIn(root), root.querySelector('#safety-words'), root.querySelector('#words:focus')];
  if (!bar || !heading || !field) return;
  const { offsetTop = 0, height = innerHeight } = visualViewport ?? {};
  const rest = Math.max(under(bar, heading), heading.getBoundingClientRect().bottom + ring - offsetTop - height);
  if (rest > 0 && rest <= field.getBoundingClientRect().top - ring - offsetTop) scrollBy({ top: rest, behavior: 'instant' });
}

/**
 * Watches the whole page: whatever gets the focus, a link of the page or a finder's button, is not left under the bar (WCAG 2.2, 2.4.11).
 * Ends with `signal`. Not while a pointer is down: what is pressed must not move from under the finger.
 * @param first where the focus is now, as an event's `composedPath`
 */
export function keepClear(root: Root, first: readonly EventTarget[], signal: AbortSignal): void {
  if (signal.aborted) return;
  let pressed = false;
  const press = ({ type }: Event): void => void (pressed = type === 'pointerdown');
  const look = (event: Event): void => follow(event.composedPath());
  const follow = (path: readonly EventTarget[]): void => {
    // From one element to the next within a shadow tree, the focus moves unseen from outside.
    for (const node of path) if (node instanceof ShadowRoot) node.addEventListener('focusin', look, { signal });
    const [target] = path;
    if (pressed || !(target instanceof Element)) return;
    // The browser scrolls first.
    requestAnimationFrame(() => {
      const cover = barIn(root);
      if (cover && !cover.contains(target) && target.isConnected) clear(cover, target);
    });
  };
  for (const type of ['pointerdown', 'pointerup', 'pointercancel']) window.addEventListener(type, press, { capture: true, signal });
  document.addEventListener('focusin', look, { capture: true, signal });
  // A press of a mouse has brought the focus, or a key.
  if ((first[0] as Element).matches(':focus-visible')) follow(first);
}
