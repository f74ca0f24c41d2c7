/** Ways to use a consent dialog as a person at a desk does: see its parts, choose, write, go on. */
import { fixture } from '@open-wc/testing';
import type { ConsentDialog } from '@tsunagu/consent-dialog';
import '@tsunagu/consent-dialog/define';
import type { RequestDraft } from '@tsunagu/schema/consent';
import type { Directory } from '@tsunagu/schema/directory';
import { html, type TemplateResult } from 'lit';
import { isSeen, until } from '../core/page.js';

export const tuesday = '2026-11-24T01:30:00Z';

export const request = (more: Partial<RequestDraft> = {}): RequestDraft => ({
  purposes: ['referral'],
  agencies: ['houkatsu', 'school'],
  items: ['name', 'worries', 'health'],
  period: { until: 'date', date: '2027-03-31' },
  withdrawal: [{ way: 'phone', detail: '0743-74-1111' }],
  notices: [],
  askedBy: { agency: 'fukushi', name: '相談 花子' },
  ...more,
});

const hours = { text: '平日 9:00～17:00' };
const desk = (id: string, name: string, phone: string) => ({ id, name, field: 'general', phones: [{ number: phone }], hours });

/** A small city. */
export const city = {
  schemaVersion: '1.0',
  municipality: { code: '292095', name: 'つなぐ市', mainContact: { name: 'つなぐ市役所', phones: [{ number: '0743-74-1111' }] } },
  updated: '2026-11-01',
  source: { title: '市の一覧' },
  catchAll: ['fukushi'],
  windows: [
    { ...desk('fukushi', '福祉総務課', '0743-74-1111'), acceptsAll: true },
    desk('houkatsu', '地域包括支援センター', '0743-74-2222'),
    desk('school', 'つなぐ小学校', '0743-74-3333'),
  ],
} as unknown as Directory;

export const shadow = (dialog: ConsentDialog): ShadowRoot => dialog.shadowRoot!;
export const native = (dialog: ConsentDialog): HTMLDialogElement => shadow(dialog).querySelector('dialog')!;
export const all = (dialog: ConsentDialog, selector: string): HTMLElement[] => [...shadow(dialog).querySelectorAll<HTMLElement>(selector)];
export const one = (dialog: ConsentDialog, selector: string): HTMLElement | undefined => all(dialog, selector).find(isSeen);
export const part = (dialog: ConsentDialog, name: string): HTMLElement | undefined => one(dialog, `[part=${name}]`);
export const title = (dialog: ConsentDialog): string => said(part(dialog, 'title'));

/** The text as it is read, on one line. */
export const said = (element: Node | null | undefined): string => (element ? read(element) : '').replace(/\s+/g, ' ').trim();

function read(node: Node): string {
  if (node instanceof Text) return node.data;
  if (node instanceof HTMLElement && (node.hidden || ['rp', 'style'].includes(node.localName))) return '';
  return [...node.childNodes].map(read).join('');
}

export async function place(
  more: Partial<ConsentDialog> = {},
  around?: (dialog: TemplateResult) => TemplateResult,
): Promise<ConsentDialog> {
  const tag = html`<tsunagu-consent-dialog></tsunagu-consent-dialog>`;
  const root = await fixture<HTMLElement>(around ? around(tag) : tag);
  const dialog = root.closest('tsunagu-consent-dialog') ?? root.querySelector('tsunagu-consent-dialog')!;
  Object.assign(dialog, {
    request: request(),
    subject: 'case-7-a',
    worker: { name: '相談 花子', section: 'fukushi' },
    now: tuesday,
    ...more,
  });
  await dialog.updateComplete;
  return dialog;
}

export async function opened(more: Partial<ConsentDialog> = {}): Promise<ConsentDialog> {
  const dialog = await place(more);
  await dialog.show();
  return dialog;
}

export async function press(dialog: ConsentDialog, element: Element | null | undefined): Promise<void> {
  if (!isSeen(element)) throw new Error('Nobody can press what cannot be seen.');
  (element as HTMLElement).click();
  await dialog.updateComplete;
}

export const answer = (dialog: ConsentDialog, kind: 'given' | 'refused' | 'deferred'): Promise<void> =>
  press(dialog, one(dialog, `[data-answer=${kind}]`));

export const pick = (dialog: ConsentDialog, name: string, value: string): Promise<void> =>
  press(dialog, one(dialog, `input[name="${name}"][value="${value}"]`));

export async function write(dialog: ConsentDialog, selector: string, text: string): Promise<void> {
  const field = one(dialog, selector) as HTMLInputElement;
  field.focus();
  field.value = text;
  for (const type of ['input', 'change']) field.dispatchEvent(new Event(type, { bubbles: true, composed: true }));
  await dialog.updateComplete;
}

/** Presses the last button, and waits for what comes of it. */
export async function record(dialog: ConsentDialog): Promise<void> {
  await press(dialog, part(dialog, 'record'));
  await until(() => part(dialog, 'receipt') ?? part(dialog, 'summary') ?? part(dialog, 'obstacle'), 'an answer to the last button');
  await dialog.updateComplete;
}

/** Gives everything, spoken with a witness. */
export async function giveAll(dialog: ConsentDialog): Promise<void> {
  await answer(dialog, 'given');
  await pick(dialog, 'by', 'self');
  await pick(dialog, 'how', 'oral');
  await write(dialog, '#witness', '立会 次郎');
  await record(dialog);
}

/** The events of one type that reach the page. */
export function listen<Type extends keyof HTMLElementEventMap>(type: Type): HTMLElementEventMap[Type][] {
  const heard: HTMLElementEventMap[Type][] = [];
  document.addEventListener(type, (event) => heard.push(event as HTMLElementEventMap[Type]));
  return heard;
}

export const focused = (dialog: ConsentDialog): Element | null => shadow(dialog).activeElement;
