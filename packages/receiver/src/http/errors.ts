/** Every way in which a request can fail ends as a problem: our own, the framework's, the parser's, the store's. */
import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Desks } from '../desks.js';
import { Problem, type ProblemCode } from '../problems.js';
import { isStoreTrouble } from '../store/trouble.js';
import { apiHeaders } from './headers.js';
import { problemPage } from '../public/pages.js';

/** Seconds after which a store that is busy or restarting is likely back. */
const storeRetry = 5;

const frameworkCodes: Record<string, ProblemCode> = {
  FST_ERR_CTP_BODY_TOO_LARGE: 'too-large',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'unsupported',
  FST_ERR_CTP_INVALID_TYPE: 'unsupported',
  FST_ERR_CTP_EMPTY_TYPE: 'unsupported',
  FST_ERR_CTP_EMPTY_JSON_BODY: 'not-json',
  FST_ERR_CTP_INVALID_JSON_BODY: 'not-json',
  FST_ERR_NOT_FOUND: 'not-found',
};

/** What an error means to whoever sent the request. */
export function problemOf(error: unknown): Problem {
  if (error instanceof Problem) return error;
  if (isStoreTrouble(error)) return new Problem('unavailable', { retryAfter: storeRetry });
  const { code, statusCode } = (error ?? {}) as { code?: unknown; statusCode?: unknown };
  const known = frameworkCodes[String(code)];
  if (known) return new Problem(known);
  if (statusCode === 413) return new Problem('too-large');
  if (typeof statusCode === 'number' && statusCode >= 400 && statusCode < 500) return new Problem('bad-request');
  return new Problem('failed');
}

function sendProblem(request: FastifyRequest, reply: FastifyReply, problem: Problem, desks?: Desks): FastifyReply {
  const details = problem.details(request.id);
  void reply.code(details.status).headers(problem.headers());
  if (desks && isPageVisit(request)) return problemPage(reply, details, desks);
  return reply.type('application/problem+json; charset=utf-8').send(JSON.stringify(details));
}

/** A person whose page runs no script sees what is answered: give them a page. */
const isPageVisit = ({ headers, routeOptions }: FastifyRequest): boolean =>
  routeOptions.config?.page === true && /\btext\/html\b/.test(headers.accept ?? '') && !/\bjson\b/.test(headers['content-type'] ?? '');

export function answerErrors(app: FastifyInstance, desks: Desks): void {
  app.setErrorHandler((error, request, reply) => {
    // A connection that the sender closed needs no answer, and is no failure of ours.
    const problem = request.raw.destroyed && !request.raw.complete ? new Problem('bad-request') : problemOf(error);
    if (problem.code === 'failed') request.log.error({ err: error }, 'failed');
    if (problem.code === 'unavailable') request.log.error({ err: error }, 'store trouble');
    return sendProblem(request, reply, problem, desks);
  });
  app.setNotFoundHandler((request, reply) => sendProblem(request, reply, new Problem('not-found')));
}

/** For addresses that cannot be decoded: Fastify asks before a route, hooks and handlers exist. */
export const frameworkErrors = (error: Error, request: FastifyRequest, reply: FastifyReply): void =>
  void sendProblem(request, reply.headers(apiHeaders), problemOf(error));

/** For what is no HTTP at all: the request never reaches the framework, so the answer is written to the wire. */
export function clientError(error: NodeJS.ErrnoException, socket: Socket): void {
  if (error.code === 'ECONNRESET' || socket.destroyed || !socket.writable) return void socket.destroy();
  const code: ProblemCode =
    error.code === 'HPE_HEADER_OVERFLOW'
      ? 'headers-too-large'
      : error.code === 'ERR_HTTP_REQUEST_TIMEOUT'
        ? 'too-slow'
        : error.code === 'HPE_CHUNK_EXTENSIONS_OVERFLOW'
          ? 'too-large'
          : 'bad-request';
  const details = new Problem(code).details('-');
  const body = JSON.stringify(details);
  const headers = {
    ...apiHeaders,
    'content-type': 'application/problem+json; charset=utf-8',
    'content-length': String(Buffer.byteLength(body)),
    connection: 'close',
  };
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
  socket.end(`HTTP/1.1 ${details.status} ${STATUS_CODES[details.status]!}\r\n${lines.join('\r\n')}\r\n\r\n${body}`);
}
