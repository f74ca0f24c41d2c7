/** The markup of both floors: what a careful author writes by hand. Runs in Node for floor A (in the page) and in the page for floor B. */
import { backLabel, nextLabel, sendLabel, steps, type Field, type Step } from './fields.js';

const mark = (field: Field): string => (field.required ? '<span class="must">必須</span>' : '');

function fieldHtml(field: Field): string {
  const { name, label } = field;
  const required = field.required ? ' required' : '';
  if (field.kind === 'confirm')
    return `<p><label><input type="checkbox" name="${name}" value="yes"${required}>${label}${mark(field)}</label></p>`;
  if (field.kind === 'select')
    return `<p><label for="${name}">${label}</label><select id="${name}" name="${name}"><option value="">選んでください</option>${field.choices
      .map(([value, text]) => `<option value="${value}">${text}</option>`)
      .join('')}</select></p>`;
  if ('choices' in field) {
    const type = field.kind === 'radio' ? 'radio' : 'checkbox';
    return `<fieldset class="group"><legend>${label}</legend>${field.choices
      .map(([value, text]) => `<label><input type="${type}" name="${name}" value="${value}">${text}</label>`)
      .join('')}</fieldset>`;
  }
  const caption = `<label for="${name}">${label}${mark(field)}</label>`;
  const { kind, pattern, min, max } = field;
  if (kind === 'textarea') return `<p>${caption}<textarea id="${name}" name="${name}" rows="6"${required}></textarea></p>`;
  const limits = `${pattern ? ` pattern="${pattern}"` : ''}${min === undefined ? '' : ` min="${min}" max="${max}"`}`;
  return `<p>${caption}<input id="${name}" name="${name}" type="${kind}"${limits}${required}></p>`;
}

const buttons = (index: number): string =>
  `<p class="buttons">${index > 0 ? `<button type="button" value="back">${backLabel}</button>` : ''}${
    index < steps.length - 1 ? `<button type="button" value="next">${nextLabel}</button>` : `<button>${sendLabel}</button>`
  }</p>`;

export const stepHtml = ({ title, fields }: Step, index: number): string =>
  `<h2>${index + 1}/${steps.length} ${title}</h2>${fields.map(fieldHtml).join('')}${buttons(index)}`;

/** All five steps, all but the first hidden. */
export const wholeForm = (): string =>
  `<form method="post" action="/consultations">${steps
    .map((step, index) => `<section${index > 0 ? ' hidden' : ''}>${stepHtml(step, index)}</section>`)
    .join('')}</form>`;
