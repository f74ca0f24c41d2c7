/** Bodies about referrals as they come from desks: typed, or refused with a sentence for each place. */
import type { Consultation } from '@tsunagu/schema/consultation';
import {
  heardByEar,
  newSalt,
  parseReferral,
  parseReferralEvent,
  readReferralValue,
  referralActionTypes,
  referralFromConsultation,
  type AdvanceRefusal,
  type ReadValue,
  type ReferralAction,
  type ReferralEvent,
  type ReferralSheet,
  type HeardAnswer,
} from '@tsunagu/schema/referral';
import type { FastifyRequest } from 'fastify';
import type { Context } from '../context.js';
import { invalid, Problem } from '../problems.js';
import { wrong } from '../staff/consent-bodies.js';
import type { TakenIn } from '../store/carried.js';
import type { LiveRow } from '../store/threads.js';
import { memberRef, personRef } from './people.js';
import { actionBody } from './wire.js';

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);

function fieldsOf(body: unknown): Record<string, unknown> {
  if (!isObject(body)) throw wrong([], 'type', '届いた内容は、項目の集まり（{ }）で書いてください。');
  return body;
}

/** @throws Problem `invalid`, with a place for each fault. */
export function readSheet(body: unknown): ReferralSheet {
  const { sheet } = fieldsOf(body);
  if (sheet === undefined) throw wrong(['sheet'], 'missing', 'つなぐシート（sheet）を入れてください。');
  const parsed = parseReferral(sheet);
  if (parsed.success) return parsed.data;
  throw invalid(parsed.issues.map((issue) => ({ ...issue, pointer: `#/sheet${issue.pointer.slice(1)}` })));
}

/** Who writes, where a name is given. @throws Problem `invalid` for one that is no line. */
export function readWorker(body: unknown): string | undefined {
  const { worker } = fieldsOf(body);
  if (!actionBody.shape.worker.safeParse(worker).success)
    throw wrong(['worker'], 'format', '担当者の名前（worker）は、1行で、100文字までにしてください。');
  return worker as string | undefined;
}

/** A sheet with its record, as it was carried in. @throws Problem `invalid`, with a place for each fault. */
export function readCarriedBody(body: unknown): ReadValue {
  const read = readReferralValue(fieldsOf(body));
  if (read.success) return read.data;
  throw invalid(read.issues);
}

const notTaken: Readonly<Record<Exclude<TakenIn['outcome'], 'stored' | 'replayed' | 'apart'>, string>> = {
  whole:
    'これは、つなぎ元の窓口の控えです。本人がほかの窓口に伝えないと決めた内容も入っているため、受け取れません。つなぎ元に、この窓口あてのものをもらってください。',
  elsewhere:
    'このシートは、この窓口あてではありません。シートに書かれている、つなぎ先の窓口に渡してください。分からないときは、調整担当に連絡してください。',
  content:
    'シートの内容が、渡されたときの記録と合いません。途中で書きかわったか、渡したあとで同意が変わったのかもしれません。つなぎ元の窓口に、電話で確かめてください。',
  broken:
    'シートの記録が欠けているか、書きかわっています。もう一度、はじめから読み取ってください。それでも同じときは、つなぎ元の窓口に、電話で確かめてください。',
};

/** Why a sheet that was carried in is not taken. */
export const notTakenIn = (outcome: keyof typeof notTaken): Problem =>
  wrong([outcome === 'broken' ? 'events' : 'sheet'], `referral-${outcome}`, notTaken[outcome]);

export function readEvent(body: unknown): ReferralEvent {
  const { event } = fieldsOf(body);
  const parsed = parseReferralEvent(event);
  if (parsed.success) return parsed.data;
  throw invalid(parsed.issues.map((issue) => ({ ...issue, pointer: `#/event${issue.pointer.slice(1)}` })));
}

export interface ActionFields {
  action: ReferralAction;
  seq: number;
  sheet?: ReferralSheet;
  worker?: string;
  heard?: HeardAnswer;
}

export function readAction(body: unknown): ActionFields {
  const { action, seq, sheet, heard } = fieldsOf(body);
  const worker = readWorker(body);
  const { shape } = actionBody;
  if (!isObject(action)) throw wrong(['action'], 'missing', 'することを、action に入れてください。');
  if (!referralActionTypes.some((type) => type === action.type))
    throw wrong(['action', 'type'], 'choice', `action の type は、次のどれかにしてください：${referralActionTypes.join('、')}。`);
  if (!shape.seq.safeParse(seq).success)
    throw wrong(['seq'], 'format', 'どこまでの記録を見て書いたか（記録の数）を、seq に入れてください。');
  if (!shape.heard.safeParse(heard).success)
    throw wrong(['heard'], 'format', `返事をした窓口（agency）と、受け方（how：${heardByEar.join('、')}）を、heard に入れてください。`);
  return {
    action: action as unknown as ReferralAction,
    seq: seq as number,
    ...(sheet === undefined ? {} : { sheet: readSheet(body) }),
    ...(worker === undefined ? {} : { worker }),
    ...(heard === undefined ? {} : { heard: heard as HeardAnswer }),
  };
}

/**
 * The revision that the worker saw: in `If-Match`, or in the address (`?revision=3`), which is all that a plain POST to an `action` can bring along.
 * @throws Problem `revision-missing` when it is of another form, or the two differ.
 */
export function readRevision({ headers, query }: Pick<FastifyRequest, 'headers' | 'query'>): number | undefined {
  const { revision: named } = Object(query) as { revision?: unknown };
  const given = [
    ...(headers['if-match'] === undefined ? [] : [/^"(\d{1,9})"$/.exec(headers['if-match'])?.[1]]),
    ...(named === undefined ? [] : [typeof named === 'string' ? /^\d{1,9}$/.exec(named)?.[0] : undefined]),
  ];
  const [revision] = given;
  if (given.some((one) => one === undefined || Number(one) !== Number(revision))) throw new Problem('revision-missing');
  return revision === undefined ? undefined : Number(revision);
}

export function neededRevision(request: FastifyRequest): number {
  const revision = readRevision(request);
  if (revision === undefined) throw new Problem('revision-missing');
  return revision;
}

/**
 * The sheet that a worker wrote, in the place of the one that is stored: what the server answers for stays as it was.
 * @throws Problem `invalid` when it is another sheet, or another desk's.
 */
export function inPlaceOf(stored: ReferralSheet, sheet: ReferralSheet): ReferralSheet {
  const { id, salt, createdAt, city } = stored;
  if (sheet.id !== id) throw wrong(['sheet', 'id'], 'unknown-reference', 'このシートは、開いているつなぐシートとは別のものです。');
  guardDesks(sheet, stored);
  return { ...sheet, id, salt, createdAt, ...(city !== undefined && { city }) };
}

function guardDesks(sheet: ReferralSheet, { from, coordinator }: Pick<ReferralSheet, 'from' | 'coordinator'>): void {
  if (sheet.from.agency !== from.agency)
    throw wrong(['sheet', 'from', 'agency'], 'unknown-reference', 'つなぎ元（from）は、この相談を受けた窓口にしてください。');
  if (sheet.coordinator.agency !== coordinator.agency)
    throw wrong(['sheet', 'coordinator', 'agency'], 'unknown-reference', '調整担当（coordinator）は、この市の調整担当にしてください。');
}

/**
 * What a new sheet is made from: the consultation, or what the page wrote where the server cannot read it.
 * @throws Problem `invalid`: a desk that is not there, or no sheet with a sealed consultation.
 */
export function readNew(body: unknown, row: LiveRow, { desks, directory }: Context, at: Date): (id: string) => ReferralSheet {
  const { to, sheet } = fieldsOf(body ?? {});
  const from = { agency: row.window_id, name: desks.find(row.window_id)?.name ?? row.window_name };
  const { coordinator: whose } = desks;
  const coordinator = { agency: whose.id, name: whose.name };
  const created = { createdAt: at.toISOString(), city: directory.municipality.code };
  if (sheet !== undefined) {
    const written = readSheet(body);
    guardDesks(written, { from, coordinator });
    const source = { ...written.source, number: row.number, receivedAt: row.received_at };
    return (id) => ({ ...written, id, salt: newSalt(), ...created, coordinator, source });
  }
  if (row.form === 'sealed')
    throw wrong(['sheet'], 'missing', '封をした相談は、サーバーでは読めません。画面で開いてから、シート（sheet）を作って送ってください。');
  const desk = typeof to === 'string' ? desks.find(to) : undefined;
  if (to !== undefined && !desk) throw wrong(['to'], 'unknown-reference', 'つなぎ先（to）の窓口が、窓口の一覧にありません。');
  if (desk?.id === from.agency) throw wrong(['to'], 'duplicate', 'つなぎ先（to）には、別の窓口を選んでください。');
  return (id) => {
    const made = referralFromConsultation(JSON.parse(row.content) as Consultation, {
      at,
      id,
      from,
      to: desk && desk.id !== coordinator.agency ? { agency: desk.id, name: desk.name } : { open: 'coordinator' },
      coordinator,
      ref: personRef(row.number),
      city: created.city,
      number: row.number,
      receivedAt: row.received_at,
    });
    const members = made.household?.members?.map((member, index) => ({ ...member, ref: memberRef(row.number, index) }));
    return members ? { ...made, household: { ...made.household, members } } : made;
  };
}

const fieldOf: Readonly<Partial<Record<AdvanceRefusal['code'], string>>> = {
  'no-reason': '/reason',
  'no-next-desk': '/to',
  'unknown-desk': '/to',
  'same-desk': '/to',
  'no-words': '/text',
  outcome: '/outcome',
  deadline: '/respondBy',
};

/** What the rules refused, in the place of the body where it can be mended. */
export const refused = (place: 'action' | 'event', { code, message }: AdvanceRefusal): Problem =>
  new Problem('invalid', { errors: [{ pointer: `#/${place}${fieldOf[code] ?? ''}`, code: `referral-${code}`, detail: message }] });
