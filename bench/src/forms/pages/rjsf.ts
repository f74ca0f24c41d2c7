/**
 * RJSF (core theme, ajv8 validator, React 19). It has no steps: one schema per step, shown in turn by a small wrapper, as its users do;
 * a step's own submit button, named "next", validates it.
 */
import Form from '@rjsf/core';
import type { UiSchema } from '@rjsf/utils';
import validator from '@rjsf/validator-ajv8';
import { createElement as h, useState, type ReactElement } from 'react';
import { createRoot } from 'react-dom/client';
import './plain.css';
import { backLabel, nextLabel, sendLabel, steps, type Field } from './fields.js';
import { stepSchema } from './schema.js';

type Data = Record<string, unknown>;

function ui(field: Field): UiSchema {
  if (field.kind === 'radio' || field.kind === 'checkboxes' || field.kind === 'textarea') return { 'ui:widget': field.kind };
  if (field.kind === 'tel') return { 'ui:options': { inputType: 'tel' } };
  return {};
}

const schemas = steps.map(stepSchema) as object[];
const uiSchemas = steps.map(({ fields }): UiSchema => Object.fromEntries(fields.map((field) => [field.name, ui(field)])));

function Wizard(): ReactElement {
  const [step, setStep] = useState(0);
  const [data, setData] = useState<Data>({});
  const last = step === steps.length - 1;
  return h(
    Form<Data>,
    {
      schema: schemas[step] ?? {},
      uiSchema: uiSchemas[step] ?? {},
      formData: data,
      validator,
      // Its default would choose the first of every choice, and tick the consent.
      experimental_defaultFormStateBehavior: { constAsDefaults: 'never' },
      showErrorList: false,
      noHtml5Validate: true,
      onSubmit: ({ formData }) => {
        setData({ ...data, ...formData });
        if (!last) setStep(step + 1);
      },
    },
    step > 0 ? h('button', { type: 'button', key: 'back', onClick: () => setStep(step - 1) }, backLabel) : null,
    h('button', { type: 'submit', key: 'next' }, last ? sendLabel : nextLabel),
  );
}

createRoot(document.querySelector('#form') ?? document.body).render(h(Wizard));
