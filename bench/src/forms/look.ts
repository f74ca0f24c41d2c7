/**
 * `npm --prefix bench run forms -- --look`: walks every form once at full speed and leaves a picture of each step in .cache/forms-look,
 * so that a person can see that each one is the whole form and works.
 */
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import type { FormContender } from './contenders.js';
import { openForm, press, spot, type FormPage } from './page.js';
import { advance, answerFirst } from './sample.js';

const folder = join(import.meta.dirname, '..', '..', '.cache', 'forms-look');

async function leadsOn({ page, cdp }: FormPage, at: { x: number; y: number }): Promise<boolean> {
  const stepped = page.evaluate(() => formProbe.stepped(1500));
  await press(cdp, at);
  return 'ms' in (await stepped);
}

export async function lookAtForms(
  browser: Browser,
  contenders: readonly FormContender[],
  origin: string,
  say: (line: string) => void,
): Promise<void> {
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  for (const contender of contenders) {
    const opened = await openForm(browser, contender, { origin, throttle: 1, slowNetwork: false });
    const { page, context, foreign, errors } = opened;
    const picture = (name: string): Promise<Buffer> =>
      page.screenshot({ path: join(folder, `${contender.id}-${name}.png`), fullPage: true });
    const walked: string[] = [];
    let unanswered = 'leads on';
    try {
      await page.goto(`${origin}/${contender.id}.html`);
      await page.evaluate(() => formProbe.ready);
      // What a form without a required field in its first step does with an empty one is its own business; here it is only told.
      if (!(await page.evaluate(() => formProbe.next()).then((next) => next && leadsOn(opened, spot(next))))) unanswered = 'is held back';
      await picture('0');
      // Started anew: with errors shown some forms move or disable the button while it is being pressed.
      await page.reload();
      await page.evaluate(() => formProbe.ready);
      for (;;) {
        walked.push(await answerFirst(opened));
        if (await page.evaluate(() => formProbe.focusText())) await page.keyboard.insertText('母の介護で困っています。');
        await picture(String(walked.length));
        if (!(await advance(opened))) break;
      }
      say(`${contender.id}: ${walked.length} steps (${walked.join(' → ')}); an unanswered first step ${unanswered}`);
    } catch (error) {
      await picture('stuck');
      say(`${contender.id}: stuck after ${walked.join(' → ') || 'nothing'}: ${String(error).split('\n')[0]}`);
    } finally {
      for (const note of [...foreign.map((host) => `asked ${host}`), ...errors]) say(`  ${contender.id}: ${note}`);
      await context.close();
    }
  }
  say(`Pictures: ${folder}`);
}
