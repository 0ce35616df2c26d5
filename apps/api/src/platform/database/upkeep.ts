import { Injectable, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import type { Logger } from 'pino';
import { DataSource } from 'typeorm';
import { Logged } from '../logging/logger.token';

const EVERY_MS = 10 * 60_000;

/** Rows that only mattered for a while. Network addresses are kept for 90 days (PRODUCT.md section 9). */
const OUTDATED = [
  `DELETE FROM idempotency_key WHERE created_at < now() - interval '24 hours'`,
  `DELETE FROM sign_in_attempt WHERE at < now() - interval '10 minutes'`,
  `DELETE FROM activation_link WHERE expires_at < now() - interval '30 days'`,
  `DELETE FROM audit_personal_value p USING audit_event e
    WHERE e.id = p.event_id AND p.pointer IN ('/after/address', '/after/agent') AND e.at < now() - interval '90 days'`,
  `DELETE FROM session WHERE greatest(expires_at, ended_at) < now() - interval '90 days'`,
  `DELETE FROM outbox_event WHERE at < now() - interval '30 days'`,
];

/** Throws away what has outlived its purpose; any number of replicas may do it at once. */
@Injectable()
export class Upkeep implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly db: DataSource,
    @Logged() private readonly logger: Logger,
  ) {}

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => void this.tidy(), EVERY_MS).unref();
  }

  beforeApplicationShutdown(): void {
    clearInterval(this.timer);
  }

  async tidy(): Promise<void> {
    try {
      for (const sql of OUTDATED) await this.db.query(sql);
    } catch (error) {
      this.logger.warn({ err: error }, 'upkeep did not finish; it comes again');
    }
  }
}
