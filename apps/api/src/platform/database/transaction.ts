import type { ClientBase, QueryResultRow } from 'pg';
import type { DataSource, EntityManager, QueryRunner } from 'typeorm';
import { prepared } from './prepared';
import { type Statement, type StatementAnswer, together } from './together';

const BEGIN: Statement = { name: 'begin', text: 'BEGIN' };
const COMMIT: Statement = { name: 'commit', text: 'COMMIT' };

interface Waiting {
  statement: Statement;
  /** Who wants to know the answer. */
  later?: Later<unknown>;
}

interface Open {
  client: ClientBase;
  /** What waits for the end of the transaction, to be sent with its commit. */
  waiting: Waiting[];
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
    const waiting: Waiting[] = [];
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
  if (transaction) transaction.waiting.push({ statement });
  else await prepared(tx, statement, statement.values ?? []);
}

/** What the rows of a statement say that has not been sent yet: there to be asked for when it has. */
export class Later<T> {
  private rows: never[] | null = null;

  constructor(private readonly read: (rows: never[]) => T) {}

  take(rows: readonly QueryResultRow[]): void {
    this.rows = rows as never[];
  }

  get value(): T {
    if (!this.rows) throw new Error('Asked for the answer of a statement that is still waiting.');
    return this.read(this.rows);
  }
}

/** As `beforeCommit`, for a statement whose answer is wanted when the transaction is over, and not before. */
export async function withCommit<Row extends QueryResultRow, T>(
  tx: EntityManager,
  statement: Statement,
  read: (rows: Row[]) => T,
): Promise<Later<T>> {
  const later = new Later<T>(read);
  const transaction = open.get(tx);
  if (transaction) transaction.waiting.push({ statement, later });
  else later.take(await prepared(tx, statement, statement.values ?? []));
  return later;
}

/**
 * Sends statements of constant text now, behind all that waits: what follows can be taken back without taking back what
 * was waiting already.
 */
export async function sendNow(tx: EntityManager, statements: readonly Statement[]): Promise<void> {
  const transaction = open.get(tx);
  if (transaction) await send(transaction.client, transaction.waiting.splice(0), statements);
  else for (const { values = [], ...statement } of statements) await prepared(tx, statement, values);
}

/** Forgets what waits: it belongs to a part of the transaction that is being taken back. */
export function dropWaiting(tx: EntityManager): void {
  open.get(tx)?.waiting.splice(0);
}

async function send(
  client: ClientBase,
  waiting: readonly Waiting[],
  statements: readonly Statement[],
): Promise<StatementAnswer[]> {
  const all = [...waiting.map(({ statement }) => statement), ...statements];
  const answers = all.length > 0 ? await together(client, all) : [];
  for (const [at, { later }] of waiting.entries()) later?.take(answers[at]?.rows ?? []);
  return answers;
}

async function commit(client: ClientBase, last: readonly Waiting[]): Promise<void> {
  const answers = await send(client, last, [COMMIT]);
  // PostgreSQL ends a transaction in which a statement failed without an error, and keeps nothing of it.
  if (answers.at(-1)?.command !== 'COMMIT') throw new Error('The transaction had failed and was rolled back.');
}

/** TypeORM asks its runner whether a transaction is open (locks need one), and at which depth. */
function tellOpen(runner: QueryRunner, isOpen: boolean): void {
  Object.assign(runner, { isTransactionActive: isOpen, transactionDepth: isOpen ? 1 : 0 });
}
