/** What holds of the texts of a part, in every language. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { rubyRuns, withoutRuby } from '../../packages/core/src/locale/ruby.js';
import { shapeOf, textsOf, type Samples } from './locales-texts.js';

export interface Slice {
  ja: object;
  easy: object;
  en: object;
  samples: Samples;
}

const kanji = /\p{Script=Han}/u;

/** A reading on every kanji, and readings in kana. */
export function easyFaults(key: string, text: string): void {
  for (const { base, reading } of rubyRuns(text)) {
    if (reading === undefined) assert.doesNotMatch(base, kanji, `${key}: ${text}`);
    else assert.match(reading, /^[ぁ-んー]+$/, `${key}: ${text}`);
  }
  assert.doesNotMatch(withoutRuby(text), /[《》｜]/, `${key}: ${text}`);
}

/** Complete, clean, and with a reading on every kanji of やさしい日本語; `isPlain`: texts for places that show no readings. */
export function describeSlices(
  slices: Readonly<Record<string, Slice>>,
  isPlain: (slice: string, key: string) => boolean = () => false,
): void {
  for (const [name, { ja, easy, en, samples }] of Object.entries(slices))
    describe(`the words of the ${name} part`, () => {
      it('are the same in every language', () => {
        assert.deepEqual(shapeOf(easy), shapeOf(ja));
        assert.deepEqual(shapeOf(en), shapeOf(ja));
      });

      it('say something, as text', () => {
        for (const messages of [ja, easy, en])
          for (const { key, text } of textsOf(messages, samples)) {
            assert.notEqual(text.trim(), '', key);
            assert.doesNotMatch(text, /undefined|null|NaN|\[object|[<>&]/, `${key}: ${text}`);
          }
      });

      it('have a reading on every kanji in やさしい日本語, and none elsewhere', () => {
        for (const { key, text } of textsOf(easy, samples)) if (!isPlain(name, key)) easyFaults(key, text);
        for (const messages of [ja, en]) for (const { key, text } of textsOf(messages, samples)) assert.doesNotMatch(text, /[《》｜]/, key);
      });
    });
}
