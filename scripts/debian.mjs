/** What the tests find on the machine, or install on Debian and Ubuntu: as root, or with a sudo that asks nothing. */
import { spawnSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const isRoot = process.getuid?.() === 0;

export function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** Path of the first of these programs that there is. */
export function onPath(...names) {
  const folders = (process.env.PATH ?? '').split(delimiter).concat('/usr/bin', '/usr/local/bin');
  return names.flatMap((name) => folders.map((folder) => join(folder, name))).find(isExecutable);
}

function run(command, args) {
  const sudo = isRoot ? [] : ['sudo', '-n'];
  const [program, ...rest] = [...sudo, command, ...args];
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  return spawnSync(program, rest, { stdio: ['ignore', 'ignore', 'inherit'], env }).status === 0;
}

/** False where it could not be done. */
export function install(packages) {
  if (!onPath('apt-get') || (!isRoot && !onPath('sudo'))) return false;
  console.log(`Installing ${packages.join(', ')} …`);
  // A held lock or a stale index is ordinary on a fresh machine: wait for the lock, refresh the index once.
  run('apt-get', ['-o', 'DPkg::Lock::Timeout=300', 'update', '-qq']);
  return run('apt-get', ['-o', 'DPkg::Lock::Timeout=300', 'install', '-y', '-qq', '--no-install-recommends', ...packages]);
}

const packageOf = {
  zbarimg: 'zbar-tools',
  pdftoppm: 'poppler-utils',
  pdftotext: 'poppler-utils',
  pdfinfo: 'poppler-utils',
  soffice: 'libreoffice-calc',
};

const missing = () => Object.keys(packageOf).filter((name) => !onPath(name));

/** Installs what is missing of them at once, so that no test waits for it; what could not be had is told by the test that needs it. */
export function installTools() {
  const packages = [...new Set(missing().map((name) => packageOf[name]))];
  if (packages.length > 0) install(packages);
}

/** Path of a program that a proof needs (reads codes, turns a PDF into pictures, opens a spreadsheet), after installing it where it is missing; else throws. */
export function ensureTool(name) {
  if (!onPath(name)) install([packageOf[name]]);
  const path = onPath(name);
  if (path) return path;
  throw new Error(
    `No ${name} on this machine, and it could not be installed. On Debian or Ubuntu, run:\n\n  sudo apt-get install -y ${packageOf[name]}\n`,
  );
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  installTools();
  for (const name of missing()) console.error(`${name}: not on this machine (${packageOf[name]})`);
  process.exit(missing().length > 0 ? 1 : 0);
}
