import type * as zod from 'zod/mini';
import type { Builder } from '../builder.js';
import { hoursShapes } from './hours.schema.js';
import { primitiveShapes } from './primitives.js';
import type { Plan } from './programme.schema.js';
import { windowShapes } from './window.schema.js';

/** The version this package writes. Files of a newer minor version are read; their unknown fields are kept. */
export const schemaVersion = '1.0';

/** The shapes of a directory that elements read, built with `z`. The plan's tables are in `programme.schema.ts`. */
export function directoryShapes(z: Builder) {
  const primitives = primitiveShapes(z);
  const times = hoursShapes(z, primitives);
  const parts = windowShapes(z, primitives, times);
  const { date, id, line, note, phone, source, text } = primitives;
  const { cityCalendar, hours } = times;
  const { booking, catchment, cityTopic, consultationWindow, emergencyLine, service } = parts;

  /** Official municipality: 6-digit code with its check digit (全国地方公共団体コード). */
  const municipality = z.looseObject({
    code: z.string().check(z.regex(/^\d{6}$/)),
    name: text,
    kana: z.optional(line),
    prefecture: z.optional(line),
    mainContact: z.looseObject({
      name: text,
      section: z.optional(text),
      phones: z.optional(z.array(phone)),
      postalCode: z.optional(line),
      address: z.optional(text),
      hours: z.optional(hours),
    }),
  });

  const labelMap = z.optional(z.record(z.string(), text));

  /** City words over stable ids: いこまる主任推進員 is the label of role `coordinator` in 生駒. */
  const labels = z.looseObject({
    programme: z.optional(text),
    fields: labelMap,
    programmes: labelMap,
    roles: labelMap,
    forums: labelMap,
  });

  const head = {
    schemaVersion: z.string().check(z.regex(/^\d+\.\d+$/)),
    updated: date,
    source,
    municipality,
    /** The desks offered when nobody knows where to go; ids of windows with `acceptsAll`. Default: the `general` ones, else all that accept all. */
    catchAll: z.optional(z.array(id)),
    topics: z.optional(z.array(cityTopic)),
    catchments: z.optional(z.array(catchment)),
    afterHours: z.optional(z.array(service)),
    /** Replaces the national lines when given. */
    emergencyLines: z.optional(z.array(emergencyLine)),
    labels: z.optional(labels),
    calendar: z.optional(cityCalendar),
    /** Booking rule for every desk that has none of its own. */
    booking: z.optional(booking),
    notes: z.optional(z.array(note)),
  };

  /** Everything but the desks: lets a large file be checked desk by desk without blocking. */
  const directoryHead = z.looseObject({ ...head, windows: z.array(z.unknown()).check(z.minLength(1)) });

  /** A city's directory: one JSON file (`programmes`, see `programme.schema.ts`, stand beside the windows). */
  const directory = z.looseObject({ ...head, windows: z.array(consultationWindow).check(z.minLength(1)) });

  return { ...primitives, ...times, ...parts, municipality, labels, directoryHead, directory };
}

export type DirectoryShapes = ReturnType<typeof directoryShapes>;
export type Municipality = zod.infer<DirectoryShapes['municipality']>;
export type Labels = zod.infer<DirectoryShapes['labels']>;
export type Directory = zod.infer<DirectoryShapes['directory']> & Plan;
