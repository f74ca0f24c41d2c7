/**
 * One つなぐシート on the screen: written, read or answered with the element. Its steps go to the receiver with the desk's token; what other desks do with it
 * is shown as it happens, and what is half written stays.
 */
import '@tsunagu/referral-sheet/define';
import type { ReferralSheetElement } from '@tsunagu/referral-sheet';
import { writerOf, type ReferralAction, type ReferralEvent } from '@tsunagu/schema/referral';
import { referralWords } from '@tsunagu/schema/referral/words';
import type { Reply } from '../../ask.js';
import { momentText } from '../../days.js';
import { button, h, notice, whole } from '../../dom.js';
import { inTurn } from '../in-turn.js';
import type { Session } from '../session.js';
import { draftDesk, type DraftDesk } from './draft-desk.js';
import { currentOf, sheetsOf, type Sheets, type View } from './sheets.js';
import type { SheetNews } from './stream.js';
import { takeIn, withOpener } from './take-in.js';

interface Opening {
  session: Session;
  id: string;
  back: () => void;
  /** Opens the consultation that the sheet was made from. */
  openConsultation: (number: string) => void;
  /** Opens another sheet. */
  openSheet: (id: string) => void;
}

export interface OpenedSheet {
  children: HTMLElement[];
  /** Something happened to a sheet; nothing given: perhaps to this one. */
  news?: (news?: SheetNews) => void;
  /** It is taken off the screen. False: not yet, something would be lost. */
  leave?: () => Promise<boolean>;
}

const behind = 'ほかの人が、先にこのシートを進めていました。新しい記録を出しました。確かめてから、もう一度お選びください。';
const another = '読み取ったのは、別のシートでした。この画面のシートは、そのままにしてあります。';
const carried =
  '紙やコードで届いたシートです。ここでした返事は、つなぎ元には自動では届きません。下の「ファイルやQRコードで渡す・受け取る」か印刷で、つなぎ元にお返しください。';
const gone = 'このシートは、この窓口からは見られなくなりました。';

/** Never rejects but for a part of the page that could not be loaded. */
export async function openedSheet({ session, id, back, openConsultation, openSheet }: Opening): Promise<OpenedSheet> {
  const sheets = sheetsOf(session);
  const tools = h('p', { class: 'tools no-print' }, button('一覧へ戻る', back));
  const [found, directory] = await Promise.all([sheets.read(id), session.directory()]);
  if (!found.ok) return { children: [tools, h('h2', {}, referralWords.title), h('p', { role: 'alert' }, found.text)] };
  const { number } = found.data;
  if (number !== undefined) tools.append(button('もとの相談を読む', () => openConsultation(number)));

  let view = found.data;
  let draft: DraftDesk | undefined;
  /** A step of this page is on its way: it is not told as news. */
  let acting = false;
  /** How far this computer's clock is behind the receiver's, in ms. */
  let late = Date.parse(view.at) - Date.now();
  const news = notice('status');
  const trouble = notice('alert');
  const heading = h('h2', {});
  const place = h('div', {});
  const brought = h('div', {});
  const element: ReferralSheetElement = document.createElement('tsunagu-referral-sheet');
  // This page speaks Japanese, as its desks do.
  element.languages = 'ja';
  element.desk = session.desk.id;
  element.worker = session.worker || undefined;
  element.directory = directory.ok ? directory.data : undefined;
  element.now = () => new Date(Date.now() + late);

  const name = (agency: string): string => {
    const window = directory.ok ? directory.data.windows.find((one) => one.id === agency) : undefined;
    if (window) return typeof window.name === 'string' ? window.name : window.name.ja;
    const { from, to, coordinator } = view.sheet;
    const known = [from, coordinator, to].find((one) => 'agency' in one && one.agency === agency);
    return (known?.name as string | undefined) ?? agency;
  };
  const told = (event: ReferralEvent): string => {
    const by = 'agency' in event.by ? `${name(event.by.agency as string)}が、` : '';
    const writer = writerOf(event);
    const heard = 'heard' in event.by && writer !== undefined ? `（${name(writer)}が書きとめました）` : '';
    return `${momentText(event.at)}　${by}${referralWords.choices.event[event.type]}${heard}。`;
  };

  /** A particle does not stand on a line of its own. */
  const head = (before: string, agency: string, after: string): void => {
    const desk = name(agency);
    heading.replaceChildren(`${before}${desk.slice(0, -4)}`, whole(`${desk.slice(-4)}${after}`));
  };
  const headDraft = ({ to, coordinator }: Pick<View['sheet'], 'to' | 'coordinator'>): void =>
    head('', 'agency' in to ? (to.agency as string) : coordinator.agency, 'への下書き');

  const valueOf = ({ sheet, events }: View) => ({ sheet, events });

  /** The view as it stands now, whoever made it so. An older answer that comes late is left alone. */
  const take = (now: View, loud = false): void => {
    const seen = view.events.length;
    if (now.events.length < seen || (now.events.length === seen && now.revision < view.revision)) return;
    view = now;
    late = Date.parse(now.at) - Date.now();
    element.consent = now.consents ?? {};
    const written = now.role === 'sender' && now.state.known && now.state.transport === 'draft' && now.state.open;
    if (written && draft) draft.heard(now);
    else {
      draft?.end();
      element.value = valueOf(now);
      draft = written ? draftDesk({ sheets, view: now, element }) : undefined;
      place.replaceChildren(...(draft ? [draft.element] : []));
    }
    if (written) headDraft(now.sheet);
    else {
      const holder = now.state.known ? now.state.holder?.agency : undefined;
      head(`${name(now.sheet.from.agency)}から、`, holder ?? now.sheet.coordinator.agency, 'へ');
    }
    element.mode = written ? 'edit' : 'reply';
    if (loud)
      news.say(
        now.events
          .slice(seen)
          .filter((event) => !acting || writerOf(event) !== session.desk.id)
          .map(told)
          .join('\n'),
      );
  };

  const failed = (reply: Extract<Reply<View>, { ok: false }>): void => {
    const now = currentOf(reply, id);
    if (now && reply.status === 412) draft?.behind(now);
    else if (now) take(now, true);
    element.showFailed(now ? (reply.status === 412 ? reply.text : behind) : reply.text);
  };

  type More = Pick<Parameters<Sheets['act']>[1], 'heard' | 'sheet' | 'revision'>;
  const step = async (action: ReferralAction, seq: number, key: string, more: More = {}) => {
    trouble.say('');
    news.say('');
    acting = true;
    const reply = await sheets.act(id, { action, seq, key, ...more });
    acting = false;
    if (!reply.ok) return failed(reply);
    take(reply.data);
    element.showSent(valueOf(view));
  };

  element.addEventListener('tsunagu-referral-change', ({ detail: { sheet } }) => {
    if (!draft) return;
    headDraft(sheet);
    draft.write(sheet);
  });
  element.addEventListener('tsunagu-referral-import', (event) => {
    const { value } = event.detail;
    const own = value.sheet.id === id;
    if (own && draft) return draft.write(value.sheet);
    // The receiver's record counts, and this place is for one sheet: what came in is handed to it, and not put in its place.
    event.preventDefault();
    acting = true;
    void takeIn(session, value).then((taken) => {
      acting = false;
      brought.replaceChildren(...(own ? [taken.told] : [h('p', {}, another), withOpener(taken, openSheet)]));
      if (own && taken.view) take(taken.view);
      brought.scrollIntoView({ block: 'nearest' });
    });
  });
  element.addEventListener('tsunagu-referral-reply', (event) => {
    event.preventDefault();
    const { action, heard, seq, key } = event.detail;
    void step(action, seq, key, heard && { heard });
  });
  element.addEventListener('tsunagu-referral-send', (event) => {
    event.preventDefault();
    const { sheet, action, seq, key } = event.detail;
    void draft
      ?.ready(sheet)
      .then((kept) => (typeof kept === 'string' ? element.showFailed(kept) : step(action, seq, key, { sheet, ...kept })));
  });

  const look = inTurn(async () => {
    const reply = await sheets.read(id);
    if (reply.ok) take(reply.data, reply.data.events.length > view.events.length);
    else if (reply.status === 404) trouble.say(gone);
  });

  take(view);
  return {
    children: [
      tools,
      heading,
      ...(view.carried ? [h('p', { class: 'care no-print' }, carried)] : []),
      news.element,
      trouble.element,
      brought,
      place,
      element,
    ],
    news: (of) => {
      if (of?.draft) return of.id === id ? draft?.told(of.draft) : undefined;
      if (of === undefined || of.id === id) look();
    },
    leave: async () => {
      const may = (await draft?.leave()) ?? true;
      if (may) draft?.end();
      return may;
    },
  };
}
