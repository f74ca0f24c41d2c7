/** A crowd at once: many forms in several tabs of a real Chromium, sent over a bad line with a clock that is pushed on. */
import assert from 'node:assert/strict';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import type { Browser, Page } from 'playwright-core';
import { openPages, see, type Pages } from './consultation-city.js';
import { marker, type Line } from './consultation-line.js';
import type { Crowd, FormState } from './consultation-crowd.page.js';

const page = (forms: number): string => `<!doctype html>
<html lang="ja">
<head><meta charset="utf-8"><title>相談</title><script type="module" src="/tsunagu/tsunagu.js"></script></head>
<body>
${Array.from(
  { length: forms },
  (_, index) =>
    `<tsunagu-consultation-form id="form-${index}" action="/api/consultations" draft="tab" languages="ja"${index % 2 ? ' layout="page"' : ''}></tsunagu-consultation-form>`,
).join('\n')}
<script type="module" src="/crowd.js"></script>
</body>
</html>
`;

/** The pages, with the line between them and the receivers. */
export async function openCrowd(line: Line, forms: number): Promise<Pages> {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL('consultation-crowd.page.ts', import.meta.url))],
    bundle: true,
    write: false,
    format: 'esm',
    charset: 'ascii',
  });
  return openPages(line.elsewhere, { '/crowd.html': page(forms), '/crowd.js': outputFiles[0]!.text });
}

/** One tab. Its forms carry the words `相談-<first>番` and so on. */
export class Tab {
  /** Of each form: the receipt's number once it was on the screen. */
  readonly receipts: (string | undefined)[];
  states: FormState[] = [];
  /** How often a form said that it had failed, that it was offline. */
  failures = 0;
  offline = 0;

  private constructor(
    readonly page: Page,
    private readonly first: number,
    private readonly count: number,
    readonly complaints: string[],
  ) {
    this.receipts = Array.from({ length: count });
  }

  static async open(browser: Browser, origin: string, first: number, count: number): Promise<Tab> {
    const seen = await see(browser, `${origin}/crowd.html`);
    const tab = new Tab(seen.page, first, count, seen.violations);
    await tab.ready();
    return tab;
  }

  words(index: number): string {
    return `${marker(this.first + index)} 夜になると、息子が部屋から出てきません。`;
  }

  private async ready(): Promise<void> {
    await this.page.waitForFunction(() => 'crowd' in window);
    await this.page
      .locator('[part=exit-button]')
      .nth(this.count - 1)
      .waitFor();
  }

  async begin(): Promise<void> {
    for (let index = 0; index < this.count; index++)
      await this.page.evaluate(([at, words]) => (window as unknown as { crowd: Crowd }).crowd.begin(at, words), [
        index,
        this.words(index),
      ] as const);
  }

  /** Looks at every form, presses "send again" where it has failed, and lets `ms` pass. True once all have their receipts. */
  async step(ms: number): Promise<boolean> {
    this.states = await this.page.evaluate(() => (window as unknown as { crowd: Crowd }).crowd.states());
    for (const [index, { shows, number }] of this.states.entries()) {
      if (shows === 'receipt') this.receipts[index] ??= number;
      // Before a reload it was acknowledged; there is nothing left to send.
      assert.ok(shows !== 'nothing' || this.receipts[index] !== undefined, `${this.words(index)} is gone from the screen`);
      if (shows === 'offline') this.offline++;
      if (shows !== 'failed') continue;
      this.failures++;
      await this.page.evaluate((at) => (window as unknown as { crowd: Crowd }).crowd.again(at), index);
    }
    if (this.receipts.every((number) => number !== undefined)) return true;
    await this.page.clock.fastForward(ms);
    return false;
  }

  /**
   * Loads the page anew in the middle of sending, and goes on.
   * @param answered the number that the browser was given for these words: only then a form may be empty now
   */
  async reload(answered: (words: string) => string | undefined): Promise<void> {
    await this.assertNothingLost();
    await this.page.reload({ waitUntil: 'networkidle' });
    await this.ready();
    const waiting = (): Promise<number[]> =>
      this.page.evaluate(() =>
        (window as unknown as { crowd: Crowd }).crowd.states().flatMap(({ shows }, index) => (shows === 'nothing' ? [index] : [])),
      );
    for (const index of await waiting()) this.receipts[index] ??= answered(this.words(index));
    for (const [index, number] of this.receipts.entries())
      if (number === undefined)
        await this.page.evaluate(([at, words]) => (window as unknown as { crowd: Crowd }).crowd.watch(at, words), [
          index,
          this.words(index),
        ] as const);
  }

  async assertNothingLost(): Promise<void> {
    assert.deepEqual(await this.page.evaluate(() => (window as unknown as { crowd: Crowd }).crowd.lost), []);
    assert.deepEqual(this.complaints, []);
  }

  /** Nothing of what was acknowledged stays in the tab. */
  async close(): Promise<void> {
    await this.assertNothingLost();
    assert.equal(await this.page.evaluate(() => sessionStorage.length), 0);
    await this.page.context().close();
  }
}
