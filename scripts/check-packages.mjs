#!/usr/bin/env node
/** Packs every package as npm would publish it, and lets publint and "are the types wrong" judge the archives. Needs a build. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';
import { workspaces } from './workspaces.mjs';

const folder = mkdtempSync(join(tmpdir(), 'tsunagu-packages-'));
let failures = 0;
const fail = (text) => {
  failures += 1;
  console.error(text);
};

for (const { dir, manifest } of workspaces()) {
  if (!existsSync(join(dir, 'dist'))) {
    fail(`${dir} is not built: npm run build`);
    continue;
  }
  const packed = spawnSync('npm', ['pack', '--json', '--silent', '--pack-destination', folder], { cwd: resolve(dir), encoding: 'utf8' });
  if (packed.status !== 0) {
    fail(`${dir}: npm pack failed\n${packed.stderr}`);
    continue;
  }
  const answer = JSON.parse(packed.stdout);
  const { filename, files } = Array.isArray(answer) ? answer[0] : Object.values(answer)[0];

  const { messages } = await publint({ pkgDir: resolve(dir), strict: true, pack: 'npm' });
  for (const message of messages) fail(`${dir}: ${formatMessage(message, manifest)}`);

  // CommonJS is not offered: the packages are ES modules, for pages and for Node 20.19 and newer, whose require() takes them.
  const attw = resolve('node_modules/.bin/attw');
  const args = [join(folder, filename), '--profile', 'esm-only', '--format', 'ascii', '--no-emoji'];
  const types = spawnSync(attw, args, { encoding: 'utf8' });
  if (types.status !== 0) fail(`${dir}: types\n${types.stdout}${types.stderr}`);

  const strangers = files.map(({ path }) => path).filter((path) => /\.(test|stories)\.|(^|\/)(src|test)\/|\.tsbuildinfo$/.test(path));
  if (strangers.length > 0) fail(`${dir}: ships ${strangers.join(', ')}`);
  console.log(`${manifest.name}: ${files.length} files packed and judged`);
}

rmSync(folder, { recursive: true, force: true });
process.exit(failures > 0 ? 1 : 0);
