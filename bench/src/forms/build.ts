/** Bundles every form's page and lays out what the loopback server serves; pages, scripts and styles compressed with brotli 11. */
import { access, copyFile, mkdir, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { dirname, extname, join, relative } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { build, transform, type Plugin } from 'esbuild';
import type { Asset } from '../build.js';
import { formContenders, type FormContender } from './contenders.js';
import { wholeForm } from './pages/html.js';

const bench = join(import.meta.dirname, '..', '..');
const repo = join(bench, '..');
export const formSiteRoot = join(bench, '.cache', 'forms-site');

export interface FormSite {
  /** Where the product's script came from. */
  ours: 'cdn bundle' | 'bundled from source' | 'absent';
  /** Sizes of every page, script and style by URL path. */
  assets: Map<string, Asset>;
  contenders: readonly FormContender[];
}

export const missing =
  'no packages/all/cdn/consultation-form.js (npm run build makes it), and no packages/consultation-form/src/define.ts to bundle instead';

const exists = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  );

/** `import css from './x.css?text'`: a minified style sheet as a string, for a shadow tree. */
const cssText: Plugin = {
  name: 'css-text',
  setup({ onLoad }) {
    onLoad({ filter: /\.css$/ }, async ({ path, suffix }) => {
      if (suffix !== '?text') return undefined;
      const { code } = await transform(await readFile(path, 'utf8'), { loader: 'css', minify: true });
      return { contents: code.trim(), loader: 'text' };
    });
  },
};

async function bundlePage(id: string): Promise<void> {
  await build({
    entryPoints: { [id]: join(import.meta.dirname, 'pages', `${id}.ts`) },
    outdir: join(formSiteRoot, 'pages'),
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    define: { 'process.env.NODE_ENV': '"production"' },
    plugins: [cssText],
    logLevel: 'warning',
  });
}

async function bundleOurs(fromSource: boolean): Promise<FormSite['ours']> {
  const outdir = join(formSiteRoot, 'ours');
  const cdn = join(repo, 'packages', 'all', 'cdn');
  if (!fromSource && (await exists(join(cdn, 'consultation-form.js')))) {
    for (const file of await readdir(cdn, { recursive: true, withFileTypes: true })) {
      if (!file.isFile() || !file.name.endsWith('.js')) continue;
      const source = join(file.parentPath, file.name);
      const target = join(outdir, relative(cdn, source));
      await mkdir(dirname(target), { recursive: true });
      await copyFile(source, target);
    }
    return 'cdn bundle';
  }
  const entry = join(repo, 'packages', 'consultation-form', 'src', 'define.ts');
  if (!(await exists(entry))) return 'absent';
  await build({
    entryPoints: { 'consultation-form': entry },
    outdir,
    bundle: true,
    splitting: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    conditions: ['tsunagu-source'],
    tsconfig: join(repo, 'tsconfig.base.json'),
    logLevel: 'warning',
  });
  return 'bundled from source';
}

async function page(id: string): Promise<string> {
  const head =
    '<!doctype html><html lang="ja"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>相談</title>';
  if (id === 'ours') {
    return `${head}<link rel="stylesheet" href="/host.css"><script type="module" src="/ours/consultation-form.js"></script></head><body><tsunagu-consultation-form action="/consultations"></tsunagu-consultation-form></body></html>`;
  }
  const style = (await exists(join(formSiteRoot, 'pages', `${id}.css`))) ? `/pages/${id}.css` : '/host.css';
  const body = { 'floor-html': wholeForm(), 'floor-element': '<plain-form></plain-form>' }[id] ?? '<div id="form"></div>';
  return `${head}<link rel="stylesheet" href="${style}"><script type="module" src="/pages/${id}.js"></script></head><body>${body}</body></html>`;
}

async function compress(path: string): Promise<Asset> {
  const body = await readFile(path);
  const brotli = brotliCompressSync(body, {
    params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: body.length },
  });
  await writeFile(`${path}.br`, brotli);
  return { raw: body.length, gzip: gzipSync(body, { level: 9 }).length, brotli: brotli.length };
}

export async function buildFormSite(fromSource: boolean, only?: readonly string[]): Promise<FormSite> {
  const unknown = only?.filter((id) => !formContenders.some((contender) => contender.id === id)) ?? [];
  if (unknown.length > 0) throw new Error(`--only knows ${formContenders.map(({ id }) => id).join(', ')}; not ${unknown.join(', ')}`);
  await rm(formSiteRoot, { recursive: true, force: true });
  await mkdir(formSiteRoot, { recursive: true });
  const wanted = formContenders.filter(({ id }) => !only || only.includes(id));
  const ours = wanted.some(({ id }) => id === 'ours') ? await bundleOurs(fromSource) : 'absent';
  await writeFile(join(formSiteRoot, 'host.css'), 'body{margin:16px}');
  await writeFile(join(formSiteRoot, 'blank.html'), '<!doctype html><meta charset="utf-8"><title>blank</title><p>相談窓口</p>');
  for (const { id } of wanted) {
    if (id !== 'ours') await bundlePage(id);
    await writeFile(join(formSiteRoot, `${id}.html`), await page(id));
  }
  const assets = new Map<string, Asset>();
  for (const file of await readdir(formSiteRoot, { recursive: true })) {
    if (file !== 'blank.html' && ['.html', '.js', '.css'].includes(extname(file)))
      assets.set(`/${file}`, await compress(join(formSiteRoot, file)));
  }
  return { ours, assets, contenders: wanted.filter(({ id }) => id !== 'ours' || ours !== 'absent') };
}
