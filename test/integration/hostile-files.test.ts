/** Files that are broken, or larger than they should be. */
import { expect } from '@open-wc/testing';
import type { Directory } from '@tsunagu/schema/directory';
import type { WindowFinder } from '@tsunagu/window-finder';
import { ikoma } from '../../stories/cities.js';
import { answerFetch, isSeen, streamed, until, watchPage, type Watch } from '../core/page.js';
import { cards, names, part, phones, said, type } from '../window-finder/finder.js';

const encoder = new TextEncoder();

describe('a broken or enormous file', function () {
  this.timeout(90_000);
  let watch: Watch;
  let network: { stop: () => void } = { stop: () => undefined };
  beforeEach(() => (watch = watchPage()));
  afterEach(() => {
    network.stop();
    watch.stop();
    expect(watch.thrown).to.deep.equal([]);
  });

  /** A finder that loads from the stubbed network: how it ended. */
  async function load(answer: () => Response): Promise<{ finder: WindowFinder; reason: string }> {
    network = answerFetch(answer);
    const finder = document.createElement('tsunagu-window-finder');
    finder.src = '/city.json';
    finder.append(Object.assign(document.createElement('p'), { textContent: '電話 0743-74-1111' }));
    const ended = new Promise<string>((resolve) => {
      finder.addEventListener('tsunagu-directory-error', (event) => resolve(event.detail.reason), { once: true });
      finder.addEventListener('tsunagu-directory-load', () => resolve('loaded'), { once: true });
    });
    document.body.append(finder);
    const reason = await ended;
    network.stop();
    await finder.updateComplete;
    if (reason !== 'loaded') {
      expect(isSeen(part(finder, 'failed'))).to.equal(true);
      expect(isSeen(finder.querySelector('p'))).to.equal(true);
      expect(watch.errors.length).to.be.greaterThan(0);
      finder.remove();
    }
    return { finder, reason };
  }

  it('cut off anywhere is refused, never half shown', async () => {
    const text = JSON.stringify(ikoma);
    const cuts = Array.from({ length: 40 }, (_, at) => Math.floor((text.length * (at * 37 + 5)) / (40 * 37 + 5)));
    for (const cut of [0, 1, ...cuts, text.length - 1])
      expect((await load(() => new Response(text.slice(0, cut)))).reason, `at ${cut}`).to.equal('not-json');
  });

  it('cut off anywhere, when it is long enough to be read in pieces', async () => {
    const text = JSON.stringify(many(1500));
    expect(text.length).to.be.greaterThan(400_000);
    for (const part of [0.1, 0.5, 0.9, 0.99, 0.9999])
      expect((await load(() => new Response(text.slice(0, Math.floor(text.length * part))))).reason, String(part)).to.equal('not-json');
  });

  it('with something behind it, with other letters, with a byte order mark', async () => {
    const text = JSON.stringify(ikoma);
    expect((await load(() => new Response(`${text}<script>`))).reason).to.equal('not-json');
    expect((await load(() => new Response(`<?php ?>${text}`))).reason).to.equal('not-json');
    const marked = await load(() => new Response(`\ufeff${text}`));
    expect(marked.reason).to.equal('loaded');
    marked.finder.remove();
    // UTF-16 and Shift_JIS are what Excel and old editors write.
    const utf16 = new Uint8Array(new Uint16Array([...text.slice(0, 5000)].map((each) => each.charCodeAt(0))).buffer);
    expect((await load(() => new Response(utf16))).reason).to.equal('not-json');
  });

  it('nested 200,000 deep', async () => {
    const deep = `${'['.repeat(200_000)}${']'.repeat(200_000)}`;
    expect((await load(() => new Response(deep))).reason).to.be.oneOf(['not-json', 'invalid']);
    expect((await load(() => new Response(`{"windows":[${deep}]}`))).reason).to.be.oneOf(['not-json', 'invalid']);
  });

  it('of 50 MB is given up in the middle', async () => {
    const piece = encoder.encode(`${' '.repeat(999_999)}\n`);
    let pulled = 0;
    function* pieces(): Generator<Uint8Array> {
      for (; pulled < 50; pulled++) yield piece;
    }
    expect((await load(() => streamed(pieces()))).reason).to.equal('too-large');
    expect(pulled, 'the rest is not read').to.be.lessThan(50);
  });

  it('of a million wrong desks ends with a short message', async () => {
    const { reason } = await load(() => new Response(`{"windows":[${'0,'.repeat(999_999)}0]}`));
    expect(reason).to.equal('invalid');
    expect(watch.errors[0]!.length).to.be.lessThan(3000);
  });

  it('of 10,000 good desks is shown', async () => {
    const { finder, reason } = await load(() => new Response(JSON.stringify(many(10_000))));
    expect(reason).to.equal('loaded');
    await until(() => cards(finder).length, 'desks', 60_000);
    expect(said(part(finder, 'count'))).to.contain('10000');
    await type(finder, '窓口9999');
    expect(names(finder)[0]).to.contain('窓口9999');
    expect(phones(finder).length).to.be.greaterThan(0);
    finder.remove();
  });
});

function many(count: number): Directory {
  const windows = Array.from({ length: count }, (_, at) => {
    const desk = ikoma.windows[at % ikoma.windows.length]!;
    return at < ikoma.windows.length ? desk : { ...desk, id: `desk-${at}`, name: `窓口${at}` };
  });
  return { ...ikoma, windows };
}
