/**
 * What the store holds of referrals. Events, sealed sheets and what was handed to whom are written once, as consents are. The rest can be computed from
 * them and is there to be searched: where each sheet stands, which desk sees it in which box, and the numbered list that streams read.
 */
import type { ReferralEventType } from '@tsunagu/schema/referral';

/** One sheet. */
export interface ReferralRow {
  id: string;
  /** The consultation's number. */
  case_id: string;
  sender: string;
  coordinator: string;
  created_at: string;
  /** 1, 2, 3 … each saving of the draft. */
  revision: number;
  /** The sheet as JSON while it is not sent, or opened again; null while it is sealed. */
  draft: string | null;
  /** How many events there are. */
  seq: number;
  /** 1: somebody still has to do something. */
  open: number;
  /** Whose the next step is, and by which day. */
  owner: string;
  respond_by: string | null;
  /** 1: the clock has noted that the day passed, or has told the coordinator. */
  noted: number;
  escalated: number;
}

export interface ReferralEventRow {
  case_id: string;
  referral: string;
  /** 0, 1, 2 … With `referral` the key: of two workers who write number n, one is refused. */
  seq: number;
  type: ReferralEventType;
  hash: string;
  /** Null in the first. */
  previous: string | null;
  /** The whole event as JSON, every part open. */
  event: string;
  received_at: string;
  /** `desk:<window>/<token id>`, or `clock`. */
  received_by: string;
}

/** The sheet that the `sent` event of that number sealed. */
export interface SealedSheetRow {
  case_id: string;
  referral: string;
  seq: number;
  sheet: string;
}

/** What an event handed to a desk, as it was handed; its hash is in the event. */
export interface PackageRow {
  case_id: string;
  referral: string;
  seq: number;
  agency: string;
  document: string;
}

/** A desk that sees something of a sheet. A desk without a row sees nothing of it, not even that it is there. */
export interface ReferralDeskRow {
  referral: string;
  agency: string;
  /** Since when; what the lists are sorted by. */
  since: string;
  /** How many events it sees. */
  seq: number;
  /** 1: the sheet is in this box of the desk. */
  drafts: number;
  inbox: number;
  sent: number;
  past: number;
  /** By which day somebody has to act, as far as it is this desk's to know. */
  respond_by: string | null;
  /** How many events there were when somebody of the desk opened it last. */
  read_seq: number;
}

/** The last number of a desk's list of news. Counted apart for each desk: gaps would tell it how much others have to do. */
export interface FeedRow {
  agency: string;
  n: number;
}

/** One piece of news for a desk: the sheet has another event, `seq`; or its draft was saved. */
export interface ReferralLogRow {
  agency: string;
  n: number;
  referral: string;
  seq: number;
  /** With a draft: who saved which version when, as JSON ({@link DraftNews} of the stream). */
  draft: string | null;
}

/** A desk's own copy of a sheet that was carried in. Nobody else here sees it. */
export interface CarriedRow extends Omit<ReferralDeskRow, 'drafts' | 'sent'> {
  /** Of this desk's copy: what its events and packages are deleted by. */
  case_id: string;
  /** Always 0: it was written elsewhere. */
  drafts: number;
  sent: number;
  /** Since when nobody has anything to do any more. */
  closed_at: string | null;
}

export interface CarriedEventRow extends Omit<ReferralEventRow, 'referral'> {
  /** Of a step that was made here: idempotency key and what was asked. */
  key_hash: string | null;
  body_hash: string | null;
}

/** What the event of that number handed to the desk. */
export interface CarriedPackageRow {
  case_id: string;
  seq: number;
  document: string;
}
