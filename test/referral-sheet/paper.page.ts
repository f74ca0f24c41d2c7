/** Runs in the page of the paper tests: prints what a sheet would print, on request. */
import type { Language } from '@tsunagu/core';
import type { Directory } from '@tsunagu/schema/directory';
import type { Handed } from '@tsunagu/schema/referral/transfer';
import { contentOf, paperTexts, printPaper, printSheet } from '../../packages/referral-sheet/src/paper/index.js';
import type { SheetHost } from '../../packages/referral-sheet/src/sheet-host.js';

export interface PaperAsked {
  handed: Handed;
  directory?: Directory;
  language?: Language;
  at: string;
  codes?: boolean;
}

const results: (boolean | string)[] = [];

/** The sheets are on the page; or printing came to an end without them. */
async function sheets(): Promise<void> {
  const before = results.length;
  while (results.length === before && !document.querySelector('tsunagu-print:not([data-measure])'))
    await new Promise((resolve) => requestAnimationFrame(resolve));
}

const options = async ({ handed, directory, language = 'ja', at, codes }: PaperAsked) => ({
  ...handed,
  ...(directory && { directory }),
  ...(codes !== undefined && { codes }),
  texts: await paperTexts(language),
  at: new Date(at),
});

const paper = {
  results,
  async print(asked: PaperAsked): Promise<void> {
    const asking = await options(asked);
    void printPaper(asking).then(
      (printed) => results.push(printed),
      (error: unknown) => {
        results.push(String(error));
        console.error(error);
      },
    );
    await sheets();
  },
  async content(asked: PaperAsked) {
    return contentOf(await options(asked));
  },
  /** As a sheet on the screen prints it; its dialog, if it asks, is in a shadow root in the page. */
  host(given: Omit<Partial<SheetHost>, 'at'> & { at: string }): void {
    const element = document.querySelector('main')!.appendChild(document.createElement('div'));
    const root = element.attachShadow({ mode: 'open' });
    const host = { lang: 'ja', furigana: false, consents: {}, ...given, at: new Date(given.at), root } as unknown as SheetHost;
    void printSheet(host).then(
      (printed) => results.push(printed),
      (error: unknown) => results.push(String(error)),
    );
  },
  sheets,
};

export type Paper = typeof paper;
(window as unknown as { paper: Paper }).paper = paper;
