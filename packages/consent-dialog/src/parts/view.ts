import type { Language } from '@tsunagu/core';
import type { nothing, TemplateResult } from 'lit';
import type { AskTexts, ConsentTexts } from '../locales/index.js';
import type { Names } from '../names.js';
import type { NoticeContent } from '../notice.js';
import type { Session } from '../session.js';
import type { Steps } from '../steps.js';

export type Piece = TemplateResult | typeof nothing;

/** The explanation as it stands on the screen: ours in sections, or a text that came with the question. */
export type Shown = { content: NoticeContent } | { text: string; language: string; ruby: boolean };

/** What the first page shows, and how it tells what happens. */
export interface AskView {
  messages: AskTexts;
  names: Names;
  lang: Language;
  furigana: boolean;
  session: Session;
  act: FirstActs;
}

/** What the pages show that are fetched later. */
export interface DialogView extends AskView {
  messages: ConsentTexts;
  steps: Steps;
  act: Acts;
  /** Why nothing came out of the printer; empty while nobody has printed, or it went well. */
  unprinted: string;
  /** What one agency will see, opened below it. */
  preview: (agency: string) => { button: Piece; panel: Piece };
  /** The field for a signature, once it is here; fetched when it is asked for. */
  signature: () => Piece;
}

export interface FirstActs {
  close: () => void;
  decide: (kind: 'given' | 'refused' | 'deferred') => void;
}

export interface Acts extends FirstActs {
  proceed: () => void;
  record: () => void;
  explainAgain: () => void;
  print: () => void;
  paper: () => void;
  again: () => void;
  /** Puts the focus on the question of a problem. */
  goTo: (field: string) => void;
}

/** 「7 決める」, numbered on from the explanation. */
export const sectionHeading = (view: AskView, number: number, heading: string): string =>
  view.messages.words.notice.section(number, heading);
