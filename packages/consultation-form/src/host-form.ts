/** The element inside a host `<form>`: what it contributes, and whether the form may go. */
import { withoutRuby } from '@tsunagu/core';
import type { Consultation } from '@tsunagu/schema/consultation';
import type { Answers } from './answers.js';
import type { FormMessages } from './locales/messages.js';
import { problemText } from './parts/view.js';
import type { Problem } from './to-consultation.js';

export interface Standing {
  value: Consultation | undefined;
  required: boolean;
  /** It is sealed to a desk (`encrypt-to`). */
  sealed: boolean;
  answers: Answers;
  /** What keeps it from being sent. */
  blocking: () => readonly Problem[];
  messages: FormMessages;
  /** Where the browser shows what holds the form back. */
  anchor: HTMLElement | undefined;
}

/** Tells the host form how things stand; does nothing where there is none. */
export function reportTo(internals: ElementInternals, { value, required, sealed, answers, blocking, messages, anchor }: Standing): void {
  if (!internals.form) return;
  const asked = value !== undefined || required;
  let trouble = '';
  if (sealed) {
    // Never in the open: the host form gets the sealed letter, from the button on the last page.
    internals.setFormValue(null);
    if (asked) trouble = messages.steps.check;
  } else {
    internals.setFormValue(value ? JSON.stringify(value) : null, JSON.stringify(answers));
    const [problem] = asked ? blocking() : [];
    if (problem) trouble = problemText(messages, problem);
  }
  if (trouble) internals.setValidity({ customError: true }, withoutRuby(trouble), anchor);
  else internals.setValidity({});
}

/** What is ready to go: the host form may take it. */
export function contribute(internals: ElementInternals, body: string): void {
  internals.setFormValue(body);
  internals.setValidity({});
}

/** Fields inside the tag, for a page without script, are out of sight: they must not hold the host form back, nor be sent beside ours. */
export function silenceChildren(host: HTMLElement, { form }: ElementInternals): void {
  for (const field of host.querySelectorAll<HTMLInputElement>('input, select, textarea'))
    if (form && field.form === form) field.disabled = true;
}
