import { expect, fixture, html } from '@open-wc/testing';
import type { WindowFinder } from '@tsunagu/window-finder';
import * as fc from 'fast-check';
import { ikoma, mihon } from '../../stories/cities.js';
import { isSeen, until, watchPage } from '../core/page.js';
import {
  cards,
  chip,
  drawn,
  field,
  names,
  part,
  parts,
  phones,
  press,
  said,
  shadow,
  show,
  states,
  tuesday,
  unfold,
  usable,
} from './finder.js';

const narrow = (finder: WindowFinder): HTMLInputElement => part(finder, 'at')!;
const finderOf = (city = ikoma): Promise<WindowFinder> =>
  show(html`<tsunagu-window-finder .directory=${city} at=${tuesday}></tsunagu-window-finder>`);
const set = async (finder: WindowFinder, name: string, value: string | null): Promise<void> => {
  if (value === null) finder.removeAttribute(name);
  else finder.setAttribute(name, value);
  await finder.updateComplete;
};

describe('attributes of the finder', () => {
  it('heading: replaces the heading; without it the finder’s own comes back', async () => {
    const finder = await finderOf();
    const heading = (): string => said(shadow(finder).querySelector('h2'));
    expect(heading()).to.equal('どこに相談すればよいか、さがす');
    await set(finder, 'heading', '<b>困りごと</b>の窓口');
    expect(heading()).to.equal('<b>困りごと</b>の窓口');
    await set(finder, 'heading', null);
    expect(heading()).to.equal('どこに相談すればよいか、さがす');
  });

  it('query: words to start with; typing never writes back', async () => {
    const finder = await show(html`<tsunagu-window-finder .directory=${ikoma} query="ひきこもり"></tsunagu-window-finder>`);
    expect(field(finder).value).to.equal('ひきこもり');
    expect(names(finder)[0]).to.contain('ユースネット');
    await set(finder, 'query', '0743-73-9448');
    expect(names(finder)[0]).to.contain('阪奈中央');
    await set(finder, 'query', null);
    expect(field(finder).value).to.equal('');
    expect(said(part(finder, 'count'))).to.contain(String(ikoma.windows.length));
  });

  it('topics: pressed chips, unknown ids and spaces forgiven', async () => {
    const finder = await show(
      html`<tsunagu-window-finder .directory=${ikoma} topics="  debt  nonsense constructor "></tsunagu-window-finder>`,
    );
    expect(chip(finder, 'debt').getAttribute('aria-pressed')).to.equal('true');
    expect(parts(finder, 'topic').filter((each) => each.getAttribute('aria-pressed') === 'true')).to.have.length(1);
    expect(names(finder)[0]).to.contain('くらしとしごと');
    await press(finder, chip(finder, 'debt'));
    expect(chip(finder, 'debt').getAttribute('aria-pressed')).to.equal('false');
    await set(finder, 'topics', null);
    expect(said(part(finder, 'count'))).to.contain(String(ikoma.windows.length));
  });

  it('area: the desk of that 町名 comes first, with the reason', async () => {
    const finder = await show(html`<tsunagu-window-finder .directory=${mihon} at=${tuesday} area="みどりが丘"></tsunagu-window-finder>`);
    expect(names(finder)[0]).to.contain('にし地域包括');
    expect(said(cards(finder)[0]!.querySelector('[part=why]'))).to.equal('みどりが丘を担当しています');
    await unfold(finder);
    expect(part(finder, 'area')!.value).to.equal('みどりが丘');
    await set(finder, 'area', 'どこにもない町');
    expect(phones(finder).length).to.be.greaterThan(0);
    await set(finder, 'area', null);
    expect(part(finder, 'area')!.value).to.equal('');
  });

  it('area is not offered where the city has printed no 町名', async () => {
    const finder = await finderOf(ikoma);
    await unfold(finder);
    expect(part(finder, 'area')).to.equal(null);
  });

  it('open-now: only open desks, and the box is ticked', async () => {
    const finder = await show(html`<tsunagu-window-finder .directory=${ikoma} at="2026-11-28T12:45" open-now></tsunagu-window-finder>`);
    expect(shadow(finder).querySelector<HTMLInputElement>('[part=open-now] input')!.checked).to.equal(true);
    expect(states(finder)).not.to.be.empty;
    for (const state of states(finder)) expect(state).to.contain('開いています');
    expect(names(finder).join()).not.to.contain('東生駒'); // Saturday until 12:30
    await set(finder, 'open-now', null);
    expect(said(part(finder, 'count'))).to.contain(String(ikoma.windows.length));
  });

  describe('at', () => {
    const open = /開いています（16:30まで）/;
    for (const [text, local] of [
      ['2026-11-24T10:00', '2026-11-24T10:00'],
      ['2026-11-24T10:00:00', '2026-11-24T10:00'],
      ['2026-11-24T01:00:00Z', '2026-11-24T10:00'],
      ['2026-11-24T01:00:00.000Z', '2026-11-24T10:00'],
      ['2026-11-24T10:00+09:00', '2026-11-24T10:00'],
      ['2026-11-23T17:00-08:00', '2026-11-24T10:00'],
      ['2026-11-24 10:00', '2026-11-24T10:00'],
    ] as const)
      it(`${text} is ${local} in Tokyo, wherever the device is`, async () => {
        const finder = await show(html`<tsunagu-window-finder .directory=${ikoma} at=${text}></tsunagu-window-finder>`);
        await unfold(finder);
        expect(narrow(finder).value).to.equal(local);
        expect(states(finder)[0]).to.match(open);
      });

    it('a date alone is its first minute', async () => {
      const finder = await show(html`<tsunagu-window-finder .directory=${ikoma} at="2026-11-24"></tsunagu-window-finder>`);
      await unfold(finder);
      expect(narrow(finder).value).to.equal('2026-11-24T00:00');
      expect(states(finder)[0]).to.contain('閉まっています').and.contain('11月24日（火）9:00');
    });

    for (const text of [
      '',
      'tomorrow',
      '5',
      '2026/11/24',
      '2026-13-40T99:99',
      '0000-00-00',
      '+275760-09-13T00:00:00Z',
      '<b>',
      '9999-12-31T23:59',
    ])
      it(`"${text}" does no harm`, async () => {
        const watch = watchPage();
        const finder = await show(html`<tsunagu-window-finder .directory=${ikoma} at=${text}></tsunagu-window-finder>`);
        expect(cards(finder)).not.to.be.empty;
        expect(states(finder).every(Boolean)).to.equal(true);
        watch.stop();
        expect(watch.thrown).to.deep.equal([]);
      });

    it('nonsense means now', async () => {
      const finder = await show(html`<tsunagu-window-finder .directory=${ikoma} at="nonsense"></tsunagu-window-finder>`);
      await unfold(finder);
      expect(narrow(finder).value).to.equal('');
      expect(states(finder)[0]).not.to.contain('その時間');
    });

    it('chosen by the resident, and put back to now', async () => {
      const finder = await show(html`<tsunagu-window-finder .directory=${ikoma}></tsunagu-window-finder>`);
      await unfold(finder);
      const input = narrow(finder);
      input.value = '2026-11-23T10:00';
      input.dispatchEvent(new Event('change', { bubbles: true }));
      await finder.updateComplete;
      expect(states(finder)[0]).to.contain('祝日');
      await press(finder, input.parentElement!.querySelector('button'));
      expect(narrow(finder).value).to.equal('');
      expect(states(finder)[0]).not.to.contain('祝日');
    });
  });

  describe('limit', () => {
    for (const [text, shown] of [['3', 3], ['1', 1], ['0', 10], ['-1', 10], ['NaN', 10], ['x', 10], ['2.5', 10], ['1e9', ikoma.windows.length], ['', 10]] as const)
      it(`"${text}" shows ${shown} desks, and the rest on request`, async () => {
        const finder = await show(html`<tsunagu-window-finder .directory=${ikoma} at=${tuesday} limit=${text}></tsunagu-window-finder>`);
        await drawn(finder, shown);
        if (shown === ikoma.windows.length) return;
        expect(said(part(finder, 'more'))).to.contain(String(ikoma.windows.length - shown));
        await press(finder, part(finder, 'more'));
        await until(() => cards(finder).length > shown, 'more cards');
      }); // prettier-ignore

    it('"more" ends when all are shown, and a new question starts at the top again', async () => {
      const finder = await finderOf();
      for (let more = part(finder, 'more'); more; more = part(finder, 'more')) await press(finder, more);
      await drawn(finder, ikoma.windows.length);
      await press(finder, chip(finder, 'income'));
      await press(finder, chip(finder, 'income'));
      await drawn(finder, 10);
    });
  });

  it('selectable: a button on every card, which says which desk it is for', async () => {
    const finder = await finderOf();
    expect(parts(finder, 'select')).to.be.empty;
    await set(finder, 'selectable', '');
    await until(() => parts(finder, 'select').length >= 10, 'a button on every card');
    expect(parts(finder, 'select')[0]!.getAttribute('aria-label')).to.contain(names(finder)[0]!);
  });

  it('languages: those to switch to; Japanese alone hides the switch, unknown words are passed over', async () => {
    const finder = await finderOf();
    expect(parts(finder, 'language').map(said)).to.deep.equal(['日本語', 'やさしい日本語', 'English']);
    await set(finder, 'languages', 'en klingon ja');
    expect(parts(finder, 'language').map(said)).to.deep.equal(['日本語', 'English']);
    for (const value of ['ja', '', 'klingon']) {
      await set(finder, 'languages', value);
      expect(parts(finder, 'language'), value).to.be.empty;
    }
  });

  it('any of them, changed at any time in any order, leaves a finder that works', async function () {
    this.timeout(60_000);
    const watch = watchPage();
    const value = fc.oneof(
      fc.constantFrom('', 'ja', 'en', 'ja-x-easy', 'debt', 'care health', 'みどりが丘', '親の介護', 'kaigo', tuesday, '2026-11-23T10:00Z'),
      fc.constantFrom('constructor', '__proto__', '-1', 'NaN', '99999999999', '<img src=x onerror=1>', '\ud800', '月'.repeat(3000)),
      fc.string({ unit: 'grapheme' }),
    );
    const name = fc.constantFrom(
      'heading',
      'query',
      'topics',
      'area',
      'open-now',
      'at',
      'limit',
      'selectable',
      'languages',
      'lang',
      'area-code',
    );
    const step = fc.record({ name, value: fc.option(value), wait: fc.boolean() });
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(ikoma, mihon), fc.array(step, { maxLength: 8 }), async (city, steps) => {
        const finder = document.createElement('tsunagu-window-finder');
        finder.directory = city;
        document.body.append(finder);
        try {
          for (const { name, value, wait } of steps) {
            if (value === null) finder.removeAttribute(name);
            else finder.setAttribute(name, value);
            if (wait) await finder.updateComplete;
          }
          await usable(finder);
          expect(phones(finder).length).to.be.greaterThan(0);
          expect(isSeen(field(finder))).to.equal(true);
        } finally {
          finder.remove();
        }
      }),
      { numRuns: 40 },
    );
    watch.stop();
    expect(watch.thrown).to.deep.equal([]);
    expect(watch.errors).to.deep.equal([]);
  });

  it('properties set before the tag was known, and attributes of a parsed page, count alike', async () => {
    const box = await fixture<HTMLElement>(
      html`<div><tsunagu-window-finder src="/examples/cities/ikoma.json" limit="2" open-now at=${tuesday}></tsunagu-window-finder></div>`,
    );
    const finder = box.querySelector('tsunagu-window-finder')!;
    await until(() => cards(finder).length === 2, 'two desks');
    expect(said(part(finder, 'count'))).to.contain('開いている');
  });
});
