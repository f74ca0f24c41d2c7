/** A desk that has signed in. The token lives in this tab only and is gone with it. */
import type { Directory } from '@tsunagu/schema/directory';
import type { Me } from '../../wire.js';
import { ask, type Asking, type Reply } from '../ask.js';

const place = 'tsunagu-desk-token';

export interface Session {
  token: string;
  desk: { id: string; name: string };
  /** Whoever coordinates: a desk of the directory, or one of its own. */
  coordinator: { id: string; name: string };
  /** The name of who works here, written once for a tab and kept nowhere. */
  worker: string;
  ask<Data>(path: string, more?: Asking): Promise<Reply<Data>>;
  /** The city's, and whoever coordinates among its desks: that desk is asked for consent and sent sheets like the others. Asked for once. */
  directory(): Promise<Reply<Directory>>;
  /** The receiver does not, or no longer, know the token. */
  refuse(): void;
}

/** @param refused called when the receiver does not, or no longer, know the token. */
export function openSession(token: string, { window, coordinator }: Me, refused: () => void): Session {
  let directory: Promise<Reply<Directory>> | undefined;
  const session: Session = {
    token,
    desk: window,
    coordinator,
    worker: '',
    async ask<Data>(path: string, more: Asking = {}): Promise<Reply<Data>> {
      const reply = await ask<Data>(path, { ...more, token });
      if (!reply.ok && reply.status === 401) refused();
      return reply;
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
    refuse: refused,
  };
  return session;
}

const withCoordinator = (directory: Directory, { id, name }: Session['coordinator']): Directory =>
  directory.windows.some((window) => window.id === id) ? directory : { ...directory, windows: [...directory.windows, { id, name }] };

export const keptToken = (): string | undefined => sessionStorage.getItem(place) ?? undefined;
export const keepToken = (token: string): void => sessionStorage.setItem(place, token);
export const forgetToken = (): void => sessionStorage.removeItem(place);
