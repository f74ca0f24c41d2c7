/** つなぐシート under a strict policy with Trusted Types: everything it can do, with no violation, no other origin, and nothing left on the device. */
import assert from 'node:assert/strict';
import { generateKeyPairSync } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { after, before, describe, it } from 'node:test';
import { unseal } from '@tsunagu/core/seal';
import { encodeTransfer, handedTo } from '@tsunagu/schema/referral/transfer';
import type { Locator, Page } from 'playwright-core';
import { now, second, sheetAt } from '../../stories/referral-sheet/sheets.js';
import { openHouse, type House } from './chromium.js';
import { leftBehind } from './consultation-city.js';
import { openDesk, strictest, type Desk } from './referral-page.js';

/** Of the person and their words: what must be in no address, title or store. */
const personal = /見本|090-0000-0000|東新町|家賃が2か月|滞納/;

/** A file that the panel saves: its name and what is in it. */
async function saved(page: Page, button: Locator): Promise<{ name: string; bytes: Buffer }> {
  const coming = page.waitForEvent('download');
  await button.click();
  const download = await coming;
  return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) };
}

const json = (bytes: Buffer): Record<string, unknown> => JSON.parse(bytes.toString()) as Record<string, unknown>;
const upload = (name: string, text: string | Buffer, mimeType = 'application/json') => ({ name, mimeType, buffer: Buffer.from(text) });

describe('the referral sheet under a strict policy with Trusted Types', { timeout: 240_000 }, () => {
  let house: House;
  before(async () => {
    house = await openHouse();
  });
  after(() => house.close());

  /** Nothing was violated, nobody else was asked, and the device keeps nothing. */
  async function clean({ seen, page }: Desk, before: string): Promise<void> {
    const foreign = seen.requests.filter((url) => !url.startsWith('blob:') && new URL(url).origin !== house.origin);
    assert.deepEqual([seen.violations, seen.complaints, foreign], [[], [], []]);
    const [was, is] = [before, await leftBehind(page)].map((text) => JSON.parse(text) as Record<string, unknown>);
    assert.deepEqual({ ...is, entries: [] }, { ...was, entries: [] });
    assert.doesNotMatch(JSON.stringify(is), personal);
    assert.doesNotMatch(seen.requests.join('\n'), personal);
    assert.equal(await page.evaluate(() => history.length), 2);
    await page.context().close();
  }

  it('is told by the browser of a violation at all', async () => {
    const { page, violations } = await house.openText('<!doctype html><title>probe</title>', { 'content-security-policy': strictest });
    await page.evaluate(() => {
      const style = document.createElement('style');
      style.textContent = 'body { color: red }';
      document.head.append(style);
      try {
        document.body.innerHTML = '<b>x</b>';
      } catch {
        // Trusted Types throw, and report.
      }
    });
    await page.waitForFunction(() => document.body.childElementCount === 0);
    assert.equal(violations.length, 2, violations.join('\n'));
    await page.context().close();
  });

  it('edit: writes in every section and in three languages, shows the gate, checks, prints and sends', async () => {
    const desk = await openDesk(house, await sheetAt('draft', 'sender'), 'edit');
    const { page, sheet, part, told } = desk;
    await part('edit').waitFor();
    const before = await leftBehind(page);
    const openers = part('section-button');
    for (let index = 0; index < (await openers.count()); index++) await openers.nth(index).click();
    await part('member').locator('button.opener').first().click();
    for (const add of await sheet.locator('[data-focus^="add-"]').all()) await add.click();
    for (const field of await sheet.locator('[part=edit] textarea').all()) {
      await field.focus();
      await page.keyboard.press('End');
      await page.keyboard.insertText('。');
    }
    await sheet.getByText('やさしい日本語').click();
    await sheet.locator('[part=edit] ruby').first().waitFor();
    await sheet.getByText('English').click();
    await sheet.getByText('Check before sending').waitFor();
    await sheet.getByText('日本語', { exact: true }).click();
    await part('check-button').filter({ hasText: '送る前に確かめる' }).waitFor();
    await part('print').click();
    await page.waitForFunction(() => window.printed.length === 1);
    await part('check-button').click();
    // What was added and not filled is asked for; the draft alone has nothing to ask.
    await part('problems').or(part('check')).waitFor();
    assert.ok((await told('change')).length > 0);
    await clean(desk, before);
  });

  it('edit: the draft as it is goes through the check and out', async () => {
    const desk = await openDesk(house, await sheetAt('draft', 'sender'), 'edit');
    const before = await leftBehind(desk.page);
    await desk.part('check-button').click();
    await desk.part('check').waitFor();
    await desk.part('send').click();
    await desk.page.waitForFunction(() => window.told.some(({ type }) => type === 'send'));
    await clean(desk, before);
  });

  it('reply: receives, accepts and passes on', async () => {
    const received = await sheetAt('received', 'holder');
    const desk = await openDesk(house, received, 'reply');
    const { page, sheet, part, told } = desk;
    await part('choices').first().waitFor();
    const before = await leftBehind(page);
    for (const action of ['accept', 'ask-back', 'return', 'pass-on']) {
      await sheet.locator(`[name=reply-action][value=${action}]`).check();
      await part('send').waitFor();
    }
    await part('send').click();
    await part('summary').waitFor();
    await sheet.locator('#reply-to').selectOption('higashi-ikoma');
    await part('chosen-desk').waitFor();
    await sheet.locator('[name=reply-reason][value=other-field]').check();
    await sheet.locator('#reply-text').fill('先に、介護の見直しが要りそうです。');
    await part('send').click();
    await page.waitForFunction(() => window.told.some(({ type }) => type === 'reply'));
    const [{ detail }] = (await told('reply')) as [Awaited<ReturnType<typeof told>>[number]];
    assert.equal(detail.action?.type, 'pass-on');
    await clean(desk, before);
  });

  it('view: every file, codes, paper and text go out for one desk, and only that desk can open what was sealed', async () => {
    const given = await sheetAt('sent', 'sender');
    const desk = await openDesk(house, given, 'view');
    const { page, part } = desk;
    await part('timeline').first().waitFor();
    const before = await leftBehind(page);
    await part('transfer').click();
    await part('transfer-panel').waitFor();
    const whole = json((await saved(page, part('out-json'))).bytes);
    assert.equal((whole.sheet as { id: string }).id, given.value.sheet.id);
    assert.equal((await saved(page, part('out-csv'))).bytes.subarray(0, 3).toString('hex'), 'efbbbf');
    assert.equal((await saved(page, part('out-xlsx'))).bytes.subarray(0, 2).toString(), 'PK');
    await part('out-fhir').click();
    const bundle = json((await saved(page, part('out-save'))).bytes);
    assert.equal(bundle.resourceType, 'Bundle');
    await part('out-text').click();
    await part('transfer-panel').locator('textarea[readonly]').waitFor();
    await part('out-print').click();
    await page.waitForFunction(() => window.printed.length === 1);
    await part('out-codes').click();
    await part('out-codes-view').locator('svg').first().waitFor();

    const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    await part('out-key').setInputFiles(upload('desk.jwk', JSON.stringify({ ...publicKey.export({ format: 'jwk' }), kid: 'desk-1' })));
    await part('transfer-panel').getByText('封をして渡します').waitFor();
    const sealed = await saved(page, part('out-json'));
    assert.match(sealed.name, /\.jwe$/);
    const opened = await unseal(sealed.bytes.toString(), { ...privateKey.export({ format: 'jwk' }), kid: 'desk-1' });
    assert.deepEqual(opened, { value: whole });
    for (const { name } of [sealed]) assert.doesNotMatch(name, personal);
    await clean(desk, before);
  });

  it('view: a sheet comes back in by scanner, by picture, by paste and sealed, without anybody else being asked', async () => {
    const given = await sheetAt('sent', 'sender');
    const handed = handedTo({ ...given.value, consents: given.consent }, second.agency, now);
    const { parts } = await encodeTransfer(handed);
    const sending = await openDesk(house, given, 'view');
    await sending.part('transfer').click();
    await sending.part('out-codes').click();
    const view = sending.part('out-codes-view');
    await view.locator('svg').first().waitFor();
    const pictures: Buffer[] = [];
    for (let index = 0; index < parts.length; index++) {
      pictures.push(await view.locator('figure').screenshot());
      if (index + 1 < parts.length) await view.getByRole('button', { name: '次のコード' }).click();
    }
    const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    await sending.part('out-key').setInputFiles(upload('desk.jwk', JSON.stringify(publicKey.export({ format: 'jwk' }))));
    await sending.part('transfer-panel').getByText('封をして渡します').waitFor();
    const sealed = await saved(sending.page, sending.part('out-json'));
    await sending.page.context().close();

    const desk = await openDesk(house, await sheetAt('received', 'holder'), 'view');
    const { page, sheet, part, told, seen } = desk;
    await sheet.evaluate((element) => void ((element as unknown as { value: unknown }).value = undefined));
    const before = await leftBehind(page);
    await part('transfer').click();
    const taken = async (): Promise<void> => {
      await part('in-check').waitFor();
      await part('in-take').click();
      await part('in-check').waitFor({ state: 'detached' });
      await sheet.evaluate((element) => void ((element as unknown as { value: unknown }).value = undefined));
    };
    for (const text of [...parts].reverse()) {
      await part('in-scanner').focus();
      await page.keyboard.insertText(text);
      await page.keyboard.press('Enter');
    }
    await taken();
    assert.ok(!seen.requests.some((url) => url.includes('find-codes')), 'the reader of pictures comes with the first picture');
    await part('in-file').setInputFiles(pictures.map((bytes, index) => upload(`code-${index + 1}.png`, bytes, 'image/png')));
    await taken();
    assert.ok(seen.requests.some((url) => url.includes('find-codes')));
    await part('in-paste').fill(JSON.stringify(handed));
    await part('in-read').click();
    await taken();
    await part('in-file').setInputFiles(upload(sealed.name, sealed.bytes, 'application/jose'));
    await part('in-key').setInputFiles(upload('desk.key.jwk', JSON.stringify(privateKey.export({ format: 'jwk' }))));
    await taken();
    const values = (await told('import')).map(({ detail }) => detail.value?.sheet);
    assert.deepEqual(
      values,
      Array.from({ length: 4 }, () => handed.sheet),
    );
    await clean(desk, before);
  });
});
