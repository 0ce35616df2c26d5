import type { QueryResultRow } from 'pg';
import { DataSource, type EntityManager } from 'typeorm';
import { poolOf } from './pool';

/**
 * Runs a large statement of constant text that PostgreSQL plans once per connection: for one with many sub-selects
 * planning costs several times its running. The name stands for the text, and belongs to it alone. Outside of a
 * transaction it goes to the pool behind TypeORM, without the way through it.
 */
export async function prepared<Row extends QueryResultRow>(
  db: DataSource | EntityManager,
  { name, text }: { name: string; text: string },
  values: readonly unknown[],
): Promise<Row[]> {
  const pool = db instanceof DataSource ? poolOf(db) : undefined;
  if (pool) return (await pool.query<Row>({ name, text, values: [...values] })).rows;
  // TypeORM hands its first argument to pg unread, and pg prepares what has a name; the type knows only text.
  return db.query<Row[]>({ name, text } as unknown as string, [...values]);
}
