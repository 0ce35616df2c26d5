import type { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import type { PoolClient } from 'pg';
import { to } from 'pg-copy-streams';
import { DataSource } from 'typeorm';
import { Problems } from '../problems/problem';
import { poolOf } from './pool';

const PIECE_BYTES = 256 * 1024;
const ROWS_AT_ONCE = 500;
const NEXT_ROWS = `FETCH ${ROWS_AT_ONCE} FROM reading`;
/** PostgreSQL plans a cursor for its first rows; these are read to their end, at the pace of whoever downloads. */
const BEGIN = `
  BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY;
  SET LOCAL cursor_tuple_fraction = 1; SET LOCAL TimeZone = 'UTC'; SET LOCAL DateStyle = 'ISO';
  SET LOCAL statement_timeout = '1h'; SET LOCAL idle_in_transaction_session_timeout = '60s'`;
/** The pool has a time limit for its statements in the client, too. */
const PATIENCE_MS = 3_600_000;

/** The whole database as it stood at one moment, however long somebody reads it. Takes a connection until it is closed. */
export class Snapshot {
  private copying: Readable | null = null;

  constructor(
    private readonly client: PoolClient,
    private readonly closed: () => void,
  ) {
    // A connection that breaks says so at the statement that is running; nobody else has to hear it.
    client.on('error', ignored);
  }

  /** A statement whose answer is small. */
  async query<T>(sql: string, values: unknown[] = []): Promise<T> {
    const { rows } = await this.client.query({ text: sql, values, query_timeout: PATIENCE_MS } as { text: string });
    return rows as T;
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

  /**
   * The one column of a statement without parameters, a line each, in the very bytes in which PostgreSQL wrote it: the
   * fastest way out. No value may hold a line break or another control character; JSON written by `to_json` does not.
   */
  async *lines(sql: string): AsyncGenerator<Buffer> {
    const copy = `COPY (${sql}) TO STDOUT (FORMAT csv, DELIMITER E'\\x02', QUOTE E'\\x01')`;
    const stream = this.client.query(Object.assign(to(copy), { query_timeout: PATIENCE_MS }));
    this.copying = stream;
    stream.once('end', () => (this.copying = null));
    // The client's own time limit ends with a callback that a copying stream never calls.
    stream.once('close', () => (Reflect.get(stream, 'callback') as (() => void) | undefined)?.());
    // PostgreSQL sends 8 kB at a time; hashing and compressing so little costs more than the work itself.
    let pieces: Buffer[] = [];
    let size = 0;
    for await (const piece of stream as AsyncIterable<Buffer>) {
      pieces.push(piece);
      size += piece.length;
      if (size < PIECE_BYTES) continue;
      yield Buffer.concat(pieces, size);
      [pieces, size] = [[], 0];
    }
    if (size > 0) yield Buffer.concat(pieces, size);
  }

  /** Gives the connection back; one that is still sending is given up. After this nothing can be read any more. */
  async close(): Promise<void> {
    const isSending = this.copying !== null;
    const ended =
      isSending ||
      (await this.client.query('ROLLBACK').then(
        () => true,
        () => false,
      ));
    this.client.off('error', ignored);
    this.client.release(isSending || !ended);
    this.closed();
  }
}

const ignored = (): void => undefined;

/** A reader may be slow, and the other requests need connections, too. */
const AT_ONCE = 3;
const COME_BACK_S = 30;

@Injectable()
export class Snapshots {
  private beingRead = 0;

  constructor(private readonly db: DataSource) {}

  /** To be closed by whoever opens it. 429 while too many are being read, 503 while there is no database. */
  async open(): Promise<Snapshot> {
    const pool = poolOf(this.db);
    if (!pool) throw Problems.unavailable();
    if (this.beingRead >= AT_ONCE) throw Problems.tooManyRequests(COME_BACK_S);
    this.beingRead += 1;
    let client: PoolClient | undefined;
    try {
      client = await pool.connect();
      await client.query(BEGIN);
      return new Snapshot(client, () => (this.beingRead -= 1));
    } catch (error) {
      this.beingRead -= 1;
      client?.release(true);
      throw error;
    }
  }
}
