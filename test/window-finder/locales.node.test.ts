import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { accessibilityIds, channels, fieldIds } from '@tsunagu/schema/directory';
import fc from 'fast-check';
import { withoutRuby } from '../../packages/core/src/locale/ruby.js';
import { en } from '../../packages/window-finder/src/locales/en.js';
import { day, locales, shapeOf, textsOf } from './locales-texts.js';

const kanjiOrKana = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}、。「」《》｜]/u;

describe('every language of the finder', () => {
  for (const [name, messages] of Object.entries(locales)) {
    const texts = textsOf(messages);

    it(`${name}: has the same keys as Japanese`, () => {
      assert.deepEqual(shapeOf(messages), shapeOf(locales.ja));
    });

    it(`${name}: says something for every key and argument`, () => {
      for (const { key, text } of texts) {
        assert.equal(typeof text, 'string', key);
        assert.notEqual(text.trim(), '', key);
        assert.equal(text, text.trim(), `${key} begins or ends with a space`);
        assert.doesNotMatch(text, /undefined|null|NaN|\[object/, key);
        assert.doesNotMatch(text, / {2}/, `${key} has a double space`);
      }
      const called = new Set(texts.map(({ key }) => key.split(/[.(]/)[0]));
      assert.deepEqual(
        Object.keys(messages).filter((key) => !called.has(key)),
        [],
      );
    });

    it(`${name}: holds text, never markup`, () => {
      for (const { key, text } of texts) assert.doesNotMatch(text, /[<>&〈〉\\`]|[\p{Cc}\p{Cf}]/u, key);
    });

    it(`${name}: names every channel, field and kind of accessibility of the schema`, () => {
      assert.deepEqual(Object.keys(messages.channels).sort(), [...channels].sort());
      assert.deepEqual(Object.keys(messages.fields).sort(), [...fieldIds].sort());
      assert.deepEqual(Object.keys(messages.accessibilityNames).sort(), [...accessibilityIds].sort());
    });

    it(`${name}: writes times half-width and by the 24-hour clock`, () => {
      for (const { key, text } of texts) assert.doesNotMatch(text, /[０-９]|\d：\d|午前|午後|\b\d{1,2}(:\d\d)? ?[ap]\.?m\b/i, key);
      assert.match(messages.span('9:00', '16:30'), /^9:00[–～]16:30$/);
    });

    it(`${name}: a spoken label contains the words that are seen (WCAG 2.5.3)`, () => {
      const seen = (text: string): string => withoutRuby(text);
      assert.ok(seen(messages.callLabel('X', '0743-74-1111')).includes(`${seen(messages.call)} 0743-74-1111`));
      assert.ok(seen(messages.detailsLabel('X')).includes(seen(messages.details)));
      assert.ok(seen(messages.notUnderstood).includes(seen(messages.details)), 'points at the button by its name');
    });

    it(`${name}: leaves what a city wrote as it is`, () => {
      const value = fc.string({ unit: 'grapheme', minLength: 1 }).filter((text) => !/[《》｜]/.test(text));
      fc.assert(
        fc.property(value, (text) => {
          for (const said of [
            messages.callLabel(text, '110'),
            messages.visitSite(text),
            messages.sendLabel(text),
            messages.detailsLabel(text),
            messages.whyArea(text),
            messages.whyTopic([text]),
            messages.unknownHoliday(text),
          ])
            assert.ok(withoutRuby(said).includes(text), said);
        }),
      );
    });

    it(`${name}: does not break on a holiday named like a part of the language`, () => {
      for (const name of ['constructor', '__proto__', 'toString']) assert.ok(messages.unknownHoliday(name).includes(name));
    });
  }

  it('says when a moment is not now', () => {
    for (const [name, messages] of Object.entries(locales)) {
      assert.notEqual(messages.open('17:00', true), messages.open('17:00', false), name);
      assert.notEqual(messages.openAllDay(true), messages.openAllDay(false), name);
      assert.notEqual(messages.closed('after', '', true), messages.closed('after', '', false), name);
      assert.doesNotMatch(withoutRuby(messages.closed('after', '', true)), /今|いまは|today|now/i, name);
      assert.doesNotMatch(withoutRuby(messages.closingSoon('17:00', true)), /まもなく|もうすぐ|soon|now/i, name);
    }
  });
});

describe('English', () => {
  it('has Japanese only beside a term, in brackets, and as the name of a language', () => {
    for (const { key, text } of textsOf(en)) {
      if (key.startsWith('languageNames.')) continue;
      assert.doesNotMatch(text.replace(/ \([\p{Script=Han}\p{Script=Hiragana}]+\)/gu, ''), kanjiOrKana, `${key}: ${text}`);
    }
  });

  it('counts in singular and plural', () => {
    assert.equal(en.count(1), '1 desk found');
    assert.equal(en.count(8), '8 desks found');
    assert.equal(en.countOpen(1), '1 desk open');
  });

  it('writes days, ordinals and open states in plain words', () => {
    assert.equal(en.opensOn(day, '8:30'), 'Wed 25 Nov at 8:30');
    assert.equal(en.verifiedOn(day), 'Checked on 25 Nov 2026');
    assert.equal(en.nth([2, 4]), '2nd and 4th of the month');
    assert.equal(en.nth([1, 3, 5]), '1st, 3rd and 5th of the month');
    assert.equal(en.open('17:00', false), 'Open now (until 17:00)');
    assert.equal(en.closed('after', en.opensOn(day, '8:30'), false), 'Closed for today. Opens Wed 25 Nov at 8:30.');
    assert.equal(en.whyTopic(['Debt', 'Housing']), 'Helps with “Debt” and “Housing”');
  });

  it('gives a public holiday in both languages, and keeps a name it does not know', () => {
    assert.match(en.unknownHoliday('勤労感謝の日'), /^Labour Thanksgiving Day \(勤労感謝の日\) is a public holiday\./);
    assert.match(en.unknownHoliday('市制記念日'), /^市制記念日 is a public holiday\./);
    assert.match(en.unknownHoliday(''), /^This is a public holiday\./);
  });
});
