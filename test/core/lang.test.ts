import { expect, fixture, html } from '@open-wc/testing';
import { LocaleController, nearestLang, toLanguage, type LocaleTable } from '@tsunagu/core';
import { LitElement, type TemplateResult } from 'lit';
import { until, watchPage } from './page.js';

interface Words {
  hello: string;
  bye: string;
}
const ja: Words = { hello: 'こんにちは', bye: 'さようなら' };
const easy: Words = { hello: 'こんにちは。', bye: 'また 会《あ》いましょう' };
const en: Words = { hello: 'Hello', bye: 'Goodbye' };
let loadEnglish: () => Promise<Words> = async () => en;
const table: LocaleTable<Words> = { ja, 'ja-x-easy': async () => easy, en: () => loadEnglish() };

class Greeter extends LitElement {
  readonly locale = new LocaleController<Words>(this, table);
  protected override render(): TemplateResult {
    return html`<p .textContent=${this.locale.messages.hello}></p>
      <p .textContent=${this.locale.messages.bye}></p>`;
  }
}
customElements.define('tsunagu-test-greeter', Greeter);

const heard = (greeter: Greeter): string => greeter.shadowRoot!.querySelector('p')!.textContent;
const greeterIn = (box: Element): Greeter => box.querySelector<Greeter>('tsunagu-test-greeter')!;

describe('toLanguage', () => {
  it('takes the exact tag, else its base language, else Japanese', () => {
    const cases: [string | null | undefined, string][] = [
      ['ja', 'ja'], ['JA-JP', 'ja'], ['ja-x-easy', 'ja-x-easy'], ['JA-X-EASY', 'ja-x-easy'], ['en', 'en'], ['en-GB', 'en'],
      ['fr', 'ja'], ['', 'ja'], [null, 'ja'], [undefined, 'ja'], ['__proto__', 'ja'], ['<b>', 'ja'],
    ]; // prettier-ignore
    for (const [tag, language] of cases) expect(toLanguage(tag), String(tag)).to.equal(language);
  });
});

describe('nearestLang', () => {
  it('is the element’s own, else its nearest ancestor’s; an empty one is passed over', async () => {
    const box = await fixture(
      html`<div lang="en">
        <section lang="">
          <p></p>
          <b lang="ja-x-easy"></b>
        </section>
      </div>`,
    );
    expect(nearestLang(box.querySelector('p')!)).to.equal('en');
    expect(nearestLang(box.querySelector('b')!)).to.equal('ja-x-easy');
  });

  it('looks through shadow roots, also nested ones and an element at the top of one', async () => {
    const box = await fixture<HTMLElement>(html`<div lang="en"><div id="outer"></div></div>`);
    const outer = box.querySelector('#outer')!.attachShadow({ mode: 'open' });
    const inner = document.createElement('div');
    outer.append(inner);
    const deep = document.createElement('p');
    inner.attachShadow({ mode: 'closed' }).append(deep);
    expect(nearestLang(deep)).to.equal('en');
    deep.lang = '';
    expect(nearestLang(deep)).to.equal('en');
    inner.lang = 'ja-x-easy';
    expect(nearestLang(deep)).to.equal('ja-x-easy');
  });

  it('is undefined where nobody says, and for an element outside the page', () => {
    expect(nearestLang(document.createElement('p'))).to.equal(undefined);
  });
});

describe('LocaleController', () => {
  afterEach(() => (loadEnglish = async () => en));

  it('follows the page: an ancestor’s lang, its change, its removal, a move', async () => {
    const box = await fixture<HTMLElement>(html`<div lang="en"><tsunagu-test-greeter></tsunagu-test-greeter></div>`);
    const greeter = greeterIn(box);
    await until(() => heard(greeter) === 'Hello', 'English');
    box.lang = 'ja-x-easy';
    await until(() => heard(greeter) === 'こんにちは。', 'やさしい日本語');
    box.lang = 'ja';
    await until(() => heard(greeter) === 'こんにちは', 'Japanese');
    box.lang = 'en-US';
    await until(() => heard(greeter) === 'Hello', 'English again');
    box.removeAttribute('lang');
    await until(() => heard(greeter) !== 'Hello', 'the page’s own language');

    const other = await fixture<HTMLElement>(html`<div lang="ja-x-easy"></div>`);
    other.append(greeter);
    await until(() => heard(greeter) === 'こんにちは。', 'the language of the new place');
  });

  it('follows the lang of the host of its shadow root', async () => {
    const host = await fixture<HTMLElement>(html`<div lang="ja"></div>`);
    const greeter = new Greeter();
    host.attachShadow({ mode: 'open' }).append(greeter);
    await greeter.updateComplete;
    host.lang = 'en';
    await until(() => heard(greeter) === 'Hello', 'English');
  });

  it('keeps the present texts while others are on their way and when they cannot be loaded, and says so to the developer', async () => {
    const watch = watchPage();
    try {
      let fail: (reason: Error) => void = () => undefined;
      loadEnglish = () => new Promise((_, reject) => (fail = reject));
      const box = await fixture<HTMLElement>(html`<div lang="ja"><tsunagu-test-greeter></tsunagu-test-greeter></div>`);
      const greeter = greeterIn(box);
      greeter.locale.choose('en');
      await greeter.updateComplete;
      expect(heard(greeter)).to.equal('こんにちは');
      fail(new Error('no network'));
      await until(() => watch.warnings.length > 0, 'a warning');
      expect(watch.warnings[0]).to.contain('"en"').and.contain('"ja"').and.contain('<tsunagu-test-greeter>');
      expect(heard(greeter)).to.equal('こんにちは');
      expect(greeter.locale.lang).to.equal('ja');

      loadEnglish = async () => en;
      greeter.locale.choose('en');
      await until(() => heard(greeter) === 'Hello', 'English at the second try');
      expect(watch.thrown).to.deep.equal([]);
    } finally {
      watch.stop();
    }
  });

  it('shows the last choice when an earlier one arrives late', async () => {
    let arrive: (texts: Words) => void = () => undefined;
    loadEnglish = () => new Promise((resolve) => (arrive = resolve));
    const box = await fixture<HTMLElement>(html`<div lang="ja"><tsunagu-test-greeter></tsunagu-test-greeter></div>`);
    const greeter = greeterIn(box);
    greeter.locale.choose('en');
    greeter.locale.choose('ja-x-easy');
    await until(() => heard(greeter) === 'こんにちは。', 'やさしい日本語');
    arrive(en);
    await greeter.locale.follow();
    await greeter.updateComplete;
    expect(heard(greeter)).to.equal('こんにちは。');
  });

  it('lets an instance replace single texts, in every language', async () => {
    const box = await fixture<HTMLElement>(html`<div lang="ja"><tsunagu-test-greeter></tsunagu-test-greeter></div>`);
    const greeter = greeterIn(box);
    greeter.locale.override({ hello: 'ようこそ' });
    expect(greeter.locale.messages).to.deep.equal({ ...ja, hello: 'ようこそ' });
    greeter.locale.choose('en');
    await until(() => greeter.locale.lang === 'en', 'English');
    expect(greeter.locale.messages).to.deep.equal({ ...en, hello: 'ようこそ' });
    greeter.locale.override(undefined);
    expect(greeter.locale.messages).to.deep.equal(en);
  });
});
