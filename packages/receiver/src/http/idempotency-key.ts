import type { FastifyRequest } from 'fastify';
import { Problem } from '../problems.js';

export const keyPattern = /^[A-Za-z0-9_-]{16,128}$/;

/** @throws Problem `key-missing` when there is none, or it is of another form. */
export function idempotencyKey({ headers }: FastifyRequest): string {
  const key = headers['idempotency-key'];
  if (typeof key !== 'string' || !keyPattern.test(key)) throw new Problem('key-missing');
  return key;
}
