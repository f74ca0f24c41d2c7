/** The fork: in which room a case may be discussed, on what ground, with whom, and what has to be written down. */
import { memberState, type Member } from '../consent/household.js';
import { mayAsk, verdictOf, type ShareReason } from '../consent/share.js';
import type { ConsentState } from '../consent/state.js';
import type { GroundId } from './choices.js';
import { provisions, type Provision } from './legal.js';

/** A case at the moment somebody asks where to take it. It holds no story: records of consent, and who would be needed. */
export interface ForumCase {
  /** The person the case is about. */
  subject: Member;
  /** Others of the household the case would speak of. Each answers for themselves. */
  household?: readonly Member[];
  /** Agencies that would have to work together, by id, without the desk that asks. */
  agencies: readonly string[];
  /** Items that would have to be told; only these are looked at. */
  items: readonly string[];
  /** What consent must be for. Default `plan-meeting`. */
  purpose?: string;
  /** Can one desk carry it with what it has? `unsure` is an answer: the coordinator is asked without a name. */
  oneDesk: 'yes' | 'no' | 'unsure';
  /** Why it cannot wait for consent, where that is so. */
  grounds?: readonly GroundId[];
}

/** What may be told about one person to one agency in the room. */
export interface RoomShare {
  ref: string;
  agency: string;
  items: string[];
}

/** Somebody or some agency that stays outside, and why. */
export interface LeftOut {
  ref: string;
  agency: string;
  item: string;
  reason: Exclude<ShareReason, 'given'>;
}

interface ForumCore {
  basis: readonly Provision[];
  /** Why this room, in a sentence or two for the desk. */
  reason: string;
  /** What has to be written down, as a list for the desk. */
  mustRecord: readonly string[];
  /** May the person be asked (again), and from which day (Asia/Tokyo); `null`: only when the person starts. */
  askAgain: { may: boolean; from?: string | null; message: string };
}

/** One desk goes on, with nobody told. */
export interface SingleDesk extends ForumCore {
  forum: 'single-desk';
  because: 'one-desk' | 'unsure' | 'ask-first' | 'nobody-else';
  shares: readonly [];
}

/** 重層的支援会議. `shares` is all that may be told there; agencies in `leftOut` alone do not take part. */
export interface PlanMeetingForum extends ForumCore {
  forum: 'plan-meeting';
  because: 'consent';
  agencies: readonly string[];
  shares: readonly RoomShare[];
  leftOut: readonly LeftOut[];
}

/** 支援会議. What is told there is limited by need, not by consent: `atMost` are the items that were said to be needed. */
export interface SupportConferenceForum extends ForumCore {
  forum: 'support-conference';
  because: Exclude<ShareReason, 'given'>;
  grounds: readonly GroundId[];
  atMost: readonly string[];
  leftOut: readonly LeftOut[];
}

export type ForumDecision = SingleDesk | PlanMeetingForum | SupportConferenceForum;

const day = (date: string): string => `${+date.slice(5, 7)}月${+date.slice(8)}日`;

function askAgainOf(state: ConsentState, at: Date | string): ForumCore['askAgain'] {
  const asked = mayAsk(state, at);
  if (state.open) return { may: false, message: '返事を待っているところです。急がせずに待ちます。' };
  if (state.status === 'unknown') return { may: false, message: '同意の記録が読み取れません。先に記録を確かめてください。' };
  if (asked.from === null)
    return { may: false, from: null, message: '本人が、こちらからは聞かないでほしいと話しています。本人から話があったときに進めます。' };
  if (!asked.may && asked.from)
    return { may: false, from: asked.from, message: `本人の希望により、${day(asked.from)}より前には聞きません。` };
  if (state.valid) return { may: true, message: '新しい相手や内容を加えるときは、あらためて本人に聞きます。' };
  return { may: true, ...(asked.from && { from: asked.from }), message: '本人の様子に合わせて、いつでもあらためて聞けます。' };
}

/** Reasons by how much they bind: what the person has said comes before what nobody asked. */
const weightiest = [
  'unknown',
  'withdrawn',
  'refused',
  'deferred',
  'asked',
  'expired',
  'invalidated',
  'terminated',
  'not-asked',
] as const satisfies readonly LeftOut['reason'][];

/** The reason that says most about why nothing may be told of the subject. */
const whyNot = (leftOut: readonly LeftOut[], subject: string): LeftOut['reason'] =>
  weightiest.find((reason) => leftOut.some((one) => one.ref === subject && one.reason === reason)) ?? 'not-asked';

const noConsentWords: Readonly<Record<Exclude<ShareReason, 'given'>, string>> = {
  'not-asked': '本人にまだ聞いていない',
  asked: '本人の返事を待っている',
  deferred: '本人が考えているところである',
  refused: '本人が伝えないと決めている',
  withdrawn: '本人が同意を取りやめている',
  expired: '同意の期限が過ぎている',
  terminated: '以前の同意が終わっている',
  invalidated: '以前の同意が無効とされている',
  unknown: '同意の記録が読み取れない',
};

/**
 * Where the case may be discussed at that instant.
 *
 * - One desk can carry it, or nobody else is needed: it stays there, and nobody is told.
 * - The person has given at least one needed item to at least one needed agency: 重層的支援会議, with these agencies and items alone. Agencies without
 *   consent stay outside; that some stay outside is no reason to go round the person.
 * - Otherwise, with grounds: 支援会議 (art. 106-6). Without grounds: ask first, and go on listening.
 *
 * Consent is looked at, not verified: run `verifyChain` where records come in. Pure; never throws on typed data.
 */
export function decideForum(
  { subject, household = [], agencies, items, purpose = 'plan-meeting', oneDesk, grounds = [] }: ForumCase,
  at: Date | string,
): ForumDecision {
  const state = memberState(subject, at);
  const askAgain = askAgainOf(state, at);
  if (oneDesk === 'yes' || agencies.length === 0)
    return {
      forum: 'single-desk',
      because: oneDesk === 'yes' ? 'one-desk' : 'nobody-else',
      basis: [provisions['consultation-desk']],
      reason: 'この窓口で受けとめて、支援を続けられます。ほかの機関に伝える必要はありません。',
      shares: [],
      mustRecord: ['相談の内容と、この窓口で支援を続けると判断した理由'],
      askAgain,
    };

  const shares: RoomShare[] = [];
  const leftOut: LeftOut[] = [];
  for (const member of [subject, ...household]) {
    const own = member === subject ? state : memberState(member, at);
    for (const agency of new Set(agencies)) {
      const given: string[] = [];
      for (const item of new Set(items)) {
        const { reason } = verdictOf(own, { purpose, agency, item });
        if (reason === 'given') given.push(item);
        else leftOut.push({ ref: member.ref, agency, item, reason });
      }
      if (given.length) shares.push({ ref: member.ref, agency, items: given });
    }
  }
  // Who is in the room is the person's to say: a member's yes alone opens no door.
  const inRoom = [...new Set(shares.filter(({ ref }) => ref === subject.ref).map(({ agency }) => agency))];
  if (inRoom.length)
    return {
      forum: 'plan-meeting',
      because: 'consent',
      basis: [provisions['plan-meeting']],
      reason: leftOut.length
        ? '本人の同意があるため、同意のある相手と内容に限って、重層的支援会議で支援プランを話し合えます。'
        : '本人の同意があるため、重層的支援会議で支援プランを話し合えます。',
      agencies: inRoom,
      shares: shares.filter(({ agency }) => inRoom.includes(agency)),
      leftOut,
      mustRecord: [
        'もとにした同意の記録（世帯の一人ずつ）と、その時点の状態',
        '出席した機関',
        '支援プランと役割分担、本人の希望',
        '次に見直す日',
      ],
      askAgain,
    };

  const because = whyNot(leftOut, subject.ref);
  if (grounds.length)
    return {
      forum: 'support-conference',
      because,
      basis: [provisions['support-conference'], provisions.secrecy],
      reason: `${noConsentWords[because]}ため、支援会議（社会福祉法第106条の6）で扱います。構成員には守秘義務があります。理由を記録してください。`,
      grounds: [...new Set(grounds)],
      atMost: [...new Set(items)],
      leftOut,
      mustRecord: [
        '根拠となる条項（社会福祉法第106条の6第1項）',
        '同意なしで扱う理由と、同意の今の状態',
        '構成員の一人ずつと、守秘義務を確かめた日時',
        '共有した内容（支援に必要な範囲に限る）',
        'あらためて本人に聞く予定、または聞けない理由',
      ],
      askAgain,
    };
  return {
    forum: 'single-desk',
    because: oneDesk === 'unsure' ? 'unsure' : 'ask-first',
    basis: [provisions['consultation-desk']],
    reason:
      oneDesk === 'unsure'
        ? 'まだ名前を出さずに、調整担当に相談できます。この窓口で話を聞き続けてください。'
        : `${noConsentWords[because]}ため、ほかの機関には伝えません。この窓口で話を聞きながら、同意について本人と話してください。支援会議で扱うには、理由が必要です。`,
    shares: [],
    mustRecord: ['相談の内容と、同意の今の状態', '次にすること'],
    askAgain,
  };
}
