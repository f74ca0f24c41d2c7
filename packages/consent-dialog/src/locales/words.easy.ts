import { namesEasy } from './names.easy.js';
import { noticeEasy } from './notice.easy.js';
import { fairReadings } from '../reading.js';
import type { Words } from './words.js';

export const wordsEasy: Words = { names: namesEasy, notice: noticeEasy, readings: fairReadings };
