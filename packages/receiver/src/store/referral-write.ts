/** Writes the next event of a sheet with all that follows from it; in the transaction of whoever decided that it may be written. */
import { itemsOf, purposeOf, referralState, type ReferralEvent, type ReferralPackage, type ReferralSheet } from '@tsunagu/schema/referral';
import { boxesOf, type Shown } from '../referrals/sight.js';
import { eventRow } from './event-table.js';
import type { CaseConsents } from './referral-consents.js';
import type { News } from './referral-feed.js';
import type { StoredReferral } from './referrals.js';
import { sha256 } from './secrets.js';
import type { InTransaction } from './tables.js';

export interface Writing {
  before: StoredReferral;
  /** As it is from now on; with `sent` it is sealed. */
  sheet: ReferralSheet;
  event: ReferralEvent;
  /** What the event hands over. */
  packages: readonly ReferralPackage[];
  consents: CaseConsents;
  at: Date;
  actor: string;
}

/** Returns what each desk that sees the event has to hear. */
export async function writeEvent(within: InTransaction, writing: Writing): Promise<News[]> {
  const { before, sheet, event, packages, at, actor } = writing;
  const { id: referral, case_id } = before.row;
  const { seq } = event;
  await within
    .insertInto('referral_events')
    .values({ case_id, referral, ...eventRow(event, { at, actor }) })
    .execute();
  if (event.type === 'sent')
    await within
      .insertInto('referral_sheets')
      .values({ case_id, referral, seq, sheet: JSON.stringify(sheet) })
      .execute();
  for (const { agency, document } of packages)
    await within
      .insertInto('referral_packages')
      .values({ case_id, referral, seq, agency, document: JSON.stringify(document) })
      .execute();
  await noteShipments(within, writing);
  if (event.type === 'acknowledged') await noteAcknowledgement(within, writing);
  return project(within, { row: before.row, sheet, events: [...before.events, event] });
}

/** Whose consent let which items go, in a package: the person's, and each one's of the household. */
function itemsByPerson(document: Shown): Map<string, string[]> {
  const { household, ...rest } = document as ReferralSheet;
  const { members = [], ...shared } = household ?? {};
  const found = new Map([[rest.person.ref, itemsOf({ ...rest, household: shared })]]);
  for (const member of members) found.set(member.ref, itemsOf({ household: { members: [member] } } as ReferralSheet));
  return found;
}

/** What goes out under a consent is told under it: the withdrawal of a consent reaches sheets by the same list as everything else. */
async function noteShipments(within: InTransaction, { before, sheet, event, packages, consents, actor }: Writing): Promise<void> {
  for (const { agency, document, via } of packages) {
    if (via !== 'consent') continue;
    for (const [ref, items] of itemsByPerson(document)) {
      const record = consents.records.get(ref);
      if (!record || !items.length) continue;
      await within
        .insertInto('consent_shipments')
        .values({
          id: sha256('referral-shipment', event.hash, agency, ref).slice(0, 24),
          case_id: before.row.case_id,
          record: record.record,
          seq: record.events.at(-1)!.seq,
          agency,
          purpose: purposeOf(sheet),
          items: JSON.stringify(items),
          at: event.at,
          told_by: actor,
        })
        .execute();
    }
  }
}

/** A desk that says what it did with a sheet knows of the withdrawal: it is not asked again for the same. */
async function noteAcknowledgement(within: InTransaction, { before, event, consents, actor }: Writing): Promise<void> {
  if (!('agency' in event.by)) return;
  const { agency, name } = event.by as { agency: string; name?: string };
  for (const record of consents.records.values()) {
    const held = await within
      .selectFrom('consent_shipments')
      .select('id')
      .where('case_id', '=', before.row.case_id)
      .where('record', '=', record.record)
      .where('agency', '=', agency)
      .limit(1)
      .execute();
    if (!held.length) continue;
    await within
      .insertInto('consent_acknowledgements')
      .values({
        id: sha256('referral-acknowledgement', event.hash, record.record).slice(0, 24),
        case_id: before.row.case_id,
        record: record.record,
        agency,
        seq: record.events.at(-1)!.seq,
        at: event.at,
        acknowledged_by: actor,
        name: name ?? null,
      })
      .execute();
  }
}

/** Did the clock note that the day of the last step passed? A step with a new day begins anew. */
function isNoted(events: readonly ReferralEvent[]): boolean {
  const last = events.findLast((event) => event.type === 'overdue' || ('respondBy' in event && event.respondBy !== undefined));
  return last?.type === 'overdue';
}

/** Where it stands from now on, and in which boxes of which desks it is. */
export async function project(
  within: InTransaction,
  { row, sheet, events }: Pick<StoredReferral, 'row' | 'sheet' | 'events'>,
): Promise<News[]> {
  const last = events.at(-1);
  const at = last?.at ?? row.created_at;
  const state = referralState(sheet, events, at);
  const draft = state.known && state.transport === 'draft' && state.open;
  await within
    .updateTable('referrals')
    .set({
      seq: events.length,
      draft: draft ? JSON.stringify(sheet) : null,
      open: Number(state.open),
      owner: state.owner.agency,
      respond_by: (state.known && state.respondBy) || null,
      noted: Number(isNoted(events)),
      escalated: Number(state.known && state.escalated),
    })
    .where('id', '=', row.id)
    .execute();
  const known = await within.selectFrom('referral_desks').selectAll().where('referral', '=', row.id).execute();
  const agencies = new Set([row.sender, row.coordinator, ...known.map(({ agency }) => agency)]);
  for (const { open } of last?.parts ?? []) if (open?.kind === 'shipped') agencies.add(open.agency);
  const news: News[] = [];
  for (const agency of agencies) {
    const boxes = boxesOf({ sheet, events }, state, agency);
    if (!boxes) continue;
    const stood = known.find((one) => one.agency === agency);
    if (stood) await within.updateTable('referral_desks').set(boxes).where('referral', '=', row.id).where('agency', '=', agency).execute();
    else
      await within
        .insertInto('referral_desks')
        .values({ referral: row.id, agency, since: at, read_seq: 0, ...boxes })
        .execute();
    if (boxes.seq > (stood?.seq ?? 0)) news.push({ agency, referral: row.id, seq: boxes.seq - 1 });
  }
  return news;
}
