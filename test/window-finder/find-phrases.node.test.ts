import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import type { Directory } from '@tsunagu/schema/directory';
import { createFinder } from '@tsunagu/window-finder/find';
import { ikomaSecondPhrases, ikomaThirdPhrases } from './phrases/ikoma-second.js';
import { ikomaPhrases } from './phrases/ikoma.js';

const ikoma = JSON.parse(readFileSync(new URL('../../examples/cities/ikoma.json', import.meta.url), 'utf8')) as Directory;
const finder = createFinder(ikoma, { now: () => new Date('2026-11-24T10:00:00+09:00') });
const sets = Object.entries({ first: ikomaPhrases, second: ikomaSecondPhrases, third: ikomaThirdPhrases });
const written = (set: typeof ikomaPhrases) => set.flatMap(({ desks, phrases }) => phrases.map((phrase) => ({ phrase, desks })));

test('the first set is large enough, and each phrase stands once in a set', () => {
  assert.ok(written(ikomaPhrases).length >= 220);
  const ids = new Set(ikoma.windows.map((window) => window.id));
  for (const [, set] of sets) {
    const all = written(set);
    assert.equal(new Set(all.map(({ phrase }) => phrase)).size, all.length);
    for (const { desks } of all) for (const desk of desks) assert.ok(ids.has(desk), desk);
  }
});

for (const [name, set] of sets) {
  test(`a right desk is among the first three for 95 % of the ${name} set of everyday phrases, and no answer is empty`, (context) => {
    const missed: string[] = [];
    const all = written(set);
    for (const { phrase, desks } of all) {
      const { windows, fallback } = finder.find({ text: phrase });
      assert.ok(windows.length > 0 && fallback.windows.length > 0 && fallback.services.length > 0, phrase);
      const first = windows.slice(0, 3).map(({ window }) => window.id);
      if (!first.some((id) => desks.includes(id))) missed.push(`${phrase} → ${first.join(', ')}`);
    }
    const recall = 1 - missed.length / all.length;
    const report = `${(recall * 100).toFixed(1)} % of ${all.length}; missed:\n${missed.join('\n')}`;
    context.diagnostic(report);
    assert.ok(recall >= 0.95, report);
  });
}
