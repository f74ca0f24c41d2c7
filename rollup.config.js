/**
 * Builds the scripts of the receiver's pages, and `packages/all/cdn`: what a <script type="module"> tag loads. There entries keep their names
 * and chunks carry a hash of their content.
 */
import commonjs from '@rollup/plugin-commonjs';
import { nodeResolve } from '@rollup/plugin-node-resolve';
import { integrity, minify, notices, sharedPolicy, startEmpty, typescript } from './scripts/bundling/plugins.mjs';

/** `tsunagu` holds what residents meet; what desks work with is a file of its own, so that no resident's phone loads it. */
export const entries = {
  tsunagu: 'packages/all/src/residents.ts',
  'window-finder': 'packages/window-finder/src/define.ts',
  'consultation-form': 'packages/consultation-form/src/define.ts',
  'consent-dialog': 'packages/consent-dialog/src/define.ts',
  'referral-sheet': 'packages/referral-sheet/src/define.ts',
};

/** A warning about our own code (an import that is not there, a cycle) is a broken bundle; how others write comments is not our matter. */
const onLog = (level, log, handler) => {
  const files = [log.id, ...(log.ids ?? [])].filter(Boolean);
  if (level === 'warn' && files.some((file) => file.includes('node_modules'))) return;
  if (level === 'warn') throw new Error(`${log.code}: ${log.message}`);
  if (level !== 'info') handler(level, log);
};

const resolve = () => [
  typescript(),
  nodeResolve({ exportConditions: ['tsunagu-source', 'production'], browser: true, extensions: ['.mjs', '.js', '.ts'] }),
  commonjs({ include: /node_modules/ }),
];

const cdn = 'packages/all/cdn';

/** What a page loads: a bundle each, so that the first file a phone asks for is the one that runs. Its chunks are for later needs. */
export const pageBundles = Object.entries(entries).map(([name, path], index, { length }) => ({
  input: { [name]: path },
  plugins: [
    ...(index === 0 ? [startEmpty(cdn), notices()] : []),
    ...resolve(),
    sharedPolicy(),
    minify(),
    ...(index === length - 1 ? [integrity()] : []),
  ],
  output: {
    dir: cdn,
    format: 'es',
    entryFileNames: '[name].js',
    chunkFileNames: 'chunks/[name]-[hash].js',
    sourcemap: true,
    generatedCode: { preset: 'es2015' },
  },
  onLog,
}));

const pages = 'packages/receiver/pages';

/**
 * The scripts of the receiver's own pages. A desk signs in and sees who waits with `staff.js`; what an opened consultation or sheet needs comes then, as
 * chunks. Each page has its own: what a person with a receipt loads is one file.
 */
const receiverPages = ['staff', 'receipt'].map((name, index) => ({
  input: { [name]: `packages/receiver/src/pages/${name}.ts` },
  plugins: [...(index === 0 ? [startEmpty(`${pages}/chunks`)] : []), ...resolve(), minify()],
  output: {
    dir: pages,
    format: 'es',
    entryFileNames: '[name].js',
    chunkFileNames: 'chunks/[name]-[hash].js',
    generatedCode: { preset: 'es2015' },
  },
  onLog,
}));

// The receiver's first: what tells that everything is built is written last.
export default [...receiverPages, ...pageBundles];
