/** DataTables with its default style: a table of the same five values, 50 a page, its own search field; the other text in a hidden column. */
import DataTable from 'datatables.net-dt';
import 'datatables.net-dt/css/dataTables.dataTables.css';
import './cards.css';
import { escapeHtml, limit, load, openText, type View } from './desk.js';

const { views } = await load();
const text = (value: string): string => escapeHtml(value);
new DataTable('#table', {
  data: views,
  pageLength: limit,
  order: [],
  columns: [
    { title: '窓口', data: 'name', render: text },
    { title: '分野', data: 'field', render: text },
    {
      title: '開所',
      data: 'desk',
      searchable: false,
      render: (_: unknown, type: string, view: View) => (type === 'display' ? openText(view.desk) : ''),
    },
    {
      title: '電話',
      data: 'phone',
      render: (value: string, type: string, view: View) =>
        type === 'display' && view.tel ? `<a class="tel" href="${escapeHtml(view.tel)}">${escapeHtml(value)}</a>` : escapeHtml(value),
    },
    { title: '住所', data: 'address', render: text },
    { title: '', data: 'more', visible: false },
  ],
  createdRow: (row: Node, view: unknown) => (row as HTMLElement).setAttribute('data-id', (view as View).id),
});
