/** What the form takes for a receipt is what the schema says one is; nothing else gets near the screen. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { parseReceipt } from '@tsunagu/schema/consultation';
import { asProblem, asReceipt } from '../../packages/consultation-form/src/receipt.js';
import { receipt } from './send-faults.js';

const hostile = fc.oneof(
  fc.anything(),
  fc.json().map((text) => JSON.parse(text) as unknown),
  fc.string({ unit: 'grapheme', maxLength: 400 }),
  fc.constantFrom(
    'K7MF-3W9X-',
    'K7MF-3W9XA1B2',
    'k7mf-3w9x',
    'K7MF-3W9X\n',
    ' K7MF-3W9X',
    'A1B2-C3D4-E5F6-G7H8-',
    '2026-11-24',
    'x'.repeat(99_999),
  ),
);
const members = ['number', 'secret', 'receivedAt', 'replyBy', 'window'] as const;
const broken = fc
  .tuple(fc.subarray([...members]), fc.array(hostile, { minLength: 5, maxLength: 5 }))
  .map(([names, values]) => ({ ...receipt, ...Object.fromEntries(names.map((name, index) => [name, values[index]])) }));

test('a sound receipt comes through as it is, without what nobody knows', () => {
  assert.deepEqual(asReceipt(receipt), receipt);
  assert.deepEqual(asReceipt({ ...receipt, html: '<script>', __proto__: { admin: true } }), receipt);
  const { number, secret, receivedAt } = receipt;
  assert.deepEqual(asReceipt({ number, secret, receivedAt }), { number, secret, receivedAt });
});

test('whatever comes through is a receipt by the schema; what the schema takes comes through', () => {
  fc.assert(
    fc.property(fc.oneof(broken, hostile), (value) => {
      const found = asReceipt(value);
      if (found) assert.ok(parseReceipt(found).success);
      else assert.ok(!parseReceipt(value).success);
    }),
    { numRuns: 3000 },
  );
});

test('a broken extra is left out: the words did arrive', () => {
  for (const change of [{ replyBy: '明日' }, { replyBy: 5 }, { window: 'sogo' }, { window: { id: '../etc' } }, { window: null }]) {
    const found = asReceipt({ ...receipt, ...change })!;
    assert.equal(found.number, receipt.number);
    for (const name of Object.keys(change)) assert.ok(!(name in found), name);
  }
  assert.deepEqual(asReceipt({ ...receipt, window: { id: 'sogo', name: 'あ'.repeat(301) } })!.window, { id: 'sogo' });
});

test('a problem is read as far as it is one', () => {
  fc.assert(
    fc.property(hostile, (value) => {
      for (const text of Object.values(asProblem(value, 500))) assert.ok(text === 500 || (typeof text === 'string' && text.length <= 2000));
    }),
  );
  assert.deepEqual(asProblem({ type: 'urn:x', title: ['x'], detail: 'x'.repeat(2001), status: 200 }, 503), { status: 503, type: 'urn:x' });
});
