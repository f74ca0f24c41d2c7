import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import canonicalize from 'canonicalize';
import { deflateSync } from 'fflate';
import {
  capacities,
  createCollector,
  encodeTransfer,
  handedHere,
  handedTo,
  ownCopy,
  readPart,
  shortId,
  type Handed,
} from '@tsunagu/schema/referral/transfer';
import fc from 'fast-check';
import { encode } from 'uqr';
import { fromBase45, toBase45 } from '../../packages/schema/src/referral/transfer/base45.js';
import { crc32 } from '../../packages/schema/src/referral/transfer/crc32.js';
import { writePart } from '../../packages/schema/src/referral/transfer/frame.js';
import { checksumOf, inflated, mostBytes, utf8 } from '../../packages/schema/src/referral/transfer/payload.js';
import { jwe } from './consultation.samples.js';
import { choices, handedFull, livedSheet, markedSheet } from './referral-export.samples.js';
import { days, fullSheet, hours } from './referral.samples.js';

const alphanumeric = /^[0-9A-Z $%*+\-./:]+$/;
const plain = (handed: Handed) => canonicalize({ sheet: handed.sheet, events: handed.events });

/** A few parts of a sheet with words of its own in each. */
const long = async (): Promise<Handed> => {
  const { sheet, events } = await handedFull();
  const story = Array.from({ length: 900 }, (_, index) => `${index * 7919}番目の話。`).join('');
  return { sheet: { ...sheet, situation: story }, events };
};

async function collected(parts: readonly string[]) {
  const collector = createCollector();
  for (const part of parts) assert.equal(collector.add(part).ok, true);
  return collector.result();
}

/** Codes around any payload, as somebody else might make them. */
async function forged(payload: string | Uint8Array, { kind = 'S', packed }: { kind?: 'S' | 'E'; packed?: Uint8Array } = {}) {
  const bytes = typeof payload === 'string' ? utf8(payload) : payload;
  const whole = toBase45(packed ?? deflateSync(bytes, { level: 9 }));
  const count = Math.max(1, Math.ceil(whole.length / 600));
  const checksum = await checksumOf(bytes);
  return Array.from({ length: count }, (_, index) =>
    writePart({ kind, number: index + 1, count, checksum, body: whole.slice(index * 600, (index + 1) * 600) }),
  );
}

describe('base45 and crc-32', () => {
  it('are those of RFC 9285 and of zip', () => {
    for (const [text, code] of [
      ['AB', 'BB8'],
      ['Hello!!', '%69 VD92EX0'],
      ['base-45', 'UJCLQE7W581'],
      ['ietf!', 'QED8WEX0'],
      ['', ''],
    ] as const) {
      assert.equal(toBase45(utf8(text)), code);
      assert.deepEqual(fromBase45(code), utf8(text));
    }
    assert.deepEqual(fromBase45('FGW'), Uint8Array.of(255, 255));
    for (const wrong of ['GGW', ':::', '::', 'A', 'ABCD', 'ab8', 'BB_', 'あいう', 'BB８', '\u0000\u0000\u0000'])
      assert.equal(fromBase45(wrong), undefined, wrong);
    assert.equal(crc32('123456789'), 'CBF43926');
  });

  it('give back every byte, and refuse every other text without throwing', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        const text = toBase45(bytes);
        assert.deepEqual(fromBase45(text), bytes);
        assert.match(`${text} `, alphanumeric);
      }),
      { numRuns: 1000 },
    );
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[0-9A-Z $%*+\-./:]{0,12}$/)), (text) => {
        const bytes = fromBase45(text);
        if (bytes) assert.equal(toBase45(bytes), text);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('the codes of a sheet', () => {
  it('fit in the QR version that was asked for, at level M, in alphanumeric mode', async () => {
    capacities.forEach((capacity, index) => {
      assert.equal(encode('A'.repeat(capacity), { ecc: 'M', maxVersion: 40 }).version, index + 1);
      assert.equal(encode('A'.repeat(capacity + 1), { ecc: 'M', maxVersion: 40 }).version, index + 2);
    });
    const handed = await long();
    const counts = new Map<number, number>();
    for (let maxVersion = 5; maxVersion <= 17; maxVersion++) {
      if (maxVersion < 9) continue;
      const { parts } = await encodeTransfer(handed, { maxVersion });
      counts.set(maxVersion, parts.length);
      for (const part of parts) {
        assert.match(part, alphanumeric);
        assert.match(part, /^TSUNAGU1:S:\d\d:\d\d:[0-9A-F]{32}:/);
        assert.ok(encode(part, { ecc: 'M', maxVersion: 40 }).version <= maxVersion);
      }
      const lengths = parts.map(({ length }) => length);
      assert.ok(lengths.at(-1)! <= lengths[0]! && new Set(lengths.slice(0, -1)).size <= 1);
    }
    assert.ok(counts.get(9)! > counts.get(17)! && counts.get(17)! > 2, JSON.stringify([...counts]));
    for (const maxVersion of [0, 4, 18, 40, NaN, 9.5]) await assert.rejects(encodeTransfer(handed, { maxVersion }), RangeError);
  });

  it('are the same whatever the order of keys, and show nothing of anybody', async () => {
    const handed = await handedFull();
    const { parts, checksum, id, bytes } = await encodeTransfer(handed);
    const turned = JSON.parse(
      JSON.stringify(handed, (_key, value: unknown) =>
        typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.fromEntries(Object.entries(value).reverse()) : value,
      ),
    ) as Handed;
    assert.deepEqual((await encodeTransfer(turned)).parts, parts);
    assert.equal(bytes, utf8(plain(handed)!).length);
    assert.equal(checksum, await checksumOf(utf8(plain(handed)!)));
    assert.equal(id, `${checksum.slice(0, 4)}-${checksum.slice(4, 8)}`);
    for (const part of parts) for (const shown of ['0743', 'HANAKO', 'EXAMPLE', 'CASE', 'SHEET']) assert.ok(!part.includes(shown));
  });

  it('are never made of a whole sheet, of what is no JSON, or of more than 99 codes', async () => {
    const sheet = fullSheet();
    await assert.rejects(encodeTransfer({ sheet, events: [] } as never), TypeError);
    assert.equal(handedHere({ sheet, events: [] }), undefined);
    assert.ok(!('salt' in ownCopy({ sheet, events: [] }).sheet));
    await assert.rejects(encodeTransfer({ sheet: { words: '\ud800' }, events: [] }), TypeError);
    await assert.rejects(encodeTransfer({ sealed: 'これは手紙ではない' }), TypeError);
    const noise = Array.from({ length: 20_000 }, (_, index) =>
      String.fromCodePoint(0x4e00 + ((index * 7919 * (index % 89)) % 20_000)),
    ).join('');
    const notes = Array.from({ length: 4 }, () => noise).map((one, index) =>
      one
        .split('')
        .sort((a, b) => ((a.charCodeAt(0) * (index + 3)) % 97) - ((b.charCodeAt(0) * (index + 3)) % 97))
        .join(''),
    );
    await assert.rejects(encodeTransfer({ sheet: { words: notes.join('') }, events: [] }), RangeError);
  });
});

describe('a collector', () => {
  it('gives back what was printed, byte for byte, in any order and read twice', async () => {
    const { sheet, words } = markedSheet();
    assert.ok(words.size > 30);
    const lived = await livedSheet();
    await fc.assert(
      fc.asyncProperty(choices, fc.integer({ min: 5, max: 17 }), fc.infiniteStream(fc.nat()), async (choice, maxVersion, numbers) => {
        const handed = handedTo({ sheet, events: lived.events, consents: choice.consents }, choice.agency, days(4));
        const { parts } = await encodeTransfer(handed, { maxVersion });
        const next = (): number => numbers.next().value as number;
        const order = [...parts, parts[next() % parts.length]!].map((part) => [next(), part] as const).sort((a, b) => a[0] - b[0]);
        const collector = createCollector();
        for (const [, part] of order) assert.ok(collector.add(part).ok);
        assert.ok(collector.done);
        const result = await collector.result();
        assert.ok(result.ok && 'value' in result, JSON.stringify(result));
        assert.equal(canonicalize(result.value), plain(handed));
      }),
      { numRuns: 300 },
    );
  });

  it('says by number what is missing', async () => {
    const { parts } = await encodeTransfer(await long());
    assert.ok(parts.length > 3);
    for (const [index] of parts.entries()) {
      const collector = createCollector();
      assert.deepEqual([collector.done, collector.count, collector.id, collector.missing], [false, undefined, undefined, []]);
      for (const part of parts.filter((_, other) => other !== index).reverse()) collector.add(part);
      assert.deepEqual(collector.missing, [index + 1]);
      assert.equal(collector.read.length, parts.length - 1);
      const result = await collector.result();
      assert.ok(!result.ok && result.error === 'missing');
      assert.deepEqual(result.missing, [index + 1]);
      assert.match(result.message, new RegExp(`${index + 1}番`));
      const added = collector.add(parts[index]!);
      assert.ok(added.ok && !added.again && added.missing.length === 0 && collector.done);
    }
    const empty = await createCollector().result();
    assert.ok(!empty.ok && empty.error === 'missing');
  });

  it('takes what a keyboard scanner types with an input method, a shift lock or the other keyboard', async () => {
    const handed = await long();
    const { parts } = await encodeTransfer(handed);
    const wide = (text: string): string =>
      Array.from(text, (one) => (one === ' ' ? '\u3000' : String.fromCharCode(one.charCodeAt(0) + 0xfee0))).join('');
    const map = (signs: Record<string, string>) => (text: string) => Array.from(text, (one) => signs[one] ?? one).join('');
    const changes: Record<string, (text: string) => string> = {
      lower: (text) => text.toLowerCase(),
      wide,
      'wide and lower': (text) => wide(text.toLowerCase()),
      kana: map({ '-': 'ー', '.': '。', '/': '・', ' ': '\u3000' }),
      narrow: map({ '-': 'ｰ', '.': '｡', '/': '･', ' ': '\u00a0' }),
      dashes: map({ '-': '−' }),
      'US scanner, Japanese computer': map({ ':': '+', '*': '(', '+': '~' }),
      'Japanese scanner, US computer': map({ ':': "'", '*': '"', '+': ':' }),
      'CR LF': (text) => `${text}\r\n`,
      tab: (text) => `${text}\t`,
      blanks: (text) => ` \u3000\n${text} \u3000\r`,
      'byte order mark': (text) => `\ufeff${text}`,
    };
    for (const [name, change] of Object.entries(changes)) {
      const result = await collected(parts.map(change));
      assert.ok(result.ok && 'value' in result, name);
      assert.equal(canonicalize(result.value), plain(handed), name);
    }
    const collector = createCollector();
    const added = collector.addAll(`\n${parts.join('\r\n')}\r\n\r\n`);
    assert.ok(added.length === parts.length && added.every(({ ok }) => ok) && collector.done);
  });

  it('finds every single character that was changed, lost or doubled', async () => {
    const handed = await handedFull();
    const { parts } = await encodeTransfer(handed, { maxVersion: 9 });
    const [part] = parts as [string];
    const alphabet = [...'0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:'];
    let refused = 0;
    for (let at = 0; at < part.length; at++) {
      for (const other of alphabet) {
        if (other === part[at]) continue;
        const read = readPart(part.slice(0, at) + other + part.slice(at + 1));
        // Where the first colon stood, another sign can only mean another keyboard: then the part is right, or refused.
        if (typeof read === 'string') refused++;
        else assert.deepEqual(read, readPart(part));
      }
      for (const wrong of [part.slice(0, at) + part.slice(at + 1), part.slice(0, at) + part[at]! + part.slice(at)])
        if (wrong !== part) assert.equal(typeof readPart(wrong), 'string', `${at}`);
      const swapped = part.slice(0, at) + (part[at + 1] ?? '') + part[at]! + part.slice(at + 2);
      if (swapped !== part && at + 1 < part.length) assert.equal(typeof readPart(swapped), 'string', `${at}`);
    }
    assert.ok(refused > part.length * 40);
    await fc.assert(
      fc.asyncProperty(fc.nat(), fc.nat(), fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }), async (which, place, other) => {
        const changed = parts.map((text, index) => {
          const at = place % text.length;
          return index === which % parts.length ? text.slice(0, at) + other + text.slice(at + 1) : text;
        });
        const collector = createCollector();
        const all = changed.map((text) => collector.add(text));
        if (all.every(({ ok }) => ok)) {
          const result = await collector.result();
          assert.ok(result.ok && 'value' in result && canonicalize(result.value) === plain(handed));
        } else assert.equal(collector.done, false);
      }),
      { numRuns: 2000 },
    );
  });

  it('refuses other codes in kind words, and keeps what it has', async () => {
    const one = (await encodeTransfer(await long())).parts;
    const two = (await encodeTransfer(await handedFull())).parts;
    const collector = createCollector();
    collector.add(one[0]!);
    const refusal = (text: string): string => {
      const added = collector.add(text);
      assert.ok(!added.ok, text.slice(0, 60));
      assert.match(added.message, /[ぁ-ん].*。$/);
      return added.code;
    };
    assert.equal(refusal(two[0]!), 'other');
    assert.equal(refusal('https://www.city.example.lg.jp/'), 'foreign');
    assert.equal(refusal(''), 'foreign');
    assert.equal(refusal('TSUNAGU'), 'damaged');
    assert.equal(refusal(one[1]!.slice(0, -1)), 'damaged');
    assert.equal(refusal('A'.repeat(1_000_000)), 'foreign');
    const newer = one[1]!.replace('TSUNAGU1', 'TSUNAGU2').slice(0, -9);
    assert.equal(refusal(`${newer}:${crc32(newer)}`), 'version');
    assert.equal(refusal('TSUNAGU2:WHATEVER COMES'), 'version');
    assert.equal(refusal(one[1]!.replace('TSUNAGU1', 'TSUNAGU2')), 'damaged');
    const first = readPart(one[0]!);
    assert.ok(typeof first === 'object');
    assert.equal(refusal(writePart({ ...first, body: `${first.body}00` })), 'conflict');
    assert.equal(refusal(writePart({ ...first, count: 50 })), 'other');
    for (const [number, count] of [
      [0, 5],
      [6, 5],
      [0, 0],
    ] as const)
      assert.equal(refusal(writePart({ ...first, number, count })), 'damaged');
    assert.deepEqual(collector.read, [1]);
    const again = collector.add(one[0]!);
    assert.ok(again.ok && again.again);
    collector.clear();
    assert.ok(collector.add(two[0]!).ok);
    assert.equal(collector.id, shortId((await encodeTransfer(await handedFull())).checksum));
  });

  it('never throws, whatever is read', async () => {
    const { parts } = await encodeTransfer(await handedFull());
    const slice = fc
      .tuple(fc.constantFrom(...parts), fc.nat(), fc.nat())
      .map(([part, from, to]) => part.slice(from % part.length, to % part.length));
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string().map((rest) => `TSUNAGU1:${rest}`),
      fc.tuple(slice, slice).map(([one, two]) => `TSUNAGU1:S:01:01:${one}${two}`),
      fc.constantFrom(...parts),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(text, { maxLength: 4 }), async (texts) => {
        const collector = createCollector();
        for (const one of texts) assert.equal(typeof collector.add(one).ok, 'boolean');
        collector.addAll(texts.join('\n'));
        const result = await collector.result();
        if (!result.ok) assert.match(result.message, /[ぁ-ん]/);
      }),
      { numRuns: 1000 },
    );
  });

  it('opens nothing that is too large, cut, changed, not canonical or no sheet', async () => {
    const handed = await handedFull();
    const json = plain(handed)!;
    const error = async (parts: readonly string[]) => {
      const result = await collected(parts);
      assert.ok(!result.ok, 'taken');
      assert.match(result.message, /。$/);
      if (result.error === 'invalid') assert.ok(result.issues!.every(({ message }) => message.endsWith('。')));
      return result.error;
    };
    assert.equal(await error(await forged(new Uint8Array(mostBytes + 1))), 'broken');
    assert.equal(await error(await forged(new Uint8Array(30_000_000))), 'broken');
    assert.equal(inflated(deflateSync(new Uint8Array(mostBytes)))?.length, mostBytes);
    const packed = deflateSync(utf8(json), { level: 9 });
    assert.equal(await error(await forged(json, { packed: packed.subarray(0, packed.length - 5) })), 'broken');
    assert.equal(await error(await forged(json, { packed: deflateSync(utf8(json.replace('=', '+'))) })), 'checksum');
    assert.equal(await error(await forged(JSON.stringify(JSON.parse(json), null, 1))), 'broken');
    assert.equal(await error(await forged(json.replace('{', '{"events":[],'))), 'broken');
    assert.equal(await error(await forged(Uint8Array.of(0xff, 0xfe, 0xfd))), 'broken');
    assert.equal(await error(await forged('{"a":'.repeat(150_000))), 'broken');
    for (const value of [
      null,
      5,
      [],
      {},
      { sheet: {} },
      { sheet: null, events: [] },
      { events: [], sheet: { ...handed.sheet, urgency: 'now' } },
    ])
      assert.equal(await error(await forged(canonicalize(value)!)), 'invalid', JSON.stringify(value)?.slice(0, 50));
    const { id: _id, ...nameless } = handed.sheet;
    assert.equal(await error(await forged(canonicalize({ sheet: nameless, events: [] })!)), 'invalid');
    assert.equal(await error(await forged(canonicalize({ sheet: { ...handed.sheet, id: 'sheet-2' }, events: handed.events })!)), 'invalid');
    assert.equal(await error(await forged(canonicalize({ sheet: handed.sheet, events: [{ type: 'sent' }] })!)), 'invalid');
    assert.equal(await error(await forged(json.replace('"sheet":{', '"sheet":{"__proto__":{"x":1},'))), 'invalid');
    assert.equal(({} as { x?: number }).x, undefined);
  });

  it('carries a sealed letter as it is', async () => {
    const sealed = `${jwe.split('.')[0]}..${'aGVsbG8-_'.repeat(200)}.${'QUJD'.repeat(400)}.R0hJ`;
    const { parts } = await encodeTransfer({ sealed });
    assert.ok(parts.every((part) => part.startsWith('TSUNAGU1:E:')));
    assert.deepEqual(await collected(parts), { ok: true, sealed });
    const wrong = await collected(await forged('no letter', { kind: 'E' }));
    assert.ok(!wrong.ok && wrong.error === 'broken');
  });
});

it('a desk gets its own record in the codes, with nothing open that is not for it', async () => {
  const { sheet, events, consents } = await livedSheet();
  const handed = handedTo({ sheet, events, consents: { 'case-7-a': [], 'case-7-b': consents['case-7-b']! } }, 'hospital', hours(96));
  const result = await collected((await encodeTransfer(handed)).parts);
  assert.ok(result.ok && 'value' in result);
  assert.doesNotMatch(JSON.stringify(result.value), /(書き添え|伝言)[甲乙丙丁]/);
  assert.match(JSON.stringify(result.value), /書き添え己/);
  assert.deepEqual(Object.keys(result.value.sheet.person ?? {}).sort(), ['consent', 'ref']);
});
