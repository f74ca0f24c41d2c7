/** What the documents for cities say is what works. */
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { parseDirectory } from '@tsunagu/schema';
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
