import type { FairReadings } from '../reading.js';
import { askNamesJa } from './names.ask.ja.js';
import type { AskNameMessages } from './names.messages.js';
import { noticeJa } from './notice.ja.js';
import type { NoticeMessages } from './notice.messages.js';

/** All that the explanation is written with, in one language. */
export interface AskWords {
  names: AskNameMessages;
  notice: NoticeMessages;
  /** Only やさしい日本語 has readings over names. */
  readings?: FairReadings;
}

export const askWordsJa: AskWords = { names: askNamesJa, notice: noticeJa };
