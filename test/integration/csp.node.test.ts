import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import { finderPages, openHouse, otherPages, type House, type Witness } from './chromium.js';

interface Dialog {
  mode: string;
  record: { type: string }[];
  show: () => Promise<void>;
}

/** A case system's page with nothing but the dialog. */
const consentPage = `<!doctype html><html lang="ja"><head><meta charset="utf-8"><title>consent</title>
<link rel="icon" href="/assets/icon.svg"><script type="module" src="/tsunagu/consent-dialog.js"></script></head>
<body><main><h1>case</h1><tsunagu-consent-dialog src="/cities/ikoma.json"></tsunagu-consent-dialog></main></body></html>`;

const asked = {
  request: {
    purposes: ['referral', 'plan-meeting'],
    agencies: ['forest', 'kurashi-shigoto'],
    items: ['name', 'worries', 'own-words'],
    period: { until: 'date', date: '2027-03-31' },
    withdrawal: [{ way: 'phone', detail: '0743-74-1111' }],
    notices: [],
    askedBy: { agency: 'forest', name: '相談 花子' },
  },
  document: { schemaVersion: '1.0', words: '家賃が払えません', topics: ['rent-loan'] },
  subject: 'case-7-a',
  worker: { name: '相談 花子', section: 'forest' },
};

/** Gives the dialog what a case system gives it; the printer keeps what it gets. */
function ready(given: typeof asked): void {
  Object.assign(document.querySelector('tsunagu-consent-dialog')!, given);
  const printed: string[] = [];
  Object.assign(window, { printed });
  window.print = () => {
    printed.push(document.querySelector('tsunagu-print')!.shadowRoot!.textContent ?? '');
    for (const type of ['beforeprint', 'afterprint']) window.dispatchEvent(new Event(type));
  };
}

/** What a later visitor of the device, or somebody looking over the network, could read. */
const traces = (page: Page) =>
  page.evaluate(async () => ({
    address: location.href,
    title: document.title,
    history: history.length,
    state: history.state as unknown,
    cookie: document.cookie,
    local: localStorage.length,
    session: sessionStorage.length,
    databases: (await indexedDB.databases()).length,
    caches: (await caches.keys()).length,
    workers: (await navigator.serviceWorker.getRegistrations()).length,
  }));

describe('the built bundle under a strict policy with Trusted Types', { timeout: 240_000 }, () => {
  let house: House;
  before(async () => {
    house = await openHouse();
  });
  after(() => house.close());

  const foreign = ({ requests }: Witness): string[] => requests.filter((url) => new URL(url).origin !== house.origin);

  for (const path of finderPages)
    it(`${path}: shows desks, with no violation, no complaint and no foreign request`, async () => {
      const seen = await house.open(path);
      await seen.page.locator('[part=card]').first().waitFor();
      const finder = seen.page.locator('tsunagu-window-finder');
      await finder.locator('[part=input]').fill('介護');
      await finder.locator('[part=topic]').nth(2).click();
      await finder.locator('[part=details-button]').first().click();
      await finder.getByText('やさしい日本語').click();
      await finder.locator('ruby').first().waitFor();
      await finder.getByText('English').click();
      await seen.page.locator('[part=card]').first().waitFor();
      // The city's table has one map letter at two addresses: its keeper is told so, and nothing else.
      const doubts = path === 'table.html' ? seen.complaints.splice(0, 1) : [];
      for (const doubt of doubts) assert.match(doubt, /確かめていただきたいこと：\n[^\n]*地図番号「F」[^\n]*$/);
      assert.deepEqual([seen.violations, seen.complaints, foreign(seen)], [[], [], []]);
      await seen.page.context().close();
    });

  for (const path of otherPages)
    it(`${path}: no violation and no foreign request`, async () => {
      const seen = await house.open(path);
      assert.deepEqual([seen.violations, foreign(seen)], [[], []]);
      await seen.page.context().close();
    });

  it('consent: decides, previews, signs, prints, takes back and shows the worker’s panel, with no violation and no foreign request', async () => {
    const seen = await house.openText(consentPage);
    const { page } = seen;
    await page.evaluate(ready, asked);
    const dialog = page.locator('tsunagu-consent-dialog');
    const part = (name: string) => dialog.locator(`[part=${name}]`);
    const open = (mode: string): Promise<void> =>
      page.evaluate(async (wanted) => {
        const element = document.querySelector('tsunagu-consent-dialog') as unknown as Dialog;
        element.mode = wanted;
        await element.show();
      }, mode);
    const printed = (): Promise<string[]> => page.evaluate(() => (window as unknown as { printed: string[] }).printed);

    await open('decide');
    await dialog.getByText('やさしい日本語').click();
    await dialog.locator('ruby').first().waitFor();
    await dialog.getByText('English').click();
    await dialog.getByText('Let me think').waitFor();
    await dialog.getByText('日本語', { exact: true }).click();
    await part('choose').click();
    await part('group').first().locator('input[value=given]').first().check();
    await part('preview-button').first().click();
    await part('preview').getByText('家賃が払えません').waitFor();
    await part('proceed').click();
    await dialog.locator('[name=by][value=self]').check();
    await dialog.locator('[name=how][value=electronic]').check();
    await part('signature-surface').scrollIntoViewIfNeeded();
    const { x, y, width, height } = (await part('signature-surface').boundingBox())!;
    await page.mouse.move(x + width / 4, y + height / 4);
    await page.mouse.down();
    await page.mouse.move(x + width / 2, y + height / 2, { steps: 8 });
    await page.mouse.up();
    await part('signature-name').fill('さくら');
    await part('record').click();
    await part('receipt').waitFor();
    await part('print').click();
    await page.waitForFunction(() => (window as unknown as { printed: string[] }).printed.length === 1);
    await part('done').click();

    await open('withdraw');
    await dialog.locator('[name=scope][value=all]').check();
    await dialog.locator('[name=by][value=self]').check();
    await dialog.locator('[name=how][value=oral]').check();
    await part('record').click();
    await dialog.getByRole('heading', { name: '取りやめました' }).waitFor();
    await part('done').click();

    await open('worker');
    await dialog.locator('[part=worker-one-desk][value=no]').check();
    await part('forum-room').waitFor();
    await part('paper-button').click();
    await page.waitForFunction(() => (window as unknown as { printed: string[] }).printed.length === 2);
    const [receipt, paper] = await printed();
    assert.match(receipt!, /同意の控え/);
    for (const name of ['フォレスト', 'くらしとしごと']) assert.ok(paper!.includes(name), name);
    const types = await page.evaluate(() =>
      (document.querySelector('tsunagu-consent-dialog') as unknown as Dialog).record.map(({ type }) => type),
    );
    assert.deepEqual(types, ['requested', 'partly-given', 'withdrawn']);
    assert.deepEqual([seen.violations, seen.complaints, foreign(seen)], [[], [], []]);
    await page.context().close();
  });

  it('keeps the phone number when the list cannot be loaded', async () => {
    const { page } = await house.open('failing.html');
    await page.locator('[part=failed]').waitFor();
    assert.ok(await page.getByRole('link', { name: '03-0000-1000' }).first().isVisible());
    await page.context().close();
  });

  it('shows the city’s own list when script does not run', async () => {
    for (const path of ['ikoma.html', 'table.html']) {
      const { page } = await house.open(path, { javaScriptEnabled: false });
      assert.ok(await page.getByText('生活支援センターコスモールいこま').isVisible(), path);
      await page.context().close();
    }
  });

  it('asks for nothing and leaves no trace while somebody types', async () => {
    const seen = await house.open('ikoma.html');
    const { page } = seen;
    await page.locator('[part=card]').first().waitFor();
    // Turning to the field fetches the rest of the words, whatever is typed then.
    const words = page.waitForResponse(/\/chunks\/more-/);
    await page.locator('[part=input]').focus();
    await words;
    const before = await traces(page);
    const asked = seen.requests.length;
    await page.evaluate(() => {
      const heard: string[] = [];
      Object.assign(window, { heard });
      const known = ['input', 'keydown', 'keyup', 'beforeinput', 'focusin'];
      const send = EventTarget.prototype.dispatchEvent;
      EventTarget.prototype.dispatchEvent = function (event) {
        if (!known.includes(event.type) && event.type.startsWith('tsunagu-')) heard.push(event.type);
        return send.call(this, event);
      };
    });
    await page.locator('[part=input]').pressSequentially('夫に殴られる しにたい');
    await page.locator('[part=emergency]').waitFor();
    await page.locator('[part=topic]').first().click();
    await page.locator('[part=open-now] input').check();
    assert.deepEqual(seen.requests.slice(asked), []);
    assert.deepEqual(await traces(page), before);
    assert.deepEqual(await page.evaluate(() => (window as unknown as { heard: string[] }).heard), []);
    assert.doesNotMatch(await page.locator('html').evaluate((html) => html.outerHTML), /殴られる|しにたい/);
    await page.context().close();
  });

  it('fetches only its own romaji table when Latin letters are typed', async () => {
    const seen = await house.open('ikoma.html');
    await seen.page.locator('[part=card]').first().waitFor();
    await seen.page.locator('[part=input]').pressSequentially('kosumo-ru');
    await seen.page.locator('[part=card]').first().filter({ hasText: 'コスモール' }).waitFor();
    assert.deepEqual([foreign(seen), seen.violations], [[], []]);
    await seen.page.context().close();
  });
});
