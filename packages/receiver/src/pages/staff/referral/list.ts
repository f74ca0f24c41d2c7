/** One box of this desk's つなぐシート: what needs a step first. Kept up to date without taking anybody's place away. */
import { momentText } from '../../days.js';
import { button, h, notice } from '../../dom.js';
import { boxNames } from '../boxes.js';
import { labels } from '../labels.js';
import type { Session } from '../session.js';
import { topicShort } from '../topics.js';
import { sheetsOf, type Box, type Item } from './sheets.js';
import { dueWords, standWords, turnWords, type Standing } from './words.js';

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

/** @param open called with the id of a sheet that should be shown. */
export function sheetList(session: Session, box: Box, open: (id: string) => void): SheetList {
  const sheets = sheetsOf(session);
  const list = h('ul', { class: 'items' });
  const more = h('p', { class: 'more' });
  const said = notice('status');
  const trouble = notice('alert');
  const shown = new Map<string, Shown>();
  let items: Item[] = [];
  let next: string | undefined;
  let pages = 1;

  const draw = (): void => {
    const active = document.activeElement;
    const focused = [...shown].find(([, { row }]) => row.contains(active))?.[0];
    const ids = new Set(items.map(({ id }) => id));
    for (const [id, { row }] of shown)
      if (!ids.has(id)) {
        row.remove();
        shown.delete(id);
      }
    [...items].sort(byNeed).forEach((item, place) => {
      const text = JSON.stringify(item);
      let one = shown.get(item.id);
      if (one?.text !== text) {
        const row = h('li', {}, card(item, open));
        one?.row.replaceWith(row);
        shown.set(item.id, (one = { text, item, row }));
      }
      // What stands right is left alone: moving it would take the keyboard's place away.
      if (list.children[place] !== one.row) list.insertBefore(one.row, list.children[place] ?? null);
    });
    if (focused !== undefined && document.activeElement !== active)
      shown.get(focused)?.row.querySelector('button')?.focus({ preventScroll: true });
    more.replaceChildren(...(next ? [button('続きを見る', () => begin(1))] : []));
  };

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
      after = reply.data.next;
    } while (++page < wanted && after !== undefined);
    [items, next, pages] = [[...found.values()], after, page];
    draw();
    return true;
  };

  const begin = async (further?: number): Promise<void> => {
    if (await load(further)) said.say(items.length === 0 ? `${boxNames[box]}は、いまありません。` : `${items.length}件を表示しています。`);
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
    ),
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

/** Whose turn it is when it is not ours; undefined where the day has passed: then it may be the coordinator's. */
const ownerOf = ({ business, transport, daysLeft, from, to }: Item): string | undefined =>
  daysLeft !== undefined && daysLeft < 0
    ? undefined
    : nameOf(transport === 'draft' || business === 'asked-back' || business === 'reported' ? from : to);

function card(item: Item, open: (id: string) => void): HTMLElement {
  const standing = standingOf(item);
  const due = dueWords(standing, new Date());
  const turn = item.role === 'seer' ? undefined : turnWords(item.open, item.yourTurn, ownerOf(item));
  const worries = [...(item.topics ?? [])].sort((a, b) => Number(b === item.mainTopic) - Number(a === item.mainTopic));
  return h(
    'article',
    { class: due?.past ? 'card overdue' : 'card', 'aria-label': `つなぐシート ${wayOf(item)}` },
    h(
      'p',
      { class: 'card-head' },
      h('strong', {}, wayOf(item)),
      h(
        'span',
        { class: item.yourTurn ? 'status received' : 'status' },
        item.yourTurn ? 'この窓口の番' : item.open ? '待っています' : '終わりました',
      ),
    ),
    h('p', {}, `${standWords(standing)}。`, turn !== undefined && `${turn}。`),
    due && h('p', { class: 'strong' }, due.text),
    item.urgency !== undefined && h('p', {}, labels.urgency[item.urgency]),
    worries.length > 0 &&
      h('p', {}, `困っていること：${worries.map((id) => `${id === item.mainTopic ? '◎' : ''}${topicShort(id)}`).join('、')}`),
    button(`シートをひらく（${momentText(item.since)}）`, () => open(item.id)),
  );
}
