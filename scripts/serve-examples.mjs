/** Where the example pages lie, and the bundle they load: built when it is missing or older than its sources. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createStaticServer } from './serve.mjs';

/** The repository, wherever the command was started. */
export const root = fileURLToPath(new URL('..', import.meta.url));
const bundle = join(root, 'packages/all/cdn');

/** A city puts the folder `tsunagu/` beside its pages; so does this. */
export const exampleServer = (elsewhere) => createStaticServer({ '/': join(root, 'examples'), '/tsunagu/': bundle }, elsewhere);

/** Everything the bundle is made from. */
const sources = () => [
  ...readdirSync(join(root, 'packages')).flatMap((name) => [`packages/${name}/src`, `packages/${name}/package.json`]),
  'scripts/bundling',
  'rollup.config.js',
  'tsconfig.base.json',
  'package-lock.json',
];

/** The latest change below `path` in ms; folders count too, since a file that went away changes only its folder. 0 if absent. */
function changed(path) {
  const info = statSync(path, { throwIfNoEntry: false });
  if (!info) return 0;
  if (!info.isDirectory()) return info.mtimeMs;
  return Math.max(info.mtimeMs, ...readdirSync(path).map((name) => changed(join(path, name))));
}

/** Rollup writes this file after all others, so a build that was broken off does not count. */
const built = () => changed(join(bundle, 'integrity.json'));

export const bundleIsFresh = () => built() > Math.max(...sources().map((path) => changed(join(root, path))));

const lock = join(root, 'node_modules/.cache/tsunagu-bundle.lock');

/** Whoever holds the lock is alive; a build that was killed leaves its number behind. */
function isHeld() {
  try {
    process.kill(Number(readFileSync(lock, 'utf8')) || process.pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

/** Runs `work` alone: two tests that both find the bundle old must not write it at the same time. */
function alone(work) {
  mkdirSync(dirname(lock), { recursive: true });
  for (;;) {
    try {
      writeFileSync(lock, String(process.pid), { flag: 'wx' });
      break;
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
      if (isHeld()) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 200);
      else rmSync(lock, { force: true });
    }
  }
  try {
    work();
  } finally {
    rmSync(lock, { force: true });
  }
}

/**
 * Builds the bundle if need be; rollup's own words are shown only when it fails.
 *
 * @throws {Error} when it cannot be built
 */
export function ensureBundle({ onStart = () => undefined } = {}) {
  if (bundleIsFresh()) return;
  onStart();
  alone(() => {
    if (bundleIsFresh()) return;
    const rollup = fileURLToPath(import.meta.resolve('rollup/dist/bin/rollup'));
    const { status, stdout, stderr, error } = spawnSync(process.execPath, [rollup, '-c', '--silent'], { cwd: root, encoding: 'utf8' });
    if (status !== 0) throw new Error(`The bundle could not be built.\n${error?.message ?? ''}${stdout}${stderr}`);
  });
}
