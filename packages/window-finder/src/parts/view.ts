import type { Directory } from '@tsunagu/schema/directory';
import type { ConsultationWindow } from '@tsunagu/schema/directory';
import type { Language } from '@tsunagu/core';
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
  /** Cards of the list that are drawn by now. */
  drawn: number;
  isOpen: (id: string) => boolean;
  toggle: (id: string) => void;
  select: (window: ConsultationWindow) => void;
}
