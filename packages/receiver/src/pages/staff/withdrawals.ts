/** What this desk was told and somebody has taken back since: above the list, until it is acknowledged. */
import type { Withdrawals } from '../../wire-consent.js';
import { momentText } from '../days.js';
import { button, field, h, notice } from '../dom.js';
import { itemList, purposeLabel } from './consent/labels.js';
import type { Session } from './session.js';

/** An element that is empty as long as there is nothing to acknowledge. */
export function withdrawalsView(session: Session): HTMLElement {
  const place = h('section', { class: 'taken-back', 'aria-label': '取りやめの知らせ' });
  const load = async (): Promise<void> => {
    const reply = await session.ask<Withdrawals>('api/staff/withdrawals');
    if (!reply.ok || reply.data.items.length === 0) return place.replaceChildren();
    place.replaceChildren(
      h('h2', {}, '取りやめの知らせ'),
      h('p', {}, '前に受け取った内容について、本人が同意を取りやめました。これからは使わず、内容を知っている人にも伝えてください。'),
      h('ul', { class: 'items' }, ...reply.data.items.map((item) => h('li', {}, card(item)))),
    );
  };
  const card = ({ number, record, window, held, told }: Withdrawals['items'][number]): HTMLElement => {
    const name = h('input', { id: `taken-back-${record}`, type: 'text', maxlength: '100', autocomplete: 'off' });
    const trouble = notice('alert');
    const done = async (): Promise<void> => {
      const who = name.value.trim();
      const reply = await session.ask(`api/staff/withdrawals/${number}`, { body: { record, ...(who ? { name: who } : {}) } });
      if (reply.ok) await load();
      else trouble.say(reply.text);
    };
    return h(
      'article',
      { class: 'card', 'aria-label': `取りやめ ${number}` },
      h('p', { class: 'card-head' }, h('strong', {}, number), h('span', {}, `${window.name}から`)),
      h('p', {}, `取りやめになった内容：${itemList(held.filter(({ acknowledged }) => !acknowledged).map(({ item }) => item))}`),
      h(
        'ul',
        { class: 'plain' },
        ...told.map(({ at, purpose, items }) =>
          h('li', {}, `${momentText(at)}に受け取ったもの（${purposeLabel(purpose)}）：${itemList(items)}`),
        ),
      ),
      field('確かめた人の名前', name, '書かなくてもかまいません。'),
      trouble.element,
      button('確かめました', done),
    );
  };
  void load();
  return place;
}
