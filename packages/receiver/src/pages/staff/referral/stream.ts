/**
 * Hears at once what happens to this desk's sheets: server-sent events over fetch, because the token goes into a header and never into an address. An
 * event says which sheet and how far, nothing else; what is new is asked for. Ends with the signing out, and rests while nobody looks.
 */
import { eventReader } from './sse.js';

export interface SheetNews {
  id: string;
  /** Number of the sheet's last event; 0 with a draft. */
  seq: number;
  /** A worker of this desk saved it. */
  draft?: DraftNews;
}

export interface DraftNews {
  /** Its revision; 0: it was thrown away. */
  version: number;
  who?: string;
  /** When, by the receiver's clock. */
  at: string;
}

/** Whether somebody can see the page. */
export interface Visibility {
  isHidden: () => boolean;
  /** Calls back at each change; gives what ends that. */
  onChange: (listener: () => void) => () => void;
}

const ofPage: Visibility = {
  isHidden: () => document.visibilityState === 'hidden',
  onChange(listener) {
    document.addEventListener('visibilitychange', listener);
    return () => document.removeEventListener('visibilitychange', listener);
  },
};

export interface StreamOptions {
  address: string;
  token: () => string;
  /** Something happened to a sheet. Called with nothing where something may have been missed: look at everything anew. */
  news: (news?: SheetNews) => void;
  /** The token is not, or no longer, known. Resolves with true where there is a new one to go on with. */
  refused: () => Promise<boolean>;
  /** Whether what is on the screen is kept up to date. */
  live?: (isLive: boolean) => void;
  fetch?: typeof globalThis.fetch;
  visibility?: Visibility;
  /** Resolves after `ms` or once the signal is aborted. */
  wait?: (ms: number, signal: AbortSignal) => Promise<void>;
  random?: () => number;
}

/** The first pause before another try and the longest, in ms. */
const pause = { first: 1000, most: 30_000 };
/** A server breathes (a comment line) more often than this; a connection that is silent longer is dead, ms. */
const silence = 75_000;
/** A page in the background lets go after so long: a browser has six connections to a server, and another tab may need one. */
const unseen = 60_000;

const sleep = (ms: number, signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    const done = (): void => {
      clearTimeout(timer);
      signal.removeEventListener('abort', done);
      resolve();
    };
    const timer = setTimeout(done, ms);
    signal.addEventListener('abort', done);
    if (signal.aborted) done();
  });

export function readNews(data: string): SheetNews | undefined {
  try {
    const { id, seq, version, who, at } = JSON.parse(data) as Partial<SheetNews & DraftNews>;
    if (typeof id !== 'string') return undefined;
    if (typeof version === 'number' && typeof at === 'string')
      return { id, seq: 0, draft: { version, at, ...(typeof who === 'string' && { who }) } };
    return typeof seq === 'number' ? { id, seq } : undefined;
  } catch {
    return undefined;
  }
}

/** Begins, and gives what ends it. Never throws. */
export function followSheets(options: StreamOptions): () => void {
  const { address, token, news, refused, live = () => undefined, wait = sleep, random = Math.random, visibility = ofPage } = options;
  const fetch_ = options.fetch ?? globalThis.fetch.bind(globalThis);
  const end = new AbortController();
  let connection = new AbortController();
  let lastId = '';
  let hidden: AbortController | undefined;

  /** One connection, until it breaks. True: it was open, so the next pause is a short one again. */
  const connect = async (): Promise<boolean> => {
    const own = (connection = new AbortController());
    const stop = (): void => own.abort();
    end.signal.addEventListener('abort', stop, { signal: own.signal });
    let open = false;
    let alive = new AbortController();
    const watch = (): void => {
      alive.abort();
      const mine = (alive = new AbortController());
      void wait(silence, mine.signal).then(() => mine.signal.aborted || own.abort());
    };
    try {
      watch();
      const headers = { authorization: `Bearer ${token()}`, accept: 'text/event-stream', ...(lastId ? { 'last-event-id': lastId } : {}) };
      const response = await fetch_(address, { headers, signal: own.signal, cache: 'no-store', credentials: 'omit' });
      if (response.status === 401) {
        // Somebody may look for the token for a long time.
        alive.abort();
        if (await refused()) return true;
        end.abort();
        return false;
      }
      if (!response.ok || !response.body) return false;
      open = true;
      live(true);
      // What came before is asked for, whether or not the server remembers where this page was.
      news();
      const read = eventReader();
      const pieces = response.body.getReader();
      const text = new TextDecoder();
      for (;;) {
        const { done, value } = await pieces.read();
        if (done) return true;
        watch();
        for (const { id, data } of read(text.decode(value, { stream: true }))) {
          lastId = id;
          const told = readNews(data);
          if (told) news(told);
        }
      }
    } catch {
      return open;
    } finally {
      alive.abort();
      own.abort();
    }
  };

  const seen = (): Promise<void> =>
    new Promise((resolve) => {
      const look = (): void => {
        if (visibility.isHidden() && !end.signal.aborted) return;
        forgetThis();
        end.signal.removeEventListener('abort', look);
        resolve();
      };
      const forgetThis = visibility.onChange(look);
      end.signal.addEventListener('abort', look);
      look();
    });

  const forget = visibility.onChange(() => {
    hidden?.abort();
    hidden = undefined;
    if (!visibility.isHidden()) return;
    const mine = (hidden = new AbortController());
    void wait(unseen, mine.signal).then(() => mine.signal.aborted || connection.abort());
  });
  end.signal.addEventListener('abort', () => {
    forget();
    hidden?.abort();
  });

  const go = async (): Promise<void> => {
    for (let tries = 0; !end.signal.aborted;) {
      const wasOpen = await connect();
      if (end.signal.aborted) return;
      live(false);
      tries = wasOpen ? 0 : tries + 1;
      await wait(Math.min(pause.most, pause.first * 2 ** tries) * (0.5 + random() / 2), end.signal);
      await seen();
    }
  };
  void go();
  return () => end.abort();
}
