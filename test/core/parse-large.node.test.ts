import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { parseLarge } from '../../packages/core/src/directory/parse-large.js';

function run(text: string): unknown {
  const steps = parseLarge(text);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

const awkward = fc.oneof(fc.string(), fc.constantFrom('"windows":[', ']', '},{', '\\', '\\"', '"', '窓口', '\u2028', '{"windows":[]}'));
const value = fc.letrec((tie) => ({
  any: fc.oneof(
    { maxDepth: 4 },
    awkward,
    fc.integer(),
    fc.boolean(),
    fc.constant(null),
    fc.array(tie('any'), { maxLength: 4 }),
    fc.dictionary(awkward, tie('any'), { maxKeys: 4 }),
  ),
})).any;

describe('parseLarge', () => {
  it('gives what JSON.parse gives, whatever stands in the file', () => {
    fc.assert(
      fc.property(
        fc.dictionary(awkward, value, { maxKeys: 4 }),
        fc.array(value, { maxLength: 6 }),
        fc.constantFrom(undefined, 1, '\t'),
        fc.boolean(),
        (rest, windows, space, first) => {
          const text = JSON.stringify(first ? { windows, ...rest } : { ...rest, windows }, null, space);
          // fast-check's dictionaries have no prototype; a round trip gives both sides plain objects.
          assert.deepEqual(JSON.parse(JSON.stringify(run(text))), JSON.parse(text));
        },
      ),
      { numRuns: 2000 },
    );
  });

  it('gives what JSON.parse gives for text without windows', () => {
    for (const text of ['[]', '1', '"windows"', '{"a":{"windows":[1]}}', '{"windows":{}}', '{"windows" : [ ] }'])
      assert.deepEqual(run(text), JSON.parse(text));
  });

  it('refuses broken text with a SyntaxError, wherever it is cut', () => {
    const text = JSON.stringify({ a: 1, windows: [{ id: 'a', name: '窓口 "x"' }, { id: 'b' }], z: [1] });
    for (let end = 0; end < text.length; end++) assert.throws(() => run(text.slice(0, end)), SyntaxError, text.slice(0, end));
    for (const broken of ['{"windows":[1,]}', '{"windows":[,1]}', '{"windows":[1 2]}', '{"windows":[1}}', '{"windows":[1]]'])
      assert.throws(() => run(broken), SyntaxError, broken);
  });
});
