/** Runs the server until it is told to stop. */
import type { AddressInfo } from 'node:net';
import { describeError } from '../http/logging.js';
import { readConfig, type Environment } from '../config.js';
import { createReceiver, type Receiver, type ReceiverOptions } from '../receiver.js';
import { isPostgres } from '../store/store.js';
import { isStoreTrouble } from '../store/trouble.js';
import { CommandError, type Output } from './command.js';

/** Requests that are still open then are cut off: a supervisor kills what does not stop. */
const patience = 10_000;
/** So long a database may take to come. */
const databasePatience = 15_000;

export async function serve(environment: Environment, output: Output, trouble: Output): Promise<void> {
  const { host, port, ...options } = readConfig(environment);
  const receiver = await begin(options, trouble);
  try {
    await receiver.app.listen({ host, port });
  } catch (error) {
    await receiver.close();
    throw new CommandError(`Cannot listen on ${host}:${port} (${describeError(error).code ?? 'unknown'}): see HOST and PORT.`);
  }
  let stopping = false;
  const stop = (): void => {
    if (stopping) return;
    stopping = true;
    const cut = setTimeout(() => receiver.app.server.closeAllConnections(), patience);
    void receiver
      .close()
      .catch(() => (process.exitCode = 1))
      .finally(() => clearTimeout(cut));
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);

  for (const { windowId, open } of receiver.lostDesks) {
    trouble.write(
      `The directory has no desk "${windowId}" any more, but ${open} of its consultations are not closed: make a token for it to answer them.\n`,
    );
  }

  for (const { windowId, waiting } of receiver.silentDesks)
    trouble.write(
      `${waiting} ${waiting === 1 ? 'referral waits' : 'referrals wait'} for "${windowId}", which has no token: make one with "tsunagu-receiver token ${windowId}".\n`,
    );

  // Last: whoever reads it may send a signal at once.
  const { address, family, port: bound } = receiver.app.server.address() as AddressInfo;
  output.write(`tsunagu receiver: http://${family === 'IPv6' ? `[${address}]` : address}:${bound}\n`);
}

/** Starts; a PostgreSQL that is just starting as well, or coming back after a crash, is waited for. */
async function begin(options: ReceiverOptions, trouble: Output): Promise<Receiver> {
  for (let end = 0; ;) {
    try {
      return await createReceiver(options);
    } catch (error) {
      const mayCome = isPostgres(options.database) && isStoreTrouble(error);
      if (!mayCome || (end && Date.now() > end)) throw new CommandError(storeSentence(options.database, error));
      if (!end) {
        trouble.write(`PostgreSQL does not answer (${describeError(error).code ?? 'no connection'}); waiting for it.\n`);
        end = Date.now() + databasePatience;
      }
      await new Promise((resolve) => setTimeout(resolve, 1000));
    }
  }
}

export function storeSentence(database: string, error: unknown): string {
  const { name, code } = describeError(error);
  return isPostgres(database)
    ? `The database of DATABASE_URL cannot be used (${code ?? name}): see that PostgreSQL runs and that the user may make tables.`
    : `The file ${database} of TSUNAGU_DATA cannot be used (${code ?? name}): see that its folder is there and may be written.`;
}
