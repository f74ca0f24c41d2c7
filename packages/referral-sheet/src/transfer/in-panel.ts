/** 読み取る・取りこむ. */
import { say, withoutRuby } from '@tsunagu/core';
import { html, nothing, type TemplateResult } from 'lit';
import { ref } from 'lit/directives/ref.js';
import type { TransferMessages } from '../locales/transfer.messages.js';
import type { SheetHost } from '../sheet-host.js';
import { Incoming, type Heard, type Told } from './incoming.js';
import type { Camera } from './look.js';
import { agencyNames } from './outgoing.js';
import { propose, wordingFor, type Hearing, type Proposal, type ProposalKind } from './proposal.js';

/** A photograph of a page; no sheet's file is as large. */
const mostBytes = 40_000_000;

/** What people wrote is Japanese nearly always, in whatever language the page speaks. */
const langOf = (text: string) => (/[\u3040-\u30ff\u4e00-\u9fff]/.test(text) ? 'ja' : nothing);

const nothingToTell: Told = () => '';

export class InPanel {
  readonly #incoming: Incoming;
  #news: Told = nothingToTell;
  #sealed: string | undefined;
  #proposal: Proposal | undefined;
  #camera: Camera | undefined;
  #ended = false;
  /** Codes come faster than they are dealt with: one after the other. */
  #queue: Promise<void> = Promise.resolve();

  constructor(
    private readonly host: SheetHost,
    private readonly speak: () => TransferMessages,
  ) {
    this.#incoming = new Incoming(() => host.value);
  }

  private get words(): TransferMessages {
    return this.speak();
  }

  /** Out of the page, if only to be moved: what was read stays. */
  rest(): void {
    if (!this.#camera) return;
    this.#stopCamera();
    this.#tell(nothingToTell);
  }

  end(): void {
    this.#ended = true;
    this.#stopCamera();
  }

  render(): TemplateResult {
    const words = this.words.in;
    const { furigana } = this.host;
    return html`<section class="transfer-side" aria-labelledby="transfer-in">
      <h3 id="transfer-in" tabindex="-1" ${say(words.title, furigana)}></h3>
      <p ${say(words.lead, furigana)}></p>
      <div class="transfer-news" role="status" part="in-news">
        <p ${say(this.#news(this.words), furigana)}></p>
        <p ${say(this.#incoming.far(this.words), furigana)}></p>
      </div>
      ${
        this.#incoming.progress
          ? html`<button class="button" part="in-restart" type="button" @click=${this.#startOver}>
              <span ${say(words.startOver, furigana)}></span>
            </button>`
          : nothing
      }
      ${this.#keyView()} ${this.#check()}
      <div class="transfer-box">
        <label
          ><span class="transfer-label" ${say(words.scanner, furigana)}></span
          ><input
            class="transfer-line"
            part="in-scanner"
            type="text"
            inputmode="none"
            autocomplete="off"
            autocapitalize="off"
            spellcheck="false"
            @keydown=${this.#scanned}
            @change=${this.#leftBehind}
            @paste=${this.#pasted}
        /></label>
        <p ${say(words.scannerHint, furigana)}></p>
      </div>
      <div class="transfer-box">
        <label class="button transfer-file"
          ><input
            part="in-file"
            type="file"
            multiple
            accept=".json,.jwe,.txt,application/json,text/plain,image/*"
            @change=${this.#files} /><span ${say(words.file, furigana)}></span
        ></label>
        <p ${say(words.fileHint, furigana)}></p>
      </div>
      ${this.#cameraView()}
      <div class="transfer-box">
        <label
          ><span class="transfer-label" ${say(words.paste, furigana)}></span
          ><textarea class="transfer-area" part="in-paste" rows="4" spellcheck="false"></textarea>
        </label>
        <button class="button" part="in-read" type="button" @click=${this.#readPaste}><span ${say(words.read, furigana)}></span></button>
      </div>
    </section>`;
  }

  get #hearing(): Hearing | undefined {
    const { desk, worker, consents, directory, at } = this.host;
    if (desk === undefined) return undefined;
    return {
      actor: { agency: desk, ...(worker !== undefined && { name: worker }) },
      at,
      consents,
      ...(directory && { calendar: directory.calendar, desks: directory.windows.map(({ id }) => id) }),
    };
  }

  #tell(news: Told): void {
    this.#news = news;
    this.host.requestUpdate();
  }

  /** Where somebody goes on whose button is gone, or who has something to look at. */
  #goTo(place: string): void {
    requestAnimationFrame(() => {
      if (!this.#ended) this.host.root.querySelector<HTMLElement>(place)?.focus();
    });
  }

  #hear(reading: () => Promise<Heard>): void {
    this.#queue = this.#queue.then(async () => {
      if (this.#ended) return;
      try {
        const heard = await reading();
        if (heard.value) {
          this.#stopCamera();
          this.#sealed = undefined;
          const wording = await wordingFor(this.host.lang, agencyNames(this.host));
          this.#proposal = await propose(heard.value, this.host.value, wording, this.#hearing);
          for (const area of this.host.root.querySelectorAll<HTMLTextAreaElement>('[part=in-paste]')) area.value = '';
          this.#goTo('#transfer-check');
        } else if (heard.sealed !== undefined) {
          this.#stopCamera();
          this.#proposal = undefined;
          if (this.#sealed === undefined) this.#goTo('[part=in-key]');
          this.#sealed = heard.sealed;
        }
        this.#tell(heard.news);
      } catch (error) {
        console.warn(`<tsunagu-referral-sheet> ${String(error)}`);
        this.#tell((words) => words.in.unreadable);
      }
    });
  }

  /** A scanner types a code and ends it with Enter or Tab; while an input method composes, Enter is its own. */
  readonly #scanned = (event: KeyboardEvent): void => {
    const input = event.target as HTMLInputElement;
    // An empty field is left with Tab as any other.
    if (event.key !== 'Enter' && !(event.key === 'Tab' && !event.shiftKey && input.value.trim())) return;
    // A page's form is not sent by it, whatever the input method is doing.
    event.preventDefault();
    event.stopPropagation();
    // What is being composed arrives with the end of the composition, which comes after this key.
    if (event.isComposing) input.addEventListener('compositionend', () => queueMicrotask(() => this.#takeLine(input)), { once: true });
    else this.#takeLine(input);
  };

  #takeLine(input: HTMLInputElement): void {
    const text = input.value;
    input.value = '';
    if (text.trim()) this.#hear(() => this.#incoming.code(text));
  }

  /** A code without an end, by a scanner that sends none or somebody who pasted it. */
  readonly #leftBehind = ({ target }: Event): void => this.#takeLine(target as HTMLInputElement);

  /** A pasted list of codes loses its line ends in a field of one line. */
  readonly #pasted = (event: ClipboardEvent): void => {
    const text = event.clipboardData?.getData('text') ?? '';
    if (!/[\r\n]./.test(text)) return;
    event.preventDefault();
    this.#hear(() => this.#incoming.text(text));
  };

  readonly #readPaste = (event: Event): void => {
    const area = (event.currentTarget as HTMLElement).parentElement!.querySelector('textarea')!;
    const text = area.value;
    this.#hear(() => this.#incoming.text(text));
  };

  readonly #startOver = (): void => {
    this.#incoming.startOver();
    this.#sealed = undefined;
    this.#proposal = undefined;
    this.#tell(nothingToTell);
    this.#goTo('#transfer-in');
  };

  readonly #files = (event: Event): void => {
    const input = event.target as HTMLInputElement;
    const files = [...(input.files ?? [])];
    // The same file may be chosen again.
    input.value = '';
    for (const file of files) this.#hear(() => this.#file(file));
  };

  async #file(file: File): Promise<Heard> {
    if (file.size > mostBytes) return { news: (words) => words.in.tooLarge };
    this.#tell((words) => words.in.reading);
    if (!file.type.startsWith('image/')) return this.#incoming.text(await file.text());
    const { codesOnPicture } = await import('./look.js');
    const codes = await codesOnPicture(file);
    return codes.length ? this.#incoming.codes(codes) : { news: (words) => words.in.noCode(file.name) };
  }

  readonly #startCamera = async (): Promise<void> => {
    if (!navigator.mediaDevices?.getUserMedia) return this.#tell((words) => words.in.cameraNone);
    try {
      const { openCamera } = await import('./look.js');
      if (this.#ended || this.#camera) return;
      const camera = await openCamera(
        (texts) => this.#seen(texts),
        () => {
          this.#stopCamera();
          this.#tell((words) => words.in.cameraLost);
        },
      );
      // The panel was closed, or somebody pressed twice, while the question stood.
      if (this.#ended || this.#camera) return camera.stop();
      this.#camera = camera;
      this.#tell((words) => words.in.cameraOn);
      this.#goTo('[part=in-camera-off]');
    } catch {
      this.#tell((words) => words.in.cameraRefused);
    }
  };

  /** The code in front of the camera is seen again and again: only what is new is dealt with. */
  #shown = '';
  #seen(texts: readonly string[]): void {
    const key = [...texts].sort().join('\n');
    if (!key || key === this.#shown) return;
    this.#shown = key;
    this.#hear(() => this.#incoming.codes(texts));
  }

  #stopCamera(): void {
    this.#camera?.stop();
    this.#camera = undefined;
    this.#shown = '';
  }

  readonly #cameraOff = (): void => {
    this.#stopCamera();
    this.#tell(nothingToTell);
    this.#goTo('[part=in-camera]');
  };

  #cameraView(): TemplateResult {
    const words = this.words.in;
    const { furigana } = this.host;
    const camera = this.#camera;
    const watched = (video?: Element): void => {
      if (video && camera && (video as HTMLVideoElement).srcObject !== camera.stream) camera.watch(video as HTMLVideoElement);
    };
    return html`<div class="transfer-box">
      ${
        camera
          ? html`<video
                class="transfer-video"
                part="in-video"
                playsinline
                muted
                aria-label=${withoutRuby(words.cameraView)}
                ${ref(watched)}
              ></video>
              <button class="button" part="in-camera-off" type="button" @click=${this.#cameraOff}>
                <span ${say(words.cameraStop, furigana)}></span>
              </button>`
          : html`<button class="button" part="in-camera" type="button" @click=${() => void this.#startCamera()}>
              <span ${say(words.camera, furigana)}></span>
            </button>`
      }
    </div>`;
  }

  #keyView(): TemplateResult | typeof nothing {
    const sealed = this.#sealed;
    if (sealed === undefined) return nothing;
    const { furigana } = this.host;
    const choose = (event: Event): void => {
      const input = event.target as HTMLInputElement;
      const [file] = input.files ?? [];
      input.value = '';
      if (file) this.#hear(async () => this.#incoming.open(sealed, await file.text()));
    };
    return html`<div class="transfer-box">
      <label class="button transfer-file"
        ><input part="in-key" type="file" accept=".json,.jwk,application/json" @change=${choose} /><span
          ${say(this.words.in.key, furigana)}
        ></span
      ></label>
      <p ${say(this.words.in.keyHint, furigana)}></p>
    </div>`;
  }

  #check(): TemplateResult | typeof nothing {
    const proposal = this.#proposal;
    if (!proposal) return nothing;
    const words = this.words.check;
    const { furigana } = this.host;
    const { kind, value, differences, added } = proposal;
    const sentences: Readonly<Record<ProposalKind, string>> = {
      fresh: words.fresh,
      same: words.same,
      update: differences.length ? '' : words.nothing,
      answers: words.answers,
      late: words.late,
      other: words.other,
      behind: words.behind,
      apart: words.apart,
      changed: words.changed,
    };
    const close = (news: Told): void => {
      this.#proposal = undefined;
      this.#tell(news);
      this.#goTo('#transfer-in');
    };
    const take = (): void => {
      const isTaken = this.host.replace(value!);
      close((messages) => (isTaken ? messages.check.done : ''));
    };
    const gives = value !== undefined && kind !== 'same';
    return html`<section class="transfer-box" part="in-check" aria-labelledby="transfer-check">
      <h3 id="transfer-check" tabindex="-1" ${say(words.title, furigana)}></h3>
      <p ${say(sentences[kind], furigana)}></p>
      ${gives && added.length ? html`<p ${say(words.steps(added.length), furigana)}></p>` : nothing}
      ${
        differences.length
          ? html`<dl class="transfer-differences" part="in-differences">
              ${differences.map(
                ({ name, before, after }) =>
                  html`<dt ${say(name, furigana)}></dt>
                    <dd>
                      <span class="note" ${say(words.before, furigana)}></span>
                      ${before === undefined ? html`<span ${say(words.none, furigana)}></span>` : html`<del lang=${langOf(before)} .textContent=${before}></del>`}
                    </dd>
                    <dd>
                      <span class="note" ${say(words.after, furigana)}></span>
                      ${after === undefined ? html`<span ${say(words.none, furigana)}></span>` : html`<ins lang=${langOf(after)} .textContent=${after}></ins>`}
                    </dd>`,
              )}
            </dl>`
          : nothing
      }
      <div class="transfer-row">
        ${
          gives
            ? html`<button class="button loud" part="in-take" type="button" @click=${take}>
                <span ${say(kind === 'other' || differences.length ? words.replace : words.take, furigana)}></span>
              </button>`
            : nothing
        }
        <button class="button" type="button" part="in-leave" @click=${() => close(nothingToTell)}>
          <span ${say(words.cancel, furigana)}></span>
        </button>
      </div>
    </section>`;
  }
}
