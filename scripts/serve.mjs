/**
 * A static file server for the example pages: small, strict, and loopback by default.
 *
 * It sends the Content-Security-Policy that a careful city would, so that every example also shows that the elements live under it.
 */
import { createHash } from 'node:crypto';
import { readFile, realpath, stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, sep } from 'node:path';

/** No inline script, no inline style, no other origin, no string turned into markup. `lit-html` is the name of Lit's own policy. */
export const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "connect-src 'self'",
  "img-src 'self'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types lit-html',
].join('; ');

const types = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.txt': 'text/plain; charset=utf-8',
};

const headers = {
  'content-security-policy': contentSecurityPolicy,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  // Always asked for again, answered with 304: what was just built is what is seen.
  'cache-control': 'no-cache',
};

/**
 * The file a URL path means, or undefined. Never a file outside of the mount, whatever `..`, encodings or symbolic links say,
 * and never one of a type that is not in the list above (`.mjs`, dot files, sources).
 *
 * @param {Record<string, string>} mounts folders by URL prefix, the longest prefix first
 * @param {string} pathname
 * @returns {Promise<string | undefined>}
 */
async function fileFor(mounts, pathname) {
  let path;
  try {
    path = decodeURIComponent(pathname);
  } catch {
    return undefined;
  }
  if (/[\0\\]/.test(path) || path.split('/').some((part) => part.startsWith('.'))) return undefined;
  const prefix = Object.keys(mounts)
    .sort((a, b) => b.length - a.length)
    .find((each) => path.startsWith(each));
  if (prefix === undefined) return undefined;
  const wanted = path.endsWith('/') ? `${path}index.html` : path;
  if (!types[extname(wanted)]) return undefined;
  try {
    const root = await realpath(mounts[prefix]);
    const file = await realpath(join(root, wanted.slice(prefix.length)));
    return file.startsWith(root + sep) ? file : undefined;
  } catch {
    return undefined;
  }
}

async function answer(mounts, request, response) {
  const reply = (status, more = {}, body = '') => {
    response.writeHead(status, { ...headers, 'content-length': Buffer.byteLength(body), ...more });
    response.end(request.method === 'HEAD' ? undefined : body);
  };
  const text = { 'content-type': types['.txt'] };
  if (request.method !== 'GET' && request.method !== 'HEAD') return reply(405, { ...text, allow: 'GET, HEAD' }, 'Only GET and HEAD.\n');
  const file = await fileFor(mounts, (request.url ?? '/').split(/[?#]/)[0]);
  if (!file || !(await stat(file)).isFile()) return reply(404, text, 'ページが見つかりません。 Not found.\n');
  const body = await readFile(file);
  const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`;
  if (request.headers['if-none-match'] === etag) {
    response.writeHead(304, { ...headers, etag });
    return response.end();
  }
  return reply(200, { 'content-type': types[extname(file)], etag }, body);
}

/**
 * A server of the given folders, not yet listening.
 *
 * @param {Record<string, string>} mounts folders by URL prefix, as `{ '/': 'examples/' }`
 * @param {(request: import('node:http').IncomingMessage, response: import('node:http').ServerResponse) => boolean} [elsewhere] takes a
 * request itself, and says so
 */
export function createStaticServer(mounts, elsewhere = () => false) {
  return createServer((request, response) => {
    if (elsewhere(request, response)) return;
    answer(mounts, request, response).catch((error) => {
      console.error(`${request.method} ${request.url}: ${error.message}`);
      if (!response.headersSent) response.writeHead(500, headers);
      response.end();
    });
  });
}

/**
 * Listens on `port`, or on the next free one of twenty, or on any. Resolves with the port taken.
 *
 * @param {import('node:http').Server} server
 * @param {{ port?: number, host?: string }} where
 * @returns {Promise<number>}
 */
export async function listen(server, { port = 0, host = '127.0.0.1' } = {}) {
  const candidates = port === 0 ? [0] : [...Array.from({ length: 20 }, (_, step) => port + step).filter((each) => each < 65_536), 0];
  for (const candidate of candidates) {
    const taken = await tryPort(server, candidate, host);
    if (taken !== undefined) return taken;
  }
  throw new Error('No free port was found.');
}

/** The port, or undefined when somebody else has it (or it needs rights that we do not have). */
function tryPort(server, port, host) {
  return new Promise((resolve, reject) => {
    const onError = (error) => {
      server.off('listening', onListening);
      if (error.code === 'EADDRINUSE' || error.code === 'EACCES') resolve(undefined);
      else reject(error);
    };
    const onListening = () => {
      server.off('error', onError);
      resolve(server.address().port);
    };
    server.once('error', onError);
    server.once('listening', onListening);
    server.listen(port, host);
  });
}
