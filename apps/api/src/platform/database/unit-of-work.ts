import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { retryingConflicts } from './retry';
import { runAfterCommit } from './after-commit';
import { requestContext } from '../requests/request-context';
import { IdempotentAnswers } from './idempotent-answers';
import type { Statement, StatementAnswer } from './together';
import { beforeCommit, inTransaction, Later, sendNow } from './transaction';
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

  /**
   * `first` is sent with the begin, and `work` gets its answers. Work may end in the answer of a statement that is sent
   * with the commit (`withCommit`). So a write whose parts need nothing of each other goes to PostgreSQL and back twice.
   */
  async write<T>(work: Work<T>, first: readonly Statement[] = []): Promise<T> {
    const context = requestContext();
    if (context?.written) throw new Error('A request is one unit of work; this one writes a second time.');
    const answer = await retryingConflicts(() => this.attempt(work, first));
    if (context) context.written = true;
    runAfterCommit(answer.tx);
    return told(answer.body);
  }

  private attempt<T>(work: Work<T>, first: readonly Statement[]): Promise<{ body: T | Later<T>; tx: EntityManager }> {
    const claim = this.answers.claim();
    return inTransaction(this.db, [this.facts.statement(), ...claim, ...first], async (tx, [facts, ...answers]) => {
      this.facts.take(tx, facts?.rows ?? []);
      const claimed = answers.splice(0, claim.length);
      const done = await this.answers.answerOf(tx, claimed[0]?.rows ?? []);
      if (done) return { body: done.body as T, tx };
      const body = await work(tx, answers);
      await this.keep(tx, body);
      return { body, tx };
    });
  }

  private async keep(tx: EntityManager, body: unknown): Promise<void> {
    if (!this.answers.areKept()) return;
    // What is kept has to be known.
    if (body instanceof Later) await sendNow(tx, []);
    for (const statement of this.answers.keep(told(body))) await beforeCommit(tx, statement);
  }
}

/** What a unit of work does, given the answers of what was sent with its begin. */
type Work<T> = (tx: EntityManager, first: StatementAnswer[]) => Promise<T | Later<T>>;

function told<T>(body: T | Later<T>): T {
  return body instanceof Later ? (body.value as T) : body;
}
