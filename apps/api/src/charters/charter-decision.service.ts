import type { ChangeRequestStatus, CharterContent, CharterStatus } from '@sightline/contracts';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { AuditTrail } from '../audit/audit-trail.service';
import { Problems } from '../platform/problems/problem';
import { lockCharter, type LockedCharter } from './charter-lock';
import { refuseCycle, takePredecessorTurn } from './charter-predecessors';
import { settleByChange } from './charter-reaffirmation.service';
import { writeRevision } from './charter-revisions';
import { changedFields, only, writeContent } from './charter-writes';

export { lockCharterFacts } from './charter-fact-locks';

interface OpenChange {
  id: string;
  charterId: string;
  number: number;
  reason: string;
  content: CharterContent;
  base: CharterContent;
  createdBy: string | null;
}

/** What a board's decision does to a charter. The board calls it in the transaction in which it closes the proposal. */
@Injectable()
export class CharterDecisionService {
  constructor(private readonly auditTrail: AuditTrail) {}

  /** Approved as submitted. What runs already keeps its state and is no longer "not approved". */
  async approve(tx: EntityManager, charterId: string, { decidedUnder }: { decidedUnder: string }): Promise<void> {
    const charter = await this.undecided(tx, charterId);
    const status = charter.origin === 'running' ? charter.status : 'approved';
    await tx.query(
      `UPDATE charter SET status = $2, approved_revision = revision, approved_under_version = $3, approved_at = now(),
              version = version + 1, updated_at = now() WHERE id = $1`,
      [charterId, status, decidedUnder],
    );
    await this.moved(tx, charter, 'charter.approved', status, {
      approvedRevision: charter.revision,
      approvedUnderVersion: decidedUnder,
    });
  }

  /** Returned, lapsed or its proposal withdrawn: open to editing again. */
  async returnToDraft(tx: EntityManager, charterId: string): Promise<void> {
    await this.end(tx, charterId, 'charter.returned', 'draft');
  }

  async reject(tx: EntityManager, charterId: string): Promise<void> {
    await this.end(tx, charterId, 'charter.rejected', 'rejected');
  }

  /**
   * The change becomes the charter: a new approved revision under the version in force. Taken over is what the change
   * request altered; an immaterial edit made meanwhile stays.
   */
  async applyChange(
    tx: EntityManager,
    changeRequestId: string,
    { decidedUnder }: { decidedUnder: string },
  ): Promise<void> {
    const change = await openChange(tx, changeRequestId);
    const charter = await lockCharter(tx, change.charterId);
    const content = merged(charter.content, change);
    const fields = changedFields(charter.content, content);
    if (fields.includes('predecessors')) {
      await takePredecessorTurn(tx);
      await refuseCycle(tx, charter.id, content.predecessors);
    }
    const revision = charter.revision + 1;
    await writeContent(tx, charter.id, { fields, content, revision });
    await tx.query(
      `UPDATE charter SET approved_revision = $2, approved_under_version = $3, approved_at = now() WHERE id = $1`,
      [charter.id, revision, decidedUnder],
    );
    await writeRevision(tx, {
      charterId: charter.id,
      number: revision,
      content,
      reason: change.reason,
      by: change.createdBy,
    });
    await settleByChange(tx, charter.id);
    await setStatus(tx, change.id, 'approved');
    await this.auditTrail.record(tx, {
      action: 'change_request.applied',
      recordType: 'charter',
      recordId: charter.id,
      recordCode: charter.code,
      before: { ...only(fields, charter.content), revision: charter.revision },
      after: { ...only(fields, content), revision, changeRequest: change.number, approvedUnderVersion: decidedUnder },
    });
  }

  /** The change was not carried: the approved revision stands. */
  async closeChange(
    tx: EntityManager,
    changeRequestId: string,
    status: Exclude<ChangeRequestStatus, 'submitted' | 'approved'>,
  ): Promise<void> {
    const change = await openChange(tx, changeRequestId);
    await setStatus(tx, change.id, status);
    await this.auditTrail.record(tx, {
      action: 'change_request.closed',
      recordType: 'charter',
      recordId: change.charterId,
      before: { changeRequest: change.number, status: 'submitted' },
      after: { changeRequest: change.number, status },
    });
  }

  private async end(tx: EntityManager, id: string, action: string, asNew: CharterStatus): Promise<void> {
    const charter = await this.undecided(tx, id);
    const status = charter.origin === 'running' ? charter.status : asNew;
    await tx.query(
      `UPDATE charter SET status = $2, submitted_at = NULL, version = version + 1, updated_at = now() WHERE id = $1`,
      [id, status],
    );
    await this.moved(tx, charter, action, status);
  }

  private async undecided(tx: EntityManager, id: string): Promise<LockedCharter> {
    const charter = await lockCharter(tx, id);
    if (!charter.submitted) throw Problems.rule('charter-not-submitted', { status: charter.status });
    return charter;
  }

  private moved(
    tx: EntityManager,
    charter: LockedCharter,
    action: string,
    status: CharterStatus,
    more: Record<string, unknown> = {},
  ): Promise<void> {
    return this.auditTrail.record(tx, {
      action,
      recordType: 'charter',
      recordId: charter.id,
      recordCode: charter.code,
      before: { status: charter.status },
      after: { status, ...more },
    });
  }
}

async function openChange(tx: EntityManager, id: string): Promise<OpenChange> {
  const [change] = await tx.query<OpenChange[]>(
    `SELECT id, charter_id AS "charterId", number, reason, content, base, created_by AS "createdBy"
       FROM change_request WHERE id = $1 AND status = 'submitted'`,
    [id],
  );
  if (!change) throw Problems.rule('change-request-closed');
  return change;
}

function merged(current: CharterContent, { base, content }: OpenChange): CharterContent {
  // One asked for before charters could say all of this changes nothing of what it does not know.
  const wanted = { ...current, ...content };
  return { ...current, ...only(changedFields({ ...current, ...base }, wanted), wanted) };
}

async function setStatus(tx: EntityManager, id: string, status: ChangeRequestStatus): Promise<void> {
  await tx.query('UPDATE change_request SET status = $2, version = version + 1, updated_at = now() WHERE id = $1', [
    id,
    status,
  ]);
}
