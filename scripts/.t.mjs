import { build } from 'esbuild';
import zlib from 'zlib';
import { minify } from 'terser';
const br = (b) =>
  zlib.brotliCompressSync(b, { params: { [zlib.constants.BROTLI_PARAM_QUALITY]: 11, [zlib.constants.BROTLI_PARAM_SIZE_HINT]: b.length } })
    .length;
const r = await build({
  stdin: { contents: "import './define.js'", resolveDir: 'packages/window-finder/src' },
  bundle: true,
  minify: false,
  format: 'esm',
  write: false,
  target: 'es2021',
  conditions: ['tsunagu-source', 'production'],
  legalComments: 'none',
  tsconfig: 'tsconfig.base.json',
  charset: 'ascii',
  external: ['./table/*', './easy*', './en*', './parse-large.js', 'wanakana', '@tsunagu/schema/vocabulary'],
});
let t = r.outputFiles[0].text;
const e = await build({ stdin: { contents: t }, minify: true, write: false, format: 'esm', charset: 'ascii', target: 'es2021' });
console.log('esbuild', br(Buffer.from(e.outputFiles[0].text)));
for (const opt of [
  {},
  {
    compress: {
      passes: 3,
      unsafe_arrows: true,
      pure_getters: true,
      ecma: 2021,
      module: true,
      toplevel: true,
      keep_fargs: false,
      unsafe: true,
    },
  },
]) {
  const m = await minify(t, {
    module: true,
    ecma: 2021,
    format: { ascii_only: true, comments: false },
    compress: { passes: 3, ecma: 2021 },
    ...opt,
  });
  console.log('terser', m.code.length, br(Buffer.from(m.code)));
  globalThis.last = m.code;
}
let ws = last
  .replace(/\s*\n\s*/g, ' ')
  .replace(/> </g, '><')
  .replace(/ ?([{};:,]) /g, '$1');
console.log('ws', ws.length, br(Buffer.from(ws)));
