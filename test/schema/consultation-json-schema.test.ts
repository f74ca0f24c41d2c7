import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { parseConsultation } from '@tsunagu/schema/consultation';
import * as schemas from '@tsunagu/schema/consultation/schemas';
import { consultationJsonSchema } from '@tsunagu/schema/json-schema';
import fc from 'fast-check';
import { fullest, least, paths, put, today } from './consultation.samples.js';

const schema = consultationJsonSchema();
const validate = new Ajv2020({ strict: true, strictTypes: false, strictRequired: false, allErrors: true }).compile(schema);

interface Loose {
  [key: string]: unknown;
}

describe('consultation JSON Schema', () => {
  it('is 2020-12 and points at nothing outside itself', () => {
    assert.equal(schema.$schema, 'https://json-schema.org/draft/2020-12/schema');
    assert.doesNotMatch(JSON.stringify({ ...schema, $schema: undefined }), /"\$id"|"\$ref":"(?!#)/);
  });

  it('gives every property a Japanese title', () => {
    const untitled: string[] = [];
    const walk = (node: unknown, path: string): void => {
      if (typeof node !== 'object' || node === null) return;
      for (const [name, property] of Object.entries(((node as Loose).properties ?? {}) as Loose))
        if (!/[ぁ-んァ-ヶ一-龥]/.test(String((property as Loose).title))) untitled.push(`${path}/${name}`);
      // Rules (`anyOf`, `if`) name properties again, and say nothing of them to people.
      for (const [key, part] of Object.entries(node)) if (!['anyOf', 'allOf'].includes(key)) walk(part, `${path}/${key}`);
    };
    walk(schema, '');
    assert.deepEqual(untitled, []);
  });

  it('accepts what the door accepts', () => {
    const good: unknown[] = [
      least(),
      fullest(),
      { ...least(), schemaVersion: '1.12', later: { deep: [1] } },
      { schemaVersion: '1.0', language: 'en', words: 'Help' },
      { ...least(), topics: [], words: '😢' },
      { ...least(), contact: { mode: 'anonymous', ways: ['phone'] } },
      { ...least(), contact: { mode: 'named', ways: ['visit', 'receipt'] } },
    ];
    for (const value of good) {
      assert.ok(parseConsultation(value, today).success);
      assert.ok(validate(value), JSON.stringify(validate.errors));
    }
  });

  const bad: [string, unknown][] = [
    ['nothing said', { schemaVersion: '1.0', language: 'ja' }],
    ['an empty list of topics', { ...least(), topics: [] }],
    ['blank words', { schemaVersion: '1.0', language: 'ja', words: ' 　\n' }],
    ['another major version', { ...least(), schemaVersion: '2.0' }],
    ['no language', { ...least(), language: undefined }],
    ['an unknown person', put(fullest(), ['about', 'who'], 'me')],
    ['a phone way without number', { ...least(), contact: { mode: 'named', ways: ['phone'] } }],
    ['a letter without address', { ...least(), contact: { mode: 'nickname', ways: ['receipt', 'letter'] } }],
    ['a phone number in words', put(fullest(), ['contact', 'phone'], '市役所')],
    ['an e-mail address without @', put(fullest(), ['contact', 'email'], 'taro')],
    ['NUL in the words', put(fullest(), ['words'], 'a\0b')],
    ['half an emoji', put(fullest(), ['words'], '\ud83d')],
    ['a name in two lines', put(fullest(), ['person', 'name'], 'a\nb')],
    ['an age of 131', put(fullest(), ['person', 'household', 0, 'age'], 131)],
    ['an age of one and a half', put(fullest(), ['person', 'household', 0, 'age'], 1.5)],
    ['too many topics', { ...least(), topics: Array(21).fill('care') }],
    ['too many words', { ...least(), words: 'あ'.repeat(5001) }],
    ['a list', [least()]],
  ];
  for (const [what, value] of bad) {
    it(`refuses ${what}, as the door does`, () => {
      const data: unknown = JSON.parse(JSON.stringify(value));
      assert.equal(parseConsultation(data, today).success, false);
      assert.equal(validate(data), false);
    });
  }

  it('judges any one wrong value as zod does', () => {
    const samples = [least(), fullest()];
    const places = samples.flatMap((sample, index) => paths(sample).map((path) => ({ index, path })));
    /** What no JSON Schema can say. */
    const beyond = (value: unknown): boolean => {
      const { topics, mainTopic, person } = value as { topics?: unknown; mainTopic?: unknown; person?: { birthDate?: unknown } };
      return (
        (mainTopic !== undefined && !(Array.isArray(topics) && topics.includes(mainTopic))) ||
        (typeof person?.birthDate === 'string' && person.birthDate !== '1941-02-28')
      );
    };
    fc.assert(
      fc.property(
        fc.constantFrom(...places),
        fc.oneof(fc.jsonValue({ maxDepth: 2 }), fc.constantFrom<unknown>('x', '', 'care', 'phone', 'a\0', [], ['care'], '1.3', 5)),
        ({ index, path }, wrong) => {
          const value = put(samples[index], path, wrong);
          const zod = schemas.consultation.safeParse(value).success;
          if (zod) assert.ok(validate(value), JSON.stringify(validate.errors));
          else if (typeof value === 'object' && value !== null && !beyond(value))
            assert.equal(validate(value), false, JSON.stringify(value));
        },
      ),
      { numRuns: 3000 },
    );
  });
});
