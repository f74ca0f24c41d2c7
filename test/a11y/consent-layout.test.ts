/** The consent dialog on a small phone, on a large one, on a tablet. Here, because only Chromium takes such orders. */
import { expect } from '@open-wc/testing';
import type { ConsentDialog } from '@tsunagu/consent-dialog';
import { setViewport } from '@web/test-runner-commands';
import { isSeen, until } from '../core/page.js';
import { all, answer, native, one, opened, part, pick, press, request, said } from '../consent-dialog/dialog.js';
import { expectOneWeight } from '../consent-dialog/dark-patterns.look.js';

/** Elements that reach out of the screen. */
const tooWide = (dialog: ConsentDialog): string[] =>
  all(dialog, '*')
    .filter(isSeen)
    .filter((element) => {
      const box = element.getBoundingClientRect();
      return box.width > 0 && (box.left < -1 || box.right > window.innerWidth + 1);
    })
    .map((element) => `${element.localName}.${element.className} ${said(element).slice(0, 40)}`);

const small = (dialog: ConsentDialog): string[] =>
  all(dialog, 'button, a.button, input[type=text], select')
    .filter(isSeen)
    .filter((element) => element.getBoundingClientRect().height < 43.5)
    .map((element) => `${element.localName} ${said(element)} ${element.getBoundingClientRect().height}`);

describe('the consent dialog', () => {
  after(() => setViewport({ width: 800, height: 600 }));

  for (const width of [320, 375, 820])
    it(`weighs yes and no the same at ${width} px: size, colour, letters, line`, async () => {
      await setViewport({ width, height: 800 });
      const dialog = await opened();
      expect(window.innerWidth).to.equal(width);
      expectOneWeight(dialog);
      dialog.close();
    });

  it('fits 320 px on every page: nothing scrolls sideways, everything to press is large enough', async () => {
    await setViewport({ width: 320, height: 640 });
    const dialog = await opened({ request: request({ purposes: ['referral', 'plan-meeting'] }) });
    const looksWell = (what: string): void => {
      expect(tooWide(dialog), what).to.deep.equal([]);
      expect(native(dialog).scrollWidth, what).to.be.at.most(native(dialog).clientWidth);
      expect(small(dialog), what).to.deep.equal([]);
    };
    looksWell('the question');
    await press(dialog, part(dialog, 'choose'));
    looksWell('one by one');
    await answer(dialog, 'given');
    await pick(dialog, 'by', 'self');
    await pick(dialog, 'how', 'electronic');
    await until(() => one(dialog, '[part=signature-surface]'), 'the field for the signature');
    looksWell('the signature');
    dialog.close();
  });
});
