import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { rubyRuns, type RubyRun } from '../../packages/core/src/locale/ruby.js';
import { easy } from '../../packages/consultation-form/src/locales/easy.js';
import { easyJapanese } from '../core/easy-japanese.js';
import { day, textsOf } from './locales-texts.js';

const texts = textsOf(easy);
const marked = (text: string): RubyRun[] => rubyRuns(text).filter((run) => run.reading !== undefined);
/** Names of worries are the national ones. */
const official = texts.filter(({ key }) => key.startsWith('topics.')).map(({ text }) => text);

describe('やさしい日本語 of the form', () => {
  for (const [rule, offences] of Object.entries(easyJapanese))
    it(`has ${rule}`, () => {
      assert.deepEqual(offences(texts, { official }), []);
    });

  it('never puts a reading over what a city or the person wrote', () => {
    const own = marked(texts.map(({ text }) => text).join('\n'));
    for (const value of ['高齢者支援窓口', '24時間', '中央町一丁目', 'みほん市　相談課'])
      assert.deepEqual(
        marked(
          textsOf(easy, value)
            .map(({ text }) => text)
            .join('\n'),
        ),
        own,
        value,
      );
  });

  it('reads days and people as they are counted', () => {
    assert.ok(easy.sentNext(day).startsWith('11月《がつ》25日《にち》（水曜日《すいようび》）までに '));
    assert.ok(easy.sentNext({ ...day, day: 20 }).startsWith('11月《がつ》｜20日《はつか》（水曜日《すいようび》）までに '));
    assert.deepEqual([1, 2, 3, 12].map(easy.household.member), [
      '｜1人目《ひとりめ》',
      '｜2人目《ふたりめ》',
      '3人目《にんめ》',
      '12人目《にんめ》',
    ]);
  });
});
