import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { consultationFromFields, fieldNames, parseConsultation } from '@tsunagu/schema/consultation';
import fc from 'fast-check';
import { fullest, today } from './consultation.samples.js';

const from = (query: string): Record<string, unknown> => consultationFromFields(new URLSearchParams(query));
const head = { schemaVersion: '1.0', language: 'ja' };

describe('the fields of a plain form', () => {
  it('make a consultation', () => {
    const entries: [string, string][] = [
      ['csrf_token', 'abc'],
      ['website', ''],
      ['about.who', 'family'],
      ['about.relation', ' 母 '],
      ['topics', 'care'],
      ['topics', 'income'],
      ['mainTopic', 'care/dementia'],
      ['words', '夜に\r\n出ていきます\0'],
      ['since', ''],
      ['contact.nickname', 'はなこ'],
      ['contact.phone', '０７４３ー７４ー１１１１'],
      ['contact.safeCall.times', 'morning'],
      ['contact.safeCall.times', 'noon'],
      ['person.kana', 'ヤマダ　ハナコ'],
      ['person.birthDate', '昭和16年2月28日'],
      ['person.household.3.relation', 'child'],
      ['person.household.3.age', '５８歳'],
      ['person.household.0.relation', 'spouse'],
      ['window.id', 'general'],
    ];
    const consultation = consultationFromFields(entries);
    assert.deepEqual(consultation, {
      ...head,
      about: { who: 'family', relation: '母' },
      topics: ['care', 'income', 'care/dementia'],
      mainTopic: 'care/dementia',
      words: '夜に\n出ていきます',
      contact: { nickname: 'はなこ', phone: '0743-74-1111', safeCall: { times: ['morning', 'noon'] }, ways: ['phone'], mode: 'nickname' },
      person: { kana: 'やまだ はなこ', birthDate: '1941-02-28', household: [{ relation: 'spouse' }, { relation: 'child', age: 58 }] },
      window: { id: 'general' },
    });
    assert.ok(parseConsultation(consultation, today).success);
  });

  it('leave what was not understood as it was typed, for the door to say where', () => {
    const result = parseConsultation(from('topics=care&contact.phone=74-1111&contact.ways=phone'), today);
    assert.deepEqual(result.success ? [] : result.issues.map(({ pointer, code }) => `${pointer} ${code}`), ['#/contact/phone format']);
  });

  it('take the way that was chosen at its word', () => {
    assert.deepEqual(from('words=x&contact.ways=email&contact.phone=0743-74-1111&contact.email=a@b.jp').contact, {
      ways: ['email'],
      phone: '0743-74-1111',
      email: 'a@b.jp',
      mode: 'nickname',
    });
    assert.deepEqual(from('words=x&contact.email=a@b.jp&person.name=山田').contact, { email: 'a@b.jp', ways: ['email'], mode: 'named' });
    assert.deepEqual(from('words=x&contact.ways=receipt').contact, { ways: ['receipt'], mode: 'anonymous' });
    assert.equal(from('words=x').contact, undefined);
    const phoneless = parseConsultation(from('words=x&contact.mode=named&contact.ways=phone'));
    assert.deepEqual(phoneless.success ? [] : phoneless.issues.map(({ pointer }) => pointer), ['#/contact/phone']);
  });

  it('leave out what is empty, and say what is missing', () => {
    assert.deepEqual(from('about.who=&topics=&words=%20%0D%0A&contact.phone='), head);
    assert.ok(!parseConsultation(from('')).success);
  });

  it('cover every field of the schema', () => {
    const leaves = (value: unknown, path = ''): string[] =>
      typeof value === 'object' && value !== null && !(Array.isArray(value) && typeof value[0] !== 'object')
        ? Object.entries(value).flatMap(([key, child]) => leaves(child, path ? `${path}.${key}` : key))
        : [path];
    const known = new Set(leaves(fullest()).map((path) => path.replace(/household\.\d/, 'household.0')));
    known.delete('schemaVersion');
    assert.deepEqual([...fieldNames].sort(), [...known].sort());
  });

  it('bring a whole consultation back', () => {
    const entries = (value: unknown, path = ''): [string, string][] =>
      typeof value !== 'object' || value === null
        ? [[path, String(value)]]
        : Object.entries(value).flatMap(([key, child]) =>
            entries(child, Array.isArray(value) && typeof child !== 'object' ? path : path ? `${path}.${key}` : key),
          );
    assert.deepEqual(consultationFromFields(entries(fullest())), fullest());
  });

  it('never throw and never pollute', () => {
    const names = fc.oneof(
      fc.constantFrom(
        ...fieldNames,
        '__proto__',
        'constructor.prototype.x',
        'contact.__proto__.x',
        'person.household.0.__proto__',
        'person.household.999999.age',
        'person.household',
        'topics[]',
        'contact',
      ),
      fc.string(),
    );
    fc.assert(
      fc.property(
        fc.array(
          fc.tuple(
            names,
            fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('x', 'care', '1', '090-1234-5678'), fc.constant(new Uint8Array(1))),
          ),
          { maxLength: 40 },
        ),
        (entries) => {
          const consultation = consultationFromFields(entries);
          parseConsultation(consultation, today);
          assert.equal(({} as Record<string, unknown>).x, undefined);
          assert.equal(Object.getPrototypeOf(consultation), Object.prototype);
        },
      ),
      { numRuns: 800 },
    );
  });
});
