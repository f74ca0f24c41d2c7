/** One box of this desk's つなぐシート: what needs a step first. Kept up to date without taking anybody's place away. */
import { tokyoParts } from '@tsunagu/schema/open-state';
import { referralWords } from '@tsunagu/schema/referral/words';
import { momentText } from '../../days.js';
import { button, field, h, notice, whole } from '../../dom.js';
import { boxNames } from '../boxes.js';
import { labels } from '../labels.js';
import type { Session } from '../session.js';
import { topicShort } from '../topics.js';
import { sheetsOf, type Box, type Item } from './sheets.js';
import { dueWords, ownerWords, standWords, turnWords, type Standing } from './words.js';

const explained: Readonly<Record<Box, string>> = {
  inbox: 'ほかの窓口から、この窓口につながれたシートです。',
  sent: 'この窓口が送ったシートです。終わるまで、ここで見守ります。',
  overdue: '返事や次の一歩の期限を過ぎているシートです。',
  drafts: '書きかけのシートです。まだ、どこにも伝わっていません。',
  past: 'ほかの窓口に渡したものや、終わったものです。',
};

/** This desk's turn first, and of those the one that is due first; what has ended last. */
export function byNeed(a: Item, b: Item): number {
  const rank = ({ open, yourTurn }: Item): number => (!open ? 2 : yourTurn ? 0 : 1);
  const due = ({ respondBy }: Item): string => respondBy ?? '9999';
  return rank(a) - rank(b) || (due(a) < due(b) ? -1 : due(a) > due(b) ? 1 : a.since < b.since ? 1 : -1);
}

const nameOf = ({ agency, name }: { agency: string; name?: string }): string => name ?? agency;

export interface SheetList {
  element: HTMLElement;
  /** Loads anew, and says what has changed. */
  refresh: () => Promise<void>;
}

interface Shown {
  /** The item as it was drawn. */
  text: string;
  item: Item;
  row: HTMLElement;
}

interface Ways {
  /** Called with the id of a sheet that should be shown. */
  open: (id: string) => void;
  /** Somebody holds a sheet of paper. */
  receive: () => void;
}

/** Whose sheets are shown: all, those nobody has taken up, or one worker's. */
type Whose = { kind: 'all' } | { kind: 'nobody' } | { kind: 'worker'; name: string };
const everybody: Whose = { kind: 'all' };

const isOf = ({ worker }: Item, whose: Whose): boolean =>
  whose.kind === 'worker' ? worker === whose.name : whose.kind === 'all' || worker === undefined;

export function sheetList(session: Session, box: Box, { open, receive }: Ways): SheetList {
  const sheets = sheetsOf(session);
  const list = h('ul', { class: 'items' });
  const more = h('p', { class: 'more' });
  const said = notice('status');
  const trouble = notice('alert');
  const shown = new Map<string, Shown>();
  let items: Item[] = [];
  /** The receiver's clock: this computer's may be wrong. */
  let at = new Date();
  let whose: Whose = everybody;
  let next: string | undefined;
  let pages = 1;

  const draw = (): void => {
    const active = document.activeElement;
    const focused = [...shown].find(([, { row }]) => row.contains(active))?.[0];
    const wanted = items.filter((item) => isOf(item, whose));
    const ids = new Set(wanted.map(({ id }) => id));
    for (const [id, { row }] of shown)
      if (!ids.has(id)) {
        row.remove();
        shown.delete(id);
      }
    wanted.sort(byNeed).forEach((item, place) => {
      const text = JSON.stringify([item, tokyoParts(at).dateKey]);
      let one = shown.get(item.id);
      if (one?.text !== text) {
        const row = h('li', {}, card(item, { open, at }));
        one?.row.replaceWith(row);
        shown.set(item.id, (one = { text, item, row }));
      }
      // What stands right is left alone: moving it would take the keyboard's place away.
      if (list.children[place] !== one.row) list.insertBefore(one.row, list.children[place] ?? null);
    });
    if (focused !== undefined && document.activeElement !== active)
      shown.get(focused)?.row.querySelector('button')?.focus({ preventScroll: true });
    offer();
    more.replaceChildren(...(next ? [button('続きを見る', () => begin(1))] : []));
  };

  const filter = h('select', { id: 'whose' });
  const choose = h('div', { class: 'tools' }, field('担当でしぼる', filter));
  /** The names there are; a choice of one is none. */
  const offer = (): void => {
    const names = [...new Set(items.flatMap(({ worker }) => worker ?? []))].sort((a, b) => a.localeCompare(b, 'ja'));
    choose.hidden = names.length === 0 && whose.kind === 'all';
    const option = (of: Whose, text: string): HTMLElement => {
      const element = h('option', { value: JSON.stringify(of) }, text);
      element.selected = JSON.stringify(of) === JSON.stringify(whose);
      return element;
    };
    const chosen = whose.kind === 'worker' && !names.includes(whose.name) ? [whose.name] : [];
    const options = [
      option(everybody, 'すべて'),
      ...[...names, ...chosen].map((name) => option({ kind: 'worker', name }, `${name}さん`)),
      option({ kind: 'nobody' }, '担当が決まっていないもの'),
    ];
    // An open list of choices is not taken away for the same again.
    if (options.map(({ textContent }) => textContent).join() !== [...filter.options].map(({ textContent }) => textContent).join())
      filter.replaceChildren(...options);
  };
  const count = (): string => {
    const shownNow = items.filter((item) => isOf(item, whose)).length;
    if (items.length === 0) return `${boxNames[box]}は、いまありません。`;
    return shownNow === items.length ? `${items.length}件を表示しています。` : `${items.length}件のうち、${shownNow}件を表示しています。`;
  };
  filter.addEventListener('change', () => {
    whose = JSON.parse(filter.value) as Whose;
    draw();
    said.say(count());
  });

  /** As many pages as were shown, and `further` ones. False: the receiver could not be asked, and what is shown stays. */
  const load = async (further = 0): Promise<boolean> => {
    const wanted = pages + further;
    const found = new Map<string, Item>();
    let after: string | undefined;
    let page = 0;
    do {
      const reply = await sheets.list(box, after);
      trouble.say(reply.ok ? '' : reply.text);
      if (!reply.ok) return false;
      for (const item of reply.data.items) found.set(item.id, item);
      at = new Date(reply.data.at);
      after = reply.data.next;
    } while (++page < wanted && after !== undefined);
    [items, next, pages] = [[...found.values()], after, page];
    draw();
    return true;
  };

  const begin = async (further?: number): Promise<void> => {
    if (await load(further)) said.say(count());
  };

  const refresh = async (): Promise<void> => {
    const before = new Map(items.map((item) => [item.id, item]));
    if (!(await load())) return;
    const news = items.flatMap((item) => newsOf(item, before.get(item.id)) ?? []);
    const gone = [...before.keys()].filter((id) => !items.some((item) => item.id === id)).length;
    if (news.length) said.say(news.length > 2 ? `${news.length}件のシートに動きがありました。` : news.join(' '));
    else if (gone) said.say(`${gone}件のシートが、この一覧から移りました。`);
  };

  void begin();
  const element = h(
    'div',
    {},
    h('h2', {}, boxNames[box]),
    h('p', {}, explained[box]),
    h(
      'p',
      { class: 'tools' },
      button('新しいものを読み込む', () => begin()),
      box === 'inbox' && button('紙やコードで届いたシートを受け取る', receive),
    ),
    choose,
    said.element,
    trouble.element,
    list,
    more,
  );
  return { element, refresh };
}

/** What happened to one sheet, in a sentence; undefined: nothing that can be seen in a list. */
function newsOf(item: Item, before: Item | undefined): string | undefined {
  if (!before) return `新しく入りました：${wayOf(item)}。`;
  const stands = standWords(standingOf(item));
  return standWords(standingOf(before)) === stands ? undefined : `${wayOf(item)}：${stands}。`;
}

const wayOf = ({ from, to }: Item): string => `${nameOf(from)}から、${nameOf(to)}へ`;

const standingOf = (item: Item): Standing => ({ ...item, holds: item.role === 'holder' });

function card(item: Item, { open, at }: { open: (id: string) => void; at: Date }): HTMLElement {
  const { owner, worker, last, unread, escalated, carried } = item;
  const standing = standingOf(item);
  const due = dueWords(standing, at);
  const turn = turnWords(item.open, item.yourTurn, owner && ownerWords(owner));
  const worries = [...(item.topics ?? [])].sort((a, b) => Number(b === item.mainTopic) - Number(a === item.mainTopic));
  const type = last && (referralWords.choices.event as Readonly<Record<string, string>>)[last.type];
  const marks = [
    carried && '紙やコードで届いたもの',
    worker !== undefined && `担当：${worker}さん`,
    escalated && !due?.past && '調整担当にも知らせてあります',
  ].filter((mark): mark is string => typeof mark === 'string');
  const opener = button('シートをひらく', () => open(item.id));
  opener.append(whole(`（${momentText(item.since)}）`));
  return h(
    'article',
    { class: due?.past ? 'card overdue' : 'card', 'aria-label': `つなぐシート ${wayOf(item)}` },
    h(
      'p',
      { class: 'card-head' },
      h('strong', {}, unread && h('span', { class: 'unread' }, '未読'), wayOf(item)),
      h(
        'span',
        { class: item.yourTurn ? 'status received' : 'status' },
        item.yourTurn ? 'この窓口の番' : item.open ? '待っています' : '終わりました',
      ),
    ),
    h('p', {}, `${standWords(standing)}。`, turn !== undefined && `${turn}。`),
    due && h('p', { class: 'strong' }, due.text, due.day !== undefined && '・', due.day !== undefined && whole(due.day)),
    item.urgency !== undefined && h('p', {}, labels.urgency[item.urgency]),
    worries.length > 0 &&
      h('p', {}, `困っていること：${worries.map((id) => `${id === item.mainTopic ? '◎' : ''}${topicShort(id)}`).join('、')}`),
    marks.length > 0 && h('p', { class: 'marks' }, ...marks.map((mark) => h('span', { class: 'mark' }, mark))),
    last &&
      type !== undefined &&
      h(
        'p',
        { class: 'quiet' },
        `最後の動き：${momentText(last.at)}　${last.agency === undefined ? '' : `${last.name ?? last.agency}が、`}${type}`,
      ),
    opener,
  );
}
