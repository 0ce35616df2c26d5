import type { ExceptionProposed, PrincipleException, RevokeException, SignedInUser } from '@sightline/contracts';
import { sayKey } from '@sightline/language';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { AuditTrail } from '../audit/audit-trail.service';
import { ProposalSubmission } from '../board/proposal-submission.service';
import { lockCharter, type LockedCharter } from '../charters/charter-lock';
import { phaseOf } from '../charters/charter-phase';
import { readerLanguage } from '../charters/reader-language';
import { demand } from '../platform/access/demand';
import { UnitOfWork } from '../platform/database/unit-of-work';
import { Problems } from '../platform/problems/problem';
import { lockException, recordOf } from './exception-lock';
import { refuseExpiry } from './exception-writing.service';
import { readException } from './exception.query';
import { refusePrinciple } from './principle-in-force';

/** How an exception comes before the board, and how one that was granted is taken back. */
@Injectable()
export class ExceptionCourse {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly auditTrail: AuditTrail,
    private readonly submission: ProposalSubmission,
  ) {}

  /** The board that decides on charters of this budget decides, unless the strategy says otherwise. */
  propose(reference: string, user: SignedInUser): Promise<ExceptionProposed> {
    return this.unitOfWork.write(async (tx) => {
      const { id, charter } = await readException(tx, reference);
      const held = await lockCharter(tx, charter.id);
      demand(user, 'exception.propose', { own: held.content.lead === user.id });
      // In share: the strategy whose principle it is, is the one whose decision rights the proposal gets.
      await tx.query('SELECT 1 FROM strategy FOR SHARE');
      await this.makeProposed(tx, id, held);
      const proposal = await this.submit(tx, id, held, user.id);
      return { exception: await readException(tx, id), proposal: { id: proposal.id, code: proposal.code } };
    });
  }

  /** Ends one that holds, with a reason; its charter has to be affirmed anew. */
  revoke(reference: string, { reason }: RevokeException, user: SignedInUser): Promise<PrincipleException> {
    return this.unitOfWork.write(async (tx) => {
      demand(user, 'exception.revoke');
      const { id } = await readException(tx, reference);
      const exception = await lockException(tx, id);
      if (exception.status !== 'granted') throw Problems.rule('exception-only-granted', { status: exception.status });
      await tx.query(
        `UPDATE principle_exception SET status = 'revoked', ended_at = now(), ended_by = $2, end_reason = $3,
                version = version + 1, updated_at = now() WHERE id = $1`,
        [id, user.id, reason],
      );
      await this.auditTrail.record(tx, {
        action: 'exception.revoked',
        ...recordOf(exception),
        before: { status: 'granted' },
        after: { status: 'revoked', reason },
      });
      return readException(tx, id);
    });
  }

  private async makeProposed(tx: EntityManager, id: string, charter: LockedCharter): Promise<void> {
    const exception = await lockException(tx, id);
    if (exception.status !== 'draft') throw Problems.rule('exception-only-draft', { status: exception.status });
    if (phaseOf(charter) === 'frozen') throw Problems.rule('exception-charter-ended', { status: charter.status });
    await refusePrinciple(tx, exception.principleId);
    refuseExpiry(exception.expiresOn, exception.today);
    await tx.query(
      `UPDATE principle_exception SET status = 'proposed', proposed_on = $2, version = version + 1, updated_at = now()
        WHERE id = $1`,
      [id, exception.today],
    );
    await this.auditTrail.record(tx, {
      action: 'exception.proposed',
      ...recordOf(exception),
      before: { status: 'draft' },
      after: { status: 'proposed' },
    });
  }

  private async submit(
    tx: EntityManager,
    id: string,
    { content }: LockedCharter,
    by: string,
  ): Promise<{ id: string; code: string }> {
    const { code, principle, charter, category, justification, compensatingControl, expiresOn, renews, renewal } =
      await readException(tx, id);
    const names = { principle: principle.code, title: principle.name, charter: charter.code };
    const of = ({ id: of, code: called, name }: typeof principle) => ({ id: of, code: called, name });
    return this.submission.submit(tx, {
      subjectType: 'exception',
      subjectId: id,
      title: sayKey('exceptions.proposalTitle', names, readerLanguage()),
      revision: null,
      budget: content.budget,
      snapshot: {
        code,
        principle: of(principle),
        charter: of(charter),
        category,
        justification,
        compensatingControl,
        expiresOn,
        renews: renews?.code ?? null,
        renewal,
      },
      submittedBy: by,
    });
  }
}
