/**
 * @tsunagu/schema/export/fhir-consent: where a consent stands, as a FHIR Consent of R4 (4.0.1) or R5 (5.0.0). FHIR carries a state, not a history, and its
 * words are those of health care: everything is denied, and what was given is permitted one by one. What it cannot say is in `losses`.
 */
import type { ConsentStatus } from '../choices.js';
import type { ConsentEvent, Expressed, Notice } from '../consent.schema.js';
import { consentState, type ConsentCell, type ConsentState } from '../state.js';
import { representativeWords } from '../words.js';
import { own, type Loss } from './losses.js';

export type { Loss } from './losses.js';

export interface FhirContext {
  /** Absolute URI under which the city's codes and identifiers live: `https://www.city.example.lg.jp/consent`. */
  base: string;
  /** The city's name: it keeps the record. */
  custodian: string;
  /** Names of agencies, items and purposes by id; default: the id. */
  labels?: Readonly<Record<string, string>>;
}

/** A FHIR resource or a part of one. */
export interface FhirNode {
  [key: string]: unknown;
}

export interface FhirExport {
  resource: FhirNode;
  losses: Loss[];
}

const terminology = 'http://terminology.hl7.org/CodeSystem';
const witnessUrl = 'http://hl7.org/fhir/StructureDefinition/consent-Witness';

/** R4 has no `unknown`: a record that cannot be followed is `inactive`. */
const r4Status: Readonly<Record<ConsentStatus, string>> = {
  none: 'draft',
  requested: 'proposed',
  deferred: 'proposed',
  given: 'active',
  'partly-given': 'active',
  renewed: 'active',
  narrowed: 'active',
  refused: 'rejected',
  withdrawn: 'inactive',
  expired: 'inactive',
  terminated: 'inactive',
  invalidated: 'entered-in-error',
  unknown: 'inactive',
};

/** In R5 a refusal is a consent in force whose decision is `deny`. */
const r5Status: Readonly<Record<ConsentStatus, string>> = {
  ...r4Status,
  none: 'unknown',
  requested: 'draft',
  deferred: 'draft',
  refused: 'active',
  unknown: 'unknown',
};

/** UTF-8 as base64, in browsers and Node alike. */
function base64(text: string): string {
  let bytes = '';
  for (const byte of new TextEncoder().encode(text)) bytes += String.fromCharCode(byte);
  return btoa(bytes);
}

interface Reading {
  events: readonly ConsentEvent[];
  state: ConsentState;
  context: FhirContext;
  losses: Loss[];
}

const label = ({ context }: Reading, id: string): string => own(context.labels, id) ?? id;
const coded = (reading: Reading, kind: string, code: string): FhirNode => ({
  system: `${reading.context.base}/${kind}`,
  code,
  display: label(reading, code),
});

/** Cells that say the same, as one provision: one purpose, one agency, one answer, one end. */
function provisions(reading: Reading, cells: readonly ConsentCell[], type?: 'permit' | 'deny'): FhirNode[] {
  const groups = new Map<string, ConsentCell[]>();
  for (const cell of cells) {
    const key = JSON.stringify([cell.purpose, cell.agency, cell.since, cell.until]);
    groups.set(key, [...(groups.get(key) ?? []), cell]);
  }
  return [...groups.values()].map((group) => {
    const { purpose, agency, since, until } = group[0]!;
    return {
      ...(type && { type }),
      period: { start: since, ...(until !== undefined && { end: until }) },
      actor: [
        {
          role: { coding: [{ system: `${terminology}/v3-ParticipationType`, code: 'IRCP', display: 'information recipient' }] },
          reference: {
            type: 'Organization',
            identifier: { system: `${reading.context.base}/agency`, value: agency },
            display: label(reading, agency),
          },
        },
      ],
      action: [{ coding: [{ system: `${terminology}/consentaction`, code: 'disclose', display: 'Disclose' }] }],
      purpose: [coded(reading, 'purpose', purpose)],
      code: group.map(({ item }) => ({ coding: [coded(reading, 'item', item)] })),
    };
  });
}

/** The last word of the person: who, how, and which notice they had read. */
function lastWord({ events }: Reading): { event?: ConsentEvent; expressed?: Expressed; notice?: Notice } {
  const event = events.findLast((one) => 'expressed' in one && one.expressed !== undefined);
  const read = events.findLast((one) => 'notice' in one && one.notice !== undefined);
  const hash = read && 'notice' in read ? read.notice : undefined;
  const notices = events.flatMap((one) => (one.type === 'requested' ? one.request.notices : []));
  return {
    ...(event && { event, expressed: (event as { expressed: Expressed }).expressed }),
    ...(hash !== undefined && { notice: notices.find((one) => one.hash === hash) }),
  };
}

function subjectOf({ events, context }: Reading): FhirNode {
  return { type: 'Patient', identifier: { system: `${context.base}/subject`, value: events[0]?.subject.ref ?? 'unknown' } };
}

/** Who agreed or refused: the person, or who speaks for them. */
function grantor(reading: Reading, expressed: Expressed): FhirNode {
  const role = own<string>(representativeWords, expressed.by);
  if (role === undefined) return subjectOf(reading);
  return { type: 'RelatedPerson', display: expressed.name === undefined ? role : `${expressed.name}（${role}）` };
}

function attachment(notice: Notice): FhirNode {
  return { contentType: 'text/plain; charset=utf-8', language: notice.language, title: notice.version, data: base64(notice.text) };
}

function read(events: readonly ConsentEvent[], at: Date | string, context: FhirContext): Reading {
  const state = consentState(events, at);
  const past =
    state.status === 'unknown'
      ? []
      : [...events].filter((event) => Date.parse(event.at) <= Date.parse(state.at!)).sort((a, b) => a.seq - b.seq);
  return { events: past, state, context, losses: [] };
}

function tellLosses(
  { events, state, losses }: Reading,
  { expressed, notice }: ReturnType<typeof lastWord>,
  kept: (cell: ConsentCell) => boolean,
): void {
  const lose = (what: string, message: string): unknown => losses.push({ what, message });
  lose('history', 'これまでの経過は載せられません。この時点の状態だけを表しています。');
  lose('chain', '記録どうしのつながり（ハッシュ）は載せられません。元の記録で確かめてください。');
  if (state.status === 'unknown') lose('unknown', '記録が途中で欠けているか読み取れないため、何も許さない内容にしています。');
  if (notice) lose('notice-hash', '説明文のハッシュ（SHA-256）は、FHIR の添付が SHA-1 だけを扱うため、入れていません。');
  if (notice?.variant !== undefined) lose('notice-variant', '説明文の種類（やさしい日本語など）は載せられません。');
  if (expressed?.explainedBy) lose('explained-by', '説明した人は、載せられません。');
  if (expressed?.support !== undefined) lose('support', '決めるための手助けは、載せられません。');
  if (expressed?.authority !== undefined) lose('authority', '代わって答えられる根拠は、載せられません。');
  if (expressed?.signature) lose('signature', '署名は、載せられません。');
  if (expressed) lose('method', '確かめ方（口頭・書面・電子）は、載せられません。');
  if (state.reAskAfter !== undefined) lose('re-ask-after', '次に聞いてよい日は、載せられません。');
  if (state.cells.some(({ state: now, endsWith }) => now === 'given' && endsWith !== undefined))
    lose('ends-with', '「支援プランが終わるまで」などの終わり方は表せません。日付のない許可も、無期限ではありません。');
  if (state.cells.some(({ reason }) => reason !== undefined)) lose('reason', '伝えない理由は、載せていません。');
  if (events.some((event) => event.type === 'requested')) lose('withdrawal-ways', '取りやめ方は、載せられません。');
  for (const { purpose, agency, item, state: why } of state.cells.filter((cell) => !kept(cell)))
    lose('cell', `「${purpose}」「${agency}」「${item}」の答え（${why}）は表せません。許していないことだけが伝わります。`);
}

function common(reading: Reading): FhirNode {
  const { events, context } = reading;
  const { expressed } = lastWord(reading);
  return {
    resourceType: 'Consent',
    ...(expressed?.witness && { extension: [{ url: witnessUrl, valueReference: { display: expressed.witness.name } }] }),
    identifier: [{ system: `${context.base}/record`, value: events[0]?.record ?? 'unknown' }],
    category: [{ coding: [{ system: 'http://loinc.org', code: '59284-0', display: 'Consent Document' }] }],
  };
}

const givenCells = ({ valid, cells }: ConsentState): ConsentCell[] => (valid ? cells.filter(({ state }) => state === 'given') : []);

/** R4 wants a policy or a rule; ours is the person's own answer. */
const policyRule = { text: '本人の同意（目的・相手・内容ごと）' };

/** The state at an instant as a Consent of FHIR R4. Refusals are told beside what is permitted. */
export function consentToFhirR4(events: readonly ConsentEvent[], at: Date | string, context: FhirContext): FhirExport {
  const reading = read(events, at, context);
  const { state, losses } = reading;
  const word = lastWord(reading);
  const refused = state.cells.filter((cell) => cell.state === 'refused');
  const exceptions = [...provisions(reading, givenCells(state), 'permit'), ...provisions(reading, refused, 'deny')];
  tellLosses(reading, word, (cell) => cell.state === 'given' || cell.state === 'refused');
  const resource: FhirNode = {
    ...common(reading),
    status: r4Status[state.status],
    scope: { coding: [{ system: `${terminology}/consentscope`, code: 'patient-privacy', display: 'Privacy Consent' }] },
    patient: subjectOf(reading),
    ...(word.event && { dateTime: word.event.at }),
    ...(word.expressed && { performer: [grantor(reading, word.expressed)] }),
    organization: [{ type: 'Organization', display: context.custodian }],
    ...(word.notice && { sourceAttachment: attachment(word.notice) }),
    policyRule,
    provision: { type: 'deny', ...(exceptions.length && { provision: exceptions }) },
  };
  return { resource, losses };
}

/** The state at an instant as a Consent of FHIR R5. Its provisions are exceptions to the decision `deny`, so only what is permitted is told. */
export function consentToFhirR5(events: readonly ConsentEvent[], at: Date | string, context: FhirContext): FhirExport {
  const reading = read(events, at, context);
  const { state, losses } = reading;
  const word = lastWord(reading);
  const given = givenCells(state);
  const permitted = provisions(reading, given);
  tellLosses(reading, word, (cell) => cell.state === 'given');
  const agencies = [...new Set(given.map(({ agency }) => agency))];
  const resource: FhirNode = {
    ...common(reading),
    status: r5Status[state.status],
    subject: subjectOf(reading),
    ...(word.event && { date: new Date(Date.parse(word.event.at) + 9 * 3_600_000).toISOString().slice(0, 10) }),
    ...(word.expressed && { grantor: [grantor(reading, word.expressed)] }),
    ...(agencies.length && {
      grantee: agencies.map((agency) => ({
        type: 'Organization',
        identifier: { system: `${context.base}/agency`, value: agency },
        display: label(reading, agency),
      })),
    }),
    controller: [{ type: 'Organization', display: context.custodian }],
    ...(word.notice && { sourceAttachment: [attachment(word.notice)] }),
    decision: 'deny',
    ...(permitted.length && { provision: permitted }),
  };
  return { resource, losses };
}

/** What one agency was given, and no more: neither what was kept back, nor from whom. */
export interface Permitted {
  /** Where the record of consent is kept; absent where the copy does not say. */
  record?: string;
  purpose: string;
  agency: string;
  items: readonly string[];
  /** Instant from which it was given. */
  since: string;
  /** Taken back since. */
  over?: boolean;
  /** The person, as a reference in the same bundle. */
  patient: FhirNode;
}

/** A Consent of FHIR R4 for a copy that goes to the agency itself: the history, the notices and every other cell stay where they are. */
export function permittedToFhirR4({ record, purpose, agency, items, since, over, patient }: Permitted, context: FhirContext): FhirNode {
  const reading: Reading = { events: [], state: consentState([], since), context, losses: [] };
  const cells = items.map((item): ConsentCell => ({ purpose, agency, item, state: 'given', since }));
  return {
    resourceType: 'Consent',
    ...(record !== undefined && { identifier: [{ system: `${context.base}/record`, value: record }] }),
    status: over ? 'inactive' : 'active',
    scope: { coding: [{ system: `${terminology}/consentscope`, code: 'patient-privacy', display: 'Privacy Consent' }] },
    category: [{ coding: [{ system: 'http://loinc.org', code: '59284-0', display: 'Consent Document' }] }],
    patient,
    organization: [{ type: 'Organization', display: context.custodian }],
    policyRule,
    provision: { type: 'deny', provision: provisions(reading, cells, 'permit') },
  };
}
