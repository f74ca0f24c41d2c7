/** Imports go one way: `schema` ← `core` ← elements ← `all`; elements never import each other; a package names what it uses. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { dirname, join, normalize } from 'node:path';
import { describe, it } from 'node:test';
import ts from 'typescript';
import { filesUnder } from '../../scripts/files.mjs';
import { workspaces } from '../../scripts/workspaces.mjs';

const rank = (name: string): number => ['schema', 'core', '*', 'all'].indexOf(['schema', 'core', 'all'].includes(name) ? name : '*');

interface Import {
  from: string;
  file: string;
  specifier: string;
}

function importsOf(file: string): string[] {
  const { importedFiles } = ts.preProcessFile(readFileSync(file, 'utf8'), true, true);
  return importedFiles.map(({ fileName }) => fileName);
}

const packages = workspaces();
const imports: Import[] = packages.flatMap(({ dir }) =>
  filesUnder(join(dir, 'src'), (path) => path.endsWith('.ts')).flatMap((file) =>
    importsOf(file).map((specifier) => ({ from: dir.replace('packages/', ''), file, specifier })),
  ),
);
const packageOf = (specifier: string): string => /^(@[^/]+\/)?[^/]+/.exec(specifier)![0];

describe('imports', () => {
  it('go one way, and never from element to element', () => {
    for (const { from, file, specifier } of imports) {
      const to = /^@tsunagu\/([^/]+)/.exec(specifier)?.[1];
      // The receiver's pages are a host like any other: they use elements.
      const isHost = from === 'receiver' && file.includes('/src/pages/') && !['all', 'receiver'].includes(to ?? '');
      if (to && !isHost) assert.ok(rank(to) < rank(from), `${file} imports ${specifier}`);
    }
  });

  it('stay inside their package, or use another package’s exports', () => {
    for (const { from, file, specifier } of imports) {
      if (!specifier.startsWith('.')) continue;
      const target = normalize(join(dirname(file), specifier)).replaceAll('\\', '/');
      assert.ok(target.startsWith(`packages/${from}/src/`), `${file} imports ${specifier}`);
      assert.match(specifier, /\.js$/, `${file}: relative imports end in .js`);
    }
    for (const { file, specifier } of imports.filter((each) => each.specifier.startsWith('@tsunagu/'))) {
      const name = packageOf(specifier);
      const exported = packages.find(({ manifest }) => manifest.name === name)?.manifest.exports ?? {};
      assert.ok(`.${specifier.slice(name.length)}` in exported, `${file} imports ${specifier}, which ${name} does not export`);
    }
  });

  it('never reach the receiver, which is a server', () => {
    for (const { file, specifier } of imports) assert.notEqual(packageOf(specifier), '@tsunagu/receiver', file);
  });

  it('name only what the package declares, and of Node nothing but in the receiver’s server half', () => {
    for (const { from, file, specifier } of imports.filter((each) => !each.specifier.startsWith('.'))) {
      const { manifest } = packages.find(({ dir }) => dir === `packages/${from}`)!;
      const isNode = specifier.startsWith('node:') || builtinModules.includes(packageOf(specifier));
      if (isNode && from === 'receiver' && !file.includes('/src/pages/')) continue;
      assert.ok(!isNode, `${file} imports ${specifier}`);
      const declared = { ...manifest.dependencies, ...manifest.peerDependencies };
      assert.ok(packageOf(specifier) in declared, `${file} imports ${specifier}, which ${manifest.name} does not depend on`);
    }
  });

  it('take zod/mini only, and no directive that writes HTML or style attributes', () => {
    const forbidden = [
      'zod',
      'lit/directives/style-map.js',
      'lit/directives/unsafe-html.js',
      'lit/directives/unsafe-svg.js',
      'lit/static-html.js',
    ];
    for (const { file, specifier } of imports) assert.ok(!forbidden.includes(specifier), `${file} imports ${specifier}`);
  });

  it('leave the schema package without a DOM and without Lit', () => {
    for (const { file, specifier } of imports.filter(({ from }) => from === 'schema')) {
      assert.doesNotMatch(specifier, /^(@?lit|@tsunagu)(\/|$)/, file);
    }
  });
});
