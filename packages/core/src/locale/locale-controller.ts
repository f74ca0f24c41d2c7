import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { nearestLang, onLangChange, toLanguage, type Language } from './lang.js';

/** One language's texts, or how to load them. Japanese must be there from the start. */
export type LocaleTable<Messages> = { ja: Messages } & Record<Exclude<Language, 'ja'>, () => Promise<Messages>>;

/**
 * Follows the nearest `lang` and holds the texts of that language. While another language's texts are on their way, or if they
 * cannot be loaded, the present ones stay: a resident is never shown an empty page.
 */
export class LocaleController<Messages extends object> implements ReactiveController {
  /** The language that is shown now. */
  lang: Language = 'ja';
  private texts: Messages;
  private overrides: Partial<Messages> = {};
  private merged: Messages;
  /** What the resident has chosen, if anything. */
  chosen: Language | undefined;
  private stop: (() => void) | undefined;

  constructor(
    private readonly host: ReactiveControllerHost & HTMLElement,
    private readonly table: LocaleTable<Messages>,
  ) {
    this.texts = table.ja;
    this.merged = table.ja;
    host.addController(this);
  }

  get messages(): Messages {
    return this.merged;
  }

  /** Texts the host page replaces, for this instance only. */
  override(texts: Partial<Messages> | undefined): void {
    this.overrides = texts ?? {};
    this.merge();
  }

  /** The resident's own choice beats the page's `lang` until the element goes away. */
  choose(language: Language): void {
    this.chosen = language;
    void this.follow();
  }

  hostConnected(): void {
    this.stop = onLangChange(() => void this.follow());
    void this.follow();
  }

  hostDisconnected(): void {
    this.stop?.();
    this.stop = undefined;
  }

  /** Loads and shows the language that applies now. */
  async follow(): Promise<void> {
    const wanted = this.wanted();
    if (wanted === this.lang) return;
    let texts: Messages;
    try {
      texts = wanted === 'ja' ? this.table.ja : await this.table[wanted]();
    } catch {
      console.warn(`<${this.host.localName}> the texts for "${wanted}" could not be loaded; "${this.lang}" stays.`);
      return;
    }
    if (wanted !== this.wanted()) return;
    this.lang = wanted;
    this.texts = texts;
    this.merge();
    this.host.requestUpdate();
  }

  private wanted(): Language {
    return this.chosen ?? toLanguage(nearestLang(this.host));
  }

  private merge(): void {
    this.merged = { ...this.texts, ...this.overrides };
  }
}
