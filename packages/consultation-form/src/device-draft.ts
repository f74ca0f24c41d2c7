/**
 * A draft on the person's own device, readable only with their passphrase: IndexedDB, PBKDF2-SHA-256 and AES-GCM of the browser itself.
 * What somebody else sees there: that a draft exists, roughly how long (in doublings from 16 KB), and when it ends.
 */
import { createStore, get } from 'idb-keyval';
import { checkKept, keptFor, shortestPassphrase, type Kept } from './draft.js';

/** OWASP's Password Storage Cheat Sheet asks for 600,000 rounds of PBKDF2-HMAC-SHA256. Part of version 1: a record cannot name fewer. */
const rounds = 600_000;
const version = 1;
const smallest = 16_384;
const day = 24 * 60 * 60_000;

interface Box {
  version: number;
  /** When it ends, ms since 1970. */
  until: number;
  salt: Uint8Array;
  iv: Uint8Array;
  data: ArrayBuffer;
}

const reasons = {
  insecure: 'A draft can only be encrypted on a page served over HTTPS.',
  short: `The passphrase has fewer than ${shortestPassphrase} characters.`,
  blocked: 'The browser does not let this page store anything.',
  closed: 'No draft is open: call start() or open() first.',
  gone: 'The draft was wiped or begun anew in another tab.',
} as const;

/** Why a draft is not kept. */
export class DraftRefused extends Error {
  override name = 'DraftRefused';
  constructor(
    readonly code: keyof typeof reasons,
    options?: ErrorOptions,
  ) {
    super(reasons[code], options);
  }
}

export interface DeviceDraft {
  /** Is there one that has not ended? False where storage is blocked. */
  exists(): Promise<boolean>;
  /**
   * The draft, and goes on keeping it; `wrong`: the passphrase does not open it, or it is damaged, which cannot be told apart; undefined: there is
   * none, or its time is over. Never rejects.
   */
  open(passphrase: string): Promise<Kept | 'wrong' | undefined>;
  /** Begins to keep a draft in place of any other. Rejects with {@link DraftRefused}. */
  start(passphrase: string): Promise<void>;
  /** Keeps this, for 7 days from now; of several at once the last one stays. Rejects with {@link DraftRefused}. */
  write(kept: Kept): Promise<void>;
  /** Removes it and forgets the key, also for what is being written just now. Rejects when the browser cannot. */
  wipe(): Promise<void>;
}

const store = createStore('tsunagu', 'drafts');
const encoder = new TextEncoder();
const random = (length: number): Uint8Array<ArrayBuffer> => crypto.getRandomValues(new Uint8Array(length));

/** Full or half width, composed or not, a space behind: what looks the same on another keyboard opens it too. */
const plain = (passphrase: string): string => passphrase.normalize('NFKC').trim();

async function keyFrom(passphrase: string, salt: Uint8Array): Promise<CryptoKey> {
  const phrase = await crypto.subtle.importKey('raw', encoder.encode(passphrase), 'PBKDF2', false, ['deriveKey']);
  const derivation = { name: 'PBKDF2', hash: 'SHA-256', salt: salt as BufferSource, iterations: rounds };
  return crypto.subtle.deriveKey(derivation, phrase, { name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);
}

/** What the ciphertext is bound to: nobody gives it another life or another form. */
const cipher = (scope: string, { iv, until }: Pick<Box, 'iv' | 'until'>): AesGcmParams => ({
  name: 'AES-GCM',
  iv: iv as BufferSource,
  additionalData: encoder.encode(`${version} ${scope} ${until}`),
});

/** JSON with spaces behind it, which JSON allows, up to 16 KB, 32 KB, 64 KB … */
function padded(kept: Kept): Uint8Array<ArrayBuffer> {
  const text = JSON.stringify(kept);
  const { length } = encoder.encode(text);
  let size = smallest;
  while (size < length) size *= 2;
  return encoder.encode(text + ' '.repeat(size - length));
}

/** @param scope from `draftScope`: it is the record's name, in the open */
export function deviceDraft(scope: string, { now = Date.now }: { now?: () => number } = {}): DeviceDraft {
  /**
   * The salt is drawn when a draft is begun, not at each write: deriving a key takes an old phone a second, and the last words must be kept
   * while the page is being put away. Each write has its own random iv.
   */
  let held: { key: CryptoKey; salt: Uint8Array; fresh: boolean } | undefined;
  /** Count what was asked for; whoever finds its count changed has been overtaken. */
  let lives = 0;
  let writes = 0;

  const remove = (): Promise<void> =>
    store('readwrite', (records) => {
      records.delete(scope);
      // Committed at once, so that it holds even if the page is gone the next moment.
      records.transaction.commit();
      return finished(records.transaction);
    });

  /** What is stored, unless its time is over: then it is removed unread. */
  async function find(): Promise<Box | undefined> {
    const box = await get<Box>(scope, store);
    if (box === undefined) return undefined;
    const left = (Object(box) as Box).until - now();
    if (left > 0 && left < keptFor + day) return box;
    await remove();
    return undefined;
  }

  return {
    exists: async () => {
      const box = crypto.subtle ? await find().catch(() => undefined) : undefined;
      return box !== undefined;
    },

    async open(passphrase) {
      const life = ++lives;
      const box = crypto.subtle ? await find().catch(() => undefined) : undefined;
      if (!box) return undefined;
      try {
        if (box.version !== version) return 'wrong';
        const key = await keyFrom(plain(passphrase), box.salt);
        const text = new TextDecoder().decode(await crypto.subtle.decrypt(cipher(scope, box), key, box.data));
        if (life !== lives) return undefined;
        held = { key, salt: box.salt, fresh: false };
        return checkKept(JSON.parse(text), now());
      } catch {
        return 'wrong';
      }
    },

    async start(passphrase) {
      if (!crypto.subtle) throw new DraftRefused('insecure');
      const phrase = plain(passphrase);
      if ([...phrase].length < shortestPassphrase) throw new DraftRefused('short');
      const life = ++lives;
      await find().catch((cause: unknown) => Promise.reject(new DraftRefused('blocked', { cause })));
      const salt = random(16);
      const key = await keyFrom(phrase, salt);
      if (life === lives) held = { key, salt, fresh: true };
    },

    async write(kept) {
      const life = lives;
      const mine = ++writes;
      const holding = held;
      if (!holding) throw new DraftRefused('closed');
      const { key, salt } = holding;
      const head = { version, until: now() + keptFor, salt, iv: random(12) };
      const box: Box = { ...head, data: await crypto.subtle.encrypt(cipher(scope, head), key, padded(kept)) };
      if (life !== lives || mine !== writes) return;
      const mayPut = (there: Box | undefined): boolean => holding.fresh || String(there?.salt) === String(salt);
      const put = await putIf(scope, box, mayPut).catch((cause: unknown) => Promise.reject(new DraftRefused('blocked', { cause })));
      holding.fresh = false;
      if (put) return;
      // Wiping means wiping: a form left open in another tab does not bring it back.
      if (held === holding) held = undefined;
      throw new DraftRefused('gone');
    },

    wipe() {
      lives++;
      held = undefined;
      return remove();
    },
  };
}

const finished = (transaction: IDBTransaction): Promise<void> =>
  new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onabort = transaction.onerror = () => reject(transaction.error ?? new Error('The transaction was aborted.'));
  });

/** Puts a record in one transaction with a look at what is there; false when it may not. */
async function putIf(scope: string, box: Box, mayPut: (there: Box | undefined) => boolean): Promise<boolean> {
  let put = false;
  await store('readwrite', (records) => {
    const request = records.get(scope) as IDBRequest<Box | undefined>;
    request.onsuccess = () => {
      put = mayPut(request.result);
      if (put) records.put(box, scope);
    };
    return finished(records.transaction);
  });
  return put;
}
