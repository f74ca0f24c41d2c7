/** Codes read one after the other, in any order, until the sheet is whole again. Nothing that is read can make it throw. */
import type { Redacted } from '../../consent/redact.js';
import type { ConsultationIssue } from '../../consultation/parse.js';
import type { ReferralEvent } from '../event.schema.js';
import type { ReferralSheet } from '../referral.schema.js';
import { readReferralValue } from '../read-value.js';
import { fromBase45 } from './base45.js';
import { compactJwe, shortId } from './encode.js';
import { readPart, type PartFault, type TransferKind } from './frame.js';
import { canonical, checksumOf, inflated, textOf } from './payload.js';

/** `other`: a code of another sheet. `conflict`: this number was read before, with something else in it. */
export type RefusedCode = PartFault | 'other' | 'conflict';

export type Added =
  | {
      ok: true;
      /** It was read before. */
      again: boolean;
      number: number;
      count: number;
      missing: readonly number[];
    }
  | {
      ok: false;
      code: RefusedCode;
      /** One sentence or two in Japanese: what it is, and what helps. */
      message: string;
    };

/**
 * `missing`: parts are still to be read. `checksum`: the parts do not make what was printed. `broken`: they do, but it is no sheet that can be unpacked.
 * `invalid`: `issues` say what is wrong with the sheet.
 */
export type TransferError = 'missing' | 'checksum' | 'broken' | 'invalid';

export type Collected =
  | { ok: true; value: { sheet: Redacted<ReferralSheet>; events: ReferralEvent[] } }
  | { ok: true; sealed: string }
  | { ok: false; error: TransferError; message: string; missing?: readonly number[]; issues?: readonly ConsultationIssue[] };

const refusals: Readonly<Record<RefusedCode, string>> = {
  foreign: 'これは、つなぐシートの二次元コードではありません。シートの裏に並んだコードを読み取ってください。',
  version: '新しい版のつなぐシートのコードです。このシステムを新しくすると読み取れます。',
  damaged: 'うまく読み取れませんでした。同じコードを、もう一度読み取ってください。',
  other: '別のシートのコードです。いま読み取っているシートのコードを続けるか、はじめから読み直せます。',
  conflict: '同じ番号で中身の違うコードです。シートを確かめて、はじめから読み直してください。',
};

const errors: Readonly<Record<Exclude<TransferError, 'missing'>, string>> = {
  checksum: '読み取った内容が、印刷されたものと一致しません。はじめから読み直してください。',
  broken: 'コードの中身を開けませんでした。送り元の窓口に、もう一度印刷してもらってください。',
  invalid: 'コードの中身に、つなぐシートとして読み取れないところがあります。送り元の窓口に確かめてください。',
};

export interface Collector {
  /** One code as it was read: by a scanner, a camera, or pasted. */
  add: (text: string) => Added;
  /** Several codes, one per line; empty lines are left out. */
  addAll: (text: string) => Added[];
  /** Numbers that were not read yet; empty before the first code and when all are there. */
  readonly missing: readonly number[];
  /** Numbers that were read. */
  readonly read: readonly number[];
  /** How many there are; undefined before the first code. */
  readonly count: number | undefined;
  /** 「3F9A-02C1」, printed beside the codes; undefined before the first code. */
  readonly id: string | undefined;
  /** All are there: {@link Collector.result} can be asked. */
  readonly done: boolean;
  /** What was printed, checked and read; or why not. Rejects only without WebCrypto. */
  result: () => Promise<Collected>;
  /** Forgets what was read. */
  clear: () => void;
}

interface Begun {
  kind: TransferKind;
  checksum: string;
  count: number;
  bodies: Map<number, string>;
}

const failed = (error: Exclude<TransferError, 'missing'>, issues?: readonly ConsultationIssue[]): Collected => ({
  ok: false,
  error,
  message: errors[error],
  ...(issues && { issues }),
});

async function unpack({ kind, checksum, count, bodies }: Begun): Promise<Collected> {
  const packed = fromBase45(Array.from({ length: count }, (_, index) => bodies.get(index + 1)).join(''));
  const bytes = packed && inflated(packed);
  if (!bytes) return failed('broken');
  if ((await checksumOf(bytes)) !== checksum) return failed('checksum');
  const text = textOf(bytes);
  if (text === undefined) return failed('broken');
  if (kind === 'E') return compactJwe.test(text) ? { ok: true, sealed: text } : failed('broken');
  try {
    const value: unknown = JSON.parse(text);
    // Otherwise two readers may take two things from it: a key that is written twice, a number too long.
    if (canonical(value) !== text) return failed('broken');
    const read = readReferralValue(value);
    return read.success ? { ok: true, value: read.data } : failed('invalid', read.issues);
  } catch {
    return failed('broken');
  }
}

/** A collector of the codes of one sheet. */
export function createCollector(): Collector {
  let begun: Begun | undefined;
  const missing = (): number[] =>
    begun ? Array.from({ length: begun.count }, (_, index) => index + 1).filter((number) => !begun!.bodies.has(number)) : [];
  const refused = (code: RefusedCode): Added => ({ ok: false, code, message: refusals[code] });

  const add = (text: string): Added => {
    const part = readPart(text);
    if (typeof part === 'string') return refused(part);
    const { kind, number, count, checksum, body } = part;
    begun ??= { kind, count, checksum, bodies: new Map() };
    if (begun.checksum !== checksum || begun.count !== count || begun.kind !== kind) return refused('other');
    const before = begun.bodies.get(number);
    if (before !== undefined && before !== body) return refused('conflict');
    begun.bodies.set(number, body);
    return { ok: true, again: before !== undefined, number, count, missing: missing() };
  };

  return {
    add,
    addAll: (text) =>
      text
        .split(/[\r\n\t]+/)
        .filter((line) => line.trim())
        .map(add),
    get missing() {
      return missing();
    },
    get read() {
      return begun ? [...begun.bodies.keys()].sort((a, b) => a - b) : [];
    },
    get count() {
      return begun?.count;
    },
    get id() {
      return begun && shortId(begun.checksum);
    },
    get done() {
      return !!begun && begun.bodies.size === begun.count;
    },
    result: async () => {
      const left = missing();
      if (begun && !left.length) return unpack(begun);
      const message = begun ? `まだ読み取っていないコードがあります：${left.join('、')}番` : 'まだコードを読み取っていません。';
      return { ok: false, error: 'missing', message, missing: left };
    },
    clear: () => {
      begun = undefined;
    },
  };
}
