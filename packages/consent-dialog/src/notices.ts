/** A request's explanation in every language it may be read in, as the question freezes it. */
import type { Language } from '@tsunagu/core';
import type { NoticeText } from '@tsunagu/schema/consent';
import type { Directory } from '@tsunagu/schema/directory';
import { wordsLocales, type Words } from './locales/words.js';
import { namesOf, type NamedRequest } from './names.js';
import { noticeFor } from './notice.js';

const wordsIn = async (language: Language): Promise<Words> => (language === 'ja' ? wordsLocales.ja : wordsLocales[language]());

/**
 * One text for each language, two for やさしい日本語 (with readings and without). Loads the languages' words; rejects when they cannot be loaded, since a
 * question that lacks a language cannot be answered in it.
 */
export async function noticesFor(
  request: NamedRequest,
  { directory, languages }: { directory?: Directory | undefined; languages: readonly Language[] },
): Promise<NoticeText[]> {
  const texts = await Promise.all(
    [...new Set(languages)].map(async (language) => {
      const names = namesOf({ language, words: await wordsIn(language), directory, labels: request.labels });
      const shown = language === 'ja-x-easy' ? [true, false] : [true];
      return shown.map((furigana) => noticeFor(request, names, { furigana }).frozen);
    }),
  );
  return texts.flat();
}
