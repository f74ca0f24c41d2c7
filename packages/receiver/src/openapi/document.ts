/** The OpenAPI 3.1 document. Schemas come from zod, so the document says what the door does. */
import { readFileSync } from 'node:fs';
import { fieldNames, statuses } from '@tsunagu/schema/consultation';
import * as shapes from '@tsunagu/schema/consultation/schemas';
import * as z from 'zod/mini';
import { keyPattern } from '../http/idempotency-key.js';
import { problemKinds, type ProblemCode } from '../problems.js';
import * as referral from '../referrals/wire.js';
import * as consent from '../wire-consent.js';
import * as wire from '../wire.js';
import { operations, type Operation, type SchemaName } from './operations.js';

type Json = Record<string, unknown>;

const schemas: Readonly<Record<SchemaName, z.core.$ZodType>> = {
  Consultation: shapes.consultation,
  Submission: shapes.submission,
  Receipt: shapes.receipt,
  OpenReceipt: shapes.openReceipt,
  PersonMessage: shapes.personMessage,
  DeskMessage: shapes.deskMessage,
  StatusChange: shapes.statusChange,
  Status: wire.statusAnswer,
  Message: shapes.message,
  Thread: shapes.thread,
  Health: wire.health,
  Me: wire.me,
  List: wire.list,
  ListItem: wire.listItem,
  DeskConsultation: wire.deskConsultation,
  ConsentEvent: consent.consentEvent,
  NewConsentEvents: consent.newEvents,
  ConsentReceipt: consent.consentReceipt,
  ConsentRecord: consent.consentRecord,
  Consents: consent.consents,
  Reach: consent.reach,
  Drawing: consent.drawing,
  NewShipment: consent.newShipment,
  Shipment: consent.shipment,
  NewAcknowledgement: consent.newAcknowledgement,
  OwnAcknowledgement: consent.ownAcknowledgement,
  Acknowledgement: consent.acknowledgement,
  Withdrawals: consent.withdrawals,
  ReferralSheet: referral.referralSheet,
  ReferralEvent: referral.referralEvent,
  NewReferral: referral.newReferral,
  ReferralDraft: referral.draftBody,
  ReferralAction: referral.actionBody,
  NewReferralEvent: referral.eventBody,
  CarriedReferral: referral.carriedBody,
  Referral: referral.referralView,
  ReferralItem: referral.referralItem,
  ReferralList: referral.referralList,
  ReferralsOfCase: referral.referralsOfCase,
  Discarded: referral.discarded,
  Problem: wire.problem,
};

/** What any request can meet, whatever it asks for. */
const everywhere: readonly ProblemCode[] = ['bad-request', 'rate-limited', 'headers-too-large', 'too-slow', 'failed'];

const ref = (name: SchemaName): Json => ({ $ref: `#/components/schemas/${name}` });
const parameter = (name: string): Json => ({ $ref: `#/components/parameters/${name}` });

export function openApiDocument(): Json {
  const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as { version: string };
  const paths: Record<string, Json> = {};
  for (const operation of operations) (paths[operation.path] ??= {})[operation.method] = describe(operation);
  return {
    openapi: '3.1.0',
    jsonSchemaDialect: 'https://json-schema.org/draft/2020-12/schema',
    info: {
      title: 'tsunagu receiver',
      version,
      summary: 'Takes in consultations for a city’s desks, carries the answers back, and hands cases on from desk to desk.',
      license: { name: 'MIT', identifier: 'MIT' },
    },
    tags: [
      { name: 'public', description: 'For the form on the city’s page.' },
      { name: 'receipts', description: 'For whoever holds a receipt. Number and secret never stand in an address.' },
      {
        name: 'staff',
        description: 'For a desk, with its bearer token. A desk sees its own consultations, and sheets that were addressed to it.',
      },
      { name: 'service', description: 'For those who run it.' },
    ],
    paths,
    components: { schemas: componentSchemas(), parameters, securitySchemes: { desk: { type: 'http', scheme: 'bearer' } } },
  };
}

const parameters: Json = {
  number: { name: 'number', in: 'path', required: true, description: 'Receipt number, `K7MF-3W9X`.', schema: { type: 'string' } },
  hash: {
    name: 'hash',
    in: 'path',
    required: true,
    description: 'As the event has it.',
    schema: { type: 'string', pattern: '^[0-9a-f]{64}$' },
  },
  id: { name: 'id', in: 'path', required: true, description: 'Of the sheet.', schema: { type: 'string' } },
  match: {
    name: 'If-Match',
    in: 'header',
    required: true,
    description: 'The revision that the worker saw, in quotes: `"3"`. It is `revision` of the answer, and its `ETag`.',
    schema: { type: 'string', pattern: '^"\\d{1,9}"$' },
  },
  mayMatch: {
    name: 'If-Match',
    in: 'header',
    required: false,
    description: 'The revision of the draft that the worker saw; needed where a sheet comes along that is not the draft as it is.',
    schema: { type: 'string', pattern: '^"\\d{1,9}"$' },
  },
  revision: {
    name: 'revision',
    in: 'query',
    description: 'The same, for a plain POST, which can bring along nothing but its address.',
    schema: { type: 'integer', minimum: 0, maximum: 999_999_999 },
  },
  lastEvent: {
    name: 'Last-Event-ID',
    in: 'header',
    required: false,
    description: 'The last `id` that the reader has: it goes on after that.',
    schema: { type: 'string' },
  },
  box: { name: 'box', in: 'query', schema: { type: 'string', enum: [...referral.boxes], default: 'inbox' } },
  key: {
    name: 'Idempotency-Key',
    in: 'header',
    required: true,
    description: 'New for each thing that is sent, the same for each try of it. With a plain form: the optional field `key`.',
    schema: { type: 'string', pattern: keyPattern.source },
  },
  status: { name: 'status', in: 'query', description: 'Only those of this status.', schema: { type: 'string', enum: [...statuses] } },
  after: { name: 'after', in: 'query', description: '`next` of the page before.', schema: { type: 'string' } },
  limit: { name: 'limit', in: 'query', schema: { type: 'integer', minimum: 1, maximum: 100, default: 50 } },
};

function componentSchemas(): Json {
  const registry = z.registry<{ id: string }>();
  for (const [id, schema] of Object.entries(schemas)) registry.add(schema, { id });
  const made = z.toJSONSchema(registry, { target: 'draft-2020-12', io: 'input', uri: (id) => `#/components/schemas/${id}` });
  return Object.fromEntries(
    Object.entries(made.schemas).map(([name, { $id: _id, $schema: _schema, ...schema }]) => [name, schema as Json]),
  );
}

/** Field names are paths in the consultation; `website` is the trap that stays empty. */
const plainFormSchema: Json = {
  type: 'object',
  properties: Object.fromEntries([...fieldNames, 'key', 'website'].map((name) => [name, { type: 'string' }])),
};

function describe(operation: Operation): Json {
  const {
    id,
    summary,
    description,
    tag,
    body,
    plainForm,
    idempotent,
    revised,
    mayRevise,
    stream,
    query = [],
    answers,
    problems,
    path,
  } = operation;
  const used = [
    ...['number', 'hash', 'id'].filter((name) => path.includes(`{${name}}`)),
    ...(idempotent ? ['key'] : []),
    ...(revised ? ['match'] : []),
    ...(mayRevise ? ['mayMatch', 'revision'] : []),
    ...(stream ? ['lastEvent'] : []),
    ...query,
  ].map(parameter);
  const content: Json = body ? { 'application/json': { schema: ref(body) } } : {};
  if (plainForm) content['application/x-www-form-urlencoded'] = { schema: plainFormSchema };
  return {
    operationId: id,
    summary,
    ...(description ? { description } : {}),
    tags: [tag],
    ...(tag === 'staff' ? { security: [{ desk: [] }] } : {}),
    ...(used.length ? { parameters: used } : {}),
    ...(body ? { requestBody: { required: true, content } } : {}),
    responses: {
      ...Object.fromEntries(Object.entries(answers).map(([status, name]) => [status, success(status, name, plainForm)])),
      ...(stream ? { 200: { description: 'News, as they come.', content: { 'text/event-stream': { schema: { type: 'string' } } } } } : {}),
      ...refusals([...problems, ...everywhere]),
    },
  };
}

function success(status: string, name: SchemaName | 'AnyObject', plainForm?: true): Json {
  const content: Json = { 'application/json': { schema: name === 'AnyObject' ? { type: 'object' } : ref(name) } };
  if (plainForm && status === '201') content['text/html'] = { schema: { type: 'string' } };
  return { description: status === '201' ? 'Stored.' : 'Done.', content };
}

/** Problems that share a status stand together; their types tell them apart. */
function refusals(codes: readonly ProblemCode[]): Json {
  const byStatus: Record<string, ProblemCode[]> = {};
  for (const code of codes) (byStatus[problemKinds[code].status] ??= []).push(code);
  return Object.fromEntries(
    Object.entries(byStatus).map(([status, group]) => [
      status,
      {
        description: group.map((code) => `\`urn:tsunagu:problem:${code}\``).join(', '),
        ...(['429', '503'].includes(status)
          ? { headers: { 'Retry-After': { description: 'Seconds to wait.', schema: { type: 'integer' } } } }
          : {}),
        content: { 'application/problem+json': { schema: ref('Problem') } },
      },
    ]),
  );
}
