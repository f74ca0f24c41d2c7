/** `edit`: the sender's desk fills a sheet that came whole from a consultation. Fetched when a page edits; knows the element only as a {@link SheetHost}. */
import { say, type Language } from '@tsunagu/core';
import { checkReferral } from '@tsunagu/schema/referral/check';
import type { ConsentsByRef, ReferralSheet } from '@tsunagu/schema/referral';
import { html, nothing, type TemplateResult } from 'lit';
import { guard } from 'lit/directives/guard.js';
import type { SheetHost, SheetPart } from '../sheet-host.js';
import { checkPage } from './check-page.js';
import type { Said } from './contents.js';
import { dayOf } from './days.js';
import { EditActs } from './acts.js';
import { editStyles } from './edit.styles.js';
import { layoutStyles } from './layout.styles.js';
import { listen } from './listen.js';
import { gatesOf, type GateView } from './gate-view.js';
import { writingPage } from './page.js';
import { saidIn } from './said.js';
import { textsIn, type Texts } from './texts.js';
import type { EditView } from './view.js';
import { unsettle } from './unfinished.js';
import { Writing } from './writing.js';

/** The mode, with its texts in the language of the page. Rejects when a part cannot be fetched. */
export async function openEdit(host: SheetHost): Promise<SheetPart> {
  return new EditMode(host, await textsIn(host.lang));
}

/** Milliseconds without a key after which the gate is asked again. */
const rest = 400;

/** The same records of the same people: a page may put them together anew each time. */
const sameRecords = (a: ConsentsByRef, b: ConsentsByRef): boolean =>
  Object.keys(a).length === Object.keys(b).length && Object.keys(a).every((ref) => a[ref] === b[ref]);

/** A sheet of another shape cannot be shown; what is only wrong in it can be mended here. */
const isReadable = (sheet: ReferralSheet): boolean =>
  checkReferral(unsettle(sheet).sheet).every(({ code }) => code !== 'type' && code !== 'missing');

class EditMode implements SheetPart {
  readonly styles = [editStyles, layoutStyles];
  readonly #acts: EditActs;
  #writing: Writing | undefined;
  #given: ReferralSheet | undefined;
  #gates: readonly GateView[] = [];
  /** What the gates were asked with. */
  #asked: readonly unknown[] = [];
  #said: { of: readonly unknown[]; said: Said } | undefined;
  #consents: ConsentsByRef = {};
  #coming: Language | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** Counts what has to be drawn; a key in a field draws nothing. */
  #turn = 0;
  #over = false;

  constructor(
    private readonly host: SheetHost,
    private texts: Texts,
  ) {
    this.#acts = new EditActs({
      host,
      writing: () => this.#writing!,
      messages: () => this.texts.messages,
      gates: () => this.#askGates(),
      draw: () => this.#draw(),
      wrote: () => this.#wrote(),
    });
  }

  end(): void {
    this.#over = true;
    clearTimeout(this.#timer);
  }

  render(): TemplateResult {
    const { host } = this;
    const { value, lang } = host;
    if (lang !== this.texts.lang) void this.#speak(lang);
    if (!value) return html`${nothing}`;
    if (value.sheet !== this.#given && !isReadable(value.sheet))
      return html`<p class="edit" part="unreadable" ${say(this.texts.texts.noSheet, host.furigana && lang === 'ja-x-easy')}></p>`;
    this.#follow(value.sheet);
    const view = this.#view();
    const known = [this.#turn, this.texts, view.said, view.furigana, host.directory, view.consents];
    queueMicrotask(() => this.#acts.land());
    return html`<div class="edit" part="edit" ${listen(this.#acts)}>
      ${guard(known, () => (this.#acts.checking ? checkPage(view) : writingPage(view)))}
    </div>`;
  }

  /** The page may have given another sheet, or other consents. */
  #follow(sheet: ReferralSheet): void {
    const { host } = this;
    if (!this.#writing) {
      this.#writing = new Writing(sheet, () => dayOf(host.at));
      this.#given = sheet;
    } else if (sheet !== this.#given) {
      this.#given = sheet;
      const other = sheet.id !== this.#writing.sheet.id;
      if (other) this.#writing = new Writing(sheet, () => dayOf(host.at));
      if (other) this.#acts.forget();
      if (other || this.#writing.take(sheet)) this.#turn++;
    }
    this.#readConsents();
    const asked = [this.#consents, host.directory, this.texts, this.#turn];
    if (asked.some((each, index) => each !== this.#asked[index])) this.#askGates();
  }

  #askGates(): readonly GateView[] {
    const { at, directory } = this.host;
    this.#readConsents();
    this.#gates = gatesOf(this.#writing!.judged, { consents: this.#consents, at, said: this.#names() });
    this.#asked = [this.#consents, directory, this.texts, this.#turn];
    return this.#gates;
  }

  #readConsents(): void {
    const { consents } = this.host;
    if (!sameRecords(consents, this.#consents)) this.#consents = consents;
  }

  #names(): Said {
    const of = [this.texts, this.host.directory];
    if (!this.#said || this.#said.of.some((each, index) => each !== of[index]))
      this.#said = { of, said: saidIn(this.texts.texts, this.texts.messages, this.host.directory, this.texts.lang) };
    return this.#said.said;
  }

  #view(): EditView {
    const { host } = this;
    const { messages, texts, lang } = this.texts;
    const writing = this.#writing!;
    const { open, problems, gateOpen, oneDesk, taken } = this.#acts;
    return {
      messages,
      texts,
      said: this.#names(),
      lang,
      furigana: host.furigana && lang === 'ja-x-easy',
      writing,
      sheet: writing.sheet,
      city: host.directory,
      consents: this.#consents,
      at: host.at,
      open,
      problems,
      gates: this.#gates,
      gateOpen,
      oneDesk,
      taken,
      act: this.#acts,
    };
  }

  /** Something was written: the page hears of it, and when the writing rests, the gate is asked. */
  #wrote(): void {
    const { host } = this;
    this.#given = this.#writing!.settled;
    host.change(this.#given);
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#writing!.pause(false);
      this.#draw();
    }, rest);
  }

  #draw(): void {
    if (this.#over) return;
    clearTimeout(this.#timer);
    this.#turn++;
    this.host.requestUpdate();
  }

  async #speak(lang: Language): Promise<void> {
    if (this.#coming === lang) return;
    this.#coming = lang;
    try {
      const texts = await textsIn(lang);
      if (this.#coming === lang) this.texts = texts;
    } catch {
      console.warn(`<tsunagu-referral-sheet> the texts for "${lang}" could not be loaded; "${this.texts.lang}" stays.`);
      return;
    }
    this.#coming = undefined;
    this.#draw();
  }
}
