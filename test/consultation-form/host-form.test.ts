/** Inside a page's own `<form>`: one field among others. */
import { expect, fixture, html } from '@open-wc/testing';
import type { ConsultationForm } from '@tsunagu/consultation-form';
import type { TemplateResult } from 'lit';
import { until } from '../core/page.js';
import { focused, goTo, has, line, next, part, press, said, shadow, tick, title, titles, tuesday, type, write } from './form.js';

const field = (required = false, name = 'soudan'): TemplateResult =>
  html`<tsunagu-consultation-form name=${name} ?required=${required} at=${tuesday}></tsunagu-consultation-form>`;

interface Host {
  host: HTMLFormElement;
  form: ConsultationForm;
  /** What the page's form would send. */
  data: () => Record<string, FormDataEntryValue>;
  submitted: FormData[];
}

async function hostOf(content: TemplateResult): Promise<Host> {
  const host = await fixture<HTMLFormElement>(
    html`<form action="/nowhere"><input name="case" value="12" />${content}<button></button></form>`,
  );
  const submitted: FormData[] = [];
  host.addEventListener('submit', (event) => {
    event.preventDefault();
    submitted.push(new FormData(host));
  });
  const form = host.querySelector('tsunagu-consultation-form')!;
  await form.updateComplete;
  return { host, form, data: () => Object.fromEntries(new FormData(host)), submitted };
}

describe('in a page’s form', () => {
  it('the consultation is its value, as JSON under its name, while it is written', async () => {
    const { form, data } = await hostOf(field());
    expect(data()).to.deep.equal({ case: '12' });
    await next(form);
    await type(form, 'words', '家賃が');
    expect(JSON.parse(data().soudan as string)).to.deep.equal({ schemaVersion: '1.0', language: 'ja', words: '家賃が' });
    await tick(form, 'topics', 'housing');
    expect(JSON.parse(data().soudan as string)).to.deep.equal(form.value);
    await type(form, 'words', '');
    await tick(form, 'topics', 'housing');
    expect(data()).to.deep.equal({ case: '12' });
  });

  it('none of its own fields reaches the page’s form, and Enter in them does not send it', async () => {
    const { form, data, submitted, host } = await hostOf(field());
    await tick(form, 'who', 'family');
    await write(form, 'relation', '母');
    expect(Object.keys(data())).to.deep.equal(['case', 'soudan']);
    expect(line(form, 'relation').form).not.to.equal(host);
    line(form, 'relation').form!.requestSubmit();
    await form.updateComplete;
    expect(title(form)).to.equal(titles.worry);
    expect(submitted).to.be.empty;
  });

  it('empty, it lets the page’s form go; required, it does not, and says why in its own place', async () => {
    const free = await hostOf(field());
    free.host.requestSubmit();
    expect(free.submitted).to.have.length(1);

    const { host, form, submitted } = await hostOf(field(true));
    expect(host.checkValidity()).to.equal(false);
    await form.updateComplete;
    host.requestSubmit();
    await form.updateComplete;
    expect(submitted).to.be.empty;
    expect(title(form)).to.equal(titles.worry);
    expect(said(part(form, 'summary'))).to.contain('1つ選ぶか、ひとことだけ');
    expect(focused(form)).to.equal(part(form, 'summary'));
    await write(form, 'words', '話を聞いてほしい');
    host.requestSubmit();
    expect(submitted.map((data) => JSON.parse(data.get('soudan') as string).words)).to.deep.equal(['話を聞いてほしい']);
  });

  it('a likely slip holds the page’s form back once, not for ever', async () => {
    const { host, form, submitted } = await hostOf(field());
    await tick(form, 'who', 'self');
    await next(form);
    await tick(form, 'topics', 'debt');
    await next(form);
    await tick(form, 'mode', 'nickname');
    await tick(form, 'ways', 'email');
    await write(form, 'email', 'hanako@gmai.com');
    host.requestSubmit();
    await form.updateComplete;
    expect(submitted).to.be.empty;
    expect(said(part(form, 'summary'))).to.contain('つづり');
    host.requestSubmit();
    expect(submitted).to.have.length(1);
    expect(form.value!.contact!.email).to.equal('hanako@gmai.com');
  });

  it('its own button sends the page’s form, when there is no other way', async () => {
    const { form, submitted } = await hostOf(field());
    await next(form);
    await write(form, 'words', '家賃が払えません');
    await goTo(form, 'check');
    await next(form);
    expect(submitted).to.have.length(1);
    expect(JSON.parse(submitted[0]!.get('soudan') as string)).to.deep.equal(form.value);
    await until(() => part(form, 'next'), 'the button again');
    form.showSent();
    await form.updateComplete;
    expect(title(form)).to.equal(titles.sent);
  });

  it('reset empties it and marks again what the page had marked; the focus stays where it is', async () => {
    const { host, form, data } = await hostOf(
      html`<tsunagu-consultation-form name="soudan" topics="debt" at=${tuesday}></tsunagu-consultation-form>`,
    );
    await goTo(form, 'worry');
    await write(form, 'words', '消える');
    await tick(form, 'topics', 'care');
    const button = host.querySelector('button')!;
    button.focus();
    host.reset();
    await form.updateComplete;
    expect(title(form)).to.equal(titles.who);
    expect(document.activeElement).to.equal(button);
    expect(JSON.parse(data().soudan as string)).to.deep.equal({ schemaVersion: '1.0', language: 'ja', topics: ['debt'] });
    await goTo(form, 'worry');
    expect(line(form, 'words').value).to.equal('');
  });

  it('disabled, with its fieldset or by itself, it sends nothing and can be read; enabled again it goes on', async () => {
    const host = await fixture<HTMLFormElement>(html`<form><fieldset>${field(true)}</fieldset></form>`);
    const form = host.querySelector('tsunagu-consultation-form')!;
    await next(form);
    await write(form, 'words', '話を聞いてほしい');
    host.querySelector('fieldset')!.disabled = true;
    await form.updateComplete;
    expect(Object.keys(Object.fromEntries(new FormData(host)))).to.be.empty;
    expect(host.checkValidity()).to.equal(true);
    expect(line(form, 'words').matches(':disabled')).to.equal(true);
    expect(line(form, 'words').value).to.equal('話を聞いてほしい');
    expect(said(part(form, 'exit-button')), 'the way out is never disabled').to.equal('このページをすぐ閉じる');
    expect(part(form, 'exit-button')!.matches(':disabled')).to.equal(false);
    await goTo(form, 'check');
    expect(has(form, 'next'), 'nothing is sent').to.equal(false);
    host.querySelector('fieldset')!.disabled = false;
    await form.updateComplete;
    expect(Object.keys(Object.fromEntries(new FormData(host)))).to.deep.equal(['soudan']);
    expect(said(part(form, 'next'))).to.equal('相談を送る');
  });

  it('what a browser has kept of it comes back, and nonsense does not', async () => {
    const { form } = await hostOf(field());
    await next(form);
    await write(form, 'words', '書きかけ');
    await tick(form, 'topics', 'care');
    const state: unknown[] = [];
    const { setFormValue } = ElementInternals.prototype;
    ElementInternals.prototype.setFormValue = function (...args) {
      state.push(args[1]);
      return setFormValue.apply(this, args as never);
    };
    await write(form, 'words', '書きかけです');
    ElementInternals.prototype.setFormValue = setFormValue;

    const later = await hostOf(field());
    for (const nonsense of ['', 'null', '5', '{"words":5,"topics":"x","household":[null]}', '<b>', null, new FormData()])
      later.form.formStateRestoreCallback(nonsense);
    later.form.formStateRestoreCallback(state.at(-1));
    await until(() => later.form.value?.words, 'the answers');
    expect(later.form.value).to.deep.equal(form.value);
    await later.form.updateComplete;
    await next(later.form);
    expect(line(later.form, 'words').value).to.equal('書きかけです');
  });

  it('moved into a form, into another or out of one, it counts where it is', async () => {
    const box = await fixture<HTMLElement>(
      html`<div>
        <form id="one"></form>
        <form id="two"></form>
        ${field()}
      </div>`,
    );
    const form = box.querySelector('tsunagu-consultation-form')!;
    const [one, two] = box.querySelectorAll('form');
    const holds = (host: HTMLFormElement): boolean => new FormData(host).has('soudan');
    await next(form);
    await write(form, 'words', '話を聞いてほしい');
    for (const [place, expected] of [
      [one!, [true, false]],
      [two!, [false, true]],
      [box, [false, false]],
    ] as const) {
      place.append(form);
      await form.updateComplete;
      expect([holds(one!), holds(two!)]).to.deep.equal(expected);
      expect(line(form, 'words').value).to.equal('話を聞いてほしい');
    }
    form.setAttribute('form', 'two');
    await form.updateComplete;
    expect([holds(one!), holds(two!)]).to.deep.equal([false, true]);
  });

  it('two of them under one name are two values', async () => {
    const { host } = await hostOf(html`${field()}${field()}`);
    for (const form of host.querySelectorAll('tsunagu-consultation-form')) await tick(form, 'who', 'self');
    expect(new FormData(host).getAll('soudan')).to.have.length(2);
  });

  it('a problem on a page that is not shown is brought to the front', async () => {
    const { host, form } = await hostOf(field());
    await next(form);
    await tick(form, 'topics', 'debt');
    await next(form);
    await tick(form, 'mode', 'nickname');
    await tick(form, 'ways', 'phone');
    form.layout = 'page';
    await form.updateComplete;
    form.layout = 'steps';
    await form.updateComplete;
    expect(title(form)).to.equal(titles.who);
    host.requestSubmit();
    await form.updateComplete;
    expect(title(form)).to.equal(titles.reply);
    await press(form, shadow(form).querySelector('[part=summary] a'));
    expect(focused(form)).to.equal(line(form, 'phone'));
  });
});
