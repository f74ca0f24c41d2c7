/** The gate, beside what is written: what each desk would get, what stays and why, and whether the sheet may be brought to a meeting. */
import { say } from '@tsunagu/core';
import { sectionNumber, type SectionId } from '@tsunagu/schema/referral/words';
import { localize } from '@tsunagu/schema/text';
import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { basisGaps } from './basis.js';
import { quoted, type Content } from './contents.js';
import { dutyNotice } from './duties.js';
import type { GateView } from './gate-view.js';
import type { EditView } from './view.js';

const answers = ['yes', 'no', 'unsure'] as const;

/** 3 世帯; the heading has no number. */
export function sectionName({ texts, said }: EditView, section: SectionId): string {
  const name = said.words.sections[section];
  const number = sectionNumber(section);
  return number ? texts.section(number, name) : name;
}

/** The names of what is in one section: 子ども 58歳（続柄、年齢）. */
const labelsOf = ({ entries }: Content, { said, texts }: EditView): string =>
  texts.list(
    entries.map(({ title, rows }) => {
      const labels = texts.list([...new Set(rows.map(({ label }) => label))]);
      return title === undefined ? labels : texts.labelled(title, labels);
    }),
  ) || said.words.unknown;

function lines(view: EditView, list: readonly { section: SectionId; text: string }[]): TemplateResult {
  return html`<dl class="lines">
    ${list.map(
      ({ section, text }) =>
        html`<div>
          <dt ${say(sectionName(view, section), view.furigana)}></dt>
          <dd ${say(text, view.furigana)}></dd>
        </div>`,
    )}
  </dl>`;
}

/** Why nothing goes, and the ways on. */
export function shutNotice(view: EditView, gate: GateView): TemplateResult | typeof nothing {
  const { messages, furigana, writing, act } = view;
  if (!gate.shut) return nothing;
  const unfinished = writing.basis.kind !== 'consent' && basisGaps(writing.basis).length > 0 && gate.shut.code !== 'names-somebody';
  const text = unfinished ? messages.unfinishedBasis : messages.shut(gate.shut.code, gate.shut.message);
  return html`<p part="gate-shut" ${say(text, furigana)}></p>
    ${dutyNotice(view)}
    ${(unfinished ? (['basis'] as const) : gate.ways).map(
      (way) =>
        html`<button class="button" type="button" part="gate-way" @click=${() => act.way(way)}>
          <span ${say(messages.ways[way], furigana)}></span>
        </button>`,
    )}`;
}

function oneGate(view: EditView, gate: GateView): TemplateResult {
  const { messages, furigana, texts } = view;
  const called = quoted(gate.name, 100);
  const heading =
    gate.open && gate.goes.length ? (gate.copy ? messages.goesCopy(called) : messages.goes(called)) : messages.goesNothing(called);
  return html`<section class="gate-desk" part="gate-desk">
    <h4 ${say(heading, furigana)}></h4>
    ${gate.copy && !gate.open ? nothing : shutNotice(view, gate)}
    <div part="gate-goes">
      ${lines(
        view,
        gate.goes.map((content) => ({ section: content.section, text: labelsOf(content, view) })),
      )}
    </div>
    ${gate.open && gate.toRead.length ? html`<p class="note" part="gate-read" ${say(messages.toRead, furigana)}></p>` : nothing}
    ${
      gate.stays.length
        ? html`<div class="stays" part="gate-stays">
            <h5 ${say(messages.stays, furigana)}></h5>
            <p class="note" ${say(messages.staysNote, furigana)}></p>
            ${gate.stays.map(
              ({ reason, fields }) =>
                html`<div class="reason">
                  <p ${say(messages.why[reason], furigana)}></p>
                  ${lines(
                    view,
                    fields.map(({ section, labels }) => ({ section, text: texts.list(labels) })),
                  )}
                </div>`,
            )}
          </div>`
        : gate.open
          ? html`<p class="note" part="gate-stays" ${say(messages.staysNone, furigana)}></p>`
          : nothing
    }
  </section>`;
}

function bring(view: EditView): TemplateResult {
  const { messages, furigana, bring: decision, oneDesk, city, lang } = view;
  const word = (id: string, usual: string): string => {
    const label = city?.labels?.forums?.[id];
    return label === undefined || lang !== 'ja' ? usual : quoted(localize(label, lang));
  };
  const room = messages.room(decision.forum, {
    plan: word('plan-meeting', messages.meetings.plan),
    support: word('support-meeting', messages.meetings.support),
  });
  return html`<section class="bring" part="bring">
    <h4 ${say(messages.bring, furigana)}></h4>
    <p class="note" ${say(messages.bringNote, furigana)}></p>
    <fieldset class="field">
      <legend ${say(messages.oneDesk, furigana)}></legend>
      <div class="choices">
        ${answers.map(
          (answer) =>
            html`<label class="choice"
              ><input
                type="radio"
                name="one-desk"
                part="choice"
                data-one-desk
                value=${answer}
                autocomplete="off"
                .checked=${live(oneDesk === answer)} /><span ${say(messages.oneDeskChoices[answer], furigana)}></span
            ></label>`,
        )}
      </div>
    </fieldset>
    <p class="strong" part="bring-room" ${say(room, furigana)}></p>
    <p part="bring-why" ${say(messages.forum(decision), furigana)}></p>
  </section>`;
}

const fieldsIn = (gate: GateView): number =>
  gate.goes.reduce((sum, { entries }) => sum + entries.reduce((all, { rows }) => all + rows.length, 0), 0);
const staysIn = (gate: GateView): number =>
  gate.stays.reduce((sum, { fields }) => sum + fields.reduce((all, { labels }) => all + labels.length, 0), 0);

export function gatePanel(view: EditView): TemplateResult | typeof nothing {
  const { messages, furigana, gates, gateOpen, act } = view;
  const [first] = gates;
  if (!first) return nothing;
  const line = first.open ? messages.gateLine(fieldsIn(first), staysIn(first)) : messages.goesNothing(quoted(first.name, 100));
  return html`<aside class="gate ${gateOpen ? 'opened' : ''}" part="gate" aria-labelledby="gate-heading">
    <h3 id="gate-heading" ${say(messages.gateHeading, furigana)}></h3>
    <div class="gate-line">
      <p part="gate-line" role="status" ${say(line, furigana)}></p>
      <button
        class="link"
        type="button"
        part="gate-show"
        aria-expanded=${gateOpen ? 'true' : 'false'}
        aria-controls="gate-body"
        @click=${act.showGate}
      >
        <span ${say(gateOpen ? messages.gateHide : messages.gateShow, furigana)}></span>
      </button>
    </div>
    <div id="gate-body" class="gate-body">${gates.map((gate) => oneGate(view, gate))} ${bring(view)}</div>
  </aside>`;
}
