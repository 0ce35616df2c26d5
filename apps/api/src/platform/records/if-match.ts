import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { Problems } from '../problems/problem';

const VERSION = /^(?:W\/)?"(\d{1,10})"$/;

/** Reads the version out of a request; named, so that the OpenAPI document knows the routes that ask for it. */
export const versionFromHeader = (_data: unknown, context: ExecutionContext): number =>
  versionOf(context.switchToHttp().getRequest<FastifyRequest>().headers['if-match']);

/** The version a change is based on: `If-Match: "7"`. 428 without the header, 400 when it is no version. */
export const IfMatch = createParamDecorator(versionFromHeader);

export function versionOf(header: string | undefined): number {
  if (header === undefined) throw Problems.preconditionRequired();
  const version = Number(VERSION.exec(header.trim())?.[1] ?? Number.NaN);
  if (!Number.isSafeInteger(version) || version > 2_147_483_647) {
    throw Problems.invalid([{ pointer: 'If-Match', code: 'not-a-version' }]);
  }
  return version;
}

/** Refuses (412) a change based on another version than the one that stands. */
export function requireVersion(asked: number, current: number): void {
  if (asked !== current) throw Problems.stale(current);
}
