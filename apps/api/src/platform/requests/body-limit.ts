import { RouteConfig } from '@nestjs/platform-fastify';
import type { FastifyInstance } from 'fastify';

/** Lets the body of one route be larger than the megabyte that all others may have. */
export const BodyLimit = (bytes: number): MethodDecorator => RouteConfig({ bodyLimit: bytes });

/** Hands the limit a route asks for to the server. */
export function obeyBodyLimits(server: FastifyInstance): void {
  server.addHook('onRoute', (route) => {
    const limit = (route.config as { bodyLimit?: number } | undefined)?.bodyLimit;
    if (limit !== undefined) route.bodyLimit = limit;
  });
}
