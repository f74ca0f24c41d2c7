import { askJa } from './ask.ja.js';
import { frameJa } from './frame.ja.js';
import type { ConsentTexts } from './index.js';
import { pagesJa } from './pages.ja.js';
import { wordsJa } from './words.js';

/** All of Japanese, once the pages are here. */
export const japanese: ConsentTexts = { ...frameJa, ...askJa, ...pagesJa, words: wordsJa };
