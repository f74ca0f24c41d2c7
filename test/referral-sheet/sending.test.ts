/** A step on its way: taken by the page, or posted until it is recorded; somebody quicker, no network, a refusal. */
import { expect } from '@open-wc/testing';
import type { ReferralSheetElement } from '@tsunagu/referral-sheet';
import { until } from '../core/page.js';
import {
  Case,
  choose,
  houkatsu,
  hoursOn,
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
  submit,
  write,
} from './scene.js';

interface Request {
  url: string;
  init: RequestInit;
}

/** Stands in for the receiver; answers in order, the last for ever. */
function receiver(...answers: (() => Promise<Response> | Response)[]): { requests: Request[]; stop: () => void } {
  const original = window.fetch;
  const requests: Request[] = [];
  window.fetch = async (input, init) => {
    const url = input instanceof Request ? input.url : String(input);
    if (!url.includes('/api/')) return original(input, init);
    requests.push({ url, init: init! });
    return answers[Math.min(requests.length, answers.length) - 1]!();
  };
  return { requests, stop: () => (window.fetch = original) };
}
const answer =
  (value: unknown, status = 200) =>
  (): Response =>
    new Response(JSON.stringify(value), { status });
const broken = (): Promise<Response> => Promise.reject(new TypeError('Failed to fetch'));

const question = async (element: ReferralSheetElement): Promise<void> => {
  await choose(element, 'ask-back');
  await write(element, 'text', '主治医はいますか');
  await submit(element);
};
const asked = [houkatsu, 3, { type: 'ask-back', text: '主治医はいますか' }] as const;

describe('posted to `action`', () => {
  let sheet: Case;
  let element: ReferralSheetElement;
  let line: ReturnType<typeof receiver>;
  beforeEach(async () => {
    sheet = await Case.with([send, receive]);
    element = await place({
      value: sheet.for(houkatsu),
      desk: houkatsu,
      mode: 'reply',
      action: '/api/referrals/sheet-7/actions',
      now: hoursOn(4),
    });
  });
  afterEach(() => line.stop());

  it('another desk’s answer that came by FAX goes with whose it is, and comes back as theirs', async () => {
    const fax = { agency: houkatsu, heard: { agency: sender, how: 'fax' } } as const;
    element = await place({
      value: sheet.for(sender),
      desk: sender,
      mode: 'reply',
      action: '/api/referrals/sheet-7/actions',
      now: hoursOn(4),
    });
    line = receiver(answer((await Case.with([send, receive, [fax, 3, { type: 'accept' }]])).for(sender)));
    await press(element, await until(() => parts(element, 'heard-way')[1], 'the ways'));
    await choose(element, 'accept');
    await submit(element);
    await until(() => said(part(element, 'status')) === '返事を記録しました。', 'that it is recorded');
    expect(JSON.parse(line.requests[0]!.init.body as string)).to.deep.equal({
      action: { type: 'accept' },
      heard: { agency: houkatsu, how: 'fax' },
      seq: 2,
    });
    expect(said(parts(element, 'entry').at(-1))).to.include(
      'フォレスト地域包括支援センター 書きとめた窓口 生駒市くらしとしごと支援センター、FAX',
    );
  });

  it('goes as JSON with its key, and the answer is shown', async () => {
    const before = element.value!;
    line = receiver(answer((await sheet.and(asked)).for(houkatsu, 4)));
    element.value = before;
    const heard = listen(element, 'tsunagu-referral-reply', true);
    await question(element);
    await until(() => said(part(element, 'status')) === '送りました。', 'that it is sent');
    const [{ url, init }] = line.requests as [Request];
    expect(url).to.match(/\/api\/referrals\/sheet-7\/actions$/);
    expect(JSON.parse(init.body as string)).to.deep.equal({ action: { type: 'ask-back', text: '主治医はいますか' }, seq: 2 });
    expect(new Headers(init.headers).get('Idempotency-Key')).to.equal(heard[0]!.detail.key);
    expect(init.credentials).to.equal('omit');
    expect(element.value.events).to.have.length(3);
    expect(part(element, 'behind')).to.equal(undefined);
  });

  it('behind: the difference is shown, nothing is overwritten, and it is chosen again', async () => {
    await sheet.and([houkatsu, 3, { type: 'accept', nextStep: '同僚が先に引き受けました' }]);
    line = receiver(answer({ code: 'behind', ...sheet.for(houkatsu, 4) }, 409));
    await question(element);
    await until(() => part(element, 'behind'), 'the difference');
    expect(said(part(element, 'behind'))).to.match(/引き受けました.*同僚が先に引き受けました/);
    expect(said(part(element, 'leftover'))).to.include('主治医はいますか');
    expect(element.value!.events).to.have.length(3);
    expect(line.requests).to.have.length(1);
  });

  it('a 409 in which the step itself stands is a success: the first try had arrived', async () => {
    await sheet.and(asked);
    line = receiver(answer({ code: 'behind', ...sheet.for(houkatsu, 4) }, 409));
    await question(element);
    await until(() => said(part(element, 'status')) === '送りました。', 'that it is sent');
    expect(part(element, 'behind')).to.equal(undefined);
  });

  it('a refusal says the receiver’s own sentence as text, and keeps what was written', async () => {
    line = receiver(answer({ title: 'x', detail: '<b>この相手に伝える同意がありません。</b>' }, 422));
    const errors = listen(element, 'tsunagu-referral-error');
    await question(element);
    await until(() => part(element, 'failed'), 'the refusal');
    expect(part(element, 'detail')!.textContent).to.equal('<b>この相手に伝える同意がありません。</b>');
    expect((one(element, '#reply-text') as HTMLTextAreaElement).value).to.equal('主治医はいますか');
    expect(errors.map(({ detail }) => detail.reason)).to.deep.equal(['refused']);
  });

  it('a line that is down is tried again under the same key', async () => {
    const value = (await Case.with([send, receive, asked])).for(houkatsu, 4);
    line = receiver(broken, answer(value));
    await question(element);
    await until(() => said(part(element, 'status')).includes('もう一度送ります'), 'the next try');
    await until(() => said(part(element, 'status')) === '送りました。', 'that it is sent');
    const keys = line.requests.map(({ init }) => new Headers(init.headers).get('Idempotency-Key'));
    expect(keys).to.have.length(2);
    expect(keys[0]).to.equal(keys[1]);
  });

  it('an answer about another sheet is none', async () => {
    const value = sheet.for(houkatsu, 4);
    line = receiver(answer({ ...value, sheet: { ...value.sheet, id: 'sheet-8' } }));
    await question(element);
    await until(() => said(part(element, 'status')).includes('もう一度送ります'), 'the next try');
    expect(element.value!.sheet.id).to.equal('sheet-7');
  });

  it('without a network it waits, and says so', async () => {
    line = receiver(broken);
    Object.defineProperty(navigator, 'onLine', { configurable: true, get: () => false });
    try {
      await question(element);
      await until(() => said(part(element, 'status')).includes('つながるのを待っています'), 'that it waits');
      expect(line.requests).to.have.length(0);
      expect(part(element, 'send')).to.equal(undefined);
    } finally {
      delete (navigator as { onLine?: boolean }).onLine;
      element.remove();
    }
  });
});

describe('taken by the page', () => {
  it('a failure keeps the words, says the page’s sentence, and tries again under the same key', async () => {
    const element = await place({ value: (await Case.with([send, receive])).for(houkatsu), desk: houkatsu, mode: 'reply' });
    const heard = listen(element, 'tsunagu-referral-reply');
    await question(element);
    expect(said(part(element, 'status'))).to.equal('送っています');
    element.showFailed('庁内の回線が止まっています。');
    await element.updateComplete;
    expect(said(part(element, 'failed')))
      .to.include('庁内の回線が止まっています。')
      .and.include('書いたことは、この画面に残っています。');
    await press(element, part(element, 'again'));
    expect(heard).to.have.length(2);
    expect(heard[0]!.detail.key).to.equal(heard[1]!.detail.key);
    element.showFailed();
    await element.updateComplete;
    await write(element, 'text', '主治医の名前を教えてください');
    await submit(element);
    expect(heard[2]!.detail.key).not.to.equal(heard[0]!.detail.key);
  });

  it('a newer value with the step in it is the answer', async () => {
    const sheet = await Case.with([send, receive]);
    const element = await place({ value: sheet.for(houkatsu), desk: houkatsu, mode: 'reply', now: hoursOn(4) });
    listen(element, 'tsunagu-referral-reply');
    await question(element);
    element.value = (await sheet.and(asked)).for(houkatsu, 4);
    await element.updateComplete;
    expect(said(part(element, 'status'))).to.equal('送りました。');
    expect(one(element, '#reply-text')).to.equal(undefined);
  });

  it('with neither a page nor an address, it is said', async () => {
    const element = await place({ value: (await Case.with([send, receive])).for(houkatsu), desk: houkatsu, mode: 'reply' });
    const errors = listen(element, 'tsunagu-referral-error');
    await question(element);
    expect(said(part(element, 'failed'))).to.include('この画面からは送れません');
    expect(errors.map(({ detail }) => detail.reason)).to.deep.equal(['no-action']);
    expect(sender).to.not.equal(houkatsu);
  });
});
