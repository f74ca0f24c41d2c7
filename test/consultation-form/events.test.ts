/** What a page or a vendor is told, and what it can do. */
import { expect, html, oneEvent } from '@open-wc/testing';
import type { ConsultationForm, SubmitDetail } from '@tsunagu/consultation-form';
import { answerFetch, isSeen, json, until, watchPage } from '../core/page.js';
import {
  back,
  goTo,
  has,
  line,
  next,
  part,
  parts,
  press,
  said,
  sendAway,
  shadow,
  show,
  tick,
  title,
  titles,
  tuesday,
  write,
} from './form.js';

const receipt = {
  number: 'K7MF-3W9X',
  secret: 'Q2DH-8VNR-5TJC-Z4GP',
  receivedAt: '2026-11-24T01:00:00.000Z',
  replyBy: '2026-11-27',
  window: { id: 'kurashi', name: 'くらしの窓口' },
};

async function written(template = html`<tsunagu-consultation-form at=${tuesday}></tsunagu-consultation-form>`): Promise<ConsultationForm> {
  const form = await show(template);
  await next(form);
  await write(form, 'words', '家賃が払えません');
  await goTo(form, 'check');
  return form;
}

/** The host takes it: the form waits for what becomes of it. */
async function taken(form: ConsultationForm): Promise<void> {
  form.addEventListener('tsunagu-consultation-submit', (event) => event.preventDefault(), { once: true });
  await next(form);
}

describe('tsunagu-consultation-submit', () => {
  it('is cancelable, crosses shadow roots, and carries the body, its key and the consultation', async () => {
    const form = await written();
    const heard: CustomEvent<SubmitDetail>[] = [];
    const listen = (event: Event): void => {
      event.preventDefault();
      heard.push(event as CustomEvent<SubmitDetail>);
    };
    document.addEventListener('tsunagu-consultation-submit', listen);
    await next(form);
    document.removeEventListener('tsunagu-consultation-submit', listen);
    expect(heard).to.have.length(1);
    const { bubbles, composed, cancelable, detail, target } = heard[0]!;
    expect([bubbles, composed, cancelable, target]).to.deep.equal([true, true, true, form]);
    expect(Object.keys(detail).sort()).to.deep.equal(['body', 'consultation', 'key']);
    expect(detail.consultation).to.deep.equal({ schemaVersion: '1.0', language: 'ja', words: '家賃が払えません' });
    expect(detail.body).to.have.property('consultation').that.deep.equals(detail.consultation);
    expect(detail.key).to.match(/^[\w-]{32}$/);
  });

  it('the same words keep their key however often they are tried; other words get another', async () => {
    const form = await written();
    const first = await sendAway(form);
    form.showFailed('network');
    await form.updateComplete;
    const again = part(form, 'failed')!.querySelector('button');
    const heard: SubmitDetail[] = [];
    form.addEventListener('tsunagu-consultation-submit', (event) => {
      event.preventDefault();
      heard.push(event.detail);
    });
    await press(form, again);
    await until(() => heard.length === 1, 'the second try');
    expect(heard[0]!.key).to.equal(first.key);
    expect(heard[0]!.body).to.deep.equal(first.body);
    await back(form);
    await tick(form, 'ageBand', '30-49');
    await goTo(form, 'check');
    await next(form);
    await until(() => heard.length === 2, 'the other words');
    expect(heard[1]!.key).not.to.equal(first.key);
  });

  it('sealed, it shows the page nothing that was written', async () => {
    const pair = await crypto.subtle.generateKey({ name: 'ECDH', namedCurve: 'P-256' }, true, ['deriveBits']);
    const jwk = { ...(await crypto.subtle.exportKey('jwk', pair.publicKey)), alg: 'ECDH-ES', use: 'enc', kid: 'desk-1' };
    const net = answerFetch(() => json(jwk));
    try {
      const form = await written(
        html`<tsunagu-consultation-form at=${tuesday} window-id="kurashi" encrypt-to="/key.json"></tsunagu-consultation-form>`,
      );
      const { body, consultation, key } = await sendAway(form);
      expect(consultation).to.equal(undefined);
      expect(key).to.match(/^[\w-]{32}$/);
      expect(Object.keys(body).sort()).to.deep.equal(['language', 'sealed', 'trap', 'windowId']);
      expect(JSON.stringify(body)).not.to.contain('家賃');
    } finally {
      net.stop();
    }
    expect(net.asked).to.deep.equal([new URL('/key.json', location.href).href]);
  });

  it('without the desk’s key nothing is sent at all, and the words stay', async () => {
    const watch = watchPage();
    const net = answerFetch(() => new Response('', { status: 404 }));
    const heard: Event[] = [];
    try {
      const form = await written(
        html`<tsunagu-consultation-form at=${tuesday} action="/api/consultations" encrypt-to="/key.json"></tsunagu-consultation-form>`,
      );
      form.addEventListener('tsunagu-consultation-submit', (event) => heard.push(event));
      const failing = oneEvent(form, 'tsunagu-consultation-error');
      await next(form);
      expect((await failing).detail.reason).to.equal('seal');
      await form.updateComplete;
      expect(said(part(form, 'failed'))).to.contain('送らずに止めました');
      expect(said(shadow(form))).to.contain('家賃が払えません');
    } finally {
      net.stop();
      watch.stop();
    }
    expect(heard).to.be.empty;
    expect(net.asked).to.deep.equal([new URL('/key.json', location.href).href]);
  });
});

describe('a host that sends it itself', () => {
  it('shows the receipt; the event tells all of it but the secret, and nothing that was written stays', async () => {
    const form = await written();
    await taken(form);
    expect(said(shadow(form))).to.contain('送っています');
    expect(has(form, 'next'), 'nothing to press twice').to.equal(false);
    const sent = oneEvent(form, 'tsunagu-consultation-sent');
    form.showSent(receipt);
    const { detail, bubbles, composed } = await sent;
    expect([bubbles, composed]).to.deep.equal([true, true]);
    const { secret, ...told } = receipt;
    expect(detail).to.deep.equal({ receipt: told });
    await form.updateComplete;
    expect(title(form)).to.equal(titles.sent);
    expect(shadow(form).activeElement).to.equal(shadow(form).querySelector('.page-title'));
    expect(said(part(form, 'receipt')))
      .to.contain(receipt.number)
      .and.contain(secret)
      .and.contain('11月27日（金）までに');
    expect(form.value).to.equal(undefined);
    expect(shadow(form).innerHTML).not.to.contain('家賃');
  });

  it('may know before the form has offered it: nothing is sent after that', async () => {
    const watch = watchPage();
    const form = await written();
    const heard: Event[] = [];
    form.addEventListener('tsunagu-consultation-submit', (event) => {
      event.preventDefault();
      heard.push(event);
    });
    part(form, 'next')!.click();
    const offered = heard.length;
    form.showSent(receipt);
    await form.updateComplete;
    await new Promise((resolve) => requestAnimationFrame(resolve));
    watch.stop();
    expect(watch.thrown).to.deep.equal([]);
    expect(heard).to.have.length(offered);
    expect(title(form)).to.equal(titles.sent);
  });

  it('without a receipt, or without a day, says only what is known', async () => {
    const form = await written();
    await taken(form);
    form.showSent();
    await form.updateComplete;
    expect(said(part(form, 'receipt'))).to.equal('このあとのことは、このページの案内をご覧ください。');
    const other = await written();
    await taken(other);
    other.showSent({ ...receipt, replyBy: undefined });
    await other.updateComplete;
    expect(said(part(other, 'receipt')))
      .to.contain('窓口が読んで、返事をします')
      .and.not.to.contain('までに');
  });

  it('tells that it failed: the words stay, and every other way to be heard is there', async () => {
    const watch = watchPage();
    const form = await written();
    await taken(form);
    const failing = oneEvent(form, 'tsunagu-consultation-error');
    form.showFailed('server');
    const { detail, bubbles, composed } = await failing;
    watch.stop();
    expect([bubbles, composed, detail.reason]).to.deep.equal([true, true, 'server']);
    expect(JSON.stringify(detail)).not.to.contain('家賃');
    await form.updateComplete;
    const failed = part(form, 'failed')!;
    expect(failed.getAttribute('role')).to.equal('alert');
    expect(said(failed)).to.contain('まだ送れていません。書いたことはこの画面に残っています。');
    expect([...failed.querySelectorAll('button')].map(said)).to.deep.equal(['もう一度送る', '書いたことを写す', '印刷する']);
    expect(said(shadow(form))).to.contain('家賃が払えません');
    expect(watch.errors.join()).not.to.contain('家賃');
  });

  it('a reason nobody knows is told calmly', async () => {
    const watch = watchPage();
    const form = await written();
    await taken(form);
    for (const reason of ['', 'constructor', '__proto__', '<b>']) {
      form.showFailed(reason);
      await form.updateComplete;
      expect(said(part(form, 'failed')), reason).to.contain('もう一度送れます');
    }
    watch.stop();
  });

  it('after a failure one can go back, change and go on', async () => {
    const watch = watchPage();
    const form = await written();
    await taken(form);
    form.showFailed('network');
    await form.updateComplete;
    await back(form);
    expect(has(form, 'failed')).to.equal(false);
    await goTo(form, 'check');
    await press(form, shadow(form).querySelector('[aria-label*="あなたのことば"]'));
    await form.updateComplete;
    expect(line(form, 'words').value).to.equal('家賃が払えません');
    await write(form, 'words', '家賃も電気も払えません');
    const { consultation } = await sendAway(form);
    watch.stop();
    expect(consultation!.words).to.equal('家賃も電気も払えません');
  });

  it('while it is being sent one can go back, and what was on its way is not sent again as something new', async () => {
    const form = await written();
    const first = await sendAway(form);
    await back(form);
    expect(said(shadow(form))).not.to.contain('送っています');
    const second = await sendAway(form);
    expect(second.key).to.equal(first.key);
  });
});

describe('an action', () => {
  it('is posted to once, with the key and without cookies, and the receipt is shown', async () => {
    const requests: RequestInit[] = [];
    const { fetch } = window;
    window.fetch = async (_address, init) => {
      requests.push(init!);
      return json(receipt);
    };
    try {
      const form = await written(html`<tsunagu-consultation-form at=${tuesday} action="/api/consultations"></tsunagu-consultation-form>`);
      let detail: SubmitDetail | undefined;
      form.addEventListener('tsunagu-consultation-submit', (event) => (detail = event.detail));
      const sent = oneEvent(form, 'tsunagu-consultation-sent');
      await next(form);
      await next(form).catch(() => undefined);
      await sent;
      expect(requests).to.have.length(1);
      const { method, headers, body, credentials } = requests[0]!;
      expect([method, credentials]).to.deep.equal(['POST', 'omit']);
      expect((headers as Record<string, string>)['Idempotency-Key']).to.equal(detail!.key);
      expect(JSON.parse(body as string)).to.deep.equal(detail!.body);
    } finally {
      window.fetch = fetch;
    }
  });

  it('may stand in the plain form that shows while script does not run', async () => {
    const net = answerFetch(() => json(receipt));
    try {
      const form = await written(
        html`<tsunagu-consultation-form at=${tuesday}
          ><form method="post" action="/plain"><textarea name="words"></textarea></form
        ></tsunagu-consultation-form>`,
      );
      const sent = oneEvent(form, 'tsunagu-consultation-sent');
      await next(form);
      await sent;
    } finally {
      net.stop();
    }
    expect(net.asked).to.deep.equal([new URL('/plain', location.href).href]);
  });

  it('that is missing everywhere is told, with the words kept', async () => {
    const watch = watchPage();
    const form = await written();
    const failing = oneEvent(form, 'tsunagu-consultation-error');
    await next(form);
    expect((await failing).detail.reason).to.equal('no-action');
    watch.stop();
    await form.updateComplete;
    expect(said(part(form, 'failed'))).to.contain('いまは、このページから送れません');
    expect(parts(form, 'failed').filter(isSeen)).to.have.length(1);
  });
});

describe('value', () => {
  it('is what would be sent, and can be set: written again it is the same', async () => {
    const form = await show(html`<tsunagu-consultation-form at=${tuesday}></tsunagu-consultation-form>`);
    expect(form.value).to.equal(undefined);
    const value = {
      schemaVersion: '1.0',
      language: 'ja',
      about: { who: 'family', relation: '母', awareness: 'does-not-know' },
      topics: ['care', 'income'],
      mainTopic: 'care',
      words: '母の介護で\n困っています',
      contact: {
        mode: 'nickname',
        nickname: 'はな',
        ways: ['phone'],
        phone: '090-1234-5678',
        safeCall: { voicemail: 'no', times: ['any'] },
      },
      needs: { ids: ['interpreter'], language: 'Tiếng Việt' },
      person: { ageBand: '75-84', town: '本町', household: [{ relation: 'parent', age: 78 }] },
    } as const;
    form.value = structuredClone(value) as unknown as ConsultationForm['value'];
    await form.updateComplete;
    expect(form.value).to.deep.equal(value);
    expect(document.activeElement, 'setting it takes no focus').not.to.equal(form);
    await goTo(form, 'check');
    form.value = undefined;
    await form.updateComplete;
    expect(title(form)).to.equal(titles.who);
    expect(form.value).to.equal(undefined);
  });

  it('of any shape does no harm', async () => {
    const watch = watchPage();
    for (const value of [
      {},
      [],
      'text',
      5,
      null,
      { topics: 'care', words: 5, about: null, contact: 'x', person: { household: 'many' } },
      { topics: [null, 5, {}], words: { ja: 'x' }, needs: { ids: 'x' }, person: { household: [null, 5, { age: {} }] } },
    ]) {
      const form = await show(html`<tsunagu-consultation-form at=${tuesday} layout="page"></tsunagu-consultation-form>`);
      form.value = value as never;
      await form.updateComplete;
      await write(form, 'words', 'それでも書ける');
      const { consultation } = await sendAway(form);
      expect(consultation!.words, JSON.stringify(value)).to.equal('それでも書ける');
    }
    watch.stop();
    expect(watch.thrown).to.deep.equal([]);
  });
});
