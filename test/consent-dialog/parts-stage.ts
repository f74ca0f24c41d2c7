/** A shadow root with what every element shares, in which a part of the dialog is drawn as the element draws it. */
import { fixtureSync } from '@open-wc/testing';
import { baseStyles, type Language } from '@tsunagu/core';
import { adoptStyles, html, render } from 'lit';
import { wordsLocales } from '../../packages/consent-dialog/src/locales/words.js';
import { namesOf, type Names } from '../../packages/consent-dialog/src/names.js';

export interface Stage {
  root: ShadowRoot;
  draw: (part: unknown) => Promise<void>;
  all: (name: string) => HTMLElement[];
  one: (name: string) => HTMLElement;
  /** The text of a part as it is read, readings left out, on one line. */
  text: (name?: string) => string;
}

const read = (node: Node): string => {
  if (node instanceof Text) return node.data;
  if (node instanceof HTMLElement && (node.hidden || ['rp', 'rt', 'style'].includes(node.localName))) return '';
  return [...node.childNodes].map(read).join('');
};

export function stage(width = 720): Stage {
  const host = fixtureSync<HTMLElement>(html`<div></div>`);
  host.style.width = `${width}px`;
  const root = host.attachShadow({ mode: 'open' });
  adoptStyles(root, [baseStyles]);
  const all = (name: string): HTMLElement[] => [...root.querySelectorAll<HTMLElement>(`[part~="${name}"]`)];
  return {
    root,
    async draw(part) {
      render(html`<div class="base">${part}</div>`, root);
      // Styles come with the part, before anything is painted.
      await new Promise((resolve) => requestAnimationFrame(resolve));
    },
    all,
    one: (name) => all(name)[0]!,
    text: (name) =>
      read(name === undefined ? root : all(name)[0]!)
        .replace(/\s+/g, ' ')
        .trim(),
  };
}

export const names = async (language: Language = 'ja'): Promise<Names> =>
  namesOf({ language, words: language === 'ja' ? wordsLocales.ja : await wordsLocales[language](), labels });

const labels = { agencies: { 'chiiki-houkatsu': '地域包括支援センター', school: '学校', hospital: '病院' } };
