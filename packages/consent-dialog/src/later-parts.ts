/** The parts that are fetched when they are needed: previews, the worker's panel, the signature, printing, the form for a pen. */
import type { ConsentEvent, Member, RequestDraft } from '@tsunagu/schema/consent';
import { html, nothing } from 'lit';
import { say } from '@tsunagu/core';
import { cellsOf } from './cell.js';
import { Later } from './later.js';
import type { DialogView, Piece } from './parts/view.js';
import type { PaperOptions } from './paper/paper-twin.js';
import type { SignatureField, Signed } from './parts/signature.js';
import type { WorkerAnswers } from './parts/worker.js';

/** What the worker's panel looks at. */
export interface Case {
  request: RequestDraft | undefined;
  subject: string | undefined;
  household: readonly Member[] | undefined;
  events: readonly ConsentEvent[];
  at: Date;
}

export class LaterParts {
  readonly #preview;
  readonly #worker;
  readonly #signature;
  /** The agencies whose preview is open. */
  readonly #open = new Set<string>();
  #answers: WorkerAnswers = { grounds: [] };
  #field: SignatureField | undefined;

  constructor(private readonly changed: () => void) {
    this.#preview = new Later(async (language) => {
      const { previewFor, previewWords } = await import('./parts/preview.js');
      return { previewFor, words: await previewWords(language) };
    }, this.changed);
    this.#worker = new Later(async (language) => {
      const { workerBody, forumWords } = await import('./parts/worker.js');
      return { workerBody, words: await forumWords(language) };
    }, this.changed);
    this.#signature = new Later(async (language) => {
      const { signatureField, signatureWords } = await import('./parts/signature.js');
      return { signatureField, words: await signatureWords(language) };
    }, this.changed);
  }

  /** The dialog is closed. */
  end(): void {
    this.#field?.destroy();
  }

  /** The button that opens what one agency will see, and what it opens. */
  preview(view: DialogView, agency: string, { document, at }: { document: object | undefined; at: Date }): { button: Piece; panel: Piece } {
    const { messages, furigana, names, lang, session, steps } = view;
    const isOpen = this.#open.has(agency);
    const toggle = (): void => {
      if (!this.#open.delete(agency)) this.#open.add(agency);
      this.changed();
    };
    const button = html`<button
      class="link"
      part="preview-button"
      type="button"
      aria-expanded=${isOpen ? 'true' : 'false'}
      @click=${toggle}
    >
      <span ${say(isOpen ? messages.previewHide : messages.preview, furigana)}></span>
    </button>`;
    if (!isOpen) return { button, panel: nothing };
    const here = this.#preview.in(lang);
    if (!here)
      return {
        button,
        panel: html`<p role="status" ${say(this.#preview.failed ? messages.notLoaded : messages.loading, furigana)}></p>`,
      };
    const asked = session.asked as RequestDraft;
    const decisions = steps.choices.decisions(asked).filter((one) => one.agency === agency);
    const known = cellsOf(asked).length;
    const panel = here.previewFor(
      {
        ...(document && { document }),
        events: session.given.record,
        ...(known && { pending: { type: 'answer' as const, request: asked, decisions } }),
        agency,
        purposes: asked.purposes,
        items: asked.items,
        at,
      },
      { words: here.words, names, furigana },
    );
    return { button, panel };
  }

  /** The worker's panel; nothing is recorded in it. */
  worker(view: DialogView, { request, subject, household, events, at }: Case): Piece {
    const { messages, names, furigana, lang } = view;
    const here = this.#worker.in(lang);
    if (!here) return html`<p role="status" ${say(this.#worker.failed ? messages.notLoaded : messages.loading, furigana)}></p>`;
    const cells = view.session.state?.cells ?? [];
    return here.workerBody(
      {
        events,
        ...(subject !== undefined && { subject }),
        ...(household && { household }),
        agencies: request?.agencies ?? [...new Set(cells.map(({ agency }) => agency))],
        items: request?.items ?? [...new Set(cells.map(({ item }) => item))],
        at,
        answers: this.#answers,
        onChange: (answers) => {
          this.#answers = answers;
          this.changed();
        },
      },
      { words: here.words, names, furigana },
    );
  }

  /** The field for a signature; nothing while it is on its way or when it cannot be fetched, so that a line to type in stands there instead. */
  signature({ lang, furigana, steps }: DialogView): Piece {
    const here = this.#signature.in(lang);
    if (!here) return nothing;
    const { words } = here;
    this.#field ??= here.signatureField({
      words,
      furigana,
      name: steps.answers.name,
      onChange: () => steps.sign(this.#field?.signed ?? false),
    });
    this.#field.update({ words, furigana });
    return html`${this.#field.element}`;
  }

  /** What was signed; undefined when it was typed in the plain line, or is not asked for. */
  async take(): Promise<Signed | undefined> {
    return this.#field?.take();
  }

  /** Prints the receipt; false when this browser cannot. */
  async print({ lang, names, furigana, session }: DialogView): Promise<boolean> {
    const { printReceipt, receiptWords } = await import('./print/receipt.js');
    const { shipments } = session.given;
    const { record } = session.outcome!;
    return printReceipt({ events: record, ...(shipments && { shipments }) }, { words: await receiptWords(lang), names, furigana });
  }

  /** Prints the form for a pen; false when this browser cannot. */
  async paper({ lang, names, furigana }: DialogView, options: PaperOptions): Promise<boolean> {
    const { paperWords, printPaperTwin } = await import('./paper/paper-twin.js');
    return printPaperTwin(options, { words: await paperWords(lang), names, furigana });
  }
}
