/**
 * The body of the dialog in mode `worker`: where consent stands, the two questions that only the desk can answer, and the room that follows. Nothing is
 * ticked beforehand; nothing here is recorded.
 *
 * ```ts
 * const { workerBody, forumWords } = await import('./parts/worker.js');
 * workerBody({ events, household, agencies, items, at: now, answers, onChange: (answers) => (this.answers = answers) }, view);
 * ```
 */
import { say } from '@tsunagu/core';
import { consentState, type ConsentEvent } from '@tsunagu/schema/consent';
import { decideForum, groundIds, type ForumCase, type ForumDecision, type GroundId } from '@tsunagu/schema/meeting';
import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { ForumMessages } from '../locales/forum.messages.js';
import { forumPanel } from './forum.js';
import { forumStyles } from './forum.styles.js';
import { langOf, styled, type PartView } from './part.js';

export { forumPanel, forumWords } from './forum.js';

/** What the worker has said; at first nothing. */
export interface WorkerAnswers {
  oneDesk?: ForumCase['oneDesk'];
  grounds: readonly GroundId[];
}

export interface WorkerCase {
  /** The record of the person it is about. */
  events: readonly ConsentEvent[];
  /** The person's `ref`, where there is no record yet. */
  subject?: string;
  household?: ForumCase['household'];
  /** Agencies and items that would be needed: usually the request's. */
  agencies: readonly string[];
  items: readonly string[];
  /** Default `plan-meeting`. */
  purpose?: string;
  /** The city's word for 重層的支援会議. */
  planMeeting?: string;
  at: Date | string;
  answers: WorkerAnswers;
  onChange: (answers: WorkerAnswers) => void;
}

/** The room that follows from a case and the worker's answers; undefined as long as the first question has none. */
export function workerDecision({
  events,
  subject,
  household,
  agencies,
  items,
  purpose,
  at,
  answers,
}: WorkerCase): ForumDecision | undefined {
  const { oneDesk, grounds } = answers;
  if (oneDesk === undefined) return undefined;
  const ref = subject ?? consentState(events, at).subject ?? '';
  return decideForum(
    {
      subject: { ref, events },
      agencies,
      items,
      oneDesk,
      grounds,
      ...(household && { household }),
      ...(purpose !== undefined && { purpose }),
    },
    at,
  );
}

export function workerBody(given: WorkerCase, view: PartView<ForumMessages>): TemplateResult {
  const { words, names, furigana } = view;
  const { answers, events, at, onChange, planMeeting = names.planMeeting } = given;
  const state = consentState(events, at);
  const decision = workerDecision(given);
  const choose = (event: Event): void =>
    onChange({ ...answers, oneDesk: (event.target as HTMLInputElement).value as ForumCase['oneDesk'] });
  const tick = (event: Event): void => {
    const { value, checked } = event.target as HTMLInputElement;
    onChange({ ...answers, grounds: groundIds.filter((id) => (id === value ? checked : answers.grounds.includes(id))) });
  };
  return html`<div class="worker" part="worker" lang=${langOf(names.language)} ${styled(forumStyles)}>
    <p part="worker-status">
      <span class="forum-note" ${say(words.status, furigana)}></span><br /><strong
        ${say(names.of('status', state.status), furigana)}
      ></strong>
    </p>
    <fieldset>
      <legend ${say(words.oneDesk, furigana)}></legend>
      <p class="forum-note" ${say(words.oneDeskNote, furigana)}></p>
      ${(['yes', 'no', 'unsure'] as const).map(
        (id) =>
          html`<label class="worker-choice"
            ><input
              type="radio"
              name="one-desk"
              part="worker-one-desk"
              value=${id}
              autocomplete="off"
              .checked=${live(answers.oneDesk === id)}
              @change=${choose} /><span ${say(words.oneDeskChoices[id], furigana)}></span
          ></label>`,
      )}
    </fieldset>
    ${
      // With consent there is nothing to go round: grounds are asked for only where the room would otherwise be closed.
      decision && decision.forum !== 'plan-meeting' && answers.oneDesk !== 'yes'
        ? html`<fieldset>
            <legend ${say(words.grounds, furigana)}></legend>
            <p class="forum-note" ${say(words.groundsNote, furigana)}></p>
            ${groundIds.map(
              (id) =>
                html`<label class="worker-choice"
                  ><input
                    type="checkbox"
                    part="worker-ground"
                    value=${id}
                    autocomplete="off"
                    .checked=${live(answers.grounds.includes(id))}
                    @change=${tick} /><span ${say(words.groundWords[id], furigana)}></span
                ></label>`,
            )}
          </fieldset>`
        : nothing
    }
    <p
      class="visually-hidden"
      role="status"
      ${say(decision ? words.room(decision.forum, { planMeeting, supportMeeting: names.supportMeeting }) : '', furigana)}
    ></p>
    ${
      decision
        ? forumPanel(decision, view, { planMeeting, ...(state.subject !== undefined && { subject: state.subject }) })
        : html`<p part="worker-open" ${say(words.needsAnswer, furigana)}></p>`
    }
  </div>`;
}
