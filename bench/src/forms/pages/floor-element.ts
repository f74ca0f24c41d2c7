/** Floor B: one custom element with shadow DOM and no library; a step is drawn when it is reached, and answers are kept in a map. */
import { stepHtml } from './html.js';
import { steps } from './fields.js';
import css from './plain.css?text';

type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

class PlainForm extends HTMLElement {
  #step = 0;
  readonly #answers = new Map<string, string[]>();
  readonly #form: HTMLFormElement;

  constructor() {
    super();
    const root = this.attachShadow({ mode: 'open' });
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    root.adoptedStyleSheets = [sheet];
    this.#form = root.appendChild(document.createElement('form'));
    this.#form.addEventListener('click', (event) => {
      const button = (event.target as Element).closest<HTMLButtonElement>('button[value]');
      if (button?.value === 'next' && this.#controls().every((control) => control.reportValidity())) this.#go(1);
      else if (button?.value === 'back') this.#go(-1);
    });
  }

  connectedCallback(): void {
    this.#draw();
  }

  #controls(): Control[] {
    return [...this.#form.elements].filter((element): element is Control => 'name' in element && element.name !== '');
  }

  #go(by: number): void {
    const data = new FormData(this.#form);
    for (const { name } of this.#controls()) this.#answers.set(name, data.getAll(name).map(String));
    this.#step += by;
    this.#draw();
  }

  #draw(): void {
    const step = steps[this.#step];
    if (!step) return;
    this.#form.innerHTML = stepHtml(step, this.#step);
    for (const control of this.#controls()) {
      const values = this.#answers.get(control.name);
      if (!values) continue;
      if (control instanceof HTMLInputElement && /radio|checkbox/.test(control.type)) control.checked = values.includes(control.value);
      else control.value = values[0] ?? '';
    }
  }
}
customElements.define('plain-form', PlainForm);
