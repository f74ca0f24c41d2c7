/**
 * @tsunagu/schema/export/dpv: a consent record as JSON-LD by the W3C guide "Implementing ISO/IEC TS 27560:2023 Consent Records and Receipts with DPV"
 * (DPVCG, 2026-02), with every field that 27560 makes mandatory.
 *
 * 27560 knows one state of a whole record, we one of every cell. So while a consent stands the processes of the document are the cells that are given, and
 * nothing else: a reader who takes the document at its word never reads a no as a yes. What is left out that way is in `losses`. While none stands, they
 * are what was asked, under a state that allows nothing.
 */
import type { ConsentEvent, Expressed, Period } from '../consent.schema.js';
import { consentState, type ConsentCell, type ConsentState } from '../state.js';
import { dpvContext, eventStates, expresserConcepts, itemConcepts, purposeWords, sensitiveItems, statusStates } from './dpv-terms.js';
import { own, type Loss, type Party } from './losses.js';

export type { Loss, Party } from './losses.js';

/** What 27560 demands and a consent record does not know. Nothing of it is made up: what is missing is a loss. */
export interface DpvContext {
  /** IRI under which the parties and the record are named, without `#` or `/` at its end: `https://www.city.example.lg.jp/consent`. */
  base: string;
  /** The city. */
  controller: Party;
  /** The agencies of the record, by id. */
  agencies: Readonly<Record<string, Party>>;
  /** How long the agencies keep what they were told: ISO 8601 duration (`P5Y`). */
  retention?: string;
  /** Where it is kept. Default Japan. */
  storage?: string;
  /** What the items are called, by id; default: the id. */
  itemLabels?: Readonly<Record<string, string>>;
  purposeLabels?: Readonly<Record<string, string>>;
}

/** A JSON-LD node. */
export interface LdNode {
  [key: string]: unknown;
}

export interface DpvExport {
  document: LdNode;
  losses: Loss[];
}

const iri = (id: string): LdNode => ({ '@id': id });
const instant = (at: string): LdNode => ({ '@type': 'xsd:dateTime', '@value': at });

/** The end of a day in Japan as an instant. */
const endOfDay = (date: string): string => `${date}T23:59:59+09:00`;

const periodWords = { 'plan-end': '支援プランの終了' } as const;

function duration(period: Period, until?: string): LdNode {
  const days = [period.until === 'date' ? period.date : undefined, until].filter((day) => day !== undefined).sort();
  if (days[0] !== undefined) return { '@type': 'dpv:UntilTimeDuration', 'rdf:value': instant(endOfDay(days[0])) };
  return { '@type': 'dpv:UntilEventDuration', 'rdf:value': period.until === 'event' ? period.event : periodWords['plan-end'] };
}

/** A state that is over with its own instant has no duration but until the next word. */
const untilNext = (): LdNode => ({ '@type': 'dpv:UntilEventDuration', 'rdf:value': '次の出来事まで' });

class Exporter {
  readonly losses: Loss[] = [];

  constructor(
    private readonly events: readonly ConsentEvent[],
    private readonly state: ConsentState,
    private readonly context: DpvContext,
  ) {}

  lose(what: string, message: string, pointer?: string): void {
    this.losses.push({ what, message, ...(pointer !== undefined && { pointer }) });
  }

  party(id: string, role: string, party: Party | undefined): LdNode {
    const node: LdNode = { '@id': this.of('party', id), '@type': [role, 'dpv:Organisation'], 'dpv:hasIdentifier': id };
    if (!party) {
      this.lose('party', `「${id}」の名前・住所・連絡先が分からないため、入れていません。`);
      return node;
    }
    const { name, address, phone, email, url } = party;
    if (!phone && !email && !url) this.lose('party-contact', `「${id}」の連絡先が分からないため、住所だけを入れています。`);
    return {
      ...node,
      'dpv:hasName': name,
      'dpv:hasAddress': address,
      'schema:contactPoint': [
        { '@type': 'schema:PostalAddress', 'schema:streetAddress': address },
        ...(phone || email || url
          ? [
              {
                '@type': 'schema:ContactPoint',
                ...(phone && { 'schema:telephone': phone }),
                ...(email && { 'schema:email': email }),
                ...(url && { 'schema:url': url }),
              },
            ]
          : []),
      ],
    };
  }

  of(kind: string, id: string): string {
    return `${this.context.base}/${kind}/${encodeURIComponent(id)}`;
  }

  /** One process for each purpose and agency: what was given, or, where nothing stands, what was asked. */
  processes(): LdNode[] {
    const cells = this.state.valid ? this.state.cells.filter(({ state }) => state === 'given') : this.state.cells;
    const groups = new Map<string, ConsentCell[]>();
    for (const cell of cells) {
      const key = `${cell.purpose} ${cell.agency}`;
      groups.set(key, [...(groups.get(key) ?? []), cell]);
    }
    return [...groups.values()].map((group) => this.process(group));
  }

  process(cells: readonly ConsentCell[]): LdNode {
    const { purpose, agency } = cells[0]!;
    const { retention, storage = 'loc:JP', purposeLabels, itemLabels } = this.context;
    return {
      '@type': 'dpv:Process',
      'dpv:hasPurpose': {
        '@id': this.of('purpose', purpose),
        '@type': 'dpv:Purpose',
        'skos:broader': iri('dpv:ServiceProvision'),
        'dct:description': own(purposeLabels, purpose) ?? own(purposeWords, purpose) ?? purpose,
      },
      'dpv:hasLegalBasis': iri('dpv:ExpressedConsent'),
      'dpv:hasDataController': iri(this.of('party', 'controller')),
      'dpv:hasRecipient': iri(this.of('party', agency)),
      'dpv:hasThirdParty': iri(this.of('party', agency)),
      'dpv:hasProcessing': [iri('dpv:Collect'), iri('dpv:Share')],
      'dpv:hasJurisdiction': iri('loc:JP'),
      'dpv:hasPersonalData': cells.map(({ item }) => ({
        '@id': this.of('item', item),
        '@type': sensitiveItems.includes(item) ? ['dpv:PersonalData', 'dpv:SensitivePersonalData'] : 'dpv:PersonalData',
        ...(own(itemConcepts, item) && { 'skos:broader': iri(own(itemConcepts, item)!) }),
        'dct:identifier': item,
        'dct:description': own(itemLabels, item) ?? item,
        'dpv:hasNecessity': iri('dpv:Optional'),
      })),
      'dpv:hasStorageCondition': [
        { '@type': 'dpv:StorageLocation', 'dpv:hasLocation': iri(storage) },
        ...(retention === undefined ? [] : [{ '@type': 'dpv:StorageDuration', 'dpv:hasDuration': retention }]),
      ],
    };
  }

  /** The event as a state with its time, duration, entity and method. */
  status(event: ConsentEvent, index: number): LdNode {
    const { type, at } = event;
    const lasting = type === 'given' || type === 'partly-given' || type === 'renewed' || type === 'narrowed';
    const asked = this.events.slice(0, index + 1).findLast((one) => one.type === 'requested');
    const period = type === 'renewed' ? event.period : asked?.type === 'requested' ? asked.request.period : undefined;
    const until = type === 'given' || type === 'partly-given' ? event.until : undefined;
    const expressed = 'expressed' in event ? (event.expressed as Expressed | undefined) : undefined;
    const notice = 'notice' in event && typeof event.notice === 'string' ? event.notice : undefined;
    this.#eventLosses(event, index, expressed);
    return {
      '@type': [eventStates[type], 'dpv:ExpressedConsent'],
      'dct:identifier': event.id,
      'dpv:isIndicatedAtTime': instant(at),
      'dpv:hasDuration': lasting && period ? duration(period, until) : untilNext(),
      'dpv:isIndicatedBy': expressed
        ? {
            '@type': expresserConcepts[expressed.by],
            ...(expressed.by !== 'self' && { 'dpv:hasJustification': expressed.support ?? expressed.authority }),
          }
        : iri(this.of('party', 'controller')),
      ...(expressed && { 'dpv:hasIndicationMethod': { oral: '口頭', written: '書面', electronic: '電子' }[expressed.how] }),
      ...(notice && { 'dpv:hasNotice': iri(this.of('notice', notice)) }),
    };
  }

  #eventLosses(event: ConsentEvent, index: number, expressed: Expressed | undefined): void {
    const at = `/${index}`;
    const { type } = event;
    if (type === 'partly-given')
      this.lose('partly-given', '一部だけの同意を表す言葉がないため、「同意」としています。伝えてよい内容だけを載せています。', at);
    if (type === 'narrowed') this.lose('narrowed', '同意を狭めたことを表す言葉がないため、「同意」としています。', at);
    if (type === 'terminated') this.lose('terminated', '「終了」を表す言葉が語彙にないため、「本人以外による取消し」としています。', at);
    if (type === 'withdrawn' && !('all' in event.scope))
      this.lose('withdrawal-scope', '取りやめた範囲（相手・内容・目的）は、載せられません。', at);
    if (expressed?.witness) this.lose('witness', '立ち会った人は、載せられません。', `${at}/expressed/witness`);
    if (expressed?.explainedBy) this.lose('explained-by', '説明した人は、載せられません。', `${at}/expressed/explainedBy`);
    if (expressed?.signature) this.lose('signature', '署名は、載せられません。', `${at}/expressed/signature`);
    if ('reAskAfter' in event && event.reAskAfter !== undefined)
      this.lose('re-ask-after', '次に聞いてよい日は、載せられません。', `${at}/reAskAfter`);
  }

  notices(): LdNode[] {
    return this.events.flatMap((event) =>
      event.type === 'requested'
        ? event.request.notices.map(({ version, language, variant, text, hash }) => ({
            '@id': this.of('notice', hash),
            '@type': 'dpv:ConsentNotice',
            'dct:hasVersion': version,
            'dct:language': language,
            'dct:date': { '@type': 'xsd:date', '@value': event.at.slice(0, 10) },
            'dct:identifier': `sha256:${hash}`,
            ...(variant && { 'dct:type': variant }),
            'dct:description': text,
          }))
        : [],
    );
  }

  controls(): LdNode[] {
    const ways = this.events.flatMap((event) => (event.type === 'requested' ? event.request.withdrawal : []));
    const seen = new Set<string>();
    return ways.flatMap(({ way, detail }) => {
      const at = detail === undefined ? way : `${way}: ${detail}`;
      if (seen.has(at)) return [];
      seen.add(at);
      return [{ '@type': 'dpv:WithdrawConsent', 'dpv:isExercisedAt': at }];
    });
  }
}

/**
 * The record at an instant. Verify it first (`verifyChain`): the document cannot carry the chain. A record that cannot be followed comes out as
 * `dpv:ConsentUnknown` without any process.
 */
export function consentToDpv(events: readonly ConsentEvent[], at: Date | string, context: DpvContext): DpvExport {
  const state = consentState(events, at);
  const past =
    state.status === 'unknown'
      ? []
      : [...events].filter((event) => Date.parse(event.at) <= Date.parse(state.at!)).sort((a, b) => a.seq - b.seq);
  const exporter = new Exporter(past, state, context);
  const first = past[0];
  const agencies = [...new Set(state.cells.map(({ agency }) => agency))];
  const statuses: LdNode[] = past.map((event, index) => exporter.status(event, index));
  if (state.status === 'expired' || !past.length)
    statuses.push({
      '@type': [statusStates[state.status]],
      ...(state.at && { 'dpv:isIndicatedAtTime': instant(state.at) }),
      'dpv:hasDuration': untilNext(),
      'dpv:isIndicatedBy': iri(exporter.of('party', 'controller')),
    });
  const document: LdNode = {
    '@context': dpvContext,
    '@id': exporter.of('record', first?.record ?? 'none'),
    '@type': 'dpv:ConsentRecord',
    'dct:conformsTo': iri('https://w3id.org/dpv/schema/dpv-27560#record'),
    'dct:identifier': first?.record ?? 'none',
    ...(state.at && { 'dct:modified': instant(state.at) }),
    'dpv:hasDataSubject': {
      '@id': exporter.of('subject', first?.subject.ref ?? 'none'),
      '@type': 'dpv:DataSubject',
      'dct:identifier': first?.subject.ref ?? 'none',
    },
    'dpv:hasDataController': iri(exporter.of('party', 'controller')),
    'dpv:hasJurisdiction': iri('loc:JP'),
    'dpv:hasLegalBasis': iri('dpv:ExpressedConsent'),
    'dpv:hasNotice': exporter.notices(),
    'dpv:hasProcess': exporter.processes(),
    'dpv:hasConsentControl': exporter.controls(),
    'dpv:hasConsentStatus': statuses,
    'dpv:hasEntity': [
      exporter.party('controller', 'dpv:DataController', context.controller),
      ...agencies.map((id) => exporter.party(id, 'dpv:ThirdParty', own(context.agencies, id))),
    ],
  };
  if (context.retention === undefined) exporter.lose('retention', '伝えた情報を保管する期間が分からないため、入れていません。');
  exporter.lose('chain', '記録どうしのつながり（ハッシュ）は載せられません。元の記録で確かめてください。');
  if (first?.subject.name !== undefined) exporter.lose('subject-name', '本人の名前は、番号だけで足りるため、入れていません。');
  const withheld = state.valid ? state.cells.filter((cell) => cell.state !== 'given') : [];
  for (const { purpose, agency, item, state: why } of withheld)
    exporter.lose('cell', `「${purpose}」「${agency}」「${item}」の答え（${why}）は、相手と内容ごとの答えを表せないため、入れていません。`);
  return { document, losses: exporter.losses };
}
