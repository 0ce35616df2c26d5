import type { DataSource, EntityManager } from 'typeorm';

/**
 * Runs a large statement of constant text that PostgreSQL plans once per connection: for one with many sub-selects
 * planning costs several times its running. The name stands for the text, and belongs to it alone.
 */
export function prepared<Row>(
  db: DataSource | EntityManager,
  { name, text }: { name: string; text: string },
  values: readonly unknown[],
): Promise<Row[]> {
  // TypeORM hands its first argument to pg unread, and pg prepares what has a name; the type knows only text.
  return db.query<Row[]>({ name, text } as unknown as string, [...values]);
}
