/** Elements from text alone: nothing here can become markup. */

type Child = Node | string | undefined | false;

interface Properties {
  class?: string;
  id?: string;
  type?: string;
  for?: string;
  role?: string;
  name?: string;
  value?: string;
  href?: string;
  accept?: string;
  rows?: string;
  maxlength?: string;
  autocomplete?: string;
  spellcheck?: string;
  tabindex?: string;
  lang?: string;
  scope?: string;
  'aria-label'?: string;
  'aria-labelledby'?: string;
  'aria-describedby'?: string;
  'aria-live'?: string;
  'aria-current'?: string;
}

export function h<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  properties: Properties = {},
  ...children: Child[]
): HTMLElementTagNameMap[Name] {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(properties)) if (typeof value === 'string') element.setAttribute(key, value);
  element.append(...children.filter((child): child is Node | string => child !== undefined && child !== false));
  return element;
}

export function button(text: string, press: () => unknown, className = 'button'): HTMLButtonElement {
  const element = h('button', { type: 'button', class: className }, text);
  element.addEventListener('click', press);
  return element;
}

/** What is not broken over two lines: a day with its weekday, the end of a name with its particle. */
export const whole = (text: string): HTMLElement => h('span', { class: 'whole' }, text);

/** A label above its control, an explanation between them. */
export function field(label: string, control: HTMLElement, hint?: string): HTMLElement {
  const explanation = hint === undefined ? undefined : h('p', { class: 'hint', id: `${control.id}-hint` }, hint);
  if (explanation) control.setAttribute('aria-describedby', explanation.id);
  return h('div', { class: 'field' }, h('label', { for: control.id }, label), explanation, control);
}

/** Shows one thing in the place of another, and takes a screen reader and the keyboard there. */
export function show(place: HTMLElement, ...children: Child[]): void {
  place.replaceChildren(...children.filter((child): child is Node | string => child !== undefined && child !== false));
  const heading = place.querySelector('h2');
  heading?.setAttribute('tabindex', '-1');
  heading?.focus();
}

/** A place for what has just happened; `alert` for what needs attention. */
export function notice(role: 'status' | 'alert'): { element: HTMLElement; say: (text: string) => void } {
  const element = h('p', { class: role === 'alert' ? 'notice trouble' : 'notice', role });
  return { element, say: (text) => void (element.textContent = text) };
}
