/** Leaving at once: when the keyboard asks for it, where to, and how the page is covered until it is gone. */

/** What is looked at of a `keydown`. */
export type ExitKey = Pick<
  KeyboardEvent,
  'key' | 'isComposing' | 'keyCode' | 'repeat' | 'ctrlKey' | 'altKey' | 'metaKey' | 'shiftKey' | 'isTrusted'
>;

export interface ExitPresses {
  /** Takes a `keydown`; true when it is the one that leaves. */
  (event: ExitKey): boolean;
  /** An input method has just ended a composition (`compositionend`). */
  composed: () => void;
}

/** So many times Escape within so long (ms). */
const presses = 3;
const within = 2000;
/** After a composition, Escape still belongs to the input method for so long (ms): Safari tells of its end before the key that ended it. */
const afterComposition = 500;

/**
 * Counts presses of Escape. Not counted: what an input method takes for itself, a key held down, Escape with a modifier (sticky keys, a
 * screen reader's commands), events that a script made. Any other key starts over.
 * @param now a clock in ms that never runs backwards (`performance.now`)
 */
export function exitPresses(now: () => number): ExitPresses {
  let times: number[] = [];
  let composedAt = -Infinity;
  const press = (event: ExitKey): boolean => {
    // eslint-disable-next-line @typescript-eslint/no-deprecated -- see below
    const { key, isComposing, keyCode, repeat, ctrlKey, altKey, metaKey, shiftKey, isTrusted } = event;
    if (!isTrusted) return false;
    // 229 is how browsers say "the input method has it" where `isComposing` is already false.
    if (key !== 'Escape' || isComposing || keyCode === 229) {
      times = [];
      return false;
    }
    const at = now();
    if (repeat || ctrlKey || altKey || metaKey || shiftKey || at - composedAt < afterComposition) return false;
    times = [...times.filter((time) => at - time <= within), at];
    if (times.length < presses) return false;
    times = [];
    return true;
  };
  const composed = (): void => {
    times = [];
    composedAt = now();
  };
  return Object.assign(press, { composed });
}

/**
 * Where leaving goes to: `exit-url`, also relative, also on another site; only `http:` and `https:`. Otherwise the top page of this site, or an
 * empty page where there is none (a file).
 */
export function exitAddress(attribute: unknown, location: Pick<Location, 'href'>): string {
  const web = (address: string): URL | undefined => {
    try {
      const url = new URL(address, location.href);
      return url.protocol === 'https:' || url.protocol === 'http:' ? url : undefined;
    } catch {
      return undefined;
    }
  };
  const wanted = String(attribute ?? '').trim();
  const url = (wanted && web(wanted)) || web('/');
  if (!url) return 'about:blank';
  // To a place on the page one is on, the browser would only scroll.
  if (url.href.split('#')[0] === location.href.split('#')[0]) url.hash = '';
  return url.href;
}

/**
 * Covers the page before anything else happens, then replaces it: going back does not lead to it any more. Open dialogs lie above every
 * `z-index`, so the body is hidden as well. Address bar and title stay as they are until the next page is there.
 */
export function leave(url: string, page: Window = window): void {
  const { document, location } = page;
  const cover = document.createElement('div');
  Object.assign(cover.style, { position: 'fixed', inset: '0', zIndex: '2147483647', background: '#fff' });
  document.documentElement.append(cover);
  document.body?.style.setProperty('display', 'none', 'important');
  // In some browsers Escape stops the next page from coming.
  const go = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') event.preventDefault();
  };
  document.addEventListener('keydown', go, true);
  location.replace(url);
}

/** What the names of drafts begin with, in a tab's own memory. */
export const draftPrefix = 'tsunagu-draft-';

/** What blocked or full storage throws is not the person's matter. */
export function quietly<Result>(act: () => Result): Result | undefined {
  try {
    return act();
  } catch {
    return undefined;
  }
}

/** Removes the drafts of every form in this tab: for leaving at once. */
export function wipeTabDrafts(): void {
  quietly(() => {
    for (const key of Object.keys(sessionStorage)) if (key.startsWith(draftPrefix)) sessionStorage.removeItem(key);
  });
}

/** Removes every draft on this device when the code that keeps them is not here yet. Clearing goes through while another tab holds the store. */
export function wipeDeviceDrafts(): void {
  quietly(() => {
    const opening = indexedDB.open('tsunagu');
    // There were none: nothing is to be made.
    opening.onupgradeneeded = () => opening.transaction?.abort();
    opening.onsuccess = () => quietly(() => opening.result.transaction('drafts', 'readwrite').objectStore('drafts').clear());
  });
}
