import type { FastifyReply } from 'fastify';
import { JsonText } from './json-text';
import { locationOf } from './location-of';

const CREATED = 201;

/**
 * The headers that follow from an answer: `ETag` for whatever carries a `version`, `Location` for what was created.
 * So a repeat that gets the first answer gets the same headers. Answers what is sent.
 */
export function withAnswerHeaders(answer: unknown, reply: FastifyReply): unknown {
  if (answer instanceof JsonText) return textOf(answer, reply);
  if (typeof answer !== 'object' || answer === null || Array.isArray(answer)) return answer;
  const { version, id } = answer as Record<string, unknown>;
  if (typeof version === 'number') reply.header('ETag', `"${version}"`);
  if (reply.statusCode === CREATED) reply.header('Location', locationOf(reply.request, id));
  return answer;
}

function textOf({ text, version, id }: JsonText<unknown>, reply: FastifyReply): string {
  reply.header('Content-Type', 'application/json; charset=utf-8');
  if (version !== undefined) reply.header('ETag', `"${version}"`);
  if (reply.statusCode === CREATED) reply.header('Location', locationOf(reply.request, id));
  return text;
}
