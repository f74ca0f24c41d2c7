/** What was told to whom under a consent, and who knows that it was taken back. */
import { randomUUID } from 'node:crypto';
import { mayShare, verifyChain, withdrawalReach, type Holder, type Shipment, type Verdict } from '@tsunagu/schema/consent';
import { audit } from './audit.js';
import { lockCase, momentOf, recordsOf, type StoredRecord } from './consents.js';
import { sha256 } from './secrets.js';
import type { Store } from './store.js';
import { keyHash, type Taken } from './submissions.js';
import type { AcknowledgementRow, ShipmentRow } from './consent-tables.js';
import type { Database, InTransaction } from './tables.js';

export type StoredShipment = Omit<Shipment, 'items'> & { record: string; items: string[] };

export interface StoredAcknowledgement {
  record: string;
  agency: string;
  at: string;
  /** Who at the agency, as they say. */
  name?: string;
  /** The agency wrote it down itself; otherwise the case's desk did, after asking. */
  own: boolean;
}

const acknowledgementOf = ({ record, agency, at, name, acknowledged_by }: AcknowledgementRow): StoredAcknowledgement => ({
  record,
  agency,
  at,
  ...(name === null ? {} : { name }),
  own: acknowledged_by.startsWith(`desk:${agency}/`),
});

export async function acknowledgementsOf(db: Database | InTransaction, caseId: string): Promise<StoredAcknowledgement[]> {
  const rows = await db
    .selectFrom('consent_acknowledgements')
    .selectAll()
    .where('case_id', '=', caseId)
    .orderBy('at')
    .orderBy('id')
    .execute();
  return rows.map(acknowledgementOf);
}

/** Everything that was told in a case, oldest first, each with the latest acknowledgement of its agency. */
export async function shipmentsOf(db: Database | InTransaction, caseId: string): Promise<StoredShipment[]> {
  const rows = await db.selectFrom('consent_shipments').selectAll().where('case_id', '=', caseId).orderBy('at').orderBy('id').execute();
  return joined(rows, await acknowledgementsOf(db, caseId));
}

const joined = (rows: readonly ShipmentRow[], acknowledgements: readonly StoredAcknowledgement[]): StoredShipment[] =>
  rows.map(({ id, record, agency, purpose, items, at }) => {
    const last = acknowledgements.filter((one) => one.record === record && one.agency === agency && one.at >= at).at(-1);
    return { id, record, agency, purpose, items: JSON.parse(items) as string[], at, ...(last ? { acknowledgedAt: last.at } : {}) };
  });

/** Who holds what of a record without a consent that stands. A record that was changed gives nobody a right to anything. */
export async function reachOf(record: StoredRecord, shipments: readonly StoredShipment[], now: Date): Promise<Holder[]> {
  const own = shipments.filter((shipment) => shipment.record === record.record);
  const { ok } = await verifyChain(record.events);
  // A state that is known to none: all that is held shows as unknown.
  return withdrawalReach(ok ? record.events : [...record.events, ...record.events], own, momentOf(record.events, now));
}

export interface Telling {
  caseId: string;
  windowId: string;
  record: string;
  agency: string;
  purpose: string;
  items: readonly string[];
  at: Date;
  actor: string;
  key: string;
}

/** `refused`: item `index` may not be told; `broken`: the record was changed, so nothing may. */
export type Told =
  | { outcome: Taken['outcome']; id: string }
  | { outcome: 'refused'; index: number; verdict: Verdict }
  | { outcome: 'broken' | 'unknown' | 'many' | 'gone' };

/** More would be no list that somebody reads when a consent is taken back. */
const mostShipments = 500;

/** Writes down, exactly once per key, that an agency was told; only what the record allows at that moment. */
export function tell(store: Store, telling: Telling): Promise<Told> {
  const { caseId, windowId, record, agency, purpose, items, at, actor, key } = telling;
  const hash = keyHash(`shipment ${caseId}`, key);
  const bodyHash = sha256('shipment', record, agency, purpose, ...items);
  const id = sha256('shipment-id', hash).slice(0, 24);
  return store.db.transaction().execute(async (within): Promise<Told> => {
    if (!(await lockCase(within, caseId))) return { outcome: 'gone' };
    const held = await within.selectFrom('idempotency_keys').select('body_hash').where('key_hash', '=', hash).executeTakeFirst();
    if (held) return { outcome: held.body_hash === bodyHash ? 'replayed' : 'reused', id };
    const stored = (await recordsOf(within, caseId)).find((one) => one.record === record);
    if (!stored) return { outcome: 'unknown' };
    if (!(await verifyChain(stored.events)).ok) return { outcome: 'broken' };
    const moment = momentOf(stored.events, at);
    for (const [index, item] of items.entries()) {
      const verdict = mayShare(stored.events, { purpose, agency, item }, moment);
      if (!verdict.may) return { outcome: 'refused', index, verdict };
    }
    const { count } = await within
      .selectFrom('consent_shipments')
      .select((value) => value.fn.countAll().as('count'))
      .where('case_id', '=', caseId)
      .executeTakeFirstOrThrow();
    if (Number(count) >= mostShipments) return { outcome: 'many' };
    await within
      .insertInto('idempotency_keys')
      .values({ key_hash: hash, body_hash: bodyHash, number: caseId, created_at: at.toISOString() })
      .execute();
    await within
      .insertInto('consent_shipments')
      .values({
        id,
        case_id: caseId,
        record,
        seq: stored.events.at(-1)!.seq,
        agency,
        purpose,
        items: JSON.stringify(items),
        at: moment.toISOString(),
        told_by: actor,
      })
      .execute();
    await audit(within, { at, actor, action: 'shipment', number: caseId, windowId });
    return { outcome: 'stored', id };
  });
}

/** Something that an agency holds and must acknowledge. */
export interface Pending {
  number: string;
  record: string;
  /** The desk whose case it is. */
  window: { id: string; name: string };
  held: Holder['items'];
  told: { id: string; at: string; purpose: string; items: readonly string[] }[];
}

/** What `agency` still has to acknowledge, oldest case first. */
export async function pendingFor(store: Store, agency: string, now: Date): Promise<Pending[]> {
  // Only where the record went on after something was told can anything have been taken back.
  const cases = await store.db
    .selectFrom('consent_shipments as shipment')
    .innerJoin('consultations', 'consultations.number', 'shipment.case_id')
    .select(['shipment.case_id as number', 'consultations.window_id', 'consultations.window_name'])
    .distinct()
    .where('shipment.agency', '=', agency)
    .where('consultations.deleted_at', 'is', null)
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('consent_events as event')
          .select('event.seq')
          .whereRef('event.record', '=', 'shipment.record')
          .whereRef('event.seq', '>', 'shipment.seq'),
      ),
    )
    .orderBy('shipment.case_id')
    .execute();
  const pending: Pending[] = [];
  for (const { number, window_id: id, window_name: name } of cases) {
    const shipments = await shipmentsOf(store.db, number);
    for (const record of await recordsOf(store.db, number)) {
      const holder = (await reachOf(record, shipments, now)).find((one) => one.agency === agency);
      if (!holder?.toAsk) continue;
      const named = new Set(holder.items.flatMap((item) => item.shipments));
      const told = shipments.filter((one) => named.has(one.id)).map(({ id: of, at, purpose, items }) => ({ id: of, at, purpose, items }));
      pending.push({ number, record: record.record, window: { id, name }, held: holder.items, told });
    }
  }
  return pending;
}

export interface Acknowledging {
  caseId: string;
  windowId: string;
  record: string;
  agency: string;
  name?: string;
  at: Date;
  actor: string;
}

/** `nothing`: there is nothing of this record that the agency would have to acknowledge, or no such record. */
export type Acknowledged = { outcome: 'stored' | 'replayed'; acknowledgement: StoredAcknowledgement } | { outcome: 'nothing' };

/** Once it is acknowledged, doing so again changes nothing, until something more is taken back. */
export function acknowledge(store: Store, { caseId, windowId, record, agency, name, at, actor }: Acknowledging): Promise<Acknowledged> {
  return store.db.transaction().execute(async (within): Promise<Acknowledged> => {
    if (!(await lockCase(within, caseId))) return { outcome: 'nothing' };
    const stored = (await recordsOf(within, caseId)).find((one) => one.record === record);
    if (!stored) return { outcome: 'nothing' };
    const holder = (await reachOf(stored, await shipmentsOf(within, caseId), at)).find((one) => one.agency === agency);
    if (!holder?.toAsk) {
      const earlier = (await acknowledgementsOf(within, caseId)).filter((one) => one.record === record && one.agency === agency).at(-1);
      return earlier ? { outcome: 'replayed', acknowledgement: earlier } : { outcome: 'nothing' };
    }
    const row: AcknowledgementRow = {
      id: randomUUID(),
      case_id: caseId,
      record,
      agency,
      seq: stored.events.at(-1)!.seq,
      at: momentOf(stored.events, at).toISOString(),
      acknowledged_by: actor,
      name: name ?? null,
    };
    await within.insertInto('consent_acknowledgements').values(row).execute();
    await audit(within, { at, actor, action: 'acknowledgement', number: caseId, windowId });
    return { outcome: 'stored', acknowledgement: acknowledgementOf(row) };
  });
}
