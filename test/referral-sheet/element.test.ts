/** The element on a page: languages, a translated page, hostile text, the directory, parts that are fetched, axe. */
import { expect, html } from '@open-wc/testing';
import '@tsunagu/core/define';
import { isSeen, translate, until, watchPage } from '../core/page.js';
import {
  all,
  Case,
  choose,
  consents,
  hoursOn,
  houkatsu,
  ikoma,
  listen,
  one,
  part,
  parts,
  place,
  press,
  receive,
  said,
  send,
  sender,
  shadow,
  sheetOf,
  write,
} from './scene.js';

const text = (element: Element): string => said(element.shadowRoot!.querySelector('.sheet'));

describe('languages', () => {
  it('follows the nearest lang, and the reader’s own choice; what people wrote stays as it was written', async () => {
    const value = (await Case.with([send, receive])).for(houkatsu);
    const element = await place({ value, desk: houkatsu, mode: 'reply' }, (tag) => html`<div lang="en">${tag}</div>`);
    await until(() => said(part(element, 'title')).startsWith('Referral sheet'), 'English');
    expect(shadow(element).querySelector('.sheet')!.getAttribute('lang')).to.equal('en');
    expect(said(part(element, 'turn'))).to.equal('It is this desk’s turn now');
    expect(said(part(element, 'due'))).to.equal('3 business days left to reply');
    expect(text(element)).to.include('近所の人には知られたくない');
    const easy = parts(element, 'language').find((button) => said(button).startsWith('やさしい'))!;
    await press(element, easy);
    await until(() => said(part(element, 'turn')) === '今は この 窓口が する 番です', 'やさしい日本語');
    expect(part(element, 'turn')!.querySelector('rt')).to.not.equal(null);
    expect(text(element), 'no reading is left as marks').not.to.match(/[〈〉《》｜]/);
    await press(element, one(element, '.languages input'));
    expect(part(element, 'turn')!.querySelector('rt')).to.equal(null);
  });

  it('a page may replace texts, and offer Japanese alone', async () => {
    const element = await place({
      value: (await Case.with([send])).for(houkatsu),
      desk: houkatsu,
      languages: 'ja',
      messages: { yourTurn: '受付係へ：この窓口の番です' },
    });
    expect(said(part(element, 'turn'))).to.equal('受付係へ：この窓口の番です');
    expect(parts(element, 'language')).to.have.length(0);
  });
});

describe('a page that is translated', () => {
  it('goes on telling the truth', async () => {
    const sheet = await Case.with([send]);
    const element = await place({ value: sheet.for(houkatsu), desk: houkatsu, mode: 'reply' });
    translate(shadow(element).querySelector('.sheet')!);
    await sheet.and(receive);
    element.value = sheet.for(houkatsu);
    await until(() => part(element, 'stamp'), 'the stamp');
    expect(said(part(element, 'stands'))).to.include('受け取りました');
    expect(said(part(element, 'stands'))).not.to.include('受け取りを待っています');
    await choose(element, 'accept');
    expect(part(element, 'send')).to.not.equal(undefined);
  });
});

describe('text that means harm', () => {
  const evil = '<img src=x onerror=alert(1)>${1}《よみ》｜\u202eabc</p><script>x</script>';

  it('is text everywhere, in every field and name', async () => {
    const watch = watchPage();
    const value = {
      sheet: sheetOf({
        from: { agency: sender, name: evil.slice(0, 60), worker: evil, section: evil },
        person: { ref: 'case-7-a', name: evil, address: evil, phones: ['javascript:alert(1)', '+81 90'] },
        topics: ['care', 'city-own-thing'],
        words: evil,
        contact: { mode: 'named', phone: 'tel:"onclick=' },
        household: { members: [{ ref: 'x', relation: 'sibling', name: evil, note: evil }] },
        done: [{ what: evil, by: evil }],
      }),
      events: [],
    };
    for (const lang of ['ja', 'ja-x-easy', 'en']) {
      const element = await place({ value: value, desk: 'nobody', mode: 'reply' }, (tag) => html`<div lang=${lang}>${tag}</div>`);
      await until(() => part(element, 'topics'), 'the worries');
      const root = shadow(element);
      expect(root.querySelectorAll('img, script')).to.have.length(0);
      expect([...root.querySelectorAll('a')].every(({ href }) => /^(tel:|http)/.test(href))).to.equal(true);
      expect(all(element, '.own').filter((own) => own.textContent === evil)).to.have.length.above(4);
      expect(text(element)).to.include('city-own-thing');
    }
    expect(watch.thrown).to.deep.equal([]);
    watch.stop();
  });

  it('fields of the wrong kind have no row, and nothing is thrown', async () => {
    const watch = watchPage();
    const odd = {
      words: { toString: null },
      topics: [null, 7, {}],
      household: { size: 'many', members: [null, 'x', 7] },
      person: { ref: 'a', name: 7, phones: 'x' },
      safety: 'none',
      assessment: { care: 'x', health: null },
      done: {},
      supporters: [null],
      request: { ids: [1], by: 'someday' },
      copyTo: 7,
    };
    const element = await place({ value: { sheet: sheetOf(odd as never), events: [] }, desk: sender });
    expect(parts(element, 'section').length).to.be.above(3);
    expect(text(element)).not.to.match(/\[object|undefined|null|NaN/);
    expect(watch.thrown).to.deep.equal([]);
    watch.stop();
  });
});

describe('on a page', () => {
  it('takes desks from the surrounding directory', async () => {
    const city = await ikoma();
    const value = (await Case.with([send])).for(houkatsu);
    const element = await place({ value, desk: houkatsu }, (tag) => html`<tsunagu-directory .directory=${city}>${tag}</tsunagu-directory>`);
    element.directory = undefined;
    await until(() => said(parts(element, 'desk')[1]).includes('0743-78-4888'), 'the telephone of the desk');
  });

  it('gives back what it was given, and one record of consent is the person’s', async () => {
    const value = (await Case.with([send])).for(sender);
    const { 'case-7-a': own } = await consents();
    const element = await place({ value, consent: own!, desk: sender, mode: 'reply' });
    expect(element.toJSON()).to.equal(value);
    expect(JSON.parse(JSON.stringify(element))).to.deep.equal(JSON.parse(JSON.stringify(value)));
  });

  it('without a value it says so, and takes one later', async () => {
    const element = await place({ desk: houkatsu });
    expect(text(element)).to.include('まだシートがありません');
    expect(await element.print()).to.equal(false);
    element.value = (await Case.with([send])).for(houkatsu);
    await element.updateComplete;
    expect(isSeen(part(element, 'band'))).to.equal(true);
  });

  it('a sheet that was sent is read, not written, in the mode `edit`', async () => {
    const element = await place({ value: (await Case.with([send])).for(sender), desk: sender, mode: 'edit' });
    expect(text(element)).to.include('送ったシートは書き直せません');
    expect(titlesOf(element)).to.have.length.above(6);
  });

  it('leads from the head to the reply', async () => {
    const element = await place({ value: (await Case.with([send])).for(houkatsu), desk: houkatsu, mode: 'reply' });
    await press(element, part(element, 'go-to-reply'));
    expect((shadow(element).activeElement as HTMLElement).id).to.equal('section-reply');
  });

  it('leaves nothing running when it is taken away, and goes on when it comes back', async () => {
    const element = await place({
      value: (await Case.with([send, receive])).for(houkatsu),
      desk: houkatsu,
      mode: 'reply',
      now: hoursOn(3),
    });
    await choose(element, 'ask-back');
    await write(element, 'text', 'まだ');
    const changes = listen(element, 'tsunagu-referral-change');
    const home = element.parentElement!;
    element.remove();
    home.append(element);
    await element.updateComplete;
    expect((one(element, '#reply-text') as HTMLTextAreaElement).value).to.equal('まだ');
    expect(changes).to.have.length(0);
  });

  for (const lang of ['ja', 'ja-x-easy', 'en'])
    it(`axe finds nothing in ${lang}: reading, and with a reply that lacks something`, async () => {
      const value = (await Case.with([send, receive])).for(houkatsu);
      const element = await place({ value, desk: houkatsu, mode: 'reply' }, (tag) => html`<div lang=${lang}>${tag}</div>`);
      await choose(element, 'pass-on');
      await press(element, part(element, 'send'));
      await expect(element).to.be.accessible();
    });

  it('is at home in a narrow place', async () => {
    const value = (await Case.with([send, receive])).for(houkatsu);
    const element = await place({
      value: { ...value, sheet: { ...value.sheet, words: 'あ'.repeat(3000) } },
      desk: houkatsu,
      mode: 'reply',
    });
    element.style.width = '288px';
    await choose(element, 'pass-on');
    const { right } = element.getBoundingClientRect();
    const wide = all(element, '*').filter(
      (each) => each.getBoundingClientRect().right > right + 1 && !each.closest('.visually-hidden') && isSeen(each),
    );
    expect(wide.map((each) => each.className)).to.deep.equal([]);
    const words = all(element, '*').filter((each) => each.childElementCount === 0 && each.textContent.includes('ああああ'));
    expect(words).not.to.be.empty;
    // Breaking one long run by phrases held Chromium for thirteen seconds.
    expect(words.map((each) => getComputedStyle(each).wordBreak)).to.deep.equal(words.map(() => 'normal'));
  });
});

const titlesOf = (element: Parameters<typeof parts>[0]): string[] => parts(element, 'section-title').map(said);
