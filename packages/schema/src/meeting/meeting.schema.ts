/**
 * Records of the two meetings. A 重層的支援会議 names the consents it rests on; a 支援会議 names its legal basis, its reason and its members' duty of
 * secrecy (社会福祉法第106条の6). Neither can be turned into the other: `forum` decides the shape.
 */
import type * as zod from 'zod/mini';
import type { Builder } from '../builder.js';
import { recordShapes } from '../consent/consent.schema.js';
import { writtenShapes } from '../consultation/consultation.schema.js';
import { groundIds } from './choices.js';

/** The version this package writes. */
export const meetingVersion = '1.0';

export const meetingLimits = { people: 60, text: 5000, items: 60, roles: 60 } as const;

/** Why there is no consent; `given` is not among them. */
export const noConsentReasons = [
  'not-asked',
  'asked',
  'deferred',
  'refused',
  'withdrawn',
  'expired',
  'terminated',
  'invalidated',
  'unknown',
] as const;

export function meetingShapes(z: Builder) {
  const shapes = recordShapes(z);
  const { id, date, line, note, instant, hash, ref, schemaVersion } = shapes;
  const { text } = writtenShapes(z);
  const long = text(meetingLimits.text);
  const several = <Shape extends zod.core.SomeType>(shape: Shape, most: number) => z.array(shape).check(z.minLength(1), z.maxLength(most));

  /** The record a meeting rests on, with its last event then: what came later does not change what was so. */
  const basedOn = z.looseObject({ ref, record: ref, seq: z.int().check(z.minimum(0)), hash });

  const attendee = z.looseObject({ agency: id, name: z.optional(line), role: z.optional(line) });

  /** Who does what after the meeting. */
  const role = z.looseObject({ agency: id, does: note, until: z.optional(date) });

  const head = { schemaVersion, id: ref, /** When it was held. */ at: instant };
  const minutes = {
    discussed: z.optional(long),
    decided: z.optional(long),
    roles: z.optional(z.array(role).check(z.maxLength(meetingLimits.roles))),
    nextOn: z.optional(date),
    note: z.optional(note),
  };

  const planMeeting = z.looseObject({
    ...head,
    forum: z.enum(['plan-meeting']),
    /** What consent was for. */
    purpose: id,
    /** One of each person it spoke of; the first is the person themselves. */
    consents: several(basedOn, meetingLimits.people),
    attendees: several(attendee, meetingLimits.people),
    /** In the person's own words. */
    wishes: z.optional(long),
    ...minutes,
  });

  /** 社会福祉法第106条の6第1項, and nothing else. */
  const basis = z.looseObject({ law: z.enum(['社会福祉法']), article: z.enum(['106-6']), item: z.enum(['1']) });

  const grounds = z.looseObject({
    why: several(z.enum(groundIds), groundIds.length),
    /** In the desk's words, for this case. */
    reason: long,
    /** How consent stood. */
    consent: z.enum(noConsentReasons),
  });

  /** A person in the room. Secrecy binds people, so each has a name. */
  const member = z.looseObject({
    name: line,
    agency: z.optional(id),
    role: z.optional(line),
    /** 第106条の6第5項: confirmed before anything was told. */
    duty: z.looseObject({ article: z.enum(['106-6']), item: z.enum(['5']), acknowledgedAt: instant }),
  });
  const members = several(member, meetingLimits.people);

  /** When the person is asked, or why not. */
  const askAgain = z.union([z.looseObject({ from: date, by: z.optional(line) }), z.looseObject({ notBecause: note })]);

  const supportConference = z.looseObject({
    ...head,
    forum: z.enum(['support-conference']),
    /** The person, by a name of the case. */
    about: ref,
    basis,
    grounds,
    members,
    /** Items that were told: no more than the support needs. */
    shared: z.array(id).check(z.maxLength(meetingLimits.items)),
    askAgain,
    ...minutes,
  });

  const meeting = z.union([planMeeting, supportConference]);

  return { ...shapes, basedOn, attendee, role, planMeeting, basis, grounds, member, members, askAgain, supportConference, meeting };
}

export type MeetingShapes = ReturnType<typeof meetingShapes>;
export type PlanMeetingData = zod.infer<MeetingShapes['planMeeting']>;
export type SupportConferenceData = zod.infer<MeetingShapes['supportConference']>;
export type Attendee = zod.infer<MeetingShapes['attendee']>;
export type Role = zod.infer<MeetingShapes['role']>;
export type BoundMember = zod.infer<MeetingShapes['member']>;
export type AskAgain = zod.infer<MeetingShapes['askAgain']>;
