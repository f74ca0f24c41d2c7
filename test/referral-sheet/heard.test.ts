/** Another desk's answer on paper, by FAX or by telephone: who may write it down, what is asked, what the page receives. */
import { expect } from '@open-wc/testing';
import type { ReferralSheetElement } from '@tsunagu/referral-sheet';
import { until } from '../core/page.js';
import {
  accept,
  at,
  Case,
  choose,
  coordinator,
  hoursOn,
  houkatsu,
  listen,
  offered,
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
  shakyo,
  submit,
  write,
  type Steps,
} from './scene.js';

const way = (element: ReferralSheetElement, name: string): Promise<HTMLElement> =>
  until(() => parts(element, 'heard-way').find((button) => said(button) === name), name);
/** Everything that would be fetched has been asked for, and has come. */
const settled = async (element: ReferralSheetElement): Promise<void> => {
  await import('../../packages/referral-sheet/src/reply/aside.js');
  await element.updateComplete;
};

describe('who may write another desk’s answer down', () => {
  it('the desk that sent the sheet, while another has it; nothing is chosen beforehand', async () => {
    const element = await at(sender, [send]);
    await way(element, 'FAXで');
    expect(said(part(element, 'heard'))).to.include('フォレスト地域包括支援センターの返事を、ここで記録できます');
    expect(parts(element, 'heard-way').map(said)).to.deep.equal(['紙で', 'FAXで', '電話で', '対面で']);
    expect(offered(element)).to.have.members(['cancel', 'withdraw-consent']);
  });

  it('the coordinator, once it came to them', async () => {
    const late: Steps = [send, ['clock', 24 * 7, { type: 'mark-overdue' }], ['clock', 24 * 7, { type: 'escalate' }]];
    const element = await place({
      value: (await Case.with(late)).for(coordinator, 24 * 8),
      desk: coordinator,
      mode: 'reply',
      now: hoursOn(24 * 8),
    });
    await press(element, await way(element, '電話で'));
    expect(offered(element)).to.have.members(['receive', 'accept', 'ask-back', 'pass-on', 'return']);
  });

  const nobody: [string, string, Steps, Partial<ReferralSheetElement>?][] = [
    ['the desk that has it', houkatsu, [send, receive]],
    ['a desk that passed it on', houkatsu, [send, receive, [houkatsu, 2, { type: 'pass-on', to: { agency: shakyo }, reason: 'full' }]]],
    ['somebody who only reads', sender, [send], { mode: 'view' }],
    ['the sender of a sheet that has ended', sender, [send, [sender, 2, { type: 'cancel', reason: 'mistake' }]]],
    ['the sender of a draft', sender, []],
  ];
  for (const [who, desk, steps, more] of nobody)
    it(`not ${who}`, async () => {
      const element = await at(desk, steps, 3, more);
      await settled(element);
      expect(part(element, 'heard')).to.equal(undefined);
    });
});

describe('an answer that came by FAX', () => {
  let element: ReferralSheetElement;
  beforeEach(async () => {
    element = await at(sender, [send]);
    await press(element, await way(element, 'FAXで'));
  });

  it('is asked as that desk would be, under its name, and goes to the page as its own step', async () => {
    expect(said(part(element, 'heard'))).to.include('フォレスト地域包括支援センターから、FAXで届いた返事を記録します');
    expect(shadow(element).activeElement).to.equal(part(element, 'heard'));
    expect(said(part(element, 'choices')))
      .to.include('どんな返事でしたか')
      .and.not.include('つなぎ元に伝わります');
    expect(offered(element)).to.have.members(['receive', 'accept', 'ask-back', 'pass-on', 'return']);
    const heard = listen(element, 'tsunagu-referral-reply');
    const name = one(element, '#heard-name') as HTMLInputElement;
    name.value = ' 包括 太郎 ';
    name.dispatchEvent(new Event('input', { bubbles: true }));
    await choose(element, 'accept');
    await write(element, 'nextStep', '訪問する');
    expect(said(part(element, 'send'))).to.equal('返事を記録する');
    await submit(element);
    const [{ detail }] = heard as [(typeof heard)[0]];
    expect(detail).to.deep.include({
      id: 'sheet-7',
      seq: 1,
      action: { type: 'accept', nextStep: '訪問する' },
      heard: { agency: houkatsu, how: 'fax', name: '包括 太郎' },
    });
    const by = { agency: houkatsu, name: '包括 太郎', heard: { agency: sender, name: '相談 花子', how: 'fax' } } as const;
    element.showSent((await Case.with([send, [by, 3, { type: 'accept', nextStep: '訪問する' }]])).for(sender));
    await element.updateComplete;
    expect(said(part(element, 'status'))).to.equal('返事を記録しました。');
    expect(parts(element, 'heard-way')).to.have.length(4);
    const entry = said(parts(element, 'entry').at(-1));
    expect(entry)
      .to.include('フォレスト地域包括支援センター（包括 太郎）')
      .and.include('書きとめた窓口 生駒市くらしとしごと支援センター（相談 花子）、FAX');
  });

  it('lacks what that desk would lack, and loses nothing meanwhile', async () => {
    const heard = listen(element, 'tsunagu-referral-reply');
    await choose(element, 'return');
    await write(element, 'text', '手がいっぱい');
    await submit(element);
    expect(heard).to.have.length(0);
    expect(said(part(element, 'summary'))).to.include('理由：ひとつ選んでください');
    element.showFailed('まだです');
    await element.updateComplete;
    expect((one(element, '#reply-text') as HTMLTextAreaElement).value).to.equal('手がいっぱい');
  });

  it('can be left, and what this desk was writing itself is still there', async () => {
    await press(element, part(element, 'heard-stop'));
    await choose(element, 'cancel');
    await write(element, 'text', '本人と話した');
    await press(element, await way(element, '紙で'));
    expect(part(element, 'leftover')).to.equal(undefined);
    await press(element, part(element, 'heard-stop'));
    expect((one(element, '#reply-text') as HTMLTextAreaElement).value).to.equal('本人と話した');
    expect(offered(element)).to.have.members(['cancel', 'withdraw-consent']);
  });

  it('that the desk makes itself at the same time is theirs: nothing is said to be recorded, and what was written stays', async () => {
    listen(element, 'tsunagu-referral-reply');
    await choose(element, 'accept');
    await write(element, 'nextStep', '訪問する');
    await submit(element);
    element.value = (await Case.with([send, accept])).for(sender);
    await element.updateComplete;
    expect(said(part(element, 'status'))).not.to.include('記録しました');
    expect(said(part(element, 'behind'))).to.include('先に、ほかの人が進めました');
    expect(said(part(element, 'leftover'))).to.include('訪問する');
  });

  for (const [what, steps] of [
    ['it was cancelled meanwhile', [send, [sender, 2, { type: 'cancel', reason: 'mistake' }]]],
    ['the desk passed it on meanwhile', [send, receive, [houkatsu, 2, { type: 'pass-on', to: { agency: shakyo }, reason: 'full' }]]],
  ] as [string, Steps][])
    it(`is left where ${what}: this desk’s own steps are its own again, and what was written is shown`, async () => {
      await choose(element, 'return');
      await write(element, 'text', '手がいっぱい');
      element.value = (await Case.with(steps)).for(sender);
      await element.updateComplete;
      expect(said(parts(element, 'leftover').at(-1))).to.include('手がいっぱい');
      expect(part(element, 'heard-stop')).to.equal(undefined);
      const heard = listen(element, 'tsunagu-referral-reply');
      const [first] = offered(element) as [string];
      await choose(element, first);
      await write(element, 'text', '開き直す');
      if (first === 'cancel') await press(element, one(element, 'input[name=reply-reason]'));
      await submit(element);
      expect(heard.map(({ detail }) => [detail.action.type, detail.heard])).to.deep.equal([[first, undefined]]);
    });

  it('is not offered once a result was reported: there is no answer left to come', async () => {
    const reported = [houkatsu, 3, { type: 'report', outcome: 'no-contact' }] as const;
    const done = await at(sender, [send, receive, accept, reported]);
    await settled(done);
    expect(part(done, 'heard')).to.equal(undefined);
  });

  it('is overtaken by the desk itself: that is shown, and what was written stays', async () => {
    await choose(element, 'ask-back');
    await write(element, 'text', '主治医は');
    element.value = (await Case.with([send, receive, accept])).for(sender);
    await element.updateComplete;
    expect(said(part(element, 'behind'))).to.include('先に、ほかの人が進めました');
    expect(said(part(element, 'leftover'))).to.include('主治医は');
  });

  for (const [lang, title, button] of [
    ['en', 'Recording the answer of フォレスト地域包括支援センター that came by FAX', 'Record the answer'],
    ['ja-x-easy', 'フォレスト地域包括支援センターから FAXで 来た 返事を 書きます', '返事を 記録する'],
  ] as const)
    it(`is said in the language of the reader: ${lang}`, async () => {
      element.lang = lang;
      await until(() => said(part(element, 'heard')).includes(title), title);
      await choose(element, 'accept');
      expect(said(part(element, 'send'))).to.equal(button);
    });
});
