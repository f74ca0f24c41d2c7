/** The languages of the finder, furigana, and a browser's own translator. */
import { expect, html } from '@open-wc/testing';
import type { WindowFinder } from '@tsunagu/window-finder';
import { finderLocales } from '../../packages/window-finder/src/locales/index.js';
import { ikoma, mihon } from '../../stories/cities.js';
import { translate, until, watchPage } from '../core/page.js';
import { cards, chip, names, part, parts, phones, press, said, shadow, show, states, tuesday, type } from './finder.js';

const finderOf = (city = ikoma, lang = 'ja'): Promise<WindowFinder> =>
  show(html`<tsunagu-window-finder .directory=${city} at=${tuesday} lang=${lang}></tsunagu-window-finder>`);
const heading = (finder: WindowFinder): string => said(shadow(finder).querySelector('h2'));
const language = (finder: WindowFinder, name: string): HTMLElement =>
  parts(finder, 'language').find((each) => said(each).startsWith(name))!;
const speaks = (finder: WindowFinder, name: string): Promise<unknown> =>
  until(() => language(finder, name)?.getAttribute('aria-pressed') === 'true', name);
/** The language that a screen reader takes the texts for. */
const spoken = (finder: WindowFinder): string => shadow(finder).querySelector('[lang]')!.getAttribute('lang')!;

describe('the language', () => {
  it('is the resident’s to choose: English and back, with what was typed kept', async () => {
    const finder = await finderOf(mihon);
    await type(finder, '借金');
    await press(finder, language(finder, 'English'));
    await speaks(finder, 'English');
    expect(heading(finder)).to.match(/^[\x20-\x7e’]+$/);
    expect(spoken(finder)).to.equal('en');
    expect(part(finder, 'input')!.value).to.equal('借金');
    await until(() => /desk|window|office|counter/i.test(said(part(finder, 'count'))), 'an English count');
    const name = cards(finder)[0]!.querySelector('[part=name]')!;
    expect(said(name))
      .to.match(/Living and Work Support Desk/)
      .and.contain('くらしの自立相談窓口');
    expect(name.querySelector('.official')!.getAttribute('lang')).to.equal('ja');
    await press(finder, language(finder, '日本語'));
    await speaks(finder, '日本語');
    expect(heading(finder)).to.equal('どこに相談すればよいか、さがす');
    expect(names(finder)[0]).to.equal('くらしの自立相談窓口');
  });

  it('English is understood when English is shown', async () => {
    const finder = await finderOf(mihon, 'en');
    await speaks(finder, 'English');
    await until(() => states(finder).some((state) => /open/i.test(state)), 'English states');
    for (const [words, desk] of [['I cannot pay my rent', '自立相談'], ['my husband hits me', '女性']] as const) {
      await type(finder, words);
      await until(() => names(finder).slice(0, 3).join().includes(desk), desk);
    } // prettier-ignore
  });

  it('やさしい日本語 comes with furigana, which can be switched off and on', async () => {
    const finder = await finderOf(mihon, 'ja-x-easy');
    await speaks(finder, 'やさしい');
    expect(spoken(finder), 'a tag that screen readers know').to.equal('ja');
    await until(() => shadow(finder).querySelector('h2 ruby rt'), 'furigana');
    const box = [...shadow(finder).querySelectorAll<HTMLInputElement>('.languages input[type=checkbox]')][0]!;
    expect(box.checked).to.equal(true);
    await press(finder, box);
    expect(shadow(finder).querySelector('ruby')).to.equal(null);
    expect(said(shadow(finder)).match(/.{0,30}[《》｜].{0,20}/g)).to.equal(null);
    await press(finder, box);
    expect(shadow(finder).querySelector('h2 ruby rt')).not.to.equal(null);
    await press(finder, parts(finder, 'details-button')[0]);
    expect(said(shadow(finder)).match(/.{0,30}[《》｜].{0,20}/g), 'no marks are ever shown').to.equal(null);
    for (const each of shadow(finder).querySelectorAll('[aria-label]')) expect(each.getAttribute('aria-label')).not.to.match(/[《》｜]/);
  });

  it('keeps the present one when another cannot be loaded, and everything goes on working', async () => {
    const watch = watchPage();
    const load = finderLocales.en;
    finderLocales.en = () => Promise.reject(new Error('no network'));
    try {
      const finder = await finderOf();
      await press(finder, language(finder, 'English'));
      await until(() => watch.warnings.length > 0, 'a warning');
      expect(heading(finder)).to.equal('どこに相談すればよいか、さがす');
      expect(language(finder, '日本語').getAttribute('aria-pressed')).to.equal('true');
      await type(finder, 'あけび');
      expect(names(finder)[0]).to.contain('あけび');
      finderLocales.en = load;
      await press(finder, language(finder, 'English'));
      await speaks(finder, 'English');
    } finally {
      finderLocales.en = load;
      watch.stop();
    }
    expect(watch.thrown).to.deep.equal([]);
    expect(watch.errors).to.deep.equal([]);
  });

  it('single texts can be replaced for one finder', async () => {
    const finder = await show(
      html`<tsunagu-window-finder
        .directory=${ikoma}
        .messages=${{ intro: '生駒市の窓口です。', print: '紙に出す' }}
      ></tsunagu-window-finder>`,
    );
    expect(said(shadow(finder).querySelector('slot[name=intro]'))).to.equal('生駒市の窓口です。');
    expect(said(shadow(finder))).to.contain('紙に出す');
    finder.messages = undefined;
    await finder.updateComplete;
    expect(said(shadow(finder).querySelector('slot[name=intro]'))).to.contain('迷ったら総合窓口へ');
  });
});

describe('a page that the browser has translated', () => {
  const plain = (text: string): string => text.replace(/[«»]/g, '').replace(/\s+/g, ' ').trim();
  const picture = (finder: WindowFinder): unknown => ({
    count: part(finder, 'count')!.hidden ? '' : plain(said(part(finder, 'count'))),
    names: names(finder).map(plain),
    states: states(finder).map(plain),
    phones: phones(finder).map((phone) => `${phone.getAttribute('href')} ${plain(said(phone))}`),
    why: parts(finder, 'why').map((each) => plain(said(each))),
    lines: plain(said(part(finder, 'emergency'))),
    fallback: plain(said(part(finder, 'fallback'))),
    details: parts(finder, 'details').map((each) => plain(said(each))),
  });

  for (const lang of ['ja', 'ja-x-easy', 'en'])
    it(`${lang}: goes on telling the truth while the resident types, opens and changes the moment`, async () => {
      const translated = await finderOf(mihon, lang);
      const original = await finderOf(mihon, lang);
      const name = { ja: '日本語', 'ja-x-easy': 'やさしい', en: 'English' }[lang]!;
      await Promise.all([translated, original].map((finder) => speaks(finder, name)));
      // A new language makes a new index, in slices: both answer once it is there.
      for (const finder of [translated, original]) {
        await type(finder, 'ぬるぽqqq');
        await until(() => part(finder, 'count')!.hidden, 'the answer');
        await type(finder, '');
      }
      const steps: ((finder: WindowFinder) => Promise<void>)[] = [
        ...['介護', '死にたい', '借金', 'ぬるぽqqq', 'みどりが丘', ''].map((words) => (finder: WindowFinder) => type(finder, words)),
        (finder) => press(finder, chip(finder, 'income')),
        (finder) => press(finder, cards(finder)[0]!.querySelector<HTMLElement>('[part=details-button]')),
        (finder) => press(finder, shadow(finder).querySelector<HTMLElement>('[part=open-now] input')),
        async (finder) => {
          finder.at = '2026-11-25T03:00';
          await finder.updateComplete;
        },
      ];
      for (const [at, step] of steps.entries()) {
        translate(shadow(translated));
        await step(translated);
        await step(original);
        expect(picture(translated), `step ${at}`).to.deep.equal(picture(original));
      }
    });

  it('does not undo the translation of what has not changed', async () => {
    const finder = await finderOf();
    translate(shadow(finder));
    await type(finder, '介護');
    expect(heading(finder)).to.equal('«どこに相談すればよいか、さがす»');
    expect(said(part(finder, 'count'))).to.match(/^\d+件の窓口があります$/);
  });
});
