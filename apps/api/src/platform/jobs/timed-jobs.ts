import { Injectable, type BeforeApplicationShutdown } from '@nestjs/common';
import type { Logger } from 'pino';
import { Logged } from '../logging/logger.token';

/** Work that comes again after a while, in every replica: `run` has to be lawful any number of times at once. */
export interface TimedJob {
  /** What was done, for the log: `proposals lapsed`. */
  readonly done: string;
  /** In ms. */
  readonly every: number;
  /** Also as soon as the server is up. */
  readonly atStart?: boolean;
  /** Answers how many records it changed. */
  run(): Promise<number>;
}

/** Runs what comes again after a while: one run of a job at a time, a failed one is told and made again. */
@Injectable()
export class TimedJobs implements BeforeApplicationShutdown {
  private readonly timers: NodeJS.Timeout[] = [];
  private readonly running = new Map<TimedJob, Promise<void>>();

  constructor(@Logged() private readonly logger: Logger) {}

  start(job: TimedJob): void {
    this.timers.push(setInterval(() => this.look(job), job.every).unref());
    if (job.atStart) this.look(job);
  }

  /** Before the connections to the database go: nothing begins any more, and what runs comes to its end. */
  async beforeApplicationShutdown(): Promise<void> {
    for (const timer of this.timers) clearInterval(timer);
    await Promise.all(this.running.values());
  }

  private look(job: TimedJob): void {
    if (this.running.has(job)) return;
    const ended = (): unknown => this.running.delete(job);
    this.running.set(job, this.once(job).finally(ended));
  }

  private async once(job: TimedJob): Promise<void> {
    try {
      const n = await job.run();
      if (n > 0) this.logger.info({ n }, job.done);
    } catch (error) {
      this.logger.error({ err: error, job: job.done }, 'a timed job failed; it comes again');
    }
  }
}
