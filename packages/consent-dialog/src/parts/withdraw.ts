import { say } from '@tsunagu/core';
import { html, nothing, type TemplateResult } from 'lit';
import { line, radios, summary } from './fields.js';
import { singleCells } from './single-cells.js';
import { dayText, itemList } from './summary.js';
import type { DialogView, Piece } from './view.js';
import { askAgain, whoDecides } from './who.js';

/** More single choices than this wait behind a button. */
const few = 6;

/** Taking back: everything, one agency, one matter, or cell by cell, on one page and with one button. It needs nobody's name, witness or reason. */
export function withdraw(view: DialogView): TemplateResult {
  const { messages, names, furigana, session, steps, act } = view;
  const cells = session.takeable;
  const agencies = [...new Set(cells.map(({ agency }) => agency))];
  const agencyNames = names.list('agency', agencies);
  const items = [...new Set(cells.map(({ item }) => item))];
  const wrong = session.problems.includes('scope');
  const list = (id: string, label: string, options: [string, string][]): Piece => {
    if (options.length < 2) return nothing;
    const isOpen = options.length <= few || steps.expanded.has(id);
    return html`${
      options.length > few
        ? html`<button class="button wide" type="button" aria-expanded=${isOpen ? 'true' : 'false'} @click=${() => steps.expand(id)}>
            <span ${say(label, furigana)}></span>
          </button>`
        : nothing
    }${isOpen ? radios({ name: 'scope' }, options, view) : nothing}`;
  };
  return html`${summary(view)}
    <p ${say(messages.withdrawText, furigana)}></p>
    <fieldset class="question ${wrong ? 'wrong' : ''}" id="question-scope" tabindex="-1" part="question">
      <legend><span ${say(messages.scope, furigana)}></span> <span class="tag" ${say(messages.required, furigana)}></span></legend>
      ${wrong ? html`<p class="problem" part="problem" ${say(messages.problems.scope, furigana)}></p>` : nothing}
      <div class="choices">
        ${radios({ name: 'scope' }, [['all', messages.scopeAll]], view)}
        ${list(
          'agencies',
          messages.scopeAgencies,
          agencies.map((id, index) => [`agency ${id}`, messages.scopeAgency(agencyNames[index]!)]),
        )}
        ${list(
          'items',
          messages.scopeItems,
          items.map((id) => [`item ${id}`, messages.scopeItem(names.of('item', id))]),
        )}
        ${session.state?.valid && steps.live.length > 1 ? radios({ name: 'scope' }, [['cells', messages.scopeCells]], view) : nothing}
      </div>
    </fieldset>
    ${steps.answers.scope === 'cells' ? singleCells(view) : nothing} ${held(view)} ${whoDecides(view)}
    ${line({ name: 'reason', label: messages.withdrawReason }, view, { long: true })} ${askAgain(view)}
    <div class="ways">
      <button class="button" part="record" type="button" @click=${act.record}><span ${say(messages.withdrawNow, furigana)}></span></button>
      <button class="button" part="back" type="button" @click=${act.close}><span ${say(messages.close, furigana)}></span></button>
    </div>
    <p class="note" ${say(messages.closeSafely, furigana)}></p>
    <p class="note" role="status" ${say(steps.busy ? messages.recording : '', furigana)}></p>`;
}

/** Who already holds what: before taking back everything that was sent, afterwards what was taken back of it. */
export function held(view: DialogView): TemplateResult {
  const { messages, names, furigana, session } = view;
  const { shipments } = session.given;
  const { outcome } = session;
  const at = new Map(shipments?.map(({ id, at }) => [id, at]));
  const rows = outcome?.reach
    ? outcome.reach.map(({ agency, items: held, toAsk }) => ({
        agency,
        items: [...new Set(held.map(({ item }) => item))],
        at: at.get(held.flatMap(({ shipments }) => shipments).at(-1) ?? '') ?? '',
        told: toAsk ? messages.heldTell : held.every(({ acknowledged }) => acknowledged) ? messages.heldKnown : '',
      }))
    : (shipments ?? []).map(({ agency, items, at }) => ({ agency, items: [...items], at, told: '' }));
  return html`<section class="section held" part="held" aria-labelledby="held">
    <h3 id="held" ${say(messages.held, furigana)}></h3>
    ${
      !shipments
        ? html`<p ${say(messages.heldUnknown, furigana)}></p>`
        : rows.length
          ? html`<ul class="holders">
              ${rows.map(
                ({ agency, items: ids, at, told }) =>
                  html`<li>
                    <p ${say(messages.labelled(names.agency(agency).name, dayText(at, view)), furigana)}></p>
                    ${itemList(ids, view)}
                    <p class="note" ?hidden=${!told} ${say(told, furigana)}></p>
                  </li>`,
              )}
            </ul>`
          : html`<p ${say(messages.heldNone, furigana)}></p>`
    }
  </section>`;
}
