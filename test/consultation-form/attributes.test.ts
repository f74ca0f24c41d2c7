/** What a page may do to the form at any time: change it, move it, take it away. */
import { expect, fixture, html } from '@open-wc/testing';
import type { ConsultationForm } from '@tsunagu/consultation-form';
import * as fc from 'fast-check';
import { mihon } from '../../stories/cities.js';
import { isSeen, until, watchPage } from '../core/page.js';
import { choice, has, line, next, part, said, sendAway, shadow, show, tick, title, titles, tuesday, type, write } from './form.js';

describe('attributes of the form', () => {
  it('heading and messages: replaced, never markup; without them its own come back', async () => {
    const form = await show(html`<tsunagu-consultation-form at=${tuesday}></tsunagu-consultation-form>`);
    const heading = (): string => said(shadow(form).querySelector('h2'));
    form.heading = '<b>つながり</b>相談';
    form.messages = { next: 'つぎへ進む' };
    await form.updateComplete;
    expect([heading(), said(part(form, 'next'))]).to.deep.equal(['<b>つながり</b>相談', 'つぎへ進む']);
    form.removeAttribute('heading');
    form.heading = undefined;
    form.messages = undefined;
    await form.updateComplete;
    expect([heading(), said(part(form, 'next'))]).to.deep.equal(['ここから相談できます', '次へ']);
  });

  it('any of them, with any value at any time, leave a form that can be filled and sent', async function () {
    this.timeout(120_000);
    const watch = watchPage();
    const value = fc.oneof(
      fc.constantFrom(
        '',
        'ja',
        'en',
        'ja-x-easy',
        'debt care',
        'kurashi',
        'page',
        'steps',
        'tab',
        'off',
        tuesday,
        '2026-11-23T10:00Z',
        '/api',
        'P1',
      ),
      fc.constantFrom(
        'constructor',
        '__proto__',
        '-1',
        'NaN',
        'javascript:alert(1)',
        'http://[',
        '<img src=x onerror=1>',
        '\ud800',
        '月'.repeat(3000),
      ),
      fc.constantFrom('+275760-09-13T00:00:00Z', '0000-00-00', '9999-12-31T23:59', '2026-13-40T99:99'),
      fc.string({ unit: 'grapheme' }),
    );
    const name = fc.constantFrom('heading', 'topics', 'window-id', 'layout', 'draft', 'at', 'languages', 'lang', 'name', 'required', 'exit-url', 'replies', 'encrypt', 'action', 'disabled', 'id'); // prettier-ignore
    const step = fc.record({ name, value: fc.option(value), wait: fc.boolean(), act: fc.constantFrom('next', 'type', 'none') });
    const host = document.createElement('form');
    // Sent by the page's form, the test page itself would go.
    host.addEventListener('submit', (event) => event.preventDefault());
    // The page takes what is sent: without an action or a name it would have nowhere to go.
    host.addEventListener('tsunagu-consultation-submit', (event) => event.preventDefault());
    host.addEventListener('submit', (event) => event.preventDefault());
    document.body.append(host);
    await fc.assert(
      fc.asyncProperty(fc.boolean(), fc.array(step, { maxLength: 10 }), async (known, steps) => {
        const form = document.createElement('tsunagu-consultation-form');
        if (known) form.directory = mihon;
        form.addEventListener('tsunagu-consultation-submit', (event) => event.preventDefault());
        host.append(form);
        try {
          form.value = { words: '消えないことば' };
          for (const { name, value, wait, act } of steps) {
            if (value === null) form.removeAttribute(name);
            else form.setAttribute(name, value);
            if (wait) await form.updateComplete;
            if (act === 'next' && has(form, 'next')) part(form, 'next')!.click();
            if (act === 'type' && line(form, 'words')) await type(form, 'words', '消えないことば');
          }
          await form.updateComplete;
          expect(form.value!.words).to.equal('消えないことば');
          expect(isSeen(part(form, 'exit-button'))).to.equal(true);
        } finally {
          form.remove();
        }
      }),
      { numRuns: 60 },
    );
    host.remove();
    sessionStorage.clear();
    watch.stop();
    expect(watch.thrown).to.deep.equal([]);
    expect(watch.errors).to.deep.equal([]);
  });

  it('absurd ones set as properties do no harm', async () => {
    const watch = watchPage();
    for (const name of [
      'topics',
      'windowId',
      'layout',
      'draft',
      'languages',
      'at',
      'heading',
      'name',
      'exitUrl',
      'replies',
      'action',
    ] as const)
      for (const value of [null, undefined, 5, {}, [], NaN, () => 1]) {
        const form = await show(html`<tsunagu-consultation-form></tsunagu-consultation-form>`);
        (form as unknown as Record<string, unknown>)[name] = value;
        await form.updateComplete.catch(() => undefined);
        await next(form);
        await write(form, 'words', '書ける');
        expect(form.value!.words, `${name} ${String(value)}`).to.equal('書ける');
        form.remove();
      }
    watch.stop();
    expect(watch.thrown).to.deep.equal([]);
  });
});

describe('in the page', () => {
  it('moved about, it keeps answers, step, problems and every way to write', async () => {
    const box = await fixture<HTMLElement>(
      html`<div>
        <section id="one"><tsunagu-consultation-form .directory=${mihon} at=${tuesday}></tsunagu-consultation-form></section>
        <section id="two"></section>
      </div>`,
    );
    const form = box.querySelector('tsunagu-consultation-form')!;
    const move = async (): Promise<void> => {
      box.querySelector(form.parentElement!.id === 'one' ? '#two' : '#one')!.append(form);
      await form.updateComplete;
    };
    await tick(form, 'who', 'family');
    await next(form);
    await type(form, 'words', '家賃が');
    await move();
    expect(title(form)).to.equal(titles.worry);
    expect(line(form, 'words').value).to.equal('家賃が');
    await type(form, 'words', '家賃が払えない');
    await tick(form, 'topics', 'housing');
    await move();
    document.dispatchEvent(new CustomEvent('tsunagu-window-select', { detail: { window: mihon.windows[0] } }));
    await until(() => said(part(form, 'desk') ?? null).includes('まるごと'), 'the desk');
    await next(form);
    await tick(form, 'mode', 'nickname');
    await tick(form, 'ways', 'phone');
    await next(form);
    await move();
    expect(said(part(form, 'summary'))).to.contain('あと1か所');
    await tick(form, 'ways', 'phone');
    const { consultation } = await sendAway(form);
    expect(consultation).to.deep.include({ about: { who: 'family' }, topics: ['housing'], words: '家賃が払えない' });
    expect(consultation!.window!.id).to.equal(mihon.windows[0]!.id);
    await move();
    form.showSent();
    await form.updateComplete;
    expect(title(form)).to.equal(titles.sent);
  });

  it('put in and taken away 200 times, it leaves nothing listening', async () => {
    const counted = new Map<string, number>();
    const targets: EventTarget[] = [window, document, document.documentElement, document.body];
    const { addEventListener, removeEventListener } = EventTarget.prototype;
    const count = (target: EventTarget, type: string, by: number): void => {
      if (targets.includes(target)) counted.set(type, (counted.get(type) ?? 0) + by);
    };
    const form = document.createElement('tsunagu-consultation-form');
    form.directory = mihon;
    // Its own drafts: those of another test, written late, would lead to their page.
    form.id = 'put-in-and-taken-away';
    form.setAttribute('draft', 'tab');
    document.body.append(form);
    await form.updateComplete;
    await until(() => part(form, 'desk'), 'the desk');
    form.remove();
    EventTarget.prototype.addEventListener = function (type, ...rest) {
      count(this, type, 1);
      // What a signal ends is ended as well.
      const { signal } = Object(rest[1]) as AddEventListenerOptions;
      if (signal) addEventListener.call(signal, 'abort', () => count(this, type, -1));
      return addEventListener.call(this, type, ...(rest as [EventListener]));
    };
    EventTarget.prototype.removeEventListener = function (type, ...rest) {
      count(this, type, -1);
      return removeEventListener.call(this, type, ...(rest as [EventListener]));
    };
    try {
      for (let round = 0; round < 200; round++) {
        document.body.append(form);
        if (round % 20 === 0) await form.updateComplete;
        form.remove();
      }
    } finally {
      Object.assign(EventTarget.prototype, { addEventListener, removeEventListener });
    }
    expect([...counted].filter(([, left]) => left !== 0)).to.deep.equal([]);
    expect(counted.size, 'something was counted').to.be.greaterThan(2);
    document.body.append(form);
    await form.updateComplete;
    await next(form);
    await until(() => shadow(form).querySelector('[name=topics][value=debt]'), 'the worries');
    await tick(form, 'topics', 'debt');
    expect(choice(form, 'topics', 'debt').checked).to.equal(true);
    form.remove();
    sessionStorage.clear();
  });

  it('two on one page keep apart', async () => {
    const box = await fixture<HTMLElement>(
      html`<div>
        <tsunagu-consultation-form at=${tuesday}></tsunagu-consultation-form
        ><tsunagu-consultation-form at=${tuesday}></tsunagu-consultation-form>
      </div>`,
    );
    const [one, two] = box.querySelectorAll('tsunagu-consultation-form') as unknown as [ConsultationForm, ConsultationForm];
    await next(one);
    await write(one, 'words', '一つ目');
    expect([title(one), title(two)]).to.deep.equal([titles.worry, titles.who]);
    expect(two.value).to.equal(undefined);
  });
});
