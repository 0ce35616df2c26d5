import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import { allowedMethods } from '../requests/allowed-methods';
import { languageOf } from '../requests/language-of';
import { problemOfDatabase } from './constraints';
import { Problems, ProblemException, type ProblemContent } from './problem';
import { problemBody } from './problem.answer';

/** The only place that writes an error answer to a request that was understood. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(private readonly logger: Logger) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    const problem = toProblem(error, request);
    if (problem.status >= 500) this.logger.error({ err: error, requestId: request.id }, problem.code);
    sendProblem(request, http.getResponse<FastifyReply>(), problem);
  }
}

/** Writes the answer: body, headers, and nothing that a cache might keep. */
export function sendProblem(request: FastifyRequest, reply: FastifyReply, problem: ProblemContent): void {
  const place = {
    language: languageOf(request.headers['accept-language']),
    instance: request.url.split('?')[0],
    traceId: request.id,
  };
  if (problem.retryAfterSeconds !== undefined) reply.header('Retry-After', String(problem.retryAfterSeconds));
  if (problem.currentVersion !== undefined) reply.header('ETag', `"${problem.currentVersion}"`);
  const allowed = problem.code === 'method-not-allowed' ? allowedMethods(request) : [];
  if (allowed.length > 0) reply.header('Allow', allowed.join(', '));
  void reply
    .status(problem.status)
    .header('Content-Type', 'application/problem+json; charset=utf-8')
    .header('Content-Language', place.language)
    .header('Cache-Control', 'no-store')
    .send(JSON.stringify(problemBody(problem, place)));
}

function toProblem(error: unknown, request: FastifyRequest): ProblemContent {
  if (error instanceof ProblemException) return error.problem;
  if (error instanceof HttpException) return ofStatus(error.getStatus(), request);
  const ofDatabase = problemOfDatabase(error);
  if (ofDatabase) return ofDatabase.problem;
  // Whatever else happened, its text stays in the log.
  return { status: 500, code: 'internal' };
}

/** What the framework itself refuses: unknown paths, bodies it cannot read. */
function ofStatus(status: number, request: FastifyRequest): ProblemContent {
  if (status === 404) {
    return allowedMethods(request).length > 0
      ? { status: 405, code: 'method-not-allowed' }
      : Problems.notFound().problem;
  }
  if (status === 413) return Problems.tooLarge().problem;
  if (status === 415) return Problems.unsupportedMediaType().problem;
  if (status === 503) return Problems.unavailable().problem;
  if (status >= 500) return { status: 500, code: 'internal' };
  return { ...Problems.malformed().problem, status };
}
