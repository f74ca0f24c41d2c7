import type { ReferralSheetElement } from '@tsunagu/referral-sheet';
import type { Directory } from '@tsunagu/schema/directory';
import { html, nothing, type TemplateResult } from 'lit';
import { playing } from '../shared/acts.js';
import { now, sheetAt, type SheetState, type StorySheet, type Viewer } from './sheets.js';

export { choose, press, shows, write } from '../shared/acts.js';

export interface SheetArgs {
  directory?: Directory | undefined;
  mode: 'edit' | 'reply' | 'view';
  state: SheetState;
  viewer: Viewer;
  languages?: string;
}

interface Loaded {
  loaded?: { story?: StorySheet };
}

/** Moves the sheet to where a story wants it. */
export const withSheet = async ({ args }: { args: SheetArgs }): Promise<{ story: StorySheet }> => ({
  story: await sheetAt(args.state, args.viewer),
});

/** The sheet on the page of the desk that looks at it. */
export function sheet({ directory, mode, languages }: SheetArgs, { loaded }: Loaded = {}): TemplateResult {
  const { value, consent, desk, worker } = loaded?.story ?? {};
  return html`<tsunagu-referral-sheet
    mode=${mode}
    desk=${desk ?? nothing}
    worker=${worker ?? nothing}
    languages=${languages ?? nothing}
    .directory=${directory}
    .value=${value}
    .consent=${consent}
    .now=${now}
  ></tsunagu-referral-sheet>`;
}

/** Does one thing after the other, each once the element shows what came of the one before. */
export const play = playing<ReferralSheetElement>('tsunagu-referral-sheet');
