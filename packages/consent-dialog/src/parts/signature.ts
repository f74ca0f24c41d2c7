/**
 * A name under a decision, typed or written by hand, the two beside each other and of one weight. Carries signature_pad: `import()` this file when
 * the question of who signs is on the screen, not before.
 *
 * ```ts
 * const { signatureField, signatureWords } = await import('./parts/signature.js');
 * const field = signatureField({ words: await signatureWords(language), onChange: () => this.requestUpdate() });
 * html`${field.element}`;                // one element for as long as the dialog is open; it keeps what was written
 * const signed = await field.take();     // undefined: nobody signed
 * expressed.signature = signed?.signature;
 * detail.drawing = signed?.drawing;      // for the host to keep: the record itself only names it
 * ```
 */
import { say, withoutRuby, type Language, type LocaleTable } from '@tsunagu/core';
import { hashText, type Signature } from '@tsunagu/schema/consent';
import { limits } from '@tsunagu/schema/consultation';
import { tidyLine } from '@tsunagu/schema/consultation/tidy';
import { html, render } from 'lit';
import { live } from 'lit/directives/live.js';
import SignaturePad from 'signature_pad';
import { signatureJa } from '../locales/signature.ja.js';
import type { SignatureMessages } from '../locales/signature.messages.js';
import { styled, wordsOf, type PartView } from './part.js';
import { signatureStyles } from './signature.styles.js';
import { amount, finished, mostPoints, pointCount, scaled, type Stroke } from './strokes.js';

const table: LocaleTable<SignatureMessages> = {
  ja: signatureJa,
  'ja-x-easy': async () => (await import('../locales/signature.easy.js')).signatureEasy,
  en: async () => (await import('../locales/signature.en.js')).signatureEn,
};

export const signatureWords = (language: Language): Promise<SignatureMessages> => wordsOf(table, language);

/** The picture of a signature: lines without the time or the pressure they were drawn with. */
export interface Drawing {
  /** What the record calls it: `signature-<first 16 digits of the hash>.svg`. */
  reference: string;
  type: 'image/svg+xml';
  /** An SVG of its own, without script, style or anything from outside. */
  text: string;
  /** SHA-256 of `text` in UTF-8. */
  hash: string;
}

export interface Signed {
  /** For `expressed.signature`. Written by hand, it names the drawing by reference and hash. */
  signature: Signature;
  drawing?: Drawing;
  /** What was typed beside a drawing: for `expressed.name`. */
  name?: string;
}

export interface SignatureOptions {
  words: SignatureMessages;
  furigana?: boolean;
  /** A name that is known already; the person can change it. */
  name?: string;
  /** Something was written, typed or taken away. */
  onChange?: () => void;
}

export interface SignatureField {
  /** To be put anywhere in the dialog; the same element always. */
  readonly element: HTMLElement;
  /** Is there a signature? A dot is none, and blanks are no name. */
  readonly signed: boolean;
  /** What was signed, or undefined. Rejects with an `Error` where WebCrypto is missing. */
  take(): Promise<Signed | undefined>;
  /** Takes everything away. */
  clear(): void;
  update(words: Pick<PartView<SignatureMessages>, 'words' | 'furigana'>): void;
  /** Stops listening. Call it when the dialog closes. */
  destroy(): void;
}

/** {@link SignatureField} for a dialog; nothing is listened to before its element is on the page. */
export const signatureField = (options: SignatureOptions): SignatureField => new Field(options);

class Field implements SignatureField {
  readonly element = document.createElement('div');
  readonly #canvas: HTMLCanvasElement;
  readonly #pad: SignaturePad;
  readonly #watch = new ResizeObserver(() => this.#fit());
  readonly #onChange: () => void;
  #words: SignatureMessages;
  #furigana: boolean;
  #name: string;
  /** In parts of the surface's width; what the pad has is made from it at each new size. */
  #strokes: Stroke[] = [];
  #drawnAt = { width: 0, ratio: 0 };
  /** The pen is down. */
  #drawing = false;

  constructor({ words, furigana = false, name = '', onChange = () => undefined }: SignatureOptions) {
    this.#words = words;
    this.#furigana = furigana;
    this.#name = name;
    this.#onChange = onChange;
    this.#draw();
    this.#canvas = this.element.querySelector('canvas')!;
    // A finger may be there before the first word of its size; later than this the pad no longer lets its lines be drawn anew.
    this.#canvas.addEventListener('pointerdown', this.#fit, true);
    // Every point counts: the pad would leave out those that come within 16 ms, the last of a quick line among them.
    this.#pad = new SignaturePad(this.#canvas, { minWidth: 0.8, maxWidth: 2.4, minDistance: 3, throttle: 0 });
    this.#pad.addEventListener('beginStroke', (event) => {
      if (this.#isFull()) event.preventDefault();
      else this.#drawing = true;
    });
    this.#pad.addEventListener('afterUpdateStroke', () => {
      if (pointCount(this.#pad.toData()) >= mostPoints) this.#penUp();
    });
    this.#pad.addEventListener('endStroke', () => this.#penUp());
    this.#watch.observe(this.#canvas);
    window.addEventListener('resize', this.#fit);
  }

  get signed(): boolean {
    return this.#typed() !== undefined || amount(this.#strokes) === 'signature';
  }

  async take(): Promise<Signed | undefined> {
    const name = this.#typed();
    if (amount(this.#strokes) !== 'signature') return name === undefined ? undefined : { signature: { kind: 'typed', name } };
    const text = this.#pad.toSVG();
    const hash = await hashText(text);
    const reference = `signature-${hash.slice(0, 16)}.svg`;
    return {
      signature: { kind: 'drawn', reference, hash },
      drawing: { reference, type: 'image/svg+xml', text, hash },
      ...(name !== undefined && { name }),
    };
  }

  clear(): void {
    this.#name = '';
    this.#keep([]);
  }

  update({ words, furigana }: Pick<PartView<SignatureMessages>, 'words' | 'furigana'>): void {
    this.#words = words;
    this.#furigana = furigana;
    this.#draw();
  }

  destroy(): void {
    this.#watch.disconnect();
    window.removeEventListener('resize', this.#fit);
    this.#canvas.removeEventListener('pointerdown', this.#fit, true);
    this.#pad.off();
  }

  #typed(): string | undefined {
    return tidyLine(this.#name).value;
  }

  #isFull(): boolean {
    return pointCount(this.#strokes) >= mostPoints;
  }

  /** Keeps what was drawn; drawn anew at once, it looks as it will after every change of size and in the picture. */
  #penUp(): void {
    this.#keep(scaled(this.#pad.toData(), 1 / this.#drawnAt.width).map(finished));
    this.#fit();
  }

  #keep(strokes: Stroke[]): void {
    if (this.#drawing) {
      // Emptied under the pen, the pad would wait for the end of that line for ever.
      this.#drawing = false;
      this.#pad.off();
      this.#pad.on();
    }
    this.#strokes = strokes;
    this.#pad.fromData(scaled(strokes, this.#drawnAt.width));
    this.#changed();
  }

  #changed(): void {
    this.#draw();
    this.#onChange();
  }

  /** As many pixels as the screen has, at every size, zoom and turn; a canvas that changes its size is empty, so the lines are drawn again. */
  readonly #fit = (): void => {
    const { clientWidth: width, clientHeight: height } = this.#canvas;
    const ratio = Math.max(window.devicePixelRatio || 1, 1);
    if (this.#drawing || !width || (width === this.#drawnAt.width && ratio === this.#drawnAt.ratio)) return;
    this.#drawnAt = { width, ratio };
    this.#canvas.width = Math.round(width * ratio);
    this.#canvas.height = Math.round(height * ratio);
    this.#canvas.getContext('2d')!.scale(ratio, ratio);
    this.#pad.fromData(scaled(this.#strokes, width));
  };

  /** One sentence at a time: what is there, or what to do. */
  #state(): string {
    if (this.#isFull()) return this.#words.full;
    const there = amount(this.#strokes);
    return there === 'little' ? this.#words.tooLittle : this.#words.state(there === 'none' ? 0 : this.#strokes.length);
  }

  #draw(): void {
    const [words, furigana] = [this.#words, this.#furigana];
    const typed = (event: Event): void => {
      this.#name = (event.target as HTMLInputElement).value;
      this.#onChange();
    };
    render(
      html`<fieldset class="signature" part="signature" ${styled(signatureStyles)}>
        <legend class="signature-label" ${say(words.heading, furigana)}></legend>
        <p ${say(words.intro, furigana)}></p>
        <div class="signature-ways">
          <div class="signature-way">
            <label class="signature-label" for="signature-name" ${say(words.typed, furigana)}></label>
            <p class="signature-note" id="signature-name-hint" ${say(words.typedHint, furigana)}></p>
            <input
              class="signature-name"
              part="signature-name"
              id="signature-name"
              type="text"
              autocomplete="off"
              autocapitalize="off"
              spellcheck="false"
              data-private="true"
              aria-describedby="signature-name-hint"
              maxlength=${limits.line}
              .value=${live(this.#name)}
              @input=${typed}
            />
          </div>
          <div class="signature-way" role="group" aria-labelledby="signature-drawn">
            <p class="signature-label" id="signature-drawn" ${say(words.drawn, furigana)}></p>
            <p class="signature-note" ${say(words.drawnHint, furigana)}></p>
            <canvas
              class="signature-surface"
              part="signature-surface"
              role="img"
              aria-label=${withoutRuby(words.surface)}
              data-private="true"
            ></canvas>
            <p class="signature-note" role="status" ${say(this.#state(), furigana)}></p>
            <div class="signature-tools">
              <button class="button" part="signature-undo" type="button" @click=${() => this.#keep(this.#strokes.slice(0, -1))}>
                <span ${say(words.undo, furigana)}></span>
              </button>
              <button class="button" part="signature-clear" type="button" @click=${() => this.#keep([])}>
                <span ${say(words.clear, furigana)}></span>
              </button>
            </div>
          </div>
        </div>
      </fieldset>`,
      this.element,
    );
  }
}
