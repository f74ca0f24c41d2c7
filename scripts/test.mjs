#!/usr/bin/env node
/** `npm test`: the Node tests, then the browser tests in every engine; both always run; the last line counts all of them. */
import { spawn } from 'node:child_process';
import { installTools } from './debian.mjs';

const patterns = {
  node: { passed: /^\S* ?pass (\d+)$/gm, failed: /^\S* ?(?:fail|cancelled) (\d+)$/gm },
  browser: { passed: /\d+ files, (\d+) passed/g, failed: /\d+ passed, (\d+) failed/g },
};
const sum = (text, pattern) => [...text.matchAll(pattern)].reduce((total, [, figure]) => total + Number(figure), 0);

/** Runs a script, shows what it prints, and counts what it reports; a run that breaks without a count is one failure. */
function run(script, { passed, failed }) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [script], { stdio: ['ignore', 'pipe', 'inherit'] });
    let text = '';
    child.stdout.on('data', (data) => {
      process.stdout.write(data);
      text += data;
    });
    child.on('close', (code) => {
      const failures = sum(text, failed);
      resolve({ passed: sum(text, passed), failed: code === 0 ? failures : Math.max(failures, 1) });
    });
  });
}

const started = performance.now();
installTools();
console.log('Node tests');
const node = await run('scripts/test-node.mjs', patterns.node);
console.log('\nBrowser tests: Chromium, Firefox, WebKit');
const browser = await run('scripts/test-browser.mjs', patterns.browser);

console.log(`\nNode      ${node.passed} passed, ${node.failed} failed`);
console.log(`Browsers  ${browser.passed} passed, ${browser.failed} failed`);
console.log(`${Math.round((performance.now() - started) / 1000)} s`);
console.log(`${node.passed + browser.passed} passed, ${node.failed + browser.failed} failed`);
process.exit(node.failed + browser.failed > 0 ? 1 : 0);
