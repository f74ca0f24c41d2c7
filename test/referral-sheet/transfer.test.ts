/** Files and codes as a worker at a desk uses them: what goes out, what comes in, and what is asked before anything changes. */
import { expect } from '@open-wc/testing';
import type { ReferralSheetElement, ReferralValue } from '@tsunagu/referral-sheet';
import { codesOf, fileOf, type Outgoing } from '@tsunagu/referral-sheet/transfer';
import { sendKeys } from '@web/test-runner-commands';
import { encode } from 'uqr';
import { until } from '../core/page.js';
import {
  accept,
  Case,
  consents,
  hoursOn,
  houkatsu,
  ikoma,
  listen,
  part,
  parts,
  place,
  press,
  receive,
  said,
  send,
  sender,
  shadow,
  sheetOf,
} from './scene.js';

let scene: Case;
let from: Outgoing & { value: ReferralValue };
let codes: readonly string[];
const kept = 'だれにも言わない借金';

async function open(more: Partial<ReferralSheetElement> = {}): Promise<ReferralSheetElement> {
  const element = await place({ value: scene.for(sender), consent: scene.consents, desk: sender, ...more });
  await press(element, part(element, 'transfer'));
  await until(() => part(element, 'in-scanner'), 'the panel');
  return element;
}
const input = (element: ReferralSheetElement, name: string): HTMLInputElement => part(element, name) as HTMLInputElement;
const key = (name: string, more: KeyboardEventInit = {}): KeyboardEvent =>
  new KeyboardEvent('keydown', { key: name, bubbles: true, composed: true, cancelable: true, ...more });
const news = (element: ReferralSheetElement): string => said(part(element, 'in-news'));
const hears = (element: ReferralSheetElement, words: string): Promise<unknown> =>
  until(() => news(element).includes(words), `「${words}」, not 「${news(element)}」`);
function scan(element: ReferralSheetElement, text: string): void {
  const field = input(element, 'in-scanner');
  field.focus();
  field.value = text;
  field.dispatchEvent(key('Enter'));
}
async function paste(element: ReferralSheetElement, text: string): Promise<void> {
  input(element, 'in-paste').value = text;
  await press(element, part(element, 'in-read'));
}
async function check(element: ReferralSheetElement): Promise<string> {
  return said(await until(() => part(element, 'in-check'), 'the question before anything changes'));
}
function give(element: ReferralSheetElement, name: string, ...files: File[]): void {
  const transfer = new DataTransfer();
  for (const file of files) transfer.items.add(file);
  const field = input(element, name);
  field.files = transfer.files;
  field.dispatchEvent(new Event('change', { bubbles: true }));
}
const textFile = (text: string, name = 'tsunagu.json'): File => new File([text], name, { type: 'application/json' });

/** Codes on white paper, two beside each other. */
async function photograph(texts: readonly string[], module = 4): Promise<File> {
  const drawn = texts.map((text) => encode(text, { ecc: 'M', border: 4 }));
  const side = Math.max(100, ...drawn.map(({ size }) => size * module));
  const canvas = Object.assign(document.createElement('canvas'), {
    width: side * 2,
    height: Math.max(1, Math.ceil(texts.length / 2)) * side,
  });
  const context = canvas.getContext('2d')!;
  context.fillStyle = '#fff';
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.fillStyle = '#000';
  drawn.forEach(({ size, data }, index) => {
    for (let y = 0; y < size; y++)
      for (let x = 0; x < size; x++)
        if (data[y]![x]) context.fillRect((index % 2) * side + x * module, Math.floor(index / 2) * side + y * module, module, module);
  });
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
  return new File([blob!], 'page.png', { type: 'image/png' });
}

/** What the browser would save, instead of saving it. */
function saves(): { files: { name: string; text: () => Promise<string> }[]; stop: () => void } {
  const files: { name: string; text: () => Promise<string> }[] = [];
  const blobs = new Map<string, Blob>();
  const { createObjectURL } = URL;
  const { click } = HTMLAnchorElement.prototype;
  URL.createObjectURL = (blob: Blob) => {
    const address = createObjectURL.call(URL, blob);
    blobs.set(address, blob);
    return address;
  };
  HTMLAnchorElement.prototype.click = function (this: HTMLAnchorElement) {
    files.push({ name: this.download, text: () => blobs.get(this.href)!.text() });
  };
  return {
    files,
    stop() {
      URL.createObjectURL = createObjectURL;
      HTMLAnchorElement.prototype.click = click;
    },
  };
}

before(async () => {
  // The person keeps one thing back from everybody.
  const sheet = sheetOf();
  scene = await Case.with([], { ...sheet, assessment: { ...sheet.assessment, debt: { level: 'urgent', note: kept } } });
  scene.consents = await consents((item) => item !== 'debt');
  await scene.and(send, receive);
  from = { value: scene.for(sender), consents: scene.consents, directory: await ikoma(), at: new Date(hoursOn(3)) };
  codes = (await codesOf(from, { agency: houkatsu })).parts;
  expect(codes.length).to.be.greaterThan(2);
});

/** The record with its first `kept` steps, and others after them. */
async function later(kept: number, ...steps: (typeof send)[]): Promise<Case> {
  const other = await Case.with([], scene.sheet);
  other.consents = scene.consents;
  other.events = scene.events.slice(0, kept);
  return other.and(...steps);
}

describe('files that go out', () => {
  let saved: ReturnType<typeof saves>;
  beforeEach(() => (saved = saves()));
  afterEach(() => saved.stop());

  it('hold for the next desk nothing that was kept back, under a name that says nothing of anybody', async () => {
    const element = await open();
    for (const format of ['json', 'csv', 'xlsx']) {
      const before = saved.files.length;
      await press(element, part(element, `out-${format}`));
      await until(() => saved.files.length > before, format);
      const { name, text } = saved.files.at(-1)!;
      expect(name).to.match(/^tsunagu-\d{8}-[0-9a-f]{8}\.(json|csv|xlsx)$/);
      if (format !== 'xlsx')
        expect(await text())
          .to.include('この家で、息子とふたりで')
          .and.not.to.include(kept)
          .and.not.to.include('debt');
      await until(() => said(part(element, 'out-news')).includes(name), 'that it was saved');
    }
  });

  it('hold everything only where somebody asks for the desk’s own copy, which has neither codes nor FHIR', async () => {
    const element = await open();
    const radios = [...shadow(element).querySelectorAll<HTMLInputElement>('input[name=transfer-who]')];
    radios.at(-1)!.click();
    await element.updateComplete;
    expect(said(part(element, 'transfer-panel'))).to.include('ほかの窓口には渡しません。');
    expect([part(element, 'out-codes'), part(element, 'out-fhir'), part(element, 'out-print')]).to.deep.equal([
      undefined,
      undefined,
      undefined,
    ]);
    await press(element, part(element, 'out-json'));
    await until(() => saved.files.length, 'the file');
    expect(JSON.parse(await saved.files[0]!.text())).to.deep.equal(JSON.parse(JSON.stringify(scene.for(sender))));
  });

  it('tell before a FHIR file is saved what it cannot carry', async () => {
    const element = await open();
    await press(element, part(element, 'out-fhir'));
    const losses = await until(() => part(element, 'out-losses'), 'what is lost');
    expect(said(losses)).to.include('そのまま伝わりません');
    expect(saved.files).to.deep.equal([]);
    await press(element, part(element, 'out-save'));
    expect(saved.files.map(({ name }) => name.slice(-10))).to.deep.equal(['.fhir.json']);
    expect(await saved.files[0]!.text()).not.to.include(kept);
  });

  it('of a desk that was handed the sheet hold what it was handed', async () => {
    const element = await open({ value: scene.for(houkatsu, 3), consent: undefined, desk: houkatsu, mode: 'reply' });
    expect(shadow(element).querySelector('input[name=transfer-who]')).to.equal(null);
    await press(element, part(element, 'out-json'));
    await until(() => saved.files.length, 'the file');
    expect(await saved.files[0]!.text())
      .to.include('山本')
      .and.not.to.include(kept)
      .and.not.to.include(scene.sheet.salt);
  });
});

describe('codes on the screen', () => {
  it('are shown one by one, all at once, and go when the sheet goes on', async () => {
    const element = await open();
    await press(element, part(element, 'out-codes'));
    const view = await until(() => part(element, 'out-codes-view'), 'the codes');
    const labels = (): (string | null)[] => [...view.querySelectorAll('.qr')].map((code) => code.getAttribute('aria-label'));
    const count = codes.length;
    expect(labels()).to.deep.equal([`QRコード、${count}枚のうち 1枚目`]);
    await press(element, part(element, 'codes-next'));
    expect(labels()).to.deep.equal([`QRコード、${count}枚のうち 2枚目`]);
    await press(element, part(element, 'codes-previous'));
    await press(element, part(element, 'codes-previous'));
    expect(labels()).to.deep.equal([`QRコード、${count}枚のうち ${count}枚目`]);
    await press(element, part(element, 'codes-all'));
    expect(labels().length).to.equal(count);
    element.value = structuredClone(element.value);
    await element.updateComplete;
    expect(labels().length, 'the same sheet once more').to.equal(count);
    element.value = (await later(2, accept)).for(sender);
    await until(() => !part(element, 'out-codes-view'), 'the old codes to go');
    expect(said(part(element, 'out-news'))).to.include('もう一度作ると');
  });
});

describe('a scanner', () => {
  it('reads codes in any order, says which are missing, and asks before it takes them', async () => {
    const element = await open({ value: undefined, consent: undefined, desk: houkatsu });
    const imported = listen(element, 'tsunagu-referral-import', true);
    const rest = codes.filter((_, index) => index !== 1);
    for (const code of rest) scan(element, code);
    await hears(element, `あと 2枚目です。`);
    expect(news(element)).to.match(new RegExp(`^${codes.length}枚のうち 1枚目・3枚目`));
    scan(element, '4901234567894');
    await hears(element, 'つなぐシートのコードではありません');
    expect(news(element), 'what was read stays read').to.include('あと 2枚目です。');
    scan(element, rest[0]!);
    await hears(element, 'もう読み取ってあります。');
    scan(element, `${codes[1]!.slice(0, -1)}${codes[1]!.endsWith('0') ? '1' : '0'}`);
    await hears(element, 'うまく読み取れませんでした');
    const { parts: others } = await codesOf(
      { ...from, value: { ...from.value, sheet: { ...from.value.sheet, id: 'other' }, events: [] } },
      { agency: houkatsu },
    );
    scan(element, others[0]!);
    await hears(element, '別のシートのコードです');
    scan(element, codes[1]!);
    expect(await check(element)).to.include('シートを読み取りました。');
    expect(imported.length).to.equal(0);
    await until(() => shadow(element).activeElement?.id === 'transfer-check', 'the focus on the question');
    await press(element, part(element, 'in-take'));
    expect(imported.length).to.equal(1);
    expect(imported[0]!.detail.value).to.deep.equal(JSON.parse(JSON.stringify(scene.for(houkatsu, 3))));
    expect(news(element)).to.equal('取りこみました。');
  });

  it('leaves it to a page that takes it in itself: nothing is replaced, and nothing said to be', async () => {
    const element = await open({ value: undefined, consent: undefined, desk: houkatsu });
    const imported = listen(element, 'tsunagu-referral-import');
    for (const code of codes) scan(element, code);
    await check(element);
    await press(element, part(element, 'in-take'));
    expect(imported.map(({ detail }) => detail.value.sheet.id)).to.deep.equal([scene.for(houkatsu, 3).sheet.id]);
    expect(element.value).to.equal(undefined);
    expect(part(element, 'in-check')).to.equal(undefined);
    expect(news(element)).to.equal('');
  });

  it('types through an input method, in wide letters, under Caps Lock, and ends with Tab', async () => {
    const element = await open({ value: undefined, consent: undefined });
    const field = input(element, 'in-scanner');
    const wide = codes[0]!.replace(/[!-~]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0)).replace(/ /g, '　');
    field.focus();
    field.dispatchEvent(new CompositionEvent('compositionstart', { bubbles: true }));
    field.value = wide.slice(0, -1);
    const enter = key('Enter', { isComposing: true });
    field.dispatchEvent(enter);
    expect(enter.defaultPrevented).to.equal(true);
    expect(field.value, 'nothing is taken while it composes').to.equal(wide.slice(0, -1));
    field.value = wide;
    field.dispatchEvent(new CompositionEvent('compositionend', { bubbles: true, data: wide }));
    await hears(element, '1枚目を読み取りました');
    scan(element, codes[1]!.toLowerCase());
    await hears(element, '1枚目・2枚目');
    field.value = codes[2]!;
    const tab = key('Tab');
    field.dispatchEvent(tab);
    expect(tab.defaultPrevented).to.equal(true);
    await (codes.length > 3 ? hears(element, '2枚目・3枚目') : check(element));
    const leave = key('Tab');
    field.dispatchEvent(leave);
    expect(leave.defaultPrevented, 'an empty field is left').to.equal(false);
  });

  it('is used with the keyboard alone', async () => {
    const element = await open({ value: undefined, consent: undefined });
    part(element, 'transfer')!.focus();
    await sendKeys({ press: 'Tab' });
    expect(shadow(element).activeElement).to.equal(part(element, 'in-scanner'));
    scan(element, codes[0]!);
    await hears(element, '1枚目');
    await sendKeys({ press: 'Tab' });
    expect(shadow(element).activeElement?.getAttribute('part')).to.equal('in-file');
  });
});

describe('what is pasted', () => {
  for (const [what, text, words] of [
    ['nothing', () => ' ', 'まだ何も書かれていません'],
    ['broken JSON', () => JSON.stringify(scene.for(sender)).slice(0, 400), '途中で切れている'],
    ['JSON of something else', () => '{"sheet":{"id":7}}', '読み取れないところがあります'],
    ['a letter', () => 'お世話になっております。', 'つなぐシートとして読み取れませんでした'],
  ] as const)
    it(`${what} is answered, and nothing changes`, async () => {
      const element = await open();
      const imported = listen(element, 'tsunagu-referral-import', true);
      await paste(element, text());
      await hears(element, words);
      expect(part(element, 'in-check')).to.equal(undefined);
      expect(imported.length).to.equal(0);
    });

  const never = (what: string, text: () => string | Promise<string>, words: string): Mocha.Test =>
    it(`${what} is never taken`, async () => {
      const element = await open();
      await paste(element, await text());
      expect(await check(element)).to.include(words);
      expect(part(element, 'in-take')).to.equal(undefined);
      await press(element, part(element, 'in-leave'));
      expect(part(element, 'in-check')).to.equal(undefined);
      expect(element.value!.events.length).to.equal(2);
    });
  never('an older record', async () => JSON.stringify((await later(1)).for(sender)), '画面のほうが新しいため、取りこみません');
  never(
    'a record that went another way',
    async () => JSON.stringify((await later(1, [houkatsu, 2, { type: 'receive' }])).for(sender)),
    '途中から違っているため、取りこみません',
  );
  never(
    'a record that was changed',
    () => JSON.stringify({ ...from.value, events: from.value.events.map((event) => ({ ...event, at: hoursOn(-9) })) }),
    '書かれたあとで変わっているか、欠けています',
  );
  never('the same sheet', () => JSON.stringify(scene.for(sender)), '取りこむものはありません');

  it('shows what would change, before and after', async () => {
    const draft = await Case.with();
    const element = await open({ value: draft.for(sender), consent: draft.consents });
    element.mode = 'edit';
    await element.updateComplete;
    const imported = listen(element, 'tsunagu-referral-import', true);
    await paste(element, JSON.stringify({ sheet: { ...draft.sheet, wishes: '施設も考えたい。' }, events: [] }));
    expect(await check(element)).to.include('本人の希望 いま この家で、息子とふたりで暮らし続けたい。 読み取った内容 施設も考えたい。');
    await press(element, part(element, 'in-take'));
    expect(imported.map(({ detail }) => detail.value.sheet.wishes)).to.deep.equal(['施設も考えたい。']);
    expect(input(element, 'in-paste').value, 'nothing stays in the field').to.equal('');
  });

  it('adds a desk’s answer to the sender’s own sheet', async () => {
    const other = await later(2, accept);
    const element = await open();
    await paste(element, JSON.stringify(other.for(houkatsu, 3)));
    expect(await check(element))
      .to.include('記録だけを足します')
      .and.include('新しい記録が1つあります');
    await press(element, part(element, 'in-take'));
    expect(element.value!.sheet).to.deep.equal(scene.sheet);
    expect(element.value!.events.length).to.equal(3);
  });

  it('adds an answer that comes after its day as heard, with who wrote it down', async () => {
    const copy = (await later(2, accept)).for(houkatsu, 3);
    const here = await later(2, ['clock', 24 * 8, { type: 'mark-overdue' }]);
    const element = await open({ value: here.for(sender), worker: '相談 花子', now: hoursOn(24 * 8) });
    await paste(element, JSON.stringify(copy));
    expect(await check(element))
      .to.include('返事をした日時も残し、この窓口が書きとめた記録として足します')
      .and.include('新しい記録が1つあります');
    const imported = listen(element, 'tsunagu-referral-import', true);
    await press(element, part(element, 'in-take'));
    const { sheet, events } = imported[0]!.detail.value;
    expect(sheet).to.deep.equal(scene.sheet);
    const { of, ...heard } = (events.at(-1)!.by as { heard: { of: string } }).heard;
    expect(heard).to.deep.equal({ agency: sender, name: '相談 花子', how: 'copy', at: copy.events.at(-1)!.at });
    expect(of).to.equal(copy.events.at(-1)!.hash);
    await element.updateComplete;
    const entry = said(parts(element, 'entry').at(-1));
    expect(entry)
      .to.include('書きとめた窓口 生駒市くらしとしごと支援センター（相談 花子）、コードやファイル')
      .and.include('返事をした日時 11月24日（火）12:00');
    await paste(element, JSON.stringify(copy));
    expect(await check(element), 'the same again').to.include('取りこむものはありません');
  });
});

describe('files that come in', () => {
  it('are JSON, or pictures of codes', async () => {
    const element = await open({ value: undefined, consent: undefined });
    give(element, 'in-file', await photograph([]));
    await hears(element, 'page.png からは、コードを読み取れませんでした');
    give(element, 'in-file', await photograph(codes.slice(0, 2)));
    await hears(element, '1枚目・2枚目を読み取りました');
    give(element, 'in-file', new File(['no picture'], 'x.heic', { type: 'image/heic' }));
    await hears(element, 'このファイルは読み取れませんでした');
    give(element, 'in-file', await photograph(codes.slice(2)));
    expect(await check(element)).to.include('シートを読み取りました。');
    await press(element, part(element, 'in-leave'));
    const { content } = await fileOf('json', from, { agency: houkatsu });
    give(element, 'in-file', textFile(await content.text()));
    expect(await check(element)).to.include('シートを読み取りました。');
  });
});

it('keeps what was read when the page moves the sheet', async () => {
  const element = await open();
  scan(element, codes[0]!);
  await until(() => part(element, 'in-restart'), 'how far it is');
  const there = document.createElement('div');
  element.before(there);
  there.append(element);
  await element.updateComplete;
  scan(element, codes[1]!);
  await hears(element, '1枚目・2枚目');
});

describe('a camera', () => {
  const { mediaDevices } = navigator;
  const reader = Object.getOwnPropertyDescriptor(window, 'BarcodeDetector');
  let tracks: MediaStreamTrack[] = [];
  let drawing: ReturnType<typeof setInterval> | undefined;
  const put = (getUserMedia: (() => Promise<MediaStream>) | undefined): void =>
    void Object.defineProperty(navigator, 'mediaDevices', { configurable: true, value: getUserMedia && { getUserMedia } });
  /** A camera that looks at what is drawn there. */
  const looking = (canvas: HTMLCanvasElement) => async (): Promise<MediaStream> => {
    const stream = canvas.captureStream(10);
    const context = canvas.getContext('2d')!;
    // A canvas gives a picture each time somebody draws on it.
    const picture = await createImageBitmap(canvas);
    drawing = setInterval(() => context.drawImage(picture, 0, 0), 50);
    tracks = stream.getTracks();
    return stream;
  };
  const canvas = (): HTMLCanvasElement => {
    const one = Object.assign(document.createElement('canvas'), { width: 64, height: 64 });
    one.getContext('2d')!.fillRect(0, 0, 64, 64);
    return one;
  };
  beforeEach(() => {
    tracks = [];
  });
  afterEach(() => {
    Object.defineProperty(navigator, 'mediaDevices', { configurable: true, value: mediaDevices });
    if (reader) Object.defineProperty(window, 'BarcodeDetector', reader);
    else Reflect.deleteProperty(window, 'BarcodeDetector');
    for (const track of tracks) track.stop();
    clearInterval(drawing);
  });

  it('that is not there, or is refused, leaves two other ways', async () => {
    const element = await open();
    put(undefined);
    await press(element, part(element, 'in-camera'));
    await hears(element, 'この端末ではカメラを使えません');
    put(() => Promise.reject(new DOMException('no', 'NotAllowedError')));
    await press(element, part(element, 'in-camera'));
    await hears(element, 'カメラを使えませんでした');
    expect(part(element, 'in-video')).to.equal(undefined);
  });

  it('is read by the browser’s own reader, and stops once the sheet is whole', async () => {
    const seen = [...codes];
    Object.defineProperty(window, 'BarcodeDetector', {
      configurable: true,
      value: class {
        static getSupportedFormats = (): Promise<string[]> => Promise.resolve(['qr_code']);
        detect = (): Promise<{ rawValue: string }[]> => Promise.resolve([{ rawValue: seen.shift() ?? '' }]);
      },
    });
    put(looking(canvas()));
    const element = await open({ value: undefined, consent: undefined });
    await press(element, part(element, 'in-camera'));
    expect(await check(element)).to.include('シートを読み取りました。');
    expect(part(element, 'in-video')).to.equal(undefined);
    expect(tracks.map(({ readyState }) => readyState)).to.deep.equal(['ended']);
  });

  it('is read by jsQR where the browser has no reader', async () => {
    Reflect.deleteProperty(window, 'BarcodeDetector');
    const picture = await createImageBitmap(await photograph([codes[0]!]));
    const paper = Object.assign(document.createElement('canvas'), { width: picture.width, height: picture.height });
    paper.getContext('2d')!.drawImage(picture, 0, 0);
    put(looking(paper));
    const element = await open({ value: undefined, consent: undefined });
    await press(element, part(element, 'in-camera'));
    await hears(element, '1枚目を読み取りました');
    await press(element, part(element, 'in-camera-off'));
    expect(tracks.map(({ readyState }) => readyState)).to.deep.equal(['ended']);
  });

  for (const [how, end] of [
    ['the panel is closed', (element: ReferralSheetElement) => part(element, 'transfer')!.click()],
    ['the element is removed', (element: ReferralSheetElement) => element.remove()],
  ] as const)
    it(`stops when ${how}, also while the question still stands`, async () => {
      put(looking(canvas()));
      const element = await open();
      await press(element, part(element, 'in-camera'));
      await until(() => part(element, 'in-video'), 'the camera');
      end(element);
      expect(tracks.map(({ readyState }) => readyState)).to.deep.equal(['ended']);

      let allow: () => void = () => undefined;
      let isAsking = false;
      const allowed = new Promise<void>((resolve) => (allow = resolve));
      put(() => {
        isAsking = true;
        return allowed.then(looking(canvas()));
      });
      const other = await open();
      tracks = [];
      await press(other, part(other, 'in-camera'));
      await until(() => isAsking, 'the question');
      end(other);
      allow();
      await until(() => tracks.length && tracks.every(({ readyState }) => readyState === 'ended'), 'it to stop');
    });

  it('that is pulled out says so', async () => {
    put(looking(canvas()));
    const element = await open();
    await press(element, part(element, 'in-camera'));
    await until(() => part(element, 'in-video'), 'the camera');
    tracks[0]!.stop();
    await hears(element, 'カメラが止まりました');
    expect(part(element, 'in-camera')).not.to.equal(undefined);
  });
});

describe('the panel in another language', () => {
  it('follows while it is open, with what was read and said', async () => {
    const element = await open({ value: undefined, consent: undefined });
    scan(element, codes[0]!);
    await hears(element, '1枚目を読み取りました');
    const language = (name: string): HTMLElement => parts(element, 'language').find((button) => said(button).includes(name))!;
    await press(element, language('English'));
    await hears(element, `Read 1 of ${codes.length}.`);
    await press(element, language('やさしい'));
    await hears(element, '読みました。あと');
    await press(element, language('日本語'));
    await hears(element, '読み取りました。あと');
  });

  for (const [name, word, lost] of [
    ['日本語', '確かめてください', '市の符号で載せています'],
    ['やさしい', '見て ください', '市の 番号で 入って います'],
    ['English', 'Please check', 'codes of the city'],
  ] as const)
    it(`can be read by everybody in ${name}: codes, a part missing, losses, the question`, async () => {
      const element = await open();
      await press(
        element,
        parts(element, 'language').find((button) => said(button).includes(name)),
      );
      await press(element, part(element, 'out-fhir'));
      expect(said(await until(() => part(element, 'out-losses'), 'the losses'))).to.include(lost);
      scan(element, codes[0]!);
      await until(() => part(element, 'in-restart'), 'how far it is');
      await expect(part(element, 'transfer-panel')).to.be.accessible();
      await press(element, part(element, 'out-codes'));
      await until(() => part(element, 'out-codes-view'), 'the codes');
      await paste(element, JSON.stringify({ sheet: { ...scene.sheet, id: 'other' }, events: [] }));
      expect(await check(element)).to.include(word);
      await expect(part(element, 'transfer-panel')).to.be.accessible();
    });
});
