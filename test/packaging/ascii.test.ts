/** Escaping a script to ASCII changes its bytes and nothing it says. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { runInNewContext } from 'node:vm';
import fc from 'fast-check';
import { toAscii } from '../../scripts/bundling/plugins.mjs';

const run = (code: string): unknown => runInNewContext(code) as unknown;
const text = fc.string({ unit: 'binary' });

describe('toAscii', () => {
  it('keeps strings, templates and tagged templates', () => {
    fc.assert(
      fc.property(text, (value) => {
        const literal = JSON.stringify(value);
        const template = `\`${value.replace(/[\\`$]/g, '\\$&').replaceAll('\r', '\\r')}\``;
        for (const code of [literal, template, `((s) => s[0])${template}`]) {
          const ascii = toAscii(code);
          assert.match(ascii, /^[\0-\x7f]*$/);
          assert.equal(run(ascii), value);
        }
      }),
    );
  });

  it('keeps regular expressions, names, and characters that were escaped already', () => {
    assert.equal(run(toAscii('/^[ぁ-ゖー]+$/.test("つなぐ") && !/^[ぁ-ゖー]+$/.test("ツナグ")')), true);
    assert.equal(run(toAscii('/^\\p{Script=Han}𠮷$/u.test("吉𠮷")')), true);
    assert.equal(run(toAscii('/\\、/.test("、")')), true);
    assert.equal(run(toAscii('"\\あ\\\\い"')), 'あ\\い');
    assert.equal(run(toAscii('(() => { const 窓口 = { 名称: 1 }; return 窓口.名称; })()')), 1);
  });
});
