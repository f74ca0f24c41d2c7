/** Who waits: the desk's consultations, newest first. */
import { statuses, type ConsultationStatus } from '@tsunagu/schema/consultation';
import type { List, ListItem } from '../../wire.js';
import { dayText, momentText } from '../days.js';
import { button, field, h, notice, whole } from '../dom.js';
import { labels, languageLabel, statusLabels } from './labels.js';
import type { Session } from './session.js';

export interface ListChoice {
  status: ConsultationStatus | '';
}

/** @param open called with a number whose consultation should be shown. */
export function listView(session: Session, choice: ListChoice, open: (number: string) => void): HTMLElement {
  const items = h('ul', { class: 'items' });
  const more = h('p', { class: 'more' });
  const said = notice('status');
  const filter = h('select', { id: 'status' }, h('option', { value: '' }, 'すべて'));
  filter.append(...statuses.map((status) => h('option', { value: status }, statusLabels[status])));
  filter.value = choice.status;

  const load = async (after?: string): Promise<void> => {
    const query = new URLSearchParams({ ...(choice.status ? { status: choice.status } : {}), ...(after ? { after } : {}) });
    const reply = await session.ask<List>(`api/staff/consultations?${query.toString()}`);
    if (!reply.ok) return said.say(reply.text);
    const { items: found, next } = reply.data;
    if (!after) items.replaceChildren();
    items.append(...found.map((item) => h('li', {}, card(item, open))));
    more.replaceChildren(...(next ? [button('前の相談をもっと見る', () => load(next))] : []));
    said.say(items.childElementCount === 0 ? 'ここに当てはまる相談は、いまありません。' : `${items.childElementCount}件を表示しています。`);
  };
  filter.addEventListener('change', () => {
    choice.status = filter.value as ListChoice['status'];
    void load();
  });
  void load();
  return h(
    'div',
    {},
    h('h2', {}, '届いた相談'),
    h(
      'div',
      { class: 'tools' },
      field('状況でしぼる', filter),
      button('新しいものを読み込む', () => load()),
    ),
    said.element,
    items,
    more,
  );
}

function card(item: ListItem, open: (number: string) => void): HTMLElement {
  const { number, status, receivedAt, replyBy, waitingDays, overdue, urgency, sealed, language, messages } = item;
  const tongue = languageLabel(language);
  const waits = status === 'received' || status === 'read';
  return h(
    'article',
    { class: overdue ? 'card overdue' : 'card', 'aria-label': `受付番号 ${number}` },
    h('p', { class: 'card-head' }, h('strong', {}, number), h('span', { class: `status ${status}` }, statusLabels[status])),
    h(
      'p',
      {},
      `${momentText(receivedAt)} に届きました。`,
      waits && whole(waitingDays === 0 ? '今日の相談です。' : `${waitingDays}日待っています。`),
    ),
    replyBy !== undefined &&
      waits &&
      h('p', { class: overdue ? 'strong' : '' }, overdue ? '返事の予定日を過ぎています：' : '返事の予定日：', whole(dayText(replyBy))),
    urgency !== undefined && h('p', {}, labels.urgency[urgency]),
    h(
      'p',
      { class: 'marks' },
      sealed && h('span', { class: 'mark' }, '封あり（窓口の鍵で開けます）'),
      tongue !== undefined && h('span', { class: 'mark' }, `ことば：${tongue}`),
      messages > 0 && h('span', { class: 'mark' }, `やりとり ${messages}件`),
    ),
    button(`この相談を読む（${number}）`, () => open(number)),
  );
}
