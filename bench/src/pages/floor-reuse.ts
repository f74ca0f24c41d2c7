/** Floor B: the same scan; 50 card nodes are made once, then refilled where their text differs, with `content-visibility`. */
import './cards.css';
import './reuse.css';
import { byId, haystack, limit, load, openText, words, type View } from './desk.js';

interface Card {
  root: HTMLElement;
  shown: string;
  fill(view: View): void;
}

function part<T extends HTMLElement>(parent: HTMLElement, tag: string, className = ''): T {
  const element = parent.appendChild(document.createElement(tag)) as T;
  if (className) element.className = className;
  return element;
}

function set(element: HTMLElement, text: string): void {
  if (element.textContent !== text) element.textContent = text;
}

function createCard(): Card {
  const root = document.createElement('article');
  root.className = 'card';
  const fieldName = part(root, 'p', 'field');
  const name = part(root, 'h3');
  const open = part(root, 'p', 'open');
  const tel = part<HTMLAnchorElement>(root, 'a', 'tel');
  const address = part(root, 'p', 'address');
  const card: Card = {
    root,
    shown: '',
    fill(view) {
      if (card.shown === view.id) return;
      card.shown = view.id;
      root.dataset['id'] = view.id;
      set(fieldName, view.field);
      set(name, view.name);
      set(open, openText(view.desk));
      set(tel, view.phone);
      tel.href = view.tel;
      tel.hidden = !view.tel;
      set(address, view.address);
    },
  };
  return card;
}

const { views } = await load();
const texts = views.map(haystack);
const list = byId('list');
const count = byId('count');
const field = byId<HTMLInputElement>('q');
const cards = Array.from({ length: Math.min(limit, views.length) }, createCard);

function search(): void {
  const terms = words(field.value);
  const found = views.filter((_, i) => terms.every((term) => texts[i]?.includes(term)));
  cards.forEach((card, i) => {
    const view = found[i];
    if (view) card.fill(view);
    if (!view) card.root.remove();
    else if (!card.root.isConnected) list.append(card.root);
  });
  set(count, `${found.length}件`);
}
field.addEventListener('input', search);
search();
