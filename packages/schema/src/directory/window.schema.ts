import type * as zod from 'zod/mini';
import type { Builder } from '../builder.js';
import type { HoursShapes } from './hours.schema.js';
import type { PrimitiveShapes } from './primitives.js';

/** Fields of work; the word a city prints for one is a label (`labels.fields`). Other ids are allowed. */
export const fieldIds = ['general', 'elderly', 'disability', 'child', 'livelihood', 'health', 'rights', 'other'] as const;

/** How a desk is run: 直営 / 委託 / 指定管理 / 協力 / 住民主体. */
export const operations = ['direct', 'commissioned', 'designated', 'cooperating', 'resident-led'] as const;
export type Operation = (typeof operations)[number];

/** Ways to reach a desk. */
export const channels = ['phone', 'visit', 'fax', 'email', 'form', 'chat', 'video', 'metaverse', 'home-visit'] as const;
export type Channel = (typeof channels)[number];

export const accessibilityIds = [
  'wheelchair',
  'elevator',
  'accessible-toilet',
  'sign-language',
  'written',
  'hearing-loop',
  'braille',
  'guide-dog',
  'interpreter',
  'nursing-room',
] as const;

/** Danger that calls for a line at once; the words that call for each are in the vocabulary. */
export const dangers = ['suicide', 'violence', 'child-abuse', 'elder-abuse', 'sexual-violence', 'crime', 'fire-medical'] as const;
export type Danger = (typeof dangers)[number];

export function windowShapes(z: Builder, p: PrimitiveShapes, { hours }: HoursShapes) {
  const { date, fax, id, line, note, phone, postalCode, source, text, topicId, webUrl } = p;

  /**
   * A provision a desk or programme rests on. `law` defaults to 社会福祉法; `article` as `106-4`, `106-6`;
   * `item` as `2-1-i` … (paragraph 2, item 1, イ=i ロ=ro ハ=ha ニ=ni, 柱書=main).
   */
  const legalBasis = z.looseObject({
    law: z.optional(line),
    article: z.optional(line),
    item: z.optional(line),
    label: z.optional(line),
  });

  const booking = z.looseObject({ rule: z.enum(['required', 'advised', 'none']), text: z.optional(text) });

  /** A consultation desk (相談窓口). Only `id` and `name` are required; what the source does not say is absent. */
  const consultationWindow = z.looseObject({
    id,
    name: text,
    shortName: z.optional(text),
    kana: z.optional(line),
    aliases: z.optional(z.array(line)),
    field: z.optional(id),
    legalBasis: z.optional(z.array(legalBasis)),
    operation: z.optional(z.enum(operations)),
    operator: z.optional(text),
    section: z.optional(text),
    /** How many places this entry stands for, when a plan gives only a count (今治: 委託６か所). */
    count: z.optional(z.int().check(z.minimum(1))),
    phones: z.optional(z.array(phone).check(z.maxLength(20))),
    fax: z.optional(fax),
    email: z.optional(z.string().check(z.maxLength(254), z.regex(/^[^\s@<>"]+@[^\s@<>"]+\.[^\s@<>"]+$/))),
    url: z.optional(webUrl),
    postalCode: z.optional(postalCode),
    address: z.optional(text),
    building: z.optional(text),
    floor: z.optional(text),
    mapKey: z.optional(line),
    location: z.optional(
      z.looseObject({ lat: z.number().check(z.minimum(20), z.maximum(46)), lng: z.number().check(z.minimum(122), z.maximum(154)) }),
    ),
    /** `public` (default); `area-only`: only `area` is shown; `withheld`: no address at all (a shelter). */
    addressVisibility: z.optional(z.enum(['public', 'area-only', 'withheld'])),
    area: z.optional(text),
    catchments: z.optional(z.array(id)),
    hours: z.optional(hours),
    channels: z.optional(z.array(z.enum(channels))),
    languages: z.optional(z.array(line)),
    accessibility: z.optional(z.array(line)),
    /** Worries this desk is mainly for: topic ids, also `parent/child`. */
    topics: z.optional(z.array(topicId)),
    mainlyFor: z.optional(text),
    ageBand: z.optional(z.looseObject({ min: z.optional(z.number()), max: z.optional(z.number()) })),
    /** Takes any worry whatever its kind and passes it on (断らない相談). */
    acceptsAll: z.optional(z.boolean()),
    booking: z.optional(booking),
    notes: z.optional(z.array(note)),
    verifiedOn: z.optional(date),
    source: z.optional(source),
  });

  /** A service that answers when desks are closed (24-hour chat, metaverse session), or a national line. */
  const service = z.looseObject({
    id,
    name: text,
    kana: z.optional(line),
    description: z.optional(text),
    channels: z.array(z.enum(channels)).check(z.minLength(1)),
    phones: z.optional(z.array(phone)),
    url: z.optional(webUrl),
    urlText: z.optional(line),
    hours: z.optional(hours),
    topics: z.optional(z.array(topicId)),
    languages: z.optional(z.array(line)),
    anonymous: z.optional(z.boolean()),
    free: z.optional(z.boolean()),
    operator: z.optional(text),
    notes: z.optional(z.array(note)),
    verifiedOn: z.optional(date),
    source: z.optional(source),
  });

  /** A number that answers now: 110, 119, 189 … `dangers`: the kinds of danger it is for. `verifiedOn` absent = not checked. */
  const emergencyLine = z.extend(service, { dangers: z.array(z.enum(dangers)) });

  /** A worry a city adds, or words it adds to a national one (same id). */
  const cityTopic = z.looseObject({
    id: topicId,
    label: z.optional(text),
    short: z.optional(text),
    kana: z.optional(line),
    words: z.optional(z.array(line)),
  });

  /** A catchment (担当地域). `areas` are 町名; absent when the source gives only a number. */
  const catchment = z.looseObject({
    id,
    label: z.optional(line),
    name: z.optional(text),
    areas: z.optional(
      z.array(
        z.looseObject({
          name: line,
          kana: z.optional(line),
          postalCodes: z.optional(z.array(postalCode)),
          machiazaId: z.optional(z.string().check(z.regex(/^\d{7}$/))),
        }),
      ),
    ),
    notes: z.optional(z.array(note)),
  });

  return { legalBasis, booking, consultationWindow, service, emergencyLine, cityTopic, catchment };
}

export type WindowShapes = ReturnType<typeof windowShapes>;
export type LegalBasis = zod.infer<WindowShapes['legalBasis']>;
export type Booking = zod.infer<WindowShapes['booking']>;
export type ConsultationWindow = zod.infer<WindowShapes['consultationWindow']>;
export type Service = zod.infer<WindowShapes['service']>;
export type EmergencyLine = zod.infer<WindowShapes['emergencyLine']>;
export type CityTopic = zod.infer<WindowShapes['cityTopic']>;
export type Catchment = zod.infer<WindowShapes['catchment']>;
