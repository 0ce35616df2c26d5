import type { StrategyProposed } from '@sightline/contracts';
import { sayKey } from '@sightline/language';
import { Injectable } from '@nestjs/common';
import { AuditTrail } from '../audit/audit-trail.service';
import { ProposalSubmission } from '../board/proposal-submission.service';
import { UnitOfWork } from '../platform/database/unit-of-work';
import { Problems } from '../platform/problems/problem';
import { requestContext } from '../platform/requests/request-context';
import { strategySnapshot } from './strategy-content';
import { lockDraft, recordOf, wholeVersion } from './strategy-draft.service';

/** Puts a draft before the board; from then on it waits unchanged. */
@Injectable()
export class StrategyProposingService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly auditTrail: AuditTrail,
    private readonly submission: ProposalSubmission,
  ) {}

  /** 409 `strategy-not-ready` with the open points while something is missing. */
  propose(reference: string, by: string): Promise<StrategyProposed> {
    return this.unitOfWork.write(async (tx) => {
      const draft = await lockDraft(tx, reference, null);
      const written = await wholeVersion(tx, draft.id);
      if (written.openPoints.length > 0) throw Problems.rule('strategy-not-ready', { points: written.openPoints });
      await tx.query(
        `UPDATE strategy_version SET status = 'proposed', proposed_by = $2, version = version + 1, updated_at = now() WHERE id = $1`,
        [draft.id, by],
      );
      await this.auditTrail.record(tx, {
        ...recordOf(draft),
        action: 'strategy_version.proposed',
        before: { status: 'draft' },
        after: { status: 'proposed' },
      });
      const { id, code } = await this.submission.submit(tx, {
        subjectType: 'strategy_version',
        subjectId: draft.id,
        title: sayKey('strategy.proposalTitle', { n: draft.number }, requestContext()?.language ?? 'en'),
        revision: draft.number,
        budget: null,
        snapshot: strategySnapshot(written),
        submittedBy: by,
      });
      return { strategyVersion: await wholeVersion(tx, draft.id), proposal: { id, code } };
    });
  }
}
