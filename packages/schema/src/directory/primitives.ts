/**
 * The small shapes that every part of a directory is made of. Like all shapes of this package they are written once and built twice:
 * with `zod/mini` (types, JSON Schema, `parse`) and with the small checker that widgets carry (`../light.ts`).
 *
 * Strings carry limits so that a hostile or broken file is refused at the door instead of freezing a resident's phone.
 */
import type { Builder } from '../builder.js';
import type * as zod from 'zod/mini';

export const phoneKinds = ['main', 'direct', 'toll-free', 'after-hours', 'text', 'other'] as const;

/** Formats that importers check a printed value against before they use it. */
export const patterns = {
  id: /^[a-z0-9][a-z0-9._-]{0,63}$/,
  webUrl: /^https?:\/\/[^\s"'<>]+$/,
  phoneNumber: /^(0\d{1,4}-\d{1,4}-\d{3,5}|0\d{9,10}|#?\d{3,5})$/,
} as const;

export function primitiveShapes(z: Builder) {
  /** A line of text: 1 to 300 characters. */
  const line = z.string().check(z.minLength(1), z.maxLength(300));

  /** A paragraph: 1 to 2,000 characters. */
  const paragraph = z.string().check(z.minLength(1), z.maxLength(2000));

  /** A stable id: ASCII lower-case letters, digits, `.`, `_`, `-`; starts with a letter or digit; at most 64 characters. */
  const id = z.string().check(z.regex(patterns.id));

  /** A topic id: an id, or `parent/child` for a finer worry under another (`illness-disability/mental`). */
  const topicId = z.string().check(z.regex(/^[a-z0-9][a-z0-9._-]{0,63}(\/[a-z0-9][a-z0-9._-]{0,63})?$/));

  /** A calendar date as `YYYY-MM-DD`. */
  const date = z.string().check(z.regex(/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/));

  /** A time of day `HH:MM`, 00:00 to 47:59; 24:00 and later is past midnight of the day the span starts on. */
  const time = z.string().check(z.regex(/^([0-3]\d|4[0-7]):[0-5]\d$/));

  /** A web address, `https:` or `http:` only (`javascript:` and the like never reach a link). */
  const webUrl = z.string().check(z.maxLength(2000), z.regex(patterns.webUrl));

  const postalCode = z.string().check(z.regex(/^\d{3}-\d{4}$/));

  /** Text that is one string (Japanese) or one string per language; Japanese is always there. */
  const text = z.union([paragraph, z.catchall(z.object({ ja: paragraph }), paragraph)]);

  /**
   * A phone or FAX number. Dialable as it stands: with area code, ASCII digits and hyphens (`0743-74-1111`), or a short number
   * (`110`, `189`, `#8008`).
   */
  const phoneNumber = z.string().check(z.regex(patterns.phoneNumber));

  /** `display` keeps what the source printed when that differs from `number` (`74-1111`). */
  const phone = z.looseObject({
    number: phoneNumber,
    display: z.optional(line),
    extension: z.optional(line),
    kind: z.optional(z.enum(phoneKinds)),
    note: z.optional(text),
  });

  const fax = z.looseObject({ number: phoneNumber, display: z.optional(line) });

  /** Where a fact comes from: the document's title, and page, address, date where known. */
  const source = z.union([
    line,
    z.looseObject({
      title: line,
      page: z.optional(line),
      url: z.optional(webUrl),
      published: z.optional(line),
      note: z.optional(paragraph),
    }),
  ]);

  /** `info` is for residents; `doubt` is for city staff (something in the source that should be checked). */
  const note = z.union([text, z.looseObject({ kind: z.enum(['info', 'doubt']), text })]);

  return { line, paragraph, id, topicId, date, time, webUrl, postalCode, text, phoneNumber, phone, fax, source, note };
}

export type PrimitiveShapes = ReturnType<typeof primitiveShapes>;
export type LocalizedText = zod.infer<PrimitiveShapes['text']>;
export type Phone = zod.infer<PrimitiveShapes['phone']>;
export type Fax = zod.infer<PrimitiveShapes['fax']>;
export type Source = zod.infer<PrimitiveShapes['source']>;
export type Note = zod.infer<PrimitiveShapes['note']>;
