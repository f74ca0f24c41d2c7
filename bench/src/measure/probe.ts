/**
 * Runs inside the measured page, before anything of the page. Everything it does is the same for every contender.
 * It is stringified, so it must not reach outside itself.
 */
export interface KeyTiming {
  /** keydown (browser's own time stamp) until the frame with the first changed card is out, ms. */
  first: number;
  /** keydown until the frame with the last changed card is out, ms. */
  all: number;
  /** Cards in the list afterwards. */
  cards: number;
}

export interface LoadTiming {
  /** Navigation start until the search field can be hit and a first card's frame is out, ms. */
  usable: number;
  /** Cards in the list at that moment. */
  cards: number;
}

export interface Probe {
  usable: Promise<LoadTiming>;
  /** Longest task seen by the Long Tasks API since the last call (0: none of 50 ms or more), and how many. */
  takeLongTasks(): { longest: number; count: number; total: number };
  focusAndClear(): boolean;
  /** Resolves when nothing has changed for `quiet` ms after the last key. */
  settled(quiet: number): Promise<KeyTiming>;
  /** ids (data-id) or heading texts of the cards, in reading order. */
  shown(): { id: string | null; text: string }[];
}

export interface ProbeOptions {
  root?: string;
  field: string;
  cards: string;
}

export function installProbe(options: ProbeOptions): void {
  const scope = (): ParentNode | null => (options.root ? (document.querySelector(options.root)?.shadowRoot ?? null) : document);
  const field = (): HTMLInputElement | null => scope()?.querySelector<HTMLInputElement>(options.field) ?? null;
  const cards = (): Element[] => [...(scope()?.querySelectorAll(options.cards) ?? [])];

  let longTasks: number[] = [];
  const observer = new PerformanceObserver((list) => longTasks.push(...list.getEntries().map((entry) => entry.duration)));
  observer.observe({ type: 'longtask', buffered: true });

  /** A rAF callback's message is delivered after that frame's style, layout and paint. */
  const afterPaint = (run: (time: number, frameFrom: number) => void): void => {
    requestAnimationFrame(() => {
      const frameFrom = performance.now();
      const channel = new MessageChannel();
      channel.port1.onmessage = () => run(performance.now(), frameFrom);
      channel.port2.postMessage(0);
    });
  };

  const usable = new Promise<LoadTiming>((resolve) => {
    const look = (): void => {
      const input = field();
      const box = input?.getBoundingClientRect();
      const first = scope()?.querySelector(options.cards);
      if (input && !input.disabled && box && box.width > 0 && first && first.getClientRects().length > 0) {
        const count = cards().length;
        afterPaint((time) => resolve({ usable: time, cards: count }));
      } else requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  });

  let keyAt = 0;
  let lastChange = 0;
  let firstPaint = 0;
  let lastPaint = 0;
  let pending = false;
  let firstChange = 0;
  const ask = (): void => {
    if (pending) return;
    pending = true;
    afterPaint((time, frameFrom) => {
      pending = false;
      lastPaint = time;
      if (!firstPaint && firstChange && firstChange <= frameFrom) firstPaint = time;
      // A change after this frame's callbacks began is only surely out with the next frame.
      if (lastChange > frameFrom) ask();
    });
  };

  const touchesCards = (record: MutationRecord): boolean => {
    const target = record.target instanceof Element ? record.target : record.target.parentElement;
    if (target?.closest(options.cards)) return true;
    if (record.type !== 'childList') return false;
    return [...record.addedNodes, ...record.removedNodes].some(
      (node) => node instanceof Element && (node.matches(options.cards) || node.querySelector(options.cards) !== null),
    );
  };
  const mutations = new MutationObserver((records) => {
    if (!keyAt || !records.some(touchesCards)) return;
    lastChange = performance.now();
    firstChange ||= lastChange;
    ask();
  });
  const watched = new WeakSet<Node>();
  const watch = (): void => {
    const root = scope();
    if (!root || watched.has(root)) return;
    watched.add(root);
    mutations.observe(root, { subtree: true, childList: true, characterData: true, attributes: true });
  };

  window.addEventListener(
    'keydown',
    (event) => {
      keyAt = event.timeStamp;
      firstChange = lastChange = firstPaint = lastPaint = 0;
      ask();
    },
    { capture: true },
  );

  const probe: Probe = {
    usable,
    takeLongTasks() {
      const seen = [...longTasks, ...observer.takeRecords().map((entry) => entry.duration)];
      longTasks = [];
      return { longest: Math.max(0, ...seen), count: seen.length, total: seen.reduce((sum, ms) => sum + ms, 0) };
    },
    focusAndClear() {
      watch();
      const input = field();
      input?.focus();
      input?.select();
      return input !== null && input.value !== '';
    },
    async settled(quiet) {
      for (;;) {
        const waitFrom = performance.now();
        const change = lastChange;
        await new Promise((resolve) => setTimeout(resolve, quiet));
        const late = performance.now() - waitFrom - quiet;
        if (!pending && lastPaint && change === lastChange && late < quiet / 2) break;
      }
      const result = { first: (firstPaint || lastPaint) - keyAt, all: lastPaint - keyAt, cards: cards().length };
      keyAt = 0;
      return result;
    },
    shown: () =>
      cards()
        .filter((card) => card.getClientRects().length > 0)
        .map((card) => ({
          id: card.getAttribute('data-id'),
          text: card.querySelector<HTMLElement>('h2,h3,h4,[part~=name]')?.innerText ?? '',
        })),
  };
  Object.assign(globalThis, { benchProbe: probe });
}
