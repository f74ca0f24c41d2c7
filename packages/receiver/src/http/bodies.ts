/** Which bodies are read: JSON and plain forms, not compressed (a small one could unpack to any size). */
import formBody from '@fastify/formbody';
import type { FastifyInstance } from 'fastify';
import { Problem } from '../problems.js';
import { readForm } from './form-body.js';
import { readJson } from './json-body.js';

export const isForm = (contentType: string | undefined): boolean => /^application\/x-www-form-urlencoded\b/i.test(contentType ?? '');

export async function readBodies(app: FastifyInstance, bodyLimit: number): Promise<void> {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('application/json', { parseAs: 'buffer' }, (request, body, done) => {
    try {
      done(null, readJson(body as Buffer, request.headers['content-type']));
    } catch (error) {
      done(error as Error);
    }
  });
  await app.register(formBody, { parser: (text) => ({ entries: readForm(text) }), bodyLimit });
  app.addHook('preParsing', (request, _reply, _payload, done) => {
    const { 'content-encoding': encoding = 'identity', 'content-type': type = '' } = request.headers;
    const strayForm = isForm(type) && request.routeOptions.config.page !== true;
    done(encoding === 'identity' && !strayForm ? null : new Problem('unsupported'));
  });
}
