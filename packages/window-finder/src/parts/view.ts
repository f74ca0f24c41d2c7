import type { Directory } from '@tsunagu/schema/directory';
import type { ConsultationWindow } from '@tsunagu/schema/directory';
import type { OpenState } from '@tsunagu/schema/open-state';
import { describeOpen, type Language, type OpenMessages, type OpenWords } from '@tsunagu/core';
import type { FinderTexts } from '../locales/index.js';

/** What the templates of the finder share: the words, the moment, and what the resident has opened. */
export interface FinderView {
  directory: Directory;
  messages: FinderTexts;
  lang: Language;
  furigana: boolean;
  /** The moment the states are for. */
  at: Date;
  /** The resident chose the moment; it is not now. */
  later: boolean;
  selectable: boolean;
  topicLabel: (id: string) => string;
  /** An open state in words; desks with the same hours share both. */
  openWords: (open: OpenState) => OpenWords;
  /** Cards of the list that are drawn by now. */
  drawn: number;
  /** What stands after the list is drawn by now. */
  whole: boolean;
  isOpen: (id: string) => boolean;
  toggle: (id: string) => void;
  select: (window: ConsultationWindow) => void;
}

/** Open states in words at `at`; each is put into words once. */
export function openWords(at: Date, messages: OpenMessages, later: boolean): FinderView['openWords'] {
  const known = new Map<OpenState, OpenWords>();
  return (open) => {
    let words = known.get(open);
    if (!words) known.set(open, (words = describeOpen(open, at, messages, later)));
    return words;
  };
}
