/**
 * つなぐシート between desks of 生駒, each in a window of its own: written, sent as far as the person agreed, returned, passed on by the coordinator, taken on,
 * reported and closed; every step is on the other screens at once, and nothing that was not agreed to is on any of them or on the way there.
 */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { verifyReferral, type ReferralEvent, type ReferralSheet } from '@tsunagu/schema/referral';
import type { Browser, Locator, Page } from 'playwright-core';
import { openBrowser } from '../receiver/browser.js';
import { Record as ConsentRecord } from '../receiver/consents.js';
import { askAt } from '../receiver/house.js';
import { cells, request, spoken } from '../schema/consent.samples.js';
import { leftBehind, openCity, see, tuesday, type City, type Seen } from './consultation-city.js';

const town = { id: 'city-hall', name: '生駒市役所庁内' };
const work = { id: 'kurashi-shigoto', name: '生駒市くらしとしごと支援センター' };
const council = { id: 'shakyo', name: '(福)生駒市社会福祉協議会' };
const coordinator = { id: 'coordinator', name: 'いこまる主任推進員' };

/** What nobody but the first desk may ever see. */
const kept = {
  words: '家賃が払えません。息子には話していません。',
  phone: '0743-99-1199',
  member: '息子は無職で部屋にいます',
  wishes: '同じ家に住みつづけたい',
};
const name = '生駒 花子';
const asking = '家計の見直しを、いっしょに考えてください。';

const given: Readonly<Record<string, readonly string[]>> = {
  [work.id]: ['name', 'worries', 'income', 'debt', 'plan'],
  [coordinator.id]: ['worries', 'income', 'debt', 'plan'],
  [council.id]: ['name', 'worries', 'income', 'debt', 'plan', 'history'],
};

const press = (place: Page | Locator, text: string | RegExp): Promise<void> => place.getByRole('button', { name: text }).click();

describe('つなぐシート, between windows', { timeout: 300_000 }, () => {
  let city: City;
  let browser: Browser;
  const tokens = new Map<string, string>();
  before(async () => {
    city = await openCity();
    browser = await openBrowser();
    for (const { id } of [town, work, council, coordinator]) tokens.set(id, await city.receiver.createToken(id));
  });
  after(async () => {
    await browser.close();
    await city.close();
  });

  const api = (of: string, path: string, more: Parameters<typeof askAt>[2] = {}) =>
    askAt(city.origin, path, { token: tokens.get(of)!, key: crypto.randomUUID(), ...more });

  async function consult(): Promise<string> {
    const consultation = {
      schemaVersion: '1.0',
      language: 'ja',
      topics: ['income', 'rent-loan'],
      mainTopic: 'rent-loan',
      words: kept.words,
      contact: { mode: 'named', name, ways: ['phone'], phone: kept.phone },
      person: { name, household: [{ relation: 'child', age: 40, note: kept.member }] },
      window: { id: town.id },
    };
    const sent = await api(town.id, '/api/consultations', { body: { consultation, trap: { seconds: 60 } } });
    assert.equal(sent.status, 201, sent.text);
    return sent.body.number as string;
  }

  /** The person was asked at the desk, and agreed to a part. */
  async function agree(number: string): Promise<ConsentRecord> {
    const house = { ask: (path: string, more = {}) => askAt(city.origin, path, more), clock: { now: tuesday } };
    const record = new ConsentRecord(house, number, tokens.get(town.id)!, `${number}.person`);
    const items = [...new Set(Object.values(given).flat()), 'own-words', 'wishes', 'contact', 'household'];
    const asked = request({ purposes: ['referral'], agencies: [work.id, coordinator.id, council.id], items });
    const decisions = cells(asked, (_purpose, agency, item) => (given[agency]!.includes(item) ? 'given' : 'refused'));
    await record.add({ type: 'requested', request: asked });
    await record.add({ type: 'partly-given', expressed: spoken, notice: record.notice, decisions });
    return record;
  }

  /** A desk's window, and everything that came over its wire. */
  async function open(of: { id: string }, options = {}): Promise<Seen & { wire: string[] }> {
    const wire: string[] = [];
    const seen = await see(browser, 'about:blank', { viewport: { width: 1280, height: 900 }, ...options });
    seen.page.on('response', (response) => {
      // The stream has no end; what it says is heard by `stream` below.
      if (response.url().includes('/api/') && !response.url().endsWith('/stream'))
        void response.text().then(
          (text) => wire.push(text),
          () => undefined,
        );
    });
    await seen.page.goto(`${city.origin}/staff`);
    await seen.page.getByLabel('窓口の鍵（トークン）').fill(tokens.get(of.id)!);
    await press(seen.page, '窓口をひらく');
    await seen.page.getByRole('heading', { name: '届いた相談' }).waitFor();
    return { ...seen, wire };
  }

  /** What a desk's stream says, as text. */
  function listen(of: { id: string }): { heard: string[]; end: () => void } {
    const heard: string[] = [];
    const line = new AbortController();
    void fetch(`${city.origin}/api/staff/referrals/stream`, {
      headers: { authorization: `Bearer ${tokens.get(of.id)!}` },
      signal: line.signal,
    })
      .then(async ({ body }) => {
        for await (const piece of body!) heard.push(new TextDecoder().decode(piece));
      })
      .catch(() => undefined);
    return { heard, end: () => line.abort() };
  }

  const box = (page: Page, text: string): Promise<void> => page.getByRole('navigation').getByRole('button', { name: text }).click();
  const sheetOn = (page: Page): Locator => page.locator('tsunagu-referral-sheet');
  const openFirst = async (page: Page): Promise<Locator> => {
    await page
      .getByRole('button', { name: /^シートをひらく/ })
      .first()
      .click();
    const sheet = sheetOn(page);
    await sheet.locator('[part=reply]').waitFor();
    return sheet;
  };
  const reply = async (sheet: Locator, choice: string, fill: (sheet: Locator) => Promise<void> = async () => undefined): Promise<void> => {
    await sheet.getByRole('radio', { name: choice }).check();
    await fill(sheet);
    await press(sheet, '返信する');
    await sheet.getByText('送りました。', { exact: true }).waitFor();
  };

  /** From the consultation to a draft on the screen. */
  async function begin(page: Page, number: string, to: { id: string }): Promise<Locator> {
    await press(page, `この相談を読む（${number}）`);
    await page.getByLabel('どこにつなぎますか').selectOption(to.id);
    await page.getByText('同意があるため、送れます。').waitFor();
    await press(page, 'つなぐシートをつくる');
    await page.getByRole('heading', { name: /への下書き$/ }).waitFor();
    const sheet = sheetOn(page);
    await sheet.getByRole('button', { name: '送る前に確かめる' }).waitFor();
    return sheet;
  }

  async function write(sheet: Locator, section: string, field: string, text: string): Promise<void> {
    const heading = sheet.locator('[part=section-button]').filter({ hasText: section });
    if ((await heading.getAttribute('aria-expanded')) === 'false') await heading.click();
    await sheet.getByLabel(field, { exact: true }).fill(text);
  }

  const draftOf = async (number: string): Promise<{ id: string; revision: number; sheet: ReferralSheet; events: ReferralEvent[] }> => {
    const [item] = (await api(town.id, `/api/staff/consultations/${number}/referrals`, { key: undefined })).body.items;
    return (await api(town.id, `/api/staff/referrals/${item.id}`, { key: undefined })).body;
  };

  const until = async (holds: () => Promise<boolean>): Promise<void> => {
    while (!(await holds())) await new Promise((resolve) => setTimeout(resolve, 50));
  };

  const assertQuiet = (seen: Seen): void => {
    const foreign = seen.asked.filter(({ url }) => url.startsWith('http') && new URL(url).origin !== city.origin);
    assert.deepEqual([seen.violations, seen.complaints, foreign], [[], [], []]);
    for (const { url } of seen.asked) assert.doesNotMatch(decodeURIComponent(url), /花子|家賃|家計/);
  };

  it('the whole loop, live on every side; what was not agreed to is on no other screen and on no wire', async () => {
    const number = await consult();
    await agree(number);
    const desks = await Promise.all([open(town), open(work), open(coordinator), open(council)]);
    const [first, second, third, fourth] = desks.map(({ page }) => page) as [Page, Page, Page, Page];
    const streams = [work, coordinator, council].map(listen);
    for (const page of [second, third, fourth]) {
      await box(page, '受け取った');
      await page.getByText('受け取ったシートは、いまありません。').waitFor();
    }

    // Written: what the consultation says is there already, what is added is kept by itself.
    const draft = await begin(first, number, work);
    await draft.getByText(kept.words).first().waitFor();
    await write(draft, '6 お願いしたいこと', 'お願いの内容', asking);
    await write(draft, '1 本人のことば', '本人の希望', kept.wishes);
    await first.getByText('下書きを保存しました').waitFor();
    await until(async () => (await draftOf(number)).sheet.wishes === kept.wishes);
    const { sheet: written, id } = await draftOf(number);
    assert.deepEqual([written.request?.text, written.words, written.person.name], [asking, kept.words, name]);

    // Sent, as far as the person agreed.
    await press(draft, '送る前に確かめる');
    const told = draft.locator('[part=told]').filter({ hasText: work.name });
    await told.getByText(asking).waitFor();
    for (const part of Object.values(kept)) assert.ok(!(await told.innerText()).includes(part), part);
    await press(draft, 'この内容で送る');
    await first.getByRole('heading', { name: `${town.name}から、${work.name}へ` }).waitFor();

    // On the other screen without anybody loading it.
    const row = second.getByRole('article', { name: `つなぐシート ${town.name}から、${work.name}へ` });
    await row.getByText('届いています。まだ受け取っていません。次は、この窓口の番です。').waitFor();
    await row.getByText('返信期限まで あと3営業日・11月27日（金）').waitFor();
    await row.getByText('困っていること：◎家賃・ローン、お金').waitFor();
    const received = await openFirst(second);
    await received.getByText(asking).waitFor();
    await received.getByText(name).first().waitFor();
    const timeline = sheetOn(first).locator('[part=timeline]').last();
    await press(received, '受け取りました');
    await timeline.getByText('受け取りました').waitFor();
    await first
      .getByRole('status')
      .filter({ hasText: `${work.name}が、受け取りました。` })
      .waitFor();

    // Returned with a reason: it goes to whoever coordinates, never nowhere.
    await reply(received, '調整担当に戻します', async (sheet) => {
      await sheet.getByRole('radio', { name: '専門の分野が違う' }).check();
      await sheet.getByLabel('理由の説明').fill('貸付の窓口が合いそうです。');
    });
    await timeline.getByText('調整担当に戻しました').waitFor();
    await third.getByRole('article', { name: `つなぐシート ${town.name}から、${coordinator.name}へ` }).waitFor();
    const between = await openFirst(third);
    assert.ok(!(await third.locator('body').innerText()).includes(name), 'the coordinator was not given the name');
    await press(between, '受け取りました');
    await reply(between, '別の窓口につなぎます', async (sheet) => {
      await sheet.getByLabel('つなぎ先').selectOption(council.id);
      await sheet.getByRole('radio', { name: '制度の対象に当たらない' }).check();
    });

    // Taken on by the next desk, and brought to an end.
    await fourth.getByRole('article', { name: `つなぐシート ${town.name}から、${council.name}へ` }).waitFor();
    const last = await openFirst(fourth);
    await press(last, '受け取りました');
    await reply(last, '引き受けます');
    await timeline.getByText('引き受けました').waitFor();
    await reply(last, '本人に連絡しました', async (sheet) => {
      await sheet.getByRole('radio', { name: '連絡がついた' }).check();
      await sheet.getByLabel('連絡した日').fill('2026-11-24');
    });
    // Half written when something happens elsewhere: it stays.
    await sheetOn(first).getByRole('radio', { name: 'このシートを取り下げます' }).check();
    await sheetOn(first).getByLabel('書き添え').fill('書きかけの文');
    await reply(last, '結果を報告します', async (sheet) => {
      await sheet.getByRole('radio', { name: '支援した' }).check();
      await sheet.getByLabel('結果の説明').fill('家計を見直しました。');
    });
    await sheetOn(first).locator('[part=behind]').getByText('家計を見直しました。').waitFor();
    await sheetOn(first).getByRole('radio', { name: 'このシートを取り下げます' }).check();
    assert.equal(await sheetOn(first).getByLabel('書き添え').inputValue(), '書きかけの文');
    await reply(sheetOn(first), 'このシートを終えます');
    await last.getByText('終わりました').first().waitFor();

    const { events } = await draftOf(number);
    assert.deepEqual(
      events.map(({ type }) => type),
      ['sent', 'received', 'returned', 'received', 'passed-on', 'received', 'accepted', 'contacted', 'reported', 'closed'],
    );
    const whole = (await api(town.id, `/api/staff/referrals/${id}`, { key: undefined })).body;
    assert.ok((await verifyReferral(whole.sheet, whole.events)).ok);

    for (const { end } of streams) end();
    for (const [index, { page, wire }] of desks.slice(1).entries()) {
      const all = `${wire.join('')}${await page.content()}${await sheetOn(page).evaluate((one) => one.shadowRoot!.textContent)}${await leftBehind(page)}`;
      for (const part of Object.values(kept)) assert.ok(!all.includes(part), `${index}: ${part}`);
      assert.ok(wire.length > 5);
      const heard = streams[index]!.heard.join('');
      for (const [, data] of heard.matchAll(/^data: (.*)$/gm))
        assert.ok(['', 'id,seq'].includes(Object.keys(JSON.parse(data!) as object).join()), data);
      assert.match(heard, new RegExp(id));
    }
    assert.ok(!desks[2].wire.join('').includes(name));
    for (const seen of desks) {
      assertQuiet(seen);
      const { session, ...rest } = JSON.parse(await leftBehind(seen.page)) as { session: object };
      assert.deepEqual(Object.keys(session), ['tsunagu-desk-token']);
      assert.doesNotMatch(JSON.stringify(rest), /花子|家賃|家計/);
      await seen.page.context().close();
    }
    assert.doesNotMatch(city.log.join(''), /花子|家賃|家計/);
  });

  it('a desk that answered by FAX: its answer is written down where the sheet came from, and both screens say whose it is and who heard it', async () => {
    const number = await consult();
    await agree(number);
    const [first, second] = await Promise.all([open(town), open(work)]);
    const draft = await begin(first.page, number, work);
    await press(draft, '送る前に確かめる');
    await press(draft, 'この内容で送る');
    await first.page.getByRole('heading', { name: `${town.name}から、${work.name}へ` }).waitFor();
    const sheet = sheetOn(first.page);
    await press(sheet, 'FAXで');
    await sheet.getByText(`${work.name}から、FAXで届いた返事を記録します`).waitFor();
    await sheet.getByLabel('返事をした人の名前（任意）').fill('自立 太郎');
    await sheet.getByRole('radio', { name: '引き受けます' }).check();
    await sheet.getByLabel('次にすること').fill('金曜日に電話します。');
    await press(sheet, '返事を記録する');
    await sheet.getByText('返事を記録しました。', { exact: true }).waitFor();
    const entry = sheet.locator('[part=entry]').last();
    await entry.getByText(`${work.name}（自立 太郎）`).waitFor();
    await entry.getByText('書きとめた窓口').waitFor();
    // Nobody is told of their own doing.
    assert.equal(await first.page.getByRole('status').filter({ hasText: '引き受けました' }).count(), 0);

    await box(second.page, '受け取った');
    const theirs = await openFirst(second.page);
    await theirs.locator('[part=entry]').last().getByText('金曜日に電話します。').waitFor();
    await theirs.getByRole('radio', { name: '本人に連絡しました' }).waitFor();
    assert.equal(await theirs.locator('[part=heard]').count(), 0);
    const { events } = await draftOf(number);
    assert.deepEqual(events.at(-1)!.by, { agency: work.id, name: '自立 太郎', heard: { agency: town.id, how: 'fax' } });
    for (const seen of [first, second]) {
      assertQuiet(seen);
      await seen.page.context().close();
    }
  });

  it('two workers on one draft: the second is told, sees both versions, and decides field by field', async () => {
    const number = await consult();
    await agree(number);
    const [one, two] = await Promise.all([open(town), open(town)]);
    const draft = await begin(one.page, number, work);
    await write(draft, '1 本人のことば', '本人の希望', 'はじめの希望');
    await until(async () => (await draftOf(number)).sheet.wishes === 'はじめの希望');
    await box(two.page, '下書き');
    await two.page
      .getByRole('button', { name: /^シートをひらく/ })
      .first()
      .click();
    const other = sheetOn(two.page);
    await other.getByRole('button', { name: '送る前に確かめる' }).waitFor();

    await write(other, '1 本人のことば', '本人の希望', '二人目の希望');
    await write(other, '6 お願いしたいこと', 'お願いの内容', '二人目のお願い');
    await until(async () => (await draftOf(number)).sheet.request?.text === '二人目のお願い');

    await write(draft, '1 本人のことば', '本人の希望', '一人目の希望');
    const conflict = one.page.getByRole('region', { name: 'ほかの人が、この下書きを先に書きかえました' });
    await conflict.waitFor();
    assert.equal(await draft.getByLabel('本人の希望', { exact: true }).inputValue(), '一人目の希望', 'what was written stays');
    assert.equal((await draftOf(number)).sheet.wishes, '二人目の希望', 'nothing is overwritten');
    const wishes = conflict.getByRole('group', { name: '本人の希望' });
    assert.match(await wishes.innerText(), /一人目の希望[^]*二人目の希望/);
    await press(conflict, '選んだとおりに合わせる');
    await conflict.getByText('どちらにするかを選んでください：本人の希望').waitFor();
    await wishes.getByRole('radio', { name: /この画面で書いたもの/ }).check();
    await press(conflict, '選んだとおりに合わせる');
    await conflict.waitFor({ state: 'detached' });
    await until(async () => (await draftOf(number)).sheet.wishes === '一人目の希望');
    assert.equal((await draftOf(number)).sheet.request?.text, '二人目のお願い', 'what only the other wrote is there');
    assert.equal(await draft.getByLabel('本人の希望', { exact: true }).inputValue(), '一人目の希望');
    for (const seen of [one, two]) {
      assert.deepEqual(seen.violations, []);
      await seen.page.context().close();
    }
  });

  it('an answer that is lost on the way: the step is sent again, and is there once', async () => {
    const number = await consult();
    await agree(number);
    const { page, violations } = await open(town);
    const draft = await begin(page, number, work);
    let lost = 0;
    await page.route('**/actions', async (route) => {
      await route.fetch();
      if (lost++ < 2) return route.abort();
      return route.continue();
    });
    await press(draft, '送る前に確かめる');
    await press(draft, 'この内容で送る');
    await page.getByRole('heading', { name: `${town.name}から、${work.name}へ` }).waitFor();
    assert.deepEqual(
      (await draftOf(number)).events.map(({ type }) => type),
      ['sent'],
    );
    assert.deepEqual(violations, []);
    await page.context().close();
  });

  it('what cannot be saved is not left behind unsaid', async () => {
    const number = await consult();
    await agree(number);
    const { page } = await open(town, { viewport: { width: 375, height: 800 } });
    const draft = await begin(page, number, work);
    await page.route('**/draft', (route) => route.abort());
    await write(draft, '1 本人のことば', '本人の希望', '消えては困る文');
    await press(page, '一覧へ戻る');
    await page.getByText('まだ保存できていないことがあります。').waitFor();
    assert.equal(await draft.getByLabel('本人の希望', { exact: true }).inputValue(), '消えては困る文');
    await page.unroute('**/draft');
    await press(page, '一覧へ戻る');
    await page.locator('.consent-status').waitFor();
    assert.equal((await draftOf(number)).sheet.wishes, '消えては困る文');
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth));
    await page.context().close();
  });
});
