/** `token <windowId>` and `revoke <windowId>`. */
import { readConfig, type Environment } from '../config.js';
import { desksBeyond } from '../store/desk-list.js';
import { createToken, revokeTokens } from '../store/desk-tokens.js';
import { openStore, type Store } from '../store/store.js';
import { CommandError, type Output } from './command.js';
import { storeSentence } from './serve.js';

export async function printToken(windowId: string, environment: Environment, output: Output): Promise<void> {
  const { directory, database, coordinator } = readConfig(environment);
  const known = [...directory.windows.map(({ id }) => id), coordinator];
  const token = await withStore(database, async (store) => {
    const beyond = known.includes(windowId) ? [] : await desksBeyond(store, known);
    if (!known.includes(windowId) && !beyond.some((desk) => desk.windowId === windowId)) {
      throw new CommandError(`The directory has no desk "${windowId}". It has: ${known.join(', ')}.`);
    }
    return createToken(store, windowId, new Date());
  });
  output.write(`${token}\n`);
}

export async function revoke(windowId: string, environment: Environment, output: Output): Promise<void> {
  const { database } = readConfig(environment);
  const count = await withStore(database, (store) => revokeTokens(store, windowId, new Date()));
  output.write(`${count} ${count === 1 ? 'token' : 'tokens'} of ${windowId} ended.\n`);
}

async function withStore<Result>(database: string, use: (store: Store) => Promise<Result>): Promise<Result> {
  const store = await openStore(database).catch((error: unknown) => {
    throw new CommandError(storeSentence(database, error));
  });
  try {
    return await use(store);
  } finally {
    await store.close();
  }
}
