import { createHash } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import { type InvalidField, Problems } from '../problems/problem';

const DEPTH_MAX = 32;
/** Twice what a thousand measurements take; checking more would keep everybody else waiting. */
const VALUES_MAX = 10_000;
const POISON = new Set(['__proto__', 'constructor', 'prototype']);

/** The hash of a body as it came, for `Idempotency-Key`. */
export const EMPTY_BODY = createHash('sha256').digest('hex');

/** Reads JSON, and nothing else: no other content type has a parser, so it is answered with 415. */
export function readJsonBodies(server: FastifyInstance): void {
  server.removeAllContentTypeParsers();
  server.addContentTypeParser('application/json', { parseAs: 'string' }, (request, text, done) => {
    try {
      const body = text === '' ? undefined : parse(String(text));
      if (request.headers['idempotency-key'] !== undefined) {
        request.bodyHash = createHash('sha256').update(text).digest('hex');
      }
      done(null, body);
    } catch (error) {
      done(error as Error, undefined);
    }
  });
}

function parse(text: string): unknown {
  const body = parseJson(text);
  const wrong = wrongPart(body);
  if (wrong) throw Problems.invalid([wrong]);
  return body;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw Problems.malformed();
  }
}

interface Part {
  value: unknown;
  key: string;
  parent: Part | null;
  depth: number;
}

/**
 * What no field of any body may hold: keys that reach for prototypes, NUL and broken surrogates, numbers too large to
 * be numbers, nesting and lists without end. Walks without recursion, because the depth is the client's choice.
 */
function wrongPart(body: unknown): InvalidField | undefined {
  const parts: Part[] = [{ value: body, key: '', parent: null, depth: 0 }];
  let values = 0;
  for (let part = parts.pop(); part; part = parts.pop()) {
    const { value, depth } = part;
    if (depth > DEPTH_MAX) return { pointer: pointerTo(part), code: 'too-deep', params: { max: DEPTH_MAX } };
    if (typeof value === 'number' && !Number.isFinite(value)) return { pointer: pointerTo(part), code: 'not-a-number' };
    if (typeof value === 'string' && (!value.isWellFormed() || value.includes('\0'))) {
      return { pointer: pointerTo(part), code: 'hidden-characters' };
    }
    if (typeof value !== 'object' || value === null) continue;
    const keys = Object.keys(value);
    values += keys.length;
    if (values > VALUES_MAX) return { pointer: '', code: 'too-many', params: { max: VALUES_MAX } };
    for (const key of keys) {
      const inner = { value: (value as Record<string, unknown>)[key], key, parent: part, depth: depth + 1 };
      if (POISON.has(key)) return { pointer: pointerTo(inner), code: 'unknown-property' };
      parts.push(inner);
    }
  }
  return undefined;
}

/** Written only for what is wrong: a body has thousands of parts. */
function pointerTo({ key, parent }: Part): string {
  return parent ? `${pointerTo(parent)}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}` : '';
}
