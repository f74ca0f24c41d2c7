import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { holidayName } from '@tsunagu/schema/open-state';
import { rubyRuns, withoutRuby, type RubyRun } from '../../packages/core/src/locale/ruby.js';
import { easy } from '../../packages/window-finder/src/locales/easy.js';
import { en } from '../../packages/window-finder/src/locales/en.js';
import { easyJapanese } from '../core/easy-japanese.js';
import { day, textsOf } from './locales-texts.js';

const texts = textsOf(easy);
const marked = (text: string): RubyRun[] => rubyRuns(text).filter((run) => run.reading !== undefined);

describe('やさしい日本語', () => {
  for (const [rule, offences] of Object.entries(easyJapanese))
    it(`has ${rule}`, () => {
      assert.deepEqual(offences(texts, {}), []);
    });

  it('never puts a reading over what a city wrote', () => {
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

  it('reads the days of the month as they are said', () => {
    const said = (of: number): string => easy.opensOn({ ...day, day: of }, '');
    assert.equal(said(25), '11月《がつ》25日《にち》（水曜日《すいようび》） ');
    assert.equal(said(1), '11月《がつ》｜1日《ついたち》（水曜日《すいようび》） ');
    assert.deepEqual(
      Array.from({ length: 31 }, (_, index) => index + 1).filter((of) => !said(of).includes('日《にち》')),
      [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 14, 20, 24],
    );
    for (let of = 1; of <= 31; of++) assert.equal(withoutRuby(said(of)), `11月${of}日（水曜日） `);
    assert.equal(withoutRuby(easy.verifiedOn(day)), '2026年11月25日に 確かめました');
  });

  it('has a reading, and English a name, for every public holiday of the years to come', () => {
    const names = new Set<string>();
    for (let at = Date.UTC(2026, 0, 1); at < Date.UTC(2036, 0, 1); at += 86_400_000) {
      const name = holidayName(new Date(at).toISOString().slice(0, 10));
      if (name) names.add(name);
    }
    assert.ok(names.size >= 17, [...names].join());
    for (const name of names) {
      const said = easy.unknownHoliday(name);
      assert.ok(withoutRuby(said).startsWith(`${name}は `), name);
      for (const rule of ['a reading on every kanji', 'at most 13 kanji a sentence'])
        assert.deepEqual(easyJapanese[rule]!([{ key: name, text: said }], {}), []);
      assert.ok(en.unknownHoliday(name).includes(` (${name}) is a public holiday.`), name);
    }
  });
});
