/** Languages that exist now. `ja-x-easy` is やさしい日本語: it chooses the words; the page still emits `lang="ja"`. */
export const languages = ['ja', 'ja-x-easy', 'en'] as const;
export type Language = (typeof languages)[number];

/** The language for a BCP 47 tag: exact, else its base language, else Japanese. */
export function toLanguage(tag: string | null | undefined): Language {
  const wanted = (tag ?? '').toLowerCase();
  return languages.find((each) => each === wanted) ?? languages.find((each) => each === wanted.split('-')[0]) ?? 'ja';
}

/** The `lang` of the nearest ancestor (the element itself included), through shadow roots. */
export function nearestLang(element: Element): string | undefined {
  for (let at: Element | null = element; at;) {
    const holder: Element | null = at.closest('[lang]:not([lang=""])');
    if (holder) return holder.getAttribute('lang')!;
    const root: Node = at.getRootNode();
    at = root instanceof ShadowRoot ? root.host : null;
  }
  return undefined;
}

type Listener = () => void;
const listeners = new Set<Listener>();
let observer: MutationObserver | undefined;

/** Calls back when any `lang` on the page changes. One observer for all elements; returns how to stop. */
export function onLangChange(listener: Listener): () => void {
  listeners.add(listener);
  if (!observer) {
    observer = new MutationObserver(() => listeners.forEach((each) => each()));
    observer.observe(document, { attributes: true, attributeFilter: ['lang'], subtree: true });
  }
  return () => {
    listeners.delete(listener);
    if (listeners.size === 0) {
      observer?.disconnect();
      observer = undefined;
    }
  };
}
