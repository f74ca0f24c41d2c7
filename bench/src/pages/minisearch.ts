/**
 * MiniSearch with a bigram tokeniser and the floors' normaliser; the 50 best are drawn as cards at every key.
 * All bigrams of the query must be there; when no desk has them all, any of them will do: the best of both for the peer.
 */
import MiniSearch from 'minisearch';
import './cards.css';
import { byId, cardHtml, limit, load, normalise, type View } from './desk.js';

/** Bigrams of every run without spaces: the usual way to index Japanese without a dictionary. A single character stays itself. */
function bigrams(text: string): string[] {
  return text
    .split(/[\s、。・（）()「」,/]+/)
    .filter(Boolean)
    .flatMap((run) => {
      const letters = Array.from(run);
      return letters.length < 2 ? letters : letters.slice(1).map((letter, i) => `${letters[i]}${letter}`);
    });
}

const { views } = await load();
const byDeskId = new Map(views.map((view) => [view.id, view]));
const index = new MiniSearch<View>({
  fields: ['name', 'field', 'phone', 'address', 'more'],
  tokenize: (text) => bigrams(normalise(text)),
  processTerm: (term) => term,
  searchOptions: { prefix: true, boost: { name: 3, field: 2 } },
});
index.addAll(views);

const list = byId('list');
const count = byId('count');
const field = byId<HTMLInputElement>('q');

function search(): void {
  const query = field.value.trim();
  let hits = query ? index.search(query, { combineWith: 'AND' }) : [];
  if (query && hits.length === 0) hits = index.search(query, { combineWith: 'OR' });
  const found = query ? hits.map((hit) => byDeskId.get(hit.id as string)) : views;
  list.innerHTML = found
    .slice(0, limit)
    .map((view) => (view ? cardHtml(view) : ''))
    .join('');
  count.textContent = `${found.length}件`;
}
field.addEventListener('input', search);
search();
