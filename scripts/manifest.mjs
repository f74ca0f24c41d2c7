#!/usr/bin/env node
/** Writes `custom-elements.json` into every package with elements. */
import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { cli } from '@custom-elements-manifest/analyzer/cli.js';
import { elementPackages } from './workspaces.mjs';

const config = fileURLToPath(new URL('../custom-elements-manifest.config.js', import.meta.url));

/**
 * The custom-elements manifest of the package in `dir`, from its sources.
 *
 * @param {string} dir
 * @returns {Promise<import('custom-elements-manifest/schema.d.ts').Package>}
 */
export function analyze(dir) {
  return cli({ argv: ['analyze', '--config', config, '--quiet'], cwd: resolve(dir), noWrite: true });
}

/**
 * The declarations in a manifest that are custom elements.
 *
 * @param {import('custom-elements-manifest/schema.d.ts').Package} manifest
 * @returns {import('custom-elements-manifest/schema.d.ts').CustomElementDeclaration[]}
 */
export function elementsIn(manifest) {
  return manifest.modules.flatMap(({ declarations }) => declarations ?? []).filter(({ tagName }) => tagName);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const { dir } of elementPackages()) {
    const manifest = await analyze(dir);
    const path = join(dir, 'custom-elements.json');
    writeFileSync(path, `${JSON.stringify(manifest, null, 2)}\n`);
    const tags = elementsIn(manifest).map(({ tagName }) => `<${tagName}>`);
    console.log(`${path}: ${tags.join(', ')}`);
  }
}
