import type { ClientBase } from 'pg';
import type { DataSource, EntityManager, QueryRunner } from 'typeorm';
import { prepared } from './prepared';
import { type Statement, type StatementAnswer, together } from './together';

const BEGIN: Statement = { name: 'begin', text: 'BEGIN' };
const COMMIT: Statement = { name: 'commit', text: 'COMMIT' };

interface Open {
  client: ClientBase;
  /** What waits for the end of the transaction, to be sent with its commit. */
  waiting: Statement[];
}
const open = new WeakMap<EntityManager, Open>();

/**
 * Runs work in a transaction that sends its first statements with its begin, and its last ones with its commit, so that
 * each of the two costs one way to PostgreSQL and back. `work` gets the answers of the first ones.
 */
export async function inTransaction<T>(
  db: DataSource,
  opening: readonly Statement[],
  work: (tx: EntityManager, answers: StatementAnswer[]) => Promise<T>,
): Promise<T> {
  const runner = db.createQueryRunner();
  const tx = runner.manager;
  try {
    const client = (await runner.connect()) as ClientBase;
    tellOpen(runner, true);
    const [, ...answers] = await together(client, [BEGIN, ...opening]);
    const waiting: Statement[] = [];
    open.set(tx, { client, waiting });
    const result = await work(tx, answers);
    await commit(client, waiting);
    tellOpen(runner, false);
    return result;
  } catch (error) {
    // What broke the transaction is what counts, also where the connection broke with it.
    if (runner.isTransactionActive) await runner.rollbackTransaction().catch(() => undefined);
    throw error;
  } finally {
    open.delete(tx);
    await runner.release();
  }
}

/**
 * Runs a statement whose answer nobody waits for: together with the commit where `inTransaction` runs the transaction,
 * so that nothing may ask for what it writes before; at once in any other transaction.
 */
export async function beforeCommit(tx: EntityManager, statement: Statement): Promise<void> {
  const transaction = open.get(tx);
  if (transaction) transaction.waiting.push(statement);
  else await prepared(tx, statement, statement.values ?? []);
}

/**
 * Sends statements of constant text now, behind all that waits: what follows can be taken back without taking back what
 * was waiting already.
 */
export async function sendNow(tx: EntityManager, statements: readonly Statement[]): Promise<void> {
  const transaction = open.get(tx);
  if (transaction) await together(transaction.client, [...transaction.waiting.splice(0), ...statements]);
  else for (const { values = [], ...statement } of statements) await prepared(tx, statement, values);
}

/** Forgets what waits: it belongs to a part of the transaction that is being taken back. */
export function dropWaiting(tx: EntityManager): void {
  open.get(tx)?.waiting.splice(0);
}

async function commit(client: ClientBase, last: readonly Statement[]): Promise<void> {
  const answers = await together(client, [...last, COMMIT]);
  // PostgreSQL ends a transaction in which a statement failed without an error, and keeps nothing of it.
  if (answers.at(-1)?.command !== 'COMMIT') throw new Error('The transaction had failed and was rolled back.');
}

/** TypeORM asks its runner whether a transaction is open (locks need one), and at which depth. */
function tellOpen(runner: QueryRunner, isOpen: boolean): void {
  Object.assign(runner, { isTransactionActive: isOpen, transactionDepth: isOpen ? 1 : 0 });
}
