/** The bar with the way out lies over the whole page: what has the focus, the page's own links too, is not left under it. */
import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import { sendMouse, setViewport } from '@web/test-runner-commands';
import type { ConsultationForm } from '@tsunagu/consultation-form';
import { mihon } from '../../stories/cities.js';
import '@tsunagu/window-finder/define';
import { until } from '../core/page.js';
import { part, tuesday } from '../consultation-form/form.js';

const styles = html`<style>
  html {
    scroll-behavior: smooth;
  }
  .tall {
    height: 2000px;
  }
  .odd {
    margin-bottom: 0.4px;
  }
  .box {
    height: 400px;
    overflow: auto;
  }
  .fixed {
    position: fixed;
    bottom: 0;
    left: 0;
  }
</style>`;

async function page(before: unknown, after: unknown = html`<div class="tall"></div>`): Promise<{ box: HTMLElement; bar: HTMLElement }> {
  const box = await fixture<HTMLElement>(
    html`<div>${styles}${before}<tsunagu-consultation-form at=${tuesday}></tsunagu-consultation-form>${after}</div>`,
  );
  const form = box.querySelector<ConsultationForm>('tsunagu-consultation-form')!;
  await form.updateComplete;
  return { box, bar: part(form, 'exit')! };
}

const frames = async (): Promise<void> => {
  for (let count = 0; count < 3; count++) await new Promise((resolve) => requestAnimationFrame(resolve));
};
/** Puts an element's middle where the bar's upper edge is, and looks whether it is covered. */
function putUnder(bar: Element, element: Element): void {
  const { top, height } = element.getBoundingClientRect();
  window.scrollBy({ top: top + height / 2 - bar.getBoundingClientRect().top, behavior: 'instant' });
  expect(covered(bar, element), 'it begins under the bar').to.equal(true);
}
function covered(bar: Element, element: Element): boolean {
  const [one, two] = [element.getBoundingClientRect(), bar.getBoundingClientRect()];
  return one.right > two.left && one.left < two.right && one.bottom > two.top && one.top < two.bottom;
}

describe('the focus and the bar', () => {
  before(() => setViewport({ width: 375, height: 667 }));
  after(() => setViewport({ width: 800, height: 600 }));
  afterEach(() => window.scrollTo({ top: 0, behavior: 'instant' }));

  it('a link of the page is scrolled clear, at once', async () => {
    const { box, bar } = await page(
      html`<div class="tall"></div>
        <a href="#there">リンク</a>
        <div class="tall"></div>`,
    );
    const link = box.querySelector('a')!;
    putUnder(bar, link);
    link.focus({ preventScroll: true });
    await waitUntil(() => !covered(bar, link), 'it comes clear');
    expect(bar.classList.contains('up')).to.equal(false);
  });

  it('from one of a finder’s buttons to the next, which nobody outside is told of', async () => {
    const { box, bar } = await page(
      html`<tsunagu-window-finder .directory=${mihon} at=${tuesday}></tsunagu-window-finder>
        <div class="tall"></div>`,
    );
    const finder = box.querySelector('tsunagu-window-finder')!;
    const phones = (): HTMLElement[] => [...finder.shadowRoot!.querySelectorAll<HTMLElement>('[part=phone]')];
    await until(() => phones()[2], 'the cards');
    const buttons = phones();
    buttons[0]!.focus();
    await frames();
    for (const button of buttons.slice(1, 3)) {
      putUnder(bar, button);
      button.focus({ preventScroll: true });
      await frames();
      expect(covered(bar, button)).to.equal(false);
    }
  });

  it('in a box of the page that scrolls by itself', async () => {
    const { box, bar } = await page(
      html`<div class="tall"></div>
        <div class="box">
          <div class="tall"></div>
          <a href="#there">リンク</a>
          <div class="tall"></div>
        </div>`,
      html``,
    );
    const inner = box.querySelector<HTMLElement>('.box')!;
    const link = box.querySelector('a')!;
    inner.scrollTop = link.offsetTop - inner.offsetTop - 200;
    putUnder(bar, link);
    link.focus({ preventScroll: true });
    await frames();
    expect(covered(bar, link)).to.equal(false);
  });

  it('at the end of the page, and what is fixed there: the bar gives way, and comes back', async () => {
    const { box, bar } = await page(
      html`<div class="tall"></div>`,
      html`<p><a href="#one">最後のリンク</a></p>
        <a class="fixed" href="#two">いつも下</a>`,
    );
    const [last, fixed] = box.querySelectorAll('a');
    window.scrollTo({ top: 99_999, behavior: 'instant' });
    const end = window.scrollY;
    expect(covered(bar, last!)).to.equal(true);
    for (const link of [last!, fixed!]) {
      link.focus({ preventScroll: true });
      await frames();
      expect(covered(bar, link)).to.equal(false);
      const { top, bottom } = bar.getBoundingClientRect();
      expect(top >= 0 && bottom <= innerHeight, 'the way out is on the screen').to.equal(true);
      expect(window.scrollY).to.equal(end);
    }
    part(box.querySelector('tsunagu-consultation-form')!, 'next')!.focus();
    await frames();
    expect(bar.classList.contains('up')).to.equal(false);
  });

  it('what is pressed does not move from under the finger', async () => {
    const { box, bar } = await page(
      html`<div class="tall"></div>
        <button>押す</button>
        <div class="tall"></div>`,
    );
    const button = box.querySelector('button')!;
    let pressed = 0;
    button.addEventListener('click', () => pressed++);
    putUnder(bar, button);
    const { left, top } = button.getBoundingClientRect();
    const before = window.scrollY;
    await sendMouse({ type: 'move', position: [Math.round(left) + 5, Math.round(top) + 3] });
    await sendMouse({ type: 'down' });
    await frames();
    expect(window.scrollY).to.equal(before);
    await sendMouse({ type: 'up' });
    expect(pressed).to.equal(1);
  });

  it('a form that was taken away leaves the page alone', async () => {
    const { box, bar } = await page(
      html`<div class="tall"></div>
        <a href="#there">リンク</a>
        <div class="tall"></div>`,
    );
    const link = box.querySelector('a')!;
    putUnder(bar, link);
    const before = window.scrollY;
    box.querySelector('tsunagu-consultation-form')!.remove();
    link.focus({ preventScroll: true });
    await frames();
    expect(window.scrollY).to.equal(before);
  });
});
