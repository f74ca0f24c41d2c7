/**
 * Nothing is lost on the way: hundreds of forms in a real Chromium, real receivers that are killed with SIGKILL, and a line that loses requests
 * and answers, breaks off, is silent, or says 500 and 429. `TSUNAGU_FAULT_SUBMISSIONS` and `TSUNAGU_FAULT_SEED` make it longer or another one.
 */
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import Libsql from 'libsql';
import pg from 'pg';
import type { Browser } from 'playwright-core';
import { openBrowser } from '../receiver/browser.js';
import { startChild, type Child } from '../receiver/child.js';
import { startPostgres, type Cluster } from '../receiver/postgres.js';
import { openCrowd, Tab } from './consultation-crowd.js';
import { faults, Line, marker, markerOf } from './consultation-line.js';

const total = Number(process.env.TSUNAGU_FAULT_SUBMISSIONS ?? 300);
const seed = Number(process.env.TSUNAGU_FAULT_SEED ?? 20261124);

const formsOfTab = 25;
const tabsAtOnce = 4;
/** The page's clock is pushed on so much between two looks (ms). */
const push = 1500;
/** While there is no receiver, so that it is not over before one has started. */
const slow = 200;

interface Row {
  number: string;
  content: string;
}

interface Town {
  line: Line;
  environment: Record<string, string>;
  /** The receivers that run. */
  children: Child[];
  rows: () => Promise<Row[]>;
  /** Now and then, beside the receivers' ends. */
  disturb?: () => Promise<void>;
}

interface Told {
  receipts: Map<string, string>;
  failures: number;
  offline: number;
  reloads: number;
  kills: number;
}

/** Kills a receiver over a submission that it has in hand, and starts another in its place. */
async function replaceReceiver(town: Town): Promise<void> {
  const old = town.children.shift();
  town.line.receivers = town.children.map(({ origin }) => origin);
  await old!.end('SIGKILL');
  town.children.push(await startChild(town.environment));
  town.line.receivers = town.children.map(({ origin }) => origin);
}

/** Sends `count` consultations, until each has its receipt. */
async function sendAll(browser: Browser, town: Town, count: number): Promise<Told> {
  const { line } = town;
  const told: Told = { receipts: new Map(), failures: 0, offline: 0, reloads: 0, kills: 0 };
  const pages = await openCrowd(line, formsOfTab);
  let replacing = Promise.resolve();
  const kills = [0.15, 0.5, 0.85].map((share) => Math.round(count * share));
  line.onForward = (forwarded) => {
    if (!kills.includes(forwarded)) return;
    told.kills++;
    replacing = replacing.then(() => replaceReceiver(town));
  };
  try {
    for (let first = 0; first < count; first += formsOfTab * tabsAtOnce) {
      const firsts = Array.from({ length: tabsAtOnce }, (_, index) => first + index * formsOfTab).filter((each) => each < count);
      const tabs = await Promise.all(firsts.map((each) => Tab.open(browser, pages.origin, each, formsOfTab)));
      const [reloaded, unplugged] = [tabs[0]!, tabs.at(-1)!];
      await unplugged.page.context().setOffline(true);
      await Promise.all(tabs.map((tab) => tab.begin()));
      for (let round = 0, open = tabs; open.length > 0; round++) {
        assert.ok(round < 400, `still open: ${open.map(({ states }) => JSON.stringify(states)).join('\n')}`);
        if (round === 4 || round === 9) {
          told.reloads++;
          await reloaded.reload((words) => line.answered.get(markerOf(words)!));
        }
        if (round === 5 || round === 11) await unplugged.page.context().setOffline(false);
        if (round === 8) await unplugged.page.context().setOffline(true);
        if (round === 6) await town.disturb?.();
        const done = await Promise.all(open.map((tab) => tab.step(line.receivers.length > 0 ? push : slow)));
        open = open.filter((_tab, index) => !done[index]);
      }
      await unplugged.page.context().setOffline(false);
      await replacing;
      for (const tab of tabs) {
        tab.receipts.forEach((number, index) => told.receipts.set(markerOf(tab.words(index))!, number!));
        told.failures += tab.failures;
        told.offline += tab.offline;
        await tab.close();
      }
    }
    return told;
  } finally {
    await replacing.catch(() => undefined);
    pages.close();
  }
}

/** What people were shown, what receivers said, what is stored: the same, and each once. */
async function assertExactlyOnce(
  { line, rows }: Town,
  { receipts, ...told }: Told,
  count: number,
  log: (text: string) => void,
): Promise<void> {
  const stored = new Map<string, string[]>();
  for (const { number, content } of await rows()) {
    const of = markerOf(content) ?? 'nobody’s';
    stored.set(of, [...(stored.get(of) ?? []), number]);
  }
  const wanted = Array.from({ length: count }, (_, index) => marker(index));
  assert.deepEqual([...stored.keys()].sort(), wanted);
  assert.deepEqual([...receipts.keys()].sort(), wanted);
  for (const of of wanted) {
    assert.deepEqual(stored.get(of), [receipts.get(of)], `${of} is stored once, under the number on its receipt`);
    assert.deepEqual([...(line.stored.get(of) ?? [])], [receipts.get(of)], `${of} was never acknowledged under another number`);
    assert.equal(line.keys.get(of)?.size, 1, `${of} went out under one key`);
  }
  log(JSON.stringify({ count, seed, ...told, faults: Object.fromEntries(line.happened) }));
  // A fault that never happened has shown nothing.
  for (const fault of [...faults, 'no-receiver'] as const) assert.ok((line.happened.get(fault) ?? 0) > 0, fault);
  for (const [what, often] of Object.entries(told)) assert.ok(often > 0, what);
}

describe('submissions over a bad line', { timeout: 900_000 }, () => {
  let browser: Browser;
  before(async () => {
    browser = await openBrowser();
  });
  after(() => browser.close());

  it(`one receiver on a SQLite file: ${total} submissions, each stored exactly once`, async (test) => {
    const folder = mkdtempSync(join(tmpdir(), 'tsunagu-faults-'));
    const path = join(folder, 'city.sqlite');
    const environment = { TSUNAGU_DATA: path, TSUNAGU_LOG: 'silent' };
    const town: Town = {
      line: new Line(seed),
      environment,
      children: [await startChild(environment)],
      rows: () => {
        const database = new Libsql(path, { readonly: true });
        const rows = database.prepare('select number, content from consultations').all() as Row[];
        database.close();
        return Promise.resolve(rows);
      },
    };
    town.line.receivers = town.children.map(({ origin }) => origin);
    try {
      const told = await sendAll(browser, town, total);
      await assertExactlyOnce(town, told, total, (text) => test.diagnostic(text));
    } finally {
      for (const child of town.children) await child.end('SIGKILL');
      town.line.close();
      rmSync(folder, { recursive: true, force: true });
    }
  });

  it('two receivers on one PostgreSQL, which crashes as well: each stored exactly once', async (test) => {
    const count = Math.max(100, Math.round(total / 3 / formsOfTab) * formsOfTab);
    const cluster: Cluster = await startPostgres();
    const environment = { DATABASE_URL: cluster.url, TSUNAGU_LOG: 'silent' };
    const town: Town = {
      line: new Line(seed + 1),
      environment,
      children: [await startChild(environment), await startChild(environment)],
      rows: async () => {
        const client = new pg.Client(cluster.url);
        await client.connect();
        const { rows } = await client.query<Row>('select number, content from consultations');
        await client.end();
        return rows;
      },
      disturb: async () => {
        await cluster.stop();
        await cluster.start();
      },
    };
    town.line.receivers = town.children.map(({ origin }) => origin);
    try {
      const told = await sendAll(browser, town, count);
      await assertExactlyOnce(town, told, count, (text) => test.diagnostic(text));
    } finally {
      for (const child of town.children) await child.end('SIGKILL');
      town.line.close();
      await cluster.remove();
    }
  });
});
