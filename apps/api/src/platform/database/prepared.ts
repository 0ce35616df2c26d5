import type { ClientBase, QueryResultRow } from 'pg';
import { DataSource, type EntityManager } from 'typeorm';
import { poolOf } from './pool';

/**
 * Runs a large statement of constant text that PostgreSQL plans once per connection: for one with many sub-selects
 * planning costs several times its running. The name stands for the text, and belongs to it alone. It goes to the pool
 * behind TypeORM, or to the connection of the transaction, without the way through it.
 */
export async function prepared<Row extends QueryResultRow>(
  db: DataSource | EntityManager,
  { name, text }: { name: string; text: string },
  values: readonly unknown[],
): Promise<Row[]> {
  const query = { name, text, values: [...values] };
  const client = db instanceof DataSource ? poolOf(db) : await connectionOf(db);
  if (client) return (await client.query<Row>(query)).rows;
  // TypeORM hands its first argument to pg unread, and pg prepares what has a name; the type knows only text.
  return db.query<Row[]>({ name, text } as unknown as string, query.values);
}

/** The connection a transaction runs on; undefined outside of one, and once it is over. */
async function connectionOf({ queryRunner }: EntityManager): Promise<ClientBase | undefined> {
  return queryRunner && !queryRunner.isReleased ? ((await queryRunner.connect()) as ClientBase) : undefined;
}
