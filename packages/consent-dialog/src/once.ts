/** Something that is fetched once, when it is needed. What could not be fetched is tried again when somebody asks for it. */
export class Once<Thing> {
  here: Thing | undefined;
  failed = false;
  #coming: Promise<Thing | undefined> | undefined;

  constructor(
    private readonly load: () => Promise<Thing>,
    private readonly changed: () => void,
  ) {}

  /** Resolves with it, or with undefined when it could not be fetched; never rejects. */
  fetch(): Promise<Thing | undefined> {
    return (this.#coming ??= this.#fetch());
  }

  async #fetch(): Promise<Thing | undefined> {
    this.failed = false;
    try {
      this.here = await this.load();
    } catch (error) {
      this.failed = true;
      this.#coming = undefined;
      console.warn(`<tsunagu-consent-dialog> a part could not be loaded: ${String(error)}`);
    }
    this.changed();
    return this.here;
  }
}
