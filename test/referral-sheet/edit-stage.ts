/** The edit mode on a stage of its own. */
import { fixture, html } from '@open-wc/testing';
import type { Language } from '@tsunagu/core';
import type { ReferralSheet } from '@tsunagu/schema/referral';
import { ikoma } from '../../stories/cities.js';
import { EditStage } from './edit-host.js';
import { sheet } from './edit.samples.js';

export async function show(given: ReferralSheet = sheet(), records = {}, lang: Language = 'ja'): Promise<EditStage> {
  const stage = new EditStage();
  stage.lang = lang;
  stage.furigana = lang === 'ja-x-easy';
  stage.directory = ikoma;
  stage.consents = records;
  stage.value = { sheet: given, events: [] };
  await fixture(html`${stage}`);
  return stage.start();
}

export const all = (stage: EditStage, part: string): HTMLElement[] => [...stage.root.querySelectorAll<HTMLElement>(`[part~="${part}"]`)];
