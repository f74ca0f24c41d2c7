/** What the dialog fetches and when, and that nothing is lost where it cannot be fetched. In a real Chromium whose network fails on request. */
import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { chromium, type Browser, type Page } from 'playwright-core';
import { ensureEngines, isRoot } from '../../scripts/browsers.mjs';
import { contentSecurityPolicy } from '../../scripts/serve.mjs';
import { givenStory, request } from '../schema/consent.samples.js';

const origin = 'http://localhost:8124';
const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const question = request({ notices: [] });

let browser: Browser;
let page: Page;
let files: Map<string, string>;
/** Chunks that were asked for, by name. */
let asked: string[];
let isBroken: (name: string) => boolean;

const nameOf = (path: string): string => path.replace(/^\/|(-[A-Z0-9]+)?\.js$/g, '');

before(async () => {
  const { outputFiles } = await build({
    entryPoints: { define: here('../../packages/consent-dialog/src/define.ts') },
    bundle: true,
    splitting: true,
    write: false,
    outdir: '/',
    format: 'esm',
    target: 'es2022',
    conditions: ['tsunagu-source', 'production', 'browser'],
    mainFields: ['browser', 'module', 'main'],
    tsconfig: here('../../tsconfig.json'),
  });
  files = new Map(outputFiles.map(({ path, text }) => [path, text]));
  browser = await chromium.launch({
    executablePath: ensureEngines(['chromium']).chromium!,
    args: [...(isRoot ? ['--no-sandbox'] : []), '--disable-gpu', '--disable-dev-shm-usage', '--disable-background-networking'],
  });
});
after(() => browser.close());

beforeEach(async () => {
  asked = [];
  isBroken = () => false;
  page = await browser.newPage({ locale: 'ja-JP', timezoneId: 'Asia/Tokyo' });
  await page.route('**/*', (route) => {
    const { pathname } = new URL(route.request().url());
    if (pathname === '/')
      return route.fulfill({
        contentType: 'text/html; charset=utf-8',
        headers: { 'content-security-policy': contentSecurityPolicy },
        body: '<!doctype html><html lang="ja"><title>x</title><script type="module" src="/define.js"></script><tsunagu-consent-dialog></tsunagu-consent-dialog></html>',
      });
    asked.push(nameOf(pathname));
    if (isBroken(nameOf(pathname))) return route.abort();
    const body = files.get(pathname);
    return body === undefined ? route.fulfill({ status: 404 }) : route.fulfill({ body, contentType: 'text/javascript; charset=utf-8' });
  });
  await page.goto(`${origin}/`, { waitUntil: 'load' });
});
afterEach(() => page.close());

/** Opens the dialog, and does not wait for it. */
async function open(record: readonly unknown[] = [], mode = 'decide'): Promise<void> {
  await page.evaluate(
    (given) => {
      const element = document.querySelector('tsunagu-consent-dialog')!;
      Object.assign(element, given, { subject: 'case-7-a', worker: { name: '相談 花子' } });
      void element.show();
    },
    { request: question, record, mode, now: '2026-12-24T01:00:00Z' } as object,
  );
}

const press = (name: string): Promise<void> => page.getByRole('button', { name, exact: true }).click();
const title = (): Promise<string | null> => page.locator('#title').textContent();
const sentence = '選んだことは残っています';
const seen = (text: string): Promise<void> => page.getByText(text).first().waitFor();

describe('what is fetched, and when', () => {
  it('is one piece for the explanation and its answers; the rest, what records included, comes while somebody reads', async () => {
    isBroken = (name) => name === 'rest';
    await open();
    await page.locator('[part=answers]').waitFor();
    const before = asked.slice(0, asked.indexOf('sitting') + 1).filter((name) => name !== 'chunk');
    assert.deepEqual(before, ['define', 'sitting']);
    isBroken = () => false;
    await page.reload();
    asked = [];
    await Promise.all([page.waitForRequest(/rest-/), open()]);
    await page.locator('[part=answers]').waitFor();
    assert.ok(asked.indexOf('sitting') < asked.indexOf('rest'), 'the rest after the first page');
    for (const name of ['preview', 'signature', 'receipt', 'worker', 'paper-twin', 'easy', 'en', 'directory-reader'])
      assert.ok(!asked.includes(name), `${name} is for who needs it`);
  });

  it('judges a record before anything of it is shown', async () => {
    const { events } = await givenStory();
    await open(events);
    await page.locator('[part=take-back]').waitFor();
    assert.ok(asked.includes('judging'));
  });
});

describe('what could not be fetched', () => {
  for (const [name, record] of [
    ['sitting', false],
    ['judging', true],
  ] as const)
    it(`opening: ${name} is fetched when somebody tries again`, async () => {
      isBroken = (each) => each === name;
      await open(record ? (await givenStory()).events : []);
      await seen(sentence);
      assert.equal(await page.locator('[part=answers]').count(), 0, 'nothing is asked before the record was judged');
      isBroken = () => false;
      await press('もう一度ためす');
      await page.locator(record ? '[part=take-back]' : '[part=answers]').waitFor();
    });

  it('the second page: the answer stays, and goes on from there', async () => {
    isBroken = (name) => name === 'rest';
    await open();
    await press('伝えない');
    await seen(sentence);
    // It says so when it has failed once more.
    await Promise.all([page.waitForEvent('console', (said) => said.text().includes('could not be loaded')), press('もう一度ためす')]);
    await seen(sentence);
    isBroken = () => false;
    await press('もう一度ためす');
    await seen('「伝えない」を選びました');
    assert.equal(await title(), '「伝えない」を選びました');
    assert.equal(await page.evaluate(() => document.activeElement?.shadowRoot?.activeElement?.id), 'title');
  });

  it('choosing one by one: says so below its button', async () => {
    isBroken = (name) => name === 'rest';
    await open();
    await press('相手ごと・ことごとに決める');
    await seen(sentence);
    isBroken = () => false;
    await press('もう一度ためす');
    await page.locator('[part=chooser]').waitFor();
  });

  it('a yes goes on from there to the record', async () => {
    isBroken = (name) => name === 'rest';
    await open();
    await press('伝えてよい');
    await seen(sentence);
    isBroken = () => false;
    await press('もう一度ためす');
    await page.getByLabel('ご本人', { exact: true }).check();
    await page.getByLabel('口頭（話して伝える）').check();
    await page.locator('#witness').fill('立会 次郎');
    await press('記録する');
    await page.locator('[part=receipt]').waitFor();
    assert.deepEqual(await page.evaluate(() => document.querySelector('tsunagu-consent-dialog')!.record.map(({ type }) => type)), [
      'requested',
      'given',
    ]);
  });

  it('taking back: nothing is recorded before its page is here', async () => {
    const { events } = await givenStory();
    isBroken = (name) => name === 'rest';
    await open(events, 'withdraw');
    await seen(sentence);
    isBroken = () => false;
    await press('もう一度ためす');
    await page.getByLabel('すべて', { exact: true }).check();
    await page.getByLabel('ご本人', { exact: true }).check();
    await page.getByLabel('口頭（話して伝える）').check();
    await press('取りやめる');
    await seen('取りやめました');
  });
});
