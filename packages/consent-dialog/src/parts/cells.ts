import { say, withoutRuby } from '@tsunagu/core';
import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { repeat } from 'lit/directives/repeat.js';
import { noteLength } from '../answers.js';
import type { Cell } from '../cell.js';
import { groupsOf, type Axis, type Chosen, type Group } from '../choices.js';
import type { DialogView, Piece } from './view.js';

/** Agency by agency, or matter by matter; each opens into its cells. Fifty agencies are fifty short blocks until somebody opens one. */
export function chooser(view: DialogView): TemplateResult {
  const { messages, furigana, session, steps, act } = view;
  const { asked } = session;
  const groups = groupsOf(asked!, steps.axis);
  const groupNames = view.names.list(
    steps.axis,
    groups.map(({ id }) => id),
  );
  const axis = (id: Axis, label: string) =>
    html`<button class="button tab" type="button" aria-pressed=${steps.axis === id ? 'true' : 'false'} @click=${() => steps.look(id)}>
      <span ${say(label, furigana)}></span>
    </button>`;
  return html`<div class="chooser" part="chooser">
    <p ${say(messages.chooseText, furigana)}></p>
    <div class="tabs">${axis('agency', messages.byAgency)} ${axis('item', messages.byItem)}</div>
    ${repeat(
      groups,
      ({ axis, id }) => `${axis} ${id}`,
      (group, index) => groupBlock(group, { index, name: groupNames[index]! }, view),
    )}
    <p class="problem" role="alert" ?hidden=${!steps.empty} ${say(steps.empty ? messages.nothingChosen : '', furigana)}></p>
    <div class="proceed">
      <button class="button wide" part="proceed" type="button" @click=${act.proceed}>
        <span ${say(messages.proceed, furigana)}></span>
      </button>
      <button class="link" type="button" @click=${() => steps.chooseAgain()}><span ${say(messages.chooseAgain, furigana)}></span></button>
    </div>
  </div>`;
}

function groupBlock(group: Group, { index, name }: { index: number; name: string }, view: DialogView): TemplateResult {
  const { messages, furigana, steps } = view;
  const { axis, id, cells } = group;
  const { given, refused, open } = steps.choices.tally(cells);
  const common = steps.choices.common(cells);
  const isOpen = steps.expanded.has(`${axis} ${id}`);
  const preview = axis === 'agency' ? view.preview(id) : undefined;
  const state = common ? '' : given || refused ? messages.mixed(given, refused, open) : messages.undecided;
  return html`<div class="group" part="group">
    <fieldset>
      <legend class="strong" ${say(name, furigana)}></legend>
      ${pair(cells, `g${index}`, view)}
      <p class="note" ?hidden=${!state} ${say(state, furigana)}></p>
    </fieldset>
    ${refused ? because(group, index, view) : nothing}
    <div class="row">
      <button
        class="link"
        type="button"
        aria-expanded=${isOpen ? 'true' : 'false'}
        aria-label=${withoutRuby(messages.eachLabel(name))}
        @click=${() => steps.expand(`${axis} ${id}`)}
      >
        <span ${say(messages.each, furigana)}></span>
      </button>
      ${preview?.button ?? nothing}
    </div>
    ${preview?.panel ?? nothing} ${isOpen ? singles(group, index, view) : nothing}
  </div>`;
}

/** Every cell of a group, by purpose where there are several. */
function singles({ axis, cells }: Group, index: number, view: DialogView): TemplateResult {
  const { names, furigana, session } = view;
  const { purposes } = session.asked!;
  return html`<div class="singles">
    ${purposes.map(
      (purpose, at) =>
        html`${purposes.length > 1 ? html`<p class="purpose" ${say(names.of('purposeShort', purpose), furigana)}></p>` : nothing}
        ${cells
          .filter((cell) => cell.purpose === purpose)
          .map(
            (cell, row) =>
              html`<fieldset class="single">
                <legend ${say(axis === 'agency' ? names.of('item', cell.item) : names.agency(cell.agency).name, furigana)}></legend>
                ${pair([cell], `c${index}-${at}-${row}`, view)}
              </fieldset>`,
          )}`,
    )}
  </div>`;
}

/** Yes and no for some cells, alike in everything but their word. */
function pair(cells: readonly Cell[], name: string, { messages, furigana, steps }: DialogView): TemplateResult {
  const common = steps.choices.common(cells);
  const one = (chosen: Chosen, label: string) =>
    html`<label class="choice"
      ><input
        type="radio"
        part="choice"
        name=${name}
        value=${chosen}
        autocomplete="off"
        .checked=${live(common === chosen)}
        @change=${() => steps.choose(cells, chosen)} /><span ${say(label, furigana)}></span
    ></label>`;
  return html`<div class="pair">${one('given', messages.give)} ${one('refused', messages.refuse)}</div>`;
}

/** Why it is held back, if the person wants to say so. */
function because(group: Group, index: number, { messages, furigana, steps }: DialogView): Piece {
  const id = `because-${index}`;
  return html`<div class="question">
    <label for=${id}><span ${say(messages.reason, furigana)}></span> <span class="tag" ${say(messages.optional, furigana)}></span></label>
    <p class="note" id="${id}-hint" ${say(messages.reasonExample, furigana)}></p>
    <input
      id=${id}
      part="input"
      type="text"
      autocomplete="off"
      data-private="true"
      maxlength=${noteLength}
      aria-describedby="${id}-hint"
      .value=${live(steps.choices.reasons.get(`${group.axis} ${group.id}`) ?? '')}
      @input=${(event: Event) => steps.because(group, (event.target as HTMLInputElement).value)}
    />
  </div>`;
}
