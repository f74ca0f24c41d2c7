/** What every answer tells the browser: keep nothing, guess nothing, run nothing, frame nothing. */
import type { FastifyInstance } from 'fastify';
import { Problem } from '../problems.js';

const common = {
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=(), interest-cohort=()',
} as const;

export const apiHeaders: Readonly<Record<string, string>> = {
  ...common,
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'",
};

/**
 * Pages with our own script and style, and nothing else. `require-trusted-types-for` makes HTML out of text impossible, but for a policy of that name.
 * @param policies `lit-html` where an element is on the page: Lit makes its templates through it, which hold no data.
 */
export const pageHeaders = (policies: 'none' | 'lit-html'): Readonly<Record<string, string>> => ({
  ...common,
  'content-security-policy': [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    `trusted-types ${policies === 'none' ? "'none'" : policies}`,
  ].join('; '),
});

/** The answer to a plain form's POST: no script at all. It may stand in a frame, because the city's form may. */
export const answerPageHeaders: Readonly<Record<string, string>> = {
  ...common,
  'content-security-policy': "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'",
};

export function addHeaders(app: FastifyInstance): void {
  app.addHook('onRequest', ({ headers, raw }, reply, done) => {
    void reply.headers(apiHeaders);
    // RFC 9112, 3.2: such a request is refused.
    done(headers.host === undefined && raw.httpVersion === '1.1' ? new Problem('bad-request') : undefined);
  });
}
