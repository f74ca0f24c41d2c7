import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { hashJson } from '@tsunagu/schema/consent';
import { parseConsultation, type Consultation } from '@tsunagu/schema/consultation';
import { referralEventsJsonSchema, referralJsonSchema } from '@tsunagu/schema/json-schema';
import {
  parseReferral,
  parseReferralEvent,
  parseReferralEvents,
  referralFromConsultation,
  type ReferralSheet,
} from '@tsunagu/schema/referral';
import { checkReferral, checkReferralEvent } from '@tsunagu/schema/referral/check';
import * as referrals from '@tsunagu/schema/referral/schemas';
import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { fullest, least, nested, paths, put, today } from './consultation.samples.js';
import { A, B, C, conferenceBasis, consentsOf, days, fullSheet, hours, K, leastSheet, Way } from './referral.samples.js';

const from = { at: hours(0), from: { agency: A }, to: { agency: B }, coordinator: { agency: K }, ref: 'case-7-a' };

/** Every value of a document that is no container, as often as it is there. */
const leaves = (value: unknown): string[] =>
  paths(value)
    .map((path) => path.reduce<unknown>((node, key) => (node as Record<string, unknown>)[key], value))
    .filter((leaf) => typeof leaf !== 'object' || leaf === null)
    .map((leaf) => JSON.stringify(leaf));

/** Those of `all` that `within` does not hold, counting. */
function missing(all: readonly string[], within: readonly string[]): string[] {
  const left = [...within];
  return all.filter((leaf) => {
    const place = left.indexOf(leaf);
    if (place >= 0) left.splice(place, 1);
    return place < 0;
  });
}

describe('a sheet from a consultation', () => {
  it('has every answer in its place', () => {
    const sheet = referralFromConsultation(fullest(), { ...from, number: 'K7MF-3W9X', receivedAt: hours(-3) });
    assert.ok(parseReferral(sheet).success, JSON.stringify(parseReferral(sheet)));
    assert.deepEqual(missing(leaves(fullest()), leaves(sheet)), []);
    const { words, topics, person, household, contact, source } = sheet;
    assert.deepEqual([words, topics, contact], [fullest().words, fullest().topics, fullest().contact]);
    assert.equal(person.name, '葛󠄀城 髙子');
    assert.deepEqual(
      household?.members?.map(({ ref, relation, note }) => [ref, relation, note]),
      [
        ['case-7-a-2', 'child', '仕事で遅い'],
        ['case-7-a-3', 'grandchild', undefined],
      ],
    );
    assert.equal(source?.number, 'K7MF-3W9X');
    const small = referralFromConsultation(least(), from);
    assert.ok(parseReferral(small).success);
    assert.equal(small.household, undefined);
  });

  it('knows who writes of themselves by the name they left; of nobody else', () => {
    const contact = { mode: 'named', name: '見本 太郎', kana: 'みほん たろう', phone: '090-0000-0000', ways: ['phone'] };
    const named = (who: 'self' | 'family', more = {}): ReferralSheet['person'] =>
      referralFromConsultation({ ...least(), about: { who }, contact, ...more } as unknown as Consultation, from).person;
    assert.deepEqual(named('self'), { ref: 'case-7-a', name: '見本 太郎', kana: 'みほん たろう' });
    assert.deepEqual(named('self', { person: { name: '本名 花子' } }).name, '本名 花子');
    assert.deepEqual(named('family'), { ref: 'case-7-a' });
  });

  it('loses nothing, whatever was filled in, also by a newer form', () => {
    let valid = 0;
    const places = paths(fullest()).filter((path) => path.length > 0 && path[0] !== 'schemaVersion');
    const extra = fc.dictionary(
      fc.constantFrom('newer', 'ref', 'sex', 'id', 'to', 'number', 'salt', 'consent', 'more', 'phones'),
      fc.string({ minLength: 1, maxLength: 5 }),
      { maxKeys: 3 },
    );
    fc.assert(
      fc.property(fc.subarray(places, { maxLength: 20 }), extra, extra, extra, (without, top, ofPerson, ofMember) => {
        let answers: unknown = fullest();
        // From the back, so that places in lists stay what they were.
        for (const path of [...without].reverse())
          if (typeof path.at(-1) === 'string') {
            const parent = path.slice(0, -1).reduce<unknown>((node, key) => (node as Record<string, unknown> | undefined)?.[key], answers);
            if (typeof parent === 'object' && parent !== null) answers = put(answers, path, undefined);
          }
        const consultation = answers as Consultation & { person?: { household?: object[] } };
        Object.assign(consultation, Object.fromEntries(Object.entries(top).filter(([key]) => !(key in consultation))));
        if (consultation.person) Object.assign(consultation.person, ofPerson);
        if (consultation.person?.household?.[0]) Object.assign(consultation.person.household[0], ofMember);
        const before = JSON.stringify(consultation);
        const sheet = referralFromConsultation(consultation, from);
        assert.deepEqual(missing(leaves(JSON.parse(before)), leaves(sheet)), []);
        assert.equal(JSON.stringify(consultation), before);
        assert.equal(sheet.person.ref, 'case-7-a');
        if (!parseConsultation(consultation, today).success) return;
        valid++;
        assert.ok(parseReferral(sheet).success, JSON.stringify(parseReferral(sheet)));
      }),
      { numRuns: 2000 },
    );
    assert.ok(valid > 200, String(valid));
  });

  it('is each time another, with a salt of its own', () => {
    const { ref: _ref, ...unnamed } = from;
    const [one, two] = [referralFromConsultation(least(), unnamed), referralFromConsultation(least(), unnamed)];
    assert.notEqual(one.id, two.id);
    assert.notEqual(one.salt, two.salt);
    assert.notEqual(one.person.ref, two.person.ref);
    assert.ok(parseReferral(one).success);
  });
});

describe('parseReferral', () => {
  it('reads the least and the fullest sheet, on each ground', () => {
    const bases: ReferralSheet['basis'][] = [{ kind: 'consent' }, conferenceBasis(), { kind: 'anonymous-advice', summary: '聞きたい' }];
    for (const basis of bases)
      for (const sheet of [leastSheet({ basis }), fullSheet({ basis }), fullSheet({ basis, to: { open: 'coordinator' } })]) {
        const result = parseReferral(sheet);
        assert.ok(result.success, JSON.stringify(result));
        assert.ok(referrals.referral.safeParse(sheet).success);
      }
  });

  it('goes through JSON unchanged, with what a newer version added', async () => {
    const newer = { ...fullSheet(), schemaVersion: '1.7', later: { a: [1] }, person: { ...fullSheet().person, later: '１' } };
    const result = parseReferral(JSON.parse(JSON.stringify(newer)));
    assert.ok(result.success);
    assert.equal(await hashJson(result.data), await hashJson(newer));
    assert.ok(!parseReferral({ ...fullSheet(), schemaVersion: '2.0' }).success);
  });

  const wrong: [string, Partial<Record<keyof ReferralSheet, unknown>>, string][] = [
    ['a receiver that is the sender', { to: { agency: A } }, '#/to/agency'],
    ['a copy to the receiver', { copyTo: [{ agency: B }] }, '#/copyTo/0/agency'],
    ['everybody as a receiver', { to: { agency: 'minna' } }, '#/to/agency'],
    ['two people of one name', { household: { members: [{ ref: 'case-7-a' }] } }, '#/household/members/0/ref'],
    ['a worst worry that is none', { mainTopic: 'housing' }, '#/mainTopic'],
    ['a day that is none', { respondBy: '2026-02-30' }, '#/respondBy'],
    ['no coordinator', { coordinator: undefined }, '#/coordinator'],
    ['no salt', { salt: undefined }, '#/salt'],
    [
      'a 支援会議 without reason',
      { basis: { ...conferenceBasis(), grounds: { why: [], reason: '', consent: 'given' } } },
      '#/basis/grounds/why',
    ],
    ['a consent that says who', { basis: { kind: 'everything' } }, '#/basis'],
    ['a control character', { words: 'あ\0' }, '#/words'],
    ['too long a text', { situation: 'あ'.repeat(20_001) }, '#/situation'],
    ['a number for text', { wishes: 3 }, '#/wishes'],
  ];
  for (const [name, change, pointer] of wrong)
    it(`says in Japanese what is wrong with ${name}`, () => {
      const result = parseReferral(JSON.parse(JSON.stringify({ ...leastSheet(), ...change })));
      assert.ok(!result.success);
      assert.ok(result.issues[0]!.pointer.startsWith(pointer), JSON.stringify(result.issues[0]));
      assert.match(result.issues[0]!.message, /[ぁ-ん]。$/);
      assert.doesNotMatch(result.issues[0]!.message, /case-7-a|あああ/);
    });

  it('never throws, whatever comes', () => {
    const loop: Record<string, unknown> = { ...leastSheet() };
    loop.loop = loop;
    const trap = { ...leastSheet(), get words() { throw new Error('trap'); } }; // prettier-ignore
    const hostile = [null, undefined, 3, 'x', [], loop, trap, nested(5000), JSON.parse('{"__proto__":{"salt":"x"}}'), Symbol('x')];
    for (const value of hostile) {
      assert.equal(parseReferral(value).success, false);
      assert.equal(parseReferralEvent(value).success, false);
      if (!Array.isArray(value) || value.length) assert.equal(parseReferralEvents(value).success, false);
    }
    fc.assert(
      fc.property(fc.anything(), (value) => {
        assert.equal(parseReferral(value).success, false);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('the JSON Schema of a referral', () => {
  const compile = (schema: object) =>
    new Ajv2020({ strict: true, strictTypes: false, strictRequired: false, allErrors: true }).compile(schema);
  const schemas = { sheet: referralJsonSchema(), events: referralEventsJsonSchema() };
  const validate = { sheet: compile(schemas.sheet), events: compile(schemas.events) };

  for (const [name, schema] of Object.entries(schemas))
    it(`(${name}) points at nothing outside itself and gives every property a Japanese title`, () => {
      assert.doesNotMatch(JSON.stringify({ ...schema, $schema: undefined }), /"\$id"|"\$ref":"(?!#)/);
      const untitled: string[] = [];
      const walk = (node: unknown, path: string): void => {
        if (typeof node !== 'object' || node === null) return;
        for (const [key, property] of Object.entries((node as { properties?: object }).properties ?? {}))
          if (!/[ぁ-んァ-ヶ一-龥]/.test(String((property as { title?: string }).title))) untitled.push(`${path}/${key}`);
        for (const [key, part] of Object.entries(node)) walk(part, `${path}/${key}`);
      };
      walk(schema, '');
      assert.deepEqual(untitled, []);
    });

  it('agrees with zod and with the light checker on a sheet with any one wrong value', () => {
    let refused = 0;
    const values = fc.oneof(
      fc.jsonValue({ maxDepth: 1 }),
      fc.constantFrom<unknown>('x', '', [], '1.3', 5, undefined, 'consent', 'given', true),
    );
    for (const sheet of [fullSheet(), fullSheet({ basis: conferenceBasis() })])
      fc.assert(
        fc.property(fc.constantFrom(...paths(sheet)), values, (path, value) => {
          const changed = put(sheet, path, value);
          const light = checkReferral(changed).length === 0;
          assert.equal(light, referrals.referral.safeParse(changed).success, JSON.stringify([path, value]));
          if (light) assert.ok(validate.sheet(JSON.parse(JSON.stringify(changed))), JSON.stringify(validate.sheet.errors));
          else refused++;
        }),
        { numRuns: 1500 },
      );
    assert.ok(refused > 800, String(refused));
  });

  it('agrees on a record with any one wrong value', async () => {
    const way = new Way(fullSheet(), await consentsOf());
    await way.do(A, { type: 'send', text: 'お願いします', toPerson: '電話します' });
    await way.do(B, { type: 'pass-on', to: { agency: C }, reason: 'full' });
    await way.do(C, { type: 'pass-on', to: { agency: A }, reason: 'area' });
    await way.at(20).do('clock', { type: 'mark-overdue' });
    await way.do(K, { type: 'accept', firstContactBy: days(21).slice(0, 10) });
    await way.do(K, { type: 'contact', on: days(20).slice(0, 10), reached: true });
    await way.do(K, { type: 'report', outcome: 'supported' });
    await way.do(A, { type: 'cancel', reason: 'solved' });
    assert.ok(validate.events(JSON.parse(JSON.stringify(way.events))), JSON.stringify(validate.events.errors));
    assert.ok(referrals.events.safeParse(way.events).success);
    const places = way.events.flatMap((event, index) => paths(event).map((path) => ({ index, path })));
    fc.assert(
      fc.property(
        fc.constantFrom(...places),
        fc.oneof(fc.jsonValue({ maxDepth: 1 }), fc.constantFrom<unknown>('x', [], 5, undefined, 'full')),
        ({ index, path }, value) => {
          const changed = put(way.events[index], path, value);
          const light = checkReferralEvent(changed).length === 0;
          const alone = referrals.events.safeParse([changed]);
          // Alone it is no record: what is asked here is its own shape and rules.
          const own = !alone.success && alone.error.issues.every(({ message }) => message === 'format: the number 0');
          assert.equal(light, alone.success || own, JSON.stringify([changed, alone.error?.issues]));
          if (light) assert.ok(validate.events([JSON.parse(JSON.stringify(changed))]), JSON.stringify(validate.events.errors));
        },
      ),
      { numRuns: 1500 },
    );
  });
});
