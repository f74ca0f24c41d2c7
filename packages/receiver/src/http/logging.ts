/** The log says that requests came and how they ended; never an address with its query, a header, a body, or an error's text. */
import { LogController, type FastifyInstance, type FastifyServerOptions } from 'fastify';

export interface LogOptions {
  /** `silent` writes nothing. */
  level: 'silent' | 'error' | 'info';
  /** Where lines go; the standard output when absent. */
  stream?: { write(line: string): void };
}

/** The only texts that are written. Everything else (Fastify names addresses, errors quote values) becomes `note`. */
const texts = new Set(['request', 'failed', 'store trouble', 'deleted by age', 'sweep failed', 'days noted', 'clock failed']);

/** pino's number for `info`: what frameworks tell below it or on it (addresses they listen on) is not for this log. */
const information = 30;

/** An error's message may quote what was sent (a database's does), so only its name and code are written. */
export function describeError(error: unknown): { name: string; code?: string } {
  const { name = 'Error', code } = (error ?? {}) as { name?: unknown; code?: unknown };
  return { name: String(name), ...(code === undefined ? {} : { code: String(code) }) };
}

/** Keeps what Fastify and its plugins would log by themselves (requests, replies, errors) from being written. */
function harmless(first: unknown): object {
  if (first instanceof Error) return { err: describeError(first) };
  if (typeof first !== 'object' || first === null) return {};
  const { req: _request, res: _reply, err, ...fields } = first as Record<string, unknown>;
  return err === undefined ? fields : { ...fields, err: describeError(err) };
}

export const loggerOptions = ({ level, stream }: LogOptions): FastifyServerOptions['logger'] => ({
  level,
  base: undefined,
  hooks: {
    logMethod(args: unknown[], method, severity) {
      const text = args.find((part): part is string => typeof part === 'string' && texts.has(part));
      if (text === undefined && severity <= information) return;
      (method as (fields: object, text: string) => void).call(this, harmless(args[0]), text ?? 'note');
    },
  },
  ...(stream ? { stream } : {}),
});

/** Fastify's own lines about a request carry its address; ours are written below. */
export const quietController = (): LogController => new LogController({ disableRequestLogging: true });

export function logRequests(app: FastifyInstance): void {
  app.addHook('onResponse', (request, reply, done) => {
    request.log.info(
      { method: request.method, route: request.routeOptions.url ?? null, status: reply.statusCode, ms: Math.round(reply.elapsedTime) },
      'request',
    );
    done();
  });
}
