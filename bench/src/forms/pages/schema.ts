/** The fields of one step as JSON Schema, for the two libraries that draw forms from it. */
import type { Field, Step } from './fields.js';

export interface JsonSchema {
  type: string;
  title?: string;
  [keyword: string]: unknown;
}

function property(field: Field): JsonSchema {
  const title = field.label;
  if (field.kind === 'confirm') return { type: 'boolean', title, const: true };
  if ('choices' in field) {
    const oneOf = field.choices.map(([value, label]) => ({ const: value, title: label }));
    return field.kind === 'checkboxes'
      ? { type: 'array', title, items: { type: 'string', oneOf }, uniqueItems: true }
      : { type: 'string', title, oneOf };
  }
  if (field.kind === 'number') return { type: 'integer', title, minimum: field.min, maximum: field.max };
  return {
    type: 'string',
    title,
    ...(field.required ? { minLength: 1 } : {}),
    ...(field.pattern ? { pattern: `^(?:${field.pattern})$` } : {}),
    ...(field.kind === 'email' || field.kind === 'date' ? { format: field.kind } : {}),
  };
}

export const stepSchema = ({ title, fields }: Step): JsonSchema => ({
  type: 'object',
  title,
  properties: Object.fromEntries(fields.map((field) => [field.name, property(field)])),
  required: fields.filter(({ required }) => required).map(({ name }) => name),
});
