/** A real Chromium in which sheets are printed, on a host's page under the strict policy, and what a FAX machine and a scanner make of the PDF. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { chromium, type Browser, type Page } from 'playwright-core';
import { ensureEngines, isRoot } from '../../scripts/browsers.mjs';
import { contentSecurityPolicy } from '../../scripts/serve.mjs';
import type { Paper, PaperAsked } from './paper.page.js';

const origin = 'http://localhost:8124';
/** A case system's page: a grid as high as the window, nothing overflows, styles of its own for everything. */
const host = `<!doctype html>
<html lang="ja"><head><meta charset="utf-8"><title>host</title><link rel="stylesheet" href="/host.css"><script type="module" src="/paper.js"></script></head>
<body><nav>menu of the host</nav><main><p>the case of somebody</p></main></body></html>`;
const hostStyles = `html { font-size: 62.5%; height: 100% } body { display: grid; grid-template-columns: 200px 1fr; height: 100vh; overflow: hidden; margin: 40px; color: #aaa; font: 9px cursive }
* { letter-spacing: 3px; text-transform: uppercase } p { color: red } @page { size: A5 landscape; margin: 40mm }`;

export interface PaperHouse {
  page: Page;
  /** Violations of the policy, errors and warnings. */
  complaints: string[];
  print: (asked: PaperAsked) => Promise<Buffer>;
  pdf: () => Promise<Buffer>;
  close: () => Promise<void>;
}

export async function openPaperHouse(): Promise<PaperHouse> {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL('paper.page.ts', import.meta.url))],
    bundle: true,
    write: false,
    format: 'esm',
    charset: 'ascii',
    target: 'es2022',
    conditions: ['tsunagu-source', 'production', 'browser'],
    mainFields: ['browser', 'module', 'main'],
    tsconfig: fileURLToPath(new URL('../../tsconfig.json', import.meta.url)),
  });
  const browser: Browser = await chromium.launch({
    executablePath: ensureEngines(['chromium']).chromium!,
    args: [...(isRoot ? ['--no-sandbox'] : []), '--disable-gpu', '--disable-dev-shm-usage', '--disable-background-networking'],
  });
  const page = await browser.newPage({ locale: 'ja-JP', timezoneId: 'America/New_York' });
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
  });
  const files: Record<string, [string, string]> = {
    '/': ['text/html; charset=utf-8', host],
    '/host.css': ['text/css', hostStyles],
    '/paper.js': ['text/javascript', outputFiles[0]!.text],
  };
  await page.route('**/*', (route) => {
    const [type, body] = files[new URL(route.request().url()).pathname] ?? ['text/plain', ''];
    return route.fulfill({ body, headers: { 'content-type': type, 'content-security-policy': contentSecurityPolicy } });
  });
  await page.goto(`${origin}/`, { waitUntil: 'networkidle' });
  const pdf = (): Promise<Buffer> => page.pdf({ preferCSSPageSize: true });
  return {
    page,
    complaints,
    pdf,
    async print(asked) {
      await page.evaluate((given) => (window as unknown as { paper: Paper }).paper.print(given), asked);
      return pdf();
    },
    close: () => browser.close(),
  };
}

/** Runs one of the tools that stand for a FAX machine and a scanner. */
function run(tool: string, args: readonly string[], allowed: readonly number[] = [0]): string {
  try {
    return execFileSync(tool, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'], maxBuffer: 1 << 26 });
  } catch (error) {
    const { code, status, stdout, stderr } = error as { code?: string; status?: number; stdout?: string; stderr?: string };
    if (code === 'ENOENT')
      throw new Error(`${tool} is missing. Install poppler-utils and zbar-tools: the tests of the paper look at it with them.`, {
        cause: error,
      });
    if (status !== undefined && allowed.includes(status)) return stdout ?? '';
    throw new Error(`${tool} ${args.join(' ')}: ${stderr ?? String(error)}`, { cause: error });
  }
}

export interface Paperwork {
  /** The text of each page, as `pdftotext -layout` finds it. */
  text: () => string[];
  /** File names of the pages as black and white dots, `across` × `down` to the inch. */
  fax: (across: number, down: number) => string[];
  /** File names of the pages in grey, `dpi` to the inch. */
  scan: (dpi: number) => string[];
  /** What an independent reader finds on a picture; nothing: an empty list. */
  codesOn: (picture: string) => string[];
  /** Of each page, in points. */
  sizes: () => string[];
  end: () => void;
}

/** A PDF on a desk. */
export function paperwork(pdf: Buffer): Paperwork {
  const folder = mkdtempSync(join(tmpdir(), 'paper-'));
  const file = join(folder, 'sheet.pdf');
  writeFileSync(file, pdf);
  const pictures = (name: string, args: readonly string[]): string[] => {
    run('pdftoppm', [...args, file, join(folder, name)]);
    return readdirSync(folder)
      .filter((each) => each.startsWith(`${name}-`))
      .sort()
      .map((each) => join(folder, each));
  };
  return {
    text: () => run('pdftotext', ['-layout', file, '-']).split('\f').slice(0, -1),
    fax: (across, down) => pictures(`fax${across}x${down}`, ['-mono', '-rx', String(across), '-ry', String(down)]),
    scan: (dpi) => pictures(`scan${dpi}`, ['-gray', '-r', String(dpi)]),
    // 4: no code was found.
    codesOn: (picture) => run('zbarimg', ['--quiet', '--raw', '-Sdisable', '-Sqrcode.enable', picture], [0, 4]).split('\n').filter(Boolean),
    sizes: () => [...run('pdfinfo', ['-l', '999', file]).matchAll(/Page +\d+ size: +(.*)/g)].map(([, size]) => size!),
    end: () => rmSync(folder, { recursive: true, force: true }),
  };
}
