import type { Language } from '@tsunagu/core';

/** Something that is fetched when it is needed, in the language that is read: what is asked for and not here yet is on its way. */
export class Later<Thing> {
  #here: { language: Language; thing: Thing } | undefined;
  #coming: Language | undefined;
  #failed: Language | undefined;

  constructor(
    private readonly load: (language: Language) => Promise<Thing>,
    private readonly changed: () => void,
  ) {}

  /** What is here now: in this language, or in the one before while this one is on its way. */
  in(language: Language): Thing | undefined {
    if (this.#here?.language !== language && this.#coming !== language && this.#failed !== language) void this.#fetch(language);
    return this.#here?.thing;
  }

  /** It could not be fetched. The next sitting tries again. */
  get failed(): boolean {
    return this.#failed !== undefined && !this.#here;
  }

  async #fetch(language: Language): Promise<void> {
    this.#coming = language;
    try {
      const thing = await this.load(language);
      if (this.#coming === language) this.#here = { language, thing };
    } catch (error) {
      this.#failed = language;
      console.warn(`<tsunagu-consent-dialog> a part could not be loaded: ${String(error)}`);
    }
    if (this.#coming === language) this.#coming = undefined;
    this.changed();
  }
}
