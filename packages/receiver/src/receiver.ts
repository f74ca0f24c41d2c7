/** Puts the server together: store, doors, routes, daily deletion. */
import { randomUUID } from 'node:crypto';
import type { Directory } from '@tsunagu/schema/directory';
import fastify, { type FastifyInstance } from 'fastify';
import type { Context } from './context.js';
import { desksOf } from './desks.js';
import { readBodies } from './http/bodies.js';
import { answerErrors, clientError, frameworkErrors } from './http/errors.js';
import { addHeaders } from './http/headers.js';
import { loggerOptions, logRequests, quietController, type LogOptions } from './http/logging.js';
import { watchMethods } from './http/methods.js';
import { ownPages, pageRoutes } from './http/pages.js';
import { guardOrigins } from './http/origin.js';
import { defaultRates, limitRates, type Rates } from './http/rates.js';
import { serviceRoutes } from './http/service.js';
import { submitRoute } from './public/submit.js';
import { receiptRoutes } from './receipts/routes.js';
import { ReferralStreams, type StreamOptions } from './referrals/stream.js';
import { staffRoutes } from './staff/routes.js';
import { desksBeyond } from './store/desk-list.js';
import { createToken } from './store/desk-tokens.js';
import { markOverdue } from './store/referral-clock.js';
import { defaultRetention, sweep, type Retention } from './store/retention.js';
import { desksWithoutToken } from './store/referrals.js';
import { openStore } from './store/store.js';

export interface ReceiverOptions {
  /** The city's desks; the same file that the finder reads. */
  directory: Directory;
  /** Path of the SQLite file, or a `postgres://` URL. */
  database: string;
  /** Origins (`https://www.city.example.jp`) of pages that may send besides the receiver's own. None by default. */
  origins?: readonly string[];
  /** Who may say the sender's address in X-Forwarded-For: nobody by default, or a number of hops, or addresses and subnets. */
  trustProxy?: number | readonly string[] | false;
  rates?: Partial<Rates>;
  retention?: Partial<Retention>;
  /** Business days of the city within which an answer is promised; 3 by default. */
  replyDays?: number;
  /** Id of the desk that coordinates referrals; `coordinator` by default, a desk of its own. */
  coordinator?: string;
  /** How news of referrals are streamed. */
  streams?: Partial<StreamOptions>;
  log?: LogOptions;
  /** Folder of the pages `/staff` and `/receipt`; the package's own by default. */
  pages?: URL;
  now?: () => Date;
}

export interface Receiver {
  app: FastifyInstance;
  /** Desks with open consultations that the directory does not name any more. */
  lostDesks: readonly { windowId: string; open: number }[];
  /** Desks for which referrals wait although they have no token. */
  silentDesks: readonly { windowId: string; waiting: number }[];
  /** Makes a token for a desk; it cannot be shown again. */
  createToken(windowId: string): Promise<string>;
  /** Deletes what is too old at `now`; returns how many consultations. Also done at the start and daily. */
  sweep(now: Date): Promise<number>;
  /** Notes on referrals whose day is over at `now` that it is, and tells the coordinator; returns how many steps. Also done at the start and every few minutes. */
  markOverdue(now: Date): Promise<number>;
  /** Answers what has begun, ends streams, then closes the store. */
  close(): Promise<void>;
}

/** A consultation of the greatest lengths the schema allows, in characters of three bytes, is smaller. */
export const bodyLimit = 96 * 1024;

const day = 24 * 60 * 60 * 1000;
const clockRound = 5 * 60 * 1000;

/** @throws the store's error when it cannot be opened. */
export async function createReceiver(options: ReceiverOptions): Promise<Receiver> {
  const {
    directory,
    database,
    origins = [],
    trustProxy = false,
    log = { level: 'info' },
    replyDays = 3,
    pages = ownPages,
    now = () => new Date(),
  } = options;
  const retention = { ...defaultRetention, ...options.retention };
  const rates = { ...defaultRates, ...options.rates };
  const store = await openStore(database);
  const app = fastify({
    logger: loggerOptions(log),
    logController: quietController(),
    genReqId: () => randomUUID(),
    requestIdHeader: false,
    trustProxy: typeof trustProxy === 'number' ? (_address, hop) => hop < trustProxy : trustProxy && [...trustProxy],
    bodyLimit,
    // A phone on a bad line sends 96 KiB in this time; somebody who keeps connections open on purpose does not get longer.
    requestTimeout: 30_000,
    connectionTimeout: 60_000,
    keepAliveTimeout: 10_000,
    // Node would answer a missing Host by itself, without a problem; `addHeaders` looks at it.
    http: { maxHeaderSize: 16 * 1024, headersTimeout: 15_000, requireHostHeader: false },
    return503OnClosing: false,
    forceCloseConnections: 'idle',
    frameworkErrors,
    clientErrorHandler: clientError,
  });
  const desks = desksOf(directory, replyDays, options.coordinator);
  const city = { ...(directory.calendar && { calendar: directory.calendar }), desks: desks.ids };
  const streams = new ReferralStreams(store, options.streams);
  const context: Context = { store, directory, desks, city, streams, rates, now };
  const clean = async (at: Date): Promise<number> => {
    const deleted = await sweep(store, retention, at);
    if (deleted > 0) app.log.info({ deleted }, 'deleted by age');
    return deleted;
  };
  const tick = async (at: Date): Promise<number> => {
    const steps = await markOverdue(store, city, at, (error) => app.log.error({ err: error }, 'clock failed'));
    if (steps > 0) app.log.info({ steps }, 'days noted');
    streams.nudge();
    return steps;
  };
  let closing = false;
  let lostDesks: Receiver['lostDesks'];
  let silentDesks: Receiver['silentDesks'];
  try {
    addHeaders(app);
    // Otherwise a connection that is kept alive after its last answer would hold up the end.
    app.addHook('onSend', (_request, reply, _payload, done) => {
      if (closing) void reply.header('connection', 'close');
      done();
    });
    app.addHook('preClose', () => streams.close());
    logRequests(app);
    answerErrors(app, context.desks);
    await readBodies(app, bodyLimit);
    const addMissingMethods = watchMethods(app);
    await guardOrigins(app, new Set(origins));
    await limitRates(app, () => now().getTime());
    serviceRoutes(app, context);
    pageRoutes(app, context, pages);
    submitRoute(app, context);
    receiptRoutes(app, context);
    await staffRoutes(app, context);
    addMissingMethods();
    await app.ready();
    // Without a listener Node answers an unknown `Expect` by itself; it is only a wish, so the request is answered as any other.
    app.server.on('checkExpectation', (request, response) => app.routing(request, response));
    await clean(now());
    await tick(now());
    const known = directory.windows.map(({ id }) => id);
    lostDesks = await desksBeyond(store, known);
    silentDesks = await desksWithoutToken(store.db);
  } catch (error) {
    await app.close();
    await store.close();
    throw error;
  }
  const daily = setInterval(() => {
    clean(now()).catch((error: unknown) => app.log.error({ err: error }, 'sweep failed'));
  }, day);
  daily.unref();
  const clock = setInterval(() => {
    tick(now()).catch((error: unknown) => app.log.error({ err: error }, 'clock failed'));
  }, clockRound);
  clock.unref();

  return {
    app,
    lostDesks,
    silentDesks,
    createToken: (windowId) => createToken(store, windowId, now()),
    sweep: clean,
    markOverdue: tick,
    async close() {
      clearInterval(daily);
      clearInterval(clock);
      closing = true;
      await app.close();
      await store.close();
    },
  };
}
