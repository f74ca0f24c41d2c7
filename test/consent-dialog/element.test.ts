/** What a person sees, from the explanation to the receipt, and what happens to strange data. */
import { expect, html } from '@open-wc/testing';
import type { ConsentDialog } from '@tsunagu/consent-dialog';
import { consentState, mayShare, verifyChain, type ConsentEvent, type RequestDraft } from '@tsunagu/schema/consent';
import '@tsunagu/core/define';
import { isSeen, until, watchPage } from '../core/page.js';
import {
  all,
  answer,
  city,
  focused,
  giveAll,
  native,
  one,
  opened,
  part,
  pick,
  place,
  press,
  record,
  request,
  said,
  shadow,
  title,
  tuesday,
  write,
} from './dialog.js';

const notice = (dialog: ConsentDialog): string => said(part(dialog, 'notice'));
const later = '2026-12-24T01:30:00Z';

/** A record in which everything is given. */
async function given(more: Partial<RequestDraft> = {}): Promise<readonly ConsentEvent[]> {
  const dialog = await opened({ request: request(more) });
  await giveAll(dialog);
  dialog.close();
  return dialog.record;
}

describe('the explanation', () => {
  it('says why, who, what, how long, how to take it back and that help goes on, before any answer', async () => {
    const dialog = await opened({ directory: city });
    const text = await until(() => notice(dialog).includes('地域包括支援センター') && notice(dialog), 'the names of the directory');
    expect(text).to.match(/1 .*2 .*3 .*4 .*5 .*6 /);
    for (const words of ['つなぐ小学校', 'お名前', '令和9年', '0743-74-1111', '福祉総務課の相談 花子さん', 'いつでも取りやめられます'])
      expect(text).to.include(words);
    const answers = part(dialog, 'answers')!;
    expect(part(dialog, 'notice')!.compareDocumentPosition(answers) & Node.DOCUMENT_POSITION_FOLLOWING).to.be.above(0);
    expect(said(one(dialog, '.decide h3'))).to.equal('7 決める');
    expect(said(part(dialog, 'contact'))).to.include('0743-74-1111');
    dialog.close();
  });

  it('takes names from the surrounding directory', async () => {
    const dialog = await place({}, (tag) => html`<tsunagu-directory .directory=${city}>${tag}</tsunagu-directory>`);
    await dialog.show();
    await until(() => notice(dialog).includes('つなぐ小学校'), 'the name of the school');
    dialog.close();
  });

  it('freezes exactly what was read', async () => {
    const dialog = await opened();
    const shown = [...part(dialog, 'notice')!.querySelectorAll('p, li, h3')].map((element) => said(element));
    await giveAll(dialog);
    const [asked] = dialog.record as [Extract<ConsentEvent, { type: 'requested' }>];
    const frozen = asked.request.notices[0]!;
    const lines = frozen.text
      .split('\n')
      .filter(Boolean)
      .map((each) => each.replace(/^・/, ''));
    expect(lines.slice(1)).to.deep.equal(shown);
    dialog.close();
  });

  it('shows a text that came with the question as it is, and freezes that', async () => {
    const text = 'わたしたちの市のことばです。\n<b>太字</b>《かっこ》';
    const dialog = await opened({ request: request({ notices: [{ version: 'city-1', language: 'ja', text }] }) });
    expect(part(dialog, 'notice')!.textContent).to.equal(text);
    expect(shadow(dialog).querySelector('b')).to.equal(null);
    await giveAll(dialog);
    const [asked] = dialog.record as [Extract<ConsentEvent, { type: 'requested' }>];
    expect(asked.request.notices.map(({ version }) => version)).to.deep.equal(['city-1']);
    dialog.close();
  });

  it('records the language that was read', async () => {
    const dialog = await opened();
    await press(
      dialog,
      all(dialog, '[part=language]').find((button) => said(button) === 'English'),
    );
    await until(() => native(dialog).lang === 'en', 'English');
    await giveAll(dialog);
    const [asked, answered] = dialog.record as [Extract<ConsentEvent, { type: 'requested' }>, Extract<ConsentEvent, { type: 'given' }>];
    expect(asked.request.notices.map(({ language }) => language)).to.deep.equal(['en']);
    expect(answered.expressed.language).to.equal('en');
    dialog.close();
  });
});

describe('deciding', () => {
  it('gives everything with a typed name, and hands out a receipt', async () => {
    const dialog = await opened({ directory: city });
    await answer(dialog, 'given');
    expect(title(dialog)).to.equal('「伝えてよい」を選びました');
    await pick(dialog, 'by', 'self');
    await pick(dialog, 'how', 'electronic');
    await until(() => one(dialog, '#signature-name'), 'the field for the signature');
    await write(dialog, '#signature-name', '生駒 太郎');
    await record(dialog);
    expect(title(dialog)).to.equal('「伝えてよい」と記録しました');
    const receipt = said(part(dialog, 'receipt'));
    expect(receipt).to.include('2026年11月24日（火） 10:30');
    expect(receipt).to.include('伝えてよいこと');
    expect(receipt, 'no name in what may be left lying about').not.to.include('生駒 太郎');
    expect(consentState(dialog.record, later).status).to.equal('given');
    expect((await verifyChain(dialog.record)).ok).to.equal(true);
    dialog.close();
  });

  it('gives one agency and not the other, in the person’s own reason', async () => {
    const dialog = await opened({ directory: city });
    await press(dialog, part(dialog, 'choose'));
    const [houkatsu, school] = all(dialog, '[part=group]');
    await press(dialog, houkatsu!.querySelector('input[value=given]'));
    await press(dialog, school!.querySelector('input[value=refused]'));
    await write(dialog, '#because-1', '学校には知られたくない');
    await press(dialog, part(dialog, 'proceed'));
    await pick(dialog, 'by', 'self');
    await pick(dialog, 'how', 'oral');
    await write(dialog, '#witness', '立会 次郎');
    await record(dialog);
    const cell = (agency: string) => ({ purpose: 'referral', agency, item: 'health' });
    expect(mayShare(dialog.record, cell('houkatsu'), later).may).to.equal(true);
    expect(mayShare(dialog.record, cell('school'), later).reason).to.equal('refused');
    expect(said(part(dialog, 'decided'))).to.match(/伝えてよいこと.*地域包括支援センター.*伝えないこと.*つなぐ小学校/);
    dialog.close();
  });

  it('opens an agency into its matters, and a matter into its agencies', async () => {
    const dialog = await opened({ directory: city });
    await press(dialog, part(dialog, 'choose'));
    await press(dialog, one(dialog, '.row .link'));
    const matters = all(dialog, '.single legend').map(said);
    expect(matters).to.have.length(3);
    expect(matters[0]).to.equal('お名前');
    await press(dialog, one(dialog, '.single input[value=given]'));
    expect(said(one(dialog, '.group .note'))).to.equal('伝えてよい 1・まだ 2');
    await press(dialog, all(dialog, '.tab')[1]);
    expect(said(one(dialog, '.group legend'))).to.equal('お名前');
    dialog.close();
  });

  it('says what is missing in a list that leads there, and takes the focus to it', async () => {
    const dialog = await opened();
    await answer(dialog, 'given');
    await record(dialog);
    expect(focused(dialog)).to.equal(part(dialog, 'summary'));
    expect(all(dialog, '[part=summary] li').map(said)).to.deep.equal([
      '決める人が、まだ選ばれていません',
      'どのように伝えたかが、まだ選ばれていません',
    ]);
    await press(dialog, all(dialog, '[part=summary] button')[1]);
    expect((focused(dialog) as HTMLInputElement).name).to.equal('how');
    expect(dialog.record).to.have.length(0);
    dialog.close();
  });

  it('shows what an agency will see before anything is recorded', async () => {
    const dialog = await opened({
      directory: city,
      document: { schemaVersion: '1.0', words: '家賃が払えません', contact: { name: '生駒 太郎' } },
    });
    await press(dialog, part(dialog, 'choose'));
    await press(dialog, one(dialog, '[part=group] input[value=given]'));
    await press(dialog, part(dialog, 'preview-button'));
    const preview = await until(() => part(dialog, 'preview'), 'the preview');
    expect(said(preview)).to.include('生駒 太郎');
    expect(said(preview)).not.to.include('家賃');
    expect(dialog.record).to.have.length(0);
    dialog.close();
  });
});

describe('taking back', () => {
  const shipments = [{ id: 's1', at: '2026-11-30T00:00:00Z', agency: 'school', purpose: 'referral', items: ['name'] }];

  it('one agency: shows who holds what, before and after', async () => {
    const dialog = await opened({ record: await given(), mode: 'withdraw', now: later, shipments, directory: city });
    await until(() => said(part(dialog, 'held')).includes('つなぐ小学校'), 'who holds what');
    await pick(dialog, 'scope', 'agency school');
    await pick(dialog, 'by', 'self');
    await pick(dialog, 'how', 'oral');
    await record(dialog);
    expect(title(dialog)).to.equal('取りやめました');
    expect(said(part(dialog, 'held'))).to.match(/つなぐ小学校.*11月30日.*お名前.*知らせる必要があります/);
    expect(mayShare(dialog.record, { purpose: 'referral', agency: 'school', item: 'name' }, later).may).to.equal(false);
    expect(mayShare(dialog.record, { purpose: 'referral', agency: 'houkatsu', item: 'name' }, later).may).to.equal(true);
    dialog.close();
  });

  it('is offered where consent stands, in the same dialog', async () => {
    const dialog = await opened({ record: await given(), now: later });
    expect(title(dialog)).to.equal('いま決まっていること');
    await press(dialog, part(dialog, 'take-back'));
    await until(() => one(dialog, 'input[name=scope]'), 'what to take back');
    expect(said(part(dialog, 'held')), 'nobody said what was sent').to.include('ここでは分かりません');
    dialog.close();
  });
});

describe('the dialog and the page', () => {
  it('opens and closes by its property, and is nothing while it is closed', async () => {
    const dialog = await place();
    expect(shadow(dialog).querySelector('dialog')).to.equal(null);
    dialog.open = true;
    await until(() => part(dialog, 'answers'), 'the answers');
    expect(dialog.hasAttribute('open')).to.equal(true);
    expect(native(dialog).matches(':modal')).to.equal(true);
    dialog.open = false;
    await dialog.updateComplete;
    expect(shadow(dialog).querySelector('dialog')).to.equal(null);
  });

  it('closed again before it is ready, it stays closed', async () => {
    const dialog = await place();
    const showing = dialog.show();
    dialog.close();
    await showing;
    expect([dialog.open, shadow(dialog).querySelector('dialog')]).to.deep.equal([false, null]);
  });

  it('keeps what was chosen when the record is replaced', async () => {
    const record = await given({ agencies: ['houkatsu'] });
    const dialog = await opened({ now: later });
    await answer(dialog, 'refused');
    await pick(dialog, 'by', 'self');
    dialog.record = record;
    await until(() => said(part(dialog, 'news')).includes('ほかで記録が書き足されました'), 'the news');
    expect((one(dialog, 'input[name=by][value=self]') as HTMLInputElement).checked).to.equal(true);
    dialog.close();
  });

  it('is calm about a record that was changed, and records nothing', async () => {
    const record = (await given()).map((event, index) => (index === 1 ? { ...event, note: 'changed' } : event));
    const dialog = await opened({ record, now: later });
    expect(said(part(dialog, 'obstacle'))).to.include('確かめられるまで、何も伝えず、何も記録しません');
    expect(part(dialog, 'answers')).to.equal(undefined);
    dialog.close();
  });

  it('tells the person when the page could not keep it, and gives it out again', async () => {
    const dialog = await opened();
    await giveAll(dialog);
    const again: ConsentEvent[][] = [];
    dialog.addEventListener('tsunagu-consent-decide', ({ detail }) => again.push(detail.events));
    dialog.showFailed();
    await dialog.updateComplete;
    expect(said(one(dialog, '[role=alert]'))).to.include('まだ保存できていません');
    await press(dialog, one(dialog, '[role=alert] button'));
    expect(again).to.deep.equal([[...dialog.record]]);
    expect(one(dialog, '.unsaved')).to.equal(undefined);
    dialog.close();
  });

  it('shows the worker which forum is open', async () => {
    const dialog = await opened({ record: await given({ purposes: ['plan-meeting'] }), mode: 'worker', now: later });
    await until(() => part(dialog, 'worker'), 'the panel');
    await pick(dialog, 'one-desk', 'no');
    expect(said(await until(() => part(dialog, 'forum'), 'the forum'))).to.include('重層的支援会議');
    dialog.close();
  });
});

describe('strange data', () => {
  const evil = '<img src=x onerror=alert(1)>"\'\u202E';

  it('shows an unknown id as it is', async () => {
    const dialog = await opened({ request: request({ agencies: ['nobody-knows'], items: ['name', 'shoe-size'] }), directory: city });
    expect(notice(dialog)).to.include('nobody-knows');
    expect(notice(dialog)).to.include('shoe-size');
    dialog.close();
  });

  it('takes names as text, and throws nothing', async () => {
    const watch = watchPage();
    try {
      const strange = { ...city, windows: [{ ...city.windows[1]!, name: evil }, city.windows[0]!] };
      const dialog = await opened({
        directory: strange,
        worker: { name: evil, section: evil },
        request: request({ askedBy: { name: '<i>x</i>' } }),
      });
      await answer(dialog, 'given');
      await pick(dialog, 'by', 'self');
      await pick(dialog, 'how', 'oral');
      await write(dialog, '#witness', evil);
      await record(dialog);
      expect(shadow(dialog).querySelector('img, i')).to.equal(null);
      expect(part(dialog, 'receipt')).not.to.equal(undefined);
      dialog.close();
      expect(watch.thrown).to.deep.equal([]);
    } finally {
      watch.stop();
    }
  });

  for (const [name, broken] of [
    ['nothing', null],
    ['no agencies', request({ agencies: [] })],
    ['a word', 'request'],
    ['everybody', request({ agencies: ['everyone'] })],
  ] as const)
    it(`says calmly that it cannot ask: ${name}`, async () => {
      const dialog = await opened({ request: broken as unknown as RequestDraft });
      expect(said(part(dialog, 'obstacle'))).not.to.equal('');
      expect(part(dialog, 'answers')).to.equal(undefined);
      await press(dialog, part(dialog, 'done'));
      expect(dialog.open).to.equal(false);
    });

  it('stays usable with 50 agencies and 25 matters', async () => {
    const agencies = Array.from({ length: 50 }, (_, index) => `agency-${index}`);
    const items = Array.from({ length: 25 }, (_, index) => `item-${index}`);
    const dialog = await opened({ request: request({ agencies, items }) });
    await press(dialog, part(dialog, 'choose'));
    expect(all(dialog, '[part=group]')).to.have.length(50);
    expect(all(dialog, 'input[type=radio]'), 'single matters wait').to.have.length(100);
    await press(
      dialog,
      all(dialog, '.row .link').find((button) => said(button) === 'ひとつずつ決める'),
    );
    expect(all(dialog, '.single')).to.have.length(25);
    await press(dialog, all(dialog, '[part=group]')[49]!.querySelector('input[value=given]'));
    all(dialog, '[part=group]')[25]!.scrollIntoView();
    const proceed = part(dialog, 'proceed')!.getBoundingClientRect();
    expect(proceed.bottom, 'the way on is always there').to.be.at.most(window.innerHeight);
    await press(dialog, part(dialog, 'proceed'));
    await pick(dialog, 'by', 'self');
    await pick(dialog, 'how', 'oral');
    await write(dialog, '#witness', '立会 次郎');
    await record(dialog);
    expect(consentState(dialog.record, later).cells.filter(({ state }) => state === 'given')).to.have.length(25);
    dialog.close();
  });

  it('lives with a clock that is none', async () => {
    const dialog = await opened({ now: 'yesterday' });
    expect(isSeen(part(dialog, 'answers'))).to.equal(true);
    dialog.close();
  });

  it('goes on when a translator has wrapped its text', async () => {
    const dialog = await opened();
    for (const text of all(dialog, 'h2, h3, p, span')) {
      const only = text.firstChild;
      if (only instanceof Text && !only.nextSibling) {
        const font = document.createElement('span');
        only.replaceWith(font);
        font.append(`T ${only.data}`);
      }
    }
    await answer(dialog, 'refused');
    expect(title(dialog)).to.equal('「伝えない」を選びました');
    dialog.close();
  });
});

it('passes axe on every page', async () => {
  const dialog = await opened({ directory: city, now: tuesday });
  await press(dialog, part(dialog, 'choose'));
  await press(dialog, one(dialog, '.row .link'));
  await press(dialog, one(dialog, 'input[value=refused]'));
  await expect(dialog).to.be.accessible();
  await answer(dialog, 'given');
  await pick(dialog, 'by', 'somebody');
  await pick(dialog, 'how', 'written');
  await record(dialog);
  await expect(dialog).to.be.accessible();
  dialog.close();
});
