/**
 * @tsunagu/schema/referral/fhir: what one desk has of a sheet, as a FHIR R4 (4.0.1) Bundle: ServiceRequest and Task (as in the Gravity SDOH guide), Patient,
 * RelatedPerson, Organization, PractitionerRole, and the Consent for this desk. What has no element of its own goes as text; `losses` say what.
 */
import { permittedToFhirR4 } from '../../consent/export/fhir-consent.js';
import type { Handed } from '../handed.js';
import { itemsOf } from '../package.js';
import type { ReferralSheet } from '../referral.schema.js';
import { referralState, type AnyReferralState } from '../state.js';
import { referralWords } from '../words.js';
import { BundleDraft, type FhirLoss, type FhirNode, type FhirReferralContext } from './fhir-bundle.js';
import { Desks, patient, relatedPeople, senderRole } from './fhir-people.js';
import { rowsOf } from './rows.js';
import { japanese } from './wording.js';

export { fileNameFor } from './file-name.js';
export { handedHere, handedTo, ownCopy, type Handed, type HandedSheet } from '../handed.js';
export type { FhirLoss, FhirLossId, FhirNode, FhirReferralContext } from './fhir-bundle.js';

export interface FhirReferralExport {
  bundle: FhirNode;
  losses: FhirLoss[];
}

const priorityOf: Readonly<Record<string, string>> = { today: 'asap', days: 'urgent', 'no-hurry': 'routine' };

/** ServiceRequest and Task, by what became of the sheet. */
const statusOf: Readonly<Record<string, readonly [request: string, task: string]>> = {
  pending: ['active', 'requested'],
  accepted: ['active', 'accepted'],
  'asked-back': ['active', 'on-hold'],
  'passed-on': ['active', 'requested'],
  returned: ['active', 'requested'],
  working: ['active', 'in-progress'],
  reported: ['active', 'completed'],
  closed: ['completed', 'completed'],
  cancelled: ['revoked', 'cancelled'],
  'consent-withdrawn': ['revoked', 'cancelled'],
};

function statuses(state: AnyReferralState): readonly [request: string, task: string] {
  // A record that cannot be followed: nobody should act on the copy.
  if (!state.known) return ['unknown', 'on-hold'];
  if (state.transport === 'draft' && state.open) return ['draft', 'draft'];
  if (state.business === 'pending' && state.transport === 'received') return ['active', 'received'];
  return statusOf[state.business]!;
}

function serviceRequest(
  draft: BundleDraft,
  {
    status,
    subject,
    requester,
    performer,
    supporting,
  }: { status: string; subject: FhirNode; requester?: FhirNode; performer?: FhirNode; supporting: FhirNode[] },
): FhirNode {
  const { sheet, context } = draft;
  const { id, createdAt, urgency, topics = [], mainTopic, request } = sheet;
  const coded = (kind: string, code: unknown, text: string): FhirNode => ({
    coding: [{ system: `${context.base}/${kind}`, code, display: text }],
    text,
  });
  const ids = (request?.ids ?? []) as string[];
  const worries = [...new Set([...(mainTopic === undefined ? [] : [mainTopic]), ...topics])];
  draft.carry(
    '/id',
    '/createdAt',
    '/topics',
    '/mainTopic',
    '/request/ids',
    '/request/by',
    '/from/name',
    '/from/worker',
    '/from/section',
    '/to/name',
    '/coordinator/name',
  );
  const priority = urgency === undefined ? undefined : priorityOf[urgency];
  const label = (names: Readonly<Record<string, string>>, code: string): string => (Object.hasOwn(names, code) ? names[code]! : code);
  return draft.add(
    {
      resourceType: 'ServiceRequest',
      identifier: [{ system: `${context.base}/referral`, value: id ?? 'unknown' }],
      status,
      intent: 'order',
      ...(priority !== undefined && { priority }),
      code: { text: referralWords.title },
      ...(ids.length && { orderDetail: ids.map((one) => coded('request', one, label(referralWords.choices.request, one))) }),
      subject,
      ...(request?.by !== undefined && { occurrencePeriod: { end: request.by } }),
      ...(createdAt !== undefined && { authoredOn: createdAt }),
      ...(requester && { requester }),
      ...(performer && { performer: [performer] }),
      ...(worries.length && { reasonCode: worries.map((topic) => coded('topic', topic, japanese.topic(topic) ?? topic)) }),
      ...(supporting.length && { supportingInfo: supporting }),
      ...(draft.left.length && { note: draft.left.map(({ name, value }) => ({ text: `${name}：${value}` })) }),
    },
    'request',
  );
}

function task(
  draft: BundleDraft,
  {
    state,
    status,
    ...references
  }: { state: AnyReferralState; status: string; focus: FhirNode; subject: FhirNode; requester?: FhirNode; owner?: FhirNode },
): FhirNode {
  const { events } = draft.handed;
  const { focus, subject, requester, owner } = references;
  const sent = events.find(({ type }) => type === 'sent');
  const no = events.findLast(({ type }) => type === 'passed-on' || type === 'returned' || type === 'cancelled') as
    { reason?: string } | undefined;
  const { reason, cancelReason, outcome: outcomes, business } = referralWords.choices;
  const why = no?.reason === undefined ? undefined : { ...reason, ...cancelReason }[no.reason];
  const outcome = (events.findLast(({ type }) => type === 'reported') as { outcome?: keyof typeof outcomes } | undefined)?.outcome;
  const due = state.known ? state.respondBy : undefined;
  const urgency = draft.sheet.urgency === undefined ? undefined : priorityOf[draft.sheet.urgency];
  const notes = events.map((event, index) => {
    const [head, ...said] = draft.rowsOf(index);
    return {
      ...(head && { authorString: head.value.replace(/^\S+ /, '') }),
      time: event.at,
      text: [head?.label ?? event.type, ...said.filter(({ technical }) => !technical).map(({ label, value }) => `${label}：${value}`)].join(
        '\n',
      ),
    };
  });
  return draft.add(
    {
      resourceType: 'Task',
      status,
      ...(why !== undefined && { statusReason: { text: why } }),
      ...(state.known && {
        businessStatus: { coding: [{ system: `${draft.context.base}/business`, code: state.business }], text: business[state.business] },
      }),
      intent: 'order',
      ...(urgency !== undefined && { priority: urgency }),
      code: { coding: [{ system: 'http://hl7.org/fhir/CodeSystem/task-code', code: 'fulfill', display: 'Fulfill the focal request' }] },
      focus,
      for: subject,
      ...(sent && { authoredOn: sent.at }),
      ...(events.length && { lastModified: events.at(-1)!.at }),
      ...(requester && { requester }),
      ...(owner && { owner }),
      ...(due !== undefined && { restriction: { period: { end: due } } }),
      ...(notes.length && { note: notes }),
      ...(outcome !== undefined && { output: [{ type: { text: referralWords.reply.outcome }, valueString: outcomes[outcome] }] }),
    },
    'task',
  );
}

/** Rules that read no more than what is always there, or look at whatever is. */
const whole = (sheet: Handed['sheet']): ReferralSheet => sheet as unknown as ReferralSheet;

function consentFor(draft: BundleDraft, subject: FhirNode): FhirNode[] {
  const { sheet, context, handed } = draft;
  const { agency } = context;
  const items = itemsOf(whole(sheet));
  if (sheet.basis?.kind !== 'consent' || agency === undefined || !items.length || !sheet.person) return [];
  const consent = sheet.person.consent as { record?: string } | undefined;
  draft.lose('consent', '同意は、この相手に渡した項目だけを載せています。期限や経過は、送った窓口の記録で確かめてください。');
  const resource = permittedToFhirR4(
    {
      ...(consent?.record !== undefined && { record: consent.record }),
      purpose: sheet.purpose ?? 'referral',
      agency,
      items,
      since: handed.events[0]?.at ?? sheet.createdAt ?? new Date(context.at).toISOString(),
      over: handed.events.some(({ type }) => type === 'consent-withdrawn'),
      patient: subject,
    },
    context,
  );
  return [draft.add(resource as FhirNode & { resourceType: string }, 'consent')];
}

/**
 * What one desk has, as a Bundle of type `collection`, and what it could not carry. Codes and identifiers live under `context.base`, an absolute URI.
 * Throws a `TypeError` on a whole sheet and a `RangeError` on an instant that is none.
 */
export function sheetToFhir(handed: Handed, context: FhirReferralContext): FhirReferralExport {
  const draft = new BundleDraft(handed, rowsOf(handed, { agency: (id) => context.labels?.[id] }), context);
  const { sheet, events } = handed;
  const state = referralState(whole(sheet), events, context.at);
  const [requestStatus, taskStatus] = statuses(state);
  const desks = new Desks(draft);
  const from = desks.of(sheet.from?.agency, sheet.from?.name);
  const to = desks.of(sheet.to?.agency, sheet.to?.name);
  const coordinator = desks.of(sheet.coordinator?.agency, sheet.coordinator?.name);
  const subject = patient(draft);
  const related = relatedPeople(draft, subject);
  const requester = senderRole(draft, from) ?? from;
  const holder = state.known ? state.holder : undefined;
  const consents = consentFor(draft, subject);
  const structured = draft.left.map(({ name }) => name);
  const focus = serviceRequest(draft, {
    status: requestStatus,
    subject,
    ...(requester && { requester }),
    performer: to ?? coordinator,
    supporting: [...related, ...consents],
  });
  task(draft, {
    state,
    status: taskStatus,
    focus,
    subject,
    ...(requester && { requester }),
    owner: desks.of(holder?.agency, holder?.name) ?? to ?? coordinator,
  });

  draft.lose('codes', '困りごとやお願いの種類は、市の符号で載せています。国際的な符号への対応づけはしていません。');
  if (structured.length)
    draft.lose(
      'text',
      `次の項目は、FHIR に決まった項目がないため、文章（note）で載せています（${structured.join('、')}）。`,
      structured.length,
    );
  if (events.length)
    draft.lose('record', 'これまでの経過は文章（note）で載せています。書き換えられていないことは、JSON のファイルで確かめられます。');
  if (!state.known) draft.lose('unknown', '記録をたどれないため、状態を「不明」にしています。送った窓口に確かめてください。');
  return { bundle: draft.bundle, losses: draft.losses };
}
