import { dayParts, mainPhone, say, telHref } from '@tsunagu/core';
import { localize } from '@tsunagu/schema/text';
import { type ConsultationWindow, type Fax, type Phone } from '@tsunagu/schema/directory';
import { tokyoDate, tokyoParts, weekTable } from '@tsunagu/schema/open-state';
import { html, nothing, type TemplateResult } from 'lit';
import { addressLine, catchmentNames, publicNotes, sourceLine } from '../describe-window.js';
import type { FinderView } from './view.js';

/** Everything else that is known of a desk. What the city has not said has no row. */
export function cardDetails(window: ConsultationWindow, view: FinderView): TemplateResult {
  const { messages, lang, furigana } = view;
  const word = (text: string): TemplateResult => html`<span ${say(text, furigana)}></span>`;
  const row = (label: string, value: TemplateResult | string | typeof nothing, name = ''): TemplateResult | typeof nothing =>
    value === nothing || value === ''
      ? nothing
      : html`<div class="row ${name}">
          <dt ${say(label, furigana)}></dt>
          <dd>${typeof value === 'string' ? word(value) : value}</dd>
        </div>`;
  const booking = window.booking ?? view.directory.booking;
  const address = addressLine(window, lang);
  // The card's button has said the only number already.
  const phones =
    window.phones?.length === 1 && mainPhone(window) && remarksOn(window.phones[0]!, view).length === 0 ? [] : (window.phones ?? []);
  const notes = publicNotes(window.notes, lang);
  const verified = window.verifiedOn ? messages.verifiedOn(dayParts(tokyoDate(window.verifiedOn, 0))) : '';
  const addressNote =
    window.addressVisibility === 'withheld' ? messages.addressWithheld : window.addressVisibility === 'area-only' ? messages.areaOnly : '';

  return html`
    <dl>
      ${row(messages.hours, hoursBlock(window, view))}
      ${row(messages.phone, phones.length > 0 ? html`${phones.map((phone) => phoneLine(phone, view))}` : nothing)}
      ${row(messages.fax, window.fax ? faxLine(window.fax) : nothing)}
      ${row(
        messages.email,
        window.email
          ? html`<a
              href="mailto:${encodeURIComponent(window.email.replace(/\p{Cs}/gu, '')).replace('%40', '@')}"
              .textContent=${window.email}
            ></a>`
          : nothing,
      )}
      ${row(messages.website, window.url ? html`<a href=${window.url} rel="noopener" .textContent=${window.url}></a>` : nothing)}
      ${row(
        messages.address,
        address || addressNote
          ? html`<span
                lang=${lang === 'en' ? nothing : 'ja'}
                ${say(window.postalCode && address && !addressNote ? `〒${window.postalCode} ${address}` : address, furigana)}
              ></span>
              ${addressNote ? html`<span class="note" ${say(addressNote, furigana)}></span>` : nothing}`
          : nothing,
      )}
      ${row(messages.mapKey, addressNote ? '' : (window.mapKey ?? ''))}
      ${row(messages.mainlyFor, window.mainlyFor ? localize(window.mainlyFor, lang) : '')}
      ${row(messages.catchment, catchmentNames(view.directory.catchments, window.catchments, lang))}
      ${row(messages.booking, booking ? (booking.text ? localize(booking.text, lang) : messages.bookingRules[booking.rule]) : '', 'once')}
      ${row(messages.languages, messages.list((window.languages ?? []).map((each) => languageName(each, lang))))}
      ${row(messages.accessibility, messages.list((window.accessibility ?? []).map((each) => (Object.hasOwn(messages.accessibilityNames, each) ? messages.accessibilityNames[each]! : each))))}
      ${row(messages.section, window.section ? localize(window.section, lang) : '')}
      ${row(messages.operator, window.operator ? localize(window.operator, lang) : '')}
      ${row(messages.notes, notes.length > 0 ? html`${notes.map((note) => html`<p ${say(note, furigana)}></p>`)}` : nothing)}
      ${row(messages.source, messages.list([sourceLine(window.source ?? view.directory.source), verified].filter(Boolean)), 'once')}
    </dl>
  `;
}

/** The week as a table with today marked, the phrase as printed, and what is known of holidays. */
function hoursBlock(window: ConsultationWindow, view: FinderView): TemplateResult {
  const { hours } = window;
  const { messages, furigana } = view;
  if (!hours) return html`<p ${say(messages.unknownHours, furigana)}></p>`;
  const today = tokyoParts(view.at).weekday;
  const { holidays = 'unknown', yearEnd = 'unknown' } = hours;
  const rules = hours.weekly
    ? [
        holidays === 'unknown' ? '' : messages.holidays[holidays],
        yearEnd === 'unknown' ? '' : messages.yearEnd[yearEnd],
        messages.notStated(holidays === 'unknown', yearEnd === 'unknown'),
      ]
        .filter(Boolean)
        .join(view.lang === 'ja' ? '' : ' ')
    : '';
  const span = (each: { from: string; to: string; byAppointment: boolean; nth?: readonly number[] }): string =>
    `${each.nth?.length ? `${messages.nth(each.nth)} ` : ''}${messages.span(trim(each.from), trim(each.to))}${each.byAppointment ? ` ${messages.appointmentOnly}` : ''}`;
  return html`
    ${
      hours.weekly
        ? html`<table part="hours">
            <caption class="visually-hidden" ${say(messages.hours, false)}></caption>
            <tbody>
              ${weekTable(hours).map(
                (row) =>
                  html`<tr class=${row.day === today ? 'today' : ''} aria-current=${row.day === today ? 'date' : nothing}>
                    <th scope="row">
                      <span ${say(messages.weekdays[row.day], furigana)}></span>
                      ${row.day === today ? html`<span class="today-mark" ${say(messages.today, furigana)}></span>` : nothing}
                    </th>
                    <td>
                      ${
                        row.spans.length > 0
                          ? row.spans.map((each) => html`<span class="span" ${say(span(each), furigana)}></span>`)
                          : html`<span ${say(messages.closedDay, furigana)}></span>`
                      }
                    </td>
                  </tr>`,
              )}
            </tbody>
          </table>`
        : nothing
    }
    <p class="printed">
      <span ${say(messages.labelled(messages.hoursAsPrinted, ''), furigana)}></span>
      <span lang="ja" .textContent=${hours.text}></span>
    </p>
    ${rules ? html`<p class="note" ${say(rules, furigana)}></p>` : nothing}
  `;
}

function phoneLine(phone: Phone, view: FinderView): TemplateResult {
  const remarks = remarksOn(phone, view);
  return html`<p>
    <a href=${telHref(phone.number)} .textContent=${phone.display?.startsWith('0') ? phone.display : phone.number}></a>
    ${remarks.length > 0 ? html`<span class="note" ${say(remarks.join(' '), view.furigana)}></span>` : nothing}
  </p>`;
}

function remarksOn(phone: Phone, { messages, lang }: FinderView): string[] {
  return [
    phone.kind === 'toll-free' ? messages.tollFree : '',
    phone.extension ? messages.extension(phone.extension) : '',
    phone.note ? localize(phone.note, lang) : '',
  ].filter(Boolean);
}

const faxLine = (fax: Fax): TemplateResult => html`<span .textContent=${fax.number}></span>`;

/** `08:30` → `8:30`. */
const trim = (time: string): string => time.replace(/^0/, '');

function languageName(tag: string, lang: string): string {
  try {
    return new Intl.DisplayNames([lang], { type: 'language' }).of(tag) ?? tag;
  } catch {
    return tag;
  }
}
