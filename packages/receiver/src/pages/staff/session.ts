/** A desk that has signed in. The token lives in this tab only and is gone with it. */
import type { Directory } from '@tsunagu/schema/directory';
import { localize } from '@tsunagu/schema/text';
import type { Me } from '../../wire.js';
import { ask, type Asking, type Reply } from '../ask.js';

const place = 'tsunagu-desk-token';

export interface Session {
  readonly token: string;
  desk: { id: string; name: string };
  /** Whoever coordinates: a desk of the directory, or one of its own. */
  coordinator: { id: string; name: string };
  /** The name of who works here, written once for a tab and kept nowhere. */
  worker: string;
  /** Where the token is not known any more, it is asked for in place, and then this is sent again: what is being written goes on. */
  ask<Data>(path: string, more?: Asking): Promise<Reply<Data>>;
  /** The city's, and whoever coordinates among its desks: that desk is asked for consent and sent sheets like the others. Asked for once. */
  directory(): Promise<Reply<Directory>>;
  /** The official name of a desk; its id where nobody knows one. */
  nameOf(id: string): Promise<string>;
  /** The receiver does not, or no longer, know the token. True: there is a new one. False: the desk was closed. */
  renew(): Promise<boolean>;
  /** The desk is closed: nothing is asked any more. */
  end(): void;
}

interface Refused {
  /** Asks for the token again; undefined: the desk is to be closed. */
  again: () => Promise<string | undefined>;
  closed: () => void;
}

export function openSession(token: string, { window, coordinator }: Me, { again, closed }: Refused): Session {
  let directory: Promise<Reply<Directory>> | undefined;
  let renewing: Promise<boolean> | undefined;
  let current = token;
  let ended = false;
  const renewed = async (): Promise<boolean> => {
    const found = await again();
    if (ended) return false;
    if (found === undefined) closed();
    else keepToken((current = found));
    return found !== undefined;
  };
  const session: Session = {
    get token() {
      return current;
    },
    desk: window,
    coordinator,
    worker: '',
    async ask<Data>(path: string, more: Asking = {}): Promise<Reply<Data>> {
      for (;;) {
        const used = current;
        const reply = await ask<Data>(path, { ...more, token: used });
        if (reply.ok || reply.status !== 401) return reply;
        // Another question may have been answered with a new one meanwhile.
        if (used === current && !(await session.renew())) return reply;
      }
    },
    async directory() {
      directory ??= session.ask<Directory>('api/staff/directory');
      const reply = await directory;
      if (!reply.ok) {
        directory = undefined;
        return reply;
      }
      return { ok: true, data: withCoordinator(reply.data, coordinator) };
    },
    async nameOf(id) {
      const reply = await session.directory();
      const found = reply.ok ? reply.data.windows.find((one) => one.id === id) : undefined;
      return found ? localize(found.name) : id;
    },
    async renew() {
      if (ended) return false;
      renewing ??= renewed().finally(() => (renewing = undefined));
      return renewing;
    },
    end: () => void (ended = true),
  };
  return session;
}

const withCoordinator = (directory: Directory, { id, name }: Session['coordinator']): Directory =>
  directory.windows.some((window) => window.id === id) ? directory : { ...directory, windows: [...directory.windows, { id, name }] };

export const keptToken = (): string | undefined => sessionStorage.getItem(place) ?? undefined;
export const keepToken = (token: string): void => sessionStorage.setItem(place, token);
export const forgetToken = (): void => sessionStorage.removeItem(place);
