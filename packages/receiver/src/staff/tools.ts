/** What every route for desks needs: who asks, and the consultation they ask for. */
import { readReceiptCode } from '@tsunagu/schema/consultation';
import type { FastifyRequest } from 'fastify';
import type { Context } from '../context.js';
import { rateOf } from '../http/rates.js';
import { Problem } from '../problems.js';
import type { Desk } from '../store/desk-tokens.js';
import { findForWindow, type LiveRow } from '../store/threads.js';

declare module 'fastify' {
  interface FastifyRequest {
    desk?: Desk;
  }
}

export interface ByNumber {
  Params: { number: string };
}

export interface StaffTools {
  options: { config: { rateLimit: ReturnType<typeof rateOf> } };
  deskFor: (request: FastifyRequest) => Desk;
  /** For the audit. */
  actorOf: (request: FastifyRequest) => string;
  /** @throws Problem `not-found`, for another desk's as for one that is not there. */
  find: (request: FastifyRequest<ByNumber>) => Promise<LiveRow>;
}

export function staffTools({ store, rates }: Context): StaffTools {
  const deskFor = (request: FastifyRequest): Desk => request.desk!;
  return {
    options: { config: { rateLimit: rateOf(rates, 'staff') } },
    deskFor,
    actorOf(request) {
      const { windowId, tokenId } = deskFor(request);
      return `desk:${windowId}/${tokenId}`;
    },
    async find(request) {
      const number = readReceiptCode(request.params.number, 'number');
      const row = number && (await findForWindow(store, number, deskFor(request).windowId));
      if (!row) throw new Problem('not-found');
      return row;
    },
  };
}
