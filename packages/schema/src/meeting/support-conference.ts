/**
 * 支援会議 (社会福祉法第106条の6). Its record is made from grounds, which carry the legal basis and the reason, and from members who confirmed their
 * duty of secrecy. Neither can be written as a plain object: {@link groundsFor} and {@link underDuty} are where they come from.
 */
import type { Known } from '../consent/consent.schema.js';
import { judge, type Found } from '../consent/parse.js';
import type { ParseResult } from '../consultation/parse.js';
import { findUnsound } from '../consultation/sound.js';
import { inspect, light } from '../light.js';
import type { GroundId } from './choices.js';
import type { SupportConferenceForum } from './forum.js';
import { meetingShapes, meetingVersion, type BoundMember, type SupportConferenceData } from './meeting.schema.js';
import { conferenceIssues } from './rules.js';

declare const grounded: unique symbol;
declare const bound: unique symbol;
declare const made: unique symbol;

/** Legal basis and reason of one 支援会議. */
export interface Grounds {
  readonly [grounded]: true;
  readonly basis: { readonly law: '社会福祉法'; readonly article: '106-6'; readonly item: '1' };
  readonly why: readonly [GroundId, ...GroundId[]];
  readonly reason: string;
  readonly consent: SupportConferenceForum['because'];
}

/** Members, each with the time at which the duty of secrecy was confirmed. */
export interface BoundMembers {
  readonly [bound]: true;
  readonly members: readonly Known<BoundMember>[];
}

/** A record of a 支援会議: made by {@link supportConference}, or read by {@link parseSupportConference}. */
export type SupportConference = Readonly<Known<SupportConferenceData>> & { readonly [made]: 'support-conference' };

export type SupportConferenceDetails = Omit<Known<SupportConferenceData>, 'schemaVersion' | 'forum' | 'basis' | 'grounds' | 'members'>;

/** Somebody who comes, and when they confirmed that they keep what they hear to themselves (instant, UTC). */
export interface Member {
  name: string;
  agency?: string;
  role?: string;
  acknowledgedAt: string;
}

const shapes = /* @__PURE__ */ meetingShapes(light);
const known = new WeakSet<Grounds | BoundMembers>();
const basis = Object.freeze({ law: '社会福祉法', article: '106-6', item: '1' } as const);

function mark<Thing extends Grounds | BoundMembers>(result: ParseResult<Thing>): ParseResult<Thing> {
  if (result.success) {
    known.add(result.data);
    Object.freeze(result.data);
  }
  return result;
}

/** Why this case is taken to a 支援会議: at least one ground, the reason in words, and how consent stands (`decideForum` says it as `because`). */
export function groundsFor(given: {
  why: readonly [GroundId, ...GroundId[]];
  reason: string;
  consent: SupportConferenceForum['because'];
}): ParseResult<Grounds> {
  const { why, reason, consent } = given ?? {};
  const value = { why: Array.isArray(why) ? Object.freeze([...(why as unknown[])]) : why, reason, consent };
  return mark(
    judge<Grounds>({ basis, ...value }, () => {
      const unsound = findUnsound(value);
      return unsound ? [unsound] : inspect(shapes.grounds, value, ['grounds']);
    }),
  );
}

/** The members of a 支援会議, each bound by 第106条の6第5項. */
export function underDuty(members: readonly [Member, ...Member[]]): ParseResult<BoundMembers> {
  const rows: unknown = Array.isArray(members)
    ? members.map((member: Member) => {
        const { acknowledgedAt, ...rest } = member ?? {};
        return { ...rest, duty: { article: '106-6', item: '5', acknowledgedAt } };
      })
    : members;
  return mark(
    judge<BoundMembers>({ members: rows }, () => {
      const unsound = findUnsound(rows);
      return unsound ? [unsound] : inspect(shapes.members, rows, ['members']);
    }),
  );
}

/** The record of a 支援会議. */
export function supportConference(
  grounds: Grounds,
  members: BoundMembers,
  details: SupportConferenceDetails,
): ParseResult<SupportConference> {
  const value = {
    ...details,
    schemaVersion: meetingVersion,
    forum: 'support-conference',
    basis: grounds?.basis,
    grounds: { why: grounds?.why, reason: grounds?.reason, consent: grounds?.consent },
    members: members?.members,
  };
  return judge(value, () => {
    if (!known.has(grounds)) return [{ path: ['grounds'], code: 'missing', expected: 'grounds made by groundsFor' }];
    if (!known.has(members)) return [{ path: ['members'], code: 'missing', expected: 'members made by underDuty' }];
    return look(value);
  });
}

function look(value: unknown): Found[] {
  const unsound = findUnsound(value);
  if (unsound) return [unsound];
  const found = inspect(shapes.supportConference, value);
  return found.length ? found : conferenceIssues(value as SupportConferenceData);
}

/** Reads a stored record: basis, reason and everybody's duty must be in it. Never throws. */
export const parseSupportConference = (value: unknown): ParseResult<SupportConference> => judge(value, () => look(value));
