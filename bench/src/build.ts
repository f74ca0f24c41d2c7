/** Bundles every contender's page and lays out what the loopback server serves, each script and style compressed with brotli 11. */
import { access, mkdir, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { contenders } from './contenders.js';
import { createDirectory } from './data/synthetic.js';

const bench = join(import.meta.dirname, '..');
const repo = join(bench, '..');
export const siteRoot = join(bench, '.cache', 'site');

export interface Asset {
  raw: number;
  gzip: number;
  brotli: number;
}

export interface Site {
  /** Where the product's script came from: the published bundle, or the sources when that has not been built. */
  ours: 'cdn bundle' | 'bundled from source' | 'absent';
  /** Sizes of every script and style by URL path. */
  assets: Map<string, Asset>;
  contenders: typeof contenders;
}

const exists = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  );

async function bundlePage(id: string): Promise<void> {
  await build({
    entryPoints: { [id]: join(bench, 'src', 'pages', `${id}.ts`) },
    outdir: join(siteRoot, 'pages'),
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    logLevel: 'warning',
  });
}

/** The product, as a page would load it. `readable` keeps names for a profile. */
async function bundleOurs(fromSource: boolean, readable: boolean): Promise<Site['ours']> {
  const outdir = join(siteRoot, 'ours');
  const cdn = join(repo, 'packages', 'all', 'cdn');
  if (!fromSource && (await exists(join(cdn, 'window-finder.js')))) {
    await mkdir(outdir, { recursive: true });
    for (const file of await readdir(cdn, { recursive: true, withFileTypes: true })) {
      if (!file.isFile() || !file.name.endsWith('.js')) continue;
      const target = join(outdir, relative(cdn, join(file.parentPath, file.name)));
      await mkdir(join(target, '..'), { recursive: true });
      await writeFile(target, await readFile(join(file.parentPath, file.name)));
    }
    return 'cdn bundle';
  }
  const entry = join(repo, 'packages', 'window-finder', 'src', 'define.ts');
  if (!(await exists(entry))) return 'absent';
  await build({
    entryPoints: { 'window-finder': entry },
    outdir,
    bundle: true,
    splitting: true,
    minify: !readable,
    format: 'esm',
    target: 'es2022',
    conditions: ['tsunagu-source'],
    tsconfig: join(repo, 'tsconfig.base.json'),
    logLevel: 'warning',
  });
  return 'bundled from source';
}

function page(id: string, size: number): string {
  const head = `<!doctype html><html lang="ja"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>相談窓口</title>`;
  const data = `/data/${size}.json`;
  if (id === 'ours') {
    return `${head}<link rel="stylesheet" href="/host.css"><script type="module" src="/ours/window-finder.js"></script></head><body><tsunagu-window-finder src="${data}" limit="50"></tsunagu-window-finder></body></html>`;
  }
  const styles = `<link rel="stylesheet" href="/pages/${id}.css">`;
  const script = `<script type="module" src="/pages/${id}.js"></script>`;
  const body =
    id === 'datatables'
      ? '<table id="table"></table>'
      : `<div id="finder"><label for="q">相談窓口をさがす</label><input id="q" type="search" class="search"><p id="count" role="status"></p><div id="list" class="list"></div></div>`;
  return `${head}${styles}</head><body data-src="${data}">${body}${script}</body></html>`;
}

export async function buildSite(sizes: readonly number[], fromSource: boolean, only?: readonly string[], readable = false): Promise<Site> {
  await rm(siteRoot, { recursive: true, force: true });
  await mkdir(join(siteRoot, 'data'), { recursive: true });
  const wanted = contenders.filter(({ id }) => !only || only.includes(id));
  const ours = wanted.some(({ id }) => id === 'ours') ? await bundleOurs(fromSource, readable) : 'absent';
  const present = wanted.filter(({ id }) => id !== 'ours' || ours !== 'absent');
  await Promise.all(present.filter(({ id }) => id !== 'ours').map(({ id }) => bundlePage(id)));
  await writeFile(join(siteRoot, 'host.css'), 'body{margin:16px}');
  await writeFile(join(siteRoot, 'blank.html'), '<!doctype html><meta charset="utf-8"><title>blank</title><p>相談窓口</p>');
  const city = join(repo, 'examples', 'cities', 'ikoma.json');
  for (const size of sizes) {
    const data = size === cityDesks ? await readFile(city) : JSON.stringify(createDirectory(size));
    await writeFile(join(siteRoot, 'data', `${size}.json`), data);
    for (const { id } of present) await writeFile(join(siteRoot, `${id}-${size}.html`), page(id, size));
  }
  const assets = new Map<string, Asset>();
  for (const folder of ['pages', 'ours']) {
    const dir = join(siteRoot, folder);
    if (!(await exists(dir))) continue;
    for (const file of await readdir(dir, { recursive: true })) {
      if (!/\.(js|css)$/.test(file)) continue;
      const body = await readFile(join(dir, file));
      const brotli = brotliCompressSync(body, {
        params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: body.length },
      });
      await writeFile(join(dir, `${file}.br`), brotli);
      assets.set(`/${folder}/${file}`, { raw: body.length, gzip: gzipSync(body, { level: 9 }).length, brotli: brotli.length });
    }
  }
  return { ours, assets, contenders: present };
}

/** The row of the real city (23 desks in the plan). Every other size is generated. */
export const cityDesks = 23;
