/** The form on pages as the web has them, from the built bundle, under the strictest policy, in a real Chromium. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import { openHouse, type House } from '../integration/chromium.js';

const script = '<script type="module" src="/tsunagu/consultation-form.js"></script>';
const form =
  '<tsunagu-consultation-form src="/cities/ikoma.json" action="/api/consultations"><a href="tel:0743-74-1111">0743-74-1111</a></tsunagu-consultation-form>';
const page = (body: string): string => `<!doctype html><html lang="ja"><head><title>shi</title></head><body>${body}</body></html>`;
const receipt = { number: 'K7MF-3W9X', secret: 'Q2DH-8VNR-5TJC-Z4GP', receivedAt: '2026-11-24T01:00:00.000Z', replyBy: '2026-11-27' };

describe('host pages and the form', { timeout: 180_000 }, () => {
  let house: House;
  before(async () => {
    house = await openHouse();
  });
  after(() => house.close());

  const next = (seen: Page): Promise<void> => seen.locator('[part=next]').first().click();

  /** From the first question to the receipt, as a resident does. */
  async function consults(body: string | Buffer, headers?: Record<string, string>): Promise<Page> {
    const { page: seen, violations, complaints, requests } = await house.openText(body, headers);
    const posted: string[] = [];
    await seen.route('**/api/consultations', (route) => {
      posted.push(route.request().postData() ?? '');
      return route.fulfill({ status: 201, contentType: 'application/json', body: JSON.stringify(receipt) });
    });
    await seen.locator('[part=desk]').first().waitFor();
    await seen.getByLabel('家族のこと').first().check();
    await seen.getByLabel('その人との関係').first().fill('母');
    await next(seen);
    await seen.getByLabel('介護').first().check();
    await seen.getByLabel('あなたのことばで').first().fill('母の「物忘れ」が心配です');
    await next(seen);
    await next(seen);
    await next(seen);
    await next(seen);
    await seen.locator('[part=receipt]').first().waitFor();
    assert.ok(await seen.getByText(receipt.number).isVisible());
    assert.equal(posted.length, 1);
    const { consultation } = JSON.parse(posted[0]!) as { consultation: { words: string; about: object } };
    assert.equal(consultation.words, '母の「物忘れ」が心配です');
    assert.deepEqual(consultation.about, { who: 'family', relation: '母' });
    assert.deepEqual([violations, complaints], [[], []]);
    for (const address of requests) assert.equal(new URL(address).origin, house.origin, 'nobody else is asked for anything');
    return seen;
  }

  it('under a strict policy with Trusted Types it is filled in and sent without a violation', async () => {
    await consults(page(`${script}${form}`));
  });

  it('in a page in Shift_JIS every word is right, on the screen and in what is sent', async () => {
    const seen = await consults(page(`${script}${form}`), { 'content-type': 'text/html; charset=Shift_JIS' });
    assert.equal(await seen.evaluate(() => document.characterSet), 'Shift_JIS');
  });

  it('in quirks mode, beside two copies of the script, and with ids of the page that are also ours', async () => {
    const ids = ['who', 'words', 'phone', 'summary', 'safety', 'question-topics', 'passphrase'];
    const seen = await consults(
      `<html lang="ja"><head><title>shi</title></head><body>${ids.map((id) => `<p id="${id}">host</p>`).join('')}${script}${script.replace('.js', '.js?v=2')}${form}</body></html>`,
    );
    assert.equal(await seen.evaluate(() => document.compatMode), 'BackCompat');
    assert.equal(
      await seen
        .locator('p')
        .filter({ hasText: /^host$/ })
        .count(),
      ids.length,
    );
  });
});
