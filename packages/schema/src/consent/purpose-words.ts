import type { PurposeId } from './choices.js';

/** A file of its own: a sheet that is only read has no use for it. */
export const purposeWords: Readonly<Record<PurposeId, string>> = {
  referral: '相談をつなぐ',
  'plan-meeting': '重層的支援会議で支援プランを話し合う',
  participation: '参加できる場や役割を探す',
  outreach: '訪問や電話で様子をうかがう',
  'follow-up': '支援のあとに様子を確かめる',
};
