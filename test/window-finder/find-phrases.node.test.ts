import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import type { Directory } from '@tsunagu/schema/directory';
import { createFinder } from '@tsunagu/window-finder/find';
import { ikomaPhrases } from './phrases/ikoma.js';

const ikoma = JSON.parse(readFileSync(new URL('../../examples/cities/ikoma.json', import.meta.url), 'utf8')) as Directory;
const finder = createFinder(ikoma, { now: () => new Date('2026-11-24T10:00:00+09:00') });
const all = ikomaPhrases.flatMap(({ desks, phrases }) => phrases.map((phrase) => ({ phrase, desks })));

test('the set is large enough and each phrase stands in it once', () => {
  assert.ok(all.length >= 220, `${all.length}`);
  assert.equal(new Set(all.map(({ phrase }) => phrase)).size, all.length);
  const ids = new Set(ikoma.windows.map((window) => window.id));
  for (const { desks } of all) for (const desk of desks) assert.ok(ids.has(desk), desk);
});

test('a right desk is among the first three for 95 % of everyday phrases, and no answer is empty', () => {
  const missed: string[] = [];
  for (const { phrase, desks } of all) {
    const { windows, fallback } = finder.find({ text: phrase });
    assert.ok(windows.length > 0 && fallback.windows.length > 0 && fallback.services.length > 0, phrase);
    const first = windows.slice(0, 3).map(({ window }) => window.id);
    if (!first.some((id) => desks.includes(id))) missed.push(`${phrase} → ${first.join(', ')}`);
  }
  if (process.env.SHOW) console.log(missed.join('\n'));
  const recall = 1 - missed.length / all.length;
  assert.ok(recall >= 0.95, `${(recall * 100).toFixed(1)} % of ${all.length}; missed:\n${missed.join('\n')}`);
});
