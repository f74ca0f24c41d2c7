/** What was read from paper, codes or a file, handed to the receiver: nothing is replaced, and what is new is named. */
import type { ReferralEvent, ReferralSheet } from '@tsunagu/schema/referral';
import { compareSheets, type SheetDifference } from '@tsunagu/schema/referral/compare';
import { referralWords } from '@tsunagu/schema/referral/words';
import { momentText } from '../../days.js';
import { button, h } from '../../dom.js';
import type { Session } from '../session.js';
import { sheetsOf, type View } from './sheets.js';

export interface Carried {
  sheet: Partial<ReferralSheet>;
  events: readonly ReferralEvent[];
}

export interface TakenIn {
  /** The sheet as it is here now; absent: it was not taken. */
  view?: View;
  /** What came of it, in words. */
  told: HTMLElement;
}

const sides = (name: string, text: string | undefined): HTMLElement =>
  h('dd', {}, h('span', { class: 'quiet' }, `${name}：`), text ?? '書いてありません');

const differencesView = (rows: readonly SheetDifference[]): HTMLElement =>
  h(
    'section',
    {},
    h('h4', {}, 'ここにあるシートと違うところ'),
    h('p', {}, 'ここにあるシートは、そのままにしてあります。'),
    h(
      'dl',
      { class: 'differences' },
      ...rows.flatMap(({ name, before, after }) => [h('dt', {}, name), sides('ここ', before), sides('読み取ったもの', after)]),
    ),
  );

/** Each step with its day and whose it was. */
export async function stepsView(session: Session, events: readonly ReferralEvent[]): Promise<HTMLElement> {
  const steps = await Promise.all(
    events.map(async ({ at, by, type }) => {
      const who = 'agency' in by ? `${await session.nameOf(by.agency as string)}が、` : '';
      return h('li', {}, `${momentText(at)}　${who}${referralWords.choices.event[type]}`);
    }),
  );
  return h('ol', { class: 'steps' }, ...steps);
}

/** Never rejects. */
export async function takeIn(session: Session, { sheet, events }: Carried): Promise<TakenIn> {
  const sheets = sheetsOf(session);
  const { id } = sheet;
  const before = typeof id === 'string' ? await sheets.read(id) : undefined;
  const here = before?.ok ? before.data : undefined;
  const reply = await sheets.takeIn({ sheet, events });
  // The sender's own sheet is whole, and what came back is what another desk was handed.
  const differences = here && here.role !== 'sender' ? compareSheets(here.sheet, sheet) : [];
  const shown = differences.length ? [differencesView(differences)] : [];
  if (!reply.ok) return { told: h('div', {}, h('p', { role: 'alert', class: 'notice trouble' }, reply.text), ...shown) };
  const view = reply.data;
  const added = view.events.slice(here?.events.length ?? 0);
  const title = !here
    ? 'シートを受け取りました'
    : added.length
      ? `新しい記録を${added.length}件、書き足しました`
      : 'このシートは、もうここにあります';
  const told = h(
    'div',
    {},
    h('p', { role: 'status', class: 'strong' }, `${title}。`),
    ...(added.length ? [await stepsView(session, added)] : []),
    ...shown,
  );
  return { view, told };
}

/** With a way to the sheet, where it is not the one on the screen. */
export const withOpener = ({ view, told }: TakenIn, open: (id: string) => void): HTMLElement => {
  if (view)
    told.append(
      h(
        'p',
        { class: 'tools' },
        button('このシートをひらく', () => open(view.id), 'button loud'),
      ),
    );
  return told;
};
