/** The page somebody writes on: the heading, eight sections that open as needed, what is not written yet, and the way on. */
import { say } from '@tsunagu/core';
import type { SectionId } from '@tsunagu/schema/referral/words';
import { html, nothing, type TemplateResult } from 'lit';
import { guard } from 'lit/directives/guard.js';
import { sectionOf } from './names.js';
import { gatePanel, sectionName } from './gate-panel.js';
import { elsewhere, nameOf } from './elsewhere.js';
import type { Problem } from './problems.js';
import { basisSection } from './sections/basis.js';
import { careSection } from './sections/care.js';
import { doneSection } from './sections/done.js';
import { headBand, personSection } from './sections/head.js';
import { householdSection } from './sections/household.js';
import { heardSection, requestSection, wordsSection, worriesSection } from './sections/story.js';
import { emptySections, summaryOf, writtenSections, type WrittenSection } from './summaries.js';
import { sectionId, type EditView } from './view.js';

const bodies: Readonly<Record<WrittenSection, (view: EditView) => TemplateResult>> = {
  head: personSection,
  words: wordsSection,
  worries: worriesSection,
  household: householdSection,
  heard: heardSection,
  done: doneSection,
  request: requestSection,
  care: careSection,
  basis: basisSection,
};

const titleOf = (view: EditView, id: SectionId): string => (id === 'head' ? view.messages.person : sectionName(view, id));

function section(view: EditView, id: WrittenSection): TemplateResult {
  const { open, act, furigana, messages, said, sheet, problems } = view;
  const isOpen = open.has(id);
  const body = `${sectionId(id)}-body`;
  const summary = isOpen ? '' : summaryOf(id, sheet, said, messages) || messages.nothingYet;
  const wrong = problems.some((problem) => problem.section === id);
  return html`<section class="section ${wrong ? 'wrong' : ''}" part="section" id=${sectionId(id)}>
    <h3>
      <button
        class="opener"
        type="button"
        part="section-button"
        aria-expanded=${isOpen ? 'true' : 'false'}
        aria-controls=${body}
        @click=${() => act.toggle(id)}
      >
        <span ${say(titleOf(view, id), furigana)}></span>
      </button>
    </h3>
    <p class="summary-line" part="section-summary" ?hidden=${isOpen} ${say(summary, furigana)}></p>
    <div class="body" id=${body} ?hidden=${!isOpen}>${isOpen ? bodies[id](view) : nothing}</div>
  </section>`;
}

/** What a pause in the writing changes in a section: what was written in it. On what ground a sheet goes out is judged by all of it. */
const seenBy = ({ turn, turns, said, furigana, consents, sheet }: EditView, id: WrittenSection): unknown[] => [
  turn,
  turns[id],
  said,
  furigana,
  consents,
  id === 'basis' && sheet,
];

function problemText(view: EditView, { pointer, section: id, message }: Problem): string {
  const { messages, said } = view;
  const field = nameOf(view, pointer);
  return `${messages.sectionOf(id === 'head' && sectionOf(pointer) === 'head' ? said.words.sections.head : said.words.sections[id], field)}：${message}`;
}

/** What is to be looked at again, each with a way to it; the focus comes here. */
function summary(view: EditView): TemplateResult | typeof nothing {
  const { problems, texts, messages, furigana, act } = view;
  if (!problems.length) return nothing;
  return html`<div class="problems" part="problems" id="problems" tabindex="-1" role="group" aria-labelledby="problems-heading">
    <p id="problems-heading" class="strong" ${say(texts.problemsHeading(problems.length), furigana)}></p>
    <p class="note" ${say(messages.problemsIntro, furigana)}></p>
    <ul>
      ${problems.map(
        (problem) =>
          html`<li>
            <button class="link" type="button" @click=${() => act.goTo(problem.pointer)}>
              <span ${say(problemText(view, problem), furigana)}></span>
            </button>
          </li>`,
      )}
    </ul>
  </div>`;
}

function offers(view: EditView): TemplateResult {
  const { messages, furigana, sheet, said, act } = view;
  const empty = emptySections(sheet, said, messages);
  return html`<section class="offers" part="not-yet">
    <h3 ${say(messages.notYetWritten, furigana)}></h3>
    <p class="note" ${say(empty.length ? messages.notYetWrittenNote : messages.allWritten, furigana)}></p>
    <ul>
      ${empty.map(
        (id) =>
          html`<li>
            <button class="link" type="button" @click=${() => act.goTo(sectionId(id))}>
              <span ${say(titleOf(view, id), furigana)}></span>
            </button>
          </li>`,
      )}
    </ul>
  </section>`;
}

export const writingPage = (view: EditView): TemplateResult =>
  html`<div class="columns">
    <div class="form">
      <p ${say(view.messages.intro, view.furigana)}></p>
      ${elsewhere(view)} ${summary(view)} ${headBand(view)} ${writtenSections.map((id) => guard(seenBy(view, id), () => section(view, id)))}
      ${offers(view)}
      <div class="ways">
        <button class="button loud" type="button" part="check-button" @click=${view.act.check}>
          <span ${say(view.messages.check, view.furigana)}></span>
        </button>
      </div>
    </div>
    ${gatePanel(view)}
  </div>`;
