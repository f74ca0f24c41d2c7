#!/usr/bin/env node
/** `npm run size`: what each entry weighs (brotli 11), and which modules make it so (minified bytes before compression). */
import { transformSync } from 'esbuild';
import { relative } from 'node:path';
import { toAscii } from './bundling/plugins.mjs';
import { brotliSize, buildChunks, chunksOf } from './bundling/measure.mjs';

const wanted = process.argv[2] ?? 'window-finder.js';
const chunks = await buildChunks();

for (const { fileName } of chunks.filter(({ isEntry }) => isEntry)) {
  const { atOnce, later } = chunksOf(chunks, fileName);
  const total = atOnce.reduce((sum, { code }) => sum + brotliSize(code), 0);
  console.log(`${fileName.padEnd(20)} ${total} bytes at once, ${atOnce.length} files`);
  for (const { fileName: name, code } of later) console.log(`  later ${name} ${brotliSize(code)}`);
}

const minified = (code) => transformSync(toAscii(code), { minify: true, charset: 'ascii' }).code;
const modules = chunksOf(chunks, wanted).atOnce.flatMap(({ modules: parts }) => Object.entries(parts));
console.log(`\n${wanted} by module: minified, and brotli of the module alone`);
modules
  .map(([id, { code }]) => ({ id: relative(process.cwd(), id.replace('\0', '')), code: code ? minified(code) : '' }))
  .map(({ id, code }) => ({ id, bytes: code.length, alone: code ? brotliSize(code) : 0 }))
  .sort((a, b) => b.alone - a.alone)
  .slice(0, 30)
  .forEach(({ id, bytes, alone }) => console.log(`${String(bytes).padStart(7)} ${String(alone).padStart(6)}  ${id}`));
