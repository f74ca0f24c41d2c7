/** What waits for a desk: the consultations that came in and its つなぐシート, kept up to date while somebody looks. */
import type { Me } from '../../wire.js';
import { button, h, show } from '../dom.js';
import { inTurn } from './in-turn.js';
import { boxesView, type Place } from './boxes.js';
import type { KeyHolder } from './detail.js';
import { listView, type ListChoice } from './list.js';
import { boxes, sheetsOf, type Box } from './referral/sheets.js';
import type { OpenedSheet } from './referral/opened.js';
import { followSheets } from './referral/stream.js';
import type { Session } from './session.js';
import { withdrawalsView } from './withdrawals.js';

interface Desk {
  session: Session;
  /** Where it says how many people wait for an answer. */
  waiting: HTMLElement;
  me: Me;
}

/** What is on the screen, as far as it has to hear of what happens. */
type Listening = Pick<OpenedSheet, 'news' | 'leave'>;

/** A page that was opened before the receiver was renewed asks for a part that is gone. */
const partMissing =
  'この画面の部品を読み込めませんでした。つながっていることを確かめて、もう一度お試しください。それでも開かないときは、この画面を読み込み直してください。';

export interface Worklist {
  /** Before the desk is closed. False: not yet, something would be lost; asked again it is true. */
  leave: () => Promise<boolean>;
  end: () => void;
}

/** Shows the desk's lists in `place`. */
export function worklist(place: HTMLElement, { session, waiting, me }: Desk): Worklist {
  const sheets = sheetsOf(session);
  const choice: ListChoice = { status: '' };
  const keys: KeyHolder = {};
  let listening: Listening = {};
  /** Counts up with everything that is opened: what is loaded too late is not shown over something else. */
  let turn = 0;

  const countWaiting = (number: number): void => {
    waiting.textContent = number === 0 ? '返事を待っている人は、いません' : `返事を待っている人：${number}人`;
    nav.count('consultations', number);
  };
  const count = async (): Promise<void> => {
    const [reply, counts] = await Promise.all([session.ask<Me>('api/staff/me'), sheets.counts()]);
    if (reply.ok) countWaiting(reply.data.waiting);
    if (counts) for (const of of boxes) nav.count(of, counts[of]);
  };

  const recount = inTurn(count);

  /** Goes somewhere else, unless something on the screen would be lost. */
  const go = async (arrive: (mine: number) => Promise<void> | void): Promise<void> => {
    if ((await listening.leave?.()) === false) return;
    listening = {};
    const mine = ++turn;
    try {
      await arrive(mine);
    } catch {
      if (mine === turn)
        show(
          place,
          h('h2', {}, '開けませんでした'),
          h('p', { role: 'alert' }, partMissing),
          button('一覧へ戻る', () => consultations()),
        );
    }
  };

  const consultations = (): Promise<void> =>
    go(() => {
      nav.at('consultations');
      show(place, nav.element, listView(session, choice, openConsultation), withdrawalsView(session));
      void count();
    });
  const box = (of: Box): Promise<void> =>
    go(async (mine) => {
      const { sheetList } = await import('./referral/list.js');
      if (mine !== turn) return;
      nav.at(of);
      const list = sheetList(session, of, { open: (id) => void openSheet(id, of), receive: () => void receive(of) });
      const refresh = inTurn(list.refresh);
      listening = {
        news: (news) => {
          if (!news?.draft || of === 'drafts') refresh();
        },
      };
      show(place, nav.element, list.element);
      void count();
    });
  const openConsultation = (number: string): Promise<void> =>
    go(async (mine) => {
      const { detailView } = await import('./detail.js');
      if (mine !== turn) return;
      await detailView(place, {
        session,
        number,
        keys,
        back: () => void consultations(),
        openSheet: (id) => void openSheet(id, 'consultations', number),
      });
    });
  const openSheet = (id: string, from: Place, number?: string): Promise<void> =>
    go(async (mine) => {
      const { openedSheet } = await import('./referral/opened.js');
      const back = (): void => void (number === undefined ? open(from) : openConsultation(number));
      const opened = await openedSheet({
        session,
        id,
        back,
        openConsultation: (of) => void openConsultation(of),
        openSheet: (other) => void openSheet(other, from, number),
      });
      if (mine !== turn) return void opened.leave?.();
      listening = opened;
      show(place, ...opened.children);
    });
  const receive = (from: Box): Promise<void> =>
    go(async (mine) => {
      const { receiveView } = await import('./referral/receive.js');
      if (mine !== turn) return;
      show(place, ...receiveView({ session, back: () => void box(from), openSheet: (id) => void openSheet(id, from) }));
    });
  const open = (to: Place): Promise<void> => (to === 'consultations' ? consultations() : box(to));

  const nav = boxesView((to) => void open(to));
  countWaiting(me.waiting);
  void consultations();

  const end = followSheets({
    address: sheets.stream,
    token: () => session.token,
    news: (news) => {
      // A draft that is written on stays where it is.
      if (!news?.draft || news.draft.version <= 1) recount();
      listening.news?.(news);
    },
    refused: () => session.renew(),
  });
  return {
    leave: async () => (await listening.leave?.()) ?? true,
    end() {
      end();
      turn++;
      listening = {};
    },
  };
}
