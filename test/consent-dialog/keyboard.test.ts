/** The dialog by keys alone: it opens at its heading, keeps the focus, and gives it back. */
import { expect, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { ConsentDialog } from '@tsunagu/consent-dialog';
import { until } from '../core/page.js';
import { focused, native, one, opened, part, place, shadow, title } from './dialog.js';

/** Presses a key until `look` finds what it wants under the focus. */
async function tabTo(dialog: ConsentDialog, look: (element: HTMLElement) => boolean, what: string, key = 'Tab'): Promise<HTMLElement> {
  for (let step = 0; step < 60; step++) {
    await sendKeys({ press: key });
    const at = focused(dialog);
    if (document.hasFocus() && at instanceof HTMLElement && look(at)) return at;
  }
  throw new Error(`The keyboard never came to ${what}.`);
}

async function withOpener(): Promise<{ dialog: ConsentDialog; opener: HTMLButtonElement }> {
  const dialog = await place({}, (tag) => html`<div><button id="opener">同意</button>${tag}<a href="#behind">behind</a></div>`);
  const opener = dialog.parentElement!.querySelector<HTMLButtonElement>('#opener')!;
  opener.addEventListener('click', () => void dialog.show());
  opener.focus();
  await sendKeys({ press: 'Enter' });
  await until(() => part(dialog, 'answers'), 'the answers');
  return { dialog, opener };
}

describe('the keyboard alone', () => {
  it('begins at the heading, is kept inside, and goes back to what opened it', async () => {
    const { dialog, opener } = await withOpener();
    expect(focused(dialog)).to.equal(part(dialog, 'title'));
    expect(native(dialog).matches(':modal')).to.equal(true);
    const behind = dialog.parentElement!.querySelector('a')!;
    for (let step = 0; step < 25; step++) {
      await sendKeys({ press: 'Tab' });
      expect(document.activeElement === opener || document.activeElement === behind, 'focus behind the dialog').to.equal(false);
    }
    // In Firefox the round leads through the browser's own bar, as it should: a page must not lock anybody in.
    await tabTo(dialog, () => true, 'the dialog again');
    await sendKeys({ press: 'Escape' });
    await until(() => !dialog.open, 'closing');
    expect(document.activeElement).to.equal(opener);
  });

  it('goes from the question to the receipt', async () => {
    const { dialog, opener } = await withOpener();
    const refuse = await tabTo(dialog, ({ dataset }) => dataset.answer === 'refused', '「伝えない」');
    expect(getComputedStyle(refuse).outlineStyle, 'a ring that is seen').not.to.equal('none');
    await sendKeys({ press: 'Enter' });
    await until(() => title(dialog) === '「伝えない」を選びました', 'the second page');
    expect(focused(dialog)).to.equal(part(dialog, 'title'));
    for (const name of ['by', 'how']) {
      await tabTo(dialog, (at) => (at as HTMLInputElement).name === name, name);
      await sendKeys({ press: ' ' });
      expect((one(dialog, `input[name=${name}]`) as HTMLInputElement).checked).to.equal(true);
    }
    await tabTo(dialog, (at) => at.getAttribute('part') === 'record', '「記録する」');
    await sendKeys({ press: 'Enter' });
    await until(() => part(dialog, 'receipt'), 'the receipt');
    expect(focused(dialog)).to.equal(part(dialog, 'title'));
    await tabTo(dialog, (at) => at.getAttribute('part') === 'done', '「閉じる」');
    await sendKeys({ press: 'Enter' });
    await until(() => !dialog.open, 'closing');
    expect(document.activeElement).to.equal(opener);
    expect(dialog.record.map(({ type }) => type)).to.deep.equal(['requested', 'refused']);
  });

  it('keeps its place while somebody chooses one by one', async () => {
    const dialog = await opened();
    await tabTo(dialog, (at) => at.getAttribute('part') === 'choose', 'choosing one by one');
    await sendKeys({ press: 'Enter' });
    expect(focused(dialog)!.getAttribute('aria-expanded')).to.equal('true');
    const radio = await tabTo(dialog, (at) => at.matches('.group input'), 'the first agency');
    await sendKeys({ press: ' ' });
    expect(focused(dialog)).to.equal(radio);
    await sendKeys({ press: 'ArrowRight' });
    expect((focused(dialog) as HTMLInputElement).value).to.equal('refused');
    expect((focused(dialog) as HTMLInputElement).checked).to.equal(true);
    dialog.close();
  });
});

it('every control has a name, and every question belongs to its field', async () => {
  const dialog = await opened();
  const unnamed = [...shadow(dialog).querySelectorAll<HTMLElement>('button, input, select')].filter(
    (control) => !(control.textContent.trim() || control.getAttribute('aria-label') || (control as HTMLInputElement).labels?.length),
  );
  expect(unnamed).to.have.length(0);
  expect(native(dialog).getAttribute('aria-labelledby')).to.equal(part(dialog, 'title')!.id);
  dialog.close();
});
