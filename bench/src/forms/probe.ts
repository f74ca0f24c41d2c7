/**
 * Runs inside the measured page, before anything of the page. Everything it does is the same for every form: it sees what a person sees
 * (visible fields, their names, a button that says "next"), and knows no library. It is stringified, so it must not reach outside itself.
 */
export interface FormReady {
  /** Navigation start until the first field is visible, can be hit, and its frame is out, ms. */
  at: number;
  /** Elements of the page at that moment, shadow trees included. */
  elements: number;
}

export interface Target {
  kind: 'text' | 'press';
  /** The field's accessible name, or the button's words. */
  name: string;
  /** Middle of the part to press, in CSS pixels of the viewport; null when it cannot be hit there. */
  at: { x: number; y: number } | null;
}

export interface FormProbe {
  ready: Promise<FormReady>;
  /** Blocking time since the last call: what long tasks took beyond 50 ms each, ms. */
  takeBlocking(): number;
  /** The first field of the step. Scrolls it into view. */
  first(): Target | null;
  /** Puts the caret into the step's textarea; false when the step has none. */
  focusText(): boolean;
  /** keydown (browser's own time stamp) until that key's frame is out, ms, one per key since the last call. */
  takeKeys(): number[];
  textValue(): string;
  /** The visible button that leads on, scrolled into view, ready for `stepped`. Null on the last step. */
  next(): Target | null;
  /** Resolves when another step's first field is visible, can be hit, and its frame is out: ms since the mouse button went down. */
  stepped(patience: number): Promise<{ ms: number } | { stuck: string }>;
  /** Resolves when nothing has changed for `quiet` ms and the main thread is free. */
  settled(quiet: number): Promise<void>;
}

export interface FormProbeOptions {
  root?: string;
}

export function installFormProbe(options: FormProbeOptions): void {
  type Field = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;
  type Tree = Document | ShadowRoot;
  const fieldSelector = 'input:not([type=hidden]), select, textarea';

  const isField = (element: Element): element is Field => element.matches(fieldSelector);
  const scope = (): Element | null => (options.root ? document.querySelector(options.root) : document.body);
  /** In reading order. Shadow trees are entered only where a contender has said that it uses them. */
  function* walk(from: Element): Generator<Element> {
    const inside = options.root ? from.shadowRoot : null;
    for (const parent of inside ? [inside, from] : [from]) {
      for (const child of parent.children) {
        yield child;
        yield* walk(child);
      }
    }
  }
  const all = function* (): Generator<Element> {
    const from = scope();
    if (from) yield* walk(from);
  };

  const labelsOf = (field: Field): HTMLElement[] => [...(field.labels ?? [])];
  /** Libraries hide the native radio button or check box and draw its label instead. */
  const boxOf = (field: Field): DOMRect => {
    const own = field.getBoundingClientRect();
    return /^(radio|checkbox)$/.test(field.type) && labelsOf(field)[0] ? (labelsOf(field)[0] as HTMLElement).getBoundingClientRect() : own;
  };
  /** Fields set aside for robots, off the page or hidden from assistive technology, are not for a person. */
  const visible = (element: Element, box = element.getBoundingClientRect()): boolean =>
    box.width > 4 &&
    box.height > 4 &&
    box.right > 0 &&
    box.left < innerWidth &&
    box.bottom + scrollY > 0 &&
    element.checkVisibility({ visibilityProperty: true }) &&
    !element.closest('[inert], [aria-hidden=true]');
  const middle = (box: DOMRect): { x: number; y: number } => ({ x: box.left + Math.min(box.width / 2, 60), y: box.top + box.height / 2 });
  const hits = (element: Element, box: DOMRect): boolean => {
    const { x, y } = middle(box);
    const hit = (element.getRootNode() as Tree).elementFromPoint(x, y);
    return (
      hit !== null && [element, ...(isField(element) ? labelsOf(element) : [])].some((each) => each.contains(hit) || hit.contains(each))
    );
  };
  const firstField = (): Field | null => {
    for (const element of all()) if (isField(element) && !element.disabled && visible(element, boxOf(element))) return element;
    return null;
  };
  const nameOf = (field: Field): string => {
    const tree = field.getRootNode() as Tree;
    const ids = field.getAttribute('aria-labelledby')?.split(/\s+/) ?? [];
    const texts = [
      ...ids.map((id) => tree.getElementById(id)?.textContent),
      ...labelsOf(field).map(({ textContent }) => textContent),
      field.getAttribute('aria-label'),
      field.name,
    ];
    return (texts.find((text) => text?.trim()) ?? '').replace(/\s+/g, ' ').trim();
  };
  const wordsOf = (button: Element): string => (button.textContent || (button as HTMLInputElement).value).trim();
  const findNext = (): HTMLElement | null => {
    for (const element of all()) {
      if (!element.matches('button, input[type=button], input[type=submit]') || !visible(element)) continue;
      if (/^(次へ|次に|つぎへ)/.test(wordsOf(element))) return element as HTMLElement;
    }
    return null;
  };
  const findTextarea = (): HTMLTextAreaElement | null => {
    for (const element of all()) if (element instanceof HTMLTextAreaElement && visible(element)) return element;
    return null;
  };

  let tasks: number[] = [];
  const longTasks = new PerformanceObserver((list) => tasks.push(...list.getEntries().map(({ duration }) => duration)));
  longTasks.observe({ type: 'longtask', buffered: true });

  /** Called inside a requestAnimationFrame callback: its message is delivered after that frame's style, layout and paint. */
  const afterThisFrame = (run: (time: number) => void): void => {
    const channel = new MessageChannel();
    channel.port1.onmessage = () => run(performance.now());
    channel.port2.postMessage(0);
  };

  const ready = new Promise<FormReady>((resolve) => {
    const look = (): void => {
      const field = firstField();
      const box = field && boxOf(field);
      // A field below the fold is usable too: it only needs scrolling.
      if (field && box && (middle(box).y > innerHeight || hits(field, box))) {
        afterThisFrame((at) => resolve({ at, elements: document.body.querySelectorAll('*').length + inShadow() }));
      } else requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  });
  const inShadow = (): number => {
    const outside = new Set(document.body.querySelectorAll('*'));
    return options.root ? [...all()].filter((element) => !outside.has(element)).length : 0;
  };

  let keys: number[] = [];
  window.addEventListener(
    'keydown',
    ({ timeStamp }) => requestAnimationFrame(() => afterThisFrame((time) => keys.push(time - timeStamp))),
    { capture: true },
  );
  let pressedAt = 0;
  window.addEventListener('pointerdown', ({ timeStamp }) => (pressedAt = timeStamp), { capture: true });

  let before = '';
  const signature = (field: Field | null): string => (field ? nameOf(field) : '');

  const probe: FormProbe = {
    ready,
    takeBlocking() {
      const seen = [...tasks, ...longTasks.takeRecords().map(({ duration }) => duration)];
      tasks = [];
      return seen.reduce((sum, ms) => sum + Math.max(0, ms - 50), 0);
    },
    first() {
      const field = firstField();
      if (!field) return null;
      field.scrollIntoView({ block: 'center', behavior: 'instant' });
      const box = boxOf(field);
      const kind = /^(radio|checkbox)$/.test(field.type) ? 'press' : 'text';
      return { kind, name: nameOf(field), at: hits(field, box) ? middle(box) : null };
    },
    focusText() {
      const field = findTextarea();
      field?.scrollIntoView({ block: 'center', behavior: 'instant' });
      field?.focus();
      return field !== null;
    },
    takeKeys() {
      const taken = keys;
      keys = [];
      return taken;
    },
    textValue: () => findTextarea()?.value ?? '',
    next() {
      const button = findNext();
      if (!button) return null;
      button.scrollIntoView({ block: 'center', behavior: 'instant' });
      before = signature(firstField());
      pressedAt = 0;
      const box = button.getBoundingClientRect();
      return { kind: 'press', name: wordsOf(button), at: hits(button, box) ? middle(box) : null };
    },
    stepped: (patience) =>
      new Promise((resolve) => {
        const until = performance.now() + patience;
        const look = (): void => {
          const field = firstField();
          const box = field && boxOf(field);
          if (
            pressedAt &&
            field &&
            box &&
            signature(field) !== before &&
            (middle(box).y < 0 || middle(box).y > innerHeight || hits(field, box))
          ) {
            afterThisFrame((time) => resolve({ ms: time - pressedAt }));
          } else if (performance.now() > until) resolve({ stuck: (scope() as HTMLElement | null)?.innerText.slice(0, 300) ?? '' });
          else requestAnimationFrame(look);
        };
        requestAnimationFrame(look);
      }),
    async settled(quiet) {
      let changes = 0;
      const observer = new MutationObserver((records) => (changes += records.length));
      const trees = [document, ...[...all()].flatMap(({ shadowRoot }) => shadowRoot ?? []), scope()?.shadowRoot].filter(
        (tree) => tree != null,
      );
      for (const tree of trees) observer.observe(tree, { subtree: true, childList: true, characterData: true, attributes: true });
      for (;;) {
        const from = performance.now();
        const seen = changes;
        await new Promise((resolve) => setTimeout(resolve, quiet));
        if (changes === seen && performance.now() - from < quiet * 1.5) break;
      }
      observer.disconnect();
    },
  };
  Object.assign(globalThis, { formProbe: probe });
}
