/**
 * @tsunagu/referral-sheet/paper: つなぐシート on A4, for a pen and a FAX, with codes on its back for networks that do not touch.
 *
 * ```ts
 * const { printPaper, paperTexts } = await import('@tsunagu/referral-sheet/paper');
 * const { sheet, events } = handedTo(whole, agency, new Date());   // @tsunagu/schema/referral/transfer
 * const printed = await printPaper({ sheet, events, directory, texts: await paperTexts('ja'), at: new Date() });
 * // false: nothing can be printed here
 * ```
 */
import { printPages } from '@tsunagu/core/print';
import { encodeTransfer, handedHere, handedTo, type Handed } from '@tsunagu/schema/referral/transfer';
import { localize } from '@tsunagu/schema/text';
import type { TemplateResult } from 'lit';
import type { SheetHost } from '../sheet-host.js';
import { recipientsOf } from './recipients.js';
import { paperContent, type PaperContent, type PaperOptions } from './content.js';
import { layOut } from './measure.js';
import { sheetPages, type PaperView } from './pages.js';
import { paperStyles } from './paper.styles.js';
import { paperTexts, type PaperTexts } from './texts.js';

export {
  paperContent,
  type PaperBlock,
  type PaperContent,
  type PaperDesk,
  type PaperSection,
  type Fact,
  type PrintedSheet,
} from './content.js';
export { paperStyles } from './paper.styles.js';
export { recipientsOf, type Recipient } from './recipients.js';
export { readSheetCode, sheetCode, type SheetCode } from './sheet-code.js';
export { paperTexts, type PaperTexts } from './texts.js';

export interface PrintOptions extends Omit<PaperOptions, 'words' | 'messages' | 'topics' | 'language'> {
  texts: PaperTexts;
  /** Readings over kanji, where the texts have any. Default: yes in やさしい日本語. */
  furigana?: boolean;
  /** The codes on the back. Default: yes, where WebCrypto is there (a page served over HTTPS) and no more than 99 are needed. */
  codes?: boolean;
}

/** What the paper says, in the language of `texts`. Throws a `TypeError` on a whole sheet. */
export const contentOf = ({ texts, ...options }: PrintOptions): PaperContent =>
  paperContent({ ...options, ...texts, topics: (id) => topicName(id, { texts, directory: options.directory }) });

function topicName(id: string, { texts, directory }: Pick<PrintOptions, 'texts' | 'directory'>): string {
  const own = directory?.topics?.find((topic) => topic.id === id)?.label;
  if (own !== undefined) return localize(own, texts.language);
  return Object.hasOwn(texts.topicNames, id) ? texts.topicNames[id]! : id;
}

async function codesOf({ sheet, events }: Pick<PrintOptions, 'sheet' | 'events'>): Promise<string[]> {
  try {
    return (await encodeTransfer({ sheet, events } as Handed)).parts;
  } catch {
    // Too much for paper, or no WebCrypto: the front is worth printing all the same.
    return [];
  }
}

/** The pages as they would be printed, divided for A4 on this machine. To be shown with `paperStyles`. Needs a page. */
export async function paperPages(options: PrintOptions): Promise<TemplateResult> {
  const { texts, furigana = texts.language === 'ja-x-easy', codes = true } = options;
  const content = contentOf(options);
  const view: PaperView = { messages: texts.messages, lang: texts.language, furigana };
  return sheetPages(content, { ...layOut(content, view), codes: codes ? await codesOf(options) : [] }, view);
}

/**
 * Prints what one desk has of a sheet. `true`: printed, or its window was closed; `false`: this browser cannot. Rejects with a `TypeError` on a whole
 * sheet: nobody's consent was asked about that.
 */
export const printPaper = async (options: PrintOptions): Promise<boolean> => printPages(await paperPages(options), paperStyles);

/**
 * Prints what is on the screen: a desk's own copy as it is; of a whole sheet, what the desk it is for may have (`packageFor`), and where there are
 * several, for the one that the worker chooses. `false`: nothing to print, nothing chosen, or this browser cannot.
 */
export async function printSheet(host: SheetHost): Promise<boolean> {
  const { value, consents, directory, lang, furigana, at } = host;
  if (!value) return false;
  const texts = await paperTexts(lang);
  const shared = { ...(directory && { directory }), texts, furigana, at };
  const own = handedHere(value);
  if (own) return printPaper({ ...own, ...shared });
  const recipients = recipientsOf(value);
  const chosen =
    recipients.length > 1
      ? await (await import('./choose.js')).chooseRecipient(host.root, recipients, { texts, furigana, ...(directory && { directory }) })
      : recipients[0];
  return chosen ? printPaper({ ...handedTo({ ...value, consents }, chosen.agency, at), agency: chosen, ...shared }) : false;
}
