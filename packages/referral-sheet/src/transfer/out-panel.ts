/** 渡す・保存する. */
import { say, withoutRuby } from '@tsunagu/core';
import { codeImage } from '@tsunagu/core/print';
import type { PublicJwk } from '@tsunagu/core/seal';
import type { ConsentsByRef } from '@tsunagu/schema/referral';
import { localize } from '@tsunagu/schema/text';
import { html, nothing, type TemplateResult } from 'lit';
import { encode } from 'uqr';
import type { TransferMessages } from '../locales/transfer.messages.js';
import { recipientsOf } from '../paper/recipients.js';
import type { ReferralValue, SheetHost } from '../sheet-host.js';
import type { Told } from './incoming.js';
import { codesOf, fileOf, outgoing, textOf, type OutCodes, type OutFile, type OutFor, type OutFormat, type Outgoing } from './outgoing.js';

const quiet = 4;

export class OutPanel {
  #to: string | undefined;
  #news: Told = () => '';
  /** What is given now, and what was when the thing on the screen was made. */
  #made: { value: ReferralValue; consents: ConsentsByRef; given: string } | undefined;
  /** Counts what was asked for: what is ready after something else was asked is for nobody. */
  #turn = 0;
  #text: string | undefined;
  #waiting: OutFile | undefined;
  #codes: (OutCodes & { at: number; all: boolean }) | undefined;
  #key: PublicJwk | undefined;
  #address: string | undefined;

  constructor(
    private readonly host: SheetHost,
    private readonly speak: () => TransferMessages,
  ) {}

  private get words(): TransferMessages {
    return this.speak();
  }

  get #from(): Outgoing {
    const { value, consents, directory, at } = this.host;
    return { value: value!, consents, at, ...(directory && { directory }) };
  }

  /** A whole sheet is given to one desk, or kept; a desk that was handed it has one thing to give. */
  get #whole(): boolean {
    return Object.hasOwn(this.host.value!.sheet, 'salt');
  }

  get #for(): OutFor {
    if (this.#to === 'own') return 'own';
    const { sheet } = this.host.value!;
    if (!this.#whole) return { agency: this.host.desk ?? (sheet.to as { agency?: string }).agency ?? sheet.coordinator.agency };
    const all = recipientsOf(this.host.value!);
    return { agency: (all.find(({ agency }) => agency === this.#to) ?? all[0]!).agency };
  }

  render(): TemplateResult {
    this.#lookAgain();
    const { out } = this.words;
    const { furigana } = this.host;
    const own = this.#for === 'own';
    const button = (text: string, act: (current: () => boolean) => Promise<void> | void, part: string): TemplateResult =>
      html`<li>
        <button class="button" part=${`out-${part}`} type="button" @click=${() => void this.#try(act)}>
          <span ${say(text, furigana)}></span>
        </button>
      </li>`;
    const file =
      (format: OutFormat) =>
      (current: () => boolean): Promise<void> =>
        this.#file(format, current);
    return html`<section class="transfer-side" aria-labelledby="transfer-out">
      <h3 id="transfer-out" ${say(out.title, furigana)}></h3>
      <p ${say(this.#whole ? out.lead : out.leadHere, furigana)}></p>
      ${this.#whole ? this.#who() : nothing}
      <ul class="transfer-ways">
        ${button(out.json, file('json'), 'json')} ${button(out.csv, file('csv'), 'csv')} ${button(out.xlsx, file('xlsx'), 'xlsx')}
        ${button(out.text, (current) => this.#copy(current), 'text')}
        ${
          own
            ? nothing
            : html`${button(out.fhir, file('fhir'), 'fhir')} ${button(out.print, (current) => this.#print(current), 'print')}
              ${button(out.codes, (current) => this.#showCodes(current), 'codes')}`
        }
      </ul>
      <div class="transfer-news" role="status" part="out-news"><p ${say(this.#news(this.words), furigana)}></p></div>
      ${this.#losses()} ${this.#copied()} ${this.#codesView()} ${own ? nothing : this.#sealing()}
    </section>`;
  }

  end(): void {
    if (this.#address !== undefined) URL.revokeObjectURL(this.#address);
    this.#address = undefined;
    this.#key = undefined;
  }

  #who(): TemplateResult {
    const { out } = this.words;
    const { furigana, directory, lang } = this.host;
    const to = this.#for;
    const choose = (id: string) => (): void => {
      this.#to = id;
      // What was made was made for another desk.
      this.#forget();
      this.host.requestUpdate();
    };
    const nameOf = (agency: string, name: string | undefined): string => {
      const window = directory?.windows.find(({ id }) => id === agency);
      return name ?? (window ? localize(window.name, lang) : agency);
    };
    const option = (id: string, label: TemplateResult, checked: boolean): TemplateResult =>
      html`<label class="transfer-who"
        ><input type="radio" name="transfer-who" .checked=${checked} @change=${choose(id)} />${label}</label
      >`;
    return html`<fieldset>
      <legend ${say(out.who, furigana)}></legend>
      ${recipientsOf(this.host.value!).map(({ agency, name }) =>
        option(agency, html`<span .textContent=${nameOf(agency, name)}></span>`, to !== 'own' && to.agency === agency),
      )}
      ${option('own', html`<span ${say(out.own, furigana)}></span>`, to === 'own')}
      ${to === 'own' ? html`<p ${say(out.ownHint, furigana)}></p>` : nothing}
    </fieldset>`;
  }

  #forget(): void {
    this.#turn++;
    this.#text = undefined;
    this.#waiting = undefined;
    this.#codes = undefined;
    this.#made = undefined;
    this.#news = () => '';
  }

  /** Codes that are on the screen, and what waits to be saved, go as soon as something else would be given: the sheet went on, a consent was taken back. */
  #lookAgain(): void {
    const made = this.#made;
    if (!made) return;
    const { value, consents } = this.host;
    if (value!.sheet === made.value.sheet && value!.events === made.value.events && consents === made.consents) return;
    if (this.#given() === made.given) {
      this.#made = { ...made, value: value!, consents };
    } else {
      this.#forget();
      this.#news = ({ codes }) => codes.changed;
    }
  }

  #given(): string {
    try {
      return JSON.stringify(outgoing(this.#from, this.#for));
    } catch {
      return '';
    }
  }

  async #try(act: (current: () => boolean) => Promise<void> | void): Promise<void> {
    this.#forget();
    const turn = this.#turn;
    const { value, consents } = this.host;
    this.#made = { value: value!, consents, given: this.#given() };
    const current = (): boolean => turn === this.#turn;
    try {
      await act(current);
    } catch (error) {
      if (!current()) return;
      const { code } = error as { code?: string };
      this.#news = ({ out }) => (error instanceof RangeError ? out.tooMany : code === 'insecure' ? out.insecure : out.failed);
      console.warn(`<tsunagu-referral-sheet> ${String(error)}`);
    }
    // A file that is saved is nothing that still could be taken back.
    if (current() && this.#text === undefined && !this.#waiting && !this.#codes) this.#made = undefined;
    this.host.requestUpdate();
  }

  #goTo(place: string): void {
    requestAnimationFrame(() => this.host.root.querySelector<HTMLElement>(place)?.focus());
  }

  async #file(format: OutFormat, current: () => boolean): Promise<void> {
    const made = await fileOf(format, this.#from, this.#for, this.#key);
    if (!current()) return;
    if (!made.losses?.length) return this.#save(made);
    this.#waiting = made;
    this.#goTo('#transfer-losses');
  }

  #save({ name, content }: OutFile): void {
    if (this.#address !== undefined) URL.revokeObjectURL(this.#address);
    this.#address = URL.createObjectURL(content);
    const link = document.createElement('a');
    link.href = this.#address;
    link.download = name;
    link.click();
    this.#waiting = undefined;
    this.#news = ({ out }) => out.saved(name);
  }

  async #copy(current: () => boolean): Promise<void> {
    const text = await textOf(this.#from, this.#for);
    if (!current()) return;
    this.#text = text;
    let copied = true;
    try {
      await navigator.clipboard.writeText(text);
    } catch {
      copied = false;
    }
    if (current()) this.#news = ({ out }) => (copied ? out.copied : out.copyByHand);
  }

  async #print(current: () => boolean): Promise<void> {
    const { printPaper, paperTexts } = await import('../paper/index.js');
    const { lang, furigana, directory, at } = this.host;
    const texts = await paperTexts(lang);
    if (!current()) return;
    const to = this.#for as { agency: string };
    const recipient = recipientsOf(this.host.value!).find(({ agency }) => agency === to.agency);
    const printed = await printPaper({
      ...outgoing(this.#from, to),
      ...(this.#whole && { agency: recipient ?? to }),
      ...(directory && { directory }),
      texts,
      furigana,
      at,
    });
    if (!printed && current()) this.#news = ({ out }) => out.printFailed;
  }

  async #showCodes(current: () => boolean): Promise<void> {
    const codes = await codesOf(this.#from, this.#for as { agency: string }, this.#key);
    if (!current()) return;
    this.#codes = { ...codes, at: 0, all: false };
    this.#goTo('#transfer-codes');
  }

  #losses(): TemplateResult | typeof nothing {
    const waiting = this.#waiting;
    if (!waiting) return nothing;
    const { furigana } = this.host;
    const save = (): void => {
      this.#save(waiting);
      this.host.requestUpdate();
      this.#goTo('[part=out-fhir]');
    };
    return html`<div class="transfer-box" part="out-losses">
      <p id="transfer-losses" class="transfer-label" tabindex="-1" ${say(this.words.out.losses, furigana)}></p>
      <ul class="transfer-list">
        ${waiting.losses!.map((loss) => html`<li ${say(this.words.out.lost(loss), furigana)}></li>`)}
      </ul>
      <button class="button" part="out-save" type="button" @click=${save}><span ${say(this.words.out.saveAnyway, furigana)}></span></button>
    </div>`;
  }

  #copied(): TemplateResult | typeof nothing {
    if (this.#text === undefined) return nothing;
    return html`<label class="transfer-box"
      ><span ${say(this.words.out.textLabel, this.host.furigana)}></span
      ><textarea class="transfer-area" part="out-copied" readonly rows="8" lang="ja" .value=${this.#text}></textarea>
    </label>`;
  }

  #codesView(): TemplateResult | typeof nothing {
    const codes = this.#codes;
    if (!codes) return nothing;
    const { codes: words } = this.words;
    const { furigana } = this.host;
    const { parts, id, at, all } = codes;
    const go = (change: Partial<typeof codes>) => (): void => {
      this.#codes = { ...codes, ...change };
      this.host.requestUpdate();
    };
    const close = (): void => {
      this.#forget();
      this.host.requestUpdate();
      this.#goTo('[part=out-codes]');
    };
    const one = (index: number): TemplateResult =>
      html`<figure class="transfer-code">
        <figcaption ${say(words.part(index + 1, parts.length), furigana)}></figcaption>
        ${codeImage(encode(parts[index]!, { ecc: 'M', border: quiet }), withoutRuby(words.image(index + 1, parts.length)))}
      </figure>`;
    const button = (text: string, part: string, act: () => void): TemplateResult =>
      html`<button class="button" part=${`codes-${part}`} type="button" @click=${act}><span ${say(text, furigana)}></span></button>`;
    const step = (by: number): (() => void) => go({ at: (at + by + parts.length) % parts.length });
    return html`<div class="transfer-box" part="out-codes-view">
      <p id="transfer-codes" class="transfer-label" tabindex="-1" ${say(words.id(id), furigana)}></p>
      <div class=${all ? 'transfer-codes all' : 'transfer-codes'} aria-live="polite">
        ${all ? parts.map((_, index) => one(index)) : one(at)}
      </div>
      <div class="transfer-row">
        ${all || parts.length === 1 ? nothing : html`${button(words.previous, 'previous', step(-1))} ${button(words.next, 'next', step(1))}`}
        ${parts.length > 1 ? button(all ? words.one : words.all, 'all', go({ all: !all })) : nothing} ${button(words.close, 'close', close)}
      </div>
    </div>`;
  }

  #sealing(): TemplateResult {
    const { out } = this.words;
    const { furigana } = this.host;
    const key = this.#key;
    const choose = async ({ target }: Event): Promise<void> => {
      const input = target as HTMLInputElement;
      const [file] = input.files ?? [];
      if (!file) return;
      this.#forget();
      try {
        const { keyFrom } = await import('@tsunagu/core/seal');
        this.#key = await keyFrom(await file.text());
      } catch (error) {
        this.#key = undefined;
        const { code } = error as { code?: string };
        this.#news = ({ out: words }) => (code === 'private-key' ? words.privateKey : code === 'insecure' ? words.insecure : words.badKey);
      }
      input.value = '';
      this.host.requestUpdate();
    };
    const open = (): void => {
      this.#key = undefined;
      this.#forget();
      this.host.requestUpdate();
    };
    return html`<div class="transfer-box">
      ${
        key
          ? html`<p ${say(out.sealed(key.kid ?? `${key.x.slice(0, 8)}…`), furigana)}></p>
              <button class="button" type="button" @click=${open}><span ${say(out.unsealed, furigana)}></span></button>`
          : html`<label class="button transfer-file"
                ><input
                  part="out-key"
                  type="file"
                  accept=".json,.jwk,application/json"
                  @change=${(event: Event) => void choose(event)} /><span ${say(out.seal, furigana)}></span
              ></label>
              <p ${say(out.sealHint, furigana)}></p>`
      }
    </div>`;
  }
}
