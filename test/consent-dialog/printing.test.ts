/** Printing from the dialog: the copy, the form for a pen, and what is said where nothing can be printed. */
import { expect, html } from '@open-wc/testing';
import type { ConsentDialog } from '@tsunagu/consent-dialog';
import type { ConsentEvent, RequestDraft } from '@tsunagu/schema/consent';
import type { Directory } from '@tsunagu/schema/directory';
import '@tsunagu/core/define';
import { until } from '../core/page.js';
import { answer, city, giveAll, listen, native, one, opened, part, pick, place, press, record, request, said } from './dialog.js';

const later = '2026-12-24T01:30:00Z';
const { print } = window;
let printed: string[];

/** A browser that prints, and one in which it is not allowed. */
const prints = (): void => {
  printed.push(said(document.querySelector('tsunagu-print')!.shadowRoot));
  for (const type of ['beforeprint', 'afterprint']) window.dispatchEvent(new Event(type));
};
const refuses = (): void => {
  throw new Error('sandboxed');
};

const note = (dialog: ConsentDialog): string => said(one(dialog, '.news:not([part])'));

async function decided(kind: 'given' | 'refused', more: Partial<RequestDraft> = {}): Promise<readonly ConsentEvent[]> {
  const dialog = await opened({ request: request(more) });
  if (kind === 'given') await giveAll(dialog);
  else {
    await answer(dialog, 'refused');
    await pick(dialog, 'by', 'self');
    await pick(dialog, 'how', 'oral');
    await pick(dialog, 'reAsk', 'never');
    await record(dialog);
  }
  dialog.close();
  return dialog.record;
}

beforeEach(() => {
  printed = [];
  window.print = prints;
});
afterEach(() => {
  window.print = print;
  expect(document.querySelector('tsunagu-print'), 'nothing is left on the page').to.equal(null);
});

describe('the copy', () => {
  for (const [language, words] of [
    ['ja', 'この端末では印刷できませんでした。番号を書き写すか、窓口で控えをもらえます。'],
    ['ja-x-easy', 'できませんでした。'],
    ['en', 'This device could not print. You can write down the numbers above'],
  ] as const)
    it(`says calmly that this device cannot print, and what helps: ${language}`, async () => {
      const dialog = await place({ lang: language });
      await dialog.show();
      await giveAll(dialog);
      await until(() => part(dialog, 'print'), 'the button');
      if (language === 'en') await until(() => native(dialog).lang === 'en', 'English');
      if (language === 'ja-x-easy') await until(() => one(dialog, 'ruby'), 'readings');
      expect(note(dialog)).to.equal('');
      window.print = refuses;
      await press(dialog, part(dialog, 'print'));
      expect(await until(() => note(dialog), 'a sentence')).to.include(words);
      expect(part(dialog, 'receipt'), 'the numbers stay').not.to.equal(undefined);
      window.print = prints;
      await press(dialog, part(dialog, 'print'));
      await until(() => printed.length === 1 && note(dialog) === '', 'the sentence to go');
      dialog.close();
    });

  it('says so where a browser has no printing, and not for a print that another one ended', async () => {
    const dialog = await opened();
    await giveAll(dialog);
    const calls: number[] = [];
    // Its window stays open.
    window.print = () => void calls.push(1);
    await press(dialog, part(dialog, 'print'));
    await until(() => calls.length === 1, 'the first print');
    window.print = prints;
    await press(dialog, part(dialog, 'print'));
    await until(() => printed.length === 1, 'the second print');
    await dialog.updateComplete;
    expect(note(dialog)).to.equal('');
    Object.assign(window, { print: undefined });
    await press(dialog, part(dialog, 'print'));
    await until(() => note(dialog), 'a sentence');
    dialog.close();
  });
});

describe('printPaper()', () => {
  it('prints once what would be asked, while the dialog is closed', async () => {
    const dialog = await place({ directory: city });
    expect(await dialog.printPaper()).to.equal(true);
    expect(printed).to.have.length(1);
    for (const words of ['地域包括支援センター', 'つなぐ小学校', '令和9年', '0743-74-1111', '7 決める', '10 '])
      expect(printed[0]).to.include(words);
    expect([dialog.open, dialog.record.length]).to.deep.equal([false, 0]);
  });

  it('waits for names that are on their way, and speaks the language of the page', async () => {
    const dialog = await place({}, (tag) => html`<tsunagu-directory lang="en" .directory=${city}>${tag}</tsunagu-directory>`);
    expect(await dialog.printPaper()).to.equal(true);
    expect(printed[0]).to.include('地域包括支援センター');
    expect(printed[0]).to.include('7 Decide');
  });

  it('prints the question that is open in the record, with the text and the number it has there', async () => {
    const text = 'わたしたちの市のことばです。';
    const asked = request({ agencies: ['school'], notices: [{ version: 'city-1', language: 'ja', text }] });
    const whole = await (async () => {
      const dialog = await opened({ request: asked });
      await giveAll(dialog);
      dialog.close();
      return dialog.record;
    })();
    const dialog = await place({ record: whole.slice(0, 1), directory: city });
    expect(await dialog.printPaper()).to.equal(true);
    expect(printed[0]).to.include(text);
    expect(printed[0]).to.include(whole[0]!.record);
    expect(printed[0]).to.include('つなぐ小学校');
    expect(printed[0]).not.to.include('地域包括支援センター');
  });

  it('prints for a person who is not to be asked, for the day they speak of it, and for what stands already', async () => {
    for (const kind of ['refused', 'given'] as const) {
      const dialog = await place({ record: await decided(kind), now: later, directory: city });
      expect(await dialog.printPaper(), kind).to.equal(true);
    }
    expect(printed).to.have.length(2);
    const remark = 'ご本人の希望により、こちらからはお聞きしません。お話があったときに決めます。';
    expect(printed[0], 'whoever carries it reads first that they must not begin').to.match(new RegExp(`^${remark}`));
    expect(printed[1]).not.to.include('ご本人の希望により');
  });

  it('prints nothing that may not be asked, and tells the page why', async () => {
    const heard = listen('tsunagu-consent-error');
    const changed = (await decided('given')).map((event, index) => (index === 1 ? { ...event, note: 'changed' } : event));
    for (const [reason, more] of [
      ['nothing', { request: undefined }],
      ['request', { request: request({ agencies: ['everyone'] }) }],
      ['broken', { record: changed, now: later }],
    ] as const) {
      const dialog = await place(more);
      expect(await dialog.printPaper(), reason).to.equal(false);
      expect(heard.at(-1)!.detail.reason).to.equal(reason);
    }
    expect([heard.length, printed.length]).to.deep.equal([3, 0]);
  });

  it('is false where this device cannot print', async () => {
    window.print = refuses;
    const dialog = await place();
    expect(await dialog.printPaper()).to.equal(false);
  });
});

describe('the worker’s button for paper', () => {
  const named = {
    ...city,
    windows: city.windows.map((desk) => ({ ...desk, name: { ja: desk.name, en: `${desk.id} desk` } })),
  } as Directory;

  for (const [language, button, names] of [
    ['ja', '紙に印刷して聞く', ['地域包括支援センター', 'つなぐ小学校']],
    ['ja-x-easy', '印刷', ['地域包括支援センター', 'つなぐ小学校']],
    ['en', 'Ask on paper: print the form', ['houkatsu desk', 'school desk']],
  ] as const)
    it(`prints the request once, in the language that is read: ${language}`, async () => {
      const dialog = await place({ lang: language, mode: 'worker', directory: named });
      await dialog.show();
      await until(() => language === 'ja' || one(dialog, language === 'en' ? 'dialog[lang=en]' : 'ruby'), language);
      expect(said(await until(() => part(dialog, 'paper-button'), 'the button'))).to.include(button);
      await press(dialog, part(dialog, 'paper-button'));
      await until(() => printed.length, 'the print');
      expect(printed).to.have.length(1);
      for (const name of names) expect(printed[0]).to.include(name);
      expect(note(dialog)).to.equal('');
      expect(dialog.record).to.have.length(0);
      dialog.close();
    });

  it('says it when nothing came out of the printer', async () => {
    window.print = refuses;
    const dialog = await opened({ mode: 'worker' });
    await press(dialog, await until(() => part(dialog, 'paper-button'), 'the button'));
    expect(await until(() => note(dialog), 'a sentence')).to.equal(
      'この端末では印刷できませんでした。印刷できる端末で、もう一度お試しください。',
    );
    dialog.close();
  });

  it('is not there where there is nothing to ask', async () => {
    const dialog = await opened({ mode: 'worker', request: undefined, record: await decided('given'), now: later });
    await until(() => part(dialog, 'worker'), 'the panel');
    expect(part(dialog, 'paper-button')).to.equal(undefined);
    dialog.close();
  });
});
