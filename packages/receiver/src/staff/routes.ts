/** For desks, behind their bearer tokens. A desk sees its own consultations; another's number is as unknown to it as one that never was. */
import {
  parseDeskMessage,
  parseStatusChange,
  statuses,
  type Consultation,
  type ConsultationStatus,
  type RefusalCode,
} from '@tsunagu/schema/consultation';
import type { FastifyInstance } from 'fastify';
import type { Context } from '../context.js';
import { idempotencyKey } from '../http/idempotency-key.js';
import { tellWritten } from '../http/written.js';
import { invalid, Problem } from '../problems.js';
import { countWaiting, listForWindow, readCursor, writeCursor } from '../store/desk-list.js';
import { deskOf } from '../store/desk-tokens.js';
import { addMessage, messagesOf, moveStatus, noteRead, threadOf } from '../store/threads.js';
import type { DeskConsultation, List, Me } from '../wire.js';
import { referralRoutes } from '../referrals/routes.js';
import { streamRoute } from '../referrals/stream-route.js';
import { consentRoutes } from './consents.js';
import { listItemOf } from './list-item.js';
import { readLimit, wrongParameter } from './query.js';
import { staffTools, type ByNumber } from './tools.js';
import { withdrawalRoutes } from './withdrawals.js';

const refusals: Record<RefusalCode | 'gone', string> = {
  unread: 'まだ読まれていない相談です。先に「読みました」にしてください。',
  unanswered: 'まだ返事をしていません。返事をするか「対応中」にしてから、終わりにできます。',
  'only-person': '「受け付けました」に戻せるのは、相談した人が続きを書いたときだけです。',
  closed: '終わった相談です。「対応中」にすると、また動かせます。',
  unknown: 'この状況には変えられません。',
  gone: '見つかりませんでした。',
};

export async function staffRoutes(root: FastifyInstance, context: Context): Promise<void> {
  const { store, desks, now } = context;
  const directory = JSON.stringify(context.directory);
  const tools = staffTools(context);
  const { options, deskFor, actorOf, find } = tools;

  await root.register((app, _options, done) => {
    app.decorateRequest('desk');
    // After the rate limit, before a body is read.
    app.addHook('preParsing', async (request) => {
      const desk = await deskOf(store, request.headers.authorization);
      if (!desk) throw new Problem('unauthorised');
      request.desk = desk;
    });

    app.get('/api/staff/me', options, async (request): Promise<Me> => {
      const { windowId } = deskFor(request);
      const window = desks.find(windowId) ?? { id: windowId, name: windowId };
      return { window, coordinator: desks.coordinator, waiting: await countWaiting(store, windowId) };
    });

    app.get('/api/staff/consultations', options, async (request): Promise<List> => {
      const query = readQuery(request.query as Record<string, unknown>);
      const { rows, next } = await listForWindow(store, { windowId: deskFor(request).windowId, ...query });
      const at = now();
      return { items: rows.map((row) => listItemOf(row, at)), ...(next ? { next: writeCursor(next) } : {}) };
    });

    app.get<ByNumber>('/api/staff/consultations/:number', options, async (request): Promise<DeskConsultation> => {
      const row = await find(request);
      const { number, window_id: windowId } = row;
      await noteRead(store, { at: now(), actor: actorOf(request), action: 'read', number, windowId });
      return {
        number,
        status: row.status,
        receivedAt: row.received_at,
        ...(row.answer_by ? { replyBy: row.answer_by } : {}),
        language: row.language,
        ...(row.form === 'sealed' ? { sealed: row.content } : { consultation: JSON.parse(row.content) as Consultation }),
        messages: await messagesOf(store, number),
      };
    });

    app.post<ByNumber>('/api/staff/consultations/:number/messages', options, async (request, reply) => {
      const key = idempotencyKey(request);
      const { number } = await find(request);
      const parsed = parseDeskMessage(request.body);
      if (!parsed.success) throw invalid(parsed.issues);
      const actor = actorOf(request);
      tellWritten(reply, await addMessage(store, { number, author: 'desk', text: parsed.data.text, key, at: now(), actor }));
      return reply.send(await threadOf(store, await find(request)));
    });

    app.post<ByNumber>('/api/staff/consultations/:number/status', options, async (request) => {
      const { number } = await find(request);
      const parsed = parseStatusChange(request.body);
      if (!parsed.success) throw invalid(parsed.issues);
      const moved = await moveStatus(store, { number, status: parsed.data.status, at: now(), actor: actorOf(request) });
      if (moved.ok) return { status: moved.status };
      if (moved.refusal === 'gone') throw new Problem('not-found');
      throw invalid([{ pointer: '#/status', code: 'choice', message: refusals[moved.refusal] }]);
    });
    app.get('/api/staff/directory', options, (_request, reply) => reply.type('application/json; charset=utf-8').send(directory));

    consentRoutes(app, context, tools);
    withdrawalRoutes(app, context, tools);
    referralRoutes(app, context, tools);
    streamRoute(app, context, tools);
    done();
  });
}

/** @throws Problem `invalid` with the parameter's name in the pointer. */
function readQuery({ status, after, limit }: Record<string, unknown>): {
  status?: ConsultationStatus;
  after?: { receivedAt: string; number: string };
  limit: number;
} {
  const known = statuses.find((one) => one === status);
  if (status !== undefined && !known) throw wrongParameter('status', `status は、次のどれかにしてください：${statuses.join('、')}。`);
  const cursor = typeof after === 'string' ? readCursor(after) : undefined;
  if (after !== undefined && !cursor) throw wrongParameter('after', 'after には、前の一覧にあった next をそのまま入れてください。');
  return { ...(known ? { status: known } : {}), ...(cursor ? { after: cursor } : {}), limit: readLimit(limit) };
}
