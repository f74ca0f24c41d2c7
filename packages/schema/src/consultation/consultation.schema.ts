/**
 * What somebody tells a desk. Fields follow the national 相談受付・申込票 of the self-reliance scheme, in the order in which a person in need
 * can say them; nearly all may be left out. The one rule over several fields (a topic or some words) is in `check.ts`.
 *
 * Every string and list has a limit, and no text holds what a database cannot keep or nobody can see (NUL and other control characters, halves
 * of a character): this is the one shape that strangers may send.
 */
import type * as zod from 'zod/mini';
import type { Builder } from '../builder.js';
import { primitiveShapes } from '../directory/primitives.js';
import {
  aboutWho,
  ageBands,
  awareness,
  callerNames,
  callTimes,
  contactModes,
  contactWays,
  needIds,
  relations,
  sinceWhen,
  supporterRoles,
  urgencies,
} from './choices.js';
import { clean, cleanLine, limits } from './limits.js';
import { seen } from '../text/says-something.js';

/** The small shapes that everything strangers send is made of. */
export function writtenShapes(z: Builder) {
  /** Text in lines: 1 to `most` characters. */
  const text = (most: number) => z.string().check(z.minLength(1), z.maxLength(most), z.regex(clean));
  /** Text in one line: 1 to `most` characters. */
  const line = (most: number = limits.line) => z.string().check(z.minLength(1), z.maxLength(most), z.regex(cleanLine));
  /** BCP 47 tag. */
  const language = z.string().check(z.regex(/^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8}){0,4}$/));
  const message = z.string().check(z.minLength(1), z.maxLength(limits.message), z.regex(clean), z.regex(seen));
  return { text, line, language, message };
}

export function consultationShapes(z: Builder) {
  const { id, topicId, date } = primitiveShapes(z);
  const { text, line: lineOf, language } = writtenShapes(z);
  const line = lineOf();
  const note = text(limits.note);
  const several = <Shape extends zod.core.SomeType>(shape: Shape, most: number) => z.array(shape).check(z.maxLength(most));

  /** Reachable as it stands: 10 or 11 digits from 0, or 8 to 15 (E.164) after `+`, hyphens between. */
  const phone = z.string().check(z.maxLength(20), z.regex(/^(0(-?\d){9,10}|\+\d(-?\d){7,14})$/));
  const email = z.string().check(z.maxLength(254), z.regex(/^[^\s@<>"\p{Cc}\p{Cs}]+@[^\s@<>"\p{Cc}\p{Cs}]+\.[^\s@<>".\p{Cc}\p{Cs}]+$/u));

  /** Who it is about, and whether that person knows. */
  const about = z.looseObject({
    who: z.enum(aboutWho),
    /** Only for `supporter`. */
    role: z.optional(z.enum(supporterRoles)),
    /** In their own words: 母, 隣の人, 担当している方. */
    relation: z.optional(line),
    awareness: z.optional(z.enum(awareness)),
  });

  /** How to call back without putting the person in danger. */
  const safeCall = z.looseObject({
    voicemail: z.optional(z.enum(['yes', 'no'])),
    callerName: z.optional(z.enum(callerNames)),
    /** The name to say, when `callerName` is `person` or `other`. */
    callerNameText: z.optional(line),
    times: z.optional(several(z.enum(callTimes), callTimes.length)),
    /** 「家族が出たら切ってください」. */
    never: z.optional(note),
  });

  const contact = z.looseObject({
    mode: z.enum(contactModes),
    nickname: z.optional(line),
    /** Of who writes, when that is not the person it is about. */
    name: z.optional(line),
    /** Its reading in hiragana. */
    kana: z.optional(line),
    ways: z.optional(several(z.enum(contactWays), contactWays.length)),
    phone: z.optional(phone),
    email: z.optional(email),
    fax: z.optional(phone),
    address: z.optional(text(300)),
    safeCall: z.optional(safeCall),
  });

  const needs = z.looseObject({
    ids: z.optional(several(z.enum(needIds), needIds.length)),
    /** The language to interpret from, in the person's words: ポルトガル語, Tiếng Việt. */
    language: z.optional(line),
    note: z.optional(note),
  });

  const member = z.looseObject({
    relation: z.enum(relations),
    age: z.optional(z.int().check(z.minimum(0), z.maximum(130))),
    note: z.optional(line),
  });

  /** The person it is about; given only if they want to. */
  const person = z.looseObject({
    name: z.optional(line),
    /** Reading in hiragana. */
    kana: z.optional(line),
    /** `YYYY-MM-DD`, whatever calendar it was written in. */
    birthDate: z.optional(date),
    ageBand: z.optional(z.enum(ageBands)),
    /** 町名. */
    town: z.optional(line),
    household: z.optional(several(member, limits.household)),
  });

  /** The desk it was written to, by its id in the directory and the name that was shown. */
  const window = z.looseObject({ id, name: z.optional(lineOf(300)) });

  const consultation = z.looseObject({
    schemaVersion: z.string().check(z.maxLength(10), z.regex(/^\d+\.\d+$/)),
    /** BCP 47 tag of the words the person read: `ja`, `ja-x-easy`, `en`. */
    language,
    about: z.optional(about),
    /** Every worry that was marked ○. */
    topics: z.optional(several(topicId, limits.topics)),
    /** The worst one, marked ◎; one of `topics`. */
    mainTopic: z.optional(topicId),
    words: z.optional(text(limits.words)),
    since: z.optional(z.enum(sinceWhen)),
    urgency: z.optional(z.enum(urgencies)),
    contact: z.optional(contact),
    needs: z.optional(needs),
    person: z.optional(person),
    window: z.optional(window),
  });

  return { about, safeCall, contact, needs, member, person, consultation, phone, email };
}

export type ConsultationShapes = ReturnType<typeof consultationShapes>;
export type Consultation = zod.infer<ConsultationShapes['consultation']>;
export type About = zod.infer<ConsultationShapes['about']>;
export type Contact = zod.infer<ConsultationShapes['contact']>;
export type SafeCall = zod.infer<ConsultationShapes['safeCall']>;
export type Needs = zod.infer<ConsultationShapes['needs']>;
export type Person = zod.infer<ConsultationShapes['person']>;
export type HouseholdMember = zod.infer<ConsultationShapes['member']>;
