/** Every way a directory can fail: one calm sentence, the children, a typed event, a console message; nothing thrown. */
import { aTimeout, expect, fixture, html } from '@open-wc/testing';
import type { DirectoryFailure } from '@tsunagu/core';
import type { WindowFinder } from '@tsunagu/window-finder';
import '@tsunagu/window-finder/define';
import { ikoma } from '../../stories/cities.js';
import { answerFetch, isSeen, json, never, streamed, until, watchPage, type Watch } from './page.js';

const megabyte = new Uint8Array(1_000_000).fill(32);
function* megabytes(count: number): Generator<Uint8Array> {
  for (let at = 0; at < count; at++) yield megabyte;
}
const broken = (change: (city: typeof ikoma) => void): typeof ikoma => {
  const city = structuredClone(ikoma);
  change(city);
  return city;
};

describe('a directory that cannot be had', () => {
  let watch: Watch;
  let network: { stop: () => void };
  beforeEach(() => (watch = watchPage()));
  afterEach(() => {
    network.stop();
    watch.stop();
  });

  /** Loads a finder with children and gives the failure, once all that must be true of every failure has been checked. */
  async function failure(
    answer: Parameters<typeof answerFetch>[0],
    src = '/city.json',
  ): Promise<{ detail: DirectoryFailure; console: string }> {
    network = answerFetch(answer);
    let event: CustomEvent<DirectoryFailure> | undefined;
    const seen = (each: Event): void => void (event = each as CustomEvent<DirectoryFailure>);
    document.addEventListener('tsunagu-directory-error', seen, { once: true });
    const finder = await fixture<WindowFinder>(html`
      <tsunagu-window-finder src=${src}
        ><p>お電話ください <a href="tel:0743-74-1111">0743-74-1111</a></p></tsunagu-window-finder
      >
    `);
    const message = await until(() => finder.shadowRoot!.querySelector<HTMLElement>('[part=failed]'), 'the sentence');
    await until(() => event, 'the event');
    document.removeEventListener('tsunagu-directory-error', seen);
    expect(message.getAttribute('role')).to.equal('alert');
    expect(message.innerText).to.contain('窓口の一覧を読み込めませんでした').and.contain('電話');
    expect(isSeen(message)).to.equal(true);
    expect(isSeen(finder.querySelector('a')), 'the children').to.equal(true);
    expect(event!.target).to.equal(finder);
    expect(event!.bubbles && event!.composed).to.equal(true);
    expect(watch.errors).to.have.length(1);
    expect(watch.errors[0]).to.contain('<tsunagu-window-finder>');
    expect(watch.thrown).to.deep.equal([]);
    return { detail: event!.detail, console: watch.errors[0]! };
  }

  it('network', async () => {
    const { detail, console } = await failure(() => Promise.reject(new TypeError('Failed to fetch')));
    expect(detail.reason).to.equal('network');
    expect(detail.src).to.match(/^http.*\/city\.json$/);
    expect(console).to.contain('/city.json');
  });

  it('a body that breaks off', async () => {
    const { detail } = await failure(
      () => new Response(new ReadableStream({ start: (controller) => controller.error(new TypeError('reset')) })),
    );
    expect(detail.reason).to.equal('network');
  });

  for (const status of [404, 500])
    it(`http ${status}`, async () => {
      const { detail, console } = await failure(() => new Response('<h1>no</h1>', { status }));
      expect(detail).to.include({ reason: 'http', status });
      expect(console).to.contain(String(status));
    });

  for (const [name, answer] of [
    ['never answers', (_: string, signal: AbortSignal) => never(signal)],
    [
      'stops in the middle',
      (_: string, signal: AbortSignal) =>
        new Response(
          new ReadableStream({
            start(controller) {
              controller.enqueue(new TextEncoder().encode('{"a":'));
              signal.addEventListener('abort', () => controller.error(signal.reason));
            },
          }),
        ),
    ],
  ] as const)
    it(`timeout: a server that ${name}`, async () => {
      const { setTimeout: wait } = window;
      // The clock runs fast for waits as long as the loader's; all others keep their time.
      window.setTimeout = ((run: () => void, delay = 0) => wait(run, delay >= 10_000 && delay < 60_000 ? 20 : delay)) as typeof setTimeout;
      try {
        const { detail, console } = await failure(answer);
        expect(detail.reason).to.equal('timeout');
        expect(console).to.contain('/city.json');
      } finally {
        window.setTimeout = wait;
      }
    });

  it('too large', async () => {
    const { detail, console } = await failure(() => streamed(megabytes(50)));
    expect(detail.reason).to.equal('too-large');
    expect(console).to.match(/\d{8} bytes/);
  });

  for (const [name, text] of [
    ['HTML', '<!doctype html><title>404</title>'],
    ['nothing', ''],
    ['half a file', '{"windows":[{"id":"a"'],
  ] as const)
    it(`not JSON: ${name}`, async () => {
      const { detail, console } = await failure(() => new Response(text));
      expect(detail.reason).to.equal('not-json');
      expect(console).to.contain('JSON');
    });

  it('not valid: the console and the event name path, expected and found', async () => {
    const { detail, console } = await failure(() =>
      json(
        broken((city) => {
          city.windows[1]!.phones![0]!.number = '78-4888';
          delete (city.windows[2] as Partial<(typeof city.windows)[0]>).name;
          city.windows[3]!.catchments = ['nowhere'];
          (city.municipality as { code: unknown }).code = 292095;
        }),
      ),
    );
    expect(detail.reason).to.equal('invalid');
    const issue = (path: string) => detail.issues!.find((each) => each.path.join('.') === path);
    expect(issue('windows.1.phones.0.number')).to.include({ code: 'format', found: '78-4888' });
    expect(issue('windows.2.name')).to.include({ code: 'missing', expected: 'name' });
    expect(issue('municipality.code')).to.include({ code: 'type', expected: 'string', found: '292095' });
    for (const words of ['windows.1.phones.0.number', '78-4888', 'windows.2.name', 'municipality.code', 'expected string', 'found 292095'])
      expect(console).to.contain(words);
  });

  it('not valid: no desk takes every worry', async () => {
    const { detail, console } = await failure(() => json(broken((city) => city.windows.forEach((window) => delete window.acceptsAll))));
    expect(detail.issues!.map(({ code }) => code)).to.include('no-catch-all');
    expect(console).to.contain('acceptsAll');
  });

  it('a very wrong file makes a short message', async () => {
    const { console } = await failure(() => json(broken((city) => city.windows.forEach((window) => (window.id = '<b>')))));
    expect(console.split('\n').length).to.be.lessThan(15);
    expect(console).to.contain('more');
  });

  it('an address that is no address', async () => {
    const { detail } = await failure(() => json(ikoma), 'http://[');
    expect(detail.message).to.be.a('string').and.not.equal('');
  });

  it('nothing more happens afterwards', async () => {
    await failure(() => new Response('', { status: 404 }));
    await aTimeout(0);
    expect(watch.errors).to.have.length(1);
  });
});
