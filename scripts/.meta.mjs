import { build } from 'esbuild';
import zlib from 'zlib';
const br = (b) =>
  zlib.brotliCompressSync(b, { params: { [zlib.constants.BROTLI_PARAM_QUALITY]: 11, [zlib.constants.BROTLI_PARAM_SIZE_HINT]: b.length } })
    .length;
const r = await build({
  stdin: { contents: "import './define.js'", resolveDir: 'packages/window-finder/src' },
  bundle: true,
  minify: true,
  format: 'esm',
  write: false,
  metafile: true,
  target: 'es2021',
  conditions: ['tsunagu-source', 'production'],
  legalComments: 'none',
  tsconfig: 'tsconfig.base.json',
  external: ['./table/*', './easy*', './en*', './parse-large.js', 'wanakana'],
});
let t = r.outputFiles[0].text;
console.log(t.length, br(Buffer.from(t)));
const o = Object.values(r.metafile.outputs)[0];
if (process.argv[2])
  for (const [k, v] of Object.entries(o.inputs)
    .sort((a, b) => b[1].bytesInOutput - a[1].bytesInOutput)
    .slice(0, 60))
    console.log(v.bytesInOutput, k);
