import { Injectable, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import type { Logger } from 'pino';
import { DataSource, type EntityManager } from 'typeorm';
import { Metrics } from '../platform/health/metrics';
import { Logged } from '../platform/logging/logger.token';
import { CHAIN_HEAD } from './chain-check.sql';
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
  private leftOversSealed = false;

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
    return (await this.sealAll(NEXT_EVENTS)) ?? 0;
  }

  /** null when another replica was sealing. */
  private async sealAll(events: string): Promise<number | null> {
    let sealed = 0;
    for (let batch = BATCH; batch === BATCH && !this.stopped; sealed += batch) {
      const done = await this.db.transaction((tx) => sealBatch(tx, events));
      if (done === null) return null;
      batch = done;
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
      if (!this.leftOversSealed) this.leftOversSealed = (await this.sealAll(LEFT_OVER_EVENTS)) !== null;
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

async function sealBatch(tx: EntityManager, events: string): Promise<number | null> {
  const [lock] = await tx.query<{ mine: boolean }[]>('SELECT pg_try_advisory_xact_lock($1) AS mine', [SEALER_LOCK]);
  if (!lock?.mine) return null;
  const [last] = await tx.query<ChainHead[]>(CHAIN_HEAD);
  const found = await tx.query<{ id: string; hash: string }[]>(events, [BATCH]);
  if (found.length === 0) return 0;
  const links = linksAfter(last ?? { sequence: 0, hash: GENESIS }, found);
  await tx.query(APPEND, [JSON.stringify(links)]);
  return links.length;
}

/** Looked up event by event: as a join it would read the whole chain for the few events that are new. */
const IN_NO_CHAIN = '(SELECT c.sequence FROM audit_chain c WHERE c.event_id = e.id) IS NULL';
/**
 * Where the sealer goes on: behind the last link of a transaction of this server. After a restore the events carry
 * numbers of transactions of another server, which are higher than any here; they are sealed already, or left over.
 */
const BEHIND_THE_LAST = `
  (e.transaction, e.id) > (SELECT l.transaction, l.id
     FROM (SELECT '0'::xid8 AS transaction, '00000000-0000-0000-0000-000000000000'::uuid AS id
           UNION ALL
           (SELECT h.transaction, h.id
              FROM (SELECT sequence, event_id FROM audit_chain ORDER BY sequence DESC LIMIT 1000) c
              JOIN audit_event h ON h.id = c.event_id AND h.transaction < pg_snapshot_xmax(pg_current_snapshot())
             ORDER BY c.sequence DESC LIMIT 1)) l
    ORDER BY l.transaction DESC LIMIT 1)`;
const NEXT_EVENTS = `
  SELECT e.id, e.hash FROM audit_event e
   WHERE ${BEHIND_THE_LAST} AND e.transaction < pg_snapshot_xmin(pg_current_snapshot()) AND ${IN_NO_CHAIN}
   ORDER BY e.transaction, e.id LIMIT $1`;
/** Looked for once, at the start: a backup was taken between a commit and its sealing, and restored elsewhere. */
const LEFT_OVER_EVENTS = `
  SELECT e.id, e.hash FROM audit_event e
   WHERE e.transaction >= pg_snapshot_xmax(pg_current_snapshot()) AND ${IN_NO_CHAIN}
   ORDER BY e.transaction, e.id LIMIT $1`;
const APPEND = `
  INSERT INTO audit_chain (sequence, event_id, event_hash, previous_hash, hash)
  SELECT sequence, "eventId", "eventHash", "previousHash", hash
    FROM jsonb_to_recordset($1::jsonb) AS l(sequence bigint, "eventId" uuid, "eventHash" text, "previousHash" text, hash text)
   ORDER BY sequence`;
/** The age of the first event in line; an index knows it, whatever the length of the trail. */
const LAG = `
  SELECT coalesce((
    SELECT extract(epoch FROM clock_timestamp() - e.at) FROM audit_event e
     WHERE ${BEHIND_THE_LAST} AND ${IN_NO_CHAIN} ORDER BY e.transaction, e.id LIMIT 1), 0)::float8 AS lag`;
