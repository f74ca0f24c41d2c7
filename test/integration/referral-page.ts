/** A case system's page with nothing but the sheet, as the proofs that go through a real browser meet it: the built bundle, a strict policy. */
import type { ReferralEvent } from '@tsunagu/schema/referral';
import type { Locator, Page } from 'playwright-core';
import type { StorySheet } from '../../stories/referral-sheet/sheets.js';
import { contentSecurityPolicy } from '../../scripts/serve.mjs';
import type { House, Witness } from './chromium.js';

/** The policy of the examples without its pictures: its own scripts, styles and addresses alone, and no string turned into markup. */
export const strictest = contentSecurityPolicy.replace("img-src 'self'; ", '');

const html = `<!doctype html><html lang="ja"><head><meta charset="utf-8"><title>case</title>
<script type="module" src="/tsunagu/referral-sheet.js"></script></head>
<body><main><h1>case</h1><tsunagu-referral-sheet src="/cities/ikoma.json"></tsunagu-referral-sheet></main></body></html>`;

export type Mode = 'edit' | 'reply' | 'view';

/** What the page heard of the element, in order. */
export interface Told {
  type: string;
  detail: {
    sheet?: StorySheet['value']['sheet'];
    value?: StorySheet['value'];
    action?: { type: string };
    seq?: number;
    key?: string;
    reason?: string;
    message?: string;
  };
}

declare global {
  interface Window {
    told: Told[];
    /** What each printing would have put on paper. */
    printed: string[];
  }
}

export interface Desk {
  seen: Witness;
  page: Page;
  sheet: Locator;
  part: (name: string) => Locator;
  told: (type?: string) => Promise<Told[]>;
}

/** Opens the page of the desk that `given` is seen from. Steps are the page's to record: it hears of them, and says that they were. */
export async function openDesk(house: House, given: StorySheet, mode: Mode): Promise<Desk> {
  const seen = await house.openText(html, { 'content-security-policy': strictest });
  const { page } = seen;
  const sheet = page.locator('tsunagu-referral-sheet');
  await page.evaluate(() => {
    const [told, printed]: [Told[], string[]] = [[], []];
    Object.assign(window, { told, printed });
    for (const type of ['change', 'send', 'reply', 'import', 'error'])
      addEventListener(`tsunagu-referral-${type}`, (event) => {
        told.push({ type, detail: structuredClone((event as CustomEvent<Told['detail']>).detail) });
        if (type === 'send' || type === 'reply') event.preventDefault();
      });
    window.print = () => {
      printed.push(document.querySelector('tsunagu-print')!.shadowRoot!.textContent ?? '');
      for (const type of ['beforeprint', 'afterprint']) window.dispatchEvent(new Event(type));
    };
  });
  await show(sheet, given, mode);
  const told = (type?: string): Promise<Told[]> =>
    page.evaluate((wanted) => window.told.filter((one) => wanted === undefined || one.type === wanted), type);
  return { seen, page, sheet, part: (name) => sheet.locator(`[part~="${name}"]`), told };
}

/** Gives the element what a page gives it. */
export const show = (sheet: Locator, { value, consent, desk, worker }: StorySheet, mode: Mode): Promise<void> =>
  sheet.evaluate((element, given) => void Object.assign(element, given), { value, consent, desk, worker, mode });

/** The page has recorded the step: the sheet as it stands now. */
export const recorded = (sheet: Locator, value: { sheet: StorySheet['value']['sheet']; events: readonly ReferralEvent[] }): Promise<void> =>
  sheet.evaluate((element, now) => (element as unknown as { showSent: (value: unknown) => void }).showSent(now), value);
