import type { ProblemCode } from '../problems.js';

/** What a body can be refused for. */
export const body: readonly ProblemCode[] = ['not-json', 'unsupported', 'too-large', 'invalid'];

/** What an idempotency key can be refused for. */
export const keyed: readonly ProblemCode[] = ['key-missing', 'key-reused'];
