/** A case's consents, for its desk: read them, make them longer, say what was told to whom. */
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { AppendRefusal, ConsentEvent } from '@tsunagu/schema/consent';
import type { Context } from '../context.js';
import { idempotencyKey } from '../http/idempotency-key.js';
import { invalid, Problem } from '../problems.js';
import { appendEvents, drawingOf, recordsOf, standingOf, type Appended, type StoredRecord } from '../store/consents.js';
import { stopWithdrawn } from '../store/referral-clock.js';
import { acknowledge, acknowledgementsOf, reachOf, shipmentsOf, tell } from '../store/shipments.js';
import { noteRead } from '../store/threads.js';
import {
  newAcknowledgement,
  newShipment,
  type Acknowledgement,
  type ConsentReceipt,
  type ConsentRecord,
  type Consents,
  type DrawingAnswer,
  type Reach,
  type ShipmentAnswer,
} from '../wire-consent.js';
import { readDrawings, readEvents, readFields, wrong } from './consent-bodies.js';
import type { ByNumber, StaffTools } from './tools.js';

/** A question in five languages, with its answer for a hundred cells, is smaller by far. */
export const consentBodyLimit = 1024 * 1024;

export function consentRoutes(app: FastifyInstance, { store, streams, now }: Context, { options, actorOf, find }: StaffTools): void {
  const base = '/api/staff/consultations/:number';
  const large = { ...options, bodyLimit: consentBodyLimit };

  /** The case, its reading written down before anything is shown. */
  const look = async (request: FastifyRequest<ByNumber>): Promise<{ number: string; at: Date }> => {
    const { number, window_id: windowId } = await find(request);
    const at = now();
    await noteRead(store, { at, actor: actorOf(request), action: 'consent-read', number, windowId });
    return { number, at };
  };

  app.get<ByNumber>(`${base}/consents`, options, async (request): Promise<Consents> => {
    const { number, at } = await look(request);
    const records = await recordsOf(store.db, number);
    return {
      at: at.toISOString(),
      records: await Promise.all(records.map((record) => recordAnswer(record, at))),
      shipments: await shipmentsOf(store.db, number),
      acknowledgements: await acknowledgementsOf(store.db, number),
    };
  });

  app.post<ByNumber>(`${base}/consents`, large, async (request, reply): Promise<ConsentReceipt> => {
    const { number, window_id: windowId } = await find(request);
    const events = readEvents(request.body);
    const drawings = readDrawings(request.body, events);
    const at = now();
    const appended = await appendEvents(store, {
      caseId: number,
      windowId,
      events,
      drawings,
      at,
      actor: actorOf(request),
      // What was taken back stops the sheets that lived by it, before anybody is told that it is stored.
      follow: (within) => stopWithdrawn(within, number, at),
    });
    streams.nudge();
    if (appended.outcome !== 'stored' && appended.outcome !== 'replayed') throw refusal(appended, events);
    if (appended.outcome === 'replayed') void reply.header('idempotency-replayed', 'true');
    void reply.code(appended.outcome === 'stored' ? 201 : 200);
    const { head, record } = appended;
    return { number, record: record.record, ...head, at: at.toISOString(), ...(await standingOf(record, at)) };
  });

  app.get<{ Params: { number: string; hash: string } }>(`${base}/drawings/:hash`, options, async (request): Promise<DrawingAnswer> => {
    const { number } = await look(request);
    const found = await drawingOf(store, number, request.params.hash);
    if (!found) throw new Problem('not-found');
    return found;
  });

  app.get<ByNumber>(`${base}/reach`, options, async (request): Promise<Reach> => {
    const { number, at } = await look(request);
    const shipments = await shipmentsOf(store.db, number);
    const records: Reach['records'] = [];
    for (const record of await recordsOf(store.db, number))
      records.push({ record: record.record, holders: await reachOf(record, shipments, at) });
    return { at: at.toISOString(), records };
  });

  app.post<ByNumber>(`${base}/shipments`, options, async (request, reply): Promise<ShipmentAnswer> => {
    const key = idempotencyKey(request);
    const { number, window_id: windowId } = await find(request);
    const fields = readFields(newShipment, request.body);
    const items = [...new Set(fields.items)];
    const told = await tell(store, { ...fields, items, caseId: number, windowId, at: now(), actor: actorOf(request), key });
    switch (told.outcome) {
      case 'refused':
        throw wrong(['items', told.index], `consent-${told.verdict.reason}`, told.verdict.message);
      case 'broken':
        throw wrong(['record'], 'consent-unknown', '同意の記録が、書かれたあとで変わっています。確かめられるまでは伝えません。');
      case 'unknown':
        throw wrong(['record'], 'unknown-reference', 'この相談に、その番号の同意の記録はありません。');
      case 'many':
        throw wrong([], 'too-long', 'この相談で伝えた記録が、たいへん多くなっています。これ以上は書き足せません。');
      case 'reused':
        throw new Problem('key-reused');
      case 'gone':
        throw new Problem('not-found');
    }
    if (told.outcome === 'replayed') void reply.header('idempotency-replayed', 'true');
    void reply.code(told.outcome === 'stored' ? 201 : 200);
    return (await shipmentsOf(store.db, number)).find(({ id }) => id === told.id)!;
  });

  app.post<ByNumber>(`${base}/acknowledgements`, options, async (request, reply): Promise<Acknowledgement> => {
    const { number, window_id: windowId } = await find(request);
    const fields = readFields(newAcknowledgement, request.body);
    const done = await acknowledge(store, { ...fields, caseId: number, windowId, at: now(), actor: actorOf(request) });
    if (done.outcome === 'nothing') throw wrong(['agency'], 'unknown-reference', 'この相手に、確かめてもらうことはありません。');
    void reply.code(done.outcome === 'stored' ? 201 : 200);
    return done.acknowledgement;
  });
}

async function recordAnswer(record: StoredRecord, at: Date): Promise<ConsentRecord> {
  const { seq, hash } = record.events.at(-1)!;
  return { record: record.record, seq, hash, subject: record.subject, ...(await standingOf(record, at)), events: record.events };
}

/** Which field of an event a refusal is about. */
const fieldOf: Readonly<Partial<Record<AppendRefusal['code'], string>>> = {
  move: 'type',
  'too-early': 'type',
  outside: 'decisions',
  'not-shown': 'notice',
  future: 'at',
  order: 'at',
  broken: 'hash',
};

function refusal(appended: Exclude<Appended, { outcome: 'stored' } | { outcome: 'replayed' }>, [first]: readonly ConsentEvent[]): Problem {
  const { record } = first!;
  switch (appended.outcome) {
    case 'moved':
      return new Problem('consent-moved', appended.head ? { head: { record, ...appended.head } } : {});
    case 'standing':
      return wrong(
        ['events', 0, 'record'],
        'duplicate',
        'この人には、続いている同意の記録があります。新しく始めずに、その記録の続きとして記録してください。',
      );
    case 'taken':
      return wrong(['events', 0, 'record'], 'duplicate', 'この番号の同意の記録は使えません。新しい番号で始めてください。');
    case 'many':
      return wrong(['events', 0, 'record'], 'too-long', 'この相談には、同意の記録がたいへん多くあります。これ以上は始められません。');
    case 'gone':
      return new Problem('not-found');
    case 'refused': {
      const { index, refusal: why } = appended;
      const { issues } = why;
      if (issues?.length)
        return invalid(issues.map(({ path, code }) => ({ pointer: `#/events/${[index, ...path].join('/')}`, code, message: why.message })));
      const field = fieldOf[why.code];
      return wrong(['events', index, ...(field ? [field] : [])], `consent-${why.code}`, why.message);
    }
  }
}
