/**
 * Builds `packages/all/cdn`: what a <script type="module"> tag loads. Entries keep their names, chunks carry a hash of their content,
 * and every entry shares one Lit.
 */
import commonjs from '@rollup/plugin-commonjs';
import { nodeResolve } from '@rollup/plugin-node-resolve';
import { facades, integrity, minify, notices, startEmpty, typescript } from './scripts/bundling/plugins.mjs';

export const entries = {
  tsunagu: 'packages/all/src/index.ts',
  'window-finder': 'packages/window-finder/src/define.ts',
};

export default {
  input: entries,
  plugins: [
    startEmpty('packages/all/cdn'),
    facades(),
    typescript(),
    nodeResolve({ exportConditions: ['tsunagu-source', 'production'], browser: true, extensions: ['.mjs', '.js', '.ts'] }),
    commonjs({ include: /node_modules/ }),
    minify(),
    notices(),
    integrity(),
  ],
  output: {
    dir: 'packages/all/cdn',
    format: 'es',
    entryFileNames: '[name].js',
    chunkFileNames: 'chunks/[name]-[hash].js',
    sourcemap: true,
    generatedCode: { preset: 'es2015' },
  },
  // A warning about our own code (an import that is not there, a cycle) is a broken bundle; how others write comments is not our matter.
  onLog(level, log, handler) {
    const files = [log.id, ...(log.ids ?? [])].filter(Boolean);
    if (level === 'warn' && files.some((file) => file.includes('node_modules'))) return;
    if (level === 'warn') throw new Error(`${log.code}: ${log.message}`);
    if (level !== 'info') handler(level, log);
  },
};
