import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { versionOf } from './if-match';

/** Reads the version out of a request that may name none; named, so that the OpenAPI document knows its routes. */
export const maybeVersionFromHeader = (_data: unknown, context: ExecutionContext): number | null => {
  const header = context.switchToHttp().getRequest<FastifyRequest>().headers['if-match'];
  return header === undefined ? null : versionOf(header);
};

/** For activities that may be called without `If-Match`: the version it names, or null. 400 when it is no version. */
export const MaybeIfMatch = createParamDecorator(maybeVersionFromHeader);
