import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import { describe, it } from 'node:test';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { parseDirectory } from '@tsunagu/schema';
import { directoryJsonSchema } from '@tsunagu/schema/json-schema';

const schema = directoryJsonSchema();
const validate = new Ajv2020({ strict: true, strictTypes: false, allErrors: true }).compile(schema);
const cities = new URL('../../examples/cities/', import.meta.url);
const files = (await readdir(cities)).filter((file) => file.endsWith('.json'));
const read = async (file: string): Promise<unknown> => JSON.parse(await readFile(new URL(file, cities), 'utf8'));

interface Loose {
  [key: string]: unknown;
}

/** The smallest directory that is valid. */
const small = (): Loose & { windows: Loose[]; municipality: Loose } => ({
  schemaVersion: '1.0',
  updated: '2026-04-01',
  source: 'みほん市 窓口一覧',
  municipality: { code: '131016', name: 'みほん市', mainContact: { name: 'みほん市役所' } },
  windows: [
    { id: 'general', name: '総合相談', acceptsAll: true, phones: [{ number: '03-0000-0000' }], hours: { text: '平日 9:00～17:00' } },
    { id: 'elderly', name: '地域包括支援センター' },
  ],
});

describe('directory JSON Schema', () => {
  it('is 2020-12 and points at nothing outside itself', () => {
    assert.equal(schema.$schema, 'https://json-schema.org/draft/2020-12/schema');
    const text = JSON.stringify({ ...schema, $schema: undefined });
    assert.doesNotMatch(text, /"\$id"|"\$ref":"(?!#)/);
  });

  it('gives every property a Japanese title', () => {
    const untitled: string[] = [];
    const walk = (node: unknown, path: string): void => {
      if (typeof node !== 'object' || node === null) return;
      for (const [name, property] of Object.entries(((node as Loose).properties ?? {}) as Loose))
        if (typeof (property as Loose).title !== 'string' && path !== '/contains') untitled.push(`${path}/${name}`);
      for (const [key, part] of Object.entries(node)) walk(part, key === 'contains' ? '/contains' : `${path}/${key}`);
    };
    walk(schema, '');
    assert.deepEqual(untitled, []);
  });

  for (const file of files) {
    it(`accepts examples/cities/${file}, as parseDirectory does`, async () => {
      const data = await read(file);
      const parsed = parseDirectory(data);
      assert.ok(parsed.success, parsed.success ? '' : parsed.issues.map((issue) => issue.message).join('\n'));
      assert.ok(validate(data), JSON.stringify(validate.errors, null, 1));
    });
  }

  it('accepts the smallest directory and keeps fields of later versions', () => {
    assert.ok(validate(small()), JSON.stringify(validate.errors));
    assert.ok(validate({ ...small(), somethingNew: { deep: [1] } }));
  });

  const mutations: [string, (directory: ReturnType<typeof small>) => unknown][] = [
    ['no windows', (d) => ({ ...d, windows: [] })],
    ['no desk that takes every worry', (d) => (delete d.windows[0]!.acceptsAll, d)],
    ['an empty list of catch-all desks', (d) => ({ ...d, catchAll: [] })],
    ['no municipality', (d) => ({ ...d, municipality: undefined })],
    ['a code without check digit', (d) => ((d.municipality.code = '13101'), d)],
    ['an impossible date', (d) => ({ ...d, updated: '2026-13-01' })],
    ['a name that is a number', (d) => ((d.windows[0]!.name = 5), d)],
    ['a text without Japanese', (d) => ((d.windows[0]!.name = { en: 'Desk' }), d)],
    ['a number without area code', (d) => ((d.windows[0]!.phones = [{ number: '74-1111' }]), d)],
    ['a javascript: address', (d) => ((d.windows[0]!.url = 'javascript:alert(1)'), d)],
    ['an unknown operation', (d) => ((d.windows[0]!.operation = '直営'), d)],
    ['hours without the printed text', (d) => ((d.windows[0]!.hours = { weekly: [] }), d)],
    ['a time past 47:59', (d) => ((d.windows[0]!.hours = { text: 'x', weekly: [{ days: ['mon'], from: '09:00', to: '48:00' }] }), d)],
    ['a list instead of a directory', (d) => [d]],
  ];
  for (const [what, change] of mutations) {
    it(`refuses ${what}, as parseDirectory does`, () => {
      const data: unknown = JSON.parse(JSON.stringify(change(small())));
      assert.equal(parseDirectory(data).success, false);
      assert.equal(validate(data), false);
    });
  }
});
