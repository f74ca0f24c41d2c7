/** Bodies about consents as they come from desks: typed, or refused with a sentence for each place. */
import { createHash } from 'node:crypto';
import { parseConsentEvent, type ConsentEvent, type Expressed } from '@tsunagu/schema/consent';
import { pointerOf } from '@tsunagu/schema/consultation';
import type * as z from 'zod/mini';
import { invalid, type Problem } from '../problems.js';
import type { Drawing } from '../store/consents.js';
import { drawing, mostEvents } from '../wire-consent.js';

interface Wrong {
  pointer: string;
  code: string;
  message: string;
}

export const wrong = (path: readonly (string | number)[], code: string, message: string): Problem =>
  invalid([{ pointer: pointerOf(path), code, message } as Wrong & { code: 'format' }]);

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);

/** @throws Problem `invalid`: no list, too many, one that is malformed, or events of several records. */
export function readEvents(body: unknown): ConsentEvent[] {
  const events = isObject(body) ? body.events : undefined;
  if (!Array.isArray(events)) throw wrong(['events'], 'missing', '同意の記録（events）を、並び（[ ]）で入れてください。');
  if (events.length === 0) throw wrong(['events'], 'too-short', '同意の記録（events）が空になっています。');
  if (events.length > mostEvents) throw wrong(['events'], 'too-long', `一度に書き足せる記録は、${mostEvents}件までです。`);
  const read: ConsentEvent[] = [];
  for (const [index, event] of events.entries()) {
    const parsed = parseConsentEvent(event);
    if (!parsed.success) throw invalid(parsed.issues.map((issue) => ({ ...issue, pointer: `#/events/${index}${issue.pointer.slice(1)}` })));
    read.push(parsed.data);
  }
  const other = read.findIndex(({ record }) => record !== read[0]!.record);
  if (other > 0) throw wrong(['events', other, 'record'], 'unknown-reference', '一度に書き足せるのは、1つの記録の続きだけです。');
  return read;
}

/** Signatures that the events name. @throws Problem `invalid` for one that none of them names, or that is not what the hash was made of. */
export function readDrawings(body: unknown, events: readonly ConsentEvent[]): Drawing[] {
  const { drawings = [] } = body as { drawings?: unknown };
  if (!Array.isArray(drawings) || drawings.length > mostEvents)
    throw wrong(['drawings'], 'type', '署名の絵（drawings）を、並び（[ ]）で入れてください。');
  const named = new Set<string | undefined>();
  for (const event of events) {
    const { signature } = ('expressed' in event && (event.expressed as Expressed | undefined)) || {};
    if (signature?.kind === 'drawn') named.add(signature.hash);
  }
  const seen = new Set<string>();
  return drawings.map((value: unknown, index) => {
    const read = drawing.safeParse(value);
    const path = ['drawings', index];
    if (!read.success) throw wrong(path, 'format', '署名の絵の形を確かめてください。');
    const { hash, text } = read.data;
    if (createHash('sha256').update(text).digest('hex') !== hash)
      throw wrong([...path, 'hash'], 'format', '署名の絵が、届いた記録のものと違います。');
    if (!named.has(hash)) throw wrong([...path, 'hash'], 'unknown-reference', 'この署名の絵は、届いた記録のどれにも使われていません。');
    if (seen.has(hash)) throw wrong([...path, 'hash'], 'duplicate', '同じ署名の絵が、二度入っています。');
    seen.add(hash);
    return read.data;
  });
}

const sentences: Readonly<Record<string, string>> = {
  record: '同意の記録の番号（record）を確かめてください。',
  agency: '伝えた相手（agency）を、窓口の識別子で入れてください。',
  purpose: '目的（purpose）を、識別子で入れてください。',
  items: '伝えた内容（items）を、識別子の並びで、1つから60まで入れてください。',
  name: '確かめた人の名前（name）は、1行で、100文字までにしてください。',
};

/** @throws Problem `invalid`, once for each field. */
export function readFields<Shape extends z.ZodMiniType>(shape: Shape, body: unknown): z.output<Shape> {
  const read = shape.safeParse(body);
  if (read.success) return read.data;
  const seen = new Set<string>();
  const issues: Wrong[] = [];
  for (const { path } of read.error.issues) {
    const [name] = path;
    if (typeof name !== 'string') throw wrong([], 'type', '届いた内容は、項目の集まり（{ }）で書いてください。');
    if (seen.has(name)) continue;
    seen.add(name);
    issues.push({ pointer: pointerOf([name]), code: 'format', message: sentences[name] ?? `「${name}」を確かめてください。` });
  }
  throw invalid(issues as (Wrong & { code: 'format' })[]);
}
