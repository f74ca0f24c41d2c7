/**
 * The token is not known any more while somebody is at work: it is asked for once more over the page, which stays as it is. What was to be sent then goes
 * out with the new token, under the same key.
 */
import type { Me } from '../../wire.js';
import { ask } from '../ask.js';
import { button, field, h, notice } from '../dom.js';
import { writtenOn } from '../written.js';

interface Again {
  /** The desk that is open: another desk's token does not go on with its work. */
  desk: { id: string; name: string };
  /** What is on the screen. */
  place: HTMLElement;
}

const closing = 'とじると、書きかけのことは、この画面から消えます。とじるときは、もう一度ボタンを押してください。';

/** Resolves with the token that opens this desk, or undefined: the desk is to be closed. Never rejects. */
export function askAgain({ desk, place }: Again): Promise<string | undefined> {
  const token = h('input', { id: 'token-again', type: 'password', autocomplete: 'off', spellcheck: 'false' });
  const trouble = notice('alert');
  const warning = notice('alert');
  const copied = notice('status');
  const form = h(
    'form',
    {},
    field(`窓口の鍵（${desk.name}）`, token),
    trouble.element,
    h('button', { type: 'submit', class: 'button loud' }, '続ける'),
  );
  const text = h('textarea', { id: 'written', rows: '6' });
  text.readOnly = true;
  text.value = writtenOn(place);
  const copy = async (): Promise<void> => {
    text.select();
    try {
      await navigator.clipboard.writeText(text.value);
      copied.say('写しました。メモ帳などに、貼り付けておけます。');
    } catch {
      // An intranet without HTTPS has no clipboard for pages.
      copied.say('下の文字を選んであります。Ctrl+C（Mac は ⌘C）で写せます。');
    }
  };
  const dialog = h('dialog', { class: 'again', 'aria-labelledby': 'again-heading' });
  return new Promise((resolve) => {
    const end = (found: string | undefined): void => {
      resolve(found);
      dialog.remove();
    };
    let warned = text.value === '';
    const close = (): void => {
      if (warned) return end(undefined);
      warned = true;
      warning.say(closing);
      closer.scrollIntoView({ block: 'nearest' });
    };
    const closer = button('この窓口をとじる', close);
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      void open(token.value.trim(), desk).then((found) => ('token' in found ? end(found.token) : trouble.say(found.text)));
    });
    // Nothing is decided by Esc; a browser that closes it all the same is shown it again.
    dialog.addEventListener('cancel', (event) => event.preventDefault());
    dialog.addEventListener('close', () => dialog.isConnected && dialog.showModal());
    dialog.append(
      h('h2', { id: 'again-heading' }, 'もう一度、窓口の鍵を入れてください'),
      h('p', {}, 'いまの鍵が使えなくなりました。期限が切れたか、取り消されたのかもしれません。'),
      h('p', {}, '書きかけのことは、この画面に残っています。鍵を入れると、続きから始められます。'),
      form,
      h(
        'details',
        {},
        h('summary', {}, '鍵が、すぐに分からないとき'),
        h('p', {}, '新しい鍵は、市の担当者が出します。この画面は、このまま開いておけます。'),
        text.value !== '' && field('書きかけのこと', text),
        copied.element,
        text.value !== '' && h('p', { class: 'tools' }, button('書きかけのことを写す', copy)),
        warning.element,
        h('p', { class: 'tools' }, closer),
      ),
    );
    document.body.append(dialog);
    dialog.showModal();
    token.focus();
  });
}

async function open(token: string, desk: Again['desk']): Promise<{ token: string } | { text: string }> {
  if (!token) return { text: '窓口の鍵を入れてください。' };
  const me = await ask<Me>('api/staff/me', { token });
  if (!me.ok) return { text: me.text };
  const { window } = me.data;
  return window.id === desk.id ? { token } : { text: `これは「${window.name}」の鍵です。「${desk.name}」の鍵を入れてください。` };
}
