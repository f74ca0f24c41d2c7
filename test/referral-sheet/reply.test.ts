/** 返信欄: what may be chosen, what is asked, what the page receives, and what survives. */
import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { ReferralSheetElement } from '@tsunagu/referral-sheet';
import type { ReferralAction } from '@tsunagu/schema/referral';
import { until } from '../core/page.js';
import {
  accept,
  all,
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
  pick,
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

describe('what may be chosen', () => {
  const contacted = [houkatsu, 3, { type: 'contact', on: '2026-11-24', reached: true }] as const;
  const asked = [houkatsu, 2, { type: 'ask-back', text: '主治医は' }] as const;
  const reported = [houkatsu, 3, { type: 'report', outcome: 'no-contact' }] as const;
  const late: Steps = [send, ['clock', 24 * 7, { type: 'mark-overdue' }], ['clock', 24 * 7, { type: 'escalate' }]];
  const cases: [string, string, Steps, string[], number?][] = [
    ['the receiver', houkatsu, [send, receive], ['accept', 'ask-back', 'pass-on', 'return', 'withdraw-consent']],
    ['who took it on', houkatsu, [send, receive, accept], ['pass-on', 'return', 'contact', 'report', 'withdraw-consent']],
    ['who works on it', houkatsu, [send, receive, accept, contacted], ['pass-on', 'return', 'progress', 'report', 'withdraw-consent'], 4],
    ['the sender that was asked', sender, [send, receive, asked], ['answer', 'cancel', 'withdraw-consent']],
    ['the sender with a report', sender, [send, receive, accept, reported], ['resume', 'close', 'cancel', 'withdraw-consent'], 4],
    ['the sender of a late sheet', sender, [send], ['escalate', 'cancel', 'withdraw-consent', 'extend'], 24 * 7],
    ['the coordinator of a late sheet', coordinator, late, ['pass-on', 'take-over', 'withdraw-consent', 'extend'], 24 * 8],
    ['the sender of a closed sheet', sender, [send, receive, accept, reported, [sender, 4, { type: 'close' }]], ['reopen'], 5],
  ];
  for (const [who, desk, steps, actions, hours] of cases)
    it(`${who}: exactly the legal steps, none chosen beforehand`, async () => {
      const element = await at(desk, steps, hours);
      expect(offered(element)).to.have.members(actions);
      expect(all(element, 'input:checked')).to.have.length(0);
      expect(part(element, 'send')).to.equal(undefined);
    });

  it('a desk that has nothing to do is told so; a page that names no desk too', async () => {
    expect(
      said(
        part(
          await at(shakyo, [
            send,
            receive,
            [houkatsu, 2, { type: 'pass-on', to: { agency: shakyo }, reason: 'full' }],
            [shakyo, 3, { type: 'return', reason: 'area' }],
          ]),
          'nothing-to-do',
        ),
      ),
    ).to.include('返信は必要ありません');
    const element = await place({ value: (await Case.with([send])).for(houkatsu), mode: 'reply' });
    expect(said(part(element, 'no-desk'))).to.include('どの窓口で見ているか');
  });
});

describe('what the page receives', () => {
  it('receiving is one button, and its time is shown', async () => {
    const sheet = await Case.with([send]);
    const element = await place({ value: sheet.for(houkatsu), desk: houkatsu, mode: 'reply' });
    const heard = listen(element, 'tsunagu-referral-reply');
    expect(said(part(element, 'receive'))).to.include('「引き受けます」「もう少し教えてください」');
    await submit(element);
    const [{ detail }] = heard as [(typeof heard)[0]];
    expect(detail).to.deep.include({ id: 'sheet-7', seq: 1, action: { type: 'receive' } });
    expect(detail.key).to.match(/^[\w-]{32}$/);
    await sheet.and(receive);
    element.showSent(sheet.for(houkatsu));
    await element.updateComplete;
    expect(said(part(element, 'stamp'))).to.equal('11月24日（火）11:00に、フォレスト地域包括支援センター（包括 太郎）が受け取りました。');
    expect(said(part(element, 'status'))).to.equal('送りました。');
    expect(shadow(element).activeElement).to.equal(part(element, 'status'));
  });

  const replies: [string, (element: ReferralSheetElement) => Promise<void>, ReferralAction][] = [
    [
      'accept',
      async (element) => {
        await write(element, 'firstContactBy', '2026-11-26');
        await write(element, 'nextStep', ' 電話をします ');
        await write(element, 'toPerson', 'よろしくお願いします');
      },
      { type: 'accept', firstContactBy: '2026-11-26', nextStep: '電話をします', toPerson: 'よろしくお願いします' },
    ],
    ['ask-back', (element) => write(element, 'text', '主治医はいますか'), { type: 'ask-back', text: '主治医はいますか' }],
    [
      'pass-on',
      async (element) => {
        await write(element, 'to', shakyo);
        await pick(element, 'reason', 'other');
        await write(element, 'text', '見守りが中心のため');
      },
      { type: 'pass-on', to: { agency: shakyo, name: '(福)生駒市社会福祉協議会' }, reason: 'other', text: '見守りが中心のため' },
    ],
    ['return', (element) => pick(element, 'reason', 'area'), { type: 'return', reason: 'area' }],
  ];
  for (const [name, fill, action] of replies)
    it(`${name}: its fields, and nothing of another step`, async () => {
      const element = await at(houkatsu, [send, receive]);
      const heard = listen(element, 'tsunagu-referral-reply');
      await choose(element, name === 'return' ? 'ask-back' : 'return');
      await write(element, 'text', '別の返事の書きかけ');
      await choose(element, name);
      await fill(element);
      expect(parts(element, 'problem')).to.have.length(0);
      await submit(element);
      expect(heard.map(({ detail }) => detail.action)).to.deep.equal([action]);
    });

  it('contact and report: days and results that can be, in their own types', async () => {
    const element = await at(houkatsu, [send, receive, accept]);
    const heard = listen(element, 'tsunagu-referral-reply');
    await choose(element, 'report');
    expect(all(element, 'input[name=reply-outcome]').map((radio) => (radio as HTMLInputElement).value)).to.deep.equal([
      'no-contact',
      'person-declined',
      'moved',
      'died',
    ]);
    await choose(element, 'contact');
    await pick(element, 'reached', 'no');
    await write(element, 'on', '2026-11-24');
    await submit(element);
    expect(heard[0]!.detail.action).to.deep.equal({ type: 'contact', reached: false, on: '2026-11-24' });
  });
});

describe('what is missing', () => {
  it('nothing is said while writing; on sending a summary has the focus, with a way to each field', async () => {
    const element = await at(houkatsu, [send, receive]);
    const heard = listen(element, 'tsunagu-referral-reply');
    await choose(element, 'pass-on');
    await write(element, 'text', 'あ');
    await write(element, 'text', '');
    expect(parts(element, 'problem')).to.have.length(0);
    await submit(element);
    expect(heard).to.have.length(0);
    const summary = part(element, 'summary')!;
    expect(shadow(element).activeElement).to.equal(summary);
    expect(said(summary)).to.match(/^あと2か所、確かめてください つなぎ先：.* 理由：/);
    const [first] = summary.querySelectorAll('a');
    await press(element, first);
    expect(shadow(element).activeElement!.id).to.equal('reply-to');
    expect(location.hash).to.equal('');
    expect(shadow(element).getElementById('reply-to')!.getAttribute('aria-describedby')).to.include('problem');
  });

  it('a reason that is none of the list needs words; blanks are none', async () => {
    const element = await at(houkatsu, [send, receive]);
    const heard = listen(element, 'tsunagu-referral-reply');
    await choose(element, 'return');
    await pick(element, 'reason', 'other');
    await write(element, 'text', ' 　\u200b');
    await submit(element);
    expect(said(part(element, 'summary'))).to.include('「その他」の理由をひとこと');
    await write(element, 'text', '週末だけの窓口のため');
    await submit(element);
    expect(heard).to.have.length(1);
  });
});

describe('passing on', () => {
  it('lists the desks with their open state, without the one that has it', async () => {
    const element = await at(houkatsu, [send, receive]);
    await choose(element, 'pass-on');
    const options = [...(one(element, '#reply-to') as HTMLSelectElement).options];
    expect(options.map(({ value }) => value))
      .to.include(shakyo)
      .and.not.include(houkatsu);
    expect(options.find(({ value }) => value === shakyo)!.text).to.match(/社会福祉協議会 — 開いています/);
    expect(options.find(({ value }) => value === coordinator)!.text).to.match(/^調整担当/);
    await write(element, 'to', shakyo);
    expect(said(part(element, 'chosen-desk'))).to.include('0743-75-0234');
    // By then what would say it is here.
    await import('../../packages/referral-sheet/src/reply/aside.js');
    await element.updateComplete;
    expect(part(element, 'detour')).to.equal(undefined);
  });

  it('says beforehand that a desk that had it will not get it again', async () => {
    const element = await at(houkatsu, [send, receive]);
    await choose(element, 'pass-on');
    await write(element, 'to', sender);
    expect(said(await until(() => part(element, 'detour'), 'the detour'))).to.match(
      /前に持っていました.*生駒市役所庁内（調整担当）に届きます/,
    );
  });

  it('without a directory shows the way through the coordinator', async () => {
    const element = await at(houkatsu, [send, receive]);
    element.directory = undefined;
    await choose(element, 'pass-on');
    await until(() => part(element, 'no-directory'), 'the notice');
    expect(said(part(element, 'no-directory'))).to.include('調整担当に戻すと');
  });
});

describe('what is half written', () => {
  it('survives a newer value, which is shown, and has to be chosen anew', async () => {
    const sheet = await Case.with([send, receive]);
    const element = await place({ value: sheet.for(houkatsu), desk: houkatsu, mode: 'reply', now: hoursOn(4) });
    await choose(element, 'accept');
    await write(element, 'nextStep', '木曜に電話をします');
    await sheet.and([houkatsu, 3, { type: 'ask-back', text: '主治医は' }], [sender, 4, { type: 'answer', text: '見本医院です' }]);
    element.value = sheet.for(houkatsu, 4);
    await element.updateComplete;
    expect(said(part(element, 'behind'))).to.match(/先に、ほかの人が進めました .*聞き返しました .*主治医は .*見本医院です/);
    expect(all(element, 'input:checked')).to.have.length(0);
    await choose(element, 'accept');
    expect((one(element, '#reply-nextStep') as HTMLTextAreaElement).value).to.equal('木曜に電話をします');
  });

  it('is still there to copy when its step is none any more', async () => {
    const sheet = await Case.with([send, receive]);
    const element = await place({ value: sheet.for(houkatsu), desk: houkatsu, mode: 'reply', now: hoursOn(4) });
    await choose(element, 'ask-back');
    await write(element, 'text', '主治医を教えてください');
    await sheet.and([houkatsu, 3, { type: 'accept' }]);
    element.value = sheet.for(houkatsu, 4);
    await element.updateComplete;
    expect(offered(element)).not.to.include('ask-back');
    expect(said(part(element, 'leftover'))).to.include('主治医を教えてください');
  });

  it('is kept when the same value comes again, and forgotten with another sheet', async () => {
    const value = (await Case.with([send, receive])).for(houkatsu);
    const element = await place({ value, desk: houkatsu, mode: 'reply' });
    await choose(element, 'ask-back');
    await write(element, 'text', 'ひとつ');
    element.value = structuredClone(value);
    await element.updateComplete;
    expect((one(element, '#reply-text') as HTMLTextAreaElement).value).to.equal('ひとつ');
    element.value = { ...value, sheet: { ...value.sheet, id: 'sheet-8' }, events: [] };
    await element.updateComplete;
    expect(all(element, '#reply-text, [part=leftover]')).to.have.length(0);
  });

  it('can be sent with the keyboard alone', async () => {
    const element = await at(houkatsu, [send, receive]);
    const heard = listen(element, 'tsunagu-referral-reply');
    one(element, 'input[value="accept"]')!.focus();
    await sendKeys({ press: 'ArrowDown' });
    await until(() => one(element, '#reply-text'), 'the field of the question');
    one(element, '#reply-text')!.focus();
    await sendKeys({ type: 'byo-in' });
    part(element, 'send')!.focus();
    await sendKeys({ press: 'Enter' });
    await until(() => heard.length, 'the reply');
    expect(heard[0]!.detail.action).to.deep.equal({ type: 'ask-back', text: 'byo-in' });
  });
});
