import type { ClientBase, Pool, QueryResultRow } from 'pg';
import { DataSource, type EntityManager } from 'typeorm';
import { poolOf } from './pool';
import { type Statement, type StatementAnswer, together } from './together';

/**
 * Runs a large statement of constant text that PostgreSQL plans once per connection: for one with many sub-selects
 * planning costs several times its running. The name stands for the text, and belongs to it alone. It goes to the pool
 * behind TypeORM, or to the connection of the transaction, without the way through it, and where its values are plain
 * texts without the copies the driver makes of a query.
 */
export async function prepared<Row extends QueryResultRow>(
  db: DataSource | EntityManager,
  { name, text }: { name: string; text: string },
  values: readonly unknown[],
): Promise<Row[]> {
  const texts = plainTexts(values);
  const [pool, client] = db instanceof DataSource ? [poolOf(db)] : [undefined, await connectionOf(db)];
  if (texts && (pool || client)) {
    const statement = { name, text, values: texts };
    const [answer] = client ? await together(client, [statement]) : await onFreeConnection(pool as Pool, statement);
    return (answer?.rows ?? []) as Row[];
  }
  const query = { name, text, values: [...values] };
  const driver = pool ?? client;
  if (driver) return (await driver.query<Row>(query)).rows;
  // TypeORM hands its first argument to pg unread, and pg prepares what has a name; the type knows only text.
  return db.query<Row[]>({ name, text } as unknown as string, query.values);
}

/** Values as PostgreSQL reads them; null where the driver has to say how: lists, dates, objects. */
function plainTexts(values: readonly unknown[]): (string | null)[] | null {
  const texts: (string | null)[] = [];
  for (const value of values) {
    if (typeof value === 'object' && value !== null) return null;
    texts.push(value === null || value === undefined ? null : String(value));
  }
  return texts;
}

/** As the pool does it itself: a connection over which something failed is not used again. */
async function onFreeConnection(pool: Pool, statement: Statement): Promise<StatementAnswer[]> {
  const client = await pool.connect();
  try {
    const answers = await together(client, [statement]);
    client.release();
    return answers;
  } catch (error) {
    client.release(error as Error);
    throw error;
  }
}

/** The connection a transaction runs on; undefined outside of one, and once it is over. */
async function connectionOf({ queryRunner }: EntityManager): Promise<ClientBase | undefined> {
  return queryRunner && !queryRunner.isReleased ? ((await queryRunner.connect()) as ClientBase) : undefined;
}
