/** The element while a desk writes: a page that gives a newer sheet meanwhile, a page that moves it, files chosen by a button of its own. */
import { expect, fixture, html } from '@open-wc/testing';
import type { ReferralSheetElement } from '@tsunagu/referral-sheet';
import '@tsunagu/referral-sheet/define';
import type { ReferralSheet } from '@tsunagu/schema/referral';
import { until } from '../core/page.js';
import { consents, hoursOn, ikoma, listen, one, part, parts, press, said, sender, shadow, sheetOf } from './scene.js';

const copy = <Value>(value: Value): Value => JSON.parse(JSON.stringify(value)) as Value;

async function editing(sheet: ReferralSheet = sheetOf()): Promise<ReferralSheetElement> {
  const home = await fixture<HTMLElement>(html`<div><tsunagu-referral-sheet mode="edit"></tsunagu-referral-sheet></div>`);
  const element = home.querySelector('tsunagu-referral-sheet')!;
  const given = { now: hoursOn(3), directory: await ikoma(), desk: sender, consent: await consents(), value: { sheet, events: [] } };
  Object.assign(element, given);
  await until(() => part(element, 'edit'), 'the writing');
  return element;
}

const field = (element: ReferralSheetElement, pointer: string): HTMLTextAreaElement =>
  one(element, `[data-at="${pointer}"]`) as HTMLTextAreaElement;

async function open(element: ReferralSheetElement, section: string): Promise<void> {
  await press(element, one(element, `#section-${section} [part=section-button]`));
}

function type(element: ReferralSheetElement, pointer: string, text: string): HTMLTextAreaElement {
  const input = field(element, pointer);
  input.focus();
  input.value = text;
  input.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
  return input;
}

const give = async (element: ReferralSheetElement, more: Partial<ReferralSheet>): Promise<void> => {
  element.value = { sheet: copy({ ...element.value!.sheet, ...more }), events: [] };
  await element.updateComplete;
};
/** A field is left, so that the page hears at once. */
const leave = (input: HTMLElement): void => {
  input.dispatchEvent(new Event('change', { bubbles: true }));
  input.blur();
};

describe('a newer sheet of the page, while somebody writes', () => {
  it('is taken over where nothing was written here, and the page hears of both', async () => {
    const element = await editing();
    const told = listen(element, 'tsunagu-referral-change');
    await open(element, 'words');
    const words = type(element, '/words', '母と暮らしたい。');
    await give(element, { wishes: '施設も見てみたい。', urgency: 'today' });
    expect(field(element, '/wishes').value).to.equal('施設も見てみたい。');
    expect([words.value, shadow(element).activeElement]).to.deep.equal(['母と暮らしたい。', words]);
    expect(parts(element, 'elsewhere')).to.deep.equal([]);
    leave(words);
    const { sheet, elsewhere } = told.at(-1)!.detail;
    expect([sheet.words, sheet.wishes, sheet.urgency, elsewhere]).to.deep.equal([
      '母と暮らしたい。',
      '施設も見てみたい。',
      'today',
      undefined,
    ]);
    expect(element.toJSON()!.sheet).to.deep.equal(sheet);
  });

  it('leaves what was written here; one sentence says where, the page is told what it had, and either can be taken', async () => {
    const element = await editing();
    const told = listen(element, 'tsunagu-referral-change');
    await open(element, 'words');
    const wishes = type(element, '/wishes', '家で暮らしたい。');
    await give(element, { wishes: '施設も見てみたい。', refuses: '電話' });
    expect(wishes.value).to.equal('家で暮らしたい。');
    expect(field(element, '/refuses').value).to.equal('電話');
    expect(said(part(element, 'elsewhere'))).to.include('別のところでも書き直されました：本人の希望。ここで書いたほうを残しています。');
    expect(said(part(element, 'elsewhere'))).to.include('施設も見てみたい。');
    expect(part(element, 'elsewhere')!.closest('[role=status]')).to.not.equal(null);
    await expect(element).to.be.accessible();
    leave(wishes);
    expect(told.at(-1)!.detail.sheet.wishes).to.equal('家で暮らしたい。');
    expect(told.at(-1)!.detail.elsewhere).to.deep.equal([{ pointer: '/wishes', theirs: '施設も見てみたい。' }]);
    await press(element, one(element, '[part=elsewhere] .link'));
    expect([field(element, '/wishes').value, shadow(element).activeElement]).to.deep.equal([
      '施設も見てみたい。',
      field(element, '/wishes'),
    ]);
    expect(parts(element, 'elsewhere')).to.deep.equal([]);
    leave(field(element, '/wishes'));
    expect(told.at(-1)!.detail.sheet.wishes).to.equal('施設も見てみたい。');
    expect(told.at(-1)!.detail.elsewhere).to.equal(undefined);
  });

  it('that only gives back what was written is no news, and then the page’s next word counts', async () => {
    const element = await editing();
    element.addEventListener('tsunagu-referral-change', ({ detail }) => (element.value = { sheet: copy(detail.sheet), events: [] }));
    await open(element, 'words');
    leave(type(element, '/wishes', '家で暮らしたい。'));
    await element.updateComplete;
    await give(element, { wishes: '施設も見てみたい。' });
    expect(field(element, '/wishes').value).to.equal('施設も見てみたい。');
    expect(parts(element, 'elsewhere')).to.deep.equal([]);
  });

  it('counts alone once nobody writes any more', async () => {
    const element = await editing();
    const told = listen(element, 'tsunagu-referral-change');
    await open(element, 'words');
    type(element, '/wishes', '家で暮らしたい。');
    element.mode = 'view';
    await element.updateComplete;
    expect(told.at(-1)!.detail.sheet.wishes, 'nothing is lost on the way').to.equal('家で暮らしたい。');
    await give(element, { wishes: '施設も見てみたい。' });
    expect(element.toJSON()!.sheet.wishes).to.equal('施設も見てみたい。');
  });
});

describe('an element that the page moves while somebody writes', () => {
  it('keeps the text, what is open, and the draft', async () => {
    const element = await editing();
    const told = listen(element, 'tsunagu-referral-change');
    await open(element, 'words');
    const wishes = type(element, '/wishes', '家で暮ら');
    const other = await fixture<HTMLElement>(html`<section lang="ja"></section>`);
    other.append(element);
    await element.updateComplete;
    expect(told.at(-1)!.detail.sheet.wishes, 'the page heard of it').to.equal('家で暮ら');
    expect(field(element, '/wishes')).to.equal(wishes);
    expect(wishes.value).to.equal('家で暮ら');
    type(element, '/wishes', '家で暮らしたい。');
    leave(wishes);
    expect(told.at(-1)!.detail.sheet.wishes).to.equal('家で暮らしたい。');
    expect(element.toJSON()!.sheet.wishes).to.equal('家で暮らしたい。');
  });

  it('keeps the text when it is moved whole; in Chromium the focus too', async () => {
    const element = await editing();
    await open(element, 'words');
    const wishes = type(element, '/wishes', '家で暮ら');
    const other = await fixture<HTMLElement>(html`<section lang="en"></section>`);
    if (typeof (other as { moveBefore?: unknown }).moveBefore === 'function') other.moveBefore(element, null);
    else other.append(element);
    await until(() => said(part(element, 'title')).includes('Referral'), 'the language around it');
    expect(field(element, '/wishes').value).to.equal('家で暮ら');
    // Firefox moves it whole and lets the focus go; WebKit cannot yet.
    if (navigator.userAgent.includes('Chrome')) expect(shadow(element).activeElement).to.equal(wishes);
  });

  it('that is taken away and put back later still has what was written', async () => {
    const element = await editing();
    const told = listen(element, 'tsunagu-referral-change');
    await open(element, 'words');
    type(element, '/wishes', '家で暮ら');
    const home = element.parentElement!;
    element.remove();
    expect(told.at(-1)!.detail.sheet.wishes).to.equal('家で暮ら');
    await new Promise((resolve) => requestAnimationFrame(resolve));
    home.append(element);
    await element.updateComplete;
    await until(() => part(element, 'edit'), 'the writing');
    await open(element, 'words');
    expect(field(element, '/wishes').value).to.equal('家で暮ら');
  });
});

describe('fields', () => {
  it('take a key without anything of the element being drawn', async () => {
    const element = await editing();
    await open(element, 'words');
    await until(() => !element.isUpdatePending, 'rest');
    type(element, '/wishes', '家');
    expect(element.isUpdatePending).to.equal(false);
    expect(element.toJSON()!.sheet.wishes).to.equal('家');
  });

  it('are forms of their own, which are never sent', async () => {
    const element = await editing();
    await open(element, 'head');
    const name = field(element, '/person/name');
    expect(name.form!.elements).to.have.length(1);
    const sent = listen(document.body, 'submit');
    expect(name.form!.dispatchEvent(new SubmitEvent('submit', { bubbles: true, cancelable: true }))).to.equal(false);
    name.form!.requestSubmit();
    expect(sent.every(({ defaultPrevented }) => defaultPrevented)).to.equal(true);
    expect(field(element, '/person/name').value).to.equal('山本 和子');
  });

  describe('are as high as what is written in them', () => {
    const lines = (count: number): string => Array.from({ length: count }, (_, index) => `${index + 1}行目`).join('\n');
    /** A browser that does not grow a field by itself gives it its rows when the writing rests. */
    const grows = CSS.supports('field-sizing', 'content');
    /** A height may be in parts of a pixel. */
    const fits = ({ scrollHeight, clientHeight }: HTMLElement): boolean => scrollHeight <= clientHeight + 1;

    it('at each key, and lower when the writing rests; nothing of it is left behind', async () => {
      const element = await editing();
      await open(element, 'words');
      const input = type(element, '/wishes', lines(2));
      const low = input.offsetHeight;
      type(element, '/wishes', lines(9));
      if (grows) expect([fits(input), input.offsetHeight > low]).to.deep.equal([true, true]);
      await until(() => fits(input) && input.offsetHeight > low, 'nine lines');
      const high = input.offsetHeight;
      type(element, '/wishes', lines(4));
      await until(() => input.offsetHeight < high && fits(input), 'four lines');
      input.blur();
      expect([input.getAttribute('style') || null, input.offsetHeight < high, fits(input)]).to.deep.equal([null, true, true]);
    });

    it('also when the page becomes narrower, or brings another text, meanwhile', async () => {
      const element = await editing();
      element.addEventListener('tsunagu-referral-change', ({ detail }) => (element.value = { sheet: copy(detail.sheet), events: [] }));
      await open(element, 'words');
      const input = type(element, '/wishes', '家で暮らしたい。'.repeat(12));
      leave(input);
      await element.updateComplete;
      input.focus();
      if (grows) {
        element.parentElement!.style.width = '320px';
        await until(() => input.offsetWidth < 320 && fits(input), 'a narrow page');
      }
      await give(element, { wishes: lines(9) });
      expect(input.value).to.equal(lines(9));
      await until(() => fits(input), 'the page’s text');
      expect(shadow(element).activeElement).to.equal(input);
    });

    it('but for one that the writer has drawn to a height of their own', async () => {
      const element = await editing();
      await open(element, 'words');
      const input = type(element, '/wishes', lines(2));
      // What the handle of a field does.
      input.style.height = '300px';
      await until(() => input.offsetHeight === 300, 'the height');
      type(element, '/wishes', lines(3));
      expect(input.offsetHeight).to.equal(300);
      input.blur();
      expect(input.offsetHeight).to.equal(300);
      input.focus();
      type(element, '/wishes', lines(20));
      expect(input.offsetHeight).to.equal(300);
    });

    it('up to the height where they scroll', async () => {
      const element = await editing();
      await open(element, 'words');
      const input = type(element, '/words', '3か月前に、母の介護のため退職した。'.repeat(200));
      await until(() => input.offsetHeight > innerHeight * 0.6, 'the highest');
      const { offsetHeight } = input;
      type(element, '/words', `${input.value}${lines(9)}`);
      expect([input.offsetHeight, input.scrollHeight > input.clientHeight]).to.deep.equal([offsetHeight, true]);
      input.blur();
      expect(input.offsetHeight).to.equal(offsetHeight);
    });
  });
});

for (const [lang, name] of [
  ['ja', 'ファイルや画像を選ぶ'],
  ['ja-x-easy', 'ファイルや 写真を 選ぶ'],
  ['en', 'Choose files or pictures'],
] as const)
  it(`files are chosen by a button that says so in ${lang}`, async () => {
    const element = await editing();
    element.parentElement!.lang = lang;
    await press(element, part(element, 'transfer'));
    await until(() => shadow(element).querySelector('[part=in-file]'), 'the panel');
    const input = shadow(element).querySelector<HTMLInputElement>('[part=in-file]')!;
    await until(() => said(input.labels![0]) === name, name);
    input.focus();
    expect(shadow(element).activeElement).to.equal(input);
    const button = input.labels![0]!.getBoundingClientRect();
    expect(button.height).to.be.at.least(44);
    expect(getComputedStyle(input).opacity, 'the browser’s own words are not seen').to.equal('0');
    expect(input.getBoundingClientRect().width).to.be.at.least(button.width - 4);
  });
