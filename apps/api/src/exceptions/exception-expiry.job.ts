import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { retryingConflicts } from '../platform/database/retry';
import { TODAY } from '../platform/database/today';
import { TimedJobs } from '../platform/jobs/timed-jobs';
import { ExceptionDecisionService } from './exception-decision.service';

/** A day of the organisation ends at any hour of ours. */
const EVERY_QUARTER = 900_000;

/**
 * Ends exceptions whose last day has passed, at the start and soon after every midnight of the organisation. The gate
 * reads dates and never waits for this; what waits is the queue of charters to be affirmed anew.
 */
@Injectable()
export class ExceptionExpiryJob implements OnApplicationBootstrap {
  constructor(
    private readonly db: DataSource,
    private readonly decisions: ExceptionDecisionService,
    private readonly jobs: TimedJobs,
  ) {}

  onApplicationBootstrap(): void {
    this.jobs.start({ done: 'exceptions expired', every: EVERY_QUARTER, atStart: true, run: () => this.expireDue() });
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
}
