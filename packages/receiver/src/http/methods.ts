/** A known address asked by a wrong method answers 405 and names the right ones, instead of 404. */
import type { FastifyInstance, FastifyContextConfig, HTTPMethods } from 'fastify';
import { Problem } from '../problems.js';

const methods = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'TRACE'] as const satisfies readonly HTTPMethods[];

/** Call before the routes; the returned function adds what is missing after them. */
export function watchMethods(app: FastifyInstance): () => void {
  const routes = new Map<string, { allow: Set<string>; config: FastifyContextConfig }>();
  app.addHook('onRoute', ({ url, method, config }) => {
    if (url === '*') return;
    const route = routes.get(url) ?? { allow: new Set<string>(), config: {} };
    for (const one of [method].flat()) route.allow.add(one);
    // A preflight is asked by OPTIONS, so that route has to know whether other pages may come.
    if (config?.crossOrigin) route.config = { crossOrigin: true };
    routes.set(url, route);
  });
  return () => {
    for (const [url, { allow, config }] of [...routes]) {
      const present = [...allow];
      const refuse = (): never => {
        throw new Problem('method', { allow: present });
      };
      const missing = methods.filter((method) => !allow.has(method));
      // Refused before a body is read.
      app.route({ method: missing, url, config, exposeHeadRoute: false, preParsing: refuse, handler: refuse });
    }
  };
}
