/** What each desk reads: the sheet as it has it, where it stands, whose turn it is, what happened, and nothing it was not handed. */
import { expect } from '@open-wc/testing';
import type { ReferralSheetElement } from '@tsunagu/referral-sheet';
import type { ReferralSheet } from '@tsunagu/schema/referral';
import { until } from '../core/page.js';
import {
  accept,
  all,
  Case,
  consents,
  coordinator,
  hoursOn,
  houkatsu,
  part,
  parts,
  place,
  receive,
  said,
  send,
  sender,
  shadow,
  shakyo,
  sheetOf,
  takenBack,
} from './scene.js';

const text = (element: ReferralSheetElement): string => said(shadow(element).querySelector('.sheet'));
const titles = (element: ReferralSheetElement): string[] => parts(element, 'section-title').map(said);

describe('the sheet as it is read', () => {
  it('has its nine sections in order, worries with ○ and ◎, and no row for what is not there', async () => {
    const { sheet, events } = (await Case.with([send])).for(sender);
    const element = await place({ value: { sheet, events }, desk: sender });
    await until(() => part(element, 'topics'), 'the names of the worries');
    expect(titles(element)).to.deep.equal([
      '1 本人のことば',
      '2 いま困っていること',
      '3 世帯',
      '4 聞いたこと',
      '5 これまでの対応',
      '6 お願いしたいこと',
      '7 気をつけること',
      '8 同意または根拠',
      '9 返信欄',
    ]);
    const worries = [...part(element, 'topics')!.querySelectorAll('li')].map(said);
    expect(worries[0]).to.match(/^◎ いちばん困っていること 介護$/);
    expect(worries.slice(1).every((worry) => worry.startsWith('○'))).to.equal(true);
    for (const words of ['山本 和子', '昭和16年（1941年）2月28日', '近所の人には知られたくない', '52歳', '留守番電話', '残さない'])
      expect(text(element)).to.include(words);
    expect(text(element)).not.to.match(/undefined|null|NaN|\[object/);
    const labels = all(element, 'dt').map(said);
    for (const label of ['町名', '呼び名', '添付', 'メール']) expect(labels).not.to.include(label);
  });

  it('keeps sections whose silence says something, and leaves out the others', async () => {
    const { id, from, to, coordinator: by, basis, salt, createdAt, schemaVersion } = sheetOf();
    const least = { id, from, to, coordinator: by, basis, salt, createdAt, schemaVersion, person: { ref: 'case-7-a' } } as ReferralSheet;
    const element = await place({ value: { sheet: least, events: [] }, desk: sender });
    expect(titles(element).map((title) => title[0])).to.deep.equal(['1', '2', '6', '7', '8', '9']);
    expect(all(element, '#words .note').map(said)).to.deep.equal(['書かれていません']);
  });

  it('tells from whom to whom, with telephone, FAX and open state from the directory', async () => {
    const element = await place({ value: (await Case.with([send])).for(houkatsu), desk: houkatsu });
    const cards = parts(element, 'desk').map(said);
    expect(cards[0]).to.match(
      /^つなぎ元 生駒市くらしとしごと支援センター 自立相談支援 相談 花子 電話 0120-883-132 FAXの情報がありません 開いています/,
    );
    expect(cards[1]).to.match(/^つなぎ先 フォレスト地域包括支援センター 電話 0743-78-4888 FAX 0743-78-1640 開いています/);
    expect(parts(element, 'phone').map((link) => link.getAttribute('href'))).to.include('tel:0743-78-4888');
  });

  it('shows a desk by its id when no directory is there', async () => {
    const value = (await Case.with([send])).for(houkatsu);
    const { name: _name, ...from } = value.sheet.from;
    const element = await place({ value: { ...value, sheet: { ...value.sheet, from } } });
    element.directory = undefined;
    await until(() => said(parts(element, 'desk')[0]).includes(sender), 'the id');
  });
});

describe('where it stands', () => {
  const standing = async (desk: string, steps: Parameters<typeof Case.with>[0], hours = 3): Promise<string> => {
    const element = await place({ value: (await Case.with(steps)).for(desk, hours), desk, now: hoursOn(hours) });
    return ['turn', 'stands', 'due'].map((name) => said(part(element, name))).join(' | ');
  };

  it('a draft is nobody’s turn yet', async () => {
    expect(await standing(sender, [])).to.equal(' | 下書きです。まだ送っていません | ');
  });
  it('sent: the turn is the receiver’s, with the business days left', async () => {
    expect(await standing(houkatsu, [send])).to.equal(
      'いまは、この窓口の番です | 送りました。受け取りを待っています | 返信期限まで あと3営業日',
    );
    expect(await standing(sender, [send])).to.match(/^いまは、フォレスト地域包括支援センターの番です/);
  });
  it('on the last day it is due today, after it it is late, and the coordinator was told', async () => {
    expect(await standing(houkatsu, [send], 72)).to.match(/返信期限は今日です$/);
    expect(await standing(houkatsu, [send], 96)).to.match(/期限を過ぎました$/);
    const late = await standing(
      sender,
      [send, ['clock', 24 * 7, { type: 'mark-overdue' }], ['clock', 24 * 7, { type: 'escalate' }]],
      24 * 9,
    );
    expect(late).to.match(/生駒市役所庁内の番です/);
    expect(late).to.match(/調整担当にも知らせました$/);
  });
  it('received it waits for the reply', async () => {
    expect(await standing(houkatsu, [send, receive])).to.include('| 受け取りました返事を待っています |');
  });
  it('asked back it is the sender’s turn; reported too; closed it has ended', async () => {
    const ask = [houkatsu, 2, { type: 'ask-back', text: '主治医はいますか' }] as const;
    expect(await standing(sender, [send, receive, ask])).to.match(/^いまは、この窓口の番です \| 聞き返しています/);
    const report = [houkatsu, 3, { type: 'report', outcome: 'no-contact' }] as const;
    expect(await standing(sender, [send, receive, accept, report])).to.match(/結果の報告がありました/);
    expect(await standing(sender, [send, receive, accept, report, [sender, 3, { type: 'close' }]])).to.equal(
      'このシートは終わっています | 終わりました | ',
    );
  });
});

describe('what happened so far', () => {
  it('tells each step with desk, worker, time in Tokyo, reason and the words that are open to this desk', async () => {
    const steps = [send, receive, [houkatsu, 2, { type: 'return', reason: 'area', text: '担当地域がちがいます' }]] as const;
    const element = await place({ value: (await Case.with(steps)).for(sender), desk: sender });
    const [first, second, third] = parts(element, 'entry').map(said);
    expect(first).to.match(/^11月24日（火）10:00 送りました 生駒市くらしとしごと支援センター（相談 花子）/);
    expect(first).to.match(/フォレスト地域包括支援センターに伝えたもの：本人のことば、困っていること/);
    expect(second).to.match(/11:00 受け取りました フォレスト地域包括支援センター（包括 太郎）/);
    expect(third).to.match(/調整担当に戻しました .*理由 住んでいる所が担当地域ではない .*担当地域がちがいます/);
  });

  it('does not hint at what is closed to a desk', async () => {
    const steps = [
      send,
      receive,
      [houkatsu, 2, { type: 'pass-on', to: { agency: shakyo }, reason: 'scheme', toPerson: '社協からお電話します' }],
    ] as const;
    const value = (await Case.with(steps)).for(shakyo);
    const closed = value.events.flatMap(({ parts: each = [] }) => each).filter(({ open }) => !open).length;
    expect(closed).to.be.above(0);
    const element = await place({ value, desk: shakyo });
    expect(parts(element, 'entry').map(said).join()).not.to.match(/フォレスト地域包括支援センターに伝えた|非公開|閉じ/);
  });

  it('shows nothing of what the person kept back, in any mode', async () => {
    const kept = await Case.with([]);
    kept.consents = await consents((item) => item !== 'health' && item !== 'wishes');
    const value = (await kept.and(send)).for(houkatsu);
    for (const mode of ['view', 'reply', 'edit'] as const) {
      const element = await place({ value, desk: houkatsu, mode });
      expect(text(element)).not.to.match(/眠れない|腰痛|暮らし続けたい|近所の人には/);
      expect(element.toJSON()).to.deep.equal(value);
    }
  });
});

describe('a record that cannot be trusted', () => {
  const errors = (element: HTMLElement): string[] => {
    const heard: string[] = [];
    element.addEventListener('tsunagu-referral-error', ({ detail }) => heard.push(detail.reason));
    return heard;
  };

  it('a gap is said calmly, with whom to ask, and no reply can be made', async () => {
    const value = (await Case.with([send, receive])).for(houkatsu);
    const element = await place({ value: { ...value, events: value.events.slice(1) }, desk: houkatsu, mode: 'reply' });
    expect(said(part(element, 'unsure'))).to.match(
      /記録を確かめてください .*お確かめ先 生駒市くらしとしごと支援センター 電話 0120-883-132/,
    );
    expect(part(element, 'send')).to.equal(undefined);
  });

  it('a changed word is found by its hash', async () => {
    const value = structuredClone((await Case.with([send, receive, accept])).for(sender)) as unknown as {
      sheet: ReferralSheet;
      events: { parts?: { open?: { nextStep?: string } }[] }[];
    };
    const said_ = value.events.flatMap(({ parts: each = [] }) => each).find(({ open }) => open?.nextStep);
    said_!.open!.nextStep = '何もしません。';
    const element = await place({ desk: sender, mode: 'reply' });
    const heard = errors(element);
    element.value = value as never;
    await until(() => part(element, 'unsure'), 'the notice');
    expect(heard).to.deep.equal(['record']);
    expect(part(element, 'choice')).to.equal(undefined);
  });

  it('what is no sheet at all is said so, told once, and never thrown', async () => {
    for (const value of [{}, { sheet: {}, events: [] }, { sheet: sheetOf(), events: [null] }, { sheet: sheetOf(), events: 'x' }, 7]) {
      const element = await place({ desk: sender });
      const heard = errors(element);
      element.value = value as never;
      await element.updateComplete;
      expect(text(element)).to.include('このシートを読み取れませんでした');
      expect(heard).to.deep.equal(['invalid']);
    }
  });
});

describe('when consent was taken back', () => {
  const stopped = [send, receive, [sender, 5, { type: 'withdraw-consent' }]] as const;

  it('the sender reads who holds what and who has not answered', async () => {
    const element = await place({ value: (await Case.with(stopped)).for(sender, 6), desk: sender, now: hoursOn(6) });
    expect(said(part(element, 'stopped'))).to.match(/本人が同意を取りやめました/);
    expect(parts(element, 'held').map(said)).to.have.length(1);
    expect(said(part(element, 'held'))).to.match(/^フォレスト地域包括支援センター（本人のことば、.*）：対応の記録を待っています$/);
  });

  it('a desk that has it reads what is left to do, until it has said so', async () => {
    const sheet = await Case.with(stopped);
    const element = await place({ value: sheet.for(houkatsu, 6), desk: houkatsu, mode: 'reply', now: hoursOn(6) });
    expect(said(part(element, 'stopped'))).to.include('消すか、つなぎ元に返してください');
    expect(part(element, 'held')).to.equal(undefined);
    await sheet.and([houkatsu, 6, { type: 'acknowledge', did: 'deleted' }]);
    element.value = sheet.for(houkatsu, 7);
    element.now = hoursOn(7);
    await element.updateComplete;
    expect(said(part(element, 'stopped'))).not.to.include('消すか');
  });

  it('before it is stopped, the sender alone is told to stop it', async () => {
    const sheet = await Case.with([send, receive]);
    const consent = await takenBack(sheet.consents, hoursOn(4));
    const element = await place({ value: sheet.for(sender), consent, desk: sender, mode: 'reply', now: hoursOn(5) });
    await until(() => part(element, 'withdrawn'), 'the notice');
    const offered = all(element, 'input[name=reply-action]').map((radio) => (radio as HTMLInputElement).value);
    expect(offered).to.deep.equal(['withdraw-consent', 'cancel']);
    expect(coordinator).to.not.equal(sender);
  });
});
