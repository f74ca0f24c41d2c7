/** A desk holds a sheet of paper, or codes on somebody's screen, from a network that this one does not touch: it is read here and becomes one of its sheets. */
import '@tsunagu/referral-sheet/define';
import type { ReferralSheetElement } from '@tsunagu/referral-sheet';
import { button, h } from '../../dom.js';
import type { Session } from '../session.js';
import { takeIn, withOpener } from './take-in.js';

interface Receiving {
  session: Session;
  back: () => void;
  openSheet: (id: string) => void;
}

export function receiveView({ session, back, openSheet }: Receiving): HTMLElement[] {
  const result = h('div', { class: 'result' });
  const reader = h('div', {});
  /** A place for the next sheet, where nothing is left of the one before. */
  const begin = (): void => {
    const element: ReferralSheetElement = document.createElement('tsunagu-referral-sheet');
    element.languages = 'ja';
    element.desk = session.desk.id;
    element.messages = { empty: '下の「ファイルやQRコードで渡す・受け取る」から、シートを読み取ってください。' };
    void session.directory().then((reply) => reply.ok && (element.directory = reply.data));
    element.addEventListener('tsunagu-referral-import', (event) => {
      event.preventDefault();
      void takeIn(session, event.detail.value).then((taken) => {
        result.replaceChildren(withOpener(taken, openSheet));
        begin();
        result.scrollIntoView({ block: 'nearest' });
      });
    });
    reader.replaceChildren(element);
  };
  begin();
  return [
    h('p', { class: 'tools no-print' }, button('一覧へ戻る', back)),
    h('h2', {}, '紙やコードで届いたシートを受け取る'),
    h(
      'p',
      {},
      '庁内の別のネットワークなど、つながっていないところから、紙やQRコード、ファイルで渡されたシートを読み取ります。記録が書きかわっていないかを確かめてから、「受け取った」の一覧に入れます。',
    ),
    result,
    reader,
  ];
}
