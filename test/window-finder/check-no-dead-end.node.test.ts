import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import type { Directory } from '@tsunagu/schema/directory';
import { checkNoDeadEnd } from '@tsunagu/window-finder/check';

const folder = new URL('../../examples/cities/', import.meta.url);
const cities = readdirSync(folder).filter((name) => name.endsWith('.json'));
const read = (name: string): Directory => JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as Directory;
const ikoma = read('ikoma.json');

for (const name of cities) {
  test(`${name}: every worry in every area at every half-hour has an answer`, () => {
    const report = checkNoDeadEnd(read(name));
    assert.equal(report.ok, true, report.message);
    assert.ok(report.checked >= 16 * 3 * 7 * 48);
    assert.match(report.message, /行き止まりはありません.*No dead end/);
  });
}

test('at night in 生駒 only the last resort answers, and the report says when', () => {
  const { lastResortOnly } = checkNoDeadEnd(ikoma, { weeks: ['2026-06-08'] });
  const care = lastResortOnly.filter(({ topic, catchment }) => topic === 'care' && catchment === 'area-1');
  assert.deepEqual(care[0], { topic: 'care', catchment: 'area-1', from: '2026-06-08T00:00', to: '2026-06-08T08:30' });
  assert.ok(care.every(({ from, to }) => from < to));
});

test('deleting the catch-all desk fails with a sentence that names it', () => {
  const without = (keep: (desk: Directory['windows'][number]) => boolean): Directory => ({ ...ikoma, windows: ikoma.windows.filter(keep) });
  const named = checkNoDeadEnd(without(({ id }) => id !== 'city-hall'));
  assert.equal(named.ok, false);
  assert.match(named.message, /「city-hall」が、窓口の一覧にない/);
  assert.match(named.message, /"city-hall" is not among the windows/);
  const none = checkNoDeadEnd({ ...ikoma, catchAll: undefined, windows: ikoma.windows.map((desk) => ({ ...desk, acceptsAll: false })) });
  assert.deepEqual([none.ok, none.deadEnds], [false, [{ kind: 'no-catch-all' }]]);
  assert.match(none.message, /どんな相談も受ける窓口.*1つもありません/);
});
