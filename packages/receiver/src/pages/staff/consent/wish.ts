/**
 * What a desk would have to tell, to whom, what for and how long: the question that the person will be asked, and the case for which a room is looked
 * for. Nothing is ticked beforehand, not even what the consultation holds: each tick is something that leaves this desk, so each wants a reason of
 * its own. What was written is only shown first.
 */
import { consultationMap, itemOfTopic, redactFor, type RequestDraft } from '@tsunagu/schema/consent';
import type { Consultation } from '@tsunagu/schema/consultation';
import type { Directory } from '@tsunagu/schema/directory';
import { localize } from '@tsunagu/schema/text';
import { field, h } from '../../dom.js';
import { itemLabel, itemLabels, purposeLabels } from './labels.js';

export interface Wish {
  agencies: Set<string>;
  purposes: Set<string>;
  items: Set<string>;
  until?: 'plan-end' | 'date' | 'event';
  date: string;
  event: string;
}

export const emptyWish = (): Wish => ({ agencies: new Set(), purposes: new Set(), items: new Set(), date: '', event: '' });

/** Items that a consultation says something under: what would be removed if nothing were given. */
export function itemsIn(document: Consultation | undefined): Set<string> {
  if (!document) return new Set();
  const { removed } = redactFor(document, [], { agency: 'nobody', purpose: 'nothing', map: consultationMap }, new Date(0));
  const items = removed.flatMap(({ item }) => (item === undefined ? [] : [item]));
  // A worry such as a debt is also of that item, and is told with both alone.
  const also = (document.topics ?? []).flatMap((topic) => itemOfTopic(topic) ?? []);
  return new Set([...items, ...also]);
}

/** What is missing, as sentences. */
export function missingIn({ agencies, purposes, items, until, date, event }: Wish, today: string): string[] {
  return [
    agencies.size ? '' : '伝える相手を、1つ以上選んでください。',
    purposes.size ? '' : '何のために伝えるかを、1つ以上選んでください。',
    items.size ? '' : '伝えたい内容を、1つ以上選んでください。',
    until ? '' : 'いつまでの同意かを選んでください。',
    until === 'date' && !date ? '終わりの日を入れてください。' : '',
    until === 'date' && date && date < today ? '終わりの日が、もう過ぎた日になっています。' : '',
    until === 'event' && !event.trim() ? '何があるまでかを書いてください。' : '',
  ].filter(Boolean);
}

interface Asking {
  wish: Wish;
  directory: Directory;
  /** The desk that asks. */
  desk: { id: string; name: string };
  worker: string;
}

/** The question, without its explanation: that is the dialog's, in the words of the person's language. */
export function requestOf({ wish, directory, desk, worker }: Asking): RequestDraft {
  const { agencies, purposes, items, until, date, event } = wish;
  const own = directory.windows.find(({ id }) => id === desk.id)?.phones?.[0]?.number;
  const phone = own ?? directory.municipality.mainContact.phones?.[0]?.number;
  return {
    purposes: [...purposes],
    agencies: [...agencies],
    items: [...items],
    period: until === 'date' ? { until, date } : until === 'event' ? { until, event: event.trim().slice(0, 100) } : { until: 'plan-end' },
    withdrawal: [{ way: 'desk', detail: desk.name }, ...(phone ? [{ way: 'phone' as const, detail: phone }] : []), { way: 'worker' }],
    notices: [],
    askedBy: { agency: desk.id, ...(worker ? { name: worker } : {}) },
  };
}

interface WishForm {
  wish: Wish;
  directory: Directory;
  desk: { id: string };
  document: Consultation | undefined;
  changed: () => void;
}

export function wishForm({ wish, directory, desk, document, changed }: WishForm): HTMLElement {
  const tick = (set: Set<string>, id: string, label: string): HTMLElement => {
    const box = h('input', { type: 'checkbox', value: id });
    box.checked = set.has(id);
    box.addEventListener('change', () => {
      if (box.checked) set.add(id);
      else set.delete(id);
      changed();
    });
    return h('label', { class: 'tick' }, box, h('span', {}, label));
  };
  const ticks = (set: Set<string>, ids: Iterable<string>, label: (id: string) => string): HTMLElement =>
    h('div', { class: 'ticks' }, ...[...ids].map((id) => tick(set, id, label(id))));

  const fields = new Map<string, string[]>();
  const names = new Map(directory.windows.map(({ id, name }) => [id, localize(name)]));
  for (const { id, field: of = 'other' } of directory.windows) if (id !== desk.id) fields.set(of, [...(fields.get(of) ?? []), id]);
  const fieldName = (id: string): string => {
    const label = directory.labels?.fields?.[id];
    return label === undefined ? id : localize(label);
  };
  const written = itemsIn(document);
  const all = Object.keys(itemLabels);
  const others = all.filter((id) => !written.has(id));

  return h(
    'div',
    { class: 'wish' },
    h(
      'fieldset',
      {},
      h('legend', {}, '伝えたい相手'),
      ...[...fields].map(([id, ids]) =>
        h(
          'div',
          { role: 'group', 'aria-label': fieldName(id) },
          h('p', { class: 'quiet' }, fieldName(id)),
          ticks(wish.agencies, ids, (of) => names.get(of)!),
        ),
      ),
    ),
    h(
      'fieldset',
      {},
      h('legend', {}, '何のために'),
      ticks(wish.purposes, Object.keys(purposeLabels), (id) => purposeLabels[id as keyof typeof purposeLabels]),
    ),
    h(
      'fieldset',
      {},
      h('legend', {}, '伝えたい内容'),
      h('p', { class: 'hint' }, '目的に必要なものだけを選びます。選んだことも、本人が一つずつ断れます。'),
      written.size > 0 && h('p', { class: 'quiet' }, 'この相談に書かれていること'),
      written.size > 0 &&
        ticks(wish.items, [...all.filter((id) => written.has(id)), ...[...written].filter((id) => !all.includes(id))], itemLabel),
      written.size > 0
        ? h('details', {}, h('summary', {}, 'ほかの内容から選ぶ'), ticks(wish.items, others, itemLabel))
        : ticks(wish.items, others, itemLabel),
    ),
    period(wish, changed),
  );
}

const terms = { 'plan-end': '支援プランが終わるまで', date: '日を決める', event: 'あることが起きるまで' } as const;

function period(wish: Wish, changed: () => void): HTMLElement {
  const place = h('div', {});
  const day = h('input', { id: 'consent-until', type: 'date' });
  day.value = wish.date;
  day.addEventListener('change', () => {
    wish.date = day.value;
    changed();
  });
  const event = h('input', { id: 'consent-event', type: 'text', maxlength: '100', autocomplete: 'off' });
  event.value = wish.event;
  event.addEventListener('input', () => void (wish.event = event.value));
  const show = (): void =>
    place.replaceChildren(
      ...(wish.until === 'date' ? [field('終わりの日', day, 'この日まで、同意が続きます。')] : []),
      ...(wish.until === 'event' ? [field('何があるまで', event, '例：就職が決まるまで')] : []),
    );
  const radios = Object.entries(terms).map(([id, label]) => {
    const radio = h('input', { type: 'radio', name: 'consent-term', value: id });
    radio.checked = wish.until === id;
    radio.addEventListener('change', () => {
      wish.until = id as keyof typeof terms;
      show();
      changed();
    });
    return h('label', { class: 'tick' }, radio, h('span', {}, label));
  });
  show();
  return h('fieldset', {}, h('legend', {}, 'いつまで'), h('div', { class: 'ticks' }, ...radios), place);
}
