/** The workspaces of this repository, as the root package.json lists them. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const readJson = (path) => JSON.parse(readFileSync(path, 'utf8'));

/** @typedef {{ dir: string, manifest: Record<string, any> }} Workspace */

/** @returns {Workspace[]} */
export function workspaces() {
  return readJson('package.json')
    .workspaces.filter((dir) => existsSync(join(dir, 'package.json')))
    .map((dir) => ({ dir, manifest: readJson(join(dir, 'package.json')) }));
}

/**
 * Workspaces that define elements: each describes them in a custom-elements manifest.
 *
 * @returns {Workspace[]}
 */
export function elementPackages() {
  return workspaces().filter(({ dir }) => existsSync(join(dir, 'src/define.ts')));
}
