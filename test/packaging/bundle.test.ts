/** The bundle a page loads: its weight, what must never be in it, and that its parts fit together. */
import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { transform } from 'esbuild';
import type { OutputChunk } from 'rollup';
import { brotliSize, buildChunks, chunksOf, chunksWith } from '../../scripts/bundling/measure.mjs';
import { ceilings, lazyCeiling, moments } from './ceilings.js';

/** Hosts that may be named in script text: XML namespaces, which nothing fetches. */
const namespaceHosts = new Set(['www.w3.org', 'schemas.openxmlformats.org', 'schemas.microsoft.com']);
/** Hosts the data of national lines points to: links a resident may follow, never requests. In FHIR a host is part of a code system's name. */
const dataModules = /packages\/schema\/src\/(lines|vocabulary|referral\/export\/fhir)/;

/** Keeping drafts, and wiping them when leaving. */
const draftModules = /packages\/consultation-form\/src\/(draft|device-draft|exit)\.ts$|node_modules\/idb-keyval\//;

describe('bundle', () => {
  let chunks: OutputChunk[];
  before(async () => {
    chunks = await buildChunks();
  });

  it('weighs no more than its ceilings', (context) => {
    for (const [entry, ceiling] of Object.entries(ceilings)) {
      const { atOnce, later } = chunksOf(chunks, entry);
      assert.ok(atOnce.length > 0, `${entry} is not built`);
      const bytes = atOnce.reduce<number>((total, { code }) => total + brotliSize(code), 0);
      const lazy = later.map(({ fileName, code }) => `${fileName} ${brotliSize(code)}`).join(', ');
      context.diagnostic(`${entry}: ${bytes} of ${ceiling} bytes in ${atOnce.length} files; later: ${lazy || 'nothing'}`);
      assert.ok(bytes <= ceiling, `${entry} weighs ${bytes} bytes, over its ceiling of ${ceiling}`);
    }
  });

  it('has fetched no more than its ceilings by the moments that matter', (context) => {
    for (const { entry, parts, until, ceiling } of moments) {
      const bytes = chunksWith(chunks, entry, [...parts]).reduce<number>((total, { code }) => total + brotliSize(code), 0);
      context.diagnostic(`${entry} until ${until}: ${bytes} of ${ceiling} bytes`);
      assert.ok(bytes <= ceiling, `${entry} has fetched ${bytes} bytes until ${until}, over ${ceiling}`);
    }
  });

  it('loads nothing heavy later either', () => {
    const entries = Object.keys(ceilings);
    for (const { fileName, code } of entries.flatMap((entry) => chunksOf(chunks, entry).later)) {
      assert.ok(brotliSize(code) <= lazyCeiling, `${fileName} weighs ${brotliSize(code)} bytes, over ${lazyCeiling}`);
    }
  });

  it('is ASCII, so that a page in Shift_JIS reads it right', () => {
    for (const { fileName, code } of chunks) {
      const at = [...code].findIndex((character) => character > '\u007f');
      assert.equal(at, -1, `${fileName} has ${JSON.stringify(code.slice(at - 30, at + 30))}`);
    }
  });

  it('has no syntax newer than ES2021 with private members, which Chrome 85, Firefox 90 and Safari 15 read', async () => {
    const supported = { 'class-field': true, 'class-private-accessor': true, 'class-private-field': true, 'class-private-method': true };
    const old = async (code: string): Promise<string> => (await transform(code, { target: 'es2021', supported })).code;
    const newest = async (code: string): Promise<string> => (await transform(code, { target: 'esnext' })).code;
    const tooNew = [
      'class A { static { A.b = 1; } }',
      'class A { #b; c(d) { return #b in d; } }',
      'class A { static #b = 1; c() { return A.#b; } }',
    ];
    for (const code of [...tooNew, 'x = /(?<y>a)/v;']) assert.notEqual(await old(code), await newest(code), code);
    for (const { fileName, code } of chunks) assert.ok((await old(code)) === (await newest(code)), fileName);
  });

  it('makes no code out of text and writes no HTML', () => {
    const forbidden = [
      /new Function\b/,
      /\bFunction\(/,
      /\beval\(/,
      /document\.write/,
      /insertAdjacentHTML/,
      /\.outerHTML/,
      /\bdocument\.cookie/,
    ];
    // signature_pad reads its SVG back as text, once.
    const reading = /\b\w+\.outerHTML(?=\})/;
    for (const { fileName, code, moduleIds } of chunks) {
      const checked = moduleIds.some((id) => id.includes('/node_modules/signature_pad/')) ? code.replace(reading, '') : code;
      for (const pattern of forbidden) assert.doesNotMatch(checked, pattern, fileName);
    }
  });

  it('names no other host, except namespaces and the links in its data', () => {
    for (const { fileName, code, moduleIds } of chunks) {
      if (moduleIds.some((id) => dataModules.test(id))) continue;
      const hosts = [...code.matchAll(/\b(?:https?|wss?):\/\/([\w.-]+)/g)].map(([, host]) => host!);
      assert.deepEqual(
        hosts.filter((host) => !namespaceHosts.has(host)),
        [],
        fileName,
      );
    }
  });

  it('reaches out by fetch alone, and stores nothing but the drafts that a person asks for', () => {
    for (const { fileName, code, modules } of chunks) {
      for (const word of ['XMLHttpRequest', 'sendBeacon', 'WebSocket', 'EventSource', 'localStorage'])
        assert.ok(!code.includes(word), `${fileName} has ${word}`);
      assert.doesNotMatch(code, /history\.(push|replace)State/, fileName);
      for (const [id, { code: part }] of Object.entries(modules))
        if (/sessionStorage|indexedDB/.test(part ?? '')) assert.match(id, draftModules, `${id} stores something`);
    }
  });

  it('has the small schema library and the production build of Lit', () => {
    const modules = chunks.flatMap(({ moduleIds }) => moduleIds);
    assert.deepEqual(
      modules.filter((id) => /zod\/v4\/classic|\/lit[\w-]*\/development\/|\/node_modules\/zod\/v4\/locales\/(?!en)/.test(id)),
      [],
    );
  });

  it('has each library once', () => {
    const folders = chunks.flatMap(({ moduleIds }) => moduleIds.map((id) => /^\0?(.*\/node_modules\/((?:@[^/]+\/)?[^/]+))\//.exec(id)));
    const homes = new Map<string, Set<string>>();
    for (const match of folders) if (match) homes.set(match[2]!, (homes.get(match[2]!) ?? new Set()).add(match[1]!));
    for (const [name, set] of homes) assert.equal(set.size, 1, `${name} comes from ${[...set].join(' and ')}`);
  });

  it('keeps the names of entries and hashes those of chunks; a chunk leans on one entry', () => {
    const entries = chunks.filter(({ isEntry }) => isEntry);
    assert.deepEqual(entries.map(({ fileName }) => fileName).sort(), Object.keys(ceilings).sort());
    const names = new Set(entries.map(({ fileName }) => fileName));
    for (const { fileName } of entries) {
      const { atOnce, later } = chunksOf(chunks, fileName);
      // The first file asked for is the one that runs: another round trip would be felt on a slow line.
      assert.deepEqual(
        atOnce.map((chunk) => chunk.fileName),
        [fileName],
      );
      for (const chunk of later) {
        // An older copy of another entry in a cache would break what depends on it.
        assert.deepEqual(
          chunk.imports.filter((name: string) => names.has(name) && name !== fileName),
          [],
          chunk.fileName,
        );
      }
    }
    for (const { fileName, isEntry } of chunks) {
      if (!isEntry) assert.match(fileName, /^chunks\/[\w.-]+-[\w-]{8}\.js$/);
    }
  });
});
