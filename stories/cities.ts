/** The six example cities, as the stories and tests use them: data in hand, no request, the same picture every time. */
import type { Directory } from '@tsunagu/schema/directory';
import ikomaFile from '../examples/cities/ikoma.json' with { type: 'json' };
import imabariFile from '../examples/cities/imabari.json' with { type: 'json' };
import kadomaFile from '../examples/cities/kadoma.json' with { type: 'json' };
import mihonFile from '../examples/cities/mihon.json' with { type: 'json' };
import nagaokakyoFile from '../examples/cities/nagaokakyo.json' with { type: 'json' };
import toyamaFile from '../examples/cities/toyama.json' with { type: 'json' };

// TypeScript reads a JSON file's words as plain strings; the element checks the data itself.
export const ikoma = ikomaFile as unknown as Directory;
export const imabari = imabariFile as unknown as Directory;
export const kadoma = kadomaFile as unknown as Directory;
export const mihon = mihonFile as unknown as Directory;
export const nagaokakyo = nagaokakyoFile as unknown as Directory;
export const toyama = toyamaFile as unknown as Directory;
