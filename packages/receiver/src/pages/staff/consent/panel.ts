/** Consents on a consultation's sheet: whose, where they stand, asking, taking back, the room that follows, who holds what, and everything that happened. */
import type { Consultation } from '@tsunagu/schema/consultation';
import type { Directory } from '@tsunagu/schema/directory';
import { tokyoParts } from '@tsunagu/schema/open-state';
import { localize } from '@tsunagu/schema/text';
import { dayText } from '../../days.js';
import { button, field, h, notice } from '../../dom.js';
import type { Session } from '../session.js';
import type { ConsentCase } from './case.js';
import { openDialog } from './dialog.js';
import { forumPart, type ForumAnswers } from './forum.js';
import { historyPart } from './history.js';
import { statusLabels, statusNotes } from './labels.js';
import { peopleOf, type PersonOfCase } from './people.js';
import { reachPart } from './reach.js';
import { toldPart } from './told.js';
import { emptyWish, missingIn, requestOf, wishForm } from './wish.js';

interface Panel {
  session: Session;
  number: string;
  /** The language the person read. */
  language: string;
  consents: ConsentCase;
  /** Called whenever the consents were loaded or written to. */
  changed: () => void;
}

export interface ConsentPanel {
  element: HTMLElement;
  /** What the consultation says, once it is open. */
  read: (document: Consultation) => void;
}

export function consentPanel({ session, number, language, consents, changed }: Panel): ConsentPanel {
  const said = notice('status');
  const trouble = notice('alert');
  const body = h('div', {});
  const dialogs = h('div', {});
  const element = h('section', { class: 'consent', 'aria-labelledby': 'consent-heading' });
  element.append(h('h3', { id: 'consent-heading', tabindex: '-1' }, '同意'), said.element, trouble.element, body, dialogs);
  let document: Consultation | undefined;
  let people: PersonOfCase[] = peopleOf(number, undefined);
  let subject = people[0]!.ref;
  let directory: Directory | undefined;
  const wish = emptyWish();
  const answers: ForumAnswers = { grounds: new Set() };
  let asking = false;

  const agency = (id: string): string => {
    const name = directory?.windows.find((window) => window.id === id)?.name;
    return name === undefined ? id : localize(name);
  };

  const begin = async (): Promise<void> => {
    body.replaceChildren(h('p', {}, '読み込んでいます。'));
    const [found, loaded] = await Promise.all([session.directory(), consents.load()]);
    const failed = [found, loaded].find((reply) => !reply.ok);
    if (found.ok && !failed) {
      directory = found.data;
      return draw();
    }
    body.replaceChildren(h('p', { role: 'alert' }, failed && !failed.ok ? failed.text : ''), button('もう一度読み込む', begin));
  };

  const open = (mode: 'decide' | 'withdraw'): Promise<void> => {
    const worker = { ...(session.worker ? { name: session.worker } : {}), section: session.desk.id };
    said.say('');
    trouble.say('');
    return openDialog({
      place: dialogs,
      consents,
      subject,
      mode,
      ...(mode === 'decide' ? { request: requestOf({ wish, directory: directory!, desk: session.desk, worker: session.worker }) } : {}),
      document,
      directory: directory!,
      worker,
      language,
      kept(failure) {
        if (failure === undefined) {
          asking = false;
          said.say('同意の記録に書き足しました。');
        }
        trouble.say(failure ?? '');
        draw();
      },
    });
  };

  const draw = (): void => {
    changed();
    const state = consents.stateOf(subject);
    const record = consents.recordOf(subject);
    const others = people.filter(({ ref }) => ref !== subject);
    const needed = () => {
      const asked = record?.events.findLast((event) => event.type === 'requested');
      const last = asked?.type === 'requested' ? asked.request : undefined;
      return {
        agencies: wish.agencies.size ? [...wish.agencies] : (last?.agencies ?? []),
        items: wish.items.size ? [...wish.items] : (last?.items ?? []),
      };
    };
    const room = forumPart({
      answers,
      look: () => ({
        given: {
          subject: { ref: subject, events: consents.judgedEventsOf(subject) },
          household: others.map(({ ref }) => ({ ref, events: consents.judgedEventsOf(ref) })),
          ...needed(),
        },
        at: consents.momentOf(consents.openEventsOf(subject)),
      }),
      agency,
      person: (ref) => people.find((person) => person.ref === ref)?.label ?? ref,
    });
    const anyOut = consents.consents.shipments.some((one) => one.record === record?.record);
    const takeable = state.cells.some((cell) => ['given', 'expired', 'terminated'].includes(cell.state));
    const again = (): void => {
      said.say('記録しました。');
      trouble.say('');
      draw();
    };
    const choose = (ref: string): void => {
      subject = ref;
      draw();
    };
    const toggleAsking = (): void => {
      asking = !asking;
      draw();
      if (asking) element.querySelector<HTMLElement>('.wish input')?.focus();
    };
    body.replaceChildren(
      ...[
        people.length > 1 && whose(people, subject, choose),
        h('p', { class: 'consent-status' }, h('strong', {}, statusLabels[state.status]), ...until(state)),
        statusNotes[state.status] !== undefined && h('p', {}, statusNotes[state.status]),
        state.reAskAfter !== undefined &&
          h(
            'p',
            { class: 'care' },
            state.reAskAfter === 'never'
              ? '本人から話があるまで、こちらからは聞きません。'
              : `本人の希望により、${dayText(state.reAskAfter)}より前には聞きません。`,
          ),
        h(
          'p',
          { class: 'tools no-print' },
          state.open
            ? button('返事を聞く', () => open('decide'), 'button loud')
            : button('同意をたずねる', toggleAsking, asking ? 'button' : 'button loud'),
          takeable && button('取りやめを受けつける', () => open('withdraw')),
          button('新しい記録を読み込む', begin),
        ),
        asking && !state.open && askForm(room.refresh),
        h('h4', {}, '相手ごとに、伝えてよいこと'),
        toldPart({
          consents,
          subject,
          document,
          members: Object.fromEntries(others.map(({ ref }) => [ref, consents.openEventsOf(ref)])),
          agency,
          again,
        }),
        h('h4', {}, 'どこで話し合えるか'),
        room.element,
        anyOut && h('h4', {}, 'すでに伝わっているもの'),
        anyOut && reachPart({ consents, subject, agency, again }),
        h('h4', {}, 'これまでの記録'),
        historyPart({ events: consents.eventsOf(subject), agency, drawing: (hash) => consents.drawing(hash) }),
      ].filter((part): part is HTMLElement => part !== false),
    );
  };

  const askForm = (changed: () => void): HTMLElement => {
    const missing = notice('alert');
    const name = h('input', { id: 'consent-worker', type: 'text', maxlength: '60', autocomplete: 'off' });
    name.value = session.worker;
    name.addEventListener('input', () => void (session.worker = name.value.trim()));
    const go = (): void => {
      const sentences = missingIn(wish, tokyoParts(consents.now).dateKey);
      missing.say(sentences.join('\n'));
      if (sentences.length === 0) void open('decide');
    };
    return h(
      'div',
      { class: 'asking no-print' },
      h('p', {}, '本人といる場で、聞くことを選びます。選び終えたら、本人に見せる説明の画面をひらきます。'),
      wishForm({ wish, directory: directory!, desk: session.desk, document, changed }),
      field('説明する人の名前', name, '説明の画面と記録に載ります。書かないときは、窓口の名前だけが載ります。'),
      missing.element,
      h('p', { class: 'tools' }, button('説明の画面をひらく', go, 'button loud')),
    );
  };

  void begin();
  return {
    element,
    read(opened) {
      document = opened;
      people = peopleOf(number, opened);
      if (directory) draw();
    },
  };
}

const until = (state: { valid: boolean; expiresOn?: string }): HTMLElement[] =>
  state.valid && state.expiresOn !== undefined ? [h('span', {}, `（${dayText(state.expiresOn)}まで）`)] : [];

function whose(people: readonly PersonOfCase[], chosen: string, choose: (ref: string) => void): HTMLElement {
  const select = h('select', { id: 'consent-person' }, ...people.map(({ ref, label }) => h('option', { value: ref }, label)));
  select.value = chosen;
  select.addEventListener('change', () => choose(select.value));
  return field('だれの同意ですか', select, '世帯の人には、一人ずつ聞きます。');
}
