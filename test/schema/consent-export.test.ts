import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { consentState, type ConsentEvent } from '@tsunagu/schema/consent';
import { consentToDpv, type DpvContext, type LdNode } from '@tsunagu/schema/export/dpv';
import { consentToFhirR4, consentToFhirR5, type FhirContext, type FhirNode } from '@tsunagu/schema/export/fhir-consent';
import fc from 'fast-check';
import { history, moment } from './consent.histories.js';
import { fhirFaults } from './fhir/validate.js';
import { givenStory, noticeText, spoken, Story } from './consent.samples.js';

const no = { by: 'self', how: 'oral', language: 'ja' };
const later = '2026-12-24T01:00:00.000Z';
const party = (name: string) => ({ name, address: '奈良県生駒市東新町8-38', phone: '0743-74-1111' });
const dpv: DpvContext = {
  base: 'https://city.example/consent',
  controller: party('見本市'),
  agencies: Object.fromEntries(['chiiki-houkatsu', 'school', 'hospital'].map((id) => [id, party(id)])),
  retention: 'P5Y',
};
const fhir: FhirContext = { base: 'https://city.example/consent', custodian: '見本市', labels: { school: '見本小学校' } };

/** Every value under `key`, wherever it is. */
function all(node: unknown, key: string): unknown[] {
  if (Array.isArray(node)) return node.flatMap((one) => all(one, key));
  if (typeof node !== 'object' || node === null) return [];
  return Object.entries(node).flatMap(([name, value]) => [...(name === key ? [value] : []), ...all(value, key)]);
}
const list = (value: unknown): LdNode[] => (Array.isArray(value) ? value : value === undefined ? [] : [value]) as LdNode[];
const given = (events: readonly ConsentEvent[], at: string): string[] =>
  consentState(events, at)
    .cells.filter(({ state }) => state === 'given')
    .map(({ purpose, agency, item }) => `${purpose} ${agency} ${item}`)
    .sort();

describe('export to DPV (ISO/IEC TS 27560)', () => {
  const last = (id: unknown): string =>
    decodeURIComponent(
      String((id as LdNode)['@id'])
        .split('/')
        .at(-1)!,
    );
  const told = (document: LdNode): string[] =>
    list(document['dpv:hasProcess'])
      .flatMap((process) =>
        list(process['dpv:hasPersonalData']).map(
          (data) => `${last(process['dpv:hasPurpose'])} ${last(process['dpv:hasRecipient'])} ${last(data)}`,
        ),
      )
      .sort();

  it('carries every mandatory field', async () => {
    const { events } = await givenStory({ period: { until: 'date', date: '2027-03-31' } });
    const { document } = consentToDpv(events, later, dpv);
    // The fields that 27560 makes mandatory, as the guide names them.
    for (const field of [
      'dct:conformsTo',
      'dct:identifier',
      'dpv:hasDataSubject',
      'dpv:hasNotice',
      'dpv:hasProcess',
      'dpv:hasDataController',
      'dpv:hasJurisdiction',
      'dpv:hasConsentControl',
      'dpv:hasConsentStatus',
      'dpv:hasEntity',
    ])
      assert.ok(list(document[field]).length, field);
    for (const notice of list(document['dpv:hasNotice'])) assert.ok(notice['@id'] && notice['dct:language']);
    for (const process of list(document['dpv:hasProcess'])) {
      for (const field of [
        'dpv:hasPurpose',
        'dpv:hasPersonalData',
        'dpv:hasDataController',
        'dpv:hasRecipient',
        'dpv:hasStorageCondition',
        'dpv:hasJurisdiction',
        'dpv:hasLegalBasis',
      ])
        assert.ok(list(process[field]).length, field);
      assert.equal(all(process, 'dpv:hasLocation').length, 1);
      assert.deepEqual(all(process, 'dpv:hasDuration'), ['P5Y']);
    }
    for (const entity of list(document['dpv:hasEntity']))
      for (const field of ['@id', '@type', 'dpv:hasName', 'dpv:hasIdentifier', 'dpv:hasAddress', 'schema:contactPoint'])
        assert.ok(entity[field], field);
    for (const status of list(document['dpv:hasConsentStatus']))
      for (const field of ['@type', 'dpv:isIndicatedAtTime', 'dpv:hasDuration', 'dpv:isIndicatedBy']) assert.ok(status[field], field);
    assert.deepEqual(all(document['dpv:hasConsentStatus'], 'rdf:value').at(-1), {
      '@type': 'xsd:dateTime',
      '@value': '2027-03-31T23:59:59+09:00',
    });
  });

  it('is JSON-LD whose every prefix is declared and whose every reference leads somewhere', async () => {
    const { events } = await givenStory();
    const { document } = consentToDpv(events, later, dpv);
    const context = document['@context'] as Record<string, string>;
    const json = JSON.parse(JSON.stringify(document)) as LdNode;
    const defined = new Set(
      [json, ...all(json, 'dpv:hasEntity').flat(), ...all(json, 'dpv:hasNotice').flat()].map((node) => (node as LdNode)['@id']),
    );
    const names: string[] = [];
    const walk = (node: unknown): void => {
      if (Array.isArray(node)) return node.forEach(walk);
      if (typeof node !== 'object' || node === null) return;
      for (const [key, value] of Object.entries(node)) {
        if (key === '@context') continue;
        if (!key.startsWith('@')) names.push(key);
        if (key === '@type') names.push(...[value as string | string[]].flat());
        if (key === '@id' && !String(value).startsWith('https://')) names.push(String(value));
        if (['dpv:hasRecipient', 'dpv:hasDataController'].includes(key))
          assert.ok(defined.has((value as LdNode)['@id']), JSON.stringify(value));
        walk(value);
      }
    };
    walk(json);
    assert.ok(names.length > 50);
    for (const name of names) assert.ok(context[name.split(':')[0]!], name);
  });

  it('never says more than the record, for any history', () => {
    fc.assert(
      fc.property(history, moment, (events, at) => {
        const state = consentState(events, at);
        const { document } = consentToDpv(events, at, dpv);
        const last = list(document['dpv:hasConsentStatus']).at(-1)!['@type'] as string[];
        if (state.valid) assert.deepEqual(told(document), given(events, at));
        // Where nothing stands, the last state is one that allows nothing.
        else if (!events.length || state.status === 'expired' || state.status === 'unknown')
          assert.match(String(last[0]), /Expired|Unknown/);
      }),
      { numRuns: 1500 },
    );
  });

  it('says what it could not carry, and makes nothing up', async () => {
    const story = await new Story().ask();
    await story.giveSome((_purpose, agency) => (agency === 'school' ? 'refused' : 'given'));
    await story.add({ type: 'withdrawn', expressed: no, scope: { item: 'health' }, reAskAfter: 'never' });
    const { document, losses } = consentToDpv(story.events, later, {
      base: dpv.base,
      controller: { name: '見本市', address: '見本' },
      agencies: {},
    });
    const whats = new Set(losses.map(({ what }) => what));
    for (const what of [
      'party',
      'party-contact',
      'retention',
      'chain',
      'cell',
      'partly-given',
      'withdrawal-scope',
      're-ask-after',
      'witness',
      'explained-by',
    ])
      assert.ok(whats.has(what), what);
    for (const { message } of losses) assert.match(message, /[ぁ-ん].*。$/);
    assert.equal(all(document, 'dpv:hasName').length, 1);
    assert.ok(!JSON.stringify(document).includes('undefined'));
  });

  it('shares nothing of a broken record, and is not led astray by ids', async () => {
    const { events } = await givenStory();
    assert.deepEqual(consentToDpv(events.slice(1), later, dpv).document['dpv:hasProcess'], []);
    const odd = await givenStory({ agencies: ['constructor'], items: ['constructor', 'tostring'], purposes: ['valueof'] });
    assert.doesNotMatch(JSON.stringify(consentToDpv(odd.events, later, dpv)), /native code|\{\}/);
  });
});

describe('export to FHIR Consent', () => {
  const exporters = { R4: consentToFhirR4, R5: consentToFhirR5 };
  type Version = keyof typeof exporters;
  /**
   * Elements of the resource and its parts, transcribed from the published pages (R4 4.0.1, R5 5.0.0): name → how many, at least and at most; and
   * the value set consent-state-codes. HL7's JSON Schema leaves open which of them are lists.
   */
  const elements = {
    R4: {
      resource: {
        resourceType: '1',
        extension: '*',
        identifier: '*',
        status: '1',
        scope: '1',
        category: '+',
        patient: '?',
        dateTime: '?',
        performer: '*',
        organization: '*',
        sourceAttachment: '?',
        policyRule: '?',
        provision: '?',
      },
      provision: { type: '?', period: '?', actor: '*', action: '*', purpose: '*', code: '*', provision: '*' },
      status: ['draft', 'proposed', 'active', 'rejected', 'inactive', 'entered-in-error'],
    },
    R5: {
      resource: {
        resourceType: '1',
        extension: '*',
        identifier: '*',
        status: '1',
        category: '*',
        subject: '?',
        date: '?',
        grantor: '*',
        grantee: '*',
        controller: '*',
        sourceAttachment: '*',
        decision: '?',
        provision: '*',
      },
      provision: { period: '?', actor: '*', action: '*', purpose: '*', code: '*', provision: '*' },
      status: ['draft', 'active', 'inactive', 'not-done', 'entered-in-error', 'unknown'],
    },
  } as const;

  function checkShape(node: FhirNode, shape: Readonly<Record<string, string>>): void {
    for (const key of Object.keys(node)) assert.ok(shape[key], `no element ${key}`);
    for (const [key, count] of Object.entries(shape)) {
      const value = node[key];
      if (value === undefined) assert.ok(count === '?' || count === '*', `${key} is missing`);
      else if (count === '*' || count === '+') assert.ok(Array.isArray(value) && value.length > 0, `${key} is a list that is not empty`);
      else assert.ok(!Array.isArray(value), `${key} is one`);
    }
  }
  function checkResource(resource: FhirNode, version: Version): void {
    assert.deepEqual(fhirFaults(version, resource), []);
    const { resource: shape, provision, status } = elements[version];
    checkShape(resource, shape);
    assert.ok((status as readonly unknown[]).includes(resource.status), String(resource.status));
    for (const root of [resource.provision ?? []].flat() as FhirNode[]) {
      checkShape(root, provision);
      for (const nested of (root.provision ?? []) as FhirNode[]) checkShape(nested, provision);
    }
    for (const reference of [...all(resource, 'reference'), resource.patient ?? resource.subject] as FhirNode[]) {
      assert.ok(reference.type);
      assert.match(String((reference.identifier as FhirNode).system), /^https:/);
    }
    for (const { start, end } of all(resource, 'period') as { start: string; end?: string }[]) {
      assert.match(start, /^\d{4}-\d\d-\d\dT.*Z$/);
      if (end !== undefined) assert.match(end, /^\d{4}-\d\d-\d\d$/);
    }
  }
  /** The cells a resource permits. */
  function permitted(resource: FhirNode, version: Version): string[] {
    const rules = (version === 'R4' ? ((resource.provision as FhirNode).provision ?? []) : (resource.provision ?? [])) as FhirNode[];
    return rules
      .filter(({ type }) => version === 'R5' || type === 'permit')
      .flatMap(({ purpose, actor, code }) =>
        (code as { coding: { code: string }[] }[]).map(
          ({ coding }) =>
            `${(purpose as { code: string }[])[0]!.code} ${(actor as { reference: { identifier: { value: string } } }[])[0]!.reference.identifier.value} ${coding[0]!.code}`,
        ),
      )
      .sort();
  }

  for (const version of ['R4', 'R5'] as const) {
    it(`has the elements of ${version} and permits exactly what is given, for any history`, () => {
      const found = new Set<unknown>();
      fc.assert(
        fc.property(history, moment, (events, at) => {
          const { resource, losses } = exporters[version](events, at, fhir);
          found.add(resource.status);
          checkResource(resource, version);
          assert.deepEqual(permitted(resource, version), given(events, at));
          if (version === 'R4') assert.equal((resource.provision as FhirNode).type, 'deny');
          else assert.equal(resource.decision, 'deny');
          assert.ok(losses.length);
        }),
        { numRuns: 1500 },
      );
      assert.ok(found.size >= 4);
    });

    it(`carries notice, witness, who spoke and when in ${version}`, async () => {
      const story = await new Story().ask();
      await story.giveSome((_purpose, agency) => (agency === 'school' ? 'refused' : 'given'));
      const { resource, losses } = exporters[version](story.events, later, fhir);
      const [attachment] = [resource.sourceAttachment].flat() as { data: string; language: string }[];
      assert.equal(Buffer.from(attachment!.data, 'base64').toString('utf8'), noticeText);
      assert.match(JSON.stringify(resource.extension), /consent-Witness.*立会 次郎/);
      assert.equal(resource.status, 'active');
      assert.equal(resource.dateTime ?? resource.date, version === 'R4' ? story.events[1]!.at : '2026-11-25');
      assert.equal(JSON.stringify(resource).includes('見本小学校'), version === 'R4');
      const whats = losses.map(({ what }) => what);
      for (const what of ['history', 'chain', 'notice-hash', 'explained-by', 'method', 'ends-with', 'withdrawal-ways'])
        assert.ok(whats.includes(what), what);
      assert.equal(whats.includes('cell'), version === 'R5');
      for (const { message } of losses) assert.match(message, /[ぁ-ん].*。$/);
    });

    it(`names a guardian as who agreed in ${version}`, async () => {
      const story = await new Story().ask();
      await story.add({ type: 'refused', expressed: { ...spoken, by: 'adult-guardian', name: '後見 三郎', authority: '登記事項証明書' } });
      const { resource } = exporters[version](story.events, later, fhir);
      assert.deepEqual(resource.performer ?? resource.grantor, [{ type: 'RelatedPerson', display: '後見 三郎（成年後見人）' }]);
      assert.equal(resource.status, version === 'R4' ? 'rejected' : 'active');
    });

    it(`is held against HL7’s schema of ${version}, which finds what is wrong`, async () => {
      const { events } = await givenStory();
      const { resource } = exporters[version](events, later, fhir);
      const rule = { allowed: true };
      assert.notDeepEqual(fhirFaults(version, { ...resource, consented: true }), []);
      assert.notDeepEqual(fhirFaults(version, { ...resource, provision: version === 'R4' ? rule : [rule] }), []);
    });

    it(`permits nothing from a broken record in ${version}`, async () => {
      const { events } = await givenStory();
      const { resource } = exporters[version](events.slice(1), later, fhir);
      assert.deepEqual(permitted(resource, version), []);
      checkResource(resource, version);
    });
  }
});
