/** The edit mode in every language, on the narrowest of phones. */
import { expect } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';
import { all, show } from '../referral-sheet/edit-stage.js';
import { consents, sheet } from '../referral-sheet/edit.samples.js';

describe('writing a sheet, in every language', () => {
  for (const lang of ['ja', 'ja-x-easy', 'en'] as const)
    it(`axe finds nothing, and nothing overflows at 320 px (${lang})`, async () => {
      await setViewport({ width: 320, height: 640 });
      try {
        const given = sheet({
          household: { members: [{ ref: 'm-1', relation: 'parent' }] },
          supporters: [{ name: '見本医院' }],
          basis: { kind: 'consent' },
        });
        const stage = await show(given, await consents(['own-words']), lang);
        await expect(stage).to.be.accessible();
        for (const button of all(stage, 'section-button')) button.click();
        await stage.updateComplete;
        for (const button of stage.root.querySelectorAll<HTMLButtonElement>('[part~="member"] h4 button')) button.click();
        [...stage.root.querySelectorAll<HTMLInputElement>('input[type=radio]')]
          .find(({ value }) => value === 'support-conference')!
          .click();
        all(stage, 'gate-show')[0]!.click();
        await stage.updateComplete;
        await expect(stage).to.be.accessible();
        expect(document.documentElement.scrollWidth).to.be.at.most(320);
        all(stage, 'check-button')[0]!.click();
        await stage.updateComplete;
        await expect(stage).to.be.accessible();
      } finally {
        await setViewport({ width: 800, height: 600 });
      }
    });
});
