/** Agency by agency: what it may have, what exactly it would see, and that it was told. */
import { redactFor, type ConsentCell, type ConsentEvent, type Redaction } from '@tsunagu/schema/consent';
import type { Consultation } from '@tsunagu/schema/consultation';
import { newKey } from '../../ask.js';
import { button, h, notice } from '../../dom.js';
import { sheet } from '../sheet.js';
import type { ConsentCase } from './case.js';
import { groupBy } from './group.js';
import { cellLabels, itemLabel, itemList, purposeLabel } from './labels.js';

interface ToldPart {
  consents: ConsentCase;
  subject: string;
  /** The consultation in the open; undefined while it is sealed. */
  document: Consultation | undefined;
  /** The records of others whom the document speaks of. */
  members: Readonly<Record<string, readonly ConsentEvent[]>>;
  agency: (id: string) => string;
  again: () => void;
}

export function toldPart(part: ToldPart): HTMLElement {
  const { cells } = part.consents.stateOf(part.subject);
  const byAgency = groupBy(cells, ({ agency }) => agency);
  if (byAgency.size === 0) return h('p', {}, 'まだだれにも、伝えてよいことはありません。');
  return h('div', { class: 'items' }, ...[...byAgency].map(([id, own]) => agencyCard(id, own, part)));
}

function agencyCard(id: string, cells: readonly ConsentCell[], part: ToldPart): HTMLElement {
  const name = part.agency(id);
  const given = cells.filter(({ state }) => state === 'given');
  const rest = groupBy(
    cells.filter(({ state }) => state !== 'given'),
    ({ state }) => state,
  );
  const purposes = groupBy(given, ({ purpose }) => purpose);
  return h(
    'section',
    { class: 'card', 'aria-label': name },
    h('h5', {}, name),
    h(
      'dl',
      { class: 'rows' },
      ...[...purposes].map(([purpose, own]) =>
        h('div', {}, h('dt', {}, `伝えてよい（${purposeLabel(purpose)}）`), h('dd', {}, itemList(own.map(({ item }) => item)))),
      ),
      ...[...rest].map(([state, own]) => h('div', {}, h('dt', {}, cellLabels[state]), h('dd', {}, itemList(own.map(({ item }) => item))))),
    ),
    given.length > 0 && preview(id, name, [...purposes.keys()], part),
    given.length > 0 && tellForm(id, name, purposes, part),
  );
}

/** What goes out, and nothing else; purposes for which it is the same stand together. */
function preview(
  agency: string,
  name: string,
  purposes: readonly string[],
  { consents, subject, document, members }: ToldPart,
): HTMLElement {
  const inside = h('div', { class: 'preview' });
  const box = h('details', {}, h('summary', {}, `${name}に伝わる内容を見る`), inside);
  box.addEventListener('toggle', () => {
    if (!box.open) return inside.replaceChildren();
    if (!document) return inside.replaceChildren(h('p', {}, '封をされた相談です。上で鍵を選んで開くと、伝わる内容を見られます。'));
    const events = consents.openEventsOf(subject);
    const at = consents.momentOf(events);
    const shown = new Map<string, { purposes: string[]; redaction: Redaction<Consultation> }>();
    for (const purpose of purposes) {
      const redaction = redactFor(document, events, { agency, purpose, members }, at);
      const key = JSON.stringify(redaction.document);
      const known = shown.get(key);
      if (known) known.purposes.push(purpose);
      else shown.set(key, { purposes: [purpose], redaction });
    }
    inside.replaceChildren(...[...shown.values()].map((one) => redacted(name, one)));
  });
  return box;
}

function redacted(
  name: string,
  { purposes, redaction: { document, removed, toRead } }: { purposes: string[]; redaction: Redaction<Consultation> },
): HTMLElement {
  const kept = new Set(removed.flatMap(({ item }) => (item === undefined ? [] : [item])));
  return h(
    'div',
    {},
    h('p', { class: 'strong' }, `${name}には、これだけが伝わります（${purposes.map(purposeLabel).join('、')}）。`),
    toRead.length > 0 &&
      h(
        'p',
        { class: 'care' },
        '自由に書かれた文が入っています。ほかで「伝えない」と決めたことが書かれていないか、本人といっしょに読んでから伝えてください。',
      ),
    sheet(document as Consultation, { outgoing: true }),
    kept.size > 0 && h('p', { class: 'quiet' }, `伝わらないもの：${itemList(kept)}`),
  );
}

/** Written down by hand until sheets are sent: without it, nobody knows whom a withdrawal has to reach. */
function tellForm(
  agency: string,
  name: string,
  purposes: ReadonlyMap<string, readonly ConsentCell[]>,
  { consents, subject, again }: ToldPart,
): HTMLElement {
  const trouble = notice('alert');
  const forms = [...purposes].map(([purpose, cells]) => {
    const boxes = cells.map(({ item }) => {
      const box = h('input', { type: 'checkbox', value: item });
      return { item, box, label: h('label', { class: 'tick' }, box, h('span', {}, itemLabel(item))) };
    });
    // The same ticks go out under the same key however often they are sent.
    let pending: { text: string; key: string } | undefined;
    const send = async (): Promise<void> => {
      const items = boxes.flatMap(({ item, box }) => (box.checked ? [item] : []));
      if (items.length === 0) return trouble.say('伝えた内容を、1つ以上選んでください。');
      const text = items.join();
      if (pending?.text !== text) pending = { text, key: newKey() };
      const reply = await consents.tell(consents.recordOf(subject)!.record, { agency, purpose, items }, pending.key);
      if (reply.ok) again();
      else trouble.say(reply.text);
    };
    return h(
      'fieldset',
      {},
      h('legend', {}, `${name}に伝えた内容（${purposeLabel(purpose)}）`),
      h('div', { class: 'ticks' }, ...boxes.map(({ label }) => label)),
      h('p', { class: 'tools' }, button('伝えたことを記録する', send)),
    );
  });
  return h(
    'details',
    {},
    h('summary', {}, `${name}に伝えたことを記録する`),
    h('p', { class: 'hint' }, '電話や紙で伝えたときに記録します。あとで取りやめになったとき、だれに知らせるかが分かります。'),
    trouble.element,
    ...forms,
  );
}
