/** What the store holds of consents. Rows are written once: the tables refuse to have them changed, or deleted before their case is erased. */
import type { ConsentEventType } from '@tsunagu/schema/consent';

/** One event of a record. A case has a record for each person whose consent was asked. */
export interface ConsentEventRow {
  /** A consultation's number; cases of another kind may come. */
  case_id: string;
  record: string;
  seq: number;
  type: ConsentEventType;
  hash: string;
  /** Null in the first. */
  previous: string | null;
  /** The event as JSON, `hash` and `previous` included: what was sent. */
  event: string;
  received_at: string;
  /** `desk:<window>/<token id>`. */
  received_by: string;
}

/** A signature written by hand. The event names it by its hash. */
export interface DrawingRow {
  case_id: string;
  record: string;
  /** sha256 of `text`, as the event has it. */
  hash: string;
  reference: string;
  /** An SVG, kept as text and never served as a picture. */
  text: string;
}

/** What an agency was told, under which event of the record. */
export interface ShipmentRow {
  id: string;
  case_id: string;
  record: string;
  /** The last event when it was told: what came later may have taken it back. */
  seq: number;
  agency: string;
  purpose: string;
  /** Item ids as a JSON list. */
  items: string;
  at: string;
  told_by: string;
}

/** An agency knows that something it holds was taken back. */
export interface AcknowledgementRow {
  id: string;
  case_id: string;
  record: string;
  agency: string;
  /** The last event that was known then. */
  seq: number;
  at: string;
  /** The agency itself, or the case's desk for an agency that has no token. */
  acknowledged_by: string;
  /** Who at the agency, as they say. */
  name: string | null;
}

/** A case whose time is over. Only with this mark may its rows be deleted; the mark stays. */
export interface ErasureRow {
  case_id: string;
  at: string;
}
