#!/usr/bin/env node
/**
 * Runs the browser tests in Chromium, Firefox and WebKit.
 *
 * `npm run test:browser -- --engine chromium --files window-finder` narrows both (repeatable) while working.
 */
import { parseArgs } from 'node:util';
import { startTestRunner } from '@web/test-runner';

const { values, positionals } = parseArgs({
  options: { engine: { type: 'string', multiple: true, default: [] }, files: { type: 'string', multiple: true, default: [] } },
  allowPositionals: true,
});
process.env.TSUNAGU_ENGINES = values.engine.join(',');
process.env.TSUNAGU_FILES = [...values.files, ...positionals].join(',');

let config;
try {
  ({ default: config } = await import('../web-test-runner.config.js'));
} catch (error) {
  console.error(`\n${error.message}\n`);
  process.exit(1);
}
if (config.groups.length === 0) {
  console.error(`No browser test matches ${process.env.TSUNAGU_FILES}.`);
  process.exit(1);
}

// The runner has no limit for a whole run: an engine that hangs between files would otherwise hold a build for ever.
const limit = setTimeout(() => finish(false, 'The browser tests did not end within 25 minutes.'), 25 * 60_000);
let runner;
let ending = false;
async function finish(passed, message) {
  if (ending) return;
  ending = true;
  clearTimeout(limit);
  if (message) console.error(message);
  setTimeout(() => process.exit(passed ? 0 : 1), 15_000).unref();
  if (!passed) await runner?.stop().catch(() => undefined);
  process.exit(passed ? 0 : 1);
}
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => finish(false));

runner = await startTestRunner({ config, readCliArgs: false, readFileConfig: false, autoExitProcess: false });
runner?.on('stopped', (passed) => finish(passed));
