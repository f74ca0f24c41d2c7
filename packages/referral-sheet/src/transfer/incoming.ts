/** Codes and files as they are read, one after the other, until a sheet is whole. No DOM. */
import type { ReadValue } from '@tsunagu/schema/referral/compare';
import { createCollector, readPart } from '@tsunagu/schema/referral/transfer';
import type { TransferMessages } from '../locales/transfer.messages.js';
import { readSheetCode } from '../paper/sheet-code.js';
import type { ReferralValue } from '../sheet-host.js';

/** A sentence in whatever language the panel speaks when it is shown. */
export type Told = (words: TransferMessages) => string;

/** What became of something that was read: a sheet, a sealed letter, or nothing yet. `news` is a sentence, or nothing where there is more to see. */
export interface Heard {
  news: Told;
  value?: ReadValue;
  sealed?: string;
}

/** More than any file of a sheet. */
const mostCharacters = 2_000_000;

const isCode = (text: string): boolean => readSheetCode(text) !== undefined || readPart(text) !== 'foreign';

const sealedLetter = /^[A-Za-z0-9_-]+(\.[A-Za-z0-9_-]*){4}$/;

export class Incoming {
  readonly #collector = createCollector();

  constructor(private readonly here: () => ReferralValue | undefined) {}

  /** Numbers of codes that were read, and those that are missing. */
  get progress(): { count: number; read: readonly number[]; missing: readonly number[] } | undefined {
    const { count, read, missing } = this.#collector;
    return count === undefined ? undefined : { count, read, missing };
  }

  /** How far it is; nothing before the first code, and once all were there. */
  readonly far: Told = ({ in: words }) => {
    const { progress } = this;
    return progress ? words.progress(progress.count, progress.read, progress.missing) : '';
  };

  /** One code, as a scanner or a camera read it. */
  async code(text: string): Promise<Heard> {
    const paper = readSheetCode(text);
    if (paper) return { news: this.#paper(paper) };
    const collector = this.#collector;
    const added = collector.add(text);
    if (!added.ok) return { news: ({ in: words }) => words.refused[added.code] };
    if (!collector.done) return { news: added.again ? ({ in: words }) => words.again : () => '' };
    const { count } = added;
    const result = await collector.result();
    collector.clear();
    if (!result.ok) {
      const { error } = result;
      return { news: ({ in: words }) => words.unusable[error === 'missing' ? 'broken' : error] };
    }
    const news: Told = ({ in: words }) => words.progress(count, [], []);
    return 'sealed' in result ? { news, sealed: result.sealed } : { news, value: result.value };
  }

  /** Several codes, as a picture of a page shows them. */
  async codes(texts: readonly string[]): Promise<Heard> {
    let last: Heard = { news: () => '' };
    let paper: Heard | undefined;
    let taken = false;
    for (const text of texts) {
      const before = this.progress?.read.length ?? 0;
      last = await this.code(text);
      if (last.value || last.sealed !== undefined) return last;
      if (readSheetCode(text)) paper = last;
      taken ||= (this.progress?.read.length ?? 0) > before;
    }
    // Beside codes that help, one that does not (a product's, the small one of the front) is no news.
    return taken ? { news: () => '' } : (paper ?? last);
  }

  /** A file's content, or what somebody pasted: JSON, a sealed letter, or codes, one per line. */
  async text(text: string): Promise<Heard> {
    const plain = text.replace(/^[\s\ufeff]+|\s+$/g, '');
    if (plain.length > mostCharacters) return { news: ({ in: words }) => words.tooLarge };
    if (sealedLetter.test(plain)) return { news: () => '', sealed: plain };
    if (plain && !/^[{[]/.test(plain)) {
      const lines = plain.split(/[\r\n\t]+/).filter((line) => line.trim());
      return lines.some(isCode) ? this.codes(lines) : { news: ({ in: words }) => words.unusable['not-ours'] };
    }
    const { readSheetText } = await import('@tsunagu/schema/referral/compare');
    const read = await readSheetText(plain);
    if (!read.ok) {
      const { error } = read;
      return { news: ({ in: words }) => words.unusable[error === 'missing' ? 'broken' : error] };
    }
    return 'sealed' in read ? { news: () => '', sealed: read.sealed } : { news: () => '', value: read.value };
  }

  /** Opens a sealed letter with the private key in a file. The key is forgotten at once. */
  async open(sealed: string, keyFile: string): Promise<Heard> {
    const { privateKeyFrom, unseal } = await import('@tsunagu/core/seal');
    const key = privateKeyFrom(keyFile);
    if (!key) return { news: (words) => words.in.wrongKey, sealed };
    const opened = await unseal(sealed, key);
    if ('value' in opened) return this.text(JSON.stringify(opened.value));
    if (opened.error === 'insecure') return { news: (words) => words.out.insecure, sealed };
    const wrong = opened.error === 'wrong-key';
    return { news: ({ in: words }) => (wrong ? words.wrongKey : words.broken), sealed };
  }

  startOver(): void {
    this.#collector.clear();
  }

  #paper({ id, seq, hash }: NonNullable<ReturnType<typeof readSheetCode>>): Told {
    const value = this.here();
    if (value?.sheet.id !== id) return ({ in: words }) => words.otherSheet;
    const { events } = value;
    const known = seq === 0 ? hash === '' : hash !== '' && events[seq - 1]?.hash.startsWith(hash) === true;
    if (!known) return ({ in: words }) => words.notHere;
    const steps = events.length - seq;
    return ({ in: words }) => (steps ? words.thisSheet(steps) : words.thisSheetNow);
  }
}
