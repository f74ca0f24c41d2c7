/** Letters: through an input method, from a password manager, from a keyboard; and who else on the page can hear them. */
import { expect, fixture, html } from '@open-wc/testing';
import type { ConsultationForm } from '@tsunagu/consultation-form';
import { sendKeys } from '@web/test-runner-commands';
import { ikoma } from '../../stories/cities.js';
import { answers, goTo, has, line, next, said, sendAway, shadow, show, tick, title, titles, tuesday, type, write } from './form.js';

const formOf = (): Promise<ConsultationForm> => show(html`<tsunagu-consultation-form at=${tuesday}></tsunagu-consultation-form>`);

async function atWords(): Promise<ConsultationForm> {
  const form = await formOf();
  await next(form);
  return form;
}

describe('an input method', () => {
  it('is never written over, and no letter is lost or doubled', async () => {
    const form = await atWords();
    const field = line(form, 'words');
    field.focus();
    const compose = async (value: string, data: string): Promise<void> => {
      field.dispatchEvent(new CompositionEvent('compositionupdate', { bubbles: true, composed: true, data }));
      field.value = value;
      field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true, isComposing: true, data }));
      // Whatever else draws the form in between.
      form.heading = `見出し${value.length}`;
      await form.updateComplete;
      expect(field.value).to.equal(value);
      expect(line(form, 'words'), 'the same field').to.equal(field);
    };
    field.dispatchEvent(new CompositionEvent('compositionstart', { bubbles: true, composed: true }));
    for (const value of ['ｙ', 'や', 'やｔ', 'やち', 'やちん', '家賃']) await compose(value, value);
    field.dispatchEvent(new CompositionEvent('compositionend', { bubbles: true, composed: true, data: '家賃' }));
    field.dispatchEvent(new CompositionEvent('compositionstart', { bubbles: true, composed: true }));
    for (const value of ['家賃ｇ', '家賃が']) await compose(value, value.slice(2));
    field.dispatchEvent(new CompositionEvent('compositionend', { bubbles: true, composed: true, data: 'が' }));
    field.dispatchEvent(new Event('change', { bubbles: true }));
    expect((await sendAway(form)).consultation!.words).to.equal('家賃が');
  });

  it('that is still open when somebody goes on gives what stands there', async () => {
    const form = await atWords();
    const field = line(form, 'words');
    field.dispatchEvent(new CompositionEvent('compositionstart', { bubbles: true, composed: true }));
    field.value = 'たすけてk';
    await goTo(form, 'check');
    expect(Object.values(answers(form))).to.include('たすけてk');
  });
});

describe('a password manager', () => {
  it('that fills fields and tells nobody is believed', async () => {
    const form = await show(html`<tsunagu-consultation-form topics="other" at=${tuesday}></tsunagu-consultation-form>`);
    await goTo(form, 'reply');
    await tick(form, 'mode', 'named');
    await tick(form, 'ways', 'phone');
    line(form, 'name').value = '山田 花子';
    line(form, 'phone').value = '09012345678';
    await tick(form, 'ways', 'email');
    line(form, 'email').value = 'hanako@example.jp';
    expect([line(form, 'name').value, line(form, 'phone').value]).to.deep.equal(['山田 花子', '09012345678']);
    const { consultation } = await sendAway(form);
    expect(consultation!.contact).to.deep.equal({
      mode: 'named',
      name: '山田 花子',
      ways: ['phone', 'email'],
      phone: '09012345678',
      email: 'hanako@example.jp',
    });
  });

  it('knows the fields that are for it, and no other', async () => {
    const form = await show(html`<tsunagu-consultation-form layout="page" at=${tuesday}></tsunagu-consultation-form>`);
    await tick(form, 'who', 'family');
    await tick(form, 'mode', 'named');
    for (const way of ['phone', 'email', 'fax', 'letter']) await tick(form, 'ways', way);
    await tick(form, 'callerName', 'person');
    await tick(form, 'needs', 'interpreter');
    const known = [...shadow(form).querySelectorAll<HTMLInputElement>('[part=input]')]
      .filter(({ autocomplete }) => autocomplete !== 'off')
      .map(({ name, autocomplete }) => `${name}: ${autocomplete}`);
    expect(known).to.deep.equal(['name: name', 'phone: tel', 'email: email', 'address: street-address']);
    for (const field of shadow(form).querySelectorAll('input, textarea')) expect(field.hasAttribute('placeholder')).to.equal(false);
  });
});

describe('the page around', () => {
  const telling = [
    'beforeinput',
    'input',
    'keydown',
    'keypress',
    'keyup',
    'compositionstart',
    'compositionupdate',
    'compositionend',
    'paste',
    'copy',
    'cut',
    'change',
  ];

  async function overheard(act: (form: ConsultationForm) => Promise<void>): Promise<string[]> {
    const form = await atWords();
    const heard: string[] = [];
    const listen = (event: Event): void => void heard.push(event instanceof KeyboardEvent ? `${event.type} ${event.key}` : event.type);
    for (const name of telling) for (const target of [form, document, window]) target.addEventListener(name, listen);
    try {
      await act(form);
    } finally {
      for (const name of telling) for (const target of [form, document, window]) target.removeEventListener(name, listen);
    }
    return heard;
  }

  it('hears no letter that is typed, pasted or composed', async () => {
    const heard = await overheard(async (form) => {
      line(form, 'words').focus();
      await sendKeys({ type: 'tasukete 120' });
      await sendKeys({ type: 'A' });
      const field = line(form, 'words');
      for (const name of ['compositionstart', 'compositionupdate', 'compositionend'])
        field.dispatchEvent(new CompositionEvent(name, { bubbles: true, composed: true, data: '助けて' }));
      for (const name of ['paste', 'copy', 'cut']) field.dispatchEvent(new ClipboardEvent(name, { bubbles: true, composed: true }));
      expect(field.value).to.equal('tasukete 120A');
      await tick(form, 'topics', 'dv-abuse');
    });
    expect(heard).to.deep.equal([]);
  });

  it('hears Escape, Tab and what is held with Ctrl: dialogs close, the focus moves, shortcuts work', async () => {
    const heard = await overheard(async (form) => {
      line(form, 'words').focus();
      for (const press of ['Escape', 'Tab']) await sendKeys({ press });
      line(form, 'words').focus();
      // Not every driver can hold a key.
      line(form, 'words').dispatchEvent(new KeyboardEvent('keydown', { key: 'b', ctrlKey: true, bubbles: true, composed: true }));
    });
    const downs = new Set(heard.filter((each) => each.startsWith('keydown')));
    expect([...downs]).to.include.members(['keydown Escape', 'keydown Tab', 'keydown b']);
  });

  it('finds no word in attributes, the address, storage or the console', async () => {
    const form = await show(html`<tsunagu-consultation-form .directory=${ikoma} topics="debt" at=${tuesday}></tsunagu-consultation-form>`);
    const before = [location.href, history.length, document.title, document.cookie, localStorage.length, sessionStorage.length];
    const requests = performance.getEntriesByType('resource').filter(({ name }) => !name.endsWith('.js')).length;
    await tick(form, 'who', 'family');
    await write(form, 'relation', 'ひみつ');
    await next(form);
    await type(form, 'words', 'ひみつの相談');
    await goTo(form, 'check');
    expect([location.href, history.length, document.title, document.cookie, localStorage.length, sessionStorage.length]).to.deep.equal(
      before,
    );
    expect(performance.getEntriesByType('resource').filter(({ name }) => !name.endsWith('.js'))).to.have.length(requests);
    expect(form.outerHTML).not.to.contain('ひみつ').and.not.to.contain('family');
  });
});

describe('a keyboard alone', () => {
  it('goes through the whole form: Tab, Space, arrows, Enter', async () => {
    const box = await fixture<HTMLElement>(
      html`<div><tsunagu-consultation-form at=${tuesday} languages="ja"></tsunagu-consultation-form></div>`,
    );
    const form = box.querySelector('tsunagu-consultation-form')!;
    await form.updateComplete;
    const focused = (): HTMLInputElement => shadow(form).activeElement as HTMLInputElement;
    /** Tab until the focus is on what `wanted` names. */
    const tabTo = async (wanted: (element: HTMLInputElement) => boolean, what: string): Promise<void> => {
      for (let count = 0; count < 60; count++) {
        await sendKeys({ press: 'Tab' });
        if (shadow(form).activeElement && wanted(focused())) return;
      }
      throw new Error(`Tab never came to ${what}.`);
    };
    const enter = async (): Promise<void> => {
      await sendKeys({ press: 'Enter' });
      await form.updateComplete;
    };
    form.focus();
    shadow(form).querySelector<HTMLElement>('input')!.focus();
    await sendKeys({ press: ' ' });
    await sendKeys({ press: 'ArrowDown' });
    await form.updateComplete;
    expect([focused().name, focused().value, focused().checked]).to.deep.equal(['who', 'family', true]);
    await tabTo(({ id }) => id === 'relation', 'the relation');
    await sendKeys({ type: 'haha' });
    await enter();
    expect(title(form), 'Enter goes on').to.equal(titles.worry);
    await tabTo(({ value }) => value === 'care', '介護');
    await sendKeys({ press: ' ' });
    await tabTo(({ id }) => id === 'words', 'own words');
    await sendKeys({ type: 'a' });
    await sendKeys({ press: 'Enter' });
    await sendKeys({ type: 'b' });
    expect(title(form), 'a new line, not a new page').to.equal(titles.worry);
    await tabTo((element) => element.getAttribute('part') === 'next', 'the way on');
    await enter();
    expect(title(form)).to.equal(titles.reply);
    for (const page of [titles.more, titles.check]) {
      await tabTo((element) => element.getAttribute('part') === 'next', 'the way on');
      await enter();
      expect(title(form)).to.equal(page);
    }
    await tabTo((element) => element.getAttribute('part') === 'exit-button', 'the way out');
    expect(said(focused())).to.equal('このページをすぐ閉じる');
    expect(has(form, 'summary')).to.equal(false);
    expect(form.value).to.deep.include({ about: { who: 'family', relation: 'haha' }, topics: ['care'], words: 'a\nb' });
  });
});
