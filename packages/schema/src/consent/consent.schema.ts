/**
 * A consent as a list of events that only grows: what was asked, what was said to it, by whom, how. Where it stands is computed (`state.ts`)
 * and never stored. Fields follow ISO/IEC TS 27560:2023 as the W3C DPV guide reads it; cells, refusals and who helped are ours.
 *
 * The rules over several fields (answers stay within what was asked, times run forward …) are in `rules.ts`.
 */
import type * as zod from 'zod/mini';
import type { Builder } from '../builder.js';
import { writtenShapes } from '../consultation/consultation.schema.js';
import { primitiveShapes } from '../directory/primitives.js';
import { decisions, endings, expressers, flaws, methods, withdrawalWays } from './choices.js';
import { consentLimits as limits } from './limits.js';

/** The small shapes that consent and meetings share. */
export function recordShapes(z: Builder) {
  const { id, date } = primitiveShapes(z);
  const { text, line: lineOf, language } = writtenShapes(z);

  /** An instant in UTC: `2026-11-24T01:30:00.000Z`. */
  const instant = z.string().check(z.regex(/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,3})?Z$/));

  /** SHA-256 as 64 hexadecimal digits, lower case. */
  const hash = z.string().check(z.regex(/^[0-9a-f]{64}$/));

  /** A name for a person, a record or an event inside the case: letters, digits and `-._:`, so that it can be a pseudonym but no sentence. */
  const ref = z.string().check(z.regex(/^[A-Za-z0-9][A-Za-z0-9._:-]{0,99}$/));

  const schemaVersion = z.string().check(z.maxLength(10), z.regex(/^\d+\.\d+$/));

  const line = lineOf();
  const note = text(limits.note);

  /** A worker, by desk and, where it is known, by name. */
  const worker = z.looseObject({ agency: z.optional(id), name: z.optional(line) });

  return { id, date, text, line, note, language, instant, hash, ref, schemaVersion, worker };
}

export function consentShapes(z: Builder) {
  const shapes = recordShapes(z);
  const { id, date, text, line, note, language, instant, hash, ref, schemaVersion, worker } = shapes;
  const several = <Shape extends zod.core.SomeType>(shape: Shape, most: number) => z.array(shape).check(z.minLength(1), z.maxLength(most));

  /** What the person read or heard, word for word. `variant`: `plain`, `furigana`, `easy` …, whatever tells two texts of one language apart. */
  const notice = z.looseObject({
    version: line,
    language,
    variant: z.optional(id),
    text: text(limits.notice),
    /** SHA-256 of version, language, variant and text (`hashNotice`). */
    hash,
  });

  /** How long: until the plan ends, to the end of a day (Asia/Tokyo), or until something happens. Never without end. */
  const period = z.union([
    z.looseObject({ until: z.enum(['plan-end']) }),
    z.looseObject({ until: z.enum(['date']), date }),
    z.looseObject({ until: z.enum(['event']), event: line }),
  ]);

  const request = z.looseObject({
    purposes: several(id, limits.purposes),
    /** Ids of the directory. */
    agencies: several(id, limits.agencies),
    items: several(id, limits.items),
    period,
    /** How it can be taken back. */
    withdrawal: several(z.looseObject({ way: z.enum(withdrawalWays), detail: z.optional(note) }), withdrawalWays.length * 2),
    /** Every language and variant in which it may be read. */
    notices: several(notice, limits.notices),
    /** Who asks. */
    askedBy: z.optional(worker),
    /** `person`: they came of their own accord, so that a day before which nobody may ask does not bind. Default `worker`. */
    startedBy: z.optional(z.enum(['worker', 'person'])),
  });

  /** One cell. A cell that is not in the list was not asked. */
  const decision = z.looseObject({
    purpose: id,
    agency: id,
    item: id,
    decision: z.enum(decisions),
    /** Why it is held back, if the person wants to say so: 「学校には知られたくない」. Nobody has to. */
    reason: z.optional(note),
  });

  const signature = z.union([
    z.looseObject({ kind: z.enum(['typed']), name: line }),
    /** `reference`: where the drawing or the paper is kept; the picture itself is not part of the record. `hash`: of that file. */
    z.looseObject({ kind: z.enum(['drawn', 'paper']), reference: line, hash: z.optional(hash) }),
  ]);

  /** Who said it, and how. */
  const expressed = z.looseObject({
    by: z.enum(expressers),
    name: z.optional(line),
    /** What the power to speak for the person was seen from: 登記事項証明書, 戸籍 … */
    authority: z.optional(note),
    how: z.enum(methods),
    /** The language it was explained and said in. */
    language,
    explainedBy: z.optional(worker),
    witness: z.optional(z.looseObject({ name: line, role: z.optional(line) })),
    /** What helped to understand and to decide: 手話通訳, 図で説明, 家族の同席 … */
    support: z.optional(note),
    signature: z.optional(signature),
  });

  const head = {
    schemaVersion,
    id: ref,
    record: ref,
    /** The person, by name or by a pseudonym of the case. One record, one person: members of a household have their own. */
    subject: z.looseObject({ ref, name: z.optional(line) }),
    /** 0, 1, 2 … */
    seq: z.int().check(z.minimum(0), z.maximum(limits.events)),
    /** When it was written down. */
    at: instant,
    /** When it was said, where that was earlier (a letter, a phone call). */
    saidAt: z.optional(instant),
    writtenBy: z.optional(worker),
    note: z.optional(note),
    /** Hash of the event before; absent in the first. */
    previous: z.optional(hash),
    /** SHA-256 of this event without this field, as RFC 8785 canonical JSON. */
    hash,
  };
  /** Before that day a worker does not ask again; `never`: only the person opens it again. */
  const reAskAfter = z.optional(z.union([date, z.enum(['never'])]));
  const answer = {
    expressed,
    /** Which of the request's notices was read. */
    notice: hash,
    decisions: z.array(decision).check(z.minLength(1), z.maxLength(limits.cells)),
    /** Shorter than was asked: to the end of this day. */
    until: z.optional(date),
  };

  const requested = z.looseObject({ ...head, type: z.enum(['requested']), request });
  const given = z.looseObject({ ...head, type: z.enum(['given']), ...answer });
  const partlyGiven = z.looseObject({ ...head, type: z.enum(['partly-given']), ...answer });
  const refused = z.looseObject({
    ...head,
    type: z.enum(['refused']),
    expressed,
    notice: z.optional(hash),
    /** Left out: everything that was asked. */
    decisions: z.optional(answer.decisions),
    reAskAfter,
  });
  const deferred = z.looseObject({ ...head, type: z.enum(['deferred']), expressed: z.optional(expressed), reAskAfter });
  const renewed = z.looseObject({ ...head, type: z.enum(['renewed']), expressed, period });
  const narrowed = z.looseObject({ ...head, type: z.enum(['narrowed']), expressed, decisions: answer.decisions, reAskAfter });
  const withdrawn = z.looseObject({
    ...head,
    type: z.enum(['withdrawn']),
    /** Taking back needs nobody's signature, witness or reason. */
    expressed,
    /** Everything, one agency, one item, or one purpose. */
    scope: z.union([
      z.looseObject({ all: z.enum(['yes']) }),
      z.looseObject({ agency: id }),
      z.looseObject({ item: id }),
      z.looseObject({ purpose: id }),
    ]),
    reason: z.optional(note),
    reAskAfter,
  });
  const terminated = z.looseObject({ ...head, type: z.enum(['terminated']), because: z.enum(endings) });
  const invalidated = z.looseObject({ ...head, type: z.enum(['invalidated']), because: z.enum(flaws) });

  const event = z.union([requested, given, partlyGiven, refused, deferred, renewed, narrowed, withdrawn, terminated, invalidated]);
  const events = z.array(event).check(z.maxLength(limits.events));

  /** The shape of each type of event: whoever knows the type gets issues of that shape alone. */
  const byType = {
    requested,
    given,
    'partly-given': partlyGiven,
    refused,
    deferred,
    renewed,
    narrowed,
    withdrawn,
    terminated,
    invalidated,
  };

  return { ...shapes, notice, period, request, decision, signature, expressed, event, events, byType };
}

export type ConsentShapes = ReturnType<typeof consentShapes>;
export type Notice = zod.infer<ConsentShapes['notice']>;
export type Period = zod.infer<ConsentShapes['period']>;
export type ConsentRequest = zod.infer<ConsentShapes['request']>;
export type CellDecision = zod.infer<ConsentShapes['decision']>;
export type Signature = zod.infer<ConsentShapes['signature']>;
export type Expressed = zod.infer<ConsentShapes['expressed']>;
export type ConsentEvent = zod.infer<ConsentShapes['event']>;

/** A type with the fields it names alone, without the free keys that documents of newer versions may have. */
export type Known<Shape> = { [Key in keyof Shape as string extends Key ? never : number extends Key ? never : Key]: Shape[Key] };
