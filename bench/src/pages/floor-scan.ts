/** Floor A: full scan of one normalised string per desk; the 50 cards are drawn anew at every key. */
import './cards.css';
import { byId, cardHtml, haystack, limit, load, words } from './desk.js';

const { views } = await load();
const texts = views.map(haystack);
const list = byId('list');
const count = byId('count');
const field = byId<HTMLInputElement>('q');

function search(): void {
  const terms = words(field.value);
  const found = views.filter((_, i) => terms.every((term) => texts[i]?.includes(term)));
  list.innerHTML = found.slice(0, limit).map(cardHtml).join('');
  count.textContent = `${found.length}件`;
}
field.addEventListener('input', search);
search();
