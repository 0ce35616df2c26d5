import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Problems } from '../platform/problems/problem';

const WINDOW_SECONDS = 60;
const PER_ACCOUNT = 5;
const PER_ADDRESS = 20;

interface Bucket {
  bucket: string;
  allowed: number;
}

/**
 * Failed sign-ins, counted in the database so that restarts and replicas agree (T9). An attempt is counted before the
 * password is looked at, and taken back when it was right: many at once cannot all be the fifth.
 */
@Injectable()
export class SignInAttempts {
  constructor(private readonly db: DataSource) {}

  /** Counts an attempt on an account from an address; 429 when there were too many within a minute. */
  async begin(email: string | null, address: string): Promise<string[]> {
    const buckets: Bucket[] = [{ bucket: `address:${address}`, allowed: PER_ADDRESS }];
    if (email !== null) buckets.push({ bucket: `account:${fingerprint(email)}`, allowed: PER_ACCOUNT });
    const wait = await this.db.transaction(async (tx) => {
      // In one order, so that two attempts never wait for each other.
      for (const { bucket } of buckets)
        await tx.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [bucket]);
      const [full] = await tx.query<{ wait: number }[]>(FULL, [JSON.stringify(buckets), WINDOW_SECONDS]);
      if (full) return full.wait;
      return tx.query<{ id: string }[]>(
        'INSERT INTO sign_in_attempt (bucket) SELECT * FROM unnest($1::text[]) RETURNING id',
        [buckets.map(({ bucket }) => bucket)],
      );
    });
    if (typeof wait === 'number') throw Problems.tooManyRequests(Math.max(1, wait));
    return wait.map(({ id }) => id);
  }

  /** Takes an attempt back: the password was right. */
  async forgive(attempts: readonly string[]): Promise<void> {
    await this.db.query('DELETE FROM sign_in_attempt WHERE id = ANY($1::uuid[])', [attempts]);
  }
}

/** Nobody should read in this table who tried to sign in. */
function fingerprint(email: string): string {
  return createHash('sha256').update(email.toLowerCase()).digest('hex').slice(0, 32);
}

/** The first bucket that is full, and the seconds until it has room again. */
const FULL = `
  SELECT ceil(extract(epoch FROM min(a.at) + make_interval(secs => $2) - now()))::int AS wait
    FROM jsonb_to_recordset($1::jsonb) AS b(bucket text, allowed integer)
    JOIN sign_in_attempt a ON a.bucket = b.bucket AND a.at > now() - make_interval(secs => $2)
   GROUP BY b.bucket, b.allowed
  HAVING count(*) >= b.allowed
   ORDER BY 1 DESC LIMIT 1`;
