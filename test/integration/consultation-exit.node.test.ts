/**
 * Leaving at once, in the three engines themselves: real windows with a real history, pressed by pointer and keyboard from outside, since a frame
 * in a test page has neither a back button nor a back-forward cache of its own.
 */
import assert from 'node:assert/strict';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { fileURLToPath } from 'node:url';
import { after, before, describe, it } from 'node:test';
import { build } from 'esbuild';
import { openPages, type Pages } from './consultation-city.js';
import { openEngine, type Engine, type EngineName } from './consultation-engines.js';
import type { Cover, Traces } from './consultation-exit.page.js';

/** Stands in everything that is written. */
const words = 'kakushita-soudan';

const page = (title: string, body: string): string => `<!doctype html>
<html lang="ja">
<head><meta charset="utf-8"><title>${title}</title><script type="module" src="/tsunagu/tsunagu.js"></script></head>
<body>${body}<script type="module" src="/exit.js"></script></body>
</html>
`;
const formPage = (draft: string): string =>
  page(
    '相談',
    `<tsunagu-consultation-form layout="page" languages="ja" draft="${draft}" action="/api/consultations" exit-url="/next.html"></tsunagu-consultation-form>`,
  );

interface Left {
  cover: Cover;
  traces: Traces;
}

/** The server's side: it holds back the next page and the answer to a consultation for as long as a test wants. */
class Desk {
  /** What the page told after the press. */
  left: Left | undefined;
  /** A consultation came in; its sender has broken off. */
  received = false;
  brokenOff = false;
  holds = false;
  private held: (() => void)[] = [];

  readonly elsewhere = (request: IncomingMessage, response: ServerResponse): boolean => {
    if (request.url === '/left') void this.hear(request, response);
    else if (request.url === '/api/consultations') {
      this.received = true;
      response.once('close', () => (this.brokenOff = true));
    } else if (request.url === '/next.html') {
      const answer = (): void => {
        response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
        response.end(page('天気', '<h1>天気</h1>'));
      };
      if (this.holds) this.held.push(answer);
      else answer();
    } else return false;
    return true;
  };

  private async hear(request: IncomingMessage, response: ServerResponse): Promise<void> {
    let text = '';
    for await (const part of request) text += String(part);
    this.left = JSON.parse(text) as Left;
    response.writeHead(204).end();
  }

  letGo(): void {
    this.holds = false;
    for (const answer of this.held.splice(0)) answer();
  }

  reset(): void {
    this.letGo();
    this.left = undefined;
    this.received = this.brokenOff = false;
  }
}

/** Asks until it is so; a page that is just going away cannot answer. */
async function eventually<Value>(what: string, ask: () => Value | undefined | Promise<Value | undefined>): Promise<Value> {
  const until = Date.now() + 30_000;
  for (let last: unknown; ;) {
    try {
      const value = await ask();
      if (value !== undefined && value !== false) return value;
    } catch (error) {
      last = error;
    }
    if (Date.now() > until) throw new Error(`It never came: ${what}`, { cause: last });
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

const nothing = { memory: [], fields: false, screen: false, markup: false, storage: '[{},{},"",""]', records: 0, state: null };

for (const name of ['chromium', 'firefox', 'webkit'] satisfies EngineName[])
  describe(`leaving at once, in ${name}`, { timeout: 300_000 }, () => {
    const desk = new Desk();
    let pages: Pages;
    let engine: Engine;
    before(async () => {
      const { outputFiles } = await build({
        entryPoints: [fileURLToPath(new URL('consultation-exit.page.ts', import.meta.url))],
        bundle: true,
        write: false,
        format: 'esm',
        charset: 'utf8',
      });
      pages = await openPages(desk.elsewhere, {
        '/exit.js': outputFiles[0]!.text,
        '/start.html': page('市のページ', '<h1>市のページ</h1>'),
        ...Object.fromEntries(['off', 'tab', 'device'].map((draft) => [`/${draft}.html`, formPage(draft)])),
      });
      engine = await openEngine(name);
    });
    after(async () => {
      await engine?.close();
      desk.reset();
      pages.close();
    });

    const traces = (): Promise<Traces> => engine.run(`exiting.traces('${words}')`);
    const arrive = (path: string): Promise<true> =>
      eventually(
        path,
        async () =>
          (await engine.run(`location.pathname === '${path}' && 'exiting' in window && document.readyState === 'complete'`)) === true ||
          undefined,
      );

    /** Opens the form after another page, and writes; the words are there, so that finding none afterwards says something. */
    async function write(draft: string): Promise<number> {
      desk.reset();
      await engine.goTo(`${pages.origin}/start.html`);
      await arrive('/start.html');
      await engine.goTo(`${pages.origin}/${draft}.html`);
      await arrive(`/${draft}.html`);
      await engine.run(`exiting.fill('${words}')`);
      const found = await traces();
      assert.ok(found.memory.length > 2 && found.fields, JSON.stringify(found));
      return engine.run('history.length');
    }

    async function pressExit(): Promise<void> {
      const [x, y] = await engine.run<[number, number]>('exiting.exitButton()');
      await engine.tap(x, y);
    }

    /** Until the next page comes, the old one shows and holds nothing. */
    async function assertCovered(): Promise<void> {
      const { cover, traces: left } = await eventually('the press', () => desk.left);
      assert.deepEqual(cover.over, [0, 0, ...cover.window]);
      assert.deepEqual([cover.colour, cover.text, cover.bodyShown], ['rgb(255, 255, 255)', '', false]);
      const { address, ...rest } = left;
      assert.doesNotMatch(address, new RegExp(words));
      assert.deepEqual(rest, nothing);
    }

    /** Nothing leads back to the form, and nothing of it is left in tab and device. */
    async function assertGone(draft: string, length: number): Promise<void> {
      await arrive('/next.html');
      assert.equal(await engine.run('history.length'), length);
      const there = await traces();
      assert.deepEqual(there, { ...nothing, address: `${pages.origin}/next.html` });
      await engine.back();
      await arrive('/start.html');
      assert.equal(await engine.run('document.body.innerText.trim()'), '市のページ');
      await engine.forward();
      await arrive('/next.html');
      assert.equal(await engine.run('document.body.innerText.trim()'), '天気');
      // Whoever opens the form anew finds it empty, and no draft.
      await engine.goTo(`${pages.origin}/${draft}.html`);
      await arrive(`/${draft}.html`);
      await engine.run('exiting.exitButton()');
      const anew = await traces();
      assert.deepEqual(anew, { ...nothing, address: `${pages.origin}/${draft}.html` });
      assert.equal(await engine.run('exiting.offersDraft()'), false);
    }

    it('three times Escape: covered, wiped, and back leads past the form', async () => {
      const length = await write('off');
      desk.holds = true;
      for (let press = 0; press < 2; press++) await engine.escape();
      // A driver may answer only once the next page is there.
      const pressed = engine.escape();
      await assertCovered();
      desk.letGo();
      await pressed;
      await assertGone('off', length);
    });

    it('while it is being sent, with a draft in the tab: the sending is broken off', async () => {
      const length = await write('tab');
      await engine.run('exiting.send()');
      await eventually('the consultation', () => desk.received || undefined);
      assert.match((await traces()).storage, new RegExp(words));
      desk.holds = true;
      const pressed = pressExit();
      await assertCovered();
      // The next page is still held back: it was the form that broke off, not the page that went.
      await eventually('the end of the sending', () => desk.brokenOff || undefined);
      desk.letGo();
      await pressed;
      await assertGone('tab', length);
    });

    for (const held of [true, false])
      it(`with a draft on the device, the next page ${held ? 'slow' : 'at once'}: the draft is gone`, async () => {
        const length = await write('device');
        await engine.run(`exiting.keep('nagai himitsu no kotoba')`);
        assert.equal((await traces()).records, 1);
        desk.holds = held;
        const pressed = pressExit();
        if (held) await assertCovered();
        desk.letGo();
        await pressed;
        await assertGone('device', length);
      });
  });
