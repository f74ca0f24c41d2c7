/** Where a key's time goes: functions by their own time, while somebody types. Attribution only. */
import { pressKey } from '../browser.js';
import type { Opened } from './sample.js';

const keys = 24;

export async function profileKeys({ page, cdp }: Opened, at: string): Promise<string> {
  await page.locator(`[data-at="${at}"]`).focus();
  await cdp.send('Profiler.enable');
  await cdp.send('Profiler.setSamplingInterval', { interval: 200 });
  await cdp.send('Profiler.start');
  for (let key = 0; key < keys; key++) {
    await pressKey(cdp, 'あ');
    await page.waitForTimeout(120);
  }
  const { profile } = await cdp.send('Profiler.stop');
  await cdp.send('Profiler.disable');
  const own = new Map<number, number>();
  (profile.samples ?? []).forEach((id, index) => own.set(id, (own.get(id) ?? 0) + (profile.timeDeltas?.[index + 1] ?? 0) / 1000));
  const lines = profile.nodes
    .map(({ id, callFrame: { functionName, url, lineNumber, columnNumber } }) => ({
      name: `${functionName || '(anonymous)'} ${url.replace(/^.*\//, '')}:${lineNumber + 1}:${columnNumber + 1}`,
      ms: (own.get(id) ?? 0) / keys,
    }))
    .filter(({ name, ms }) => ms > 0.02 && !name.startsWith('(idle)'))
    .sort((a, b) => b.ms - a.ms)
    .slice(0, 20)
    .map(({ name, ms }) => `${ms.toFixed(2).padStart(8)} ms a key  ${name}`);
  await page.waitForTimeout(2000);
  return [`# ${at}`, ...lines].join('\n');
}
