/** `edit`: the sender's desk fills a sheet that came whole from a consultation. Fetched when a page edits; knows the element only as a {@link SheetHost}. */
import { say, type Language } from '@tsunagu/core';
import { checkReferral } from '@tsunagu/schema/referral/check';
import { canBring, type ConsentsByRef, type ReferralSheet } from '@tsunagu/schema/referral';
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
import { Typed, type Conflict } from './merge.js';
import { gatesOf, type GateView } from './gate-view.js';
import { writingPage } from './page.js';
import { sectionOf } from './names.js';
import { same } from './pointer.js';
import { saidIn } from './said.js';
import type { WrittenSection } from './summaries.js';
import { textsIn, type Texts } from './texts.js';
import type { EditView } from './view.js';
import { unsettle } from './unfinished.js';
import { Writing } from './writing.js';

/** The mode, with its texts in the language of the page. Rejects when a part cannot be fetched. */
export async function openEdit(host: SheetHost): Promise<SheetPart> {
  return new EditMode(host, await textsIn(host.lang));
}

export { Autosave } from '../autosave.js';

/** Milliseconds without a key after which the gate is asked again. */
const rest = 400;

/** The same records of the same people: a page may put them together anew each time. */
const sameRecords = (a: ConsentsByRef, b: ConsentsByRef): boolean =>
  Object.keys(a).length === Object.keys(b).length && Object.keys(a).every((ref) => a[ref] === b[ref]);

/** As the page reads it. */
const plain = ({ pointer, theirs }: Conflict): Conflict => ({ pointer, theirs: theirs instanceof Typed ? theirs.text : theirs });

/** A sheet of another shape cannot be shown; what is only wrong in it can be mended here. */
const isReadable = (sheet: ReferralSheet): boolean =>
  checkReferral(unsettle(sheet).sheet).every(({ code }) => code !== 'type' && code !== 'missing');

class EditMode implements SheetPart {
  readonly styles = [editStyles, layoutStyles];
  readonly #acts: EditActs;
  #writing: Writing | undefined;
  #given: ReferralSheet | undefined;
  #gates: readonly GateView[] = [];
  /** Which forum may discuss it. */
  #bring!: ReturnType<typeof canBring>;
  /** What the gates were asked with. */
  #asked: readonly unknown[] = [];
  #said: { of: readonly unknown[]; said: Said } | undefined;
  #consents: ConsentsByRef = {};
  #coming: Language | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** Counts what has to be drawn; a key in a field draws nothing. */
  #turn = 0;
  /** The same for each section that is written in: a pause draws these alone. */
  #turns: Partial<Record<WrittenSection, number>> = {};
  /** Counts the pauses that were drawn. */
  #rests = 0;
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
      wrote: (pointer) => this.#wrote(pointer),
    });
  }

  end(): void {
    this.#over = true;
    clearTimeout(this.#timer);
  }

  render(): TemplateResult {
    const { host } = this;
    const { given, value, lang } = host;
    if (lang !== this.texts.lang) void this.#speak(lang);
    if (!given || !value) return html`${nothing}`;
    if (given.sheet !== this.#given && !isReadable(given.sheet))
      return html`<p class="edit" part="unreadable" ${say(this.texts.texts.noSheet, host.furigana && lang === 'ja-x-easy')}></p>`;
    this.#follow(given.sheet, value.sheet);
    const view = this.#view();
    const known = [this.#turn, this.#rests, this.texts, view.said, view.furigana, host.directory, view.consents];
    queueMicrotask(() => this.#acts.land());
    return html`<div class="edit" part="edit" ${listen(this.#acts)}>
      ${guard(known, () => (this.#acts.checking ? checkPage(view) : writingPage(view)))}
    </div>`;
  }

  /** The page may have given another sheet, or other consents. `written`: the sheet with what was written on it so far. */
  #follow(given: ReferralSheet, written: ReferralSheet): void {
    const { host } = this;
    const today = (): string => dayOf(host.at);
    if (!this.#writing) {
      this.#writing = new Writing(given, today, written);
    } else if (given.id !== this.#writing.sheet.id) {
      this.#writing = new Writing(given, today);
      this.#acts.forget();
      this.#turn++;
    } else if (given !== this.#given && this.#writing.take(given)) {
      this.#turn++;
      // What came of both is the page’s to keep.
      if (!same(given, this.#writing.settled)) host.change(() => this.#writing!.settled, this.#writing.elsewhere.map(plain));
    }
    this.#given = given;
    this.#readConsents();
    const asked = [this.#consents, host.directory, this.texts, this.#turn];
    if (asked.some((each, index) => each !== this.#asked[index])) this.#askGates();
  }

  #askGates(): readonly GateView[] {
    const { at, directory } = this.host;
    this.#readConsents();
    const { judged } = this.#writing!;
    const consents = this.#consents;
    this.#gates = gatesOf(judged, { consents, at, said: this.#names() });
    this.#bring = canBring(judged, consents, at, { oneDesk: this.#acts.oneDesk, purpose: 'plan-meeting' });
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
      turn: this.#turn,
      turns: this.#turns,
      bring: this.#bring,
      act: this.#acts,
    };
  }

  /** Something was written at `pointer`: the page hears of it, and when the writing rests, the gate is asked. */
  #wrote(pointer: string): void {
    const section = sectionOf(pointer) as WrittenSection;
    this.#turns[section] = (this.#turns[section] ?? 0) + 1;
    this.host.change(() => this.#writing!.settled);
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#rest(), rest);
  }

  /** The writing rests: the gate is asked, and then, with keys let through between, what changed is drawn. */
  #rest(): void {
    if (this.#over) return;
    this.#askGates();
    this.#timer = setTimeout(() => {
      this.#rests++;
      this.host.requestUpdate();
    });
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
