/** A draft on the person's own device: their passphrase opens it, nothing else does, and nobody who looks at the device can read it. */
import { expect } from '@open-wc/testing';
import { noAnswers } from '../../packages/consultation-form/src/answers.js';
import { deviceDraft, DraftRefused } from '../../packages/consultation-form/src/device-draft.js';
import { draftScope, keptFor, type Kept } from '../../packages/consultation-form/src/draft.js';

const passphrase = 'さくらの木の下 2026';
const scope = draftScope('https://city.example/soudan?desk=dv-center');
const begun = Date.parse('2026-11-24T01:30:00.000Z');
const day = 24 * 60 * 60_000;
let now = begun;
const clock = { now: () => now };

const kept = (words: string): Kept => ({
  answers: {
    ...noAnswers(),
    words,
    topics: ['dv-abuse'],
    phone: '090-1234-5678',
    household: [{ relation: 'child', age: '7', note: 'はな' }],
  },
  step: 'reply',
  savedAt: new Date(now).toISOString(),
  pending: { key: 'k'.repeat(32), body: '{"consultation":{}}', of: '{}' },
});

const asked = <Result>(request: IDBRequest<Result>): Promise<Result> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error!);
  });
type Rec = Record<string, unknown> & { data: ArrayBuffer; salt: Uint8Array; iv: Uint8Array; until: number };

/** What somebody with the developer tools sees, and can change. */
async function look<Result>(act: (records: IDBObjectStore) => IDBRequest<Result>): Promise<Result> {
  const database = await asked(indexedDB.open('tsunagu'));
  try {
    return await asked(act(database.transaction('drafts', 'readwrite').objectStore('drafts')));
  } finally {
    database.close();
  }
}
const record = (): Promise<Rec> => look((records) => records.get(scope) as IDBRequest<Rec>);
const change = async (by: object): Promise<unknown> => {
  const now = await record();
  return look((records) => records.put({ ...now, ...by }, scope));
};
const refusal = async (promise: Promise<unknown>): Promise<string> => {
  try {
    await promise;
  } catch (error) {
    if (error instanceof DraftRefused) return error.code;
    throw error;
  }
  return 'none';
};
const begin = async (words = '夫に知られたくない'): Promise<ReturnType<typeof deviceDraft>> => {
  const draft = deviceDraft(scope, clock);
  await draft.start(passphrase);
  await draft.write(kept(words));
  return draft;
};
const reopened = (phrase = passphrase): Promise<Kept | 'wrong' | undefined> => deviceDraft(scope, clock).open(phrase);

describe('a draft on the device', () => {
  beforeEach(async () => {
    now = begun;
    await deviceDraft(scope, clock).wipe();
  });
  afterEach(() => deviceDraft(scope, clock).wipe());

  it('comes back with the passphrase, in whatever width it is typed, and goes on being kept', async () => {
    expect(await deviceDraft(scope, clock).exists()).to.equal(false);
    expect(await reopened()).to.equal(undefined);
    await begin();
    expect(await deviceDraft(scope, clock).exists()).to.equal(true);
    const again = deviceDraft(scope, clock);
    expect(await again.open('さくらの木の下　２０２６ ')).to.deep.equal(kept('夫に知られたくない'));
    await again.write(kept('あとから書いたこと'));
    expect(await reopened()).to.deep.equal(kept('あとから書いたこと'));
  });

  it('does not open with another passphrase, and stays for the right one', async () => {
    await begin();
    for (const wrong of ['', 'さくらの木の下 2027']) expect(await reopened(wrong)).to.equal('wrong');
    expect(await reopened()).to.deep.equal(kept('夫に知られたくない'));
  });

  it('has no plain word in the database, a new salt for each draft, a new iv for each writing, and one length for all', async () => {
    const draft = await begin();
    const [key] = await look((records) => records.getAllKeys());
    expect(String(key)).to.equal(scope);
    const one = await record();
    expect(Object.keys(one).sort()).to.deep.equal(['data', 'iv', 'salt', 'until', 'version']);
    const bytes = new TextDecoder('latin1').decode(one.data);
    const latin = (text: string): string => new TextDecoder('latin1').decode(new TextEncoder().encode(text));
    for (const word of ['夫', '知られ', 'dv-abuse', '090-1234', 'はな', 'answers', 'reply', passphrase])
      expect(bytes).not.to.contain(latin(word));

    await draft.write(kept('夫に知られたくない'));
    const two = await record();
    expect(String(two.salt)).to.equal(String(one.salt));
    expect(String(two.iv)).not.to.equal(String(one.iv));
    await draft.write(kept('長い話'.repeat(700)));
    expect((await record()).data.byteLength).to.equal(one.data.byteLength);
    await draft.write(kept('長い話'.repeat(5000)));
    expect((await record()).data.byteLength).to.equal(4 * (one.data.byteLength - 16) + 16);
    await begin();
    expect(String((await record()).salt)).not.to.equal(String(one.salt));
  });

  it('ends seven days after the last writing, unread', async () => {
    const draft = await begin();
    now += 6 * day;
    await draft.write(kept('六日目'));
    now += keptFor - 1;
    expect(await deviceDraft(scope, clock).exists()).to.equal(true);
    now += 1;
    expect(await reopened()).to.equal(undefined);
    expect(await look((records) => records.count())).to.equal(0);
  });

  it('damaged or tampered with, it is "wrong", never an error', async () => {
    await begin();
    const sound = await record();
    const flipped = new Uint8Array(sound.data.slice(0));
    flipped[100]! ^= 1;
    const damages: object[] = [
      { data: flipped.buffer },
      { data: new ArrayBuffer(0) },
      { data: 'text' },
      { iv: new Uint8Array(12) },
      { iv: null },
      { salt: new Uint8Array(16) },
      { salt: 'salt' },
      { version: 2 },
      // A longer life is not to be had from outside.
      { until: sound.until + 1000 },
    ];
    for (const damage of damages) {
      await change({ ...sound, ...damage });
      expect(await reopened(), Object.keys(damage)[0]).to.equal('wrong');
    }
    for (const until of [undefined, NaN, 'never', Infinity, begun + 100 * day]) {
      await change({ ...sound, until });
      expect(await deviceDraft(scope, clock).exists(), String(until)).to.equal(false);
      expect(await look((records) => records.count())).to.equal(0);
    }
    for (const value of [null, 'text', 5, []]) {
      await look((records) => records.put(value, scope));
      expect(await reopened(), String(value)).to.equal(undefined);
    }
  });

  it('of another form does not open here, even when it is moved here', async () => {
    await begin();
    const moved = await record();
    const other = draftScope('another form');
    await look((records) => records.put(moved, other));
    expect(await deviceDraft(other, clock).open(passphrase)).to.equal('wrong');
    await deviceDraft(other, clock).wipe();
    expect(await reopened()).to.deep.equal(kept('夫に知られたくない'));
  });

  it('of many writings at once the last one stays', async () => {
    const draft = await begin();
    await Promise.all(Array.from({ length: 30 }, (_, index) => draft.write(kept(`${index}`))));
    expect(((await reopened()) as Kept).answers.words).to.equal('29');
  });

  it('wiped is wiped: not written again by what is under way, nor from another tab', async () => {
    const draft = await begin();
    const writing = draft.write(kept('まだ途中'));
    await draft.wipe();
    await writing;
    expect(await look((records) => records.count())).to.equal(0);
    expect(await refusal(draft.write(kept('そのあと')))).to.equal('closed');

    const one = await begin();
    const otherTab = deviceDraft(scope, clock);
    await otherTab.open(passphrase);
    await one.wipe();
    expect(await refusal(otherTab.write(kept('別のタブ')))).to.equal('gone');
    expect(await refusal(otherTab.write(kept('別のタブ')))).to.equal('closed');
    expect(await deviceDraft(scope, clock).exists()).to.equal(false);
  });

  it('wiped while a passphrase is being tried, it is not opened after all', async () => {
    await begin();
    const draft = deviceDraft(scope, clock);
    const opening = draft.open(passphrase);
    await draft.wipe();
    expect(await opening).to.equal(undefined);
    expect(await refusal(draft.write(kept('x')))).to.equal('closed');
  });

  it('wiped while it is being begun, nothing is kept', async () => {
    const draft = deviceDraft(scope, clock);
    const starting = draft.start(passphrase);
    await draft.wipe();
    await starting;
    expect(await refusal(draft.write(kept('x')))).to.equal('closed');
  });

  it('is refused clearly: a short passphrase, a page without WebCrypto, a browser that stores nothing', async () => {
    for (const short of ['', '1234567', '        ', '１２３４５６７ ', '😀😀😀😀😀😀😀'])
      expect(await refusal(deviceDraft(scope, clock).start(short)), short).to.equal('short');

    Object.defineProperty(crypto, 'subtle', { configurable: true, value: undefined });
    try {
      const draft = deviceDraft(scope, clock);
      expect(await refusal(draft.start(passphrase))).to.equal('insecure');
      expect(await draft.exists()).to.equal(false);
      expect(await draft.open(passphrase)).to.equal(undefined);
    } finally {
      Reflect.deleteProperty(crypto, 'subtle');
    }
    expect(typeof crypto.subtle).to.equal('object');

    const { transaction } = IDBDatabase.prototype;
    IDBDatabase.prototype.transaction = () => {
      throw new DOMException('not allowed', 'SecurityError');
    };
    try {
      const draft = deviceDraft(scope, clock);
      expect(await refusal(draft.start(passphrase))).to.equal('blocked');
      expect(await draft.exists()).to.equal(false);
      expect(await draft.open(passphrase)).to.equal(undefined);
    } finally {
      IDBDatabase.prototype.transaction = transaction;
    }
  });

  it('a device that is full says so, and the older draft stays', async () => {
    const draft = await begin();
    const { put } = IDBObjectStore.prototype;
    // As browsers tell of it: the transaction is aborted.
    IDBObjectStore.prototype.put = function (...args) {
      const request = put.apply(this, args);
      this.transaction.abort();
      return request;
    };
    try {
      expect(await refusal(draft.write(kept('新しい')))).to.equal('blocked');
    } finally {
      IDBObjectStore.prototype.put = put;
    }
    expect(((await reopened()) as Kept).answers.words).to.equal('夫に知られたくない');
  });
});
