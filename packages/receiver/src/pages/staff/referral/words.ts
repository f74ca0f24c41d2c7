/** Where a sheet stands, for the desk that looks: in words, whose turn it is, and how long there is. */
import { tokyoParts } from '@tsunagu/schema/open-state';
import type { ReferralState } from '@tsunagu/schema/referral/light';
import { referralWords } from '@tsunagu/schema/referral/words';
import { dayText } from '../../days.js';

const { transport: transports, business: businesses } = referralWords.choices;

/** As the receiver tells it. Without `transport` and `business`, its record cannot be followed. */
export interface Standing extends Partial<Pick<ReferralState, 'transport' | 'business' | 'escalated' | 'respondBy'>> {
  /** This desk has it. */
  holds: boolean;
  open: boolean;
  /** Business days until `respondBy`, by the city's calendar; absent where nothing is due. */
  daysLeft?: number;
}

/** One sentence without a full stop. */
export function standWords({ transport, business, holds }: Standing): string {
  if (transport === undefined || business === undefined) return '記録を確かめる必要があります';
  if (transport === 'draft') return transports.draft;
  if (business !== 'pending') return businesses[business];
  if (transport === 'sent') return holds ? '届いています。まだ受け取っていません' : transports.sent;
  return holds ? '返事をするところです' : businesses.pending;
}

export interface Owner {
  agency: string;
  name?: string;
  worker?: string;
}

/** A desk, and who is at work on it there. */
export const ownerWords = ({ agency, name = agency, worker }: Owner): string => (worker === undefined ? name : `${name}（${worker}さん）`);

/** Undefined once nobody has anything to do, or where it is not known whose turn it is. */
export const turnWords = (open: boolean, yours: boolean, owner: string | undefined): string | undefined =>
  !open ? undefined : yours ? '次は、この窓口の番です' : owner === undefined ? undefined : `次は、${owner}の番です`;

export interface Due {
  text: string;
  /** The day it is about. */
  day?: string;
  past: boolean;
}

const dayMs = 24 * 60 * 60 * 1000;

/** 返信期限まで あと2営業日。 Undefined where no day is set. `at`: the time it is looked at. */
export function dueWords({ open, business, respondBy, daysLeft, escalated = false }: Standing, at: Date): Due | undefined {
  if (!open || respondBy === undefined || daysLeft === undefined) return undefined;
  const today = tokyoParts(at).dateKey;
  if (today > respondBy) {
    const days = Math.round((Date.parse(today) - Date.parse(respondBy)) / dayMs);
    return { text: `期限を${days}日過ぎました${escalated ? '。調整担当にも知らせました' : ''}`, past: true };
  }
  const undecided = business !== undefined && ['pending', 'passed-on', 'returned'].includes(business);
  const name = undecided ? '返信期限' : '次の期限';
  const until = today === respondBy ? `${name}は今日です` : `${name}まで あと${daysLeft}営業日`;
  return { text: until, day: dayText(respondBy), past: false };
}
