/** The desk's page: sign in, see who waits, read, answer, hand on. No framework, no address change, nothing kept but the token for this tab. */
import type { Me } from '../wire.js';
import { ask } from './ask.js';
import { button, field, h, notice, show } from './dom.js';
import { askAgain } from './staff/again.js';
import { forgetToken, keepToken, keptToken, openSession, type Session } from './staff/session.js';
import { worklist, type Worklist } from './staff/worklist.js';

const place = document.querySelector('main')!;
const bar = document.querySelector<HTMLElement>('.desk')!;
let open: Worklist | undefined;
let session: Session | undefined;

function signIn(sentence = ''): void {
  open?.end();
  session?.end();
  open = session = undefined;
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
  open?.end();
  session?.end();
  const { window: desk } = me.data;
  session = openSession(token, me.data, {
    again: () => askAgain({ desk, place }),
    closed: () => signIn(),
  });
  const waiting = h('span', { class: 'waiting' });
  bar.replaceChildren(h('span', { class: 'desk-name' }, me.data.window.name), waiting, button('この窓口をとじる', close));
  open = worklist(place, { session, waiting, me: me.data });
  return undefined;
}

async function close(): Promise<void> {
  if ((await open?.leave()) !== false) signIn();
}

const kept = keptToken();
if (kept === undefined) signIn();
else void enter(kept).then((refusal) => refusal !== undefined && signIn(refusal));
