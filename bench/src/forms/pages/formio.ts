/**
 * Form.io's "form" build as published, with Bootstrap, shown as a wizard of panels.
 * Its date field fetches a picker from its maker's network; the birth date is therefore its `day` component, which asks nobody.
 */
import 'bootstrap/dist/css/bootstrap.min.css';
import '@formio/js/dist/formio.form.min.css';
import { Formio } from '@formio/js/dist/formio.form.min.js';
import { backLabel, nextLabel, sendLabel, steps, type Field } from './fields.js';

function component(field: Field): Record<string, unknown> {
  const common = { key: field.name, label: field.label, input: true, tableView: false };
  const required = field.required === true;
  if (field.kind === 'confirm') return { ...common, type: 'checkbox', validate: { required } };
  if ('choices' in field) {
    const values = field.choices.map(([value, label]) => ({ value, label }));
    if (field.kind === 'select') return { ...common, type: 'select', widget: 'html5', data: { values }, validate: { required } };
    return { ...common, type: field.kind === 'radio' ? 'radio' : 'selectboxes', values, validate: { required } };
  }
  const type = { text: 'textfield', textarea: 'textarea', email: 'email', tel: 'phoneNumber', number: 'number', date: 'day' }[field.kind];
  const { pattern, min, max } = field;
  return {
    ...common,
    type,
    // The number field's American mask would refuse Japanese numbers.
    ...(field.kind === 'tel' ? { inputMask: '' } : {}),
    validate: { required, ...(pattern ? { pattern } : {}), ...(min === undefined ? {} : { min, max }) },
  };
}

/** It has no Japanese of its own. */
const ja = {
  next: nextLabel,
  previous: backLabel,
  submit: sendLabel,
  year: '年',
  month: '月',
  day: '日',
  required: '{{field}}を入れてください',
  pattern: '{{field}}を確かめてください',
};

const host = document.querySelector<HTMLElement>('#form') ?? document.body;
await Formio.createForm(
  host,
  {
    display: 'wizard',
    components: steps.map(({ name, title, fields }) => ({ type: 'panel', key: name, title, components: fields.map(component) })),
  },
  {
    language: 'ja',
    i18n: { ja },
    buttonSettings: { showCancel: false },
  },
);
