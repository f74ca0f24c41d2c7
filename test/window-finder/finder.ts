/** Ways to use a finder as a resident does: see its parts, type, press. */
import { fixture } from '@open-wc/testing';
import type { WindowFinder } from '@tsunagu/window-finder';
import '@tsunagu/window-finder/define';
import type { TemplateResult } from 'lit';
import { isSeen, until } from '../core/page.js';

/** A Tuesday morning; every desk of 生駒市 with plain hours is open. */
export const tuesday = '2026-11-24T10:00';

export const shadow = (finder: WindowFinder): ShadowRoot => finder.shadowRoot!;

interface Fields {
  input: HTMLInputElement;
  at: HTMLInputElement;
  area: HTMLSelectElement;
}

export const part = <Name extends string>(
  finder: WindowFinder,
  name: Name,
): (Name extends keyof Fields ? Fields[Name] : HTMLElement) | null => shadow(finder).querySelector(`[part=${name}]`);

export const parts = (finder: WindowFinder, name: string): HTMLElement[] => [
  ...shadow(finder).querySelectorAll<HTMLElement>(`[part=${name}]`),
];

/** The text as it is read, on one line. (`innerText` is empty where `content-visibility` has put off the layout.) */
export const said = (element: Element | ShadowRoot | null | undefined): string =>
  (element ? read(element) : '')
    .replace(/\u2060/g, '')
    .replace(/\s+/g, ' ')
    .trim();

function read(node: Node): string {
  if (node instanceof Text) return node.data;
  if (node instanceof HTMLElement && (node.hidden || ['rp', 'style'].includes(node.localName))) return '';
  return [...node.childNodes].map(read).join('');
}

/** Renders a finder and waits until it can be used. */
export async function show(template: TemplateResult): Promise<WindowFinder> {
  const finder = await fixture<WindowFinder>(template);
  await usable(finder);
  return finder;
}

export async function usable(finder: WindowFinder): Promise<void> {
  await until(() => part(finder, 'input'), 'the search field');
  await allWords(finder);
  await finder.updateComplete;
}

/** Turns to the field and waits for the rest of the words, so that no answer changes in the middle of a test. */
async function allWords(finder: WindowFinder): Promise<void> {
  field(finder).dispatchEvent(new FocusEvent('focusin', { bubbles: true, composed: true }));
  await import('@tsunagu/schema/vocabulary/more');
  for (let frame = 0; frame < 2; frame++) await new Promise((resolve) => requestAnimationFrame(resolve));
}

/** Opens the fields that are folded away: 町名, moment, ways of contact. */
export async function unfold(finder: WindowFinder): Promise<void> {
  shadow(finder).querySelector('details')!.open = true;
  await until(() => part(finder, 'at'), 'the folded fields');
}

/** Waits until so many cards of the list are drawn: a long list comes a few a frame. */
export const drawn = (finder: WindowFinder, count: number): Promise<unknown> =>
  until(() => cards(finder).length === count, `${count} cards`);

export const field = (finder: WindowFinder): HTMLInputElement => part(finder, 'input')!;

/** Puts words into the search field, the way an input method does. */
export async function type(finder: WindowFinder, words: string): Promise<void> {
  const input = field(finder);
  input.value = words;
  input.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true, data: words }));
  await finder.updateComplete;
}

export async function press(finder: WindowFinder, element: HTMLElement | null | undefined): Promise<void> {
  element!.click();
  await finder.updateComplete;
}

/** The desks of the answer, in order (without the desk for whoever does not know where to go). */
export const cards = (finder: WindowFinder): HTMLElement[] => [
  ...(part(finder, 'cards')?.querySelectorAll<HTMLElement>('[part=card]') ?? []),
];

export const names = (finder: WindowFinder): string[] => cards(finder).map((card) => said(card.querySelector('[part=name]')));

export const states = (finder: WindowFinder): string[] => cards(finder).map((card) => said(card.querySelector('[part=state]')));

/** Every phone link a resident can press, desks and lines alike. */
export const phones = (finder: WindowFinder): HTMLAnchorElement[] =>
  [...shadow(finder).querySelectorAll<HTMLAnchorElement>('a[href^="tel:"]')].filter(isSeen);

export const chip = (finder: WindowFinder, topic: string): HTMLElement =>
  shadow(finder).querySelector<HTMLElement>(`[part=topic][data-topic="${topic}"]`)!;
