/** Never a dead end: whatever is asked and whenever, there is somebody to reach. */
import { expect, html } from '@open-wc/testing';
import type { WindowFinder } from '@tsunagu/window-finder';
import { ikoma, imabari, kadoma, mihon, nagaokakyo, toyama } from '../../stories/cities.js';
import { isSeen, until } from '../core/page.js';
import { cards, chip, drawn, names, part, parts, phones, press, said, shadow, show, states, tuesday, type } from './finder.js';

const finderOf = (city = ikoma, at = tuesday, openNow = false): Promise<WindowFinder> =>
  show(html`<tsunagu-window-finder .directory=${city} at=${at} ?open-now=${openNow}></tsunagu-window-finder>`);
const empty = (finder: WindowFinder): HTMLElement => part(finder, 'empty')!;
const follows = (first: Element, second: Element): boolean =>
  (first.compareDocumentPosition(second) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;

describe('nothing matched', () => {
  it('shows the desks for every worry with a sentence that goes on, and no number of results', async () => {
    const finder = await finderOf();
    await type(finder, 'ぬるぽがっqqq');
    expect(isSeen(part(finder, 'count'))).to.equal(false);
    expect(isSeen(empty(finder))).to.equal(true);
    expect(said(empty(finder))).to.contain('どんな相談でもお受けします');
    expect(names(finder).join()).to.contain('生駒市役所庁内');
    expect(cards(finder).every((card) => isSeen(card.querySelector('[part=phone]')))).to.equal(true);
    expect(parts(finder, 'service').length).to.be.greaterThan(0);
    await type(finder, '');
    expect(isSeen(empty(finder))).to.equal(false);
    expect(isSeen(part(finder, 'count'))).to.equal(true);
  });

  it('is announced in the same words', async () => {
    const finder = await finderOf();
    await type(finder, 'ぬるぽがっqqq');
    const status = shadow(finder).querySelector('[role=status]')!;
    await until(() => status.textContent, 'the announcement');
    expect(status.textContent).to.equal(said(empty(finder)));
  });
});

describe('everything closed', () => {
  it('in the night: a line that answers now and the desk for every worry, with when it opens', async () => {
    const finder = await finderOf(ikoma, '2026-11-25T02:00', true);
    expect(cards(finder)).to.be.empty;
    expect(said(empty(finder))).to.equal('いま開いている窓口はありません。ほかの相談先と総合窓口をお知らせします。');
    const fallback = part(finder, 'fallback')!;
    expect(said(fallback.querySelector('[part=name]'))).to.contain('生駒市役所庁内');
    expect(said(fallback.querySelector('[part=state]'))).to.contain('11月25日（水）9:00');
    // The plan prints the chat's address, but nobody has checked it: no link, so a line that answers stands beside it.
    const [chat, line] = ['あなたのいばしょ', 'よりそいホットライン'].map((name) =>
      parts(finder, 'service').find((service) => said(service).includes(name))!,
    );
    expect(said(chat)).to.contain('IbashaChat.org');
    expect(isSeen(line!.querySelector('a[href="tel:0120-279-338"]'))).to.equal(true);
  });

  for (const [name, city] of Object.entries({ ikoma, imabari, kadoma, mihon, nagaokakyo, toyama }))
    it(`${name}: in every hour and for every worry something is left to do`, async () => {
      const finder = await finderOf(city, '2026-12-31T03:00', true);
      for (const words of ['', 'qqq', '介護', '死にたい', '借金']) {
        await type(finder, words);
        const desks = parts(finder, 'card').filter(isSeen);
        expect(desks.length, words).to.be.greaterThan(0);
        const ways = [...phones(finder), ...parts(finder, 'service-link').filter(isSeen)];
        expect(ways.length, words).to.be.greaterThan(0);
      }
    });
});

describe('open states', () => {
  it('a public holiday on which the city says nothing is unknown, never open', async () => {
    const finder = await finderOf(ikoma, '2026-11-23T10:00');
    for (let more = part(finder, 'more'); more; more = part(finder, 'more')) await press(finder, more);
    await drawn(finder, ikoma.windows.length);
    const known = states(finder).filter((state) => state !== '開所時間の情報がありません');
    expect(known).to.have.length(19);
    for (const state of known) expect(state).not.to.match(/開いています/);
    expect(known.filter((state) => /祝日.*のため、開いているか分かりません/.test(state)).length).to.be.greaterThan(15);
    await press(finder, shadow(finder).querySelector<HTMLElement>('[part=open-now] input'));
    expect(cards(finder)).to.be.empty;
    expect(phones(finder).length).to.be.greaterThan(0);
  });

  for (const [at, desk, words] of [
    ['2026-11-24T10:00', '生駒市役所庁内', '開いています（16:30まで）'],
    ['2026-11-24T16:45', '生駒市役所庁内', '次は 11月25日（水）9:00から'],
    ['2026-11-28T11:00', 'コスモール', '予約が必要'],
    ['2026-11-28T13:30', 'あすなろ', '開いています（14:00まで）'],
    ['2026-11-28T14:00', 'あすなろ', '閉まっています'],
    ['2026-11-25T10:00', 'ユースネット', '次は 11月26日（木）9:00から'],
    ['2026-11-29T10:00', 'ユースネット', '開いています（17:00まで）'],
  ] as const)
    it(`${desk}, ${at}: ${words}`, async () => {
      const finder = await finderOf(ikoma, at);
      await type(finder, desk);
      expect(names(finder)[0]).to.contain(desk);
      expect(states(finder)[0]).to.contain(words);
    });
});

describe('danger in the words', () => {
  for (const [words, number] of [
    ['死にたい', '0120-'],
    ['夫に殴られる', '#8008'],
    ['子どもが虐待されている', '189'],
  ] as const)
    it(`「${words}」 puts the lines before the desks, and the desks stay`, async () => {
      const finder = await finderOf();
      await type(finder, words);
      const lines = part(finder, 'emergency')!;
      expect(isSeen(lines)).to.equal(true);
      expect(said(lines)).to.contain('いますぐ話せるところがあります').and.contain(number);
      expect(follows(lines, part(finder, 'count')!)).to.equal(true);
      expect(follows(lines, cards(finder)[0]!)).to.equal(true);
      expect(isSeen(lines.querySelector('a[href^="tel:"]'))).to.equal(true);
      expect(cards(finder).length).to.be.greaterThan(0);
      await type(finder, '');
      expect(part(finder, 'emergency')).to.equal(null);
    });

  it('lines are not shown where the words do not call for them', async () => {
    const finder = await finderOf();
    for (const words of ['介護', '必死に働いている', 'ひきこもり']) {
      await type(finder, words);
      expect(part(finder, 'emergency'), words).to.equal(null);
    }
    await press(finder, chip(finder, 'debt'));
    expect(part(finder, 'emergency')).to.equal(null);
  });
});
