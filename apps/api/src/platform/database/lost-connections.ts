import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Client, PoolClient } from 'pg';
import type { Logger } from 'pino';
import { DataSource } from 'typeorm';
import { Logged } from '../logging/logger.token';
import { Notifications } from './notifications';
import { poolOf } from './pool';

/**
 * Survives connections that break, and gives up those that will never answer. A network that forgets a connection tells neither side, and whoever asked
 * over it would wait for the time limit of its statement, and the next one after it, with a place of the pool in hand.
 */
@Injectable()
export class LostConnections implements OnModuleInit {
  /** Connections in use, with when they were taken. */
  private readonly inUse = new Map<PoolClient, number>();

  constructor(
    private readonly db: DataSource,
    private readonly notifications: Notifications,
    @Logged() private readonly logger: Logger,
  ) {}

  onModuleInit(): void {
    const pool = poolOf(this.db);
    pool?.on('acquire', (client) => {
      this.inUse.set(client, performance.now());
      if (!client.listeners('error').includes(this.broke)) client.on('error', this.broke);
    });
    pool?.on('release', (_error, client) => this.inUse.delete(client));
    pool?.on('remove', (client) => this.inUse.delete(client));
    this.notifications.onSilenceReviewed((since, client) => this.review(since, client));
  }

  /**
   * The pool listens to idle connections only: one that breaks in somebody's hand, or on its way out, would end the
   * whole server. Whoever uses it learns of it by the answer that does not come.
   */
  private readonly broke = (error: Error): void => this.logger.warn({ err: error }, 'a database connection broke');

  /** After a silence of the database: over, with a fresh connection to ask, or still lasting. */
  private async review(since: number, fresh: Client | null): Promise<void> {
    await this.replaceIdle();
    const suspects = [...this.inUse].filter(([, taken]) => taken <= since).map(([client]) => client);
    if (suspects.length === 0) return;
    const working = fresh ? await backendsAtWork(fresh, suspects.map(processOf)) : new Set<number>();
    const lost = suspects.filter((client) => this.inUse.has(client) && !working.has(processOf(client)));
    for (const client of lost) void client.end().catch(() => undefined);
    if (lost.length > 0) this.logger.warn({ connections: lost.length }, 'database connections were given up');
  }

  /** Nobody knows whether an idle connection lives before it is used; a new one costs milliseconds. */
  private async replaceIdle(): Promise<void> {
    const pool = poolOf(this.db);
    if (!pool) return;
    const taken = Array.from({ length: pool.idleCount }, () => pool.connect());
    for (const one of await Promise.allSettled(taken)) {
      if (one.status === 'fulfilled') one.value.release(true);
    }
  }
}

/** Of these server processes, the ones that work on a statement now: their answer is still to come. */
async function backendsAtWork(fresh: Client, processes: readonly number[]): Promise<Set<number>> {
  const { rows } = await fresh.query<{ pid: number }>(
    `SELECT pid FROM pg_stat_activity WHERE pid = ANY($1) AND state = 'active'`,
    [processes],
  );
  return new Set(rows.map(({ pid }) => pid));
}

/** node-postgres knows the number of the server's process, and its types do not. */
function processOf(client: PoolClient): number {
  return (client as unknown as { processID?: number }).processID ?? 0;
}
