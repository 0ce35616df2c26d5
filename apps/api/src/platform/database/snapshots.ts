import { Injectable } from '@nestjs/common';
import { DataSource, type QueryRunner } from 'typeorm';

const ROWS_AT_ONCE = 500;
/** PostgreSQL plans a cursor for its first rows; these are read to their end. */
const SETTINGS = `
  SET LOCAL cursor_tuple_fraction = 1; SET LOCAL TimeZone = 'UTC'; SET LOCAL DateStyle = 'ISO';
  SET LOCAL statement_timeout = '60s'; SET LOCAL idle_in_transaction_session_timeout = '60s'`;

/** The whole database as it stood at one moment, however long somebody reads it. Takes a connection until it is closed. */
export class Snapshot {
  private readonly runner: QueryRunner;

  constructor(db: DataSource) {
    this.runner = db.createQueryRunner();
  }

  async begin(): Promise<void> {
    await this.runner.startTransaction('REPEATABLE READ');
    await this.runner.query('SET TRANSACTION READ ONLY');
    await this.runner.query(SETTINGS);
  }

  /** A statement whose answer is small. */
  query<T>(sql: string, parameters: unknown[] = []): Promise<T> {
    return this.runner.query(sql, parameters) as Promise<T>;
  }

  /** The rows of a statement in batches, through a cursor: memory stays flat however many they are. */
  async *batches<Row>(sql: string, parameters: unknown[] = []): AsyncGenerator<Row[]> {
    const declaration = `DECLARE reading NO SCROLL CURSOR FOR ${sql}`;
    await this.query(declaration, parameters);
    for (;;) {
      const rows = await this.query<Row[]>(NEXT_ROWS);
      if (rows.length > 0) yield rows;
      if (rows.length < ROWS_AT_ONCE) break;
    }
    await this.query('CLOSE reading');
  }

  /** Gives the connection back; after this nothing can be read any more. */
  async close(): Promise<void> {
    try {
      if (this.runner.isTransactionActive) await this.runner.rollbackTransaction();
    } finally {
      await this.runner.release();
    }
  }
}

const NEXT_ROWS = `FETCH ${ROWS_AT_ONCE} FROM reading`;

@Injectable()
export class Snapshots {
  constructor(private readonly db: DataSource) {}

  /** To be closed by whoever opens it. */
  async open(): Promise<Snapshot> {
    const snapshot = new Snapshot(this.db);
    try {
      await snapshot.begin();
      return snapshot;
    } catch (error) {
      await snapshot.close();
      throw error;
    }
  }
}
