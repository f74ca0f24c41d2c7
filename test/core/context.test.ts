/** `<tsunagu-directory>` and the elements inside it. This page defines the tags itself, in an unusual order. */
import { expect, fixture, html } from '@open-wc/testing';
import { register, TsunaguDirectory } from '@tsunagu/core';
import { WindowFinder } from '@tsunagu/window-finder';
import { ikoma, imabari, toyama } from '../../stories/cities.js';
import { isSeen, until, watchPage } from './page.js';

const desks = (finder: Element): (string | undefined)[] =>
  [...finder.shadowRoot!.querySelectorAll('[part=cards] [part=name]')].map((name) => name.querySelector('span:not([hidden])')?.textContent);
const first = (city: typeof ikoma): string => city.windows[0]!.name as string;

describe('the directory around', () => {
  it('reaches a finder that was there before the directory element was defined', async () => {
    register('tsunagu-window-finder', WindowFinder);
    const box = await fixture<HTMLElement>(html`
      <tsunagu-directory .directory=${ikoma}>
        <tsunagu-window-finder id="early"><p>電話 0743-74-1111</p></tsunagu-window-finder>
      </tsunagu-directory>
    `);
    const early = box.querySelector<WindowFinder>('#early')!;
    await early.updateComplete;
    expect(isSeen(early.querySelector('p')), 'the children stay until then').to.equal(true);

    register('tsunagu-directory', TsunaguDirectory);
    await until(() => desks(early)[0] === first(ikoma), 'desks in the early finder');
  });

  it('gives one directory to two finders, and the next one when it changes', async () => {
    const around = await fixture<TsunaguDirectory>(html`
      <tsunagu-directory .directory=${ikoma}>
        <tsunagu-window-finder></tsunagu-window-finder>
        <section><tsunagu-window-finder></tsunagu-window-finder></section>
      </tsunagu-directory>
    `);
    const finders = [...around.querySelectorAll('tsunagu-window-finder')];
    for (const finder of finders) await until(() => desks(finder)[0] === first(ikoma), 'desks');
    around.directory = toyama;
    for (const finder of finders) await until(() => desks(finder)[0] === first(toyama), 'the other desks');
  });

  it('is the nearest one, and changes when the finder moves', async () => {
    const box = await fixture<HTMLElement>(html`
      <div>
        <tsunagu-directory .directory=${ikoma}>
          <tsunagu-directory id="inner" .directory=${imabari}><tsunagu-window-finder></tsunagu-window-finder></tsunagu-directory>
        </tsunagu-directory>
        <tsunagu-directory id="other" .directory=${toyama}></tsunagu-directory>
      </div>
    `);
    const finder = box.querySelector<WindowFinder>('tsunagu-window-finder')!;
    await until(() => desks(finder)[0] === first(imabari), 'the inner city');
    box.querySelector('#other')!.append(finder);
    await until(() => desks(finder)[0] === first(toyama), 'the other city');
    box.querySelector('tsunagu-directory')!.append(finder);
    await until(() => desks(finder)[0] === first(ikoma), 'the outer city');
  });

  it('that failed leaves the children of the finders inside, with the sentence', async () => {
    const watch = watchPage();
    const around = await fixture<TsunaguDirectory>(html`
      <tsunagu-directory .directory=${{ windows: 1 }}>
        <tsunagu-window-finder><p>電話 0743-74-1111</p></tsunagu-window-finder>
      </tsunagu-directory>
    `);
    const finder = around.querySelector('tsunagu-window-finder')!;
    await until(() => isSeen(finder.shadowRoot!.querySelector('[part=failed]')), 'the sentence');
    expect(isSeen(finder.querySelector('p'))).to.equal(true);
    watch.stop();
    expect(watch.thrown).to.deep.equal([]);
  });
});
