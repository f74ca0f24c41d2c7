import { defaultReporter } from '@web/test-runner';
import { chromeLauncher } from '@web/test-runner-chrome';
import { engineNames, ensureEngines, isRoot } from './scripts/browsers.mjs';
import { isBrowserTest, testFiles } from './scripts/files.mjs';
import { bundleTests } from './scripts/testing/bundle-tests.mjs';
import { testPage } from './scripts/testing/frozen-day.mjs';
import { summaryReporter } from './scripts/testing/summary.mjs';
import { freePort, webkitLauncher } from './scripts/testing/webkit.mjs';

const list = (value) => (value ? value.split(',').filter(Boolean) : []);
const wanted = list(process.env.TSUNAGU_ENGINES);
const names = wanted.length > 0 ? wanted : engineNames;
const engines = ensureEngines(names);

const quiet = ['--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update'];
const launchers = {
  chromium: () => {
    const args = [...(isRoot ? ['--no-sandbox'] : []), ...quiet, '--disable-sync', '--disable-dev-shm-usage', '--force-color-profile=srgb'];
    const launcher = chromeLauncher({ launchOptions: { executablePath: engines.chromium, args, timeout: 90_000 } });
    launcher.name = 'Chromium';
    return launcher;
  },
  firefox: () => {
    const launchOptions = { browser: 'firefox', executablePath: engines.firefox, timeout: 90_000, protocolTimeout: 180_000 };
    const launcher = chromeLauncher({ launchOptions });
    launcher.name = 'Firefox';
    return launcher;
  },
  webkit: () => webkitLauncher(engines.webkit),
};
const browsers = Object.fromEntries(names.map((name) => [name, launchers[name]()]));

const files = testFiles(isBrowserTest, list(process.env.TSUNAGU_FILES));
// axe reads the same tree in every engine: every story in every locale runs once, in Chromium, or in the one engine asked for.
const once = files.filter((path) => path.startsWith('test/a11y/'));
const everywhere = files.filter((path) => !once.includes(path));
const onceIn = browsers.chromium ?? Object.values(browsers)[0];

export const totals = {};

export default {
  rootDir: '.',
  port: await freePort(),
  hostname: '127.0.0.1',
  groups: [
    ...(everywhere.length > 0 ? [{ name: 'every engine', files: everywhere, browsers: Object.values(browsers) }] : []),
    ...(once.length > 0 ? [{ name: 'once', files: once, browsers: [onceIn] }] : []),
  ],
  // One page at a time in each engine: a page in the background gets no animation frames and no focus. Two cores, two engines at a time.
  concurrency: 1,
  concurrentBrowsers: 2,
  browserStartTimeout: 120_000,
  testsStartTimeout: 120_000,
  testsFinishTimeout: 300_000,
  testRunnerHtml: testPage,
  testFramework: { config: { ui: 'bdd', timeout: 20_000 } },
  plugins: [bundleTests(files)],
  reporters: [defaultReporter({ reportTestResults: true, reportTestProgress: false }), summaryReporter(totals)],
  filterBrowserLogs: ({ args }) => !args.some((arg) => typeof arg === 'string' && arg.includes('Lit is in dev mode')),
};
