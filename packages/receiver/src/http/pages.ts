/** The receiver's own pages: for desks (`/staff`) and for whoever holds a receipt (`/receipt`). */
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Context } from '../context.js';
import { Problem } from '../problems.js';
import { helpLine } from '../public/pages.js';
import { pageHeaders } from './headers.js';
import { rateOf } from './rates.js';

const pages = [
  ['/staff', 'staff.html', 'lit-html'],
  ['/receipt', 'receipt.html', 'none'],
] as const;

const types = { css: 'text/css; charset=utf-8', js: 'text/javascript; charset=utf-8' } as const;

/** Asked for again each time, and answered with 304 as long as they are the same. */
const files = [
  ['staff.css', 'css'],
  ['staff.js', 'js'],
  ['receipt.js', 'js'],
  ['receiver.css', 'css'],
] as const;

/** A name that the build gave, with the hash of what is in it. Nothing else is looked for, so no path leads out of the folder. */
const chunkName = /^[A-Za-z0-9_.-]{1,80}-[A-Za-z0-9_-]{8}\.js$/;

const forever = 'public, max-age=31536000, immutable';

/** The folder beside the code, in the sources as in the package. */
export const ownPages = new URL('../../pages/', import.meta.url);

/** Parts of a page know which page they are part of no more than a script does: no policy, the browser keeps to the page's. */
const fileHeaders = { ...pageHeaders('none'), 'cross-origin-resource-policy': 'same-origin' };

/** Codes on paper are read with the desk's camera; the browser asks the worker before. */
const staffHeaders = {
  ...pageHeaders('lit-html'),
  'permissions-policy': 'camera=(self), geolocation=(), microphone=(), interest-cohort=()',
};

/** @param folder holds the pages; a file that is not there (scripts are made by the build) is answered as unknown. */
export function pageRoutes(app: FastifyInstance, { rates, desks }: Context, folder: URL): void {
  const help = helpLine(desks);
  const options = { config: { rateLimit: rateOf(rates, 'read') } };
  const read = async (file: string): Promise<string> => {
    const text = await readFile(new URL(file, folder), 'utf8').catch(() => undefined);
    if (!text) throw new Problem('not-found');
    return text;
  };

  for (const [address, file, policy] of pages)
    app.get(address, options, async (_request, reply) => {
      const text = await read(file);
      return reply
        .headers(policy === 'lit-html' ? staffHeaders : pageHeaders(policy))
        .type('text/html; charset=utf-8')
        .send(text.replace('<!-- help -->', () => help));
    });

  for (const [file, type] of files)
    app.get(`/${file}`, options, async (request, reply) => sendFile(request, reply, await read(file), types[type]));

  app.get<{ Params: { name: string } }>('/chunks/:name', options, async ({ params: { name } }, reply) => {
    if (!chunkName.test(name)) throw new Problem('not-found');
    const text = await read(`chunks/${name}`);
    return reply.headers(fileHeaders).header('cache-control', forever).type(types.js).send(text);
  });
}

function sendFile(request: FastifyRequest, reply: FastifyReply, text: string, type: string): FastifyReply {
  const etag = `"${createHash('sha256').update(text).digest('base64url').slice(0, 22)}"`;
  const known = request.headers['if-none-match']?.split(/\s*,\s*/).some((one) => one.replace(/^W\//, '') === etag);
  const answer = reply.headers({ ...fileHeaders, 'cache-control': 'no-cache', etag });
  return known ? answer.code(304).send() : answer.type(type).send(text);
}
