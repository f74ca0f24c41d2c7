/** An element's life on a page: coming, going, moving, coming back. */
import { expect, fixture, html } from '@open-wc/testing';
import type { WindowFinder } from '@tsunagu/window-finder';
import '@tsunagu/core/define';
import { ikoma } from '../../stories/cities.js';
import { answerFetch, never, until, watchPage } from '../core/page.js';
import {
  cards,
  chip,
  drawn,
  field,
  names,
  part,
  parts,
  press,
  said,
  shadow,
  show,
  tuesday,
  type,
  usable,
} from '../window-finder/finder.js';

type Listen = typeof window.addEventListener;

/** Counts what is alive on the page: listeners of window and document, observers, timers. */
function census(): { alive: () => Record<string, number>; stop: () => void } {
  const listeners = new Map<string, number>();
  const observers = new Set<MutationObserver>();
  const timers = new Set<number>();
  const undo: (() => void)[] = [];
  const change = (key: string, by: number): void => void listeners.set(key, (listeners.get(key) ?? 0) + by);
  for (const [name, target] of [['window', window], ['document', document]] as const) {
    const add = target.addEventListener.bind(target) as Listen;
    const remove = target.removeEventListener.bind(target) as Listen;
    target.addEventListener = ((type: string, ...rest: unknown[]) => {
      change(`${name} ${type}`, 1);
      (add as (...all: unknown[]) => void)(type, ...rest);
    }) as typeof target.addEventListener;
    target.removeEventListener = ((type: string, ...rest: unknown[]) => {
      change(`${name} ${type}`, -1);
      (remove as (...all: unknown[]) => void)(type, ...rest);
    }) as typeof target.removeEventListener;
    undo.push(() => {
      Reflect.deleteProperty(target, 'addEventListener');
      Reflect.deleteProperty(target, 'removeEventListener');
    });
  } // prettier-ignore
  const { MutationObserver: Observer, setInterval: every, clearInterval: endEvery, setTimeout: later, clearTimeout: endLater } = window;
  window.MutationObserver = class extends Observer {
    override observe(...all: Parameters<MutationObserver['observe']>): void {
      observers.add(this);
      super.observe(...all);
    }
    override disconnect(): void {
      observers.delete(this);
      super.disconnect();
    }
  };
  const start = (set: typeof every | typeof later, once: boolean) =>
    ((run: () => void, delay?: number) => {
      const timer = (set as (run: () => void, delay?: number) => number)(() => {
        if (once) timers.delete(timer);
        run();
      }, delay);
      timers.add(timer);
      return timer;
    }) as never;
  const end = (clear: (timer?: number) => void) => (timer?: number) => {
    timers.delete(timer!);
    clear(timer);
  };
  Object.assign(window, { setInterval: start(every, false), setTimeout: start(later, true) });
  Object.assign(window, { clearInterval: end(endEvery), clearTimeout: end(endLater) });
  return {
    alive: () => ({
      ...Object.fromEntries([...listeners].filter(([, count]) => count !== 0)),
      ...(observers.size > 0 && { observers: observers.size }),
      ...(timers.size > 0 && { timers: timers.size }),
    }),
    stop() {
      for (const each of undo) each();
      Object.assign(window, {
        MutationObserver: Observer,
        setInterval: every,
        clearInterval: endEvery,
        setTimeout: later,
        clearTimeout: endLater,
      });
    },
  };
}

const nodes = (root: Node): number => {
  const walker = document.createTreeWalker(root);
  let count = 0;
  while (walker.nextNode()) count++;
  return count;
};

describe('1,000 times on and off the page', function () {
  this.timeout(60_000);

  it('leaves no listener, observer or timer, and not one node more', async () => {
    const watch = watchPage();
    const count = census();
    try {
      const box = document.createElement('div');
      const around = document.createElement('tsunagu-directory');
      around.directory = ikoma;
      box.append(around);
      document.body.append(box);
      const finder = document.createElement('tsunagu-window-finder');
      finder.at = tuesday;
      around.append(finder);
      await usable(finder);
      await type(finder, '介護');
      await until(() => part(finder, 'cards'), 'desks');
      const size = nodes(shadow(finder));
      const page = nodes(document);
      const alive = count.alive();
      expect(alive.observers, 'the census counts').to.be.greaterThan(0);
      for (let at = 0; at < 1000; at++) {
        finder.remove();
        around.append(finder);
        if (at % 100 === 0) {
          await finder.updateComplete;
          await type(finder, at % 200 ? '介護' : '介護の');
        }
      }
      await type(finder, '介護');
      await finder.updateComplete;
      expect(nodes(shadow(finder))).to.equal(size);
      expect(nodes(document)).to.equal(page);
      expect(count.alive()).to.include({ observers: alive.observers! });
      box.remove();
      await finder.updateComplete;
      expect(count.alive()).to.deep.equal({});
    } finally {
      count.stop();
      watch.stop();
    }
    expect(watch.thrown).to.deep.equal([]);
  });

  it('also while it is still loading: every request is ended, nothing is said', async () => {
    const watch = watchPage();
    const count = census();
    const signals: AbortSignal[] = [];
    const network = answerFetch((_, signal) => {
      signals.push(signal);
      return never(signal);
    });
    const events: string[] = [];
    const heard = (event: Event): void => void events.push(event.type);
    try {
      const box = document.createElement('div');
      document.body.append(box);
      box.addEventListener('tsunagu-directory-error', heard);
      for (let at = 0; at < 300; at++) {
        const finder = document.createElement('tsunagu-window-finder');
        finder.src = `/city-${at}.json`;
        box.append(finder);
        if (at % 3) await finder.updateComplete;
        finder.remove();
      }
      box.remove();
      await until(() => signals.every((signal) => signal.aborted), 'the end of every request');
      await until(() => Object.keys(count.alive()).length === 0, 'the end of every timer');
    } finally {
      network.stop();
      count.stop();
      watch.stop();
    }
    expect(signals.length).to.be.greaterThan(0);
    expect(events).to.deep.equal([]);
    expect([...watch.thrown, ...watch.errors]).to.deep.equal([]);
  });
});

describe('moving', () => {
  const choose = async (finder: WindowFinder): Promise<void> => {
    // Found alike by the core of the words and by all of them, which come while this runs.
    await type(finder, '介護');
    await press(finder, chip(finder, 'illness-disability'));
    await press(finder, shadow(finder).querySelector<HTMLElement>('[part=open-now] input'));
    await press(finder, parts(finder, 'details-button')[0]);
  };
  const picture = (finder: WindowFinder): unknown => [
    field(finder).value,
    chip(finder, 'illness-disability').getAttribute('aria-pressed'),
    shadow(finder).querySelector<HTMLInputElement>('[part=open-now] input')!.checked,
    names(finder),
    parts(finder, 'details').map((each) => said(each)),
    said(part(finder, 'count')),
  ];

  it('to another parent keeps what was typed, chosen and opened', async () => {
    const finder = await show(html`<tsunagu-window-finder .directory=${ikoma} at=${tuesday}></tsunagu-window-finder>`);
    await choose(finder);
    await drawn(finder, 10);
    const before = picture(finder);
    const other = await fixture<HTMLElement>(html`<section></section>`);
    other.append(finder);
    await finder.updateComplete;
    expect(picture(finder)).to.deep.equal(before);
    await type(finder, 'あけび');
    expect(cards(finder).length).to.be.greaterThan(0);
  });

  it('away and back later, as a page that is kept alive does, keeps it too and still listens', async () => {
    const box = await fixture<HTMLElement>(
      html`<div><tsunagu-window-finder src="/examples/cities/ikoma.json" at=${tuesday}></tsunagu-window-finder></div>`,
    );
    const finder = box.querySelector('tsunagu-window-finder')!;
    await usable(finder);
    await choose(finder);
    await drawn(finder, 10);
    const before = picture(finder);
    const kept = document.createDocumentFragment();
    kept.append(...box.childNodes);
    await new Promise((resolve) => requestAnimationFrame(resolve));
    box.append(kept);
    await finder.updateComplete;
    expect(picture(finder)).to.deep.equal(before);
    window.dispatchEvent(new Event('beforeprint'));
    expect(parts(finder, 'details').every((each) => !each.hidden)).to.equal(true);
    window.dispatchEvent(new Event('afterprint'));
  });

  it('away in the middle of loading, and back: loads after all', async () => {
    const box = await fixture<HTMLElement>(html`<div></div>`);
    const finder = document.createElement('tsunagu-window-finder');
    finder.directory = {
      ...ikoma,
      windows: Array.from({ length: 3000 }, (_, at) => ({ ...ikoma.windows[0]!, id: `city-hall${at || ''}` })),
      catchAll: ['city-hall'],
    };
    for (let at = 0; at < 20; at++) {
      box.append(finder);
      await new Promise((resolve) => requestAnimationFrame(resolve));
      finder.remove();
    }
    box.append(finder);
    await usable(finder);
    expect(said(part(finder, 'count'))).to.contain('3000');
  });

  it('to another document keeps working', async () => {
    const frame = await fixture<HTMLIFrameElement>(html`<iframe title="another document"></iframe>`);
    const finder = await show(html`<tsunagu-window-finder .directory=${ikoma} at=${tuesday}></tsunagu-window-finder>`);
    frame.contentDocument!.body.append(finder);
    document.body.append(finder);
    await type(finder, 'あけび');
    expect(names(finder)[0]).to.contain('あけび');
    finder.remove();
  });
});
