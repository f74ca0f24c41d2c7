/** What the documents for cities say is what works. */
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { parseDirectory } from '@tsunagu/schema';
import { fieldNames } from '@tsunagu/schema/consultation';
import { analyze, elementsIn } from '../../scripts/manifest.mjs';
import { openState } from '@tsunagu/schema/open-state';

const root = new URL('../../', import.meta.url);
const read = (path: string): string => readFileSync(new URL(path, root), 'utf8');
const blocks = (text: string, language: string): string[] =>
  [...text.matchAll(new RegExp(`\`\`\`${language}\\n(.*?)\`\`\``, 'gs'))].map(([, code]) => code!);
interface Described {
  attributes: { name: string }[];
  slots: { name: string }[];
}

const documents = ['README.md', 'README.ja.md', 'docs/embedding.md', 'docs/privacy.md'];

describe('docs/embedding.md', () => {
  it('shows a smallest directory file that is valid, and whose hours are understood', () => {
    const [example] = blocks(read('docs/embedding.md'), 'json');
    const result = parseDirectory(JSON.parse(example!));
    assert.ok(result.success, JSON.stringify(result));
    const [first, second] = result.data.windows;
    assert.equal(openState(first!, new Date('2026-11-24T10:00:00+09:00')).state, 'open');
    assert.equal(openState(first!, new Date('2026-11-23T10:00:00+09:00')).state, 'closed');
    assert.equal(openState(second!, new Date('2026-11-24T10:00:00+09:00')).state, 'unknown');
  });

  it('names only attributes and slots that the element has', async () => {
    const [finder] = elementsIn(await analyze('packages/window-finder')) as unknown as Described[];
    const attributes = finder!.attributes.map(({ name }) => name);
    const text = read('docs/embedding.md');
    const named = [...text.matchAll(/^\| `([a-z-]+)` \|/gm)].map(([, name]) => name!);
    assert.ok(named.length >= 10);
    for (const name of [...named, 'area-code', 'city-name', 'catch-all']) assert.ok(attributes.includes(name), name);
    const slots = finder!.slots.map(({ name }) => name);
    for (const name of ['heading', 'intro', 'empty', 'footer']) assert.ok(slots.includes(name), name);
  });

  const formPart = read('docs/embedding.md')
    .split(/^## 5\. /m)[1]!
    .split(/^## 6\. /m)[0]!;

  it('names only attributes, slots, events and methods that the form has, and tells of each attribute', async () => {
    const [form] = elementsIn(await analyze('packages/consultation-form')) as unknown as (Described & {
      events: { name: string }[];
      members: { name: string; kind: string }[];
    })[];
    const attributes = form!.attributes.map(({ name }) => name);
    // The first column of the table: `action="/api/consultations"`, `name="soudan"`、`required`.
    const rows = formPart.split('\n').filter((row) => row.startsWith('| `'));
    const named = rows.flatMap((row) => [...row.split('|')[1]!.matchAll(/`([a-z-]+)/g)].map(([, name]) => name!));
    assert.ok(named.length >= 12, named.join());
    assert.deepEqual(
      named.filter((name) => !attributes.includes(name)),
      [],
    );
    assert.deepEqual(
      attributes.filter((name) => !named.includes(name)),
      [],
      'attributes that the table does not tell of',
    );
    const written = blocks(formPart, 'html').flatMap((code) =>
      [...code.matchAll(/<tsunagu-consultation-form([^>]*)>/g)].flatMap(([, tag]) =>
        [...tag!.matchAll(/(?<= )[a-z-]+(?=[=\s>]|$)/g)].map(String),
      ),
    );
    assert.ok(written.length >= 6, written.join());
    for (const name of written) assert.ok(attributes.includes(name), name);
    const slots = form!.slots.map(({ name }) => name);
    const slotsNamed = [...formPart.matchAll(/slot="([a-z-]+)"/g)].map(([, name]) => name!);
    for (const name of [...slotsNamed, 'heading', 'contact', 'footer']) assert.ok(slots.includes(name), name);
    const events = form!.events.map(({ name }) => name);
    for (const [name] of formPart.matchAll(/tsunagu-consultation-(?!form\b)[a-z]+/g)) assert.ok(events.includes(name), name);
    const methods = form!.members.filter(({ kind }) => kind === 'method').map(({ name }) => name);
    for (const [, name] of formPart.matchAll(/form\.(show\w+)\(/g)) assert.ok(methods.includes(name!), name);
  });

  it('gives the fields of a plain form names that arrive', () => {
    const fields = blocks(formPart, 'html').flatMap((code) =>
      [...code.matchAll(/<(?:input|textarea|select)[^>]*? name="([^"]+)"/g)].map(([, name]) => name!),
    );
    assert.ok(fields.includes('words') && fields.includes('contact.phone'));
    // The receiver's own trap for machines is no answer.
    for (const name of fields.filter((each) => each !== 'website')) assert.ok(fieldNames.includes(name), name);
    const spoken = [...formPart.matchAll(/`((?:contact|person|about|needs|window)\.[\w.]+)`/g)].map(([, name]) => name!);
    for (const name of spoken) assert.ok(fieldNames.includes(name), name);
  });
});

for (const path of documents)
  describe(path, () => {
    const text = read(path).replace(/```.*?```|`[^`\n]*`/gs, '');

    it('points to files that exist', () => {
      const base = new URL(path, root);
      for (const [, link] of text.matchAll(/(?:\]\(|src=")(?!https?:|#|\/)([^)"#]+)/g)) assert.ok(existsSync(new URL(link!, base)), link);
    });

    it('names npm scripts that exist', () => {
      const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
      for (const [, name] of read(path).matchAll(/npm run ([\w:-]+)/g)) assert.ok(scripts[name!], name);
    });
  });
