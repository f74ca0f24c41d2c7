/**
 * A PostgreSQL of a test's own: a private cluster in a temporary folder, on a free port of the loopback address, run by a user who is not root
 * (initdb refuses root). Found under Debian's folders or on the PATH, or named by `POSTGRES_BIN`; installed from Debian where that is possible.
 */
import { spawn, spawnSync } from 'node:child_process';
import { chmodSync, chownSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { install, isRoot } from '../../scripts/debian.mjs';

function findPostgres(): string | undefined {
  const named = process.env.POSTGRES_BIN;
  if (named) {
    if (!existsSync(join(named, 'initdb'))) throw new Error(`POSTGRES_BIN is set to ${named}, where there is no initdb.`);
    return named;
  }
  const root = '/usr/lib/postgresql';
  const versions = existsSync(root) ? readdirSync(root).sort((a, b) => Number(b) - Number(a)) : [];
  const folders = [...versions.map((version) => join(root, version, 'bin')), ...(process.env.PATH ?? '').split(delimiter)];
  return folders.find((folder) => existsSync(join(folder, 'initdb')) && existsSync(join(folder, 'postgres')));
}

/** The folder of initdb and postgres. @throws with the one command to run when there is none and it cannot be installed. */
function ensurePostgres(): string {
  const found = findPostgres();
  if (found) return found;
  const installed = install(['postgresql']) ? findPostgres() : undefined;
  if (installed) return installed;
  throw new Error('No PostgreSQL on this machine. On Debian or Ubuntu, run:\n\n  sudo apt-get install -y postgresql\n');
}

/** Whom root runs PostgreSQL as. */
function otherUser(): { uid: number; gid: number } | undefined {
  if (!isRoot) return undefined;
  const users = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'));
  const user = users.find(([name]) => name === 'postgres') ?? users.find(([name]) => name === 'nobody');
  if (!user) throw new Error('PostgreSQL does not run as root, and there is neither a user postgres nor nobody.');
  return { uid: Number(user[2]), gid: Number(user[3]) };
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}

export interface Cluster {
  /** For `DATABASE_URL`. */
  url: string;
  /** What the server has written to its log. */
  log: () => string;
  start: () => Promise<void>;
  /** As a crash would: connections end at once. */
  stop: () => Promise<void>;
  remove: () => Promise<void>;
}

export async function startPostgres(): Promise<Cluster> {
  const bin = ensurePostgres();
  const user = otherUser();
  const folder = mkdtempSync(join(tmpdir(), 'tsunagu-postgres-'));
  chmodSync(folder, 0o700);
  if (user) chownSync(folder, user.uid, user.gid);
  const data = join(folder, 'data');
  const options = { cwd: folder, env: { ...process.env, LC_ALL: 'C.UTF-8', TZ: 'UTC' }, ...user };
  const made = spawnSync(join(bin, 'initdb'), ['-D', data, '-U', 'tsunagu', '-A', 'trust', '-E', 'UTF8', '--no-sync'], {
    ...options,
    encoding: 'utf8',
  });
  if (made.status !== 0) throw new Error(`initdb failed: ${made.stderr}`);
  const port = await freePort();
  let output = '';
  let running: ReturnType<typeof spawn> | undefined;

  const start = (): Promise<void> =>
    new Promise((resolve, reject) => {
      const settings = { port, listen_addresses: '127.0.0.1', unix_socket_directories: '', fsync: 'off', max_connections: 60 };
      const args = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
      const server = spawn(join(bin, 'postgres'), ['-D', data, ...args], { ...options, stdio: ['ignore', 'ignore', 'pipe'] });
      running = server;
      const from = output.length;
      server.stderr.on('data', (chunk: Buffer) => {
        output += chunk.toString();
        if (output.slice(from).includes('ready to accept connections')) resolve();
      });
      server.once('error', reject);
      server.once('exit', () => reject(new Error(`PostgreSQL ended: ${output.slice(from)}`)));
    });
  const stop = async (): Promise<void> => {
    const server = running;
    if (server?.exitCode !== null || server.signalCode !== null) return;
    const ended = new Promise((resolve) => server.once('exit', resolve));
    // SIGQUIT is its immediate shutdown.
    server.kill('SIGQUIT');
    await ended;
  };

  await start();
  return {
    url: `postgres://tsunagu@127.0.0.1:${port}/postgres`,
    log: () => output,
    start,
    stop,
    async remove() {
      await stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
