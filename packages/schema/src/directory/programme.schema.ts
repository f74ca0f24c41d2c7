import type * as zod from 'zod/mini';
import type { Builder } from '../builder.js';
import type { PrimitiveShapes } from './primitives.js';
import { operations, type WindowShapes } from './window.schema.js';

/** The programme's five kinds of work and the plan made with the fifth: 社会福祉法106条の4第2項 items 1–6. */
export const programmeIds = ['consultation', 'participation', 'community', 'outreach', 'coordination', 'plan'] as const;
export type ProgrammeId = (typeof programmeIds)[number];

/** The tables of a city's plan (実施体制). Elements do not read them, so a widget does not carry these shapes. */
export function programmeShapes(
  z: Builder,
  { id, line, note, paragraph, text }: PrimitiveShapes,
  { legalBasis }: Pick<WindowShapes, 'legalBasis'>,
) {
  /** A place, agency or project that carries a programme, as a row of a city's 実施体制 table. */
  const provider = z.looseObject({
    name: text,
    field: z.optional(id),
    business: z.optional(text),
    operation: z.optional(z.array(z.enum(operations))),
    operator: z.optional(text),
    section: z.optional(text),
    legalBasis: z.optional(z.array(legalBasis)),
    /** Number of places (or people, see `countUnit`); absent when the source gives none. */
    count: z.optional(z.int().check(z.minimum(0))),
    countUnit: z.optional(line),
    target: z.optional(text),
    windows: z.optional(z.array(id)),
    notes: z.optional(z.array(note)),
  });

  const programme = z.looseObject({
    id: z.enum(programmeIds),
    legalBasis: z.optional(z.array(legalBasis)),
    summary: z.optional(paragraph),
    providers: z.array(provider),
    notes: z.optional(z.array(note)),
  });

  /** The part of a directory that tells who carries which programme. */
  const plan = z.looseObject({ programmes: z.optional(z.array(programme)) });

  return { provider, programme, plan };
}

export type ProgrammeShapes = ReturnType<typeof programmeShapes>;
export type Provider = zod.infer<ProgrammeShapes['provider']>;
export type Programme = zod.infer<ProgrammeShapes['programme']>;
export type Plan = zod.infer<ProgrammeShapes['plan']>;
