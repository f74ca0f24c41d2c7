/** Whether a desk is open, in words. Fetched with the first directory: without one nobody knows any hours. */
import { describeOpen, openJa, type OpenWords } from '@tsunagu/core';
import type { ConsultationWindow, Directory } from '@tsunagu/schema/directory';
import { openState } from '@tsunagu/schema/open-state';
import type { SheetMessages } from '../locales/messages.js';

/** `texts` has these words itself in every language but Japanese. */
export type OpenLook = (desk: ConsultationWindow, at: Date, city: Directory | undefined, texts: SheetMessages) => OpenWords;

export const openLook: OpenLook = (desk, at, city, texts) =>
  describeOpen(openState(desk, at, city?.calendar), at, { ...openJa, ...texts }, false);
