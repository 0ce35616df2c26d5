import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { map, type Observable } from 'rxjs';
import { locationOf } from './location-of';
import { JsonText } from './json-text';

const CREATED = 201;

/**
 * The headers that follow from an answer: `ETag` for whatever carries a `version`, `Location` for what was created.
 * So a repeat that gets the first answer gets the same headers.
 */
@Injectable()
export class AnswerHeaders implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const http = context.switchToHttp();
    return next.handle().pipe(
      map((answer: unknown) => {
        if (answer instanceof JsonText) return textOf(answer, http.getResponse());
        if (isRecord(answer)) setHeaders(http.getRequest(), http.getResponse(), answer);
        return answer;
      }),
    );
  }
}

function textOf({ text, version }: JsonText<unknown>, reply: FastifyReply): string {
  reply.header('Content-Type', 'application/json; charset=utf-8');
  if (version !== undefined) reply.header('ETag', `"${version}"`);
  return text;
}

function setHeaders(request: FastifyRequest, reply: FastifyReply, { version, id }: Record<string, unknown>): void {
  if (typeof version === 'number') reply.header('ETag', `"${version}"`);
  if (reply.statusCode === CREATED) reply.header('Location', locationOf(request, id));
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
