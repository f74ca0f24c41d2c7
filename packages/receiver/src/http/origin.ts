/** Which pages may send: the receiver's own, and those on the list. What is no browser says nothing and is let through. */
import cors from '@fastify/cors';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { Problem } from '../problems.js';

/** Routes with `config.cors` may be asked from the pages on the list. */
declare module 'fastify' {
  interface FastifyContextConfig {
    /** Open to pages of the allow-list (and refused to others). */
    crossOrigin?: boolean;
    /** Without script a person sees the answer: problems are pages there. */
    page?: boolean;
  }
}

/** `request.host` follows X-Forwarded-Host only from a trusted proxy. */
function isSameOrigin({ headers, host }: FastifyRequest): boolean {
  // Browsers set it and scripts cannot; it also holds where TLS ends at a proxy that we know nothing of.
  if (headers['sec-fetch-site'] !== undefined) return ['same-origin', 'none'].includes(headers['sec-fetch-site']);
  try {
    return new URL(headers.origin ?? '').host === host;
  } catch {
    return false;
  }
}

function isAllowed(request: FastifyRequest, origins: ReadonlySet<string>): boolean {
  const { origin } = request.headers;
  if (origin === undefined && request.headers['sec-fetch-site'] === undefined) return true;
  return (origin !== undefined && origins.has(origin)) || isSameOrigin(request);
}

export async function guardOrigins(app: FastifyInstance, origins: ReadonlySet<string>): Promise<void> {
  await app.register(cors, {
    delegator: (request: FastifyRequest, answer) => {
      const { origin } = request.headers;
      const preflight = request.method !== 'OPTIONS' || request.headers['access-control-request-method'] !== undefined;
      const allowed = origin !== undefined && preflight && origins.has(origin) && request.routeOptions.config.crossOrigin === true;
      answer(null, {
        origin: allowed ? origin : false,
        methods: ['POST'],
        allowedHeaders: ['content-type', 'idempotency-key'],
        exposedHeaders: ['idempotency-replayed', 'retry-after'],
        maxAge: 600,
      });
    },
  });
  app.addHook('onRequest', (request, _reply, done) => {
    const refused = request.method === 'POST' && request.routeOptions.config.crossOrigin === true && !isAllowed(request, origins);
    done(refused ? new Problem('origin-refused') : undefined);
  });
}
