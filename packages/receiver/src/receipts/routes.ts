/** Whoever holds a receipt reads the answers and writes back. Number and secret travel in the body, so that no address ever holds them. */
import { parseOpenReceipt, parsePersonMessage, readReceiptCode } from '@tsunagu/schema/consultation';
import type { FastifyInstance } from 'fastify';
import type { Context } from '../context.js';
import { idempotencyKey } from '../http/idempotency-key.js';
import { rateOf } from '../http/rates.js';
import { tellWritten } from '../http/written.js';
import { invalid, Problem } from '../problems.js';
import { addMessage, findByReceipt, noteRead, threadOf, type LiveRow } from '../store/threads.js';

const actor = 'receipt';

export function receiptRoutes(app: FastifyInstance, { store, desks, rates, now }: Context): void {
  const options = { config: { crossOrigin: true, rateLimit: rateOf(rates, 'receipts') } };

  const open = async ({ number, secret }: { number: string; secret: string }): Promise<LiveRow> => {
    const row = await findByReceipt(store, number, secret);
    if (!row) throw new Problem('not-found');
    return row;
  };

  app.post('/api/receipts/open', options, async (request) => {
    const parsed = parseOpenReceipt(asPrinted(request.body));
    if (!parsed.success) throw invalid(parsed.issues);
    const row = await open(parsed.data);
    await noteRead(store, { at: now(), actor, action: 'lookup', number: row.number, windowId: row.window_id });
    return threadOf(store, row);
  });

  app.post('/api/receipts/messages', options, async (request, reply) => {
    const key = idempotencyKey(request);
    const parsed = parsePersonMessage(asPrinted(request.body));
    if (!parsed.success) throw invalid(parsed.issues);
    const { number } = await open(parsed.data);
    const at = now();
    const { text } = parsed.data;
    const written = await addMessage(store, { number, author: 'person', text, key, at, actor, replyBy: desks.replyBy(at) });
    tellWritten(reply, written);
    return reply.send(await threadOf(store, await open(parsed.data)));
  });
}

/** Numbers as people type them, in the form in which they were printed; what cannot be one stays, for the door to say so. */
function asPrinted(body: unknown): unknown {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) return body;
  const read = (name: 'number' | 'secret'): Record<string, unknown> => {
    const value = (body as Record<string, unknown>)[name];
    return typeof value === 'string' ? { [name]: readReceiptCode(value, name) ?? value } : {};
  };
  return { ...body, ...read('number'), ...read('secret') };
}
