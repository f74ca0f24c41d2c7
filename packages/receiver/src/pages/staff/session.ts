/** A desk that has signed in. The token lives in this tab only and is gone with it. */
import { ask, type Reply } from '../ask.js';

const place = 'tsunagu-desk-token';

export interface Session {
  token: string;
  desk: { id: string; name: string };
  ask<Data>(path: string, more?: { body?: unknown; key?: string }): Promise<Reply<Data>>;
}

/** @param refused called when the receiver does not, or no longer, know the token. */
export function openSession(token: string, desk: Session['desk'], refused: () => void): Session {
  return {
    token,
    desk,
    async ask<Data>(path: string, more: { body?: unknown; key?: string } = {}): Promise<Reply<Data>> {
      const reply = await ask<Data>(path, { ...more, token });
      if (!reply.ok && reply.status === 401) refused();
      return reply;
    },
  };
}

export const keptToken = (): string | undefined => sessionStorage.getItem(place) ?? undefined;
export const keepToken = (token: string): void => sessionStorage.setItem(place, token);
export const forgetToken = (): void => sessionStorage.removeItem(place);
