/** For whoever holds a receipt and has no form at hand: read the answers, write back. Nothing is kept, nothing stands in the address. */
import type { Thread } from '@tsunagu/schema/consultation';
import { ask } from './ask.js';
import { dayText } from './days.js';
import { button, field, h, notice, show } from './dom.js';
import { thread, writingBox } from './thread.js';

const place = document.querySelector('main')!;

interface Codes {
  number: string;
  secret: string;
}

const states: Record<Thread['status'], string> = {
  received: 'お預かりしています。まだ読んでいません。',
  read: '窓口の人が読みました。返事を書いています。',
  answered: '返事があります。',
  'in-progress': '窓口の人が動いています。',
  closed: 'この相談は、いったん終わりました。続きを書くと、また動きます。',
};

function enter(): void {
  const number = h('input', { id: 'number', type: 'text', autocomplete: 'off', spellcheck: 'false' });
  const secret = h('input', { id: 'secret', type: 'text', autocomplete: 'off', spellcheck: 'false' });
  const trouble = notice('alert');
  const form = h(
    'form',
    {},
    field('受付番号', number, '例：K7MF-3W9X'),
    field('確認番号', secret, '4文字ずつ、4つに分かれています。'),
    trouble.element,
    h('button', { type: 'submit', class: 'button loud' }, '返事を読む'),
  );
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void open({ number: number.value, secret: secret.value }).then((refusal) => refusal !== undefined && trouble.say(refusal));
  });
  show(place, h('h2', {}, '返事を読む'), h('p', {}, '相談を送ったときにお渡しした、2つの番号を入れてください。'), form);
}

/** Resolves with a sentence when the receipt does not open. */
async function open(codes: Codes): Promise<string | undefined> {
  const reply = await ask<Thread>('api/receipts/open', { body: codes });
  if (!reply.ok) return reply.text;
  const { number, status, replyBy, window, messages } = reply.data;
  const waits = (status === 'received' || status === 'read') && replyBy !== undefined;
  show(
    place,
    h('h2', {}, `受付番号 ${number}`),
    h(
      'p',
      {},
      window?.name !== undefined && `${window.name}：`,
      states[status],
      waits && `${dayText(replyBy)}までに、返事をお返しします。`,
    ),
    messages.length === 0 ? h('p', {}, '返事は、まだ届いていません。') : thread(messages, { desk: '窓口', person: 'あなた' }),
    writingBox({
      label: '続きを書く',
      hint: '書いたことは、同じ窓口に届きます。',
      send: '送る',
      post: (text, key) => ask('api/receipts/messages', { body: { ...codes, text }, key }),
      done: () => void open(codes),
    }),
    h(
      'p',
      { class: 'tools' },
      button('もう一度読み込む', () => void open(codes)),
      button('この画面を片づける', enter),
    ),
  );
  return undefined;
}

// A page that comes back from the browser's memory would show somebody else what was read here.
addEventListener('pagehide', enter);
enter();
