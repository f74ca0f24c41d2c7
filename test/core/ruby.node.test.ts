import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { rubyRuns, withoutRuby } from '../../packages/core/src/locale/ruby.js';

describe('rubyRuns', () => {
  it('gives the reading to the kanji before it', () => {
    assert.deepEqual(rubyRuns('困《こま》っていること'), [{ base: '困', reading: 'こま' }, { base: 'っていること' }]);
    assert.deepEqual(rubyRuns('お 近《ちか》くの 窓口《まどぐち》'), [
      { base: 'お ' },
      { base: '近', reading: 'ちか' },
      { base: 'くの ' },
      { base: '窓口', reading: 'まどぐち' },
    ]);
  });

  it('takes a marked start where the base is not only kanji', () => {
    assert.deepEqual(rubyRuns('｜24時間《にじゅうよじかん》です'), [{ base: '24時間', reading: 'にじゅうよじかん' }, { base: 'です' }]);
  });

  it('keeps every character of the text', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const plain = rubyRuns(text)
          .map((run) => run.base)
          .join('');
        assert.equal(plain, withoutRuby(text));
        if (!/[《》]/.test(text)) assert.equal(plain, text);
      }),
    );
  });
});
