/** Runs in the page of the paper tests: prints what a dialog would print, on request. */
import type { Language } from '@tsunagu/core';
import type { ConsentEvent, Shipment } from '@tsunagu/schema/consent';
import type { Directory } from '@tsunagu/schema/directory';
import { wordsLocales } from '../../packages/consent-dialog/src/locales/words.js';
import { namesOf, type NamedRequest, type Names } from '../../packages/consent-dialog/src/names.js';
import { paperWords, printPaperTwin } from '../../packages/consent-dialog/src/paper/paper-twin.js';
import { printReceipt, receiptWords } from '../../packages/consent-dialog/src/print/receipt.js';

export interface PaperAsked {
  request: NamedRequest;
  language?: Language;
  directory?: Directory;
  record?: string;
  notice?: { version: string; language: string; text: string; hash: string };
}

export interface ReceiptAsked {
  events: ConsentEvent[];
  language?: Language;
  directory?: Directory;
  shipments?: Shipment[];
  discreet?: boolean;
}

const names = async (language: Language, directory: Directory | undefined, request?: NamedRequest): Promise<Names> =>
  namesOf({ language, words: language === 'ja' ? wordsLocales.ja : await wordsLocales[language](), directory, labels: request?.labels });

const parts = {
  /** Begins to print: the sheets are on the page when this resolves. */
  async paper({ request, language = 'ja', directory, record, notice }: PaperAsked): Promise<void> {
    const view = {
      words: await paperWords(language),
      names: await names(language, directory, request),
      furigana: language === 'ja-x-easy',
    };
    void printPaperTwin({ request, ...(record !== undefined && { record }), ...(notice && { notice }) }, view);
    await sheets();
  },
  async receipt({ language = 'ja', directory, ...options }: ReceiptAsked): Promise<void> {
    const view = { words: await receiptWords(language), names: await names(language, directory), furigana: language === 'ja-x-easy' };
    void printReceipt(options, view);
    await sheets();
  },
  /** How the boxes of a paper that is about to be printed look. */
  boxes() {
    const root = document.querySelector('tsunagu-print')!.shadowRoot!;
    const all = (selector: string) =>
      [...root.querySelectorAll(selector)].map((cell) => {
        const { fontSize, fontWeight, color, backgroundColor } = getComputedStyle(cell);
        return { look: [fontSize, fontWeight, color, backgroundColor].join(' '), width: Math.round(cell.getBoundingClientRect().width) };
      });
    const size = parseFloat(getComputedStyle(root.querySelector('.paper')!).fontSize);
    const readings = [...root.querySelectorAll('rt')].map((reading) => parseFloat(getComputedStyle(reading).fontSize));
    return { answer: all('.paper-answer'), box: all('.paper-box'), size, readings };
  },
  /** Prints where printing is not allowed, and gives what came of it and what is left on the page. */
  async refused(asked: ReceiptAsked, how: 'throws' | 'ignored' | 'missing'): Promise<unknown[]> {
    const { print } = window;
    const refuse = (): void => {
      if (how === 'throws') throw new Error('sandboxed');
    };
    Object.assign(window, { print: how === 'missing' ? undefined : refuse });
    const words = await receiptWords('ja');
    const printing = printReceipt(asked, { words, names: await names('ja', asked.directory), furigana: false });
    // Whoever sees nothing happen touches the page again.
    if (how === 'ignored') window.dispatchEvent(new Event('pointerdown'));
    const printed = await printing;
    Object.assign(window, { print });
    return [printed, document.querySelector('tsunagu-print') === null, document.adoptedStyleSheets.length];
  },
};

const sheets = (): Promise<void> =>
  new Promise((resolve) => {
    const look = (): void => {
      if (document.querySelector('tsunagu-print')) resolve();
      else requestAnimationFrame(look);
    };
    look();
  });

export type PartsRoom = typeof parts;

Object.assign(window, { room: parts, print: () => undefined });
