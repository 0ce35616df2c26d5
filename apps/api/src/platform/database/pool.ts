import type { Pool } from 'pg';
import type { DataSource } from 'typeorm';

/** The pool of connections behind TypeORM; undefined before it is connected. */
export function poolOf(db: DataSource): Pool | undefined {
  return (db.driver as unknown as { master?: Pool }).master;
}
