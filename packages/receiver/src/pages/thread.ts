/** What desk and person wrote to each other, and a box to write more; the same for both. */
import { limits, type Message } from '@tsunagu/schema/consultation';
import { newKey, type Reply } from './ask.js';
import { momentText } from './days.js';
import { field, h, notice } from './dom.js';

export const thread = (messages: readonly Message[], names: Record<Message['from'], string>): HTMLElement =>
  h(
    'ol',
    { class: 'thread' },
    ...messages.map(({ from, text, at }) =>
      h(
        'li',
        { class: from },
        h('p', { class: 'by' }, h('strong', {}, names[from]), ` ${momentText(at)}`),
        h('p', { class: 'words' }, text),
      ),
    ),
  );

interface Writing {
  label: string;
  hint: string;
  send: string;
  /** Resolves with what came of it; the text stays until it has arrived. */
  post: (text: string, key: string) => Promise<Reply<unknown>>;
  done: () => void;
}

export function writingBox({ label, hint, send, post, done }: Writing): HTMLElement {
  const text = h('textarea', { id: 'writing', rows: '6', maxlength: String(limits.message) });
  const trouble = notice('alert');
  const submit = h('button', { type: 'submit', class: 'button loud' }, send);
  const form = h('form', { class: 'writing' }, field(label, text, hint), trouble.element, submit);
  // The same words go out under the same key however often they are sent, so that they arrive once.
  let pending: { text: string; key: string } | undefined;
  let busy = false;
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    if (busy) return;
    if (!text.value.trim()) return trouble.say('ひとことでも書いてから、送ってください。');
    if (pending?.text !== text.value) pending = { text: text.value, key: newKey() };
    busy = true;
    trouble.say('');
    submit.textContent = '送っています';
    void post(pending.text, pending.key).then((reply) => {
      busy = false;
      submit.textContent = send;
      if (reply.ok) done();
      else trouble.say(reply.text);
    });
  });
  return form;
}
