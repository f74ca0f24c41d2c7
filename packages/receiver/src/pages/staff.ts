/** The desk's page: sign in, see who waits, read, answer. No framework, no address change, nothing kept but the token for this tab. */
import type { Me } from '../wire.js';
import { ask } from './ask.js';
import { button, field, h, notice, show } from './dom.js';
import { detailView, type KeyHolder } from './staff/detail.js';
import { listView, type ListChoice } from './staff/list.js';
import { forgetToken, keepToken, keptToken, openSession } from './staff/session.js';
import { withdrawalsView } from './staff/withdrawals.js';

const place = document.querySelector('main')!;
const bar = document.querySelector<HTMLElement>('.desk')!;

function signIn(sentence = ''): void {
  forgetToken();
  bar.replaceChildren();
  const token = h('input', { id: 'token', type: 'password', autocomplete: 'off', spellcheck: 'false' });
  const trouble = notice('alert');
  const form = h(
    'form',
    { class: 'sign-in' },
    field('窓口の鍵（トークン）', token, '市の担当者から受け取った、tsg_ で始まる文字です。この画面を閉じると忘れます。'),
    trouble.element,
    h('button', { type: 'submit', class: 'button loud' }, '窓口をひらく'),
  );
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void enter(token.value.trim()).then((refusal) => refusal && trouble.say(refusal));
  });
  show(place, h('h2', {}, '窓口の人の入口'), form);
  trouble.say(sentence);
}

/** Resolves with a sentence when the token does not open a desk. */
async function enter(token: string): Promise<string | undefined> {
  if (!token) return '窓口の鍵を入れてください。';
  const me = await ask<Me>('api/staff/me', { token });
  if (!me.ok) return me.text;
  keepToken(token);
  work(token, me.data);
  return undefined;
}

function work(token: string, me: Me): void {
  const session = openSession(token, me.window, () => signIn('もう一度、窓口の鍵を入れてください。'));
  const choice: ListChoice = { status: '' };
  const keys: KeyHolder = {};
  const waiting = h('span', { class: 'waiting' });
  const count = (number: number): void => {
    waiting.textContent = number === 0 ? '返事を待っている人は、いません' : `返事を待っている人：${number}人`;
  };
  count(me.waiting);
  bar.replaceChildren(
    h('span', { class: 'desk-name' }, me.window.name),
    waiting,
    button('この窓口をとじる', () => signIn()),
  );

  const list = (): void => {
    show(place, listView(session, choice, open), withdrawalsView(session));
    void session.ask<Me>('api/staff/me').then((reply) => reply.ok && count(reply.data.waiting));
  };
  const open = (number: string): void => void detailView(place, { session, number, keys, back: list });
  list();
}

const kept = keptToken();
if (kept === undefined) signIn();
else void enter(kept).then((refusal) => refusal !== undefined && signIn(refusal));
