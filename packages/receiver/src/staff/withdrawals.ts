/** For a desk that was told something: what was taken back since, and that it knows. It sees nothing else of the case. */
import { readReceiptCode } from '@tsunagu/schema/consultation';
import type { FastifyInstance } from 'fastify';
import type { Context } from '../context.js';
import { Problem } from '../problems.js';
import { acknowledge, pendingFor } from '../store/shipments.js';
import { ownAcknowledgement, type Acknowledgement, type Withdrawals } from '../wire-consent.js';
import { readFields } from './consent-bodies.js';
import type { ByNumber, StaffTools } from './tools.js';

export function withdrawalRoutes(app: FastifyInstance, { store, now }: Context, { options, deskFor, actorOf }: StaffTools): void {
  app.get('/api/staff/withdrawals', options, async (request): Promise<Withdrawals> => {
    const items = await pendingFor(store, deskFor(request).windowId, now());
    return { items: items.map((item) => ({ ...item, told: item.told.map((one) => ({ ...one, items: [...one.items] })) })) };
  });

  app.post<ByNumber>('/api/staff/withdrawals/:number', options, async (request, reply): Promise<Acknowledgement> => {
    const { windowId } = deskFor(request);
    const fields = readFields(ownAcknowledgement, request.body);
    const caseId = readReceiptCode(request.params.number, 'number');
    const done =
      caseId && (await acknowledge(store, { ...fields, agency: windowId, caseId, windowId, at: now(), actor: actorOf(request) }));
    // A case of which this desk holds nothing is as unknown to it as one that never was.
    if (!done || done.outcome === 'nothing') throw new Problem('not-found');
    void reply.code(done.outcome === 'stored' ? 201 : 200);
    return done.acknowledgement;
  });
}
