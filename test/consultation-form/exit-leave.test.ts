/** Leaving: the page is covered before the next one is there, and the next one takes its place in the history. */
import { expect } from '@open-wc/testing';
import { leave } from '../../packages/consultation-form/src/exit.js';

/** A page of its own, so that leaving it does not end the tests. */
async function page(address: string): Promise<HTMLIFrameElement> {
  const frame = document.createElement('iframe');
  await new Promise((resolve) => {
    frame.onload = resolve;
    frame.src = address;
    document.body.append(frame);
  });
  return frame;
}
const loaded = (frame: HTMLIFrameElement): Promise<unknown> => new Promise((resolve) => (frame.onload = resolve));

describe('leaving', () => {
  let frame: HTMLIFrameElement;
  const next = new URL('/examples/cities/ikoma.json?next', location.href).href;
  beforeEach(async () => {
    frame = await page('/examples/cities/ikoma.json?form');
    frame.style.width = '400px';
    frame.style.height = '400px';
  });
  afterEach(() => frame.remove());

  it('covers everything at once, open dialogs too, and touches neither title nor address', () => {
    const there = frame.contentWindow!;
    const { document } = there;
    document.title = '市の相談';
    const dialog = document.createElement('dialog');
    dialog.textContent = '書いたこと';
    document.body.append(dialog);
    dialog.showModal();
    const tall = document.createElement('div');
    tall.textContent = '相談の内容';
    Object.assign(tall.style, { position: 'fixed', inset: '0', zIndex: '2147483647', visibility: 'visible' });
    document.body.append(tall);
    document.body.style.setProperty('display', 'block');

    const before = there.location.href;
    leave(next, there);

    // Found by place in the tree, not by hit test: an open modal dialog makes everything else inert, a cover too.
    const cover = document.documentElement.lastElementChild as HTMLElement;
    const { left, top, right, bottom } = cover.getBoundingClientRect();
    expect([left, top, right, bottom]).to.deep.equal([0, 0, there.innerWidth, there.innerHeight]);
    expect(there.getComputedStyle(cover).backgroundColor).to.equal('rgb(255, 255, 255)');
    for (const hidden of [dialog, tall]) expect(hidden.getClientRects().length).to.equal(0);
    expect(document.documentElement.innerText.trim()).to.equal('');
    expect(document.title).to.equal('市の相談');
    expect(there.location.href).to.equal(before);
  });

  it('replaces the page: the history has not grown, and the next page is there', async () => {
    const length = history.length;
    const arrived = loaded(frame);
    leave(next, frame.contentWindow!);
    await arrived;
    expect(frame.contentWindow!.location.href).to.equal(next);
    expect(history.length).to.equal(length);
  });
});
