/** What a vendor receives. */
import { expect } from '@open-wc/testing';
import { ConsentDecideEvent, ConsentErrorEvent, ConsentWithdrawEvent } from '@tsunagu/consent-dialog';
import { acceptEvent, type ConsentEvent } from '@tsunagu/schema/consent';
import { answer, giveAll, listen, opened, part, pick, press, record, request } from './dialog.js';

const later = '2026-12-24T01:30:00Z';

describe('tsunagu-consent-decide', () => {
  it('bubbles out of shadow roots with the record, what is new in it, and the state; the element has it already', async () => {
    const heard = listen('tsunagu-consent-decide');
    const dialog = await opened();
    await giveAll(dialog);
    expect(heard).to.have.length(1);
    const event = heard[0]!;
    expect(event).to.be.instanceOf(ConsentDecideEvent);
    expect([event.bubbles, event.composed, event.target]).to.deep.equal([true, true, dialog]);
    const { record: whole, events, state } = event.detail;
    expect(whole).to.deep.equal(dialog.record);
    expect(events).to.deep.equal(whole);
    expect(events.map(({ type }) => type)).to.deep.equal(['requested', 'given']);
    expect(state.status).to.equal('given');
    dialog.close();
  });

  it('carries events that a server takes one by one', async () => {
    const heard = listen('tsunagu-consent-decide');
    const dialog = await opened();
    await giveAll(dialog);
    dialog.close();
    let kept: ConsentEvent[] = [];
    for (const event of heard[0]!.detail.events) {
      const result = await acceptEvent(kept, JSON.parse(JSON.stringify(event)) as ConsentEvent, { now: later });
      expect(result.ok).to.equal(true);
      if (result.ok) kept = result.events;
    }
    expect(kept).to.have.length(2);
  });

  it('comes for a no and a pause as well', async () => {
    const heard = listen('tsunagu-consent-decide');
    for (const kind of ['refused', 'deferred'] as const) {
      const dialog = await opened();
      await answer(dialog, kind);
      if (kind === 'refused') {
        await pick(dialog, 'by', 'self');
        await pick(dialog, 'how', 'oral');
      }
      await pick(dialog, 'reAsk', 'never');
      await record(dialog);
      dialog.close();
    }
    expect(heard.map(({ detail }) => [detail.state.status, detail.state.reAskAfter])).to.deep.equal([
      ['refused', 'never'],
      ['deferred', 'never'],
    ]);
  });

  it('comes once, however often the last button is pressed', async () => {
    const heard = listen('tsunagu-consent-decide');
    const dialog = await opened();
    await answer(dialog, 'deferred');
    const button = part(dialog, 'record')!;
    button.click();
    button.click();
    await record(dialog);
    expect(heard).to.have.length(1);
    dialog.close();
  });

  it('never comes once the dialog is closed, even while it was recording', async () => {
    const heard = listen('tsunagu-consent-decide');
    const dialog = await opened();
    await answer(dialog, 'deferred');
    part(dialog, 'record')!.click();
    dialog.close();
    // A second sitting takes longer than what was left of the first.
    await dialog.show();
    await answer(dialog, 'deferred');
    expect(heard).to.have.length(0);
    expect(dialog.record).to.have.length(0);
    dialog.close();
  });
});

describe('tsunagu-consent-withdraw', () => {
  it('carries who has to be told', async () => {
    const dialog = await opened();
    await giveAll(dialog);
    dialog.close();
    const heard = listen('tsunagu-consent-withdraw');
    Object.assign(dialog, {
      mode: 'withdraw',
      now: later,
      shipments: [{ id: 's1', at: '2026-11-30T00:00:00Z', agency: 'school', purpose: 'referral', items: ['name'] }],
    });
    await dialog.show();
    await pick(dialog, 'scope', 'all');
    await pick(dialog, 'by', 'self');
    await pick(dialog, 'how', 'electronic');
    await record(dialog);
    expect(heard[0]).to.be.instanceOf(ConsentWithdrawEvent);
    const { reach, events, state } = heard[0]!.detail;
    expect(reach?.map(({ agency, toAsk }) => [agency, toAsk])).to.deep.equal([['school', true]]);
    expect(events.map(({ type }) => type)).to.deep.equal(['withdrawn']);
    expect(state.status).to.equal('withdrawn');
    dialog.close();
  });
});

describe('tsunagu-consent-error', () => {
  it('says why nothing can be asked', async () => {
    const heard = listen('tsunagu-consent-error');
    const dialog = await opened({ request: request({ agencies: ['everyone'] }) });
    expect(heard).to.have.length(1);
    expect(heard[0]).to.be.instanceOf(ConsentErrorEvent);
    expect(heard[0]!.detail.reason).to.equal('request');
    await press(dialog, part(dialog, 'done'));
  });

  it('names nobody when a record is broken', async () => {
    const heard = listen('tsunagu-consent-error');
    const first = await opened({ subject: { ref: 'case-7-a', name: '生駒 太郎' } });
    await giveAll(first);
    first.close();
    const dialog = await opened({ record: first.record.slice(1), now: later });
    expect(heard.map(({ detail }) => detail.reason)).to.deep.equal(['broken']);
    expect(heard[0]!.detail.message).not.to.include('生駒');
    dialog.close();
  });
});
