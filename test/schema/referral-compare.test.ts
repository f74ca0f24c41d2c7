import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { hashReferral, verifyReferral, type ReferralSheet } from '@tsunagu/schema/referral';
import { compareRecords, compareSheets, readSheetText, type ReadText } from '@tsunagu/schema/referral/compare';
import { encodeTransfer, handedTo, ownCopy } from '@tsunagu/schema/referral/transfer';
import canonicalize from 'canonicalize';
import fc from 'fast-check';
import { jwe } from './consultation.samples.js';
import { choices, handedFull, livedSheet, markedSheet } from './referral-export.samples.js';
import { conferenceBasis, D, days, fullSheet, hours, leastSheet } from './referral.samples.js';

const names = (before: ReferralSheet, after: ReferralSheet): string[] =>
  compareSheets(before, after).map(({ number, name, before: was, after: is }) => `${number} ${name}: ${was ?? '-'} → ${is ?? '-'}`);

describe('differences of two sheets', () => {
  it('are none of the same, whatever the order of keys', () => {
    const turned = Object.fromEntries(Object.entries(fullSheet()).reverse()) as ReferralSheet;
    assert.deepEqual(compareSheets(fullSheet(), turned), []);
    assert.deepEqual(compareSheets(fullSheet(), { ...fullSheet(), salt: 'f'.repeat(32) }), []);
  });

  it('are told in words, in the order of the paper', () => {
    const before = fullSheet();
    const after = fullSheet({
      urgency: 'today',
      words: undefined,
      wishes: '施設も考えたい',
      topics: ['care', 'care/dementia'],
      mainTopic: 'care',
      person: { ...before.person, town: undefined, phones: ['0743-74-1111'] },
      request: { ids: ['visit'], by: '2026-12-04' },
      safety: { ...before.safety, dangers: ['violence'] },
    });
    assert.deepEqual(names(before, after), [
      '0 本人 町名: 東新町 → -',
      '0 本人 電話番号: 0743-74-1111、090-1234-5678 → 0743-74-1111',
      '1 話したまま、書いたまま: 母のもの忘れが増えて、夜に家を出てしまいます。 → -',
      '1 本人の希望: 家で暮らし続けたい → 施設も考えたい',
      '2 困っていること: ○介護、◎認知症・物忘れ、○債務、○DV・虐待、○ikoma-bear → ◎介護、○認知症・物忘れ',
      '2 いちばん困っていること: 認知症・物忘れ → 介護',
      '2 急ぎの度合い: 数日のうちに返事がほしい → 今日のうちに返事がほしい',
      '6 お願いの種類: 訪問、見立て → 訪問',
      '6 お願いの内容: 介護認定の申請を手伝ってほしい → -',
      '7 危険のおそれ: 暴力（DVなど）のおそれ、自殺・自傷のおそれ、犯罪に巻きこまれるおそれ → 暴力（DVなど）のおそれ',
    ]);
    const [first] = compareSheets(before, after);
    assert.deepEqual(first, { pointer: '/person/town', section: 'head', number: 0, name: '本人 町名', before: '東新町' });
  });

  it('hold each of the household against themselves, wherever they stand', () => {
    const before = fullSheet();
    const [one, two] = before.household!.members!;
    const moved = fullSheet({
      household: { ...before.household, members: [{ ref: 'case-7-d', relation: 'sibling' }, two!, { ...one!, health: '眠れている' }] },
    });
    assert.deepEqual(names(before, moved), [
      '3 世帯の人1 続柄: - → きょうだい',
      '3 世帯の人1 この人の番号: - → case-7-d',
      '3 世帯の人3 健康: 眠れない → 眠れている',
    ]);
    assert.deepEqual(
      compareSheets(before, moved).map(({ pointer }) => pointer),
      ['/household/members/0/relation', '/household/members/0/ref', '/household/members/2/health'],
    );
  });

  it('miss no value that was changed, and find none where nothing was', () => {
    const leaves = (value: unknown, path: (string | number)[] = []): (string | number)[][] =>
      typeof value === 'object' && value !== null ? Object.entries(value).flatMap(([key, one]) => leaves(one, [...path, key])) : [path];
    for (const sheet of [fullSheet(), fullSheet({ basis: conferenceBasis() })])
      for (const path of leaves(sheet)) {
        const after = structuredClone(sheet);
        const last = path.at(-1)!;
        const node = path.slice(0, -1).reduce<unknown>((at, key) => (at as Record<string, unknown>)[key], after) as Record<string, unknown>;
        const was = node[last];
        node[last] = typeof was === 'string' ? `${was}x` : typeof was === 'number' ? was + 1 : !was;
        const found = compareSheets(sheet, after);
        const silent = path.length === 1 && (path[0] === 'salt' || path[0] === 'schemaVersion');
        assert.equal(found.length > 0, !silent, path.join('/'));
        for (const { name, before, after: is } of found) assert.ok(name && before !== is, path.join('/'));
      }
  });

  it('can be told of what a desk was handed, in other words too', async () => {
    const { sheet, events, consents } = await livedSheet();
    await fc.assert(
      fc.asyncProperty(choices, choices, (one, two) => {
        const [a, b] = [one, two].map((choice) => handedTo({ sheet, events, consents: choice.consents }, choice.agency, days(4)).sheet);
        const there = compareSheets(a!, b!);
        const back = compareSheets(b!, a!);
        assert.equal(there.length, back.length);
        const text = JSON.stringify([a, b]);
        for (const [, word] of markedSheet().words) if (JSON.stringify(there).includes(word)) assert.ok(text.includes(word));
        return Promise.resolve();
      }),
      { numRuns: 200 },
    );
    const [difference] = compareSheets(leastSheet(), leastSheet({ topics: ['care', 'bear'] }), {
      topic: (id) => (id === 'bear' ? 'クマ' : undefined),
    });
    assert.match(difference!.after!, /クマ/);
    assert.ok(consents);
  });
});

describe('two copies of a record', () => {
  it('say whether one goes on where the other ends', async () => {
    const { events } = await livedSheet();
    const kinds = (a: number, b: number) => compareRecords(events.slice(0, a), events.slice(0, b));
    assert.equal(kinds(3, 3).kind, 'same');
    assert.deepEqual([kinds(2, 5).kind, kinds(2, 5).added.length, kinds(2, 5).shared], ['ahead', 3, 2]);
    assert.deepEqual([kinds(5, 2).kind, kinds(5, 2).lost.length], ['behind', 3]);
    const other = [...events.slice(0, 2), { ...events[2]!, hash: '0'.repeat(64) }];
    assert.equal(compareRecords(events.slice(0, 4), other).kind, 'apart');
    assert.equal(compareRecords([], []).kind, 'same');
  });
});

describe('what somebody pasted', () => {
  const value = (read: ReadText) => {
    assert.ok(read.ok && 'value' in read, JSON.stringify(read).slice(0, 300));
    return read.value;
  };

  it('is a file as it was written: byte for byte after canonicalisation, and still what was sealed', async () => {
    const { sheet, events, consents } = await livedSheet();
    const whole = value(await readSheetText(JSON.stringify({ sheet, events }, null, 2)));
    assert.equal(canonicalize(whole), canonicalize({ sheet, events }));
    assert.equal(await hashReferral(whole.sheet as ReferralSheet), await hashReferral(sheet));
    assert.ok((await verifyReferral(whole.sheet as ReferralSheet, whole.events)).ok);
    await fc.assert(
      fc.asyncProperty(choices, async ({ agency, consents: some }) => {
        const handed = handedTo({ sheet, events, consents: some }, agency, days(4));
        const read = value(await readSheetText(`\ufeff${JSON.stringify(handed)}\r\n`));
        assert.equal(canonicalize(read), canonicalize(handed));
      }),
      { numRuns: 300 },
    );
    const handed = handedTo({ sheet, events, consents }, D, days(4));
    const read = value(await readSheetText(JSON.stringify(handed)));
    assert.ok((await verifyReferral(read.sheet as ReferralSheet, read.events, { whole: false })).ok);
    for (const one of [
      fullSheet(),
      fullSheet({ basis: conferenceBasis() }),
      leastSheet(),
      ownCopy({ sheet: fullSheet(), events: [] }).sheet,
    ])
      assert.equal(canonicalize(value(await readSheetText(JSON.stringify(one)))), canonicalize({ sheet: one, events: [] }));
  });

  it('is codes, one per line, in any order', async () => {
    const handed = await handedFull();
    const { parts } = await encodeTransfer(handed, { maxVersion: 12 });
    assert.ok(parts.length > 2);
    const lines = [...parts].reverse();
    const read = await readSheetText(`\n${lines.join('\r\n')}\n\n${parts[0]!.toLowerCase()}\n`);
    assert.equal(canonicalize(value(read)), canonicalize({ sheet: handed.sheet, events: handed.events }));
    assert.ok(read.ok && read.from === 'codes');
    const short = await readSheetText(['印刷した人のメモ', ...lines.slice(1)].join('\n'));
    assert.ok(!short.ok && short.error === 'missing');
    assert.deepEqual([short.missing, short.unread?.map(({ line }) => line)], [[parts.length], [1]]);
    const { parts: sealed } = await encodeTransfer({ sealed: jwe });
    assert.deepEqual(await readSheetText(sealed.join('\n')), { ok: true, from: 'codes', sealed: jwe });
  });

  it('is refused in kind words, and never throws', async () => {
    const error = async (text: string): Promise<string> => {
      const read = await readSheetText(text);
      assert.ok(!read.ok, text.slice(0, 80));
      assert.match(read.message, /[ぁ-ん].*。$/);
      assert.ok((read.issues ?? []).every(({ message }) => message.endsWith('。')));
      return read.error;
    };
    assert.equal(await error(' \n\t'), 'empty');
    assert.equal(await error('山田さんの件です'), 'not-ours');
    assert.equal(await error('{"sheet":'), 'json');
    assert.equal(await error('{}'), 'invalid');
    assert.equal(await error('[]'), 'invalid');
    assert.equal(await error('x'.repeat(2_000_001)), 'too-long');
    assert.equal(await error(JSON.stringify({ ...fullSheet(), urgency: '今' })), 'invalid');
    assert.equal(await error(JSON.stringify({ ...fullSheet(), topics: [], mainTopic: 'care' })), 'invalid');
    assert.equal(await error(JSON.stringify({ sheet: ownCopy({ sheet: fullSheet(), events: [] }).sheet, events: {} })), 'invalid');
    // What is there has to be right, though the rest may be absent.
    const { sheet } = ownCopy({ sheet: fullSheet(), events: [] });
    for (const wrong of [
      { to: { agency: 'city-hall' } },
      { createdAt: '2026-02-30T00:00:00.000Z' },
      { topics: ['care'], mainTopic: 'debt' },
      { person: { ref: 'case-7-b' } },
      { schemaVersion: '2.0' },
      { coordinator: {} },
      { from: undefined },
      { respondBy: '2026-02-30' },
      { phones: '0743' },
      { words: 'x'.repeat(20_001) },
      { words: '\u0000' },
    ])
      assert.equal(
        await error(JSON.stringify({ ...sheet, ...wrong, ...('phones' in wrong && { person: wrong }) })),
        'invalid',
        JSON.stringify(wrong).slice(0, 60),
      );
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          fc.json(),
          fc.object().map((one) => JSON.stringify({ sheet: one })),
        ),
        async (text) => {
          const read = await readSheetText(text);
          assert.equal(read.ok, false);
        },
      ),
      { numRuns: 1000 },
    );
    assert.ok(hours(0));
  });
});
