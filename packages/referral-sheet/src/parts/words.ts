/** Text on the screen: ours with readings where there are any, and what people wrote exactly as they wrote it. */
import { dayParts, say, timeOfDay } from '@tsunagu/core';
import { tokyoDate } from '@tsunagu/schema/open-state';
import { html, type TemplateResult } from 'lit';
import type { SheetMessages } from '../locales/messages.js';
import { fit } from './desks.js';
import type { SheetView } from './view.js';

export const word = (text: string, { furigana }: Pick<SheetView, 'furigana'>): TemplateResult => html`<span ${say(text, furigana)}></span>`;

/** What somebody wrote: never read as ours, never turned round by what stands in it. */
export const own = (text: string): TemplateResult => html`<bdi class="own" lang="ja" .textContent=${text}></bdi>`;

/** The name of a choice; an id that nobody named is shown as it is. */
export const named = (table: Readonly<Record<string, string>>, id: unknown): string =>
  typeof id !== 'string' ? '' : Object.hasOwn(table, id) ? table[id]! : fit(id);

/** `11月24日（火）10:05`, in Asia/Tokyo. */
export function momentOf(at: string, texts: SheetMessages): string {
  const time = new Date(at);
  return Number.isNaN(time.getTime()) ? '' : texts.moment(texts.day(dayParts(time)), timeOfDay(time));
}

/** A day `YYYY-MM-DD` (Asia/Tokyo) in words; what is none, as it is. */
export function dayOf(dateKey: unknown, say: SheetMessages['day']): string {
  if (typeof dateKey !== 'string') return '';
  const day = tokyoDate(dateKey, 0);
  return Number.isNaN(day.getTime()) ? dateKey : say(dayParts(day));
}
