/**
 * The field somebody writes in keeps its size until it needs another one: a key then lays out that field alone, and not the household around it, which
 * takes longer than all the rest of the key. Where the browser does not grow fields by itself, nothing is held.
 */
type Field = HTMLInputElement | HTMLTextAreaElement;

const isWritable = (field: EventTarget | null): field is Field =>
  (field instanceof HTMLTextAreaElement || field instanceof HTMLInputElement) && 'at' in field.dataset;

/** By more than what rounding makes of a height in parts of a pixel. */
const overflows = ({ scrollHeight, clientHeight }: Field): boolean => scrollHeight > clientHeight + 1;

export class HeldField {
  #field: Field | undefined;
  /** As it was set here. Any other height is the writer's own: they drew the field to it. */
  #height = '';
  /** As high as it gets: the rest is scrolled to. */
  #isFull = false;
  #width = 0;
  /** Characters that were in it when it got its size. */
  #length = 0;
  #sizes: ResizeObserver | undefined;

  /** Somebody went into a field. */
  hold(field: EventTarget | null): void {
    this.letGo();
    if (!isWritable(field) || field.style.height || !CSS.supports('field-sizing', 'content')) return;
    this.#field = field;
    // The page became narrower or wider, or the writer draws the field to another height. Not at once: a size that changes while sizes are told is an
    // error in the page.
    this.#sizes = new ResizeObserver(() => {
      if (field.offsetWidth !== this.#width || field.style.height !== this.#height) requestAnimationFrame(() => this.fit());
    });
    this.#sizes.observe(field);
    this.fit();
  }

  /** A key has come: one line more may not fit. */
  grow(): void {
    if (this.#field && !this.#isFull && overflows(this.#field)) this.fit();
  }

  /** Something was drawn, perhaps another text in the field; or the writing rests, and some of it was taken away. */
  settle(): void {
    if (this.#field && this.#field.value.length < this.#length) this.fit();
    else this.grow();
  }

  /** The size that the text wants now. */
  fit(): void {
    const field = this.#field;
    if (!field) return;
    if (field.style.height !== this.#height) return this.letGo();
    this.#free(field);
    const { height } = getComputedStyle(field);
    // No height: it is not on the page any more.
    if (!height.endsWith('px')) return this.letGo();
    field.style.height = height;
    field.dataset.held = '';
    this.#height = field.style.height;
    this.#width = field.offsetWidth;
    this.#length = field.value.length;
    this.#isFull = overflows(field);
  }

  letGo(): void {
    if (!this.#field) return;
    this.#sizes?.disconnect();
    this.#free(this.#field);
    this.#field = undefined;
  }

  #free(field: Field): void {
    delete field.dataset.held;
    if (field.style.height === this.#height) field.style.height = '';
    this.#height = '';
  }
}
