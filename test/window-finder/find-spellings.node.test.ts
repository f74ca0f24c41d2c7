import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import type { Directory } from '@tsunagu/schema/directory';
import { createFinder } from '@tsunagu/window-finder/find';
import { spellingGroups } from './phrases/spellings.js';

const ikoma = JSON.parse(readFileSync(new URL('../../examples/cities/ikoma.json', import.meta.url), 'utf8')) as Directory;
const finder = createFinder(ikoma, { now: () => new Date('2026-11-24T10:00:00+09:00') });
const desksFor = (text: string): string[] => finder.find({ text }).windows.map(({ window }) => window.id);

test('the set has at least 50 spellings in 13 groups', () => {
  assert.ok(spellingGroups.length >= 13);
  assert.ok(spellingGroups.flatMap(({ spellings }) => spellings).length >= 50);
});

test('every spelling of a word gives the same desks', () => {
  for (const { desk, spellings } of spellingGroups) {
    const [first] = spellings;
    assert.ok(desksFor(first!).includes(desk), `${first} → ${desksFor(first!).join(' ')}`);
    for (const spelling of spellings) assert.deepEqual(desksFor(spelling), desksFor(first!), `${spelling} ≠ ${first}`);
  }
});
