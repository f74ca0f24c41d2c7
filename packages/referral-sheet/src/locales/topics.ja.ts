import { topics } from '@tsunagu/schema/vocabulary';

/** Worry → what it is called in Japanese. They come with the words that a finder knows them by, which would double their weight in the first file. */
export const topicsJa: Readonly<Record<string, string>> = Object.fromEntries(topics.map(({ id, label }) => [id, label]));
