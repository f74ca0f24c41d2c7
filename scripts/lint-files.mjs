#!/usr/bin/env node
/** House rules no linter has: no source file over 400 lines (a reader holds one thought per file), and no path of somebody's machine. */
import { readFileSync } from 'node:fs';
import { filesUnder } from './files.mjs';

const limit = 400;
const problems = [];

for (const path of filesUnder('packages', (file) => /\/src\/.*\.(ts|css|js)$/.test(file))) {
  const lines = readFileSync(path, 'utf8').trimEnd().split('\n').length;
  if (lines > limit) problems.push(`${path}: ${lines} lines; the limit is ${limit}. Split it by what changes together.`);
}

const machinePath = /(?:^|[\s"'`(=])(\/(?:work|tmp|home|Users|root)\/[\w.-]+)/m;
for (const folder of ['packages', 'test', 'stories', 'scripts', 'docs', 'examples', '.storybook']) {
  for (const path of filesUnder(folder, (file) => /\.(ts|js|mjs|css|html|md)$/.test(file))) {
    const match = machinePath.exec(readFileSync(path, 'utf8'));
    if (match) problems.push(`${path}: names a path of one machine, ${match[1]}`);
  }
}

for (const problem of problems) console.error(problem);
process.exit(problems.length > 0 ? 1 : 0);
