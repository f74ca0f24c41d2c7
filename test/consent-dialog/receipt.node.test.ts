import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { verifyChain } from '@tsunagu/schema/consent';
import fc from 'fast-check';
import { encode } from 'uqr';
import { readReceiptCode, receiptCode, shortHash } from '../../packages/consent-dialog/src/print/receipt-code.js';
import { receiptOf } from '../../packages/consent-dialog/src/print/receipt-model.js';
import { cells, givenStory, request, spoken, Story } from '../schema/consent.samples.js';
import { history, oracle } from '../schema/consent.histories.js';
import { codesIn } from './scan.js';

const ref = fc.stringMatching(/^[A-Za-z0-9][A-Za-z0-9._:-]{0,99}$/);
const hash = fc.stringMatching(/^[0-9a-f]{64}$/);

describe('the code on a receipt', () => {
  it('is read back as it was written, whatever the record is called', () => {
    fc.assert(
      fc.property(ref, fc.nat(500), hash, (record, seq, head) => {
        assert.deepEqual(readReceiptCode(receiptCode({ record, seq, hash: head })), { record, seq, hash: head });
      }),
    );
  });

  it('is scanned from its QR, from the shortest record to the longest', () => {
    const codes = fc.sample(fc.tuple(ref, fc.nat(500), hash), 60).map(([record, seq, head]) => receiptCode({ record, seq, hash: head }));
    assert.deepEqual(codesIn(codes.map((code) => encode(code, { ecc: 'M', border: 0 }).data)), codes);
  });

  it('is no other text', () => {
    const good = receiptCode({ record: 'record-1', seq: 3, hash: 'a'.repeat(64) });
    for (const bad of [
      '',
      'https://example.jp/',
      good.slice(0, -1),
      `${good}0`,
      good.replace(':1;', ':2;'),
      good.replace(';3;', ';03;'),
      good.replace('record-1', '山田'),
    ])
      assert.equal(readReceiptCode(bad), undefined, bad);
    assert.deepEqual(readReceiptCode(` ${good}\n`)?.record, 'record-1');
    fc.assert(fc.property(fc.string(), (text) => readReceiptCode(text) === undefined));
  });

  it('is short enough to be read out', () => assert.equal(shortHash('0123456789abcdef'.repeat(4)), '0123-4567-89ab-cdef'));
});

describe('the content of a receipt', () => {
  it('is what was decided, with agencies of one answer together', async () => {
    const story = await new Story().ask();
    await story.giveSome((_purpose, agency, item) => (agency === 'school' || item === 'health' ? 'refused' : 'given'));
    const content = receiptOf(story.events)!;
    assert.equal(content.kind, 'consent');
    assert.deepEqual(content.answers, [
      { agencies: ['chiiki-houkatsu'], purposes: ['referral', 'plan-meeting'], items: { given: ['name', 'worries'], refused: ['health'] } },
      { agencies: ['school'], purposes: ['referral', 'plan-meeting'], items: { refused: ['name', 'worries', 'health'] } },
    ]);
    assert.deepEqual(content.until, { endsWith: 'plan-end' });
    assert.equal(content.expresser, 'self');
    assert.deepEqual(content.withdrawal, request().withdrawal);
  });

  it('tells purposes apart where they have other answers', async () => {
    const story = await new Story().ask();
    await story.giveSome((purpose) => (purpose === 'referral' ? 'given' : 'refused'));
    assert.deepEqual(receiptOf(story.events)!.answers, [
      { agencies: ['chiiki-houkatsu', 'school'], purposes: ['referral'], items: { given: ['name', 'worries', 'health'] } },
      { agencies: ['chiiki-houkatsu', 'school'], purposes: ['plan-meeting'], items: { refused: ['name', 'worries', 'health'] } },
    ]);
  });

  it('leads back to the record as it was, and shows when its end is cut off', async () => {
    const story = await givenStory();
    await story.add({ type: 'withdrawn', expressed: spoken, scope: { all: 'yes' } });
    const head = readReceiptCode(receiptOf(story.events)!.code)!;
    assert.equal(head.record, story.record);
    assert.ok((await verifyChain(story.events, head)).ok);
    assert.ok(!(await verifyChain(story.events.slice(0, -1), head)).ok);
  });

  it('of a withdrawal says who holds what already, and nothing of it where nobody knows', async () => {
    const story = await givenStory();
    const shipments = [{ id: 's1', at: story.events.at(-1)!.at, agency: 'school', purpose: 'referral', items: ['name'] }];
    await story.add({ type: 'withdrawn', expressed: spoken, scope: { agency: 'school' } });
    const content = receiptOf(story.events, { shipments })!;
    assert.equal(content.kind, 'withdrawal');
    assert.deepEqual(content.scope, { agency: 'school' });
    assert.deepEqual(
      content.held?.map(({ agency, items, toAsk }) => [agency, items.map(({ item }) => item), toAsk]),
      [['school', ['name'], true]],
    );
    assert.deepEqual(receiptOf(story.events, { shipments: [] })!.held, []);
    assert.equal(receiptOf(story.events)!.held, undefined);
    assert.deepEqual(
      content.answers.map(({ agencies }) => agencies),
      [['chiiki-houkatsu']],
    );
  });

  it('can be made again for an earlier event, as it was then', async () => {
    const story = await givenStory();
    const before = receiptOf(story.events);
    await story.add({ type: 'withdrawn', expressed: spoken, scope: { all: 'yes' } });
    assert.deepEqual(receiptOf(story.events, { seq: 1 }), before);
  });

  it('never says that something may be told which may not, in any history', () => {
    fc.assert(
      fc.property(history, (events) => {
        const content = receiptOf(events);
        if (!content) return assert.equal(events.length, 0);
        const last = events.at(-1)!;
        const given = content.answers.flatMap(({ agencies, purposes, items }) =>
          cells({ purposes, agencies, items: items.given ?? [] }).map(({ purpose, agency, item }) => ({ purpose, agency, item })),
        );
        for (const cell of given) assert.ok(oracle(events, cell, last.at), JSON.stringify(cell));
      }),
      { numRuns: 500 },
    );
  });

  it('is nothing for an empty record, and gives nothing for a broken one', async () => {
    assert.equal(receiptOf([]), undefined);
    const { events } = await givenStory();
    assert.deepEqual(receiptOf([events[1]!])!.answers, []);
  });
});
