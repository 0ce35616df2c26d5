import { Injectable, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import pg from 'pg';
import type { Config } from '../config/config';
import { Configured } from '../config/config.token';
import { Logged } from '../logging/logger.token';
import type { Logger } from 'pino';

const RECONNECT_MS = 1_000;
const HEARTBEAT_MS = 1_000;
const PATIENCE_MS = 1_500;

/** Told after every attempt to be heard again: since when it was silent, and the fresh connection if there is one. */
type Review = (silentSince: number, fresh: pg.Client | null) => Promise<void>;

/** What the database tells all replicas (LISTEN/NOTIFY), over a connection of its own. */
@Injectable()
export class Notifications implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly listeners = new Map<string, ((payload: string) => void)[]>();
  private readonly silences: (() => void)[] = [];
  private readonly reviews: Review[] = [];
  private silentSince: number | null = null;
  private client: pg.Client | null = null;
  private timer: NodeJS.Timeout | undefined;
  private stopped = false;

  constructor(
    @Configured() private readonly config: Config,
    @Logged() private readonly logger: Logger,
  ) {}

  /** Whether notifications reach this process now. */
  get areHeard(): boolean {
    return this.client !== null;
  }

  /** Listens on a channel; to be called before the application starts. */
  on(channel: string, listener: (payload: string) => void): void {
    this.listeners.set(channel, [...(this.listeners.get(channel) ?? []), listener]);
  }

  /** Tells when notifications may have been missed. */
  onSilence(listener: () => void): void {
    this.silences.push(listener);
  }

  /** Tells, after each attempt to connect again, how that went. */
  onSilenceReviewed(review: Review): void {
    this.reviews.push(review);
  }

  async onApplicationBootstrap(): Promise<void> {
    await this.connect();
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.timer);
    await this.client?.end().catch(() => undefined);
    this.client = null;
  }

  private async connect(): Promise<void> {
    const client = new pg.Client({
      connectionString: this.config.databaseUrl,
      application_name: 'sightline notifications',
      connectionTimeoutMillis: PATIENCE_MS,
      query_timeout: PATIENCE_MS,
      keepAlive: true,
    });
    client.on('error', () => this.lose(client));
    client.on('end', () => this.lose(client));
    client.on('notification', ({ channel, payload }) => {
      for (const listener of this.listeners.get(channel) ?? []) listener(payload ?? '');
    });
    try {
      await client.connect();
      for (const channel of this.listeners.keys()) await client.query(`LISTEN ${client.escapeIdentifier(channel)}`);
      await this.review(client);
      this.client = client;
      this.silentSince = null;
      this.timer = setTimeout(() => void this.beat(client), HEARTBEAT_MS).unref();
    } catch (error) {
      this.logger.warn({ err: error }, 'notifications of the database are not heard');
      await this.review(null);
      if (this.silentSince !== null) this.silentSince = performance.now();
      this.abandon(client, RECONNECT_MS);
    }
  }

  private async review(fresh: pg.Client | null): Promise<void> {
    if (this.silentSince === null) return;
    for (const review of this.reviews) await review(this.silentSince, fresh);
  }

  /** A connection that was cut says nothing by itself; so it is asked. */
  private async beat(client: pg.Client): Promise<void> {
    try {
      await client.query('SELECT 1');
      if (this.client === client) this.timer = setTimeout(() => void this.beat(client), HEARTBEAT_MS).unref();
    } catch {
      this.lose(client);
    }
  }

  private lose(client: pg.Client): void {
    if (this.client !== client) return;
    this.client = null;
    this.silentSince = performance.now();
    for (const listener of this.silences) listener();
    this.abandon(client, 0);
  }

  private abandon(client: pg.Client, reconnectAfterMs: number): void {
    client.removeAllListeners('end');
    void client.end().catch(() => undefined);
    clearTimeout(this.timer);
    if (!this.stopped) this.timer = setTimeout(() => void this.connect(), reconnectAfterMs).unref();
  }
}
