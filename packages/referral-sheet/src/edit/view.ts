import type { Language } from '@tsunagu/core';
import type { Directory } from '@tsunagu/schema/directory';
import type { canBring, ConsentsByRef, ReferralSheet } from '@tsunagu/schema/referral';
import type { SectionId } from '@tsunagu/schema/referral/words';
import type { EditMessages } from '../locales/edit.messages.js';
import type { WrittenBasis } from './basis.js';
import type { Said } from './contents.js';
import type { GateView, GateWay } from './gate-view.js';
import type { Conflict } from './merge.js';
import type { Problem } from './problems.js';
import type { ListPointer } from './rows.js';
import type { WholeTexts } from '../locales/whole.js';
import type { Taken, Writing } from './writing.js';

/** What the parts of the page do. */
export interface Acts {
  toggle: (id: string) => void;
  /** Opens whatever a field stands in, and puts the focus there. */
  goTo: (pointer: string) => void;
  put: (pointer: string, value: unknown) => void;
  chooseBasis: (kind: WrittenBasis['kind']) => void;
  add: (list: ListPointer) => void;
  remove: (list: ListPointer, index: number) => void;
  putBack: (list: ListPointer) => void;
  way: (way: GateWay) => void;
  showGate: () => void;
  answerOneDesk: (answer: 'yes' | 'no' | 'unsure') => void;
  check: () => void;
  backToWriting: () => void;
  /** Of what was written here and elsewhere: what is here stays, or what was written elsewhere takes its place. */
  keepHere: () => void;
  takeElsewhere: (conflict: Conflict) => void;
  send: () => void;
}

/** What the parts of the page show. */
export interface EditView {
  messages: EditMessages;
  texts: WholeTexts;
  said: Said;
  lang: Language;
  furigana: boolean;
  writing: Writing;
  sheet: ReferralSheet;
  city: Directory | undefined;
  consents: ConsentsByRef;
  at: Date;
  /** Open sections and entries. */
  open: ReadonlySet<string>;
  problems: readonly Problem[];
  gates: readonly GateView[];
  /** Which forum may discuss it. */
  bring: ReturnType<typeof canBring>;
  gateOpen: boolean;
  oneDesk: 'yes' | 'no' | 'unsure';
  /** Entries that were taken off last, by list. */
  taken: ReadonlyMap<ListPointer, readonly Taken[]>;
  /** Counts what changes all sections, and what changes one. */
  turn: number;
  turns: Readonly<Partial<Record<SectionId, number>>>;
  act: Acts;
}

/** The id of a field in the page, by its pointer. */
export const idOf = (pointer: string): string => `f${pointer.replace(/[^A-Za-z0-9]+/g, '-')}`;

export const sectionId = (section: SectionId): string => `section-${section}`;
