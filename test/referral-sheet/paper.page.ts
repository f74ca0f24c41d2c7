/** Runs in the page of the paper tests: prints what a sheet would print, on request. */
import type { Language } from '@tsunagu/core';
import type { Directory } from '@tsunagu/schema/directory';
import type { Handed } from '@tsunagu/schema/referral/transfer';
import { paperTexts, printPaper } from '../../packages/referral-sheet/src/paper/index.js';

export interface PaperAsked {
  handed: Handed;
  directory?: Directory;
  language?: Language;
  at: string;
  codes?: boolean;
}

/** The sheets are on the page. */
async function sheets(): Promise<void> {
  while (!document.querySelector('tsunagu-print:not([data-measure])')) await new Promise((resolve) => requestAnimationFrame(resolve));
}

const options = async ({ handed, directory, language = 'ja', at, codes }: PaperAsked) => ({
  ...handed,
  ...(directory && { directory }),
  ...(codes !== undefined && { codes }),
  texts: await paperTexts(language),
  at: new Date(at),
});

const paper = {
  async print(asked: PaperAsked): Promise<void> {
    const asking = await options(asked);
    void printPaper(asking);
    await sheets();
  },
  /** The words of each page that is about to be printed, with the readings over them and without. */
  words(): { whole: string; plain: string }[] {
    const without = (page: Element, selector: string): string => {
      const copy = page.cloneNode(true) as Element;
      for (const each of copy.querySelectorAll(selector)) each.remove();
      return copy.textContent;
    };
    return [...document.querySelector('tsunagu-print')!.shadowRoot!.querySelectorAll('.sheet')].map((page) => ({
      whole: without(page, 'rp'),
      plain: without(page, 'rp, rt'),
    }));
  },
  /** How everything that is about to be printed looks; lengths in CSS pixels. */
  looks() {
    const root = document.querySelector('tsunagu-print')!.shadowRoot!;
    return [...root.querySelectorAll('.paper *:not(path):not(svg)')].map((element) => {
      const { color, fontSize, borderTopWidth, borderBottomWidth, borderBottomColor, opacity } = getComputedStyle(element);
      return {
        what: `${element.localName}.${element.className}`,
        color,
        opacity,
        size: parseFloat(fontSize),
        lines: [borderTopWidth, borderBottomWidth].map(parseFloat).filter(Boolean),
        ink: borderBottomColor,
      };
    });
  },
};

export type PaperRoom = typeof paper;
Object.assign(window, { room: paper });
