/** JSON Schema of a city's directory, of a consultation, of a consent record, of meetings and of a referral, for vendors and editors. Not for browsers: the generator alone is larger than the schemas. */
import * as z from 'zod/mini';
import { consentVersion } from './consent/limits.js';
import * as consents from './consent/schemas.js';
import { consultationVersion, limits } from './consultation/limits.js';
import { reachedBy } from './consultation/rules.js';
import * as consultations from './consultation/schemas.js';
import * as schemas from './directory/schemas.js';
import { propertyWords } from './json-schema-words.js';
import { meetingVersion } from './meeting/meeting.schema.js';
import * as meetings from './meeting/schemas.js';
import { referralVersion } from './referral/limits.js';
import { seen } from './text/says-something.js';
import { referralWords } from './referral/json-schema-words.js';
import * as referrals from './referral/schemas.js';

/** A JSON Schema document or a part of one. */
export interface JsonSchema {
  [keyword: string]: unknown;
}

/** Shapes that are named under `$defs`, with their Japanese titles. */
const shapes: readonly (readonly [z.core.$ZodType, id: string, title: string])[] = [
  [schemas.consultationWindow, 'window', '相談窓口'],
  [schemas.hours, 'hours', '開所時間'],
  [schemas.weeklySpan, 'weeklySpan', '曜日ごとの時間'],
  [schemas.hoursException, 'hoursException', '特別な日'],
  [schemas.cityCalendar, 'calendar', '市の暦'],
  [schemas.phone, 'phone', '電話'],
  [schemas.fax, 'fax', 'FAX'],
  [schemas.text, 'text', '文（日本語だけ、または言語ごと）'],
  [schemas.source, 'source', '出典'],
  [schemas.note, 'note', '注記'],
  [schemas.legalBasis, 'legalBasis', '根拠となる条項'],
  [schemas.booking, 'booking', '予約'],
  [schemas.service, 'service', '時間外の相談先'],
  [schemas.emergencyLine, 'emergencyLine', '緊急の連絡先'],
  [schemas.cityTopic, 'topic', '相談の種類'],
  [schemas.catchment, 'catchment', '担当地域'],
  [schemas.provider, 'provider', '実施機関'],
  [schemas.programme, 'programme', '事業'],
  [schemas.municipality, 'municipality', '市区町村'],
  [schemas.labels, 'labels', '市での呼び方'],
];

/**
 * JSON Schema 2020-12 of a directory file, generated from the zod schemas. It points at nothing outside itself.
 *
 * One rule of `parseDirectory` is beyond JSON Schema and is left to it: ids are unique and references lead somewhere.
 */
export function directoryJsonSchema(): JsonSchema {
  const document = generate(schemas.directory, shapes, 'directory');
  demandCatchAll(document);
  const { $schema, ...rest } = document;
  return { $schema, title: '相談窓口の一覧（directory）', description: '市区町村の相談窓口を1つのファイルにまとめたもの。', ...rest };
}

/** The parts of a consultation that are named under `$defs`. */
const consultationParts: typeof shapes = [
  [consultations.about, 'about', 'だれのことか'],
  [consultations.contact, 'contact', '連絡先'],
  [consultations.safeCall, 'safeCall', '安全な電話のかけ方'],
  [consultations.needs, 'needs', '必要な手助け'],
  [consultations.person, 'person', '本人のこと'],
  [consultations.member, 'member', '一緒に住んでいる人'],
];

/**
 * JSON Schema 2020-12 of a consultation, as a form writes it. It points at nothing outside itself; its patterns are ECMA-262 with the `u` flag.
 *
 * Beyond JSON Schema, and left to `parseConsultation`: `mainTopic` is one of `topics`; a birth date is in the calendar, not in the future and
 * within 130 years; lengths count UTF-16 units, JSON Schema's characters (an emoji is one there and two here).
 */
export function consultationJsonSchema(): JsonSchema {
  const document = generate(consultations.consultation, consultationParts, 'consultation');
  const defs = document.$defs as Record<string, JsonSchema>;
  Object.assign(document, {
    anyOf: [
      { required: ['topics'], properties: { topics: { type: 'array', minItems: 1 } } },
      { required: ['words'], properties: { words: { type: 'string', pattern: seen.source } } },
    ],
  });
  Object.assign((document.properties as Record<string, JsonSchema>).schemaVersion!, {
    pattern: `^${consultationVersion.split('.')[0]!}\\.\\d+$`,
  });
  Object.assign(defs.contact!, { allOf: Object.entries(reachedBy).map(([way, field]) => demandFor(way, field)) });
  const { $schema, ...rest } = document;
  return {
    $schema,
    title: '相談（consultation）',
    description: `相談する人が窓口に伝えること。必ず要るのは、困っていること（topics）か、ひとこと（words、${limits.words}字まで）のどちらか1つだけ。`,
    ...rest,
  };
}

/** The parts of a consent record that are named under `$defs`. */
const consentParts: typeof shapes = [
  [consents.request, 'request', '本人に聞くこと'],
  [consents.notice, 'notice', '説明文'],
  [consents.period, 'period', '期間'],
  [consents.decision, 'decision', '答え'],
  [consents.expressed, 'expressed', '本人の意思の確かめ方'],
  [consents.signature, 'signature', '署名'],
  [consents.worker, 'worker', '担当者'],
];

/**
 * JSON Schema 2020-12 of a consent record: the list of its events, oldest first.
 *
 * Beyond JSON Schema, and left to `parseConsentEvents`: numbers and times run forward, every event follows the hash of the one before, one record is of
 * one person, days are in the calendar and not past, what a yes needs (witness, signature, support, authority), ids are named once, no agency is
 * "everyone". Whether anything was changed is for `verifyChain`.
 */
export function consentJsonSchema(): JsonSchema {
  const document = generate(consents.events, consentParts, 'consent');
  const events = (document.items as { anyOf: { properties: Record<string, JsonSchema> }[] }).anyOf;
  for (const { properties } of events) Object.assign(properties.schemaVersion!, { pattern: majorOf(consentVersion) });
  const { $schema, ...rest } = document;
  return {
    $schema,
    title: '同意の記録（consent）',
    description: '本人の同意についての出来事を、古い順に並べたもの。書き足すだけで、直したり消したりしない。今の状態は計算で求める。',
    ...rest,
  };
}

/** The parts of a meeting's record that are named under `$defs`. */
const meetingParts: typeof shapes = [
  [meetings.basedOn, 'basedOn', 'もとにした同意の記録'],
  [meetings.attendee, 'attendee', '出席した機関'],
  [meetings.role, 'meetingRole', '役割'],
  [meetings.basis, 'basis', '根拠となる条項'],
  [meetings.grounds, 'grounds', '支援会議で扱う理由'],
  [meetings.member, 'meetingMember', '構成員'],
];

/**
 * JSON Schema 2020-12 of a meeting's record: a 重層的支援会議 with the consents it rests on, or a 支援会議 with basis, grounds and members under duty.
 *
 * Beyond JSON Schema: that the consents stand (`parsePlanMeeting`), and that every duty was confirmed before the meeting (`parseSupportConference`).
 */
export function meetingJsonSchema(): JsonSchema {
  const document = generate(meetings.meeting, meetingParts, 'meeting');
  for (const { properties } of document.anyOf as { properties: Record<string, JsonSchema> }[])
    Object.assign(properties.schemaVersion!, { pattern: majorOf(meetingVersion) });
  const { $schema, ...rest } = document;
  return {
    $schema,
    title: '会議の記録（meeting）',
    description: '重層的支援会議（本人の同意あり）または支援会議（社会福祉法第106条の6、同意なし）の記録。',
    ...rest,
  };
}

/** The parts of a referral sheet and of its record that are named under `$defs`. */
const referralParts: typeof shapes = [
  [referrals.desk, 'desk', '窓口'],
  [referrals.sender, 'referralFrom', 'つなぎ元'],
  [referrals.person, 'referralPerson', '本人'],
  [referrals.member, 'referralMember', '世帯の人'],
  [referrals.household, 'household', '世帯'],
  [referrals.finding, 'finding', '見立て'],
  [referrals.assessment, 'assessment', 'アセスメント'],
  [referrals.safety, 'safety', '気をつけること'],
  [referrals.supporter, 'supporter', 'いま関わっている人・機関'],
  [referrals.step, 'step', 'これまでの対応'],
  [referrals.request, 'referralRequest', 'お願いしたいこと'],
  [referrals.attachment, 'attachment', '添付'],
  [referrals.source, 'referralSource', 'もとの相談'],
];

/**
 * JSON Schema 2020-12 of a referral sheet (つなぐシート), as the desk that writes it has it. What another desk gets (`packageFor`) may lack any field that
 * was not consented to.
 *
 * Beyond JSON Schema, and left to `parseReferral`: days are in the calendar, desks and people are named once, the receiver is not the sender, `mainTopic`
 * is one of `topics`. Whether it may be sent is for `sendGate`.
 */
export function referralJsonSchema(): JsonSchema {
  const document = generate(referrals.referral, referralParts, 'referral');
  Object.assign((document.properties as Record<string, JsonSchema>).schemaVersion!, { pattern: majorOf(referralVersion) });
  const { $schema, ...rest } = document;
  return {
    $schema,
    title: 'つなぐシート（referral）',
    description: '最初の窓口で聞いたことを、次の窓口へつなぐためのシート。どこまで伝わるかは、同意の記録から計算する。',
    ...rest,
  };
}

/** The parts of a sheet's record that are named under `$defs`. */
const referralEventParts: typeof shapes = [
  [referrals.desk, 'desk', '窓口'],
  [referrals.actor, 'actor', '記録した人または仕組み'],
  [referrals.heard, 'heard', '紙や電話で受けた返事'],
  [referrals.part, 'part', '書き添え'],
  [referrals.said, 'said', '書いたこと'],
  [referrals.shipped, 'shipped', '渡した内容'],
];

/**
 * JSON Schema 2020-12 of a sheet's record: the list of its events, oldest first.
 *
 * Beyond JSON Schema, and left to `parseReferralEvents` and `verifyReferral`: numbers and times run forward, every event follows the hash of the one
 * before, every step was its desk's to make, nothing was changed.
 */
export function referralEventsJsonSchema(): JsonSchema {
  const document = generate(referrals.events, referralEventParts, 'referralEvents');
  for (const { properties } of (document.items as { anyOf: { properties: Record<string, JsonSchema> }[] }).anyOf)
    Object.assign(properties.schemaVersion!, { pattern: majorOf(referralVersion) });
  const { $schema, ...rest } = document;
  return {
    $schema,
    title: 'つなぐシートの記録（referral events）',
    description: 'つなぐシートに起きたことを、古い順に並べたもの。書き足すだけで、直したり消したりしない。今の状態は計算で求める。',
    ...rest,
  };
}

const majorOf = (version: string): string => `^${version.split('.')[0]!}\\.\\d+$`;

/** A way of being reached that was chosen has its number or address, unless the person stays anonymous. */
const demandFor = (way: string, field: string): JsonSchema => ({
  if: { properties: { mode: { not: { const: 'anonymous' } }, ways: { contains: { const: way } } }, required: ['mode', 'ways'] },
  then: { required: [field] },
});

/** The document of a schema, its parts under `$defs` and every property with its Japanese title. */
function generate(schema: z.core.$ZodType, parts: typeof shapes, name: string): JsonSchema {
  const registry = z.registry<{ id: string; title: string }>();
  for (const [part, id, title] of parts) registry.add(part, { id, title });
  const document = z.toJSONSchema(schema, { target: 'draft-2020-12', metadata: registry, io: 'input' }) as JsonSchema;
  for (const [id, def] of Object.entries((document.$defs ?? {}) as Record<string, JsonSchema>)) {
    delete def.id;
    describe(def, id);
  }
  describe(document, name);
  return document;
}

/** 断らない: at least one desk takes every worry, and a list of catch-all desks is not empty. */
function demandCatchAll(document: JsonSchema): void {
  const properties = document.properties as Record<string, JsonSchema>;
  Object.assign(properties.windows!, { contains: { properties: { acceptsAll: { const: true } }, required: ['acceptsAll'] } });
  Object.assign(properties.catchAll!, { minItems: 1 });
}

/** Gives every property below `node` its title, going through arrays, unions and nested objects but not into `$defs`. */
function describe(node: unknown, shape: string): void {
  if (Array.isArray(node)) {
    for (const part of node) describe(part, shape);
    return;
  }
  if (typeof node !== 'object' || node === null) return;
  const { properties, items, anyOf, allOf } = node as JsonSchema;
  for (const part of [items, anyOf, allOf]) describe(part, shape);
  for (const [name, property] of Object.entries((properties ?? {}) as Record<string, JsonSchema>)) {
    const words = referralWords[`${shape}.${name}`] ?? propertyWords[`${shape}.${name}`] ?? propertyWords[name];
    if (typeof words === 'string') property.title = words;
    else if (words) [property.title, property.description] = words;
    describe(property, shape);
  }
}
