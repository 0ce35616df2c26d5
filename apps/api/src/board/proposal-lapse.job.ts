import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { ballotResult } from '@sightline/rules';
import { DataSource, type EntityManager } from 'typeorm';
import { AuditTrail } from '../audit/audit-trail.service';
import { retryingConflicts } from '../platform/database/retry';
import { TimedJobs } from '../platform/jobs/timed-jobs';
import { readBallot } from './ballot.facts';
import { DecidedSubjects } from './decided-subjects.service';
import { closeProposal, lockProposal, recordOf } from './lock-proposal';

const EVERY_MINUTE = 60_000;
/** Any number of ours: of several replicas one looks, the others wait for the next minute. */
const LAPSE_LOCK = 4_711_002;

/** Ends proposals the board did not turn up for: ten days past due without presence they lapse, back to draft. */
@Injectable()
export class ProposalLapseJob implements OnApplicationBootstrap {
  constructor(
    private readonly db: DataSource,
    private readonly auditTrail: AuditTrail,
    private readonly subjects: DecidedSubjects,
    private readonly jobs: TimedJobs,
  ) {}

  onApplicationBootstrap(): void {
    this.jobs.start({ done: 'proposals lapsed', every: EVERY_MINUTE, run: () => this.lapseOverdue() });
  }

  /** Lets every overdue proposal lapse, each in a transaction of its own; a second run finds nothing left to do. */
  async lapseOverdue(): Promise<number> {
    const overdue = await this.db.query<{ id: string }[]>(
      `SELECT id FROM proposal WHERE status = 'open' AND due_at < now() ORDER BY due_at, id`,
    );
    let lapsed = 0;
    for (const { id } of overdue) {
      if (await retryingConflicts(() => this.db.transaction((tx) => this.lapse(tx, id)))) lapsed += 1;
    }
    return lapsed;
  }

  private async lapse(tx: EntityManager, id: string): Promise<boolean> {
    const [{ mine }] = await tx.query<[{ mine: boolean }]>(`SELECT pg_try_advisory_xact_lock($1) AS mine`, [
      LAPSE_LOCK,
    ]);
    if (!mine) return false;
    const proposal = await lockProposal(tx, id);
    if (proposal.status !== 'open' || !ballotResult(await readBallot(tx, id)).lapsed) return false;
    await closeProposal(tx, proposal, 'lapsed');
    await this.subjects.end(tx, proposal, 'lapsed');
    await this.auditTrail.record(tx, {
      action: 'proposal.lapsed',
      ...recordOf(proposal),
      before: { status: 'open' },
      after: { status: 'lapsed', dueAt: proposal.dueAt.toISOString() },
    });
    return true;
  }
}
