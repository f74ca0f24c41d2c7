/**
 * A checker with the part of `zod/mini`'s interface that our shapes use, in under 1 KB: widgets carry this instead of zod's 7 KB
 * (docs/decisions: the same shapes are built with both, and a property test holds their verdicts equal).
 * It looks and never copies, and it says what is wrong by path in our own terms.
 */
import type { Builder } from './builder.js';

export type IssuePath = readonly (string | number)[];

export type IssueCode =
  'type' | 'missing' | 'format' | 'choice' | 'too-long' | 'too-short' | 'duplicate' | 'unknown-reference' | 'no-catch-all' | 'version';

/** One thing that is wrong: where, what was expected, what was found (shortened). */
export interface RawIssue {
  path: IssuePath;
  code: IssueCode;
  expected: string;
  found: string;
}

type Path = (string | number)[];
type Look = (value: unknown, path: Path, issues: RawIssue[]) => void;
type Rule = (value: never) => [IssueCode, string] | undefined;
type Shape = Record<string, Light>;

interface Light {
  look: Look;
  optional?: boolean;
  shape?: Shape;
  check: (...rules: Rule[]) => Light;
}

const build = (look: Look, more?: Partial<Light>): Light => ({
  ...more,
  look,
  check: (...rules) =>
    build((value, path, issues) => {
      const before = issues.length;
      look(value, path, issues);
      if (issues.length > before) return;
      for (const rule of rules) {
        const wrong = rule(value as never);
        if (wrong) return void issues.push({ path: [...path], code: wrong[0], expected: wrong[1], found: show(value) });
      }
    }, more),
});

const typed = (expected: string, is: (value: unknown) => boolean): Light =>
  build((value, path, issues) => {
    if (!is(value)) issues.push({ path: [...path], code: 'type', expected, found: show(value) });
  });

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);

/** An object: its own keys by shape; other keys are free, or all of `rest`. */
const object = (shape: Shape, rest?: Light): Light => {
  const keys = Object.keys(shape);
  const type = typed('object', isObject);
  return build(
    (value, path, issues) => {
      if (!isObject(value)) return type.look(value, path, issues);
      const visit = (key: string, light: Light): void => {
        path.push(key);
        light.look(value[key], path, issues);
        path.pop();
      };
      for (const key of keys) {
        const light = shape[key]!;
        const found = Object.hasOwn(value, key) && value[key] !== undefined;
        if (found) visit(key, light);
        else if (!light.optional) issues.push({ path: [...path, key], code: 'missing', expected: key, found: '' });
      }
      if (rest) for (const key of Object.keys(value)) if (!Object.hasOwn(shape, key) && key !== '__proto__') visit(key, rest);
    },
    { shape },
  );
};

const sized =
  (code: IssueCode, sign: string, holds: (size: number, limit: number) => boolean) =>
  (limit: number): Rule =>
  (value: string | unknown[] | number) =>
    holds(typeof value === 'number' ? value : value.length, limit) ? undefined : [code, `${sign} ${limit}`];
const atLeast = sized('too-short', '>=', (size, limit) => size >= limit);
const atMost = sized('too-long', '<=', (size, limit) => size <= limit);

/** A value with so many issues is the wrong value: a list is not read further. */
const enough = 50;

/** The checker as a {@link Builder}. */
export const light = {
  string: () => typed('string', (value) => typeof value === 'string'),
  number: () => typed('number', Number.isFinite),
  int: () => typed('int', Number.isSafeInteger),
  boolean: () => typed('boolean', (value) => typeof value === 'boolean'),
  unknown: () => build(() => undefined, { optional: true }),
  optional: (inner: Light) => build(inner.look, { ...inner, optional: true }),
  enum: (values: readonly string[]) =>
    build((value, path, issues) => {
      if (!values.includes(value as string))
        issues.push({ path: [...path], code: 'choice', expected: values.join(' | '), found: show(value) });
    }),
  array: (item: Light) =>
    build((value, path, issues) => {
      if (!Array.isArray(value)) return void issues.push({ path: [...path], code: 'type', expected: 'array', found: show(value) });
      for (let index = 0; index < value.length && issues.length < enough; index++) {
        path.push(index);
        item.look(value[index], path, issues);
        path.pop();
      }
    }),
  // The branch that got furthest is the one the writer meant: its issues are told.
  union: (branches: Light[]) =>
    build((value, path, issues) => {
      let nearest: RawIssue[] | undefined;
      for (const branch of branches) {
        const found: RawIssue[] = [];
        branch.look(value, path, found);
        if (found.length === 0) return;
        if (!nearest || depth(found) > depth(nearest)) nearest = found;
      }
      issues.push(...nearest!);
    }),
  object,
  looseObject: (shape: Shape) => object(shape),
  extend: (base: Light, more: Shape) => object({ ...base.shape, ...more }),
  catchall: (base: Light, rest: Light) => object(base.shape!, rest),
  record: (_key: Light, rest: Light) => object({}, rest),
  minLength: atLeast,
  minimum: atLeast,
  maxLength: atMost,
  maximum: atMost,
  regex:
    (pattern: RegExp): Rule =>
    (value: string) =>
      pattern.test(value) ? undefined : ['format', pattern.source],
} as unknown as Builder;

/** What is wrong with `value`, by path; empty when nothing is. Never throws. */
export function inspect(shape: unknown, value: unknown, at: IssuePath = []): RawIssue[] {
  const issues: RawIssue[] = [];
  (shape as Light).look(value, [...at], issues);
  return issues;
}

const depth = (issues: readonly RawIssue[]): number => Math.max(...issues.map((issue) => issue.path.length));

/** A found value, short enough for a message. */
export function show(value: unknown): string {
  if (value === undefined) return '';
  const shown = Array.isArray(value) ? '[…]' : isObject(value) ? '{…}' : String(value);
  return shown.length > 60 ? `${shown.slice(0, 60)}…` : shown;
}
