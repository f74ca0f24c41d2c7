/**
 * つなぐシート: what one desk heard, so that the next need not ask again. Its parts are those of the consultation wherever they are the same, so that a
 * sheet is prefilled by taking them over; the rest follows the national インテーク・アセスメントシート and the sheets of 岡山市 and 座間市.
 *
 * One sheet may hold what nobody else may have: what an agency gets of it is `packageFor`'s to say. The rules over several fields are in `rules.ts`.
 */
import type * as zod from 'zod/mini';
import type { Builder } from '../builder.js';
import { recordShapes } from '../consent/consent.schema.js';
import { ageBands, relations, sinceWhen, urgencies } from '../consultation/choices.js';
import { consultationShapes, writtenShapes } from '../consultation/consultation.schema.js';
import { limits as consultationLimits } from '../consultation/limits.js';
import { primitiveShapes } from '../directory/primitives.js';
import { dangers } from '../directory/window.schema.js';
import { meetingShapes } from '../meeting/meeting.schema.js';
import { assessmentLevels, attachmentKinds, requestIds, sexes } from './choices.js';
import { referralLimits as limits } from './limits.js';

/** The small shapes that a sheet and its events share. */
export function referralParts(z: Builder) {
  const shapes = recordShapes(z);
  const { text, line: lineOf } = writtenShapes(z);
  const { topicId } = primitiveShapes(z);
  const { id, line } = shapes;

  /** A desk by its id in the directory and the name that was shown. */
  const desk = z.looseObject({ agency: id, name: z.optional(lineOf(300)) });

  /** A desk and who writes there. */
  const sender = z.looseObject({ agency: id, name: z.optional(lineOf(300)), worker: z.optional(line), section: z.optional(line) });

  return { ...shapes, lineOf, topicId, desk, sender, long: text(limits.text), remark: text(limits.note) };
}

export function referralShapes(z: Builder) {
  const parts = referralParts(z);
  const { id, date, line, instant, hash, ref, schemaVersion, language, topicId, desk, sender, long, remark } = parts;
  const { about, contact, needs, person: heard, phone } = consultationShapes(z);
  const meetings = meetingShapes(z);
  const several = <Shape extends zod.core.SomeType>(shape: Shape, most: number) => z.array(shape).check(z.maxLength(most));

  /** The record a person's yes is in, with its last event then. */
  const consent = z.looseObject({ record: ref, seq: z.optional(z.int().check(z.minimum(0))), hash: z.optional(hash) });

  /** The person at the time of writing: the consultation's fields, and those of the 相談受付・申込票 beside them. */
  const person = z.looseObject({
    ref,
    name: z.optional(line),
    kana: z.optional(line),
    birthDate: z.optional(date),
    ageBand: z.optional(z.enum(ageBands)),
    sex: z.optional(z.enum(sexes)),
    address: z.optional(remark),
    /** 町名. */
    town: heard.shape.town,
    phones: z.optional(several(phone, 5)),
    consent: z.optional(consent),
  });

  /** One of the household. What is told of them is theirs to say: `ref` leads to their own record of consent. */
  const member = z.looseObject({
    ref,
    relation: z.optional(z.enum(relations)),
    name: z.optional(line),
    kana: z.optional(line),
    age: z.optional(z.int().check(z.minimum(0), z.maximum(130))),
    birthDate: z.optional(date),
    sex: z.optional(z.enum(sexes)),
    /** Lives with the person. */
    together: z.optional(z.boolean()),
    /** Work or school. */
    work: z.optional(line),
    health: z.optional(remark),
    care: z.optional(remark),
    note: z.optional(remark),
    consent: z.optional(consent),
  });

  const household = z.looseObject({
    /** How many live together, the person included. */
    size: z.optional(z.int().check(z.minimum(1), z.maximum(99))),
    members: z.optional(several(member, limits.household)),
    note: z.optional(remark),
  });

  const finding = z.looseObject({ level: z.optional(z.enum(assessmentLevels)), note: z.optional(remark) });
  const heading = z.optional(finding);
  const assessment = z.looseObject({
    health: heading,
    care: heading,
    housing: heading,
    income: heading,
    debt: heading,
    work: heading,
    household: heading,
    children: heading,
    isolation: heading,
    violence: heading,
    /** How the desk sees the whole. */
    view: z.optional(long),
  });

  /** What to take care of before calling or visiting. */
  const safety = z.looseObject({
    dangers: z.optional(several(z.enum(dangers), dangers.length)),
    /** 気をつけること. */
    note: z.optional(long),
  });

  const supporter = z.looseObject({
    agency: z.optional(id),
    name: line,
    role: z.optional(line),
    since: z.optional(line),
    note: z.optional(remark),
  });

  const step = z.looseObject({ on: z.optional(date), by: z.optional(line), what: long });

  const request = z.looseObject({
    ids: z.optional(several(z.enum(requestIds), requestIds.length)),
    text: z.optional(long),
    by: z.optional(date),
  });

  /** A file that is kept elsewhere. It goes with the item it speaks of. */
  const attachment = z.looseObject({
    ref,
    kind: z.enum(attachmentKinds),
    title: line,
    item: id,
    /** Where it is kept, in the sender's words. */
    place: z.optional(line),
    hash: z.optional(hash),
  });

  const basis = z.union([
    /** 本人の同意. Whether it stands is asked of the record, each time. */
    z.looseObject({ kind: z.enum(['consent']) }),
    /** 支援会議: basis, reason, members under duty of secrecy, and the least that has to be told. */
    z.looseObject({
      kind: z.enum(['support-conference']),
      basis: meetings.basis,
      grounds: meetings.grounds,
      members: meetings.members,
      items: z.array(id).check(z.minLength(1), z.maxLength(limits.items)),
      askAgain: meetings.askAgain,
    }),
    /** 名前を出さない相談. `summary` is written for it, and all of the story that goes out. */
    z.looseObject({ kind: z.enum(['anonymous-advice']), summary: long }),
  ]);

  /** Where the story came from. Fields of a newer consultation that this version has no place for stay here. */
  const source = z.looseObject({
    schemaVersion: z.optional(schemaVersion),
    /** Receipt number. */
    number: z.optional(line),
    receivedAt: z.optional(instant),
    window: z.optional(z.looseObject({ id, name: z.optional(parts.lineOf(300)) })),
  });

  const sheet = z.looseObject({
    schemaVersion,
    id: ref,
    /** 32 random hexadecimal digits, never told: without it a hash of the sheet would let somebody guess what was kept back. */
    salt: z.string().check(z.regex(/^[0-9a-f]{32}$/)),
    createdAt: instant,
    /** 全国地方公共団体コード, 6 digits. */
    city: z.optional(z.string().check(z.regex(/^\d{6}$/))),
    from: sender,
    /** A desk, or whoever coordinates (調整担当 and its many names). */
    to: z.union([desk, z.looseObject({ open: z.enum(['coordinator']) })]),
    /** Who untangles it when desks cannot: いこまる主任推進員, ふくし連携SV … */
    coordinator: desk,
    copyTo: z.optional(several(desk, limits.copyTo)),
    /** Business days within which each desk answers. */
    respondDays: z.optional(z.int().check(z.minimum(1), z.maximum(limits.respondDays))),
    /** The day (Asia/Tokyo) by which the first desk answers; counted from the sending when absent. */
    respondBy: z.optional(date),
    /** What consent must be for. Default `referral`. */
    purpose: z.optional(id),
    basis,
    person,
    household: z.optional(household),
    about: z.optional(about),
    language: z.optional(language),
    /** Every worry that was marked ○. */
    topics: z.optional(several(topicId, consultationLimits.topics)),
    /** The worst one, marked ◎. */
    mainTopic: z.optional(topicId),
    since: z.optional(z.enum(sinceWhen)),
    urgency: z.optional(z.enum(urgencies)),
    /** 本人のことば, as they were said or written. */
    words: z.optional(long),
    /** 本人の希望. */
    wishes: z.optional(long),
    /** してほしくないこと. */
    refuses: z.optional(long),
    /** 聞いたこと, the whole of it. */
    situation: z.optional(long),
    contact: z.optional(contact),
    needs: z.optional(needs),
    safety: z.optional(safety),
    supporters: z.optional(several(supporter, limits.supporters)),
    assessment: z.optional(assessment),
    /** これまでの対応. */
    done: z.optional(several(step, limits.done)),
    /** お願いしたいこと. */
    request: z.optional(request),
    attachments: z.optional(several(attachment, limits.attachments)),
    source: z.optional(source),
  });

  return {
    ...parts,
    consent,
    person,
    member,
    household,
    finding,
    assessment,
    safety,
    supporter,
    step,
    request,
    attachment,
    basis,
    source,
    sheet,
  };
}

export type ReferralShapes = ReturnType<typeof referralShapes>;
export type ReferralSheet = zod.infer<ReferralShapes['sheet']>;
export type ReferralPerson = zod.infer<ReferralShapes['person']>;
export type ReferralMember = zod.infer<ReferralShapes['member']>;
export type ReferralBasis = zod.infer<ReferralShapes['basis']>;
export type ReferralDesk = zod.infer<ReferralShapes['desk']>;
export type ReferralSender = zod.infer<ReferralShapes['sender']>;
export type Assessment = zod.infer<ReferralShapes['assessment']>;
