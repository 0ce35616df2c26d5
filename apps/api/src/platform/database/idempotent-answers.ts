import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Problems } from '../problems/problem';
import { JsonText } from '../records/json-text';
import { requestContext } from '../requests/request-context';
import type { Statement } from './together';

/** Longer answers are not kept; a repeat then learns that the work is done, and reads the record. */
const ANSWER_MAX = 16 * 1024;

const CLAIM = {
  name: 'idempotency-claim',
  text: `INSERT INTO idempotency_key (principal, route, key, body_hash) VALUES ($1, $2, $3, $4)
    ON CONFLICT (principal, route, key) DO UPDATE SET body_hash = excluded.body_hash, answer = NULL, created_at = now()
      WHERE idempotency_key.created_at < now() - interval '24 hours'
    RETURNING key`,
};
const KEEP = {
  name: 'idempotency-keep',
  text: 'UPDATE idempotency_key SET answer = $4 WHERE principal = $1 AND route = $2 AND key = $3',
};

/** The answers given to an `Idempotency-Key`, per person and route, for 24 hours, written with what they answer. */
@Injectable()
export class IdempotentAnswers {
  /** Takes the key, if the request has one. A repeat that arrives while the first is still at work waits for it here. */
  claim(): Statement[] {
    const key = keyOf();
    return key ? [{ ...CLAIM, values: [key.principal, key.route, key.key, key.bodyHash] }] : [];
  }

  /** The first answer when this request repeats an earlier one; null when it is the first, which the claim tells. */
  async answerOf(tx: EntityManager, claimed: readonly unknown[]): Promise<{ body: unknown } | null> {
    const key = keyOf();
    if (!key || claimed.length > 0) return null;
    const [first] = await tx.query<{ body_hash: string; answer: string | null }[]>(
      'SELECT body_hash, answer FROM idempotency_key WHERE principal = $1 AND route = $2 AND key = $3',
      [key.principal, key.route, key.key],
    );
    if (first?.body_hash !== key.bodyHash) throw Problems.idempotencyMismatch();
    if (first.answer === null) throw Problems.conflict('already-done');
    return { body: JSON.parse(first.answer) as unknown };
  }

  /** Whether this request is one whose answer is kept. */
  areKept(): boolean {
    return keyOf()?.keepAnswer ?? false;
  }

  /** Keeps the answer of a first request. An answer that carries a secret is never kept. */
  keep(body: unknown): Statement[] {
    const key = keyOf();
    if (!key?.keepAnswer) return [];
    const answer = body instanceof JsonText ? body.text : JSON.stringify(body ?? null);
    if (Buffer.byteLength(answer) > ANSWER_MAX) return [];
    return [{ ...KEEP, values: [key.principal, key.route, key.key, answer] }];
  }
}

function keyOf() {
  const context = requestContext();
  if (!context?.idempotency || !context.session) return null;
  return {
    ...context.idempotency,
    principal: context.session.user.id,
    route: context.route,
    keepAnswer: context.keepAnswer,
  };
}
