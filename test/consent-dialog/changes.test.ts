/** Changing one’s mind on the screen: cell by cell, for longer, and once more after the time was over. */
import { expect } from '@open-wc/testing';
import { mayShare, type ConsentEvent, type RequestDraft } from '@tsunagu/schema/consent';
import { until } from '../core/page.js';
import {
  all,
  answer,
  city,
  focused,
  giveAll,
  listen,
  one,
  opened,
  part,
  pick,
  press,
  record,
  request,
  said,
  title,
  write,
} from './dialog.js';

const later = '2026-12-24T01:30:00Z';
const shipments = [{ id: 's1', at: '2026-11-30T00:00:00Z', agency: 'school', purpose: 'referral', items: ['name', 'health'] }];

async function given(more: Partial<RequestDraft> = {}): Promise<readonly ConsentEvent[]> {
  const dialog = await opened({ request: request(more) });
  await giveAll(dialog);
  dialog.close();
  return dialog.record;
}

describe('taking back cell by cell', () => {
  it('opens what is given, nothing ticked, and gives the page an event with who holds what', async () => {
    const heard = listen('tsunagu-consent-withdraw');
    const dialog = await opened({ record: await given(), mode: 'withdraw', now: later, shipments, directory: city });
    expect(all(dialog, 'input[type=checkbox]')).to.have.length(0);
    await pick(dialog, 'scope', 'cells');
    const boxes = all(dialog, 'input[type=checkbox]') as HTMLInputElement[];
    expect(boxes).to.have.length(6);
    expect(boxes.some(({ checked }) => checked)).to.equal(false);
    await press(dialog, one(dialog, '[value="referral school health"]'));
    await pick(dialog, 'by', 'self');
    await pick(dialog, 'how', 'oral');
    await expect(dialog).to.be.accessible();
    await record(dialog);
    expect(title(dialog)).to.equal('選んだものを取りやめました');
    expect(said(part(dialog, 'held'))).to.match(/つなぐ小学校.*健康のこと.*知らせる必要があります/);
    expect(heard.map(({ detail }) => [detail.events.map(({ type }) => type), detail.reach?.map(({ agency }) => agency)])).to.deep.equal([
      [['narrowed'], ['school']],
    ]);
    expect(mayShare(dialog.record, { purpose: 'referral', agency: 'school', item: 'health' }, later).may).to.equal(false);
    expect(mayShare(dialog.record, { purpose: 'referral', agency: 'school', item: 'name' }, later).may).to.equal(true);
    dialog.close();
  });

  it('says what is missing where nothing was ticked, and leads there', async () => {
    const dialog = await opened({ record: await given(), mode: 'withdraw', now: later });
    await pick(dialog, 'scope', 'cells');
    await record(dialog);
    expect(focused(dialog)).to.equal(part(dialog, 'summary'));
    expect(said(part(dialog, 'summary'))).to.include('取りやめるものが、まだ選ばれていません');
    dialog.close();
  });

  it('is not offered where one cell is all there is', async () => {
    const one = { agencies: ['school'], items: ['name'] };
    const dialog = await opened({ record: await given(one), mode: 'withdraw', now: later });
    expect(all(dialog, '[name=scope]').map((radio) => (radio as HTMLInputElement).value)).to.deep.equal(['all']);
    dialog.close();
  });
});

describe('a longer time', () => {
  it('is offered where a day ends it, says what it is for and until when, and asks who decides', async () => {
    const heard = listen('tsunagu-consent-decide');
    const dialog = await opened({ record: await given(), request: undefined, now: later, directory: city });
    await press(dialog, part(dialog, 'extend'));
    expect(title(dialog)).to.equal('伝えてよい期間を延ばします');
    expect(said(part(dialog, 'decided'))).to.include('つなぐ小学校');
    expect(said(one(dialog, '.page'))).to.include('いまは、2027年3月31日（水）までです。');
    expect(all(dialog, 'input').some((field) => (field as HTMLInputElement).checked)).to.equal(false);
    await pick(dialog, 'ends', 'date');
    await write(dialog, '#newEnd', '2027-09-30');
    await pick(dialog, 'by', 'self');
    await pick(dialog, 'how', 'oral');
    await write(dialog, '#witness', '立会 次郎');
    await expect(dialog).to.be.accessible();
    await record(dialog);
    expect(title(dialog)).to.equal('伝えてよい期間を延ばしました');
    expect(said(part(dialog, 'decided'))).to.include('2027年9月30日（木）まで');
    const { events, state } = heard.at(-1)!.detail;
    expect([events.map(({ type }) => type), state.status]).to.deep.equal([['renewed'], 'renewed']);
    dialog.close();
  });

  it('goes back without a trace', async () => {
    const dialog = await opened({ record: await given(), now: later });
    await press(dialog, part(dialog, 'extend'));
    await press(dialog, part(dialog, 'back'));
    expect(title(dialog)).to.equal('いま決まっていること');
    expect(dialog.record).to.have.length(2);
    dialog.close();
  });

  it('is asked for anew once it is over: a new end, the explanation with it, and an answer of its own', async () => {
    const over = await given({ period: { until: 'date', date: '2026-12-01' } });
    const dialog = await opened({ record: over, request: undefined, now: later, directory: city });
    expect(said(part(dialog, 'decided')), 'what is over is said').to.match(/期限が過ぎたこと・終わったこと.*つなぐ小学校/);
    expect(part(dialog, 'extend')).to.equal(undefined);
    await press(dialog, part(dialog, 'ask-anew'));
    expect(title(dialog)).to.equal('もう一度決める');
    await press(dialog, part(dialog, 'proceed'));
    await until(() => focused(dialog) === part(dialog, 'summary'), 'what is missing');
    await pick(dialog, 'ends', 'date');
    await write(dialog, '#newEnd', '2027-06-30');
    await expect(dialog).to.be.accessible();
    await press(dialog, part(dialog, 'proceed'));
    await until(() => part(dialog, 'answers'), 'the answers');
    expect(said(part(dialog, 'notice'))).to.include('令和9年（2027年）6月30日（水）まで');
    await answer(dialog, 'refused');
    await pick(dialog, 'by', 'self');
    await pick(dialog, 'how', 'oral');
    await record(dialog);
    expect(dialog.record.map(({ type }) => type)).to.deep.equal(['requested', 'given', 'requested', 'refused']);
    dialog.close();
  });
});
