/** What waits for this desk, by kind: the consultations that came in, and its つなぐシート. */
import { button, h } from '../dom.js';
import { boxes, type Box } from './referral/sheets.js';

export type Place = 'consultations' | Box;

const shortNames: Readonly<Record<Box, string>> = {
  inbox: '受け取った',
  sent: '送った',
  overdue: '期限を過ぎた',
  drafts: '下書き',
  past: '手を離れた',
};

export const boxNames: Readonly<Record<Box, string>> = {
  inbox: '受け取ったシート',
  sent: '送ったシート',
  overdue: '期限を過ぎたシート',
  drafts: '下書き',
  past: '手を離れたシート',
};

export interface Boxes {
  element: HTMLElement;
  /** Marks where somebody is. */
  at: (place: Place) => void;
  count: (place: Place, number: number | undefined) => void;
}

export function boxesView(open: (place: Place) => void): Boxes {
  const counts = new Map<Place, HTMLElement>();
  const buttons = new Map<Place, HTMLElement>();
  const item = (place: Place, name: string): HTMLElement => {
    const count = h('span', { class: 'count' });
    const press = button('', () => open(place), 'box');
    press.append(h('span', {}, name), count);
    counts.set(place, count);
    buttons.set(place, press);
    return h('li', {}, press);
  };
  const element = h(
    'nav',
    { class: 'boxes no-print', 'aria-label': '一覧をえらぶ' },
    h('ul', {}, item('consultations', '届いた相談')),
    h('p', { id: 'boxes-of-sheets' }, 'つなぐシート'),
    h('ul', { 'aria-labelledby': 'boxes-of-sheets' }, ...boxes.map((box) => item(box, shortNames[box]))),
  );
  return {
    element,
    at(place) {
      for (const [of, press] of buttons) {
        if (of === place) press.setAttribute('aria-current', 'page');
        else press.removeAttribute('aria-current');
      }
    },
    count(place, number) {
      counts.get(place)!.textContent = number === undefined ? '' : `${number}件`;
    },
  };
}
