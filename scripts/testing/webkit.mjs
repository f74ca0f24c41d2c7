/**
 * WebKit (Safari's engine) for Web Test Runner: a virtual screen, WebKitWebDriver on it, and the runner's WebDriver launcher.
 *
 * Xvfb chooses its own free display number (`-displayfd`), so two runs on one machine never meet.
 */
import { spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { webdriverLauncher } from '@web/test-runner-webdriver';

/** A port of the loopback address that was free a moment ago. */
export function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

function startXvfb(path) {
  return new Promise((resolve, reject) => {
    const args = ['-displayfd', '3', '-screen', '0', '1280x1024x24', '-nolisten', 'tcp'];
    const child = spawn(path, args, { stdio: ['ignore', 'ignore', 'pipe', 'pipe'] });
    let errors = '';
    child.stderr.on('data', (data) => (errors += data));
    child.once('error', reject);
    child.once('exit', (code) => reject(new Error(`Xvfb ended with ${code}: ${errors}`)));
    let number = '';
    child.stdio[3].on('data', (data) => {
      number += data;
      if (number.includes('\n')) resolve({ child, display: `:${number.trim()}` });
    });
  });
}

async function startDriver(path, display) {
  const port = await freePort();
  // Software rendering: a test machine has no graphics card, and the probing for one costs seconds and warnings.
  const env = { ...process.env, DISPLAY: display, LIBGL_ALWAYS_SOFTWARE: '1', NO_AT_BRIDGE: '1', WEBKIT_DISABLE_DMABUF_RENDERER: '1' };
  const child = spawn(path, [`--port=${port}`, '--host=127.0.0.1'], { stdio: 'ignore', env, detached: true });
  let ended;
  child.once('error', (error) => (ended = error));
  child.once('exit', (code) => (ended ??= new Error(`WebKitWebDriver ended with ${code}`)));
  const until = Date.now() + 30_000;
  while (Date.now() < until) {
    if (ended) throw ended;
    try {
      const response = await fetch(`http://127.0.0.1:${port}/status`, { signal: AbortSignal.timeout(2000) });
      if (response.ok) return { child, port };
    } catch {
      // Not listening yet.
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  killGroup(child);
  throw new Error('WebKitWebDriver did not answer within 30 seconds.');
}

/** The driver starts MiniBrowser and its web processes in its own group; none of them may outlive the run. */
function killGroup(child) {
  try {
    process.kill(-child.pid, 'SIGKILL');
  } catch {
    // Already gone.
  }
}

/** A Web Test Runner launcher for WebKit; starts its processes with the first session and ends them with the run. */
export function webkitLauncher({ driver, browser, xvfb }) {
  const options = {
    hostname: '127.0.0.1',
    path: '/',
    logLevel: 'error',
    connectionRetryCount: 1,
    connectionRetryTimeout: 120_000,
    capabilities: {
      browserName: 'MiniBrowser',
      'wdio:enforceWebDriverClassic': true,
      'webkitgtk:browserOptions': { binary: browser, args: ['--automation'] },
    },
  };
  const launcher = webdriverLauncher(options);
  let screen;
  let service;
  const end = () => {
    if (service) killGroup(service.child);
    screen?.child.removeAllListeners('exit');
    screen?.child.kill('SIGTERM');
  };

  const initialize = launcher.initialize.bind(launcher);
  launcher.initialize = async (config) => {
    await initialize(config);
    launcher.name = 'WebKit';
    screen = await startXvfb(xvfb);
    service = await startDriver(driver, screen.display);
    options.port = service.port;
    process.once('exit', end);
  };
  const stop = launcher.stop.bind(launcher);
  launcher.stop = async () => {
    await Promise.race([stop(), new Promise((resolve) => setTimeout(resolve, 10_000).unref())]);
    end();
    process.off('exit', end);
  };
  return launcher;
}
