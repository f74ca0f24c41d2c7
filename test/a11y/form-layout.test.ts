/** Narrow, large, in the system's own colours: everything stays to be seen and pressed. Here, because only Chromium takes such orders. */
import { expect, fixture, html } from '@open-wc/testing';
import type { ConsultationForm } from '@tsunagu/consultation-form';
import { emulateMedia, setViewport } from '@web/test-runner-commands';
import { mihon } from '../../stories/cities.js';
import { play, receipt, shows, written } from '../../stories/consultation-form/form.js';
import { isSeen, until } from '../core/page.js';
import { next, part, parts, said, shadow, tuesday, write } from '../consultation-form/form.js';

async function formIn(lang: string, layout = 'steps'): Promise<ConsultationForm> {
  const box = await fixture<HTMLElement>(
    html`<div lang=${lang}>
      <tsunagu-consultation-form
        .directory=${mihon}
        window-id="houkatsu-higashi"
        layout=${layout}
        replies="/api/receipts"
        draft="device"
        id="layout"
        at=${tuesday}
      ></tsunagu-consultation-form>
    </div>`,
  );
  await play(shows('[part=desk]'), shows('.draft'))({ canvasElement: box });
  const form = box.querySelector('tsunagu-consultation-form')!;
  await until(() => said(part(form, 'next')) && shadow(form).querySelector(`[part=language][aria-pressed=true]`), lang);
  return form;
}

/** Elements that reach out of the screen. */
const tooWide = (form: ConsultationForm): string[] => {
  const { clientWidth } = document.documentElement;
  return [...shadow(form).querySelectorAll('*')]
    .filter(isSeen)
    .filter((element) => {
      const box = element.getBoundingClientRect();
      return box.width > 0 && (box.left < -1 || box.right > clientWidth + 1);
    })
    .map((element) => `${element.localName}.${element.className} ${said(element).slice(0, 40)}`);
};

const small = (form: ConsultationForm): string[] =>
  [...shadow(form).querySelectorAll<HTMLElement>('button, label.choice, input[type=text], textarea, a.button')]
    .filter(isSeen)
    .filter((element) => element.getBoundingClientRect().height < 43.5)
    .map((element) => `${element.localName} ${said(element)} ${element.getBoundingClientRect().height}`);

describe('at 320 px', () => {
  before(() => setViewport({ width: 320, height: 640 }));
  after(() => setViewport({ width: 800, height: 600 }));

  for (const lang of ['ja', 'ja-x-easy', 'en'])
    it(`${lang}: nothing scrolls sideways on any page, and everything to press is large enough`, async () => {
      const form = await formIn(lang);
      const look = (what: string): void => {
        expect(tooWide(form), what).to.deep.equal([]);
        expect(document.documentElement.scrollWidth, what).to.be.at.most(320);
        expect(small(form), what).to.deep.equal([]);
        const exit = part(form, 'exit-button')!.getBoundingClientRect();
        expect(exit.bottom, `${what}: the way out is on the screen`).to.be.at.most(window.innerHeight);
      };
      look('who');
      await next(form);
      await next(form);
      look('a problem');
      form.value = written;
      await form.updateComplete;
      look('who, written');
      for (const page of ['worry', 'reply', 'more', 'check']) {
        await next(form);
        look(page);
      }
      form.addEventListener('tsunagu-consultation-submit', (event) => event.preventDefault(), { once: true });
      await next(form);
      look('sending');
      form.showFailed('network');
      await form.updateComplete;
      look('failed');
      form.showSent(receipt);
      await form.updateComplete;
      look('sent');
    });

  it('all on one page, with the longest words', async () => {
    const form = await formIn('en', 'page');
    form.value = { ...written, words: 'w'.repeat(400), about: { who: 'family', relation: 'https://example.jp/'.repeat(4) } };
    await form.updateComplete;
    expect(tooWide(form)).to.deep.equal([]);
    await next(form);
    expect(tooWide(form)).to.deep.equal([]);
    expect(document.documentElement.scrollWidth).to.be.at.most(320);
  });

  it('what has the focus is not under the bar with the way out', async () => {
    const form = await formIn('ja', 'page');
    const fields = [...shadow(form).querySelectorAll<HTMLElement>('input, textarea, [part=next]')].filter(isSeen);
    for (const field of fields) {
      field.focus();
      field.scrollIntoView({ block: 'nearest' });
      const bar = part(form, 'exit')!.getBoundingClientRect();
      expect(field.getBoundingClientRect().top, field.id || (field as HTMLInputElement).value).to.be.lessThan(bar.top);
    }
  });
});

describe('in the system’s own colours', () => {
  it('what is chosen, wrong or pressed does not live by colour alone', async () => {
    await emulateMedia({ forcedColors: 'active' });
    try {
      const form = await formIn('ja');
      await next(form);
      await next(form);
      const summary = getComputedStyle(part(form, 'summary')!);
      expect([summary.borderTopStyle, summary.borderTopWidth]).to.deep.equal(['solid', '2px']);
      const [choice] = parts(form, 'choice') as HTMLInputElement[];
      const card = choice!.closest('label')!;
      const before = getComputedStyle(card).outlineStyle;
      choice!.click();
      await form.updateComplete;
      if (matchMedia('(forced-colors: active)').matches)
        expect([before, getComputedStyle(card).outlineStyle]).to.deep.equal(['none', 'solid']);
      for (const button of shadow(form).querySelectorAll('button')) if (isSeen(button)) expect(said(button)).not.to.equal('');
      await write(form, 'words', '書ける');
    } finally {
      await emulateMedia({ forcedColors: 'none' });
    }
  });
});
