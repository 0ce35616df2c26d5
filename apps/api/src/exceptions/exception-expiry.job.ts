import { Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import type { Logger } from 'pino';
import { DataSource } from 'typeorm';
import { retryingConflicts } from '../platform/database/retry';
import { TODAY } from '../platform/database/today';
import { Logged } from '../platform/logging/logger.token';
import { ExceptionDecisionService } from './exception-decision.service';

/** A day of the organisation ends at any hour of ours. */
const EVERY_QUARTER = 900_000;

/**
 * Ends exceptions whose last day has passed, at the start and soon after every midnight of the organisation. The gate
 * reads dates and never waits for this; what waits is the queue of charters to be affirmed anew.
 */
@Injectable()
export class ExceptionExpiryJob implements OnApplicationBootstrap, OnApplicationShutdown {
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<void> = Promise.resolve();

  constructor(
    private readonly db: DataSource,
    private readonly decisions: ExceptionDecisionService,
    @Logged() private readonly logger: Logger,
  ) {}

  onApplicationBootstrap(): void {
    const look = (): void => {
      this.running = this.running.then(() => this.look());
    };
    this.timer = setInterval(look, EVERY_QUARTER).unref();
    look();
  }

  async onApplicationShutdown(): Promise<void> {
    clearInterval(this.timer);
    await this.running;
  }

  /** Each in a transaction of its own; a second run, here or in another replica, finds nothing left to do. */
  async expireDue(): Promise<number> {
    const due = await this.db.query<{ id: string }[]>(
      `SELECT h.id FROM exception_standing h WHERE h.holds_until < ${TODAY} ORDER BY h.id`,
    );
    let expired = 0;
    for (const { id } of due) {
      const ended = await retryingConflicts(() => this.db.transaction((tx) => this.decisions.expireIfDue(tx, id)));
      if (ended) expired += 1;
    }
    return expired;
  }

  /** A failed look is told and made again. */
  private async look(): Promise<void> {
    try {
      const expired = await this.expireDue();
      if (expired > 0) this.logger.info({ expired }, 'exceptions expired');
    } catch (error) {
      this.logger.error({ err: error }, 'looking for expired exceptions failed; it comes again');
    }
  }
}
