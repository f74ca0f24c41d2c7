/** What the packages promise in their package.json is there, and only define files have side effects. */
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { build, type BuildOptions } from 'esbuild';
import { elementPackages, workspaces } from '../../scripts/workspaces.mjs';

type Conditions = Record<string, string>;

const shared: BuildOptions & { write: false } = {
  bundle: true,
  write: false,
  format: 'esm',
  platform: 'browser',
  conditions: ['tsunagu-source'],
  tsconfigRaw: { compilerOptions: { experimentalDecorators: true, useDefineForClassFields: false } },
  logLevel: 'silent',
};

async function bundleOf(contents: string): Promise<string> {
  const { outputFiles } = await build({ ...shared, stdin: { contents, resolveDir: process.cwd(), loader: 'ts' } });
  return outputFiles[0]!.text;
}

describe('packages', () => {
  for (const { dir, manifest } of workspaces()) {
    const name = manifest.name as string;

    it(`${name}: every export has a source, types and a build beside each other`, () => {
      for (const [entry, target] of Object.entries(manifest.exports as Record<string, string | Conditions>)) {
        if (typeof target === 'string') continue;
        const { 'tsunagu-source': source, types, default: built } = target;
        assert.ok(source && existsSync(join(dir, source)), `${name} ${entry}: no ${source}`);
        const base = source.replace('./src/', './dist/').replace(/\.ts$/, '');
        assert.equal(types, `${base}.d.ts`, `${name} ${entry}`);
        assert.equal(built, `${base}.js`, `${name} ${entry}`);
        assert.deepEqual(Object.keys(target), ['tsunagu-source', 'types', 'default'], `${name} ${entry}: the order of conditions decides`);
      }
    });

    it(`${name}: says what it is`, () => {
      assert.equal(manifest.license, 'MIT');
      assert.equal(manifest.type, 'module');
      assert.equal(manifest.engines?.node, '>=20.19');
      assert.ok((manifest.description as string).length > 20);
      assert.ok(Array.isArray(manifest.files));
    });
  }

  it('carry one version, the one the elements tell', () => {
    const versions = new Set(workspaces().map(({ manifest }) => manifest.version as string));
    assert.equal(versions.size, 1, [...versions].join(', '));
    const text = readFileSync('packages/core/src/version.ts', 'utf8');
    assert.equal(/version = '([^']+)'/.exec(text)?.[1], [...versions][0]);
  });

  for (const { dir, manifest } of elementPackages()) {
    const name = manifest.name as string;
    if (manifest.sideEffects === true) continue;

    it(`${name}: only its define file has side effects`, async () => {
      assert.deepEqual(manifest.sideEffects, ['./dist/define.js', './src/define.ts']);
      assert.doesNotMatch(readFileSync(join(dir, 'src/index.ts'), 'utf8'), /define/, 'the index registers nothing');
      assert.equal((await bundleOf(`import '${name}';`)).replace(/^\/\/.*$/gm, '').trim(), '', `${name} alone leaves code behind`);
      assert.match(await bundleOf(`import '${name}/define';`), /customElements\.define\(/);
    });
  }
});
