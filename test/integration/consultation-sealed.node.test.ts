/** `encrypt-to`: from the form to the desk nobody can read along, neither on the wire nor in the receiver's store or log. */
import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import type { Browser, Locator } from 'playwright-core';
import { openBrowser } from '../receiver/browser.js';
import { runCommand } from '../receiver/child.js';
import { codesOf, formOf, openCity, see, type City } from './consultation-city.js';
import { disguises, found, tap, type Wiretap } from './consultation-wiretap.js';

const desk = 'city-hall';
const words = '夜になると、息子が部屋から出てきません。もう3年になります。';
const topic = 'hikikomori-truancy';
/** Everything that was filled in, and the parts by which somebody would search for it. */
const secrets = [words, '部屋から出て', 'ひきこもりの親', '090-1234-5678', '夫がいる夜は、かけないで', topic, '東新町のはずれ'];

const page = (key: string): string => `<!doctype html>
<html lang="ja">
<head><meta charset="utf-8"><title>相談</title><link rel="icon" href="/assets/icon.svg"><script type="module" src="/tsunagu/tsunagu.js"></script></head>
<body>
<tsunagu-directory src="/cities/ikoma.json">
<tsunagu-consultation-form layout="page" window-id="${desk}" action="/api/consultations" encrypt-to="${key}"></tsunagu-consultation-form>
</tsunagu-directory>
</body>
</html>
`;

async function fillIn(form: Locator): Promise<void> {
  const choice = (name: string, value: string): Promise<void> => form.locator(`input[name=${name}][value=${value}]`).check();
  await choice('topics', 'hikikomori-truancy');
  await form.locator('[part=input][name=words]').fill(words);
  await choice('mode', 'nickname');
  await form.locator('[part=input][name=nickname]').fill('ひきこもりの親');
  await choice('ways', 'phone');
  await form.locator('[part=input][name=phone]').fill('090-1234-5678');
  await form.locator('[part=input][name=never]').fill('夫がいる夜は、かけないで');
  await form.locator('[part=input][name=town]').fill('東新町のはずれ');
  await form.locator('[part=next]').click();
  await form.locator('dd').getByText(words).waitFor();
}

describe('a consultation sealed to its desk', { timeout: 240_000 }, () => {
  let folder: string;
  let city: City;
  let wire: Wiretap;
  let browser: Browser;
  const pair = (kind: 'public' | 'private', of = desk): string => readFileSync(join(folder, `${of}.${kind}.jwk.json`), 'utf8');
  before(async () => {
    folder = mkdtempSync(join(tmpdir(), 'tsunagu-keys-'));
    for (const id of [desk, 'shakyo']) {
      const { code, out } = await runCommand(['keypair', id], {}, folder);
      assert.equal(code, 0);
      assert.match(out, new RegExp(`${id}\\.public\\.jwk\\.json: publish it`));
    }
    city = await openCity(
      {},
      {
        '/sealed.html': page('/keys/city-hall.json'),
        '/keys/city-hall.json': pair('public'),
        '/no-key.html': page('/keys/none.json'),
        '/private.html': page('/keys/private.json'),
        '/keys/private.json': pair('private'),
      },
    );
    wire = await tap(city.origin);
    browser = await openBrowser();
  });
  after(async () => {
    await browser.close();
    wire.close();
    await city.close();
    rmSync(folder, { recursive: true, force: true });
  });

  /** Everything that lies in the folder of the database: the file, its log of what is not in it yet, its index. */
  const onDisk = (): { names: string[]; bytes: Buffer } => {
    const names = readdirSync(city.folder).sort();
    return { names, bytes: Buffer.concat(names.map((name) => readFileSync(join(city.folder, name)))) };
  };

  it('finds a word in each of its disguises, so that finding none says something', () => {
    for (const word of secrets) for (const disguise of disguises(word)) assert.ok(disguise.length > 0);
    const wrapped = [
      words,
      JSON.stringify({ words }),
      encodeURIComponent(words),
      ...['', 'x', 'xy'].map((start) => Buffer.from(`${start}${words}…`).toString('base64url')),
    ];
    for (const text of wrapped) assert.deepEqual(found(Buffer.from(`…${text}…`), [words]), [words], text);
    const escaped = [...words].map((each) => `\\u${each.codePointAt(0)!.toString(16).padStart(4, '0')}`).join('');
    assert.deepEqual(found(Buffer.from(escaped), [words]), [words]);
    assert.deepEqual(found(Buffer.from(words, 'utf16le'), [words]), [words]);
  });

  it('no word is on the wire, in the database or in the log; the desk’s key alone opens it', async () => {
    const seen = await see(browser, `${wire.origin}/sealed.html`);
    const form = formOf(seen.page);
    await fillIn(form);
    const before = wire.bytes().length;
    await form.locator('[part=next]').click();
    const { number } = await codesOf(form);
    assert.deepEqual([seen.violations, seen.complaints], [[], []]);

    const sent = wire.bytes().subarray(before);
    const body = JSON.parse(seen.asked.find(({ method }) => method === 'POST')!.body) as Record<string, unknown>;
    assert.deepEqual(Object.keys(body).sort(), ['language', 'sealed', 'trap', 'windowId']);
    assert.ok(sent.includes(body.sealed as string) && sent.includes(number), 'the wire was heard');
    assert.deepEqual(found(sent, secrets), []);
    const { names, bytes } = onDisk();
    assert.ok(names.includes('city.sqlite-wal') && bytes.includes(body.sealed as string), 'the store was read');
    assert.deepEqual(found(bytes, secrets), []);
    assert.ok(city.log.some((line) => line.includes('/api/consultations')));
    assert.deepEqual(found(Buffer.from(city.log.join('')), secrets), []);

    const staff = await see(browser, `${wire.origin}/staff`);
    const quiet = wire.bytes().length;
    const press = (name: string): Promise<void> => staff.page.getByRole('button', { name }).click();
    await staff.page.getByLabel('窓口の鍵（トークン）').fill(await city.receiver.createToken(desk));
    await press('窓口をひらく');
    await press(`この相談を読む（${number}）`);
    const choose = staff.page.getByLabel('窓口の鍵のファイルを選ぶ');
    await choose.setInputFiles(join(folder, 'shakyo.private.jwk.json'));
    await staff.page.getByText('この鍵では開けません。').waitFor();
    assert.ok(!(await staff.page.locator('main').innerText()).includes(words));
    await choose.setInputFiles(join(folder, `${desk}.public.jwk.json`));
    await staff.page.getByText('このファイルは、窓口の鍵ではないようです。').waitFor();
    await choose.setInputFiles(join(folder, `${desk}.private.jwk.json`));
    await staff.page.locator('.sheet').getByText(words).waitFor();
    const sheet = await staff.page.locator('.sheet').innerText();
    for (const text of ['ひきこもりの親', '090-1234-5678', '夫がいる夜は、かけないで', '東新町のはずれ'])
      assert.ok(sheet.includes(text), text);

    // Reading it sent neither words nor key anywhere, and left none behind.
    const { d } = JSON.parse(pair('private')) as { d: string };
    const read = wire.bytes().subarray(quiet);
    assert.ok(read.includes(number));
    // The city's own directory and the page's own scripts name every topic: the one that was chosen is there as often as in them, and in no other disguise.
    const scripts = staff.asked.flatMap(({ url }) => /\/(chunks\/[^/?]+\.js)$/.exec(url)?.[1] ?? []);
    const open = [
      Buffer.from(JSON.stringify(city.directory)),
      ...scripts.map((file) => readFileSync(join('packages/receiver/pages', file))),
    ];
    const times = (bytes: Buffer): number => bytes.toString('latin1').split(topic).length - 1;
    assert.ok(scripts.length > 0);
    assert.equal(
      times(read),
      open.reduce((sum, bytes) => sum + times(bytes), 0),
    );
    assert.deepEqual(found(Buffer.from(read.toString('latin1').replaceAll(topic, ''), 'latin1'), [...secrets, d]), []);
    assert.deepEqual(found(onDisk().bytes, [...secrets, d]), []);
    assert.deepEqual(found(Buffer.from(city.log.join('')), [...secrets, d]), []);
    assert.deepEqual([staff.violations, staff.complaints], [[], []]);
    for (const { page: each } of [seen, staff]) await each.context().close();
  });

  for (const [what, path] of [
    ['is not there', 'no-key.html'],
    ['is the private one', 'private.html'],
  ] as const)
    it(`when the key ${what}, nothing goes out, and the words stay on the screen`, async () => {
      const seen = await see(browser, `${wire.origin}/${path}`);
      const form = formOf(seen.page);
      await fillIn(form);
      const before = wire.bytes().length;
      await form.locator('[part=next]').click();
      await form.locator('[part=failed]').getByText('送らずに止めました').waitFor();
      assert.ok(await form.locator('dd').getByText(words).isVisible());
      assert.ok(await form.locator('[part=phone]').isVisible());
      assert.deepEqual(
        seen.asked.filter(({ method }) => method === 'POST'),
        [],
      );
      assert.deepEqual(found(wire.bytes().subarray(before), secrets), []);
      await seen.page.context().close();
    });
});
