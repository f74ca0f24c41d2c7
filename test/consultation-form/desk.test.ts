/** The desk that is written to, and where the form knows it from. */
import { expect, fixture, html } from '@open-wc/testing';
import type { ConsultationForm } from '@tsunagu/consultation-form';
import '@tsunagu/core/define';
import type { Directory } from '@tsunagu/schema/directory';
import '@tsunagu/window-finder/define';
import { ikoma, mihon } from '../../stories/cities.js';
import { answerFetch, json, until, watchPage } from '../core/page.js';
import { choice, goTo, line, next, part, questions, said, sendAway, shadow, show, tick, title, titles, tuesday, write } from './form.js';

const formOf = (directory: Directory | undefined = mihon, at = tuesday, windowId?: string): Promise<ConsultationForm> =>
  show(html`<tsunagu-consultation-form .directory=${directory} .windowId=${windowId} at=${at}></tsunagu-consultation-form>`);
const desk = (form: ConsultationForm): Promise<HTMLElement> => until(() => part(form, 'desk'), 'the desk');
const select = (window: unknown): boolean =>
  document.dispatchEvent(new CustomEvent('tsunagu-window-select', { bubbles: true, composed: true, detail: { window } }));
const kurashi = mihon.windows.find(({ id }) => id === 'kurashi')!;

describe('the desk', () => {
  it('stands beside every page with its open state and its number', async () => {
    const form = await formOf(mihon, tuesday, 'kurashi');
    const seen: string[] = [];
    await tick(form, 'who', 'self');
    for (const page of ['who', 'worry', 'reply', 'more', 'check'] as const) {
      if (page === 'reply') await tick(form, 'topics', 'debt');
      await goTo(form, page);
      seen.push(said(await desk(form)));
    }
    expect(new Set(seen).size).to.equal(1);
    expect(seen[0]).to.contain('相談を送る窓口').and.contain('開いています').and.contain('電話で話す');
    const phone = part(form, 'phone') as HTMLAnchorElement;
    expect(phone.getAttribute('href')).to.equal(`tel:${kurashi.phones![0]!.number}`);
    expect(phone.getAttribute('aria-label')).to.contain(said(phone.querySelector('.number')));
    const { consultation } = await sendAway(form);
    expect(consultation!.window).to.deep.equal({ id: 'kurashi', name: (kurashi.name as { ja: string }).ja });
  });

  for (const [at, state] of [
    ['2026-11-24T10:00', /開いています/],
    ['2026-11-24T23:00', /次は 11月25日（水）/],
    ['2026-11-23T10:00', /祝日（勤労感謝の日）のため、開いているか分かりません/],
  ] as const)
    it(`${at} is told for that moment: ${state.source}`, async () => {
      const form = await formOf(ikoma, at, ikoma.windows[0]!.id);
      expect(said((await desk(form)).querySelector('.state'))).to.match(state);
    });

  it('that is not chosen is the one that takes everything, and none is sent', async () => {
    const form = await formOf();
    expect(said(await desk(form)))
      .to.contain('窓口を選ばなくても送れます')
      .and.contain('まるごと相談窓口');
    await tick(form, 'who', 'self');
    await next(form);
    await tick(form, 'topics', 'debt');
    expect((await sendAway(form)).consultation).not.to.have.property('window');
  });

  it('chosen in a finder anywhere on the page is the one, and the focus comes to the form', async () => {
    const box = await fixture<HTMLElement>(
      html`<div>
        <tsunagu-window-finder .directory=${mihon} at=${tuesday} query="くらし" selectable></tsunagu-window-finder>
        <tsunagu-consultation-form at=${tuesday}></tsunagu-consultation-form>
      </div>`,
    );
    const [finder, form] = [box.querySelector('tsunagu-window-finder')!, box.querySelector('tsunagu-consultation-form')!];
    const button = await until(() => finder.shadowRoot!.querySelector<HTMLElement>('[part=select]'), 'the finder');
    const name = said(finder.shadowRoot!.querySelector('[part=name]'));
    button.click();
    expect(said(await desk(form)).replace(/ /g, '')).to.contain(name.replace(/ /g, ''));
    expect(document.activeElement).to.equal(form);
    await next(form);
    await tick(form, 'topics', 'debt');
    expect((await sendAway(form)).consultation!.window!.id).to.match(/^[a-z-]+$/);
  });

  it('chosen in the middle of writing changes nothing that was written', async () => {
    const form = await formOf();
    await next(form);
    await write(form, 'words', '家賃が払えません');
    select(kurashi);
    await form.updateComplete;
    expect(title(form)).to.equal(titles.worry);
    expect(line(form, 'words').value).to.equal('家賃が払えません');
    expect((await sendAway(form)).consultation!.window!.id).to.equal('kurashi');
  });

  it('of an event with anything in it does no harm', async () => {
    const watch = watchPage();
    const form = await formOf();
    await desk(form);
    await next(form);
    await write(form, 'words', '書ける');
    for (const window of [
      null,
      undefined,
      'kurashi',
      {},
      { id: 5 },
      { id: 'x' },
      { id: 'x', name: 5 },
      { id: 'x', name: null, phones: 'many', hours: 7 },
      { id: 'x', name: { en: 'Desk' }, phones: [null], hours: { weekly: 'x' } },
      { id: '<img src=x onerror=1>', name: '<b>太字</b>' },
      { id: 'x', name: '<img src=x onerror=1>', phones: [{ number: 'javascript:1' }] },
      { id: 'x'.repeat(5000), name: '名'.repeat(5000) },
    ]) {
      select(window);
      await form.updateComplete;
      await form.updateComplete;
      expect(line(form, 'words')?.value, JSON.stringify(window)?.slice(0, 60)).to.equal('書ける');
      expect(shadow(form).querySelector('img, b, script')).to.equal(null);
      for (const link of shadow(form).querySelectorAll('a[part=phone]')) expect(link.getAttribute('href')).to.match(/^tel:/);
    }
    document.dispatchEvent(new CustomEvent('tsunagu-window-select'));
    await sendAway(form);
    watch.stop();
    expect(watch.thrown).to.deep.equal([]);
  });

  it('with an id that can be none does not keep the words from arriving', async () => {
    for (const id of ['../../etc', '<b>', 'Ａ', ' ', '-', 'x'.repeat(65)]) {
      const form = await formOf(undefined, tuesday, id);
      await next(form);
      await write(form, 'words', '書ける');
      expect((await sendAway(form)).consultation, id).not.to.have.property('window');
    }
    const form = await formOf(mihon, tuesday, 'gone-since-yesterday');
    await next(form);
    await write(form, 'words', '書ける');
    expect((await sendAway(form)).consultation!.window).to.deep.equal({ id: 'gone-since-yesterday' });
  });
});

describe('a directory', () => {
  it('comes from around, from an address, from a child or as a property', async () => {
    const around = await fixture<HTMLElement>(
      html`<tsunagu-directory src="/examples/cities/mihon.json"
        ><tsunagu-consultation-form window-id="kurashi" at=${tuesday}></tsunagu-consultation-form
      ></tsunagu-directory>`,
    );
    const forms = [
      around.querySelector('tsunagu-consultation-form')!,
      await show(
        html`<tsunagu-consultation-form src="/examples/cities/mihon.json" window-id="kurashi" at=${tuesday}></tsunagu-consultation-form>`,
      ),
      await formOf(mihon, tuesday, 'kurashi'),
    ];
    const child = document.createElement('tsunagu-consultation-form');
    Object.assign(child, { windowId: 'kurashi', at: tuesday, innerHTML: '<script type="application/json"></script>' });
    child.querySelector('script')!.textContent = JSON.stringify(mihon);
    around.append(child);
    for (const form of [...forms, child]) expect(said(await desk(form))).to.contain('くらし');
  });

  it('that cannot be read is told to the page; the form works without, and the page’s own contact is shown', async () => {
    const watch = watchPage();
    const net = answerFetch(() => new Response('', { status: 500 }));
    const heard: Event[] = [];
    const box = await fixture<HTMLElement>(html`<div></div>`);
    box.addEventListener('tsunagu-directory-error', (event) => heard.push(event));
    const form = document.createElement('tsunagu-consultation-form');
    form.innerHTML = '<p slot="contact"><a href="tel:0743-74-1111">0743-74-1111</a></p>';
    form.src = '/city.json';
    box.append(form);
    await until(() => heard.length, 'the error');
    net.stop();
    watch.stop();
    await form.updateComplete;
    const contact = shadow(form).querySelector<HTMLSlotElement>('slot[name=contact]')!;
    expect(contact.assignedElements().map(said)).to.deep.equal(['0743-74-1111']);
    await next(form);
    await write(form, 'words', '書ける');
    await sendAway(form);
  });

  it('that comes late takes nothing away from what was written, not even a half-typed word', async () => {
    let answer: (response: Response) => void = () => undefined;
    const net = answerFetch(() => new Promise((resolve) => (answer = resolve)));
    try {
      const form = await show(
        html`<tsunagu-consultation-form src="/city.json" topics="snow debt" at=${tuesday}></tsunagu-consultation-form>`,
      );
      await next(form);
      expect(choice(form, 'topics', 'debt').checked).to.equal(true);
      const words = line(form, 'words');
      words.focus();
      words.value = 'にほんｇ';
      await until(() => net.asked.length, 'the request');
      answer(json(mihon));
      words.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true, isComposing: true }));
      await desk(form);
      expect(line(form, 'words')).to.equal(words);
      expect(words.value).to.equal('にほんｇ');
      expect(shadow(form).activeElement).to.equal(words);
      expect(choice(form, 'topics', 'snow').checked, 'the city’s own worry, marked once it is known').to.equal(true);
    } finally {
      net.stop();
    }
  });

  it('with the city’s own worries offers them before 「その他」, in the reader’s language', async () => {
    const form = await formOf();
    await desk(form);
    await next(form);
    const labels = [...shadow(form).querySelectorAll('#question-topics .choice')].map(said);
    expect(labels.slice(-2)).to.deep.equal(['雪かき', 'その他']);
    await tick(form, 'topics', 'snow');
    expect((await sendAway(form)).consultation!.topics).to.deep.equal(['snow']);
  });

  it('and texts from anywhere never become markup', async () => {
    const evil = '<img src=x onerror="parent.hurt=1"><b>太字</b>《<i>よみ</i>》';
    const directory = structuredClone(mihon);
    Object.assign(directory, { topics: [{ id: 'snow', label: evil, short: evil }] });
    Object.assign(
      directory.windows.find(({ id }) => id === 'kurashi')!,
      { name: evil },
    );
    Object.assign(directory, {
      emergencyLines: [
        { id: 'own', name: evil, description: evil, dangers: ['suicide'], channels: ['phone'], phones: [{ number: '0120-000-000' }] },
      ],
    });
    const form = await show(
      html`<tsunagu-consultation-form
        .directory=${directory}
        window-id="kurashi"
        heading=${evil}
        .messages=${{ next: evil, intro: evil, problemsHeading: () => evil }}
        at=${tuesday}
      ></tsunagu-consultation-form>`,
    );
    for (const lang of ['ja', 'ja-x-easy', 'en']) {
      form.lang = lang;
      await until(() => shadow(form).querySelector(`[part=language][lang=${lang === 'en' ? 'en' : 'ja'}][aria-pressed=true]`), lang);
      expect(shadow(form).querySelector('img, b, i, script'), lang).to.equal(null);
    }
    form.lang = 'ja';
    await form.updateComplete;
    expect(said(shadow(form))).to.contain('<img src=x');
    await next(form);
    await next(form);
    await write(form, 'words', '死にたい');
    await until(() => part(form, 'safety'), 'the lines');
    await tick(form, 'topics', 'snow');
    await goTo(form, 'check');
    expect(shadow(form).querySelector('img, b, i, script')).to.equal(null);
  });
});

describe('worries marked by the page', () => {
  for (const [topics, marked] of [
    ['debt housing', ['housing', 'debt']],
    ['  care/elder   care ', ['care']],
    ['nonsense <b> constructor __proto__ toString', []],
    ['', []],
  ] as const)
    it(`「${topics}」`, async () => {
      const form = await show(html`<tsunagu-consultation-form topics=${topics} at=${tuesday}></tsunagu-consultation-form>`);
      await next(form);
      const ticked = [...shadow(form).querySelectorAll<HTMLInputElement>('[name=topics]:checked')].map(({ value }) => value);
      expect(ticked).to.deep.equal(marked);
      if (!marked.length) {
        await next(form);
        expect(title(form), 'what nobody sees is no answer').to.equal(titles.worry);
        return;
      }
      expect([...(await sendAway(form)).consultation!.topics!].sort()).to.deep.equal([...marked].sort());
    });

  it('later do not take back what somebody has marked or written', async () => {
    const form = await show(html`<tsunagu-consultation-form topics="debt" at=${tuesday}></tsunagu-consultation-form>`);
    await next(form);
    await tick(form, 'topics', 'care');
    await tick(form, 'topics', 'debt');
    for (const topics of ['housing', null, 'housing']) {
      form.topics = topics!;
      await form.updateComplete;
    }
    expect(questions(form)).to.include('mainTopic');
    expect([...(await sendAway(form)).consultation!.topics!].sort()).to.deep.equal(['care', 'housing']);
  });
});
