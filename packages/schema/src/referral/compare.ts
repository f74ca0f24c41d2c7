/**
 * @tsunagu/schema/referral/compare: what would change, field by field in words, before anything is replaced; and reading what somebody pasted, opened or
 * scanned: JSON or codes.
 */
import type { Redacted } from '../consent/redact.js';
import type { ConsultationIssue } from '../consultation/parse.js';
import { orderOf, pointerOf, saidBy, type Said } from './export/rows.js';
import { japanese, type Wording } from './export/wording.js';
import { readReferralValue, readSheet, type ReadValue } from './read-value.js';
import type { ReferralSheet } from './referral.schema.js';
import { sectionNumber, type SectionId } from './sections.js';
import { createCollector, readPart, type TransferError } from './transfer/index.js';

export { compareRecords, type RecordDifference } from './compare-records.js';
export type { ReadValue } from './read-value.js';
export type { Wording } from './export/wording.js';

export interface SheetDifference {
  /** JSON Pointer in the sheet: in `after` where the field is there, else in `before`. */
  pointer: string;
  section: SectionId;
  /** 1 to 9; 0 for the heading. */
  number: number;
  /** 「世帯の人1 続柄」 */
  name: string;
  /** As it reads on the sheet; absent: there was nothing. */
  before?: string;
  /** Absent: it is taken away. */
  after?: string;
}

/** Entries that are the same thing in both sheets, by what they are called there, though they moved. */
const identities: Readonly<Record<string, readonly string[]>> = {
  '/household/members': ['ref'],
  '/attachments': ['ref'],
  '/copyTo': ['agency'],
  '/supporters': ['agency', 'name'],
};

/** Where a value is, whatever its entry's place: the key under which two sheets are held against each other. */
function keysOf(sheet: object, said: readonly Said[]): Map<string, Said> {
  const keys = new Map<string, Said>();
  for (const one of said) {
    const at = one.path.findIndex((part) => typeof part === 'number');
    const list = pointerOf(one.path.slice(0, at < 0 ? 0 : at));
    const fields = at < 0 || !Object.hasOwn(identities, list) ? undefined : identities[list];
    const entry =
      fields && one.path.slice(0, at + 1).reduce<unknown>((node, part) => (node as Record<string | number, unknown>)[part], sheet);
    const id = fields?.map((name) => (entry as Record<string, unknown>)[name]).find((value) => typeof value === 'string');
    const path = id === undefined ? one.path : [...one.path.slice(0, at), `=${id}`, ...one.path.slice(at + 1)];
    let key = pointerOf(path);
    // Two entries of one name: by their place.
    if (keys.has(key)) key = pointerOf(one.path);
    keys.set(key, one);
  }
  return keys;
}

/**
 * What is different in `after`, in the order of the paper. Members of the household and attachments are held against their own, wherever they stand in
 * the list. The salt is nobody's to see. Works on sheets as they were handed too.
 */
export function compareSheets(
  before: Redacted<ReferralSheet>,
  after: Redacted<ReferralSheet>,
  wording: Partial<Wording> = {},
): SheetDifference[] {
  const words: Wording = { ...japanese, ...wording, topic: (id) => wording.topic?.(id) ?? japanese.topic(id) };
  const old = keysOf(before, saidBy(before, words));
  const now = keysOf(after, saidBy(after, words));
  const differences: { at: Said; difference: SheetDifference }[] = [];
  const tell = (at: Said, values: Pick<SheetDifference, 'before' | 'after'>): void => {
    const { section } = at.field;
    differences.push({
      at,
      difference: { pointer: pointerOf(at.path), section, number: sectionNumber(section), name: at.name, ...values },
    });
  };
  for (const [key, said] of now) {
    const was = old.get(key);
    if (!was) tell(said, { after: said.value });
    else if (was.value !== said.value) tell(said, { before: was.value, after: said.value });
    // Two ids that read alike.
    else if (was.raw !== said.raw) tell(said, { before: was.raw, after: said.raw });
  }
  for (const [key, said] of old) if (!now.has(key)) tell(said, { before: said.value });
  return differences.sort((a, b) => orderOf(a.at, b.at)).map(({ difference }) => difference);
}

/**
 * `empty`: nothing there. `not-ours`: neither JSON nor codes. `json`: begins like JSON, but cannot be read. `too-long`. `invalid`: JSON that is no sheet;
 * `issues` say why. The others are those of a transfer; `missing` are the numbers of the codes that are not there, `unread` those of the lines that were
 * none.
 */
export type ReadTextError = 'empty' | 'not-ours' | 'json' | 'too-long' | TransferError;

export type ReadText =
  | { ok: true; from: 'json' | 'codes'; value: ReadValue }
  | { ok: true; from: 'codes'; sealed: string }
  | {
      ok: false;
      error: ReadTextError;
      message: string;
      issues?: readonly ConsultationIssue[];
      missing?: readonly number[];
      /** Lines, from 1. */
      unread?: readonly { line: number; message: string }[];
    };

/** Far more than the largest sheet with its record. */
const mostCharacters = 2_000_000;

const sentences = {
  empty: '何も書かれていません。シートのファイルの中身か、コードの文字を貼り付けてください。',
  'not-ours': 'つなぐシートとして読み取れませんでした。シートのファイル（JSON）の中身か、コードの文字を貼り付けてください。',
  json: 'ファイルの中身が途中で切れているか、変わっています。もう一度、全体を写してください。',
  'too-long': 'つなぐシートにしては長すぎます。シートのファイルを確かめてください。',
  invalid: 'つなぐシートとして読み取れないところがあります。',
} as const;

const failed = (error: keyof typeof sentences, issues?: readonly ConsultationIssue[]): ReadText => ({
  ok: false,
  error,
  message: sentences[error],
  ...(issues && { issues }),
});

function readJson(text: string): ReadText {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return failed('json');
  }
  if (typeof value === 'object' && value !== null && Object.hasOwn(value, 'sheet')) {
    const read = readReferralValue(value);
    return read.success ? { ok: true, from: 'json', value: read.data } : failed('invalid', read.issues);
  }
  const sheet = readSheet(value);
  return sheet.success ? { ok: true, from: 'json', value: { sheet: sheet.data, events: [] } } : failed('invalid', sheet.issues);
}

/**
 * Reads what somebody pasted, opened or scanned: JSON of a sheet or of `{sheet, events}`, or the texts of codes, one per line in any order. Nothing in it
 * makes it reject but a missing WebCrypto. Whether the record was changed is for `verifyReferral` to say.
 */
export async function readSheetText(text: string): Promise<ReadText> {
  if (text.length > mostCharacters) return failed('too-long');
  const plain = text.replace(/^[\s\ufeff]+|\s+$/g, '');
  if (!plain) return failed('empty');
  if (/^[{[]/.test(plain)) return readJson(plain);
  const lines = plain.split(/\r\n|[\r\n\t]/);
  if (lines.every((line) => !line.trim() || readPart(line) === 'foreign')) return failed('not-ours');
  const collector = createCollector();
  const unread = lines.flatMap((line, index) => {
    if (!line.trim()) return [];
    const added = collector.add(line);
    return added.ok ? [] : [{ line: index + 1, message: added.message }];
  });
  const result = await collector.result();
  if (!result.ok) return { ...result, ...(unread.length && { unread }) };
  return { ...result, from: 'codes' };
}
