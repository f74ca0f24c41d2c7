/** Files under a folder, for the scripts that must run on Node 20, whose `node --test` and `fs` know no globs. */
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

const ignored = new Set(['node_modules', 'dist', 'cdn', 'storybook-static']);

/**
 * Every file below `dir` that `keep` accepts, sorted, as paths with `/`; a missing folder has none.
 *
 * @param {string} dir
 * @param {(path: string) => boolean} keep
 * @returns {string[]}
 */
export function filesUnder(dir, keep = () => true) {
  if (!existsSync(dir)) return [];
  if (statSync(dir).isFile()) return keep(dir) ? [dir] : [];
  return readdirSync(dir, { withFileTypes: true })
    .flatMap((entry) => {
      if (ignored.has(entry.name)) return [];
      const path = join(dir, entry.name).replaceAll('\\', '/');
      return entry.isDirectory() ? filesUnder(path, keep) : keep(path) ? [path] : [];
    })
    .sort();
}

/**
 * The naming rule of the tests: `*.node.test.ts`, and everything in `test/schema` and `test/packaging`, runs in Node;
 * every other `*.test.ts` runs in the browsers.
 */
export function isNodeTest(path) {
  return path.endsWith('.node.test.ts') || (/^(\.\/)?test\/(schema|packaging)\//.test(path) && path.endsWith('.test.ts'));
}

export function isBrowserTest(path) {
  return path.endsWith('.test.ts') && !isNodeTest(path);
}

/** Test files of one kind; `wanted` narrows them to those whose path contains one of the given texts. */
export function testFiles(isWanted, wanted = []) {
  const all = filesUnder('test', isWanted);
  const needles = wanted.map((text) => text.replace(/^\.\//, '').replace(/[*]+.*$/, ''));
  return needles.length === 0 ? all : all.filter((path) => needles.some((needle) => path.includes(needle)));
}
