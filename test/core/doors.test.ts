/** The doors a directory comes through, and what stands in them changing while the page lives. */
import { expect, fixture, html, oneEvent } from '@open-wc/testing';
import type { DirectoryErrorEvent, TsunaguDirectory } from '@tsunagu/core';
import type { Directory } from '@tsunagu/schema/directory';
import type { WindowFinder } from '@tsunagu/window-finder';
import '@tsunagu/core/define';
import '@tsunagu/window-finder/define';
import { imabari, ikoma, kadoma, mihon, toyama } from '../../stories/cities.js';
import { answerFetch, json, never, until, watchPage, type Watch } from './page.js';

const city = (event: Event): string => {
  const { name } = (event as CustomEvent<{ directory: Directory }>).detail.directory.municipality;
  return typeof name === 'string' ? name : name.ja;
};
const loaded = async (element: Element): Promise<string> => city(await oneEvent(element, 'tsunagu-directory-load'));
/** What is on the screen of a finder: the name of its first desk. */
const firstDesk = (finder: WindowFinder): string | undefined =>
  finder.shadowRoot!.querySelector('[part=cards] [part=name] span:not([hidden])')?.textContent;

const inline = (text: string): HTMLScriptElement =>
  Object.assign(document.createElement('script'), { type: 'application/json', textContent: text });

describe('the doors of a directory', () => {
  let watch: Watch;
  let network: ReturnType<typeof answerFetch>;
  beforeEach(() => {
    watch = watchPage();
    network = answerFetch((address) => json(address.endsWith('toyama.json') ? toyama : kadoma));
  });
  afterEach(() => {
    network.stop();
    watch.stop();
    expect(watch.thrown).to.deep.equal([]);
  });

  it('are the property, an inline JSON child, src, the directory around, a child table: in this order', async () => {
    const around = await fixture<TsunaguDirectory>(html`<tsunagu-directory .directory=${imabari}></tsunagu-directory>`);
    const finder = document.createElement('tsunagu-window-finder');
    finder.directory = ikoma;
    finder.src = '/toyama.json';
    finder.append(inline(JSON.stringify(mihon)));
    const table = document.createElement('table');
    for (const cells of [['窓口', '電話'], ['表の総合窓口', '03-0000-1000']]) {
      const row = table.insertRow();
      for (const text of cells) row.insertCell().textContent = text;
    } // prettier-ignore
    finder.append(table);
    finder.catchAll = '表の総合窓口';

    let next = loaded(finder);
    around.append(finder);
    expect(await next).to.equal('生駒市');
    next = loaded(finder);
    finder.directory = undefined;
    expect(await next).to.equal('みほん市');
    next = loaded(finder);
    finder.querySelector('script')!.remove();
    expect(await next).to.equal('富山市');
    finder.removeAttribute('src');
    finder.src = undefined;
    await until(() => firstDesk(finder) === (imabari.windows[0]!.name as string), 'the desk of the directory around');
    next = loaded(finder);
    around.parentElement!.append(finder);
    await next;
    await until(() => firstDesk(finder) === '表の総合窓口', 'the table’s desk');
    expect(network.asked.filter((address) => address.endsWith('toyama.json'))).to.have.length(1);
  });

  it('null means the same as absent, as frameworks write it', async () => {
    const finder = await fixture<WindowFinder>(html`<tsunagu-window-finder src="/toyama.json" .directory=${null}></tsunagu-window-finder>`);
    await until(() => firstDesk(finder), 'desks');
    expect(watch.errors).to.deep.equal([]);
    finder.directory = null as never;
    finder.src = null as never;
    await until(() => !firstDesk(finder), 'the empty state');
    expect(watch.errors).to.deep.equal([]);
  });

  it('an empty src is no door', async () => {
    const around = await fixture<TsunaguDirectory>(
      html`<tsunagu-directory .directory=${imabari}><tsunagu-window-finder src=""></tsunagu-window-finder></tsunagu-directory>`,
    );
    await until(() => firstDesk(around.querySelector('tsunagu-window-finder')!), 'desks');
    expect(network.asked).to.deep.equal([]);
  });

  it('children that come late are seen', async () => {
    const finder = await fixture<WindowFinder>(html`<tsunagu-window-finder></tsunagu-window-finder>`);
    expect(firstDesk(finder)).to.equal(undefined);
    const next = loaded(finder);
    finder.append(document.createElement('p'), inline(JSON.stringify(kadoma)));
    expect(await next).to.equal('門真市');
  });

  it('the same door is not read twice', async () => {
    const finder = await fixture<WindowFinder>(html`<tsunagu-window-finder src="/toyama.json"></tsunagu-window-finder>`);
    await until(() => firstDesk(finder), 'desks');
    let events = 0;
    finder.addEventListener('tsunagu-directory-load', () => events++);
    finder.append(document.createElement('p'));
    finder.src = '/toyama.json';
    const box = await fixture<HTMLElement>(html`<div></div>`);
    box.append(finder);
    await finder.updateComplete;
    await until(() => firstDesk(finder), 'desks');
    expect(network.asked).to.have.length(1);
    expect(events).to.equal(0);
  });

  it('of several addresses in flight the last one wins, whatever comes first', async () => {
    network.stop();
    const waiting = new Map<string, (response: Response) => void>();
    const signals = new Map<string, AbortSignal>();
    network = answerFetch((address, signal) => {
      const name = address.split('/').at(-1)!;
      signals.set(name, signal);
      return Promise.race([never(signal), new Promise<Response>((resolve) => waiting.set(name, resolve))]);
    });
    const finder = await fixture<WindowFinder>(html`<tsunagu-window-finder src="/first.json"></tsunagu-window-finder>`);
    const seen: string[] = [];
    finder.addEventListener('tsunagu-directory-load', (event) => seen.push(city(event)));
    finder.addEventListener('tsunagu-directory-error', (event) => seen.push(event.detail.reason));
    await until(() => waiting.has('first.json'), 'the first request');
    finder.src = '/second.json';
    await until(() => waiting.has('second.json'), 'the second request');
    expect(signals.get('first.json')!.aborted).to.equal(true);
    waiting.get('second.json')!(json(toyama));
    await until(() => seen.length > 0, 'an event');
    waiting.get('first.json')!(json(kadoma));
    await until(() => firstDesk(finder), 'desks');
    expect(seen).to.deep.equal(['富山市']);
    expect(firstDesk(finder)).to.equal(toyama.windows[0]!.name);
  });

  it('an element that leaves the page stops asking, says nothing, and asks again when it comes back', async () => {
    network.stop();
    let signal: AbortSignal | undefined;
    network = answerFetch((_, given) => {
      signal = given;
      return network.asked.length === 1 ? never(given) : json(toyama);
    });
    const box = await fixture<HTMLElement>(html`<div><tsunagu-window-finder src="/toyama.json"></tsunagu-window-finder></div>`);
    const finder = box.querySelector<WindowFinder>('tsunagu-window-finder')!;
    let events = 0;
    finder.addEventListener('tsunagu-directory-error', () => events++);
    await until(() => signal, 'the request');
    finder.remove();
    expect(signal!.aborted).to.equal(true);
    box.append(finder);
    await until(() => firstDesk(finder), 'desks');
    expect(events).to.equal(0);
    expect(watch.errors).to.deep.equal([]);
  });

  it('after a failure "try again" asks the same address again', async () => {
    network.stop();
    network = answerFetch(() => (network.asked.length === 1 ? new Response('', { status: 503 }) : json(toyama)));
    const box = await fixture<HTMLElement>(
      html`<div>
        <tsunagu-window-finder src="/toyama.json"><p>電話 076-000-0000</p></tsunagu-window-finder>
      </div>`,
    );
    const finder = box.querySelector<WindowFinder>('tsunagu-window-finder')!;
    const retry = await until(() => finder.shadowRoot!.querySelector<HTMLElement>('[part=failed] button'), 'the button');
    retry.click();
    await until(() => firstDesk(finder), 'desks');
    expect(finder.shadowRoot!.querySelector('[part=failed]')).to.equal(null);
    expect(network.asked).to.have.length(2);
  });

  it('<tsunagu-directory> tells of its own loading and failing too', async () => {
    const around = await fixture<TsunaguDirectory>(html`<tsunagu-directory src="/toyama.json"></tsunagu-directory>`);
    const error = oneEvent<DirectoryErrorEvent>(around, 'tsunagu-directory-error');
    around.directory = { windows: [] } as never;
    const { detail } = await error;
    expect(detail.reason).to.equal('invalid');
    expect(watch.errors[0]).to.contain('<tsunagu-directory>');
  });
});
