/** Yes and no weigh the same, nothing is chosen beforehand, and nothing is recorded by leaving. */
import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { consentState } from '@tsunagu/schema/consent';
import { isSeen } from '../core/page.js';
import { expectOneWeight, look } from './dark-patterns.look.js';
import { all, answer, listen, native, one, opened, part, pick, press, request, said, shadow } from './dialog.js';

describe('the weight of the answers', () => {
  it('is one: size, colour, letters, line', async () => {
    const dialog = await opened();
    expectOneWeight(dialog);
    dialog.close();
  });

  it('is one for each agency and matter as well', async () => {
    const dialog = await opened();
    await press(dialog, part(dialog, 'choose'));
    for (const pair of all(dialog, '.pair')) {
      const [yes, no] = [...pair.querySelectorAll('label')];
      expect(look(no!)).to.deep.equal(look(yes!));
      expect(no!.getBoundingClientRect().width).to.be.closeTo(yes!.getBoundingClientRect().width, 1);
    }
    dialog.close();
  });

  it('takes as many presses for a no as for a yes, and fewer questions', async () => {
    const dialog = await opened();
    await answer(dialog, 'refused');
    const asked = all(dialog, '[part=question]').filter(isSeen).length;
    await press(dialog, part(dialog, 'back'));
    await answer(dialog, 'given');
    expect(asked).to.be.below(all(dialog, '[part=question]').filter(isSeen).length);
    expect(look(part(dialog, 'record')!)).to.deep.equal(look(part(dialog, 'back')!));
    dialog.close();
  });
});

describe('nothing is chosen beforehand', () => {
  it('on any page', async () => {
    const dialog = await opened({ request: request({ purposes: ['referral', 'plan-meeting'] }) });
    const checked = (): number => all(dialog, 'input').filter((field) => (field as HTMLInputElement).checked).length;
    await press(dialog, part(dialog, 'choose'));
    await press(dialog, all(dialog, '.row .link')[0]);
    expect(all(dialog, 'input[type=radio]').length).to.be.above(10);
    expect(checked()).to.equal(0);
    for (const kind of ['given', 'refused', 'deferred'] as const) {
      await answer(dialog, kind);
      expect(checked(), kind).to.equal(0);
      await press(dialog, part(dialog, 'back'));
    }
    dialog.close();
  });

  it('nor the next time it is opened', async () => {
    const dialog = await opened();
    await answer(dialog, 'given');
    await pick(dialog, 'by', 'self');
    dialog.close();
    await dialog.show();
    await answer(dialog, 'given');
    expect(all(dialog, 'input').some((field) => (field as HTMLInputElement).checked)).to.equal(false);
    dialog.close();
  });

  it('has neither a disabled control nor a placeholder, and asks nobody whether they are sure', async () => {
    const dialog = await opened();
    await answer(dialog, 'refused');
    expect(all(dialog, ':disabled, [aria-disabled], [placeholder]')).to.have.length(0);
    expect(said(shadow(dialog))).not.to.match(/本当に|よろしいですか|残念/);
    dialog.close();
  });
});

describe('leaving records nothing', () => {
  const ways: readonly (readonly [string, (dialog: Awaited<ReturnType<typeof opened>>) => Promise<void> | void])[] = [
    ['Escape', () => sendKeys({ press: 'Escape' })],
    ['the close button', (dialog) => press(dialog, part(dialog, 'close'))],
    ['close()', (dialog) => dialog.close()],
    ['taking the element out of the page', (dialog) => dialog.remove()],
    ['open = false', async (dialog) => void ((dialog.open = false), await dialog.updateComplete)],
  ];
  for (const [name, leave] of ways)
    it(name, async () => {
      const heard = [...[listen('tsunagu-consent-decide')], listen('tsunagu-consent-withdraw')];
      const dialog = await opened();
      await answer(dialog, 'given');
      await pick(dialog, 'by', 'self');
      await pick(dialog, 'how', 'oral');
      await leave(dialog);
      await dialog.updateComplete;
      expect(dialog.open).to.equal(false);
      expect(shadow(dialog).querySelector('dialog')).to.equal(null);
      expect(dialog.record).to.deep.equal([]);
      expect(consentState(dialog.record, new Date()).status).to.equal('none');
      expect(heard.flat()).to.have.length(0);
    });

  it('pressing beside it neither records nor loses anything', async () => {
    const dialog = await opened();
    await answer(dialog, 'given');
    await pick(dialog, 'by', 'self');
    native(dialog).dispatchEvent(new MouseEvent('click', { bubbles: true, clientX: 1, clientY: 1 }));
    await dialog.updateComplete;
    expect(dialog.open).to.equal(true);
    expect(dialog.record).to.deep.equal([]);
    expect((one(dialog, 'input[name=by][value=self]') as HTMLInputElement).checked).to.equal(true);
    dialog.close();
  });
});
