/** つなぐシート for desks: begun from a consultation, sent, answered, passed on, returned. A desk sees what was addressed to it, and of that what it was handed. */
import { writerOf } from '@tsunagu/schema/referral';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { tokyoParts } from '@tsunagu/schema/open-state';
import type { Context } from '../context.js';
import { idempotencyKey } from '../http/idempotency-key.js';
import { Problem } from '../problems.js';
import { readLimit, wrongParameter } from '../staff/query.js';
import type { ByNumber, StaffTools } from '../staff/tools.js';
import { wrong } from '../staff/consent-bodies.js';
import { actCarried, takeIn } from '../store/carried.js';
import { markRead } from '../store/desk-rows.js';
import { bring } from '../store/referral-brought.js';
import { begin, discard, save, type Saved } from '../store/referral-drafts.js';
import { countBoxes, listBox, listCase, readReferralCursor, writeReferralCursor } from '../store/referral-list.js';
import { accept, act, bodyHashOf, type Stepped } from '../store/referral-steps.js';
import { caseFor } from '../store/referrals.js';
import { noteRead } from '../store/threads.js';
import {
  inPlaceOf,
  neededRevision,
  notTakenIn,
  readAction,
  readCarriedBody,
  readEvent,
  readNew,
  readRevision,
  readSheet,
  readWorker,
  refused,
} from './bodies.js';
import { itemsFor, viewOf } from './show.js';
import { boxes, type ReferralList, type ReferralsOfCase, type ReferralView } from './wire.js';

/** A sheet with every text as long as a worker can write it in a day is smaller. */
export const referralBodyLimit = 1024 * 1024;

interface ById {
  Params: { id: string };
}

const sealed = 'このシートは、すでに送られているか、この窓口の下書きではありません。';

export function referralRoutes(app: FastifyInstance, context: Context, { options, deskFor, actorOf, find }: StaffTools): void {
  const { store, desks, city, streams, now } = context;
  const ofCase = '/api/staff/consultations/:number/referrals';
  const one = '/api/staff/referrals/:id';
  const large = { ...options, bodyLimit: referralBodyLimit };

  /** The sheet as this desk sees it, its reading written down before anything is shown. */
  const show = async (request: FastifyRequest, id: string): Promise<ReferralView> => {
    const { windowId: agency } = deskFor(request);
    const at = now();
    const found = await caseFor(store.db, id, agency);
    if (!found) throw new Problem('not-found');
    await noteRead(store, { at, actor: actorOf(request), action: 'referral-read', number: found.caseId, windowId: agency });
    const view = await viewOf(context, id, agency, at);
    if (!view) throw new Problem('not-found');
    await markRead(store.db, id, agency, view.events.length);
    return view;
  };

  const send = (reply: FastifyReply, view: ReferralView): ReferralView => {
    void reply.header('etag', `"${view.revision}"`);
    return view;
  };

  app.get<ByNumber>(ofCase, options, async (request): Promise<ReferralsOfCase> => {
    const { number, window_id: agency } = await find(request);
    const at = now();
    return { at: at.toISOString(), items: await itemsFor(context, await listCase(store, number, agency), agency, at) };
  });

  app.post<ByNumber>(ofCase, large, async (request, reply): Promise<ReferralView> => {
    const key = idempotencyKey(request);
    const row = await find(request);
    const at = now();
    const begun = await begin(store, {
      caseId: row.number,
      agency: row.window_id,
      coordinator: desks.coordinator.id,
      key,
      bodyHash: bodyHashOf(request.body ?? {}),
      at,
      actor: actorOf(request),
      make: readNew(request.body, row, context, at),
    });
    switch (begun.outcome) {
      case 'reused':
        throw new Problem('key-reused');
      case 'gone':
        throw new Problem('not-found');
      case 'many':
        throw wrong([], 'too-long', 'この相談には、つなぐシートがたいへん多くあります。これ以上は作れません。');
    }
    streams.nudge();
    if (begun.outcome === 'replayed') void reply.header('idempotency-replayed', 'true');
    void reply.code(begun.outcome === 'stored' ? 201 : 200);
    return send(reply, await show(request, begun.id));
  });

  app.get('/api/staff/referrals', options, async (request): Promise<ReferralList> => {
    const { box: wanted = 'inbox', after, limit } = request.query as Record<string, unknown>;
    const box = boxes.find((name) => name === wanted);
    if (!box) throw wrongParameter('box', `box は、次のどれかにしてください：${boxes.join('、')}。`);
    const cursor = typeof after === 'string' ? readReferralCursor(after) : undefined;
    if (after !== undefined && !cursor) throw wrongParameter('after', 'after には、前の一覧にあった next をそのまま入れてください。');
    const { windowId: agency } = deskFor(request);
    const at = now();
    const today = tokyoParts(at).dateKey;
    const { since, next } = await listBox(store, { agency, box, today, ...(cursor ? { after: cursor } : {}), limit: readLimit(limit) });
    return {
      at: at.toISOString(),
      items: await itemsFor(context, since, agency, at),
      counts: await countBoxes(store, agency, today),
      ...(next ? { next: writeReferralCursor(next) } : {}),
    };
  });

  app.post('/api/staff/referrals', large, async (request, reply): Promise<ReferralView> => {
    const value = readCarriedBody(request.body);
    const id = value.sheet.id!;
    const { windowId: agency } = deskFor(request);
    const actor = actorOf(request);
    const at = now();
    const known = await caseFor(store.db, id, agency);
    const brought = known && !known.carried ? await bring(store, city, { id, agency, at, actor, events: value.events }) : undefined;
    const { outcome } = brought ?? (await takeIn(store, { value, agency, at, actor }));
    if (outcome === 'apart') throw new Problem('apart', { current: await show(request, id) });
    if (outcome !== 'stored' && outcome !== 'replayed') throw notTakenIn(outcome);
    streams.nudge();
    if (outcome === 'replayed') void reply.header('idempotency-replayed', 'true');
    void reply.code(outcome === 'stored' ? 201 : 200);
    return send(reply, await show(request, id));
  });

  app.get<ById>(one, options, async (request, reply): Promise<ReferralView> => send(reply, await show(request, request.params.id)));

  const tellSaved = async (request: FastifyRequest, id: string, { outcome }: Saved): Promise<void> => {
    if (outcome === 'gone') throw new Problem('not-found');
    if (outcome === 'sealed') throw wrong(['sheet'], 'referral-sealed', sealed);
    if (outcome === 'moved') throw new Problem('draft-moved', { current: await show(request, id) });
  };

  app.put<ById>(`${one}/draft`, large, async (request, reply): Promise<ReferralView> => {
    const { id } = request.params;
    const { windowId: agency } = deskFor(request);
    if (!(await caseFor(store.db, id, agency))) throw new Problem('not-found');
    const revision = neededRevision(request);
    const sheet = readSheet(request.body);
    const worker = readWorker(request.body);
    const saved = await save(store, { id, agency, revision, worker, at: now(), make: (stored) => inPlaceOf(stored, sheet) });
    await tellSaved(request, id, saved);
    streams.nudge();
    return send(reply, await show(request, id));
  });

  app.delete<ById>(`${one}/draft`, options, async (request): Promise<{ id: string }> => {
    const { id } = request.params;
    const { windowId: agency } = deskFor(request);
    if (!(await caseFor(store.db, id, agency))) throw new Problem('not-found');
    const revision = neededRevision(request);
    await tellSaved(request, id, await discard(store, { id, agency, revision, at: now(), actor: actorOf(request) }));
    streams.nudge();
    return { id };
  });

  const tellStepped = async (request: FastifyRequest<ById>, reply: FastifyReply, place: 'action' | 'event', stepped: Stepped) => {
    const { id } = request.params;
    switch (stepped.outcome) {
      case 'gone':
        throw new Problem('not-found');
      case 'reused':
        throw new Problem('key-reused');
      case 'revision-missing':
        throw new Problem('revision-missing');
      case 'not-draft':
        throw wrong(['sheet'], 'referral-sealed', sealed);
      case 'refused':
        throw refused(place, stepped.refusal);
      case 'behind':
      case 'draft-moved':
        throw new Problem(stepped.outcome, { current: await show(request, id) });
    }
    streams.nudge();
    if (stepped.outcome === 'replayed') void reply.header('idempotency-replayed', 'true');
    void reply.code(stepped.outcome === 'stored' ? 201 : 200);
    return send(reply, await show(request, id));
  };

  app.post<ById>(`${one}/actions`, large, async (request, reply): Promise<ReferralView> => {
    const key = idempotencyKey(request);
    const { id } = request.params;
    const { windowId: agency } = deskFor(request);
    const found = await caseFor(store.db, id, agency);
    if (!found) throw new Problem('not-found');
    const { sheet, ...fields } = readAction(request.body);
    if (found.carried && fields.heard)
      throw wrong(
        ['heard'],
        'unknown-reference',
        'ほかのネットワークから届いたシートの返事は、ここでは書きとめられません。シートを送った窓口に伝えてください。',
      );
    const revision = readRevision(request);
    const stepped = await (found.carried ? actCarried : act)(store, city, {
      id,
      agency,
      ...fields,
      ...(sheet ? { sheet: (stored) => inPlaceOf(stored, sheet) } : {}),
      ...(revision === undefined ? {} : { revision }),
      key,
      bodyHash: bodyHashOf({ sheet, ...fields }),
      at: now(),
      actor: actorOf(request),
    });
    return tellStepped(request, reply, 'action', stepped);
  });

  app.post<ById>(`${one}/events`, options, async (request, reply): Promise<ReferralView> => {
    const { id } = request.params;
    const { windowId: agency } = deskFor(request);
    if (!(await caseFor(store.db, id, agency))) throw new Problem('not-found');
    const event = readEvent(request.body);
    if (writerOf(event) !== agency)
      throw wrong(['event', 'by', 'agency'], 'unknown-reference', '記録した窓口（by）は、この窓口にしてください。');
    return tellStepped(request, reply, 'event', await accept(store, city, { id, agency, event, at: now(), actor: actorOf(request) }));
  });
}
