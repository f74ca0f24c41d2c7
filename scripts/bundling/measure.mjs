/** What a page loads for an entry, and how many bytes that is on the wire. */
import { brotliCompressSync, constants } from 'node:zlib';
import { rollup } from 'rollup';
import { pageBundles } from '../../rollup.config.js';

/**
 * Bytes after brotli at quality 11, as a server that compresses beforehand sends them.
 *
 * @param {string} text
 * @returns {number}
 */
export function brotliSize(text) {
  let size = sizes.get(text);
  if (size === undefined) {
    size = brotliCompressSync(text, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;
    sizes.set(text, size);
  }
  return size;
}

/** The same chunk is weighed in many sums, and the best compression is slow. */
const sizes = new Map();

/**
 * The bundles as they would be written, without writing them.
 *
 * @returns {Promise<import('rollup').OutputChunk[]>}
 */
export async function buildChunks() {
  const chunks = [];
  for (const config of pageBundles) {
    const bundle = await rollup(config);
    try {
      const { output } = await bundle.generate(config.output);
      chunks.push(...output.filter((file) => file.type === 'chunk'));
    } finally {
      await bundle.close();
    }
  }
  return chunks;
}

/**
 * The chunks an entry loads at once, and those that wait for a need (another language, romaji).
 *
 * @param {import('rollup').OutputChunk[]} chunks
 * @param {string} entry
 */
export function chunksOf(chunks, entry) {
  const byName = new Map(chunks.map((chunk) => [chunk.fileName, chunk]));
  const atOnce = new Set();
  const lazy = new Set();
  const follow = (name, into) => {
    const chunk = byName.get(name);
    if (!chunk || into.has(chunk)) return;
    into.add(chunk);
    for (const next of chunk.imports) follow(next, into);
    for (const next of chunk.dynamicImports) lazy.add(next);
  };
  follow(entry, atOnce);
  const later = new Set();
  for (const name of lazy) follow(name, later);
  return { atOnce: [...atOnce], later: [...later].filter((chunk) => !atOnce.has(chunk)) };
}

/**
 * What has come when an entry has fetched these parts of it, by the names of their files without folder and ending: each chunk once.
 *
 * @param {import('rollup').OutputChunk[]} chunks
 * @param {string} entry
 * @param {string[]} parts
 */
export function chunksWith(chunks, entry, parts) {
  const { atOnce, later } = chunksOf(chunks, entry);
  const fetched = parts.flatMap((part) => {
    const chunk = later.find(({ name }) => name === part);
    if (!chunk) throw new Error(`${entry} has no part ${part}.`);
    return chunksOf(chunks, chunk.fileName).atOnce;
  });
  return [...new Set([...atOnce, ...fetched])];
}
