/** The receiver's own pages: for desks (`/staff`) and for whoever holds a receipt (`/receipt`). */
import { readFile } from 'node:fs/promises';
import type { FastifyInstance } from 'fastify';
import type { Context } from '../context.js';
import { Problem } from '../problems.js';
import { helpLine } from '../public/pages.js';
import { pageHeaders } from './headers.js';
import { rateOf } from './rates.js';

const types = { html: 'text/html; charset=utf-8', css: 'text/css; charset=utf-8', js: 'text/javascript; charset=utf-8' } as const;

const pages: readonly (readonly [address: string, file: string, type: keyof typeof types])[] = [
  ['/staff', 'staff.html', 'html'],
  ['/staff.css', 'staff.css', 'css'],
  ['/staff.js', 'staff.js', 'js'],
  ['/receipt', 'receipt.html', 'html'],
  ['/receipt.js', 'receipt.js', 'js'],
  ['/receiver.css', 'receiver.css', 'css'],
];

/** The folder beside the code, in the sources as in the package. */
export const ownPages = new URL('../../pages/', import.meta.url);

/** @param folder holds the pages; a file that is not there (scripts are made by the build) is answered as unknown. */
export function pageRoutes(app: FastifyInstance, { rates, desks }: Context, folder: URL): void {
  const help = helpLine(desks);
  for (const [address, file, type] of pages)
    app.get(address, { config: { rateLimit: rateOf(rates, 'read') } }, async (_request, reply) => {
      const text = await readFile(new URL(file, folder), 'utf8').catch(() => undefined);
      if (!text) throw new Problem('not-found');
      return reply
        .headers(pageHeaders(file === 'staff.html' ? 'lit-html' : 'none'))
        .type(types[type])
        .send(text.replace('<!-- help -->', () => help));
    });
}
