/** Copying what was written: it works, or says that it did not. */
import { expect, html } from '@open-wc/testing';
import type { ConsultationForm } from '@tsunagu/consultation-form';
import { until } from '../core/page.js';
import { goTo, part, press, said, shadow, show, tuesday, write } from './form.js';

/** The browser's clipboard, in a page that may write to it or not. */
function clipboard(take?: (text: string) => Promise<void>): () => void {
  const own = Object.getOwnPropertyDescriptor(navigator, 'clipboard');
  Object.defineProperty(navigator, 'clipboard', { configurable: true, value: take && { writeText: take } });
  return () => {
    if (own) Object.defineProperty(navigator, 'clipboard', own);
    else delete (navigator as { clipboard?: unknown }).clipboard;
  };
}

async function failed(): Promise<ConsultationForm> {
  const form = await show(html`<tsunagu-consultation-form at=${tuesday} topics="care"></tsunagu-consultation-form>`);
  await goTo(form, 'worry');
  await write(form, 'words', '母の《こと》で\n困っています');
  await goTo(form, 'check');
  form.showFailed();
  await form.updateComplete;
  return form;
}
const copy = (form: ConsultationForm): Promise<void> => press(form, part(form, 'failed')!.querySelectorAll('button')[1]);
const told = (form: ConsultationForm): string => said([...shadow(form).querySelectorAll('.note[role=status]:not([hidden])')].at(-1));

describe('copying', () => {
  it('takes every answer with its question, the person’s own words untouched, and says so', async () => {
    let copied = '';
    const restore = clipboard((text) => {
      copied = text;
      return Promise.resolve();
    });
    try {
      const form = await failed();
      await copy(form);
      await until(() => told(form), 'a word of it');
      expect(told(form)).to.equal('写しました。ほかのアプリに貼り付けられます。');
      expect(copied).to.contain('困っていることを、あなたのことばで\n母の《こと》で\n困っています').and.contain('介護');
    } finally {
      restore();
    }
  });

  it('takes number and secret of a receipt, each on its line', async () => {
    let copied = '';
    const restore = clipboard((text) => {
      copied = text;
      return Promise.resolve();
    });
    try {
      const form = await show(html`<tsunagu-consultation-form at=${tuesday}></tsunagu-consultation-form>`);
      form.showSent({ number: 'ABCD-1234', secret: 'ABCD-EFGH-JKMN-PQRS', receivedAt: '2026-11-24T01:00:00Z' });
      await form.updateComplete;
      await press(form, part(form, 'receipt')!.querySelector('.ways button'));
      await until(() => copied, 'the copy');
      expect(copied).to.equal('ABCD-1234\nABCD-EFGH-JKMN-PQRS');
    } finally {
      restore();
    }
  });

  for (const [page, take] of [
    ['a browser that refuses', () => Promise.reject(new DOMException('no', 'NotAllowedError'))],
    ['a page without https, which has no clipboard', undefined],
  ] as const)
    it(`${page}: says how else, and nothing is thrown`, async () => {
      const restore = clipboard(take);
      try {
        const form = await failed();
        await copy(form);
        await until(() => told(form), 'a word of it');
        expect(told(form)).to.equal('写せませんでした。文字を選んで写すか、印刷してください。');
      } finally {
        restore();
      }
    });
});
