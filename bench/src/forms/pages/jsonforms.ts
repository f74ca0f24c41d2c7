/**
 * JSON Forms (vanilla renderers, React 19). The vanilla set has neither steps nor check-box groups: a wrapper shows one schema per step
 * and shows errors once "next" was pressed; a custom renderer, the documented way, draws the groups.
 */
import {
  and,
  isEnumControl,
  isOneOfEnumControl,
  or,
  rankWith,
  schemaMatches,
  uiTypeIs,
  type ControlProps,
  type JsonSchema,
  type UISchemaElement,
} from '@jsonforms/core';
import { JsonForms, withJsonFormsControlProps } from '@jsonforms/react';
import { OneOfRadioGroupControl, vanillaCells, vanillaRenderers } from '@jsonforms/vanilla-renderers';
import { createElement as h, useState, type ReactElement } from 'react';
import { createRoot } from 'react-dom/client';
import './plain.css';
import { backLabel, nextLabel, sendLabel, steps, type Field } from './fields.js';
import { stepSchema } from './schema.js';

type Data = Record<string, unknown>;
interface OneOf {
  const: string;
  title: string;
}

function CheckboxGroup({ schema, data, label, path, errors, handleChange }: ControlProps): ReactElement {
  const chosen = (data as string[] | undefined) ?? [];
  const choices = ((schema.items as JsonSchema | undefined)?.oneOf ?? []) as OneOf[];
  return h(
    'fieldset',
    null,
    h('legend', null, label),
    choices.map((choice) =>
      h(
        'label',
        { key: choice.const },
        h('input', {
          type: 'checkbox',
          checked: chosen.includes(choice.const),
          onChange: () =>
            handleChange(
              path,
              chosen.includes(choice.const) ? chosen.filter((value) => value !== choice.const) : [...chosen, choice.const],
            ),
        }),
        choice.title,
      ),
    ),
    errors ? h('p', null, errors) : null,
  );
}

const renderers = [
  ...vanillaRenderers,
  {
    tester: rankWith(
      20,
      and(
        uiTypeIs('Control'),
        schemaMatches((schema) => schema.type === 'array' && schema.uniqueItems === true),
      ),
    ),
    renderer: withJsonFormsControlProps(CheckboxGroup),
  },
  {
    tester: rankWith(
      20,
      and(or(isOneOfEnumControl, isEnumControl), (uischema) => uischema.options?.['format'] === 'radio'),
    ),
    renderer: OneOfRadioGroupControl,
  },
];

const options = (field: Field): Record<string, unknown> =>
  field.kind === 'radio' ? { format: 'radio' } : field.kind === 'textarea' ? { multi: true } : {};

const schemas = steps.map(stepSchema) as JsonSchema[];
const uiSchemas = steps.map(({ title, fields }) => ({
  type: 'Group',
  label: title,
  elements: fields.map((field) => ({ type: 'Control', scope: `#/properties/${field.name}`, options: options(field) })),
})) as UISchemaElement[];

function Wizard(): ReactElement {
  const [step, setStep] = useState(0);
  const [data, setData] = useState<Data>({});
  const [errors, setErrors] = useState(1);
  const [pressed, setPressed] = useState(false);
  const last = step === steps.length - 1;
  const go = (to: number): void => {
    setPressed(false);
    setStep(to);
  };
  return h(
    'div',
    null,
    h(JsonForms, {
      schema: schemas[step] ?? {},
      uischema: uiSchemas[step] as UISchemaElement,
      data,
      renderers,
      cells: vanillaCells,
      validationMode: pressed ? 'ValidateAndShow' : 'ValidateAndHide',
      onChange: (change) => {
        setData(change.data as Data);
        setErrors(change.errors?.length ?? 0);
      },
    }),
    step > 0 ? h('button', { type: 'button', onClick: () => go(step - 1) }, backLabel) : null,
    h(
      'button',
      {
        type: 'button',
        onClick: () => {
          if (errors > 0) setPressed(true);
          else if (!last) go(step + 1);
        },
      },
      last ? sendLabel : nextLabel,
    ),
  );
}

createRoot(document.querySelector('#form') ?? document.body).render(h(Wizard));
