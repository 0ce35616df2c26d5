import type { Charter, SignedInUser } from '@sightline/contracts';
import { Injectable } from '@nestjs/common';
import { gateIsOpen } from '@sightline/rules';
import type { EntityManager } from 'typeorm';
import { AuditTrail } from '../audit/audit-trail.service';
import { ProposalSubmission } from '../board/proposal-submission.service';
import { demand } from '../platform/access/demand';
import { UnitOfWork } from '../platform/database/unit-of-work';
import { Problems } from '../platform/problems/problem';
import { requireVersion } from '../platform/records/if-match';
import { readerLanguage } from './reader-language';
import { readCharterGateFacts } from './charter-gate.facts';
import { lockCharter, type LockedCharter } from './charter-lock';
import { phaseOf } from './charter-phase';
import { readCharter } from './charter-reading';
import { carryEditorsOver, contentOfRevision, writeRevision } from './charter-revisions';
import { contentInWords } from './charter-words';
import { changedFields } from './charter-writes';
import { gateAnswer } from './gate-answer';

export interface SubmittedCharter {
  charter: Charter;
  proposal: { id: string; code: string };
}

/** How a charter comes before the board, and how its lead takes it back. */
@Injectable()
export class CharterSubmission {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly auditTrail: AuditTrail,
    private readonly submission: ProposalSubmission,
  ) {}

  /** 409 `gate-blocked` with every check while one blocks; a project that runs already keeps its state meanwhile. */
  submit(reference: string, version: number | null, user: SignedInUser): Promise<SubmittedCharter> {
    return this.unitOfWork.write(async (tx) => {
      const charter = await this.forChange(tx, reference, version, user, 'charter.submit');
      if (phaseOf(charter) !== 'draft') throw Problems.rule('submit-only-draft', { status: charter.status });
      await requireOpenGate(tx, charter.id);
      const { id, content } = charter;
      const revision = await this.numberOf(tx, charter);
      await writeRevision(tx, { charterId: id, number: revision, content, reason: null, by: user.id });
      await this.move(
        tx,
        { ...charter, revision },
        'charter.submitted',
        charter.origin === 'running' ? charter.status : 'submitted',
        true,
      );
      const proposal = await this.submission.submit(tx, {
        subjectType: 'charter',
        subjectId: id,
        title: content.title,
        revision,
        budget: content.budget,
        snapshot: await contentInWords(tx, content),
        submittedBy: user.id,
      });
      return { charter: await readCharter(tx, id), proposal: { id: proposal.id, code: proposal.code } };
    });
  }

  /** Until it is decided. What already runs cannot be withdrawn, only its proposal. */
  withdraw(reference: string, version: number | null, user: SignedInUser): Promise<Charter> {
    return this.unitOfWork.write(async (tx) => {
      const charter = await this.forChange(tx, reference, version, user, 'charter.withdraw');
      const running = charter.origin === 'running';
      const phase = phaseOf(charter);
      if (phase !== 'submitted' && (phase !== 'draft' || running)) {
        throw Problems.rule('withdraw-only-undecided', { status: charter.status });
      }
      await this.submission.withdrawOpen(tx, { subjectType: 'charter', subjectId: charter.id }, user.id);
      await this.move(tx, charter, 'charter.withdrawn', running ? charter.status : 'withdrawn', false);
      return readCharter(tx, charter.id);
    });
  }

  /**
   * What was before the board already under this number, and is another by now, takes the next one: what counts as a
   * material change is measured against the revision the board weighs.
   */
  private async numberOf(tx: EntityManager, { id, content, revision }: LockedCharter): Promise<number> {
    const weighed = await contentOfRevision(tx, id, revision);
    if (!weighed || changedFields(weighed, content).length === 0) return revision;
    await carryEditorsOver(tx, id, revision, revision + 1);
    return revision + 1;
  }

  private async forChange(
    tx: EntityManager,
    reference: string,
    version: number | null,
    user: SignedInUser,
    permission: 'charter.submit' | 'charter.withdraw',
  ): Promise<LockedCharter> {
    const charter = await lockCharter(tx, reference);
    demand(user, permission, { own: charter.content.lead === user.id });
    if (version !== null) requireVersion(version, charter.version);
    return charter;
  }

  private async move(
    tx: EntityManager,
    { id, code, status, revision }: LockedCharter,
    action: string,
    next: LockedCharter['status'],
    submitted: boolean,
  ): Promise<void> {
    await tx.query(
      `UPDATE charter SET status = $2, submitted_at = CASE WHEN $3 THEN now() END, revision = $4, version = version + 1,
              updated_at = now() WHERE id = $1`,
      [id, next, submitted, revision],
    );
    await this.auditTrail.record(tx, {
      action,
      recordType: 'charter',
      recordId: id,
      recordCode: code,
      before: { status },
      after: { status: next, revision },
    });
  }
}

/** Without a strategy in force only a strategy can be proposed, whatever the policy says (PRODUCT section 2, bootstrap). */
async function requireOpenGate(tx: EntityManager, charterId: string): Promise<void> {
  // In share: the strategy that was asked is the one whose decision rights the proposal gets.
  await tx.query('SELECT 1 FROM strategy FOR SHARE');
  const facts = await readCharterGateFacts(tx, charterId);
  const { checks } = gateAnswer(facts, 'submit', readerLanguage());
  if (!gateIsOpen(checks) || !facts.strategy) throw Problems.gateBlocked(checks);
}
