import type { ChangeRequest, CharterContent, SignedInUser } from '@sightline/contracts';
import { Injectable } from '@nestjs/common';
import { materialChanges } from '@sightline/rules';
import type { EntityManager } from 'typeorm';
import { AuditTrail } from '../audit/audit-trail.service';
import { ProposalSubmission } from '../board/proposal-submission.service';
import { demand } from '../platform/access/demand';
import { UnitOfWork } from '../platform/database/unit-of-work';
import { Problems } from '../platform/problems/problem';
import { requireVersion } from '../platform/records/if-match';
import { readChangeRequests } from './change-request-list';
import { readCharterGateFacts } from './charter-gate.facts';
import { lockCharter, type LockedCharter } from './charter-lock';
import { phaseOf } from './charter-phase';
import { refuseCycle, takePredecessorTurn } from './charter-predecessors';
import { contentAfter, type CharterEdit } from './charter-references';
import { contentOfRevision, rememberEditor } from './charter-revisions';
import { contentInWords } from './charter-words';
import { changedFields, only } from './charter-writes';
import { gateAnswer } from './gate-answer';
import { readerLanguage } from './reader-language';

/** How an approved charter changes in anything a voter weighed: a new content, put before the board (PRODUCT section 3). */
@Injectable()
export class ChangeRequests {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly auditTrail: AuditTrail,
    private readonly submission: ProposalSubmission,
  ) {}

  /** Until the board decides, the approved revision stands and is what everyone sees. 409 while the gate blocks. */
  request(
    reference: string,
    version: number | null,
    { reason, ...edit }: CharterEdit & { reason: string },
    user: SignedInUser,
  ): Promise<ChangeRequest> {
    return this.unitOfWork.write(async (tx) => {
      if (edit.predecessors) await takePredecessorTurn(tx);
      const charter = await lockCharter(tx, reference);
      demand(user, 'charter.submit', { own: charter.content.lead === user.id });
      if (version !== null) requireVersion(version, charter.version);
      if (phaseOf(charter) !== 'approved') throw Problems.rule('change-only-approved', { status: charter.status });
      const content = await contentAfter(tx, charter.content, edit);
      const weighed = (await contentOfRevision(tx, charter.id, charter.revision)) ?? charter.content;
      if (materialChanges(weighed, content).length === 0) throw Problems.rule('nothing-material');
      await refuseCycle(tx, charter.id, content.predecessors);
      await requireOpenGate(tx, charter.id, content);
      const id = await this.open(tx, charter, { content, reason }, user);
      const [change] = await readChangeRequests(tx, charter.id, id);
      if (!change) throw Problems.notFound('change-request');
      return change;
    });
  }

  private async open(
    tx: EntityManager,
    charter: LockedCharter,
    { content, reason }: { content: CharterContent; reason: string },
    user: SignedInUser,
  ): Promise<string> {
    const [{ id, number }] = await tx.query<[{ id: string; number: number }]>(INSERT, [
      charter.id,
      reason,
      JSON.stringify(content),
      JSON.stringify(charter.content),
      charter.version,
      user.id,
    ]);
    const revision = charter.revision + 1;
    await rememberEditor(tx, charter.id, revision, user.id);
    const fields = changedFields(charter.content, content);
    await this.auditTrail.record(tx, {
      action: 'change_request.submitted',
      recordType: 'charter',
      recordId: charter.id,
      recordCode: charter.code,
      before: only(fields, charter.content),
      after: { ...only(fields, content), changeRequest: number, reason },
    });
    await this.submission.submit(tx, {
      subjectType: 'change_request',
      subjectId: id,
      title: content.title,
      revision,
      budget: content.budget,
      snapshot: await contentInWords(tx, content),
      submittedBy: user.id,
    });
    return id;
  }
}

const INSERT = `
  INSERT INTO change_request (charter_id, number, reason, content, base, base_version, created_by)
  VALUES ($1, (SELECT coalesce(max(r.number), 0) + 1 FROM change_request r WHERE r.charter_id = $1), $2, $3, $4, $5, $6)
  RETURNING id, number`;

/** OUTCOME may stay open here: only once the proposal is before the board can a seat holder overrule it. */
async function requireOpenGate(tx: EntityManager, charterId: string, content: CharterContent): Promise<void> {
  await tx.query('SELECT 1 FROM strategy FOR SHARE');
  const facts = await readCharterGateFacts(tx, charterId, content);
  const { checks } = gateAnswer(facts, 'approve', readerLanguage());
  const blocked = checks.some(({ code, level, passed }) => !passed && level === 'blocker' && code !== 'OUTCOME');
  if (blocked || !facts.strategy) throw Problems.gateBlocked(checks);
}
