#!/usr/bin/env node
/**
 * Finds the three engines the tests run in (Chromium, Firefox, WebKit), and installs what is missing on Debian and Ubuntu.
 *
 * An engine that can neither be found nor installed is an error that names the one command to run: tests never go on with fewer
 * engines than were asked for. `CHROMIUM_PATH`, `FIREFOX_PATH`, `WEBKIT_DRIVER_PATH` and `MINIBROWSER_PATH` point to other builds.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { install, isExecutable, isRoot, onPath } from './debian.mjs';

export { isRoot };

export const engineNames = ['chromium', 'firefox', 'webkit'];

const debianPackages = {
  chromium: ['chromium'],
  firefox: ['firefox-esr'],
  webkit: ['webkit2gtk-driver', 'xvfb'],
};
/** Without a Japanese font every kanji is the same box, and measured widths mean nothing. */
const fontPackage = 'fonts-noto-cjk';

function fromEnvironment(name) {
  const path = process.env[name];
  if (path && !isExecutable(path)) throw new Error(`${name} is set to ${path}, which cannot be executed.`);
  return path || undefined;
}

/** The small browser that WebKitGTK brings for automation; its folder carries the library's ABI version. */
function findMiniBrowser() {
  const roots = ['/usr/lib', '/usr/libexec', ...subfolders('/usr/lib').filter((folder) => folder.includes('-linux-'))];
  return roots
    .flatMap((root) => subfolders(root).filter((folder) => /\/webkit2?gtk-\d/.test(folder)))
    .sort()
    .reverse()
    .map((folder) => join(folder, 'MiniBrowser'))
    .find(isExecutable);
}

function subfolders(folder) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => join(folder, entry.name));
}

/** Paths of the engines on this machine; an engine that is missing, or lacks a part, is undefined. */
export function findEngines() {
  const chromium = fromEnvironment('CHROMIUM_PATH') ?? onPath('chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome');
  const firefox = fromEnvironment('FIREFOX_PATH') ?? onPath('firefox-esr', 'firefox');
  const driver = fromEnvironment('WEBKIT_DRIVER_PATH') ?? onPath('WebKitWebDriver');
  const browser = fromEnvironment('MINIBROWSER_PATH') ?? findMiniBrowser();
  const xvfb = onPath('Xvfb');
  return { chromium, firefox, webkit: driver && browser && xvfb ? { driver, browser, xvfb } : undefined };
}

function hasJapaneseFont() {
  const list = spawnSync('fc-list', [':lang=ja'], { encoding: 'utf8' });
  return list.status === 0 && list.stdout.trim() !== '';
}

/** Paths of `wanted` engines, after installing what is missing; throws when one is still missing. */
export function ensureEngines(wanted = engineNames) {
  const unknown = wanted.filter((name) => !engineNames.includes(name));
  if (unknown.length > 0) throw new Error(`Unknown engine ${unknown.join(', ')}; there are ${engineNames.join(', ')}.`);
  const missing = (engines) => wanted.filter((name) => !engines[name]);
  const packagesFor = (names) => [...names.flatMap((name) => debianPackages[name]), ...(hasJapaneseFont() ? [] : [fontPackage])];

  let engines = findEngines();
  const packages = packagesFor(missing(engines));
  if (packages.length > 0) {
    install(packages);
    engines = findEngines();
  }
  const absent = missing(engines);
  if (absent.length > 0) {
    const all = packagesFor(absent).join(' ');
    throw new Error(
      `No ${absent.join(', no ')} on this machine, and it could not be installed.\n` +
        `Tests run in every engine or not at all. On Debian or Ubuntu, run:\n\n  sudo apt-get install -y ${all}\n`,
    );
  }
  return engines;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    const engines = ensureEngines();
    for (const name of engineNames) console.log(`${name}: ${engines[name].browser ?? engines[name]}`);
  } catch (error) {
    console.error(error.message);
    process.exit(1);
  }
}
