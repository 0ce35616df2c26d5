import { FastifyAdapter } from '@nestjs/platform-fastify';
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import type { Config } from '../config/config';
import { Problems } from '../problems/problem';
import { problemBody } from '../problems/problem.answer';
import { sendProblem } from '../problems/problem.filter';
import { withAnswerHeaders } from '../records/answer-headers';
import { securityHeaders } from '../site/security-headers';
import { requestIdOf } from './request-hooks';

const MEGABYTE = 1024 * 1024;

/** Fastify with limits on everything a client sends, and with its own refusals as problems (T12a). */
export function createAdapter(config: Config): FastifyAdapter {
  const adapter = new AnsweringAdapter({
    logger: false,
    bodyLimit: MEGABYTE,
    genReqId: requestIdOf,
    trustProxy: config.trustedProxies.length > 0 ? config.trustedProxies : false,
    requestTimeout: 30_000,
    keepAliveTimeout: 65_000,
    // A request without a host is refused by a hook of ours, in words; node would say nothing.
    http: { maxHeaderSize: 16 * 1024, headersTimeout: 20_000, requireHostHeader: false },
    routerOptions: { maxParamLength: 300 },
    return503OnClosing: false,
    schemaController: { compilersFactory: { buildValidator: noSchemas, buildSerializer: noSchemas } },
    forceCloseConnections: 'idle',
    frameworkErrors: (error: FastifyError, request: FastifyRequest, reply: FastifyReply) => {
      reply.headers(securityHeaders(config));
      sendProblem(request, reply, { ...Problems.malformed().problem, status: error.statusCode ?? 400 });
    },
    clientErrorHandler: refuseBrokenRequest,
  });
  refuseExpectations(adapter.getInstance().server);
  return adapter;
}

/** Requests are checked by their classes (0022) and answers sent as they are; so Fastify's own checkers are never loaded. */
function noSchemas(): never {
  throw new Error('No route has a schema of Fastify.');
}

/** Fastify, with the headers that follow from an answer: no interceptor, whose observables cost more than they do. */
class AnsweringAdapter extends FastifyAdapter {
  override reply(response: FastifyReply | ServerResponse, answer: unknown, status?: number): FastifyReply {
    return super.reply(response, 'request' in response ? withAnswerHeaders(answer, response) : answer, status);
  }
}

const REFUSAL_HEADERS = {
  'Content-Type': 'application/problem+json; charset=utf-8',
  'Cache-Control': 'no-store',
  'X-Content-Type-Options': 'nosniff',
  Connection: 'close',
};

/** `Expect` with anything but 100-continue, which node would refuse without a word. */
function refuseExpectations(server: Server): void {
  server.on('checkExpectation', (_request: IncomingMessage, response: ServerResponse) => {
    const body = JSON.stringify(problemBody({ ...Problems.malformed().problem, status: 417 }, { language: 'en' }));
    response.writeHead(417, { ...REFUSAL_HEADERS, 'Content-Length': Buffer.byteLength(body) }).end(body);
  });
}

const STATUS_TEXT: Record<number, string> = {
  400: 'Bad Request',
  408: 'Request Timeout',
  431: 'Request Header Fields Too Large',
};

/** What is no HTTP at all never becomes a request: it is answered on the bare connection, which then ends. */
function refuseBrokenRequest(error: Error & { code?: string }, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) return void socket.destroy();
  const status = error.code === 'HPE_HEADER_OVERFLOW' ? 431 : error.code === 'ERR_HTTP_REQUEST_TIMEOUT' ? 408 : 400;
  const body = JSON.stringify(problemBody({ ...Problems.malformed().problem, status }, { language: 'en' }));
  socket.end(
    [
      `HTTP/1.1 ${status} ${STATUS_TEXT[status] ?? ''}`,
      ...Object.entries(REFUSAL_HEADERS).map(([name, value]) => `${name}: ${value}`),
      `Content-Length: ${Buffer.byteLength(body)}`,
      '',
      body,
    ].join('\r\n'),
  );
}
