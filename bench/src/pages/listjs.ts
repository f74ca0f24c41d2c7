/** List.js in its documented set-up: an item template, values from data, 50 a page, its own `.search` field. */
import List from 'list.js';
import './cards.css';
import { byId, cardHtml, limit, load, type View } from './desk.js';

const { views } = await load();
const list = new List<View>(
  'finder',
  { valueNames: [], searchColumns: ['name', 'field', 'phone', 'address', 'more'], item: cardHtml, page: limit },
  views,
);
const count = byId('count');
const tell = (): void => {
  count.textContent = `${list.matchingItems.length}件`;
};
list.on('updated', tell);
tell();
