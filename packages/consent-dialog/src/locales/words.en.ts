import { namesEn } from './names.en.js';
import { noticeEn } from './notice.en.js';
import type { Words } from './words.js';

export const wordsEn: Words = { names: namesEn, notice: noticeEn };
