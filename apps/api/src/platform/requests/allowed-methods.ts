import type { FastifyInstance, FastifyRequest } from 'fastify';

interface KnownRoute {
  method: string;
  path: RegExp;
}

const routes = new WeakMap<FastifyInstance, KnownRoute[]>();

/** Keeps the routes as they are registered, because the router cannot tell which methods a path has. */
export function rememberRoutes(server: FastifyInstance): void {
  const known: KnownRoute[] = [];
  routes.set(server, known);
  server.addHook('onRoute', ({ method, url }) => {
    if (url.includes('*')) return;
    const path = new RegExp(`^${url.replace(/:[A-Za-z]+/g, '[^/]+')}$`);
    for (const one of [method].flat()) known.push({ method: one, path });
  });
}

/** The methods that the path of a request has; empty when there is no such path. */
export function allowedMethods({ server, url }: FastifyRequest): string[] {
  const path = url.split('?')[0] ?? '';
  const known = [...(routes.get(rootOf(server)) ?? [])].filter((route) => route.path.test(path));
  return [...new Set(known.map(({ method }) => method))].sort();
}

/** Requests know the instance they were registered on; routes are kept by the one that was created first. */
function rootOf(server: FastifyInstance): FastifyInstance {
  let instance = server;
  while (!routes.has(instance)) {
    const parent = Object.getPrototypeOf(instance) as FastifyInstance | null;
    if (!parent) return server;
    instance = parent;
  }
  return instance;
}
