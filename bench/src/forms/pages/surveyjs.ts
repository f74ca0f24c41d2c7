/** SurveyJS in its documented set-up for plain JavaScript: a model from JSON, a page per step, its default theme and its Japanese strings. */
import { Model } from 'survey-core';
import 'survey-core/i18n/japanese';
import 'survey-core/survey-core.fontless.min.css';
import { renderSurvey } from 'survey-js-ui';
import { backLabel, nextLabel, sendLabel, steps, type Field } from './fields.js';

function element(field: Field): Record<string, unknown> {
  const common = { name: field.name, title: field.label, isRequired: field.required === true };
  if (field.kind === 'confirm') return { ...common, type: 'boolean', renderAs: 'checkbox' };
  if ('choices' in field) {
    const type = { radio: 'radiogroup', checkboxes: 'checkbox', select: 'dropdown' }[field.kind];
    return { ...common, type, choices: field.choices.map(([value, text]) => ({ value, text })) };
  }
  if (field.kind === 'textarea') return { ...common, type: 'comment' };
  const validators = [
    ...(field.pattern ? [{ type: 'regex', regex: `^(?:${field.pattern})$` }] : []),
    ...(field.kind === 'email' ? [{ type: 'email' }] : []),
  ];
  return { ...common, type: 'text', inputType: field.kind, min: field.min, max: field.max, validators };
}

const survey = new Model({
  locale: 'ja',
  pageNextText: nextLabel,
  pagePrevText: backLabel,
  completeText: sendLabel,
  pages: steps.map(({ name, title, fields }) => ({ name, title, elements: fields.map(element) })),
});
renderSurvey(survey, document.querySelector<HTMLElement>('#form') ?? document.body);
