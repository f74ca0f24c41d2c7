/**
 * Web Test Runner plugin: all browser tests are built once by esbuild, with shared chunks, straight from the TypeScript sources.
 *
 * One build for three engines: a page loads a handful of files instead of hundreds of modules, CommonJS packages
 * (japanese-holidays) work as in the product's own bundle, and `import()` stays lazy.
 */
import { resolve } from 'node:path';
import { build } from 'esbuild';
import { filesUnder } from '../files.mjs';

/** `tsunagu:stories`: every Storybook file as `[path, () => import(path)]`, so that each story is also a test. */
const storyManifest = {
  name: 'story-manifest',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^tsunagu:stories$/ }, ({ path }) => ({ path, namespace: 'manifest' }));
    onLoad({ filter: /.*/, namespace: 'manifest' }, () => {
      const stories = filesUnder('stories', (path) => path.endsWith('.stories.ts'));
      const lines = stories.map((path) => `[${JSON.stringify(path)}, () => import(${JSON.stringify(`./${path}`)})]`);
      return { contents: `export default [${lines.join(',')}];`, resolveDir: process.cwd(), loader: 'js' };
    });
  },
};

/** Runs in the page served by the test runner only, so it must stay an address. */
const runnerModules = {
  name: 'runner-modules',
  setup({ onResolve }) {
    onResolve({ filter: /^\/__web/ }, ({ path }) => ({ path, external: true }));
  },
};

/**
 * `/__copy__/<version>.js`: a second, separate copy of every element that says it is of that version; what a page gets when two of
 * its parts each bring their own script.
 */
async function secondCopy(version) {
  const otherVersion = {
    name: 'other-version',
    setup({ onLoad }) {
      onLoad({ filter: /packages\/core\/src\/version\.ts$/ }, () => ({ contents: `export const version = ${JSON.stringify(version)};` }));
    },
  };
  const { outputFiles } = await build({ ...common, entryPoints: ['packages/all/src/index.ts'], plugins: [otherVersion] });
  return outputFiles[0].text;
}

const common = {
  bundle: true,
  write: false,
  format: 'esm',
  target: 'es2022',
  charset: 'utf8',
  conditions: ['tsunagu-source', 'browser', 'import', 'module', 'development'],
  mainFields: ['browser', 'module', 'main'],
  tsconfig: 'tsconfig.json',
  logLevel: 'error',
};

export function bundleTests(files) {
  const outputs = new Map();
  return {
    name: 'tsunagu-bundle-tests',
    async serverStart() {
      const result = await build({
        ...common,
        entryPoints: files,
        outbase: process.cwd(),
        outdir: process.cwd(),
        chunkNames: '__tests__/[name]-[hash]',
        splitting: true,
        sourcemap: 'inline',
        logOverride: { 'direct-eval': 'silent' },
        define: { 'process.env.NODE_ENV': '"test"' },
        plugins: [storyManifest, runnerModules],
      });
      for (const file of result.outputFiles) outputs.set(file.path, file.text);
    },
    async serve({ path }) {
      const copy = /^\/__copy__\/([\d.]+)\.js$/.exec(path);
      if (copy) return { body: await secondCopy(copy[1]), type: 'js' };
      const file = resolve(process.cwd(), `.${decodeURIComponent(path)}`);
      const body = outputs.get(file.replace(/\.ts$/, '.js'));
      return body === undefined ? undefined : { body, type: 'js' };
    },
  };
}
