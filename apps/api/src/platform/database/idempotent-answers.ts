import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Problems } from '../problems/problem';
import { JsonText } from '../records/json-text';
import { requestContext } from '../requests/request-context';

/** Longer answers are not kept; a repeat then learns that the work is done, and reads the record. */
const ANSWER_MAX = 16 * 1024;

/** The answers given to an `Idempotency-Key`, per person and route, for 24 hours, written with what they answer. */
@Injectable()
export class IdempotentAnswers {
  /**
   * The first answer when this request repeats an earlier one; null when it is the first. A repeat that arrives while
   * the first is still at work waits for it here, on the row's unique key.
   */
  async answerOf(tx: EntityManager): Promise<{ body: unknown } | null> {
    const key = keyOf();
    if (!key) return null;
    const mine = await tx.query<unknown[]>(
      `INSERT INTO idempotency_key (principal, route, key, body_hash) VALUES ($1, $2, $3, $4)
       ON CONFLICT (principal, route, key) DO UPDATE SET body_hash = excluded.body_hash, answer = NULL, created_at = now()
         WHERE idempotency_key.created_at < now() - interval '24 hours'
       RETURNING key`,
      [key.principal, key.route, key.key, key.bodyHash],
    );
    if (mine.length > 0) return null;
    const [first] = await tx.query<{ body_hash: string; answer: string | null }[]>(
      'SELECT body_hash, answer FROM idempotency_key WHERE principal = $1 AND route = $2 AND key = $3',
      [key.principal, key.route, key.key],
    );
    if (first?.body_hash !== key.bodyHash) throw Problems.idempotencyMismatch();
    if (first.answer === null) throw Problems.conflict('already-done');
    return { body: JSON.parse(first.answer) as unknown };
  }

  /** Keeps the answer of a first request. An answer that carries a secret is never kept. */
  async keep(tx: EntityManager, body: unknown): Promise<void> {
    const key = keyOf();
    if (!key?.keepAnswer) return;
    const answer = body instanceof JsonText ? body.text : JSON.stringify(body ?? null);
    if (Buffer.byteLength(answer) > ANSWER_MAX) return;
    await tx.query('UPDATE idempotency_key SET answer = $4 WHERE principal = $1 AND route = $2 AND key = $3', [
      key.principal,
      key.route,
      key.key,
      answer,
    ]);
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
