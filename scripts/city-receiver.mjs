/**
 * The receiver beside the example pages, on one address as a city's own server would have it. Run with tsx: it is TypeScript.
 */
import { mkdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { createReceiver } from '../packages/receiver/src/index.ts';
import { root } from './serve-examples.mjs';

/** What the receiver answers; everything else is a file. */
const paths = /^\/(api\/|chunks\/|staff\b|receipt\b|receiver\.css)/;

/**
 * 生駒市's receiver with an embedded store.
 *
 * @param {object} [options]
 * @param {string} [options.database] path of the SQLite file, kept between starts; or a `postgres://` URL
 * @param {Partial<import('../packages/receiver/src/index.ts').ReceiverOptions>} [options.more]
 */
export async function cityReceiver({ database = join(root, '.data/ikoma.sqlite'), more = {} } = {}) {
  const directory = JSON.parse(readFileSync(join(root, 'examples/cities/ikoma.json'), 'utf8'));
  if (!database.includes('://')) mkdirSync(dirname(database), { recursive: true });
  const receiver = await createReceiver({ directory, database, log: { level: 'silent' }, ...more });
  return {
    receiver,
    directory,
    /** For `exampleServer`: takes what is the receiver's. */
    elsewhere(request, response) {
      if (!paths.test(request.url ?? '')) return false;
      receiver.app.routing(request, response);
      return true;
    },
  };
}
