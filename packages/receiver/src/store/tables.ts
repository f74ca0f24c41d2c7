/** What the store holds, for Kysely. Instants are ISO strings in UTC with milliseconds, days `YYYY-MM-DD` in Asia/Tokyo: both sort as text. */
import type { ConsultationStatus } from '@tsunagu/schema/consultation';
import type { Kysely, Transaction } from 'kysely';
import type { AcknowledgementRow, ConsentEventRow, DrawingRow, ErasureRow, ShipmentRow } from './consent-tables.js';
import type {
  CarriedEventRow,
  CarriedPackageRow,
  CarriedRow,
  FeedRow,
  PackageRow,
  ReferralDeskRow,
  ReferralEventRow,
  ReferralLogRow,
  ReferralRow,
  SealedSheetRow,
} from './referral-tables.js';

/** One consultation. After its deletion the row stays as a mark without content, so that its number is never given again. */
export interface ConsultationRow {
  number: string;
  window_id: string;
  window_name: string;
  status: ConsultationStatus;
  received_at: string;
  /** The day promised on the receipt. */
  reply_by: string | null;
  /** Since when somebody waits for the desk, and the day promised for that: new when the person writes again after an answer. */
  waiting_since: string;
  answer_by: string | null;
  language: string;
  /** `open`: `content` is the consultation as JSON. `sealed`: a compact JWE that only the desk can read. */
  form: 'open' | 'sealed';
  /** Null once deleted. */
  content: string | null;
  /** sha256 of the receipt's secret; empty once deleted. */
  secret_hash: string;
  message_count: number;
  closed_at: string | null;
  deleted_at: string | null;
}

export interface MessageRow {
  number: string;
  /** 1, 2, 3 … within the consultation. */
  position: number;
  author: 'desk' | 'person';
  text: string;
  at: string;
}

/** One row for everything that was accepted under an idempotency key; written in one transaction with what it stands for. */
export interface IdempotencyRow {
  /** sha256 of scope and key. */
  key_hash: string;
  /** sha256 of the body; empty once the consultation was deleted. */
  body_hash: string;
  number: string;
  created_at: string;
}

export interface DeskTokenRow {
  /** The readable part of the token: finds the row, proves nothing. */
  id: string;
  window_id: string;
  /** sha256 of the secret part. */
  secret_hash: string;
  created_at: string;
}

export type AuditAction =
  | 'read'
  | 'reply'
  | 'status'
  | 'lookup'
  | 'message'
  | 'deletion'
  | 'token'
  | 'revocation'
  | 'consent-read'
  | 'consent'
  | 'shipment'
  | 'acknowledgement'
  | 'referral-draft'
  | 'referral-discard'
  | 'referral-read'
  | 'referral'
  | 'referral-carried';

/** Who did what to which consultation, and when; never what it says. */
export interface AuditRow {
  id: string;
  at: string;
  /** `desk:<window>/<token id>`, `receipt` (whoever holds it), `retention`, `clock`, `operator`. */
  actor: string;
  action: AuditAction;
  number: string | null;
  window_id: string | null;
}

export interface SettingRow {
  name: string;
  value: string;
}

export interface Tables {
  consultations: ConsultationRow;
  messages: MessageRow;
  idempotency_keys: IdempotencyRow;
  desk_tokens: DeskTokenRow;
  audit: AuditRow;
  settings: SettingRow;
  consent_events: ConsentEventRow;
  consent_drawings: DrawingRow;
  consent_shipments: ShipmentRow;
  consent_acknowledgements: AcknowledgementRow;
  erasures: ErasureRow;
  referrals: ReferralRow;
  referral_events: ReferralEventRow;
  referral_sheets: SealedSheetRow;
  referral_packages: PackageRow;
  referral_desks: ReferralDeskRow;
  referral_feeds: FeedRow;
  referral_log: ReferralLogRow;
  carried_referrals: CarriedRow;
  carried_events: CarriedEventRow;
  carried_packages: CarriedPackageRow;
}

export type Database = Kysely<Tables>;
export type InTransaction = Transaction<Tables>;
