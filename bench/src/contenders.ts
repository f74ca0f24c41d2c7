/** Who is measured. `cards` and `field` are CSS selectors inside `root` (a shadow host) or, without it, the document. */
export interface Contender {
  id: string;
  label: string;
  kind: 'ours' | 'peer' | 'floor';
  root?: string;
  field: string;
  cards: string;
}

export const contenders: readonly Contender[] = [
  {
    id: 'ours',
    label: '**tsunagu-window-finder**',
    kind: 'ours',
    root: 'tsunagu-window-finder',
    field: 'input[type=search]',
    cards: '[part~=cards] > [part~=card]',
  },
  { id: 'datatables', label: 'DataTables', kind: 'peer', field: 'input[type=search]', cards: '#table tbody tr[data-id]' },
  { id: 'listjs', label: 'List.js', kind: 'peer', field: 'input.search', cards: 'article.card' },
  { id: 'minisearch', label: 'MiniSearch page (bigrams, normaliser)', kind: 'peer', field: '#q', cards: 'article.card' },
  { id: 'floor-scan', label: 'floor A: plain scan, cards redrawn', kind: 'floor', field: '#q', cards: 'article.card' },
  { id: 'floor-reuse', label: 'floor B: plain scan, cards reused', kind: 'floor', field: '#q', cards: 'article.card' },
];
