/**
 * The Node tests, built once by esbuild from the TypeScript sources, with shared chunks: 140 processes that each translate the whole
 * library anew took most of the time of `npm test`.
 *
 * Packages from npm stay outside and load as they do for a user. `import.meta.url` keeps naming the source file, so a test finds what
 * lies beside it.
 */
import { mkdir, readFile, rm } from 'node:fs/promises';
import { isBuiltin } from 'node:module';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';

/** Below `node_modules`, from where the packages are found. */
const folder = resolve('node_modules/.cache/tsunagu-tests');

/** What the tests start as a process of its own. */
const receiver = 'packages/receiver/src/main.ts';

/** Each package from where it is asked for: the root's `zod` is another one's. */
const outsidePackages = {
  name: 'outside-packages',
  setup({ onResolve, resolve: find }) {
    onResolve({ filter: /^[^./]/ }, async ({ path, kind, importer, resolveDir, pluginData }) => {
      if (pluginData === 'found' || kind === 'entry-point' || path.startsWith('@tsunagu/')) return undefined;
      if (isBuiltin(path)) return { path, external: true };
      const found = await find(path, { kind, importer, resolveDir, pluginData: 'found' });
      return found.errors.length > 0 ? found : { path: found.path, external: true };
    });
  },
};

const sourceAddresses = {
  name: 'source-addresses',
  setup({ onLoad }) {
    onLoad({ filter: /\.(ts|mjs|js)$/ }, async ({ path }) => {
      const text = await readFile(path, 'utf8');
      if (!text.includes('import.meta.url')) return undefined;
      const contents = text.replaceAll('import.meta.url', JSON.stringify(pathToFileURL(path).href));
      return { contents, loader: path.endsWith('.ts') ? 'ts' : 'js' };
    });
  },
};

/**
 * @param {string[]} files test files, from the root
 * @returns the built tests, the receiver's command, and what removes them
 */
export async function bundleNodeTests(files) {
  const built = join(folder, String(process.pid));
  await mkdir(built, { recursive: true });
  const remove = () => rm(built, { recursive: true, force: true });
  try {
    await build({
      entryPoints: [...files, receiver],
      outbase: process.cwd(),
      outdir: built,
      outExtension: { '.js': '.mjs' },
      chunkNames: 'chunks/[name]-[hash]',
      bundle: true,
      splitting: true,
      format: 'esm',
      platform: 'node',
      target: 'node20',
      charset: 'utf8',
      sourcemap: true,
      conditions: ['tsunagu-source', 'import', 'node'],
      tsconfig: 'tsconfig.json',
      logLevel: 'error',
      plugins: [outsidePackages, sourceAddresses],
    });
  } catch (error) {
    await remove();
    throw error;
  }
  const of = (path) => join(built, path.replace(/\.ts$/, '.mjs'));
  return { tests: files.map(of), receiver: of(receiver), remove };
}
