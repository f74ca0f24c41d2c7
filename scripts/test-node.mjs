#!/usr/bin/env node
/** Runs the Node tests (`isNodeTest` has the naming rule). Arguments narrow the files: `npm run test:node -- hours`. */
import { spawnSync } from 'node:child_process';
import { isNodeTest, testFiles } from './files.mjs';

const files = testFiles(isNodeTest, process.argv.slice(2));
if (files.length === 0) {
  console.error(`No Node test matches ${process.argv.slice(2).join(' ')}.`);
  process.exit(1);
}
const flags = ['--conditions=tsunagu-source', '--import', 'tsx', '--test', '--test-concurrency=2', '--test-reporter=spec'];
const { status } = spawnSync(process.execPath, [...flags, ...files], { stdio: 'inherit' });
process.exit(status ?? 1);
