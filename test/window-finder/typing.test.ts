/** The resident types. What must happen, and what must not. */
import { aTimeout, expect, html } from '@open-wc/testing';
import type { WindowFinder } from '@tsunagu/window-finder';
import { sendKeys } from '@web/test-runner-commands';
import { ikoma, mihon } from '../../stories/cities.js';
import { until } from '../core/page.js';
import { cards, drawn, field, names, part, parts, press, said, shadow, show, tuesday, type } from './finder.js';

const finderOf = (city = ikoma): Promise<WindowFinder> =>
  show(html`<tsunagu-window-finder .directory=${city} at=${tuesday} selectable></tsunagu-window-finder>`);
const count = (finder: WindowFinder): string => said(part(finder, 'count'));
const announced = (finder: WindowFinder): string => shadow(finder).querySelector('[role=status]:not([hidden])')?.textContent ?? '';

describe('typing', () => {
  it('brings the right desk to the top, with its whole number to tap', async () => {
    const finder = await finderOf();
    for (const [words, desk] of [
      ['親の介護', '地域包括支援センター'],
      ['家賃が払えない', 'くらしとしごと支援センター'],
      ['学校に行きたがらない', '教育相談室'],
      ['ひきこもり', 'ユースネットいこま'],
      ['あけび', '生活支援センターあけび'],
    ] as const) {
      await type(finder, words);
      expect(names(finder).slice(0, 3).join(), words).to.contain(desk);
    }
    const phone = cards(finder)[0]!.querySelector<HTMLAnchorElement>('[part=phone]')!;
    expect(phone.getAttribute('href')).to.equal('tel:0743-71-6117');
    expect(said(phone)).to.equal('電話する 0743-71-6117');
    expect(phone.getAttribute('aria-label')).to.contain('0743-71-6117').and.contain('あけび');
  });

  it('takes half-width kana, romaji and digits of a number', async () => {
    const finder = await finderOf();
    await type(finder, 'ﾕｰｽﾈｯﾄ');
    expect(names(finder)[0]).to.contain('ユースネット');
    await type(finder, '73-9448');
    expect(names(finder)[0]).to.contain('阪奈中央');
    await type(finder, 'akebi');
    await until(() => names(finder)[0]?.includes('あけび'), 'the desk asked for in romaji');
  });

  it('through an input method: open letters are not searched for, and the field is never written to', async () => {
    const finder = await finderOf();
    const input = field(finder);
    const compose = async (value: string, isComposing = true): Promise<void> => {
      input.value = value;
      input.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true, isComposing }));
      await finder.updateComplete;
      expect(input.value).to.equal(value);
    };
    for (const value of ['ｈ', 'ひ', 'ひｋ', 'ひき', 'ひきこもｒ']) await compose(value);
    expect(names(finder)[0]).to.contain('ユースネット');
    await compose('ひきこもり', false);
    await compose('SOS ', false);
    for (const value of ['SOS k', 'SOSk', 'SOSか', 'SOSかｚ', 'SOS']) await compose(value);
    input.dispatchEvent(new CompositionEvent('compositionend', { bubbles: true, composed: true }));
    await finder.updateComplete;
    expect(input.value).to.equal('SOS');
  });

  it('counts what was found', async () => {
    const finder = await finderOf();
    expect(count(finder)).to.equal(`${ikoma.windows.length}件の窓口があります`);
    await type(finder, 'あけび');
    await drawn(finder, Number(/^(\d+)件/.exec(count(finder))?.[1]));
    await type(finder, '');
    expect(count(finder)).to.equal(`${ikoma.windows.length}件の窓口があります`);
  });

  it('is announced once it has paused, politely, and says what is on the screen', async () => {
    const finder = await finderOf();
    expect(shadow(finder).querySelectorAll('[role=alert], [aria-live=assertive]')).to.have.length(0);
    const heard: string[] = [];
    const status = shadow(finder).querySelector('[role=status]')!;
    const observer = new MutationObserver(() => heard.push(announced(finder)));
    observer.observe(status, { childList: true, characterData: true, subtree: true });
    for (const words of ['親', '親の', '親の介', '親の介護']) await type(finder, words);
    expect(announced(finder)).to.equal('');
    await until(() => announced(finder) !== '', 'the announcement');
    expect(announced(finder)).to.equal(count(finder));
    await aTimeout(0);
    observer.disconnect();
    expect(heard).to.have.length(1);
    expect(shadow(finder).querySelector('[role=status]'), 'the same live region').to.equal(status);
  });

  it('keeps the focus in the field and the page where it is', async () => {
    const finder = await finderOf();
    const above = Object.assign(document.createElement('div'), { style: 'height: 900px' });
    const below = above.cloneNode() as HTMLElement;
    finder.parentElement!.prepend(above);
    finder.parentElement!.append(below);
    field(finder).focus();
    field(finder).scrollIntoView({ block: 'center' });
    const top = window.scrollY;
    const place = field(finder).getBoundingClientRect().top;
    for (const words of ['死', '死にたい', 'qqqq', 'あけび', '', '親の介護']) {
      await type(finder, words);
      expect(shadow(finder).activeElement, words).to.equal(field(finder));
      expect(Math.abs(window.scrollY - top), words).to.be.lessThan(2);
      expect(Math.abs(field(finder).getBoundingClientRect().top - place), words).to.be.lessThan(2);
    }
  });

  it('from a real keyboard works letter by letter', async () => {
    const finder = await finderOf();
    field(finder).focus();
    await sendKeys({ type: '0743-75' });
    await finder.updateComplete;
    expect(field(finder).value).to.equal('0743-75');
    expect(shadow(finder).activeElement).to.equal(field(finder));
    expect(names(finder).length).to.be.lessThan(ikoma.windows.length);
    await sendKeys({ press: 'Enter' });
    expect(field(finder).value).to.equal('0743-75');
  });

  it('can be taken back with one button, which gives the focus to the field', async () => {
    const finder = await finderOf();
    const clear = (): HTMLElement => [...shadow(finder).querySelectorAll('button')].find((button) => button.textContent.includes('消す'))!;
    expect(clear().hidden).to.equal(true);
    await type(finder, '借金');
    expect(clear().hidden).to.equal(false);
    clear().focus();
    await press(finder, clear());
    expect(field(finder).value).to.equal('');
    expect(shadow(finder).activeElement).to.equal(field(finder));
  });

  it('keeps the text field free of what a browser would store or correct, and names it', async () => {
    const input = field(await finderOf());
    expect(input.getAttribute('autocomplete')).to.equal('off');
    expect(input.hasAttribute('placeholder')).to.equal(false);
    expect(input.labels![0]!.innerText).to.contain('困っていること');
    expect(input.form).to.equal(null);
    expect(input.name).to.equal('');
  });
});

describe('words that were typed', () => {
  it('never leave the element', async () => {
    const finder = await finderOf(mihon);
    const words = ['殴られる', '死にたい', '借金 みどりが丘'];
    const before = [
      location.href,
      history.length,
      document.title,
      document.cookie,
      localStorage.length,
      sessionStorage.length,
      finder.outerHTML,
    ];
    const requests = performance.getEntriesByType('resource').length;
    const changes: MutationRecord[] = [];
    const observer = new MutationObserver((records) => changes.push(...records));
    observer.observe(document, { attributes: true, childList: true, characterData: true, subtree: true });
    const sent: Event[] = [];
    const dispatch = EventTarget.prototype.dispatchEvent;
    EventTarget.prototype.dispatchEvent = function (event) {
      if (event.type !== 'input') sent.push(event);
      return dispatch.call(this, event);
    };
    try {
      for (const each of words) await type(finder, each);
      await until(() => announced(finder), 'the announcement');
      await press(finder, parts(finder, 'details-button')[0]);
    } finally {
      EventTarget.prototype.dispatchEvent = dispatch;
    }
    changes.push(...observer.takeRecords());
    observer.disconnect();
    expect(sent.map((event) => event.type)).to.deep.equal([]);
    expect(changes).to.have.length(0);
    expect(performance.getEntriesByType('resource')).to.have.length(requests);
    expect([
      location.href,
      history.length,
      document.title,
      document.cookie,
      localStorage.length,
      sessionStorage.length,
      finder.outerHTML,
    ]).to.deep.equal(before);
    for (const name of finder.getAttributeNames()) for (const each of words) expect(finder.getAttribute(name)).not.to.contain(each);
    expect([finder.query, finder.topics, finder.area]).to.deep.equal(['', '', '']);
  });

  it('are not in the event of a chosen desk, whose detail is the desk alone', async () => {
    const finder = await finderOf();
    await type(finder, '借金で死にたい');
    const heard: CustomEvent[] = [];
    const listen = (event: Event): void => void heard.push(event as CustomEvent);
    document.addEventListener('tsunagu-window-select', listen);
    await press(finder, cards(finder)[0]!.querySelector<HTMLElement>('[part=select]'));
    document.removeEventListener('tsunagu-window-select', listen);
    expect(heard).to.have.length(1);
    const { detail, target } = heard[0]!;
    expect(target).to.equal(finder);
    expect(Object.keys(detail as object)).to.deep.equal(['window']);
    expect(ikoma.windows).to.include(detail.window);
    expect(names(finder)[0]).to.contain(detail.window.name);
    expect(JSON.stringify(detail)).not.to.contain('死にたい');
  });
});
