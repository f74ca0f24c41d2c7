/** Random lives of a sheet, legal steps and others, and a slow second opinion on what may follow. */
import type { ConsentEvent } from '@tsunagu/schema/consent';
import { eventOfAction, type ReferralAction, type ReferralActionType, type ReferralEvent } from '@tsunagu/schema/referral';
import fc from 'fast-check';
import { Story } from './consent.samples.js';
import { A, B, C, D, E, hours, K } from './referral.samples.js';

const items = ['name', 'worries', 'care', 'history'];
const asked = { purposes: ['referral'], agencies: [B, C, D, E, K], items };

/** A small record of consent: given to these desks; taken back that many days after the start, or never. */
export async function smallConsent(agencies: readonly string[], until?: number): Promise<Record<string, ConsentEvent[]>> {
  const story = new Story('record-1', 'case-7-a').wait(-10);
  await story.ask(asked);
  await story.giveSome((_purpose, agency) => (agencies.includes(agency) ? 'given' : 'refused'), asked);
  if (until !== undefined) {
    story.wait(until + 8);
    await story.add({ type: 'withdrawn', expressed: { by: 'self', how: 'oral', language: 'ja' }, scope: { all: 'yes' } });
  }
  return { 'case-7-a': story.events };
}

export const everyDesk = [A, B, C, D, E, K];

export interface Turn {
  /** Hours since the turn before. */
  wait: number;
  /** Who tries; undefined: the clock; `legal`: whoever has a step, and one of theirs. */
  who: string | undefined;
  pick: number;
  /** Who writes it down for them, after an answer on paper. */
  heard: string | undefined;
  type: ReferralActionType;
  to: string;
}

const types = Object.keys(eventOfAction) as ReferralActionType[];

export const walk: fc.Arbitrary<Turn[]> = fc.array(
  fc.record({
    wait: fc.oneof({ weight: 6, arbitrary: fc.integer({ min: 0, max: 20 }) }, { weight: 1, arbitrary: fc.integer({ min: 40, max: 900 }) }),
    who: fc.oneof(
      { weight: 5, arbitrary: fc.constant('legal' as const) },
      { weight: 3, arbitrary: fc.constantFrom(...everyDesk) },
      { weight: 1, arbitrary: fc.constant(undefined) },
    ),
    pick: fc.nat(),
    heard: fc.oneof({ weight: 7, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: fc.constantFrom(A, A, ...everyDesk) }),
    type: fc.constantFrom(...types),
    to: fc.constantFrom(...everyDesk),
  }),
  { minLength: 6, maxLength: 16 },
);

/** A whole action of a type. */
export function actionOf(type: ReferralActionType, { to, pick, day }: { to: string; pick: number; day: string }): ReferralAction {
  switch (type) {
    case 'pass-on':
      return { type, to: { agency: to }, reason: 'full' };
    case 'return':
      return { type, reason: 'area' };
    case 'contact':
      return { type, on: day, reached: pick % 3 > 0 };
    case 'report':
      return { type, outcome: pick % 2 ? 'no-contact' : 'supported' };
    case 'cancel':
      return { type, reason: 'solved' };
    case 'acknowledge':
      return { type, did: 'deleted' };
    case 'extend':
      return { type, respondBy: new Date(Date.parse(day) + 9 * 86_400_000).toISOString().slice(0, 10) };
    case 'ask-back':
    case 'answer':
    case 'progress':
    case 'resume':
    case 'reopen':
      return { type, text: 'ひとこと' };
    default:
      return { type };
  }
}

export const tokyoDay = (at: string): string => new Date(Date.parse(at) + 9 * 3_600_000).toISOString().slice(0, 10);
export const later = (at: string, count: number): string => new Date(Date.parse(at) + count * 3_600_000).toISOString();
export const first = hours(0);

/** Steps with which a desk answers. */
const answers: readonly ReferralActionType[] = ['receive', 'accept', 'ask-back', 'pass-on', 'return', 'contact', 'progress', 'report'];

/** The coordinator belongs to it from the day the sheet first came to them, also in an earlier round. */
const asksCoordinator = (events: readonly ReferralEvent[]): boolean =>
  events.some((event) => event.type === 'escalated' || ('to' in event && (event.to as { agency?: string } | undefined)?.agency === K));

/** The desk that has it. */
function holderOf(events: readonly ReferralEvent[]): string | undefined {
  const round = events.slice(events.findLastIndex(({ type }) => type === 'reopened') + 1);
  const gave = round.findLast(({ type }) => ['sent', 'passed-on', 'returned', 'taken-over'].includes(type));
  return gave && (gave.type === 'taken-over' ? K : (gave as { to?: { agency: string } }).to!.agency);
}

/** May `heard` write that down for `who`? Only an answer of the desk that has it, and only the sender, or the coordinator who was asked. */
export const mayHear = (events: readonly ReferralEvent[], { type }: ReferralAction, who: string | undefined, heard: string): boolean =>
  who !== undefined &&
  who === holderOf(events) &&
  heard !== who &&
  answers.includes(type) &&
  (heard === A || (heard === K && asksCoordinator(events)));

const byOf = (event: ReferralEvent): string | undefined => (event.by as { agency?: string }).agency;

/**
 * Second opinion, written from the rules and not from the code: may this desk (undefined: the clock) do that now? Reads the whole record each time.
 */
export function allowed(events: readonly ReferralEvent[], action: ReferralAction, who: string | undefined, day: string): boolean {
  const round = events.slice(events.findLastIndex(({ type }) => type === 'reopened') + 1);
  const has = (type: string): boolean => round.some((event) => event.type === type);
  const stopped = has('consent-withdrawn');
  const over = stopped || has('closed') || has('cancelled');
  const sent = has('sent');
  const sender = who === A;

  if (action.type === 'reopen') return sender && (has('closed') || has('cancelled'));
  if (action.type === 'acknowledge') {
    if (!stopped || who === undefined || who === A) return false;
    const got = events.some(({ parts }) =>
      parts?.some(({ open }) => open?.kind === 'shipped' && open.agency === who && open.items.length > 0),
    );
    return got && !round.some((event) => event.type === 'acknowledged' && byOf(event) === who);
  }
  if (over) return false;

  const gave = round.findLast(({ type }) => ['sent', 'passed-on', 'returned', 'taken-over'].includes(type));
  const holder = holderOf(events);
  const involved = asksCoordinator(events);
  if (action.type === 'cancel') return sender;
  if (action.type === 'withdraw-consent') return sender || who === undefined || (sent && who === holder) || (who === K && involved);
  if (action.type === 'send') return sender && !sent;
  if (!sent) return false;

  const mine = who !== undefined && who === holder;
  const dated = round.findLast((event) => 'respondBy' in event)!;
  const late = day > (dated as ReferralEvent & { respondBy: string }).respondBy;
  const escalated = dated.type === 'escalated';
  const stage = (() => {
    for (const event of [...round].reverse()) {
      if (['accepted', 'asked-back', 'reported'].includes(event.type)) return event.type;
      if (event.type === 'contacted' && event.reached === 'yes') return 'working';
      if (['resumed', 'progressed'].includes(event.type)) return 'working';
      if (['sent', 'answered', 'passed-on', 'returned', 'taken-over'].includes(event.type)) return 'undecided';
    }
    return 'undecided';
  })();
  const coordinates = who === K && escalated;

  switch (action.type) {
    case 'receive': {
      const since = round.slice(round.lastIndexOf(gave!) + 1);
      return mine && gave!.type !== 'taken-over' && !since.some(({ type }) => ['received', 'accepted', 'asked-back'].includes(type));
    }
    case 'accept':
      return mine && (stage === 'undecided' || stage === 'asked-back');
    case 'ask-back':
      return mine && stage === 'undecided' && who !== A;
    case 'answer':
      return sender && stage === 'asked-back';
    case 'pass-on':
      return (mine || coordinates) && stage !== 'reported' && action.to.agency !== holder;
    case 'return':
      return mine && stage !== 'reported' && who !== K;
    case 'contact':
      return mine && stage === 'accepted';
    case 'progress':
      return mine && stage === 'working';
    case 'report':
      return mine && (stage === 'working' || (stage === 'accepted' && action.outcome === 'no-contact'));
    case 'resume':
      return sender && stage === 'reported';
    case 'close':
      return (sender || coordinates) && stage === 'reported';
    case 'mark-overdue': {
      const noted = round.slice(round.lastIndexOf(dated) + 1).some(({ type }) => type === 'overdue');
      return who === undefined && late && !noted;
    }
    case 'escalate': {
      const turn = stage === 'asked-back' || stage === 'reported' ? A : holder;
      return (who === undefined || sender) && late && !escalated && turn !== K;
    }
    case 'extend': {
      if (!late && !escalated) return false;
      if (who === K) return involved;
      const turn = escalated ? K : stage === 'asked-back' || stage === 'reported' ? A : holder;
      return sender && turn !== A;
    }
    case 'take-over':
      return coordinates && holder !== K;
  }
}

/** Where a hand-over has to go: desks are not asked twice, nor a fourth in a row without the coordinator. */
export function goesTo(events: readonly ReferralEvent[], to: string, who: string): string {
  const round = events.slice(events.findLastIndex(({ type }) => type === 'reopened') + 1);
  const moves = round.filter(({ type }) => ['sent', 'passed-on', 'returned', 'taken-over'].includes(type));
  if (who === K || to === K) return to;
  const had = [A, ...moves.map((event) => ('to' in event ? (event.to as { agency: string }).agency : K))];
  if (had.includes(to)) return K;
  const since = moves.findLastIndex((event) => byOf(event) === K && event.type === 'passed-on');
  const inRow = since >= 0 ? moves.slice(since) : moves;
  return inRow.filter(({ type }) => type !== 'taken-over').length >= 3 ? K : to;
}
