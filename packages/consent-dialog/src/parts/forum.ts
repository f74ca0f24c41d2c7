/**
 * The worker's side panel: in which room a case may be discussed as things stand, on what ground, what may be told there and what has to be written
 * down.
 *
 * ```ts
 * const { forumPanel, forumWords } = await import('./parts/forum.js');
 * forumPanel(decideForum(forumCase, now), { words: await forumWords(language), names, furigana });
 * ```
 */
import { say, type Language, type LocaleTable } from '@tsunagu/core';
import { dutyIds, type ForumDecision, type LeftOut, type RoomShare } from '@tsunagu/schema/meeting';
import { html, nothing, type TemplateResult } from 'lit';
import { forumJa } from '../locales/forum.ja.js';
import type { ForumMessages } from '../locales/forum.messages.js';
import { forumStyles } from './forum.styles.js';
import { langOf, styled, wordsOf, type PartView } from './part.js';

const table: LocaleTable<ForumMessages> = {
  ja: forumJa,
  'ja-x-easy': async () => (await import('../locales/forum.easy.js')).forumEasy,
  en: async () => (await import('../locales/forum.en.js')).forumEn,
};

export const forumWords = (language: Language): Promise<ForumMessages> => wordsOf(table, language);

/** What is the same for several agencies is said once. */
export interface LeftOutGroup {
  ref: string;
  agencies: string[];
  items: string[];
  reason: LeftOut['reason'];
}

/** Cells that stay outside, by person, reason and agency; agencies with the same items are one. */
export function leftOutGroups(leftOut: readonly LeftOut[]): LeftOutGroup[] {
  const byAgency = new Map<string, LeftOutGroup>();
  for (const { ref, agency, item, reason } of leftOut) {
    const key = JSON.stringify([ref, reason, agency]);
    const group = byAgency.get(key) ?? { ref, agencies: [agency], items: [], reason };
    byAgency.set(key, group);
    group.items.push(item);
  }
  const groups = new Map<string, LeftOutGroup>();
  for (const group of byAgency.values()) {
    const key = JSON.stringify([group.ref, group.reason, group.items]);
    const same = groups.get(key);
    if (same) same.agencies.push(...group.agencies);
    else groups.set(key, group);
  }
  return [...groups.values()];
}

/**
 * A decision in words. `subject`: the `ref` of the person it is about, so that what concerns others of the household is said to be theirs; without it,
 * the first person in the decision. `planMeeting`: the city's word for 重層的支援会議.
 */
export function forumPanel(
  decision: ForumDecision,
  { words, names, furigana }: PartView<ForumMessages>,
  { subject, planMeeting = names.planMeeting }: { subject?: string; planMeeting?: string } = {},
): TemplateResult {
  const { supportMeeting } = names;
  const { reason, basis, mustRecord, askAgain } = words.words(decision);
  const leftOut = decision.forum === 'single-desk' ? [] : leftOutGroups(decision.leftOut);
  const own = subject ?? (decision.forum === 'plan-meeting' ? decision.shares[0]?.ref : leftOut[0]?.ref);
  const who = (ref: string, agencies: string): string => (ref === own ? agencies : words.labelled(words.member(ref), agencies));
  const told = ({ ref, agency, items }: RoomShare): string =>
    words.labelled(who(ref, names.agency(agency).name), words.list(names.list('item', items)));
  const out = ({ ref, agencies, items, reason }: LeftOutGroup): string =>
    words.labelled(
      who(ref, words.list(names.list('agency', agencies))),
      `${words.list(names.list('item', items))}（${words.why[reason]}）`,
    );

  return html`<section class="forum" part="forum" lang=${langOf(names.language)} ${styled(forumStyles)}>
    <h3 ${say(words.heading, furigana)}></h3>
    <p class="forum-room" part="forum-room" ${say(words.room(decision.forum, { planMeeting, supportMeeting }), furigana)}></p>
    <p part="forum-reason" ${say(reason, furigana)}></p>
    ${
      decision.forum === 'plan-meeting'
        ? html`<section part="forum-shares">${lines(words.shares, decision.shares.map(told), words.sharesNote)}</section>`
        : decision.forum === 'support-conference'
          ? html`<section part="forum-shares">${lines(words.atMost, names.list('item', decision.atMost), words.atMostNote)}</section>`
          : nothing
    }
    ${
      decision.forum === 'support-conference'
        ? html`<section part="forum-grounds">
            ${lines(
              words.reason,
              decision.grounds.map((ground) => words.groundWords[ground]),
            )}
          </section>`
        : nothing
    }
    ${decision.forum === 'plan-meeting' && leftOut.length ? html`<section part="forum-out">${lines(words.leftOut, leftOut.map(out), words.leftOutNote)}</section>` : nothing}
    <section part="forum-basis">
      ${lines(
        words.basis,
        basis.map(({ label, says }) => words.labelled(label, says)),
      )}
    </section>
    <section part="forum-record">${lines(words.mustRecord, mustRecord)}</section>
    <section part="forum-ask">${lines(words.askAgain, [askAgain])}</section>
    <section part="forum-duty">
      ${lines(
        words.duty,
        dutyIds.map((id) => words.dutyWords[id]),
        words.dutyLead,
      )}
    </section>
  </section>`;

  function lines(heading: string, all: readonly string[], note?: string): TemplateResult {
    return html`<h4 ${say(heading, furigana)}></h4>
      ${note ? html`<p class="forum-note" ${say(note, furigana)}></p>` : nothing}
      ${
        all.length === 1
          ? html`<p ${say(all[0]!, furigana)}></p>`
          : html`<ul class="forum-list">
              ${all.map((line) => html`<li ${say(line, furigana)}></li>`)}
            </ul>`
      }`;
  }
}
