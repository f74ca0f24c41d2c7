/** A form at its second question, where somebody writes, and the panel that some words bring. */
import { aTimeout, html } from '@open-wc/testing';
import type { ConsultationForm } from '@tsunagu/consultation-form';
import type { Directory } from '@tsunagu/schema/directory';
import { until } from '../core/page.js';
import { next, part, show, tuesday } from './form.js';

export async function atWorry(directory?: Directory): Promise<ConsultationForm> {
  const form = await show(html`<tsunagu-consultation-form .directory=${directory} at=${tuesday}></tsunagu-consultation-form>`);
  await next(form);
  return form;
}

export const panel = (form: ConsultationForm): Promise<HTMLElement> => until(() => part(form, 'safety'), 'the panel');

/** Long enough for what is looked at to be found, when nothing is to be seen. */
export async function looked(form: ConsultationForm): Promise<void> {
  await import('@tsunagu/schema/consultation/danger');
  await aTimeout(0);
  await form.updateComplete;
}
