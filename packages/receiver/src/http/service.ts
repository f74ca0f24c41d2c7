/** For those who run the server and those who build on it. */
import type { FastifyInstance } from 'fastify';
import type { Context } from '../context.js';
import { openApiDocument } from '../openapi/document.js';
import { rateOf } from './rates.js';

export function serviceRoutes(app: FastifyInstance, { store, rates }: Context): void {
  const options = { config: { rateLimit: rateOf(rates, 'read') } };
  const document = JSON.stringify(openApiDocument());

  app.get('/api/health', options, async () => {
    await store.ping();
    return { status: 'ok' };
  });

  app.get('/api/openapi.json', options, (_request, reply) => reply.type('application/json; charset=utf-8').send(document));
}
