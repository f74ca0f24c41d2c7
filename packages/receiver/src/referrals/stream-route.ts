/** `GET /api/staff/referrals/stream`. */
import type { FastifyInstance } from 'fastify';
import type { Context } from '../context.js';
import { Problem } from '../problems.js';
import type { StaffTools } from '../staff/tools.js';

/** Seconds until a page that was closed is likely noticed. */
const retry = 30;

export function streamRoute(app: FastifyInstance, { streams }: Context, { options, deskFor }: StaffTools): void {
  app.get('/api/staff/referrals/stream', { ...options, exposeHeadRoute: false }, async (request, reply) => {
    const given = request.headers['last-event-id'];
    // What is no number is none of ours: the stream says `reset`.
    const after = given === undefined ? undefined : typeof given === 'string' && /^\d{1,15}$/.test(given) ? Number(given) : Infinity;
    const stream = await streams.open(deskFor(request), after);
    if (!stream) throw new Problem('too-many-streams', { retryAfter: retry });
    return reply
      .headers({ 'content-type': 'text/event-stream; charset=utf-8', 'cache-control': 'no-store, no-transform', 'x-accel-buffering': 'no' })
      .send(stream);
  });
}
