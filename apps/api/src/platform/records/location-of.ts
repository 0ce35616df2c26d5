import type { FastifyRequest } from 'fastify';

/**
 * Where what was just created is to be read: at an address of its own where the API has one, else in the list it was
 * added to, else in the record it belongs to. Whoever follows it finds it.
 */
export function locationOf({ url, routeOptions, server }: FastifyRequest, id: unknown): string {
  const path = url.split('?')[0]?.replace(/\/$/, '') ?? '';
  const canRead = (route: string): boolean => server.hasRoute({ method: 'GET', url: route });
  const route = routeOptions.url ?? '';
  if (typeof id === 'string' && canRead(`${route}/:id`)) return `${path}/${id}`;
  return canRead(route) ? path : path.slice(0, path.lastIndexOf('/'));
}
