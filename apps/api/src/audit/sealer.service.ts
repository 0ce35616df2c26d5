import { Injectable, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import type { Logger } from 'pino';
import { DataSource, type EntityManager } from 'typeorm';
import { Metrics } from '../platform/health/metrics';
import { Logged } from '../platform/logging/logger.token';
import { GENESIS, linksAfter, type ChainHead } from './chain-link';

const EVERY_MS = 500;
const BATCH = 2_000;
/** Any number; whoever holds it seals. */
const SEALER_LOCK = 7_155_171;

/**
 * Links committed events into the chain within a second (T26). One replica at a time; it takes only events of
 * transactions below the snapshot's xmin, so that none can appear later before one that is already sealed.
 */
@Injectable()
export class Sealer implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<void> = Promise.resolve();
  private stopped = false;
  private failing = false;

  constructor(
    private readonly db: DataSource,
    metrics: Metrics,
    @Logged() private readonly logger: Logger,
  ) {
    metrics.gauge('sightline_sealer_lag_seconds', 'Age of the oldest audit event that is not sealed.', () =>
      this.lag(),
    );
  }

  onApplicationBootstrap(): void {
    this.comeAgain();
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.timer);
    await this.running;
  }

  /** Seals what can be sealed now; answers how many events that were. */
  async seal(): Promise<number> {
    let sealed = 0;
    for (let batch = BATCH; batch === BATCH && !this.stopped; sealed += batch) {
      batch = await this.db.transaction(sealBatch);
    }
    return sealed;
  }

  private comeAgain(): void {
    if (this.stopped) return;
    this.timer = setTimeout(() => {
      this.running = this.sealQuietly().finally(() => this.comeAgain());
    }, EVERY_MS).unref();
  }

  /** A database that is away is told once, and once more when it is back. */
  private async sealQuietly(): Promise<void> {
    try {
      await this.seal();
      if (this.failing) this.logger.info('the sealer goes on');
      this.failing = false;
    } catch (error) {
      if (!this.failing) this.logger.error({ err: error }, 'the sealer cannot work; it tries again');
      this.failing = true;
    }
  }

  private async lag(): Promise<number> {
    const [row] = await this.db.query<{ lag: number }[]>(LAG).catch(() => [{ lag: Number.NaN }]);
    return row?.lag ?? 0;
  }
}

async function sealBatch(tx: EntityManager): Promise<number> {
  const [lock] = await tx.query<{ mine: boolean }[]>('SELECT pg_try_advisory_xact_lock($1) AS mine', [SEALER_LOCK]);
  if (!lock?.mine) return 0;
  const [last] = await tx.query<(ChainHead & { eventId: string })[]>(HEAD);
  const events = await tx.query<{ id: string; hash: string }[]>(last ? EVENTS_AFTER : FIRST_EVENTS, [
    BATCH,
    ...(last ? [last.eventId] : []),
  ]);
  if (events.length === 0) return 0;
  const links = linksAfter(last ?? { sequence: 0, hash: GENESIS }, events);
  await tx.query(APPEND, [JSON.stringify(links)]);
  return links.length;
}

const HEAD = `
  SELECT sequence::int8::float8 AS sequence, hash, event_id AS "eventId" FROM audit_chain ORDER BY sequence DESC LIMIT 1`;
const SEALABLE = 'transaction < pg_snapshot_xmin(pg_current_snapshot())';
const FIRST_EVENTS = `SELECT id, hash FROM audit_event WHERE ${SEALABLE} ORDER BY transaction, id LIMIT $1`;
const EVENTS_AFTER = `
  SELECT id, hash FROM audit_event
   WHERE (transaction, id) > ((SELECT transaction FROM audit_event WHERE id = $2), $2) AND ${SEALABLE}
   ORDER BY transaction, id LIMIT $1`;
const APPEND = `
  INSERT INTO audit_chain (sequence, event_id, event_hash, previous_hash, hash)
  SELECT sequence, "eventId", "eventHash", "previousHash", hash
    FROM jsonb_to_recordset($1::jsonb) AS l(sequence bigint, "eventId" uuid, "eventHash" text, "previousHash" text, hash text)
   ORDER BY sequence`;
const LAG = `
  SELECT coalesce(extract(epoch FROM clock_timestamp() - min(at)), 0)::float8 AS lag FROM audit_event e
   WHERE at > (SELECT coalesce(max(sealed_at), '-infinity') FROM audit_chain) - interval '1 minute'
     AND NOT EXISTS (SELECT 1 FROM audit_chain c WHERE c.event_id = e.id)`;
