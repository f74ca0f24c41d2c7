/** つなぐシート of a consultation: those there are, and a new one. Only to whom is asked; the rest is taken over from the consultation. */
import type { Consultation } from '@tsunagu/schema/consultation';
import type { Directory } from '@tsunagu/schema/directory';
import { itemsOf, referralFromConsultation, sendGate, type ReferralSheet } from '@tsunagu/schema/referral';
import { localize } from '@tsunagu/schema/text';
import type { DeskConsultation } from '../../../wire.js';
import { newKey } from '../../ask.js';
import { momentText } from '../../days.js';
import { button, field, h, notice } from '../../dom.js';
import type { ConsentCase } from '../consent/case.js';
import { itemList } from '../consent/labels.js';
import { peopleOf } from '../consent/people.js';
import type { Session } from '../session.js';
import { sheetsOf } from './sheets.js';
import { standWords } from './words.js';

interface Refer {
  session: Session;
  found: DeskConsultation;
  consents: ConsentCase;
  openSheet: (id: string) => void;
}

export interface ReferPanel {
  element: HTMLElement;
  /** The consents were loaded, or have changed. */
  refresh: () => void;
  /** What the consultation says, once it is open. */
  read: (document: Consultation) => void;
}

export function referPanel({ session, found, consents, openSheet }: Refer): ReferPanel {
  const { number } = found;
  const sheets = sheetsOf(session);
  const sealed = found.sealed !== undefined;
  let document: Consultation | undefined;
  let directory: Directory | undefined;
  let to = '';
  /** The same wish goes out as the same bytes under the same key, however often it is sent. */
  let pending: { wish: string; body: { to: string } | { sheet: ReferralSheet }; key: string } | undefined;

  const there = h('div', {});
  const desk = h('select', { id: 'refer-to' }, h('option', { value: '' }, '選んでください'));
  const worker = h('input', { id: 'refer-worker', type: 'text', maxlength: '60', autocomplete: 'off' });
  const gate = h('div', { class: 'gate', role: 'status' });
  const trouble = notice('alert');
  const make = button('つなぐシートをつくる', () => begin(), 'button loud');
  const form = h(
    'div',
    { class: 'asking no-print' },
    h('p', {}, 'どこにつなぐかだけを選びます。相談に書かれていることは、シートに写ります。送る前に、見直して書き足せます。'),
    field('どこにつなぎますか', desk),
    field('つなぐ人の名前', worker, 'シートに載ります。書かないときは、窓口の名前だけが載ります。'),
    gate,
    trouble.element,
    h('p', { class: 'tools' }, make),
  );
  const element = h('section', { class: 'refer', 'aria-labelledby': 'refer-heading' });
  element.append(h('h3', { id: 'refer-heading', tabindex: '-1' }, 'つなぐシート'), there, form);

  worker.value = session.worker;
  worker.addEventListener('focus', () => void (worker.value = session.worker));
  worker.addEventListener('input', () => void (session.worker = worker.value.trim()));
  desk.addEventListener('change', () => {
    to = desk.value;
    trouble.say('');
    look();
  });

  const load = async (): Promise<void> => {
    const [reply, listed] = await Promise.all([session.directory(), sheets.listCase(number)]);
    if (reply.ok) {
      directory = reply.data;
      desk.replaceChildren(desk.options[0]!, ...choices(directory, session));
      desk.value = to;
    } else trouble.say(reply.text);
    if (listed.ok && listed.data.items.length)
      there.replaceChildren(
        h(
          'ul',
          { class: 'items' },
          ...listed.data.items.map((item) =>
            h(
              'li',
              { class: 'card' },
              h('p', {}, h('strong', {}, `${item.to.name ?? item.to.agency}へ`), `　${standWords({ ...item, holds: false })}。`),
              button(`シートをひらく（${momentText(item.since)}）`, () => openSheet(item.id)),
            ),
          ),
        ),
      );
    look();
  };

  /** The sheet as the receiver would make it: by the same rule. */
  const preview = (): ReferralSheet | undefined => {
    if (!document) return undefined;
    const people = peopleOf(number, document);
    const { id: coordinator, name } = session.coordinator;
    const made = referralFromConsultation(document, {
      at: consents.now,
      from: { agency: session.desk.id, name: session.desk.name, ...(session.worker ? { worker: session.worker } : {}) },
      to: to === coordinator ? { open: 'coordinator' } : { agency: to, name: nameOf(to) },
      coordinator: { agency: coordinator, name },
      ref: people[0]!.ref,
      number,
      receivedAt: found.receivedAt,
      ...(directory ? { city: directory.municipality.code } : {}),
    });
    const members = made.household?.members?.map((member, index) => ({ ...member, ref: people[index + 1]!.ref }));
    return members ? { ...made, household: { ...made.household, members } } : made;
  };
  const nameOf = (id: string): string => {
    const name = directory?.windows.find((window) => window.id === id)?.name;
    return name === undefined ? id : localize(name);
  };

  /** Whether consent lets it go, before anything is written. */
  const look = (): void => {
    if (!to) return gate.replaceChildren();
    const sheet = preview();
    if (!sheet) return gate.replaceChildren(h('p', {}, '封をされた相談です。上で鍵を選んで開くと、シートをつくれます。'));
    const events = Object.fromEntries(peopleOf(number, document).map(({ ref }) => [ref, consents.openEventsOf(ref)]));
    const answer = sendGate(sheet, to, events, consents.now);
    const { items } = answer.package;
    const stays = itemsOf(sheet).filter((item) => !items.includes(item));
    gate.replaceChildren(
      ...(answer.open
        ? [h('p', { class: 'strong' }, '同意があるため、送れます。'), h('p', {}, `伝わるもの：${itemList(items)}`)]
        : [h('p', { class: 'care' }, answer.message), h('p', {}, '下書きをつくっておき、同意を聞いてから送ることもできます。')]),
      ...(stays.length ? [h('p', { class: 'quiet' }, `いまは伝わらないもの：${itemList(stays)}`)] : []),
      ...(sealed
        ? [h('p', { class: 'care' }, '封をして届いた相談です。シートにすると、その内容は封のない形で、この仕組みに保存されます。')]
        : []),
    );
  };

  const begin = async (): Promise<void> => {
    if (!to) {
      trouble.say('どこにつなぐかを選んでください。決められないときは、調整担当を選べます。');
      return desk.focus();
    }
    const sheet = preview();
    if (sealed && !sheet) return trouble.say('先に、上で鍵を選んで相談を開いてください。');
    const wish = `${to} ${session.worker}`;
    // With the worker's name the page writes the sheet itself; the receiver makes the very same of a consultation that it can read.
    if (pending?.wish !== wish) pending = { wish, body: sheet && (sealed || session.worker) ? { sheet } : { to }, key: newKey() };
    trouble.say('');
    const reply = await sheets.begin(number, pending.body, pending.key);
    if (reply.ok) return openSheet(reply.data.id);
    if (reply.status === 409) pending = undefined;
    trouble.say(reply.text);
  };

  void load();
  return {
    element,
    refresh: look,
    read(opened) {
      document = opened;
      look();
    },
  };
}

/** The coordinator first: nobody has to know the right desk. */
function choices({ windows, labels }: Directory, { desk, coordinator }: Session): HTMLElement[] {
  const fields = new Map<string, HTMLElement[]>();
  for (const { id, name, field: of = 'other' } of windows)
    if (id !== desk.id && id !== coordinator.id) fields.set(of, [...(fields.get(of) ?? []), h('option', { value: id }, localize(name))]);
  const label = (id: string): string => {
    const own = labels?.fields?.[id];
    return own === undefined ? id : localize(own);
  };
  const groups = [...fields].map(([id, options]) => {
    const group = h('optgroup', {}, ...options);
    group.label = label(id);
    return group;
  });
  return coordinator.id === desk.id
    ? groups
    : [h('option', { value: coordinator.id }, `調整担当（${coordinator.name}）におまかせする`), ...groups];
}
