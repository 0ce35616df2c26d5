import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { map, type Observable } from 'rxjs';

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
        if (isRecord(answer)) setHeaders(http.getRequest(), http.getResponse(), answer);
        return answer;
      }),
    );
  }
}

function setHeaders({ url }: FastifyRequest, reply: FastifyReply, { version, id }: Record<string, unknown>): void {
  if (typeof version === 'number') reply.header('ETag', `"${version}"`);
  if (reply.statusCode === CREATED && typeof id === 'string') {
    reply.header('Location', `${url.split('?')[0]?.replace(/\/$/, '') ?? ''}/${id}`);
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
