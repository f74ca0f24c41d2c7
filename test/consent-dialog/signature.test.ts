import { expect, fixture, html } from '@open-wc/testing';
import { sendMouse, resetMouse, sendKeys } from '@web/test-runner-commands';
import { signatureField, signatureWords, type SignatureField, type Signed } from '../../packages/consent-dialog/src/parts/signature.js';
import { mostPoints } from '../../packages/consent-dialog/src/parts/strokes.js';
import { checkConsentEvent } from '@tsunagu/schema/consent/check';
import { until } from '../core/page.js';
import { stage, type Stage } from './parts-stage.js';

interface Shown extends Stage {
  field: SignatureField;
  canvas: HTMLCanvasElement;
  name: HTMLInputElement;
  changes: () => number;
}

const opened: SignatureField[] = [];

async function open({ width = 720, name }: { width?: number; name?: string } = {}): Promise<Shown> {
  const shown = stage(width);
  let count = 0;
  const field = signatureField({ words: await signatureWords('ja'), onChange: () => count++, ...(name !== undefined && { name }) });
  opened.push(field);
  await shown.draw(field.element);
  const canvas = shown.one('signature-surface') as HTMLCanvasElement;
  await until(() => canvas.width > 300 || canvas.clientWidth < 300, 'the surface to be ready');
  return { ...shown, field, canvas, name: shown.one('signature-name') as HTMLInputElement, changes: () => count };
}

/** A line through points in parts of the surface's width, as the mouse draws it. */
async function line(canvas: HTMLCanvasElement, ...points: [number, number][]): Promise<void> {
  canvas.scrollIntoView({ block: 'center' });
  const { left, top, width } = canvas.getBoundingClientRect();
  const place = ([x, y]: [number, number]): [number, number] => [Math.round(left + x * width), Math.round(top + y * width)];
  await sendMouse({ type: 'move', position: place(points[0]!) });
  await sendMouse({ type: 'down' });
  for (const point of points.slice(1)) await sendMouse({ type: 'move', position: place(point) });
  await sendMouse({ type: 'up' });
}

const wave: [number, number][] = [
  [0.2, 0.2],
  [0.3, 0.1],
  [0.4, 0.3],
  [0.5, 0.1],
  [0.6, 0.25],
];

/** Where there is ink, in parts of the width: left, top, right, bottom; undefined where there is none. */
function ink(canvas: HTMLCanvasElement): [number, number, number, number] | undefined {
  const { width, height } = canvas;
  const { data } = canvas.getContext('2d')!.getImageData(0, 0, width, height);
  let box: [number, number, number, number] | undefined;
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++)
      if (data[(y * width + x) * 4 + 3]! > 100) {
        const [left, top, right, bottom] = box ?? [x, y, x, y];
        box = [Math.min(left, x), Math.min(top, y), Math.max(right, x), Math.max(bottom, y)];
      }
  return box?.map((side) => side / width) as typeof box;
}

/** A finger that does one thing at a time. */
function finger(canvas: HTMLCanvasElement): (type: string, x: number, y: number, id?: number) => void {
  return (type, x, y, id = 7) => {
    const { left, top, width } = canvas.getBoundingClientRect();
    const at = { clientX: left + x * width, clientY: top + y * width };
    const down = type !== 'pointerup';
    const touch = { pointerId: id, pointerType: 'touch', pressure: down ? 0.5 : 0, button: 0, buttons: down ? 1 : 0 };
    canvas.dispatchEvent(new PointerEvent(type, { bubbles: true, composed: true, cancelable: true, ...touch, ...at }));
  };
}

/** Where the lines of a picture are, in its own units. */
async function drawn(text: string): Promise<DOMRect> {
  const host = await fixture<HTMLElement>(html`<div></div>`);
  const svg = document.importNode(new DOMParser().parseFromString(text, 'image/svg+xml').documentElement, true) as unknown as SVGSVGElement;
  host.append(svg);
  return svg.getBBox();
}

const asEvent = ({ signature }: Signed): object => ({
  schemaVersion: '1.0',
  id: 'event-1',
  record: 'record-1',
  subject: { ref: 'case-7-a' },
  seq: 1,
  at: '2026-11-24T01:00:00.000Z',
  previous: 'a'.repeat(64),
  hash: 'b'.repeat(64),
  type: 'withdrawn',
  scope: { all: 'yes' },
  expressed: { by: 'self', how: 'written', language: 'ja', signature },
});

describe('a name under a decision', () => {
  afterEach(async () => {
    await resetMouse();
    for (const field of opened.splice(0)) field.destroy();
  });

  it('is nothing until somebody writes, and neither blanks nor a dot are a name', async () => {
    const { field, name, canvas, text } = await open();
    expect(field.signed).to.equal(false);
    expect(await field.take()).to.equal(undefined);
    name.value = ' 　\u200b';
    name.dispatchEvent(new InputEvent('input'));
    expect(field.signed).to.equal(false);
    await line(canvas, [0.5, 0.2]);
    expect(field.signed).to.equal(false);
    expect(await field.take()).to.equal(undefined);
    expect(text('signature')).to.contain('点のようなものだけ');
  });

  it('typed from the keyboard alone, is a signature that the record takes', async () => {
    const { field, name, changes } = await open();
    name.focus();
    await sendKeys({ type: 'Hanako  Yamada ' });
    expect(field.signed).to.equal(true);
    expect(changes()).to.be.above(0);
    const signed = (await field.take())!;
    expect(signed).to.deep.equal({ signature: { kind: 'typed', name: 'Hanako Yamada' } });
    expect(checkConsentEvent(asEvent(signed))).to.deep.equal([]);
  });

  it('by hand, names a drawing of lines alone by its hash', async () => {
    const { field, canvas, name, text } = await open();
    await line(canvas, ...wave);
    expect(field.signed).to.equal(true);
    expect(text('signature')).to.contain('署名が書かれています。');
    name.value = '山田 花子';
    name.dispatchEvent(new InputEvent('input'));
    const signed = (await field.take())!;
    const { drawing, signature } = signed;
    expect(signature).to.deep.equal({ kind: 'drawn', reference: drawing!.reference, hash: drawing!.hash });
    expect(signed.name).to.equal('山田 花子');
    expect(checkConsentEvent(asEvent(signed))).to.deep.equal([]);
    const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(drawing!.text)));
    expect(drawing!.hash).to.equal([...digest].map((byte) => byte.toString(16).padStart(2, '0')).join(''));
    const svg = new DOMParser().parseFromString(drawing!.text, 'image/svg+xml');
    expect([...new Set([...svg.querySelectorAll('*')].map(({ localName }) => localName))]).to.have.members(
      ['svg', 'path', 'circle'].slice(0, svg.querySelector('circle') ? 3 : 2),
    );
    expect(drawing!.text).not.to.match(/script|style|href=|time|pressure/i);
  });

  it('goes back a line at a time, and is cleared, from the keyboard too', async () => {
    const { field, canvas, one, text } = await open();
    await line(canvas, ...wave);
    const first = ink(canvas)!;
    await line(canvas, [0.8, 0.1], [0.85, 0.3], [0.9, 0.1]);
    expect(ink(canvas)![2]).to.be.above(first[2]);
    one('signature-undo').focus();
    await sendKeys({ press: 'Enter' });
    expect(ink(canvas)![2]).to.be.closeTo(first[2], 0.01);
    expect(field.signed).to.equal(true);
    one('signature-clear').focus();
    await sendKeys({ press: 'Enter' });
    expect(ink(canvas)).to.equal(undefined);
    expect(field.signed).to.equal(false);
    expect(text('signature')).to.contain('署名はまだ書かれていません。');
    one('signature-undo').click();
    expect(field.signed).to.equal(false);
  });

  it('keeps its lines, in their place, when the surface changes its size, and when it is away for a while', async () => {
    const { field, canvas, root, draw } = await open();
    await line(canvas, ...wave);
    const before = ink(canvas)!;
    const { width } = canvas;
    for (const size of [330, 500, 720]) {
      (root.host as HTMLElement).style.width = `${size}px`;
      await until(() => Math.abs(canvas.width - canvas.clientWidth * devicePixelRatio) <= 1, `the surface to fit ${size} px`);
      const now = ink(canvas)!;
      now.forEach((side, index) => expect(side).to.be.closeTo(before[index]!, 0.03));
    }
    expect(canvas.width).to.equal(width);
    await draw('');
    await draw(field.element);
    expect(field.signed).to.equal(true);
    expect((await field.take())!.signature.kind).to.equal('drawn');
  });

  it('has as many pixels as the screen', async () => {
    const ratio = Object.getOwnPropertyDescriptor(window, 'devicePixelRatio')!;
    Object.defineProperty(window, 'devicePixelRatio', { value: 3, configurable: true });
    try {
      const { canvas } = await open();
      expect(canvas.width).to.be.closeTo(canvas.clientWidth * 3, 1);
      expect(canvas.height).to.be.closeTo(canvas.clientHeight * 3, 1);
      await line(canvas, ...wave);
      const [left, top, right] = ink(canvas)!;
      expect(left).to.be.closeTo(0.2, 0.03);
      expect(top).to.be.below(0.2);
      expect(right, 'to its very end').to.be.closeTo(0.6, 0.03);
    } finally {
      Object.defineProperty(window, 'devicePixelRatio', ratio);
    }
  });

  it('shows and keeps the whole of a quick line: two points, or many within one frame', async () => {
    for (const points of [
      [0.2, 0.6],
      [0.2, 0.3, 0.4, 0.5, 0.6],
    ]) {
      const { field, canvas } = await open();
      const touch = finger(canvas);
      touch('pointerdown', points[0]!, 0.2);
      for (const x of points.slice(1)) touch('pointermove', x, x === 0.4 ? 0.3 : 0.2);
      touch('pointerup', points.at(-1)!, 0.2);
      const [left, , right, bottom] = ink(canvas)!;
      expect(left).to.be.closeTo(0.2, 0.02);
      expect(right).to.be.closeTo(0.6, 0.02);
      expect(bottom).to.be.closeTo(points.length > 2 ? 0.3 : 0.2, 0.02);
      const { text } = (await field.take())!.drawing!;
      const box = await drawn(text);
      expect(box.x + box.width, 'in the picture too').to.be.closeTo(0.6 * canvas.clientWidth, 6);
    }
  });

  it('takes the first line on a screen that has just changed', async () => {
    const { field, canvas } = await open();
    const ratio = Object.getOwnPropertyDescriptor(window, 'devicePixelRatio')!;
    Object.defineProperty(window, 'devicePixelRatio', { value: 2.5, configurable: true });
    try {
      await line(canvas, ...wave);
      expect(canvas.width).to.be.closeTo(canvas.clientWidth * 2.5, 1);
      expect(ink(canvas)![2]).to.be.closeTo(0.6, 0.03);
      expect(field.signed).to.equal(true);
      await line(canvas, [0.7, 0.1], [0.75, 0.3], [0.9, 0.1]);
      expect(ink(canvas)![2]).to.be.closeTo(0.9, 0.03);
    } finally {
      Object.defineProperty(window, 'devicePixelRatio', ratio);
    }
  });

  it('loses no line when the phone is turned under the finger, and takes the next', async () => {
    const { field, canvas, root } = await open();
    const touch = finger(canvas);
    touch('pointerdown', 0.2, 0.1);
    touch('pointermove', 0.3, 0.2);
    const { width } = canvas;
    (root.host as HTMLElement).style.width = '500px';
    window.dispatchEvent(new Event('resize'));
    touch('pointermove', 0.4, 0.1);
    touch('pointerup', 0.4, 0.1);
    expect(canvas.width).not.to.equal(width);
    expect(canvas.width).to.be.closeTo(canvas.clientWidth * devicePixelRatio, 1);
    expect(field.signed).to.equal(true);
    const before = ink(canvas)!;
    touch('pointerdown', 0.8, 0.1, 8);
    touch('pointermove', 0.9, 0.3, 8);
    touch('pointerup', 0.95, 0.1, 8);
    expect(ink(canvas)![0]).to.be.closeTo(before[0], 0.01);
    expect(ink(canvas)![2]).to.be.closeTo(0.95, 0.03);
  });

  it('can be cleared under the finger, and written on again', async () => {
    const { field, canvas, one } = await open();
    const touch = finger(canvas);
    touch('pointerdown', 0.2, 0.1);
    touch('pointermove', 0.3, 0.2);
    one('signature-clear').click();
    touch('pointermove', 0.4, 0.1);
    touch('pointerup', 0.5, 0.2);
    expect(ink(canvas)).to.equal(undefined);
    expect(field.signed).to.equal(false);
    await line(canvas, ...wave);
    expect(ink(canvas)![2]).to.be.closeTo(0.6, 0.03);
    expect(field.signed).to.equal(true);
  });

  it('ends a line without end: it stays a picture that a server takes', async () => {
    const { field, canvas, one, text } = await open();
    const touch = finger(canvas);
    touch('pointerdown', 0.1, 0.1);
    for (let step = 0; step < mostPoints + 500; step++) touch('pointermove', 0.2 + (step % 50) / 100, step % 2 ? 0.1 : 0.2);
    expect(text('signature')).to.contain((await signatureWords('ja')).full);
    touch('pointerup', 0.9, 0.3);
    expect(ink(canvas)![2]).to.be.below(0.75);
    expect(field.signed).to.equal(true);
    one('signature-undo').click();
    expect(field.signed).to.equal(false);
    await line(canvas, ...wave);
    expect(field.signed).to.equal(true);
  });

  it('offers both ways at once, of one width, and fits a small phone', async () => {
    const { root } = await open();
    const [typed, drawn] = [...root.querySelectorAll('.signature-way')].map((way) => way.getBoundingClientRect());
    expect(typed!.width).to.be.closeTo(drawn!.width, 1);
    expect(typed!.top).to.equal(drawn!.top);
    const small = await open({ width: 300 });
    expect(small.root.host.scrollWidth).to.be.at.most(300);
    for (const button of [small.one('signature-undo'), small.one('signature-clear'), small.name])
      expect(button.getBoundingClientRect().height).to.be.at.least(44);
  });

  it('is accessible, and has no style in its markup but what keeps a finger from scrolling', async () => {
    for (const language of ['ja', 'ja-x-easy', 'en'] as const) {
      const { root, field } = await open({ name: '花子' });
      field.update({ words: await signatureWords(language), furigana: language === 'ja-x-easy' });
      expect(field.signed, 'a name that is known already').to.equal(true);
      await expect(root.host).to.be.accessible();
      expect([...root.querySelectorAll('[style]')].map(({ localName }) => localName)).to.deep.equal(['canvas']);
    }
  });
});
