/** What the page gives the finder (slots, several of them, waiting) and what a screen reader makes of its main states. */
import { expect, fixture, html } from '@open-wc/testing';
import type { WindowFinder } from '@tsunagu/window-finder';
import { ikoma, mihon, toyama } from '../../stories/cities.js';
import { answerFetch, isSeen, never, until, watchPage } from '../core/page.js';
import { cards, field, names, part, parts, press, said, shadow, show, tuesday, type, unfold } from './finder.js';

describe('slots', () => {
  it('heading, intro, empty and footer take the page’s own words; the default ones are for the others', async () => {
    const finder = await show(html`
      <tsunagu-window-finder .directory=${ikoma} at=${tuesday}>
        <h2 slot="heading">いこまる相談窓口</h2>
        <p slot="intro">市の言葉</p>
        <p slot="empty">見つからないときの市の言葉</p>
        <p slot="footer">地域共生社会推進課</p>
        <p id="children">電話 0743-74-1111</p>
      </tsunagu-window-finder>
    `);
    const slotted = (name: string): HTMLElement => finder.querySelector<HTMLElement>(`[slot=${name}]`)!;
    expect(isSeen(slotted('heading'))).to.equal(true);
    expect(isSeen(slotted('intro'))).to.equal(true);
    expect(isSeen(slotted('footer'))).to.equal(true);
    expect(isSeen(slotted('empty'))).to.equal(false);
    expect(isSeen(shadow(finder).querySelector('h2'))).to.equal(false);
    expect(isSeen(finder.querySelector('#children')), 'the stand-in has been replaced').to.equal(false);
    await type(finder, 'ぬるぽqqq');
    expect(isSeen(slotted('empty'))).to.equal(true);
    expect(names(finder).length).to.be.greaterThan(0);
    const last = finder.shadowRoot!.querySelector('slot[name=footer]')!;
    expect(part(finder, 'cards')!.compareDocumentPosition(last) & Node.DOCUMENT_POSITION_FOLLOWING).not.to.equal(0);
  });
});

describe('waiting', () => {
  it('without a directory the children are all there is', async () => {
    const finder = await fixture<WindowFinder>(html`<tsunagu-window-finder><p>電話 0743-74-1111</p></tsunagu-window-finder>`);
    expect(isSeen(finder.querySelector('p'))).to.equal(true);
    expect(isSeen(shadow(finder).querySelector('h2'))).to.equal(false);
    expect(isSeen(part(finder, 'failed'))).to.equal(false);
    await expect(finder).to.be.accessible();
  });

  it('says that it loads, and keeps the children until then', async () => {
    const network = answerFetch((_, signal) => never(signal));
    const finder = await fixture<WindowFinder>(html`<tsunagu-window-finder src="/x.json"><p>電話 0743-74-1111</p></tsunagu-window-finder>`);
    const status = await until(() => shadow(finder).querySelector('[role=status]:not([hidden])'), 'the status');
    expect(said(status)).to.equal('窓口の一覧を読み込んでいます');
    expect(isSeen(finder.querySelector('p'))).to.equal(true);
    await expect(finder).to.be.accessible();
    finder.remove();
    network.stop();
  });
});

describe('two finders with different cities', () => {
  it('do not meet: words, choices, languages, what is open', async () => {
    const box = await fixture<HTMLElement>(html`
      <div>
        <tsunagu-window-finder .directory=${ikoma} at=${tuesday}></tsunagu-window-finder>
        <tsunagu-window-finder .directory=${mihon} at=${tuesday}></tsunagu-window-finder>
      </div>
    `);
    const [one, two] = [...box.querySelectorAll('tsunagu-window-finder')] as [WindowFinder, WindowFinder];
    for (const finder of [one, two]) await until(() => cards(finder).length > 0, 'desks');
    await type(one, 'あけび');
    await press(one, parts(one, 'details-button')[0]);
    await press(one, shadow(one).querySelector<HTMLElement>('[part=open-now] input'));
    expect(names(one)[0]).to.contain('あけび');
    expect(field(two).value).to.equal('');
    expect(names(two)[0]).to.equal('まるごと相談窓口');
    expect(parts(two, 'details').some(isSeen)).to.equal(false);
    await press(two, parts(two, 'language').at(-1));
    await until(() => /^[\x20-\x7e’]+$/.test(said(shadow(two).querySelector('h2'))), 'English');
    expect(said(shadow(one).querySelector('h2'))).to.equal('どこに相談すればよいか、さがす');
    one.directory = toyama;
    await until(() => said(part(one, 'search')) && !names(one).join().includes('あけび'), 'the other city');
    expect(names(two)[0]).to.contain('まるごと相談窓口');
    const ids = [one, two].map((finder) => [...shadow(finder).querySelectorAll('[id]')].map((each) => each.id));
    for (const each of ids) expect(new Set(each).size, 'ids are unique').to.equal(each.length);
  });
});

describe('axe finds nothing', () => {
  // What `content-visibility` skips, axe measures as lying on top of what follows: here everything is drawn.
  const drawn = new CSSStyleSheet();
  drawn.replaceSync('* { content-visibility: visible !important; }');
  // axe takes a reading above a word for visible text and then misses it in the name, where it would be read out twice.
  const readings = { ignoredRules: ['label-content-name-mismatch'] };
  const accessible = async (finder: WindowFinder, options = {}): Promise<void> => {
    shadow(finder).adoptedStyleSheets.push(drawn);
    await expect(finder).to.be.accessible(options);
  };
  const finderOf = (city = ikoma, at = tuesday, openNow = false): Promise<WindowFinder> =>
    show(html`<tsunagu-window-finder .directory=${city} at=${at} ?open-now=${openNow} selectable></tsunagu-window-finder>`);

  it('in the first view', async () => {
    await accessible(await finderOf());
  });

  it('in an answer with details, all topics and the narrowing open', async () => {
    const finder = await finderOf(mihon);
    await type(finder, '介護');
    await press(finder, parts(finder, 'details-button')[0]);
    await press(finder, shadow(finder).querySelector<HTMLElement>('.chip-list > .more'));
    await unfold(finder);
    await accessible(finder);
  });

  it('with danger in the words, with no match, and with everything closed', async () => {
    const finder = await finderOf(ikoma, '2026-11-25T03:00', true);
    for (const words of ['', 'ぬるぽqqq', '死にたい']) {
      await type(finder, words);
      await accessible(finder);
    }
  });

  it('after a failure', async () => {
    const watch = watchPage();
    const finder = await fixture<WindowFinder>(
      html`<tsunagu-window-finder .directory=${{}}
        ><p>電話 <a href="tel:0743-74-1111">0743-74-1111</a></p></tsunagu-window-finder
      >`,
    );
    await until(() => part(finder, 'failed'), 'the sentence');
    watch.stop();
    await accessible(finder);
  });

  for (const lang of ['ja-x-easy', 'en'])
    it(`in ${lang}`, async () => {
      const finder = await show(
        html`<tsunagu-window-finder .directory=${mihon} at=${tuesday} lang=${lang} limit="3"></tsunagu-window-finder>`,
      );
      await until(
        () =>
          parts(finder, 'language')
            .at(lang === 'en' ? -1 : 1)
            ?.getAttribute('aria-pressed') === 'true',
        lang,
      );
      await press(finder, parts(finder, 'details-button')[0]);
      await accessible(finder, lang === 'en' ? {} : readings);
    });
});
