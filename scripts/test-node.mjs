#!/usr/bin/env node
/** Runs the Node tests (`isNodeTest` has the naming rule). Arguments narrow the files: `npm run test:node -- hours`. */
import { spawn } from 'node:child_process';
import { isNodeTest, testFiles } from './files.mjs';
import { bundleNodeTests } from './testing/bundle-node-tests.mjs';

const files = testFiles(isNodeTest, process.argv.slice(2));
if (files.length === 0) {
  console.error(`No Node test matches ${process.argv.slice(2).join(' ')}.`);
  process.exit(1);
}
const { tests, receiver, remove } = await bundleNodeTests(files);
const flags = ['--enable-source-maps', '--test', '--test-concurrency=2', '--test-reporter=spec'];
const child = spawn(process.execPath, [...flags, ...tests], {
  stdio: 'inherit',
  env: { ...process.env, TSUNAGU_RECEIVER_COMMAND: receiver },
});
// The tests end first, then what they were built into goes.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
child.on('close', async (status) => {
  await remove();
  process.exit(status ?? 1);
});
