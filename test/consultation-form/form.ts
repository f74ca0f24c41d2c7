/** Ways to use a form as somebody with a worry does: see its parts, tick, write, go on. */
import { fixture } from '@open-wc/testing';
import type { ConsultationForm, SubmitDetail } from '@tsunagu/consultation-form';
import '@tsunagu/consultation-form/define';
import { parseSubmission } from '@tsunagu/schema/consultation';
import type { TemplateResult } from 'lit';
import { isSeen, until } from '../core/page.js';

/** A Tuesday morning; every desk with plain hours is open. */
export const tuesday = '2026-11-24T10:00';

export const shadow = (form: ConsultationForm): ShadowRoot => form.shadowRoot!;

export const parts = (form: ConsultationForm, name: string): HTMLElement[] => [
  ...shadow(form).querySelectorAll<HTMLElement>(`[part=${name}]`),
];

/** The part, when it can be seen. */
export const part = (form: ConsultationForm, name: string): HTMLElement | undefined => parts(form, name).find(isSeen);

export const has = (form: ConsultationForm, name: string): boolean => part(form, name) !== undefined;

/** The text as it is read, on one line. */
export const said = (element: Element | ShadowRoot | null | undefined): string =>
  (element ? read(element) : '').replace(/\s+/g, ' ').trim();

function read(node: Node): string {
  if (node instanceof Text) return node.data;
  if (node instanceof HTMLElement && (node.hidden || ['rp', 'style'].includes(node.localName))) return '';
  return [...node.childNodes].map(read).join('');
}

export async function show(template: TemplateResult): Promise<ConsultationForm> {
  const form = await fixture<ConsultationForm>(template);
  await form.updateComplete;
  return form;
}

/** The title of the page that is shown, without its place. */
export const title = (form: ConsultationForm): string => said(shadow(form).querySelector('.page-title > :last-child'));

/** 「4つのうち 1つ目」 */
export const place = (form: ConsultationForm): string => said(shadow(form).querySelector('.place'));

export const titles = {
  who: 'だれのことですか',
  worry: 'どんなことで困っていますか',
  reply: '返事をどう受け取りますか',
  more: 'よければ教えてください',
  check: '送る前に見てください',
  sent: '送りました',
} as const;

export async function press(form: ConsultationForm, element: Element | null | undefined): Promise<void> {
  (element as HTMLElement).click();
  await form.updateComplete;
}

export const next = (form: ConsultationForm): Promise<void> => press(form, part(form, 'next'));
export const back = (form: ConsultationForm): Promise<void> => press(form, part(form, 'back'));

/** Goes on until the page is there. */
export async function goTo(form: ConsultationForm, page: keyof typeof titles): Promise<void> {
  for (let at = title(form); at !== titles[page]; at = title(form)) {
    await next(form);
    if (title(form) === at) throw new Error(`「${at}」 stays: ${said(part(form, 'summary'))}`);
  }
}

export const choice = (form: ConsultationForm, name: string, value: string): HTMLInputElement =>
  shadow(form).querySelector<HTMLInputElement>(`[part=choice][name=${name}][value="${value}"]`)!;

/** Ticks a choice, or takes it back. */
export const tick = (form: ConsultationForm, name: string, value: string): Promise<void> => press(form, choice(form, name, value));

type Line = HTMLInputElement | HTMLTextAreaElement;

/** A field to write in, by the name of its question. */
export const line = (form: ConsultationForm, name: string): Line => shadow(form).querySelector<Line>(`#${name}`)!;

/** Writes a text, not leaving the field. */
export async function type(form: ConsultationForm, name: string, text: string): Promise<void> {
  const field = line(form, name);
  field.focus();
  field.value = text;
  field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true, data: text }));
  await form.updateComplete;
}

/** Writes a text and leaves the field. */
export async function write(form: ConsultationForm, name: string, text: string): Promise<void> {
  await type(form, name, text);
  line(form, name).dispatchEvent(new Event('change', { bubbles: true }));
  await form.updateComplete;
}

/** Names of the questions that are asked on this page. */
export const questions = (form: ConsultationForm): string[] =>
  parts(form, 'question')
    .filter(isSeen)
    .map(({ id }) => id.replace('question-', ''));

/** What stands beside a question to be looked at again. */
export const problem = (form: ConsultationForm, name: string): string =>
  said(shadow(form).querySelector(`#question-${name} [part=problem]`));

export const focused = (form: ConsultationForm): Element | null => shadow(form).activeElement;

/** The answers on the page that shows everything, by question. */
export const answers = (form: ConsultationForm): Record<string, string> =>
  Object.fromEntries(
    [...shadow(form).querySelectorAll('.answers > div')].map((row) => [said(row.querySelector('dt')), said(row.querySelector('dd'))]),
  );

/** Everything that a vendor is offered when the form is sent from the last page; a receiver would take it. */
export async function sendAway(form: ConsultationForm): Promise<SubmitDetail> {
  let detail: SubmitDetail | undefined;
  const take = (event: Event): void => {
    event.preventDefault();
    ({ detail } = event as CustomEvent<SubmitDetail>);
  };
  form.addEventListener('tsunagu-consultation-submit', take);
  await goTo(form, 'check');
  await next(form);
  const taken = await until(() => detail, 'the consultation');
  form.removeEventListener('tsunagu-consultation-submit', take);
  const parsed = parseSubmission(JSON.parse(JSON.stringify(taken.body)));
  if (!parsed.success) throw new Error(`No receiver takes this: ${JSON.stringify(parsed)}`);
  return taken;
}
