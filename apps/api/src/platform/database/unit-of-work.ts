import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { retryingConflicts } from './retry';
import { runAfterCommit } from './after-commit';
import { requestContext } from '../requests/request-context';
import { IdempotentAnswers } from './idempotent-answers';
import { beforeCommit, inTransaction } from './transaction';
import { TransactionFacts } from './transaction-facts';

/**
 * One unit of work per request: a transaction in which the session and its roles are read again (T9), a repeat of an
 * `Idempotency-Key` gets the first answer, and a deadlock is tried again. What `work` returns is the body of the answer.
 */
@Injectable()
export class UnitOfWork {
  constructor(
    private readonly db: DataSource,
    private readonly facts: TransactionFacts,
    private readonly answers: IdempotentAnswers,
  ) {}

  async write<T>(work: (tx: EntityManager) => Promise<T>): Promise<T> {
    const context = requestContext();
    if (context?.written) throw new Error('A request is one unit of work; this one writes a second time.');
    const answer = await retryingConflicts(() => this.attempt(work));
    if (context) context.written = true;
    runAfterCommit(answer.tx);
    return answer.body;
  }

  private attempt<T>(work: (tx: EntityManager) => Promise<T>): Promise<{ body: T; tx: EntityManager }> {
    const opening = [this.facts.statement(), ...this.answers.claim()];
    return inTransaction(this.db, opening, async (tx, [facts, claim]) => {
      this.facts.take(tx, facts?.rows ?? []);
      const done = await this.answers.answerOf(tx, claim?.rows ?? []);
      if (done) return { body: done.body as T, tx };
      const body = await work(tx);
      for (const statement of this.answers.keep(body)) await beforeCommit(tx, statement);
      return { body, tx };
    });
  }
}
