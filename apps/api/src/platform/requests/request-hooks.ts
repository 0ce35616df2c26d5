import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import { Problems } from '../problems/problem';
import { EMPTY_BODY } from './json-body';
import { languageOf } from './language-of';
import { inRequestContext, type RequestContext } from './request-context';

declare module 'fastify' {
  interface FastifyRequest {
    /** What the platform knows about this request; features ask `requestContext()`. */
    context: RequestContext;
    /** The hash of the body as it came, with an `Idempotency-Key`. */
    bodyHash: string;
  }
}

const GIVEN_ID = /^[\w.-]{8,64}$/;
const KEY = /^[\x21-\x7e]{1,200}$/;

/** The caller's request id when it is one, so that traces join; else a new one. */
export function requestIdOf(request: IncomingMessage): string {
  const given = request.headers['x-request-id'];
  return typeof given === 'string' && GIVEN_ID.test(given) ? given : randomUUID();
}

/** Gives every request its context before anything decides about it, and writes one line of log when it is answered. */
export function addRequestHooks(server: FastifyInstance, logger: Logger): void {
  const answers = withoutSearch(logger);
  server.decorateRequest('context');
  server.decorateRequest('bodyHash', EMPTY_BODY);
  server.addHook('onRequest', (request, reply, done) => {
    request.context = contextOf(request);
    reply.header('X-Request-Id', request.id);
    done(refusalOf(request));
  });
  // After the body is read, because its events come from outside the context.
  server.addHook('preHandler', (request, _reply, done) => {
    try {
      request.context.idempotency = idempotencyOf(request);
    } catch (error) {
      done(error as Error);
      return;
    }
    inRequestContext(request.context, done);
  });
  server.addHook('onResponse', (request, reply, done) => {
    answers.info(
      {
        requestId: request.id,
        method: request.method,
        route: request.routeOptions.url,
        status: reply.statusCode,
        ms: Math.round(reply.elapsedTime * 10) / 10,
        user: request.context.session?.user.id,
      },
      'answered',
    );
    done();
  });
}

/**
 * The same log without the search for secrets, which costs more than the line does. Only for the line of an answer: its
 * values are our own, or were checked to be an id.
 */
function withoutSearch(logger: Logger): Logger {
  return logger.child({}, { redact: [] });
}

/** What no route has to look at: a request that says no host, and a path with a NUL, which names nothing anywhere. */
function refusalOf({ headers, url }: FastifyRequest): Error | undefined {
  if (headers.host === undefined) return Problems.malformed();
  return url.split('?')[0]?.includes('%00') ? Problems.notFound() : undefined;
}

function contextOf(request: FastifyRequest): RequestContext {
  return {
    requestId: request.id,
    route: `${request.method} ${request.url.split('?')[0] ?? ''}`,
    language: languageOf(request.headers['accept-language']),
    address: request.ip,
    session: null,
    permission: null,
    idempotency: null,
    keepAnswer: true,
    written: false,
  };
}

/** `Idempotency-Key` is honoured on every POST; 400 when it is no key. */
function idempotencyOf({ method, headers, bodyHash }: FastifyRequest): RequestContext['idempotency'] {
  const key = headers['idempotency-key'];
  if (method !== 'POST' || key === undefined) return null;
  if (typeof key !== 'string' || !KEY.test(key)) {
    throw Problems.invalid([{ pointer: 'Idempotency-Key', code: 'not-a-key', params: { max: 200 } }]);
  }
  return { key, bodyHash };
}
