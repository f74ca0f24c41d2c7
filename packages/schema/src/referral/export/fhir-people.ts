/** Desks and people of a sheet as FHIR R4: Organization, PractitionerRole, Patient, RelatedPerson. */
import type { BundleDraft, FhirNode } from './fhir-bundle.js';

const representation = 'http://hl7.org/fhir/StructureDefinition/iso21090-EN-representation';
const roleCodes = 'http://terminology.hl7.org/CodeSystem/v3-RoleCode';

/** v3-RoleCode by our relation, seen from the person. */
const roleOf: Readonly<Record<string, readonly [code: string, display: string]>> = {
  spouse: ['SPS', 'spouse'],
  child: ['CHILD', 'child'],
  parent: ['PRN', 'parent'],
  grandparent: ['GRPRN', 'grandparent'],
  grandchild: ['GRNDCHILD', 'grandchild'],
  sibling: ['SIB', 'sibling'],
};

const genderOf: Readonly<Record<string, string>> = { female: 'female', male: 'male', other: 'other' };

/** Names as JP Core has them: written (IDE) and read (SYL). */
function names(name: unknown, kana: unknown): FhirNode[] {
  const one = (text: unknown, code: string): FhirNode[] =>
    typeof text === 'string' ? [{ extension: [{ url: representation, valueCode: code }], use: 'official', text }] : [];
  return [...one(name, 'IDE'), ...one(kana, 'SYL')];
}

interface Body {
  name?: unknown;
  kana?: unknown;
  sex?: unknown;
  birthDate?: unknown;
}

function body(draft: BundleDraft, { name, kana, sex, birthDate }: Body, at: string): FhirNode {
  const gender = typeof sex === 'string' && Object.hasOwn(genderOf, sex) ? genderOf[sex] : undefined;
  const all = names(name, kana);
  draft.carry(`${at}/name`, `${at}/kana`, `${at}/birthDate`, ...(gender === undefined ? [] : [`${at}/sex`]));
  return { ...(all.length && { name: all }), ...(gender !== undefined && { gender }), ...(typeof birthDate === 'string' && { birthDate }) };
}

/** Every desk by its id, as a resource of its own. */
export class Desks {
  readonly #ids = new Map<string, FhirNode>();
  constructor(private readonly draft: BundleDraft) {}

  of(agency: unknown, name?: unknown): FhirNode | undefined {
    if (typeof agency !== 'string') return undefined;
    const known = this.#ids.get(agency);
    if (known) return known;
    const { context } = this.draft;
    const label = context.labels && Object.hasOwn(context.labels, agency) ? context.labels[agency] : undefined;
    const reference = this.draft.add(
      {
        resourceType: 'Organization',
        identifier: [{ system: `${context.base}/agency`, value: agency }],
        name: typeof name === 'string' ? name : (label ?? agency),
      },
      `desk-${this.#ids.size + 1}`,
    );
    this.#ids.set(agency, reference);
    return reference;
  }
}

/** Who writes at the sending desk; undefined where the sheet does not say. */
export function senderRole(draft: BundleDraft, organization: FhirNode | undefined): FhirNode | undefined {
  const { worker, section } = (draft.sheet.from ?? {}) as { worker?: string; section?: string };
  if (worker === undefined && section === undefined) return undefined;
  return draft.add(
    {
      resourceType: 'PractitionerRole',
      ...(worker !== undefined && { practitioner: { display: worker } }),
      ...(organization && { organization }),
      ...(section !== undefined && { code: [{ text: section }] }),
    },
    'sender',
  );
}

/** Ways to reach somebody, each with what has to be kept in mind before it is used: no program should call without. */
function telecom(draft: BundleDraft, phones: readonly unknown[], at?: { email?: unknown; fax?: unknown }): FhirNode[] {
  const care = draft.rows
    .filter(({ pointer }) => pointer.startsWith('/sheet/contact/safeCall/'))
    .map(({ name, value }) => `${name}：${value}`);
  const extension = care.length
    ? [{ url: `${draft.context.base}/StructureDefinition/safe-call`, valueString: care.join('\n') }]
    : undefined;
  const point = (system: string, value: unknown): FhirNode[] =>
    typeof value === 'string' ? [{ ...(extension && system === 'phone' && { extension }), system, value }] : [];
  const all = [...phones.flatMap((phone) => point('phone', phone)), ...point('email', at?.email), ...point('fax', at?.fax)];
  if (care.length && all.some(({ system }) => system === 'phone'))
    draft.lose(
      'safe-call',
      '電話のしかた（時間・名乗り方など）は FHIR に決まった項目がないため、電話番号の拡張と文章（note）で載せています。電話する前に必ず読めるようにしてください。',
    );
  return all;
}

/** The person the sheet is about. Of advice without a name there is no more than that somebody is meant. */
export function patient(draft: BundleDraft): FhirNode {
  const { person, contact, about, language } = draft.sheet;
  if (!person) return { display: '名前を出さない相談' };
  const phones = [...((person.phones ?? []) as readonly unknown[])];
  const own = about?.who === 'self' ? contact : undefined;
  if (own?.phone !== undefined && !phones.includes(own.phone)) phones.push(own.phone);
  const ways = telecom(draft, phones, own);
  draft.carry('/person/phones', '/person/address', '/person/town', '/language');
  if (own) draft.carry('/contact/phone', '/contact/email', '/contact/fax');
  const address = person.address ?? person.town;
  return draft.add(
    {
      resourceType: 'Patient',
      ...(person.ref !== undefined && { identifier: [{ system: `${draft.context.base}/subject`, value: person.ref }] }),
      ...body(draft, person, '/person'),
      ...(ways.length && { telecom: ways }),
      ...(address !== undefined && {
        address: [
          {
            ...(person.address !== undefined && { text: person.address }),
            ...(person.town !== undefined && { district: person.town }),
            country: 'JP',
          },
        ],
      }),
      ...(language !== undefined && { communication: [{ language: { coding: [{ system: 'urn:ietf:bcp:47', code: language }] } }] }),
    },
    'patient',
  );
}

/** Those of the household, and who spoke for the person if that was somebody else. */
export function relatedPeople(draft: BundleDraft, subject: FhirNode): FhirNode[] {
  const { household, contact, about } = draft.sheet;
  const people = (household?.members ?? []).map((member, index) => {
    const { relation, ref } = member as { relation?: string; ref?: string };
    const role = relation !== undefined && Object.hasOwn(roleOf, relation) ? roleOf[relation] : undefined;
    const at = `/household/members/${index}`;
    const words = draft.text(`${at}/relation`);
    draft.carry(`${at}/relation`);
    return draft.add(
      {
        resourceType: 'RelatedPerson',
        ...(ref !== undefined && { identifier: [{ system: `${draft.context.base}/subject`, value: ref }] }),
        patient: subject,
        ...(words !== undefined && {
          relationship: [{ ...(role && { coding: [{ system: roleCodes, code: role[0], display: role[1] }] }), text: words }],
        }),
        ...body(draft, member, at),
      },
      `member-${index + 1}`,
    );
  });
  if (!contact || about?.who === undefined || about.who === 'self') return people;
  const { phone, email, fax, address, name, kana, nickname } = contact;
  if ([phone, email, fax, address, name, kana, nickname].every((one) => one === undefined)) return people;
  const ways = telecom(draft, phone === undefined ? [] : [phone], { email, fax });
  const own = names(name ?? nickname, kana);
  draft.carry('/contact/name', '/contact/kana', '/contact/phone', '/contact/email', '/contact/fax', '/contact/address', '/about/relation');
  if (name === undefined) draft.carry('/contact/nickname');
  people.push(
    draft.add(
      {
        resourceType: 'RelatedPerson',
        patient: subject,
        ...(about.relation !== undefined && { relationship: [{ text: about.relation }] }),
        ...(own.length && { name: own }),
        ...(ways.length && { telecom: ways }),
        ...(address !== undefined && { address: [{ text: address }] }),
      },
      'contact',
    ),
  );
  return people;
}
