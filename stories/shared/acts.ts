/** What a person does with an element in a story, step by step; everything waits for what it needs and leaves the page at rest. */
import type { LitElement } from 'lit';

/** Something that is done to an element. */
export type Act<Element extends LitElement = LitElement> = (element: Element) => Promise<void> | void;

export const frame = (): Promise<number> => new Promise((resolve) => requestAnimationFrame(resolve));

/** A `play` function: finds the element, makes it ready, and does one thing after the other, each once it shows what came of the one before. */
export const playing =
  <Element extends LitElement>(tag: string, begin: Act<Element> = () => undefined) =>
  (...acts: Act<Element>[]) =>
  async ({ canvasElement }: { canvasElement: HTMLElement }): Promise<void> => {
    const element = canvasElement.querySelector<Element>(tag)!;
    await begin(element);
    for (const act of acts) {
      await element.updateComplete;
      await act(element);
    }
    await element.updateComplete;
  };

/** Waits until the element shows what `selector` finds: parts of it are loaded when they are needed. */
export const shows =
  (selector: string): Act =>
  async (element) => {
    for (const end = performance.now() + 8000; !element.shadowRoot!.querySelector(selector); await frame())
      if (performance.now() > end) throw new Error(`<${element.localName}> never showed ${selector}.`);
  };

/** Presses the first of what `selector` finds, or the one with that number. */
export const press =
  (selector: string, index = 0): Act =>
  async (element) => {
    await shows(selector)(element);
    element.shadowRoot!.querySelectorAll<HTMLElement>(selector)[index]!.click();
  };

/** Ticks one of the choices of a question. */
export const choose = (name: string, value: string): Act => press(`[name=${name}][value="${value}"]`);

/** Writes into a field and leaves it. */
export const write =
  (name: string, text: string): Act =>
  async (element) => {
    await shows(`#${name}`)(element);
    const field = element.shadowRoot!.querySelector<HTMLInputElement>(`#${name}`)!;
    field.value = text;
    for (const type of ['input', 'change']) field.dispatchEvent(new Event(type, { bubbles: true, composed: type === 'input' }));
  };
