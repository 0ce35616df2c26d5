import type { Charter, CharterContent, SignedInUser } from '@sightline/contracts';
import { Injectable } from '@nestjs/common';
import { materialChanges } from '@sightline/rules';
import type { EntityManager } from 'typeorm';
import { AuditTrail } from '../audit/audit-trail.service';
import { ProposalSubmission } from '../board/proposal-submission.service';
import { demand } from '../platform/access/demand';
import { UnitOfWork } from '../platform/database/unit-of-work';
import { Problems } from '../platform/problems/problem';
import { requireVersion } from '../platform/records/if-match';
import { lockCharter, type LockedCharter } from './charter-lock';
import { phaseOf } from './charter-phase';
import { refuseCycle, takePredecessorTurn } from './charter-predecessors';
import { readCharter } from './charter-reading';
import { contentAfter, type CharterEdit } from './charter-references';
import { carryEditorsOver, contentOfRevision, rememberEditor, writeRevision } from './charter-revisions';
import { contentInWords } from './charter-words';
import { changedFields, type ContentField, only, writeContent } from './charter-writes';

/** Every change of a charter's own content (PRODUCT section 3): what may change depends on where it stands. */
@Injectable()
export class CharterEditing {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly auditTrail: AuditTrail,
    private readonly submission: ProposalSubmission,
  ) {}

  /** PATCH and every PUT of a link: 400, 403, 404, 409 and 412 leave the charter as it was. */
  edit(reference: string, version: number, edit: CharterEdit, user: SignedInUser): Promise<Charter> {
    return this.unitOfWork.write(async (tx) => {
      if (edit.predecessors) await takePredecessorTurn(tx);
      const charter = await lockCharter(tx, reference);
      demand(user, 'charter.edit', { own: charter.content.lead === user.id });
      requireVersion(version, charter.version);
      const content = await contentAfter(tx, charter.content, edit);
      demand(user, 'charter.edit', { own: content.lead === user.id });
      if (edit.predecessors) await refuseCycle(tx, charter.id, content.predecessors);
      await this.save(tx, charter, content, user);
      return readCharter(tx, charter.id);
    });
  }

  /** The same in a transaction that does more, on a charter it holds; whoever calls has asked for permission. */
  async within(tx: EntityManager, charter: LockedCharter, edit: CharterEdit, user: SignedInUser): Promise<void> {
    await this.save(tx, charter, await contentAfter(tx, charter.content, edit), user);
  }

  private async save(
    tx: EntityManager,
    charter: LockedCharter,
    content: CharterContent,
    user: SignedInUser,
  ): Promise<void> {
    const fields = changedFields(charter.content, content);
    if (fields.length === 0) return;
    const weighed = await contentOfRevision(tx, charter.id, charter.revision);
    const material = materialFields(charter, weighed, content);
    requireEditable(charter, content, material);
    // A number that was before the board stands for what was before it: a material change takes the next one.
    const revision = charter.revision + (weighed && material.length > 0 ? 1 : 0);
    if (revision > charter.revision) await carryEditorsOver(tx, charter.id, charter.revision, revision);
    await writeContent(tx, charter.id, { fields, content, revision });
    if (material.length > 0) await rememberEditor(tx, charter.id, revision, user.id);
    await this.auditTrail.record(tx, {
      action: 'charter.edited',
      recordType: 'charter',
      recordId: charter.id,
      recordCode: charter.code,
      before: { ...only(fields, charter.content), revision: charter.revision },
      after: { ...only(fields, content), revision },
    });
    if (revision > charter.revision && charter.submitted)
      await this.putAnew(tx, charter, { content, revision, material }, user);
  }

  /** A material change while the board decides: the new revision is what is voted on, and nobody has voted on it. */
  private async putAnew(
    tx: EntityManager,
    { id }: LockedCharter,
    { content, revision, material }: { content: CharterContent; revision: number; material: readonly ContentField[] },
    user: SignedInUser,
  ): Promise<void> {
    const reason = material.join(', ');
    await writeRevision(tx, { charterId: id, number: revision, content, reason, by: user.id });
    await this.submission.resnapshot(tx, {
      subjectType: 'charter',
      subjectId: id,
      revision,
      snapshot: await contentInWords(tx, content),
      ...(material.includes('budget') && { budget: content.budget }),
      reason,
      by: user.id,
    });
  }
}

/** Against what the board weighs or weighed, so that many small steps are one large one; in a draft every step counts. */
function materialFields(charter: LockedCharter, weighed: CharterContent | null, after: CharterContent): ContentField[] {
  const sinceWeighed = weighed ? materialChanges(weighed, after) : [];
  if (phaseOf(charter) !== 'draft') return sinceWeighed;
  return [...new Set([...sinceWeighed, ...materialChanges(charter.content, after)])];
}

function requireEditable(charter: LockedCharter, content: CharterContent, material: readonly string[]): void {
  const phase = phaseOf(charter);
  if (phase === 'frozen') throw Problems.frozen('charter-frozen', { status: charter.status });
  if (phase === 'approved' && material.length > 0) throw Problems.rule('change-request-needed', { fields: material });
  if (charter.origin === 'running' && !charter.approved) refuseExtension(charter.content, content);
}

/** What runs without an approval gets neither more money nor more time before it has one (PRODUCT section 2, Landscape). */
function refuseExtension(before: CharterContent, after: CharterContent): void {
  const later = before.endDate !== null && (after.endDate === null || after.endDate > before.endDate);
  const dearer =
    before.budget !== null &&
    (after.budget === null ||
      after.budget.currency !== before.budget.currency ||
      Number(after.budget.amount) > Number(before.budget.amount));
  if (later || dearer)
    throw Problems.rule('extension-needs-approval', {
      fields: [later && 'endDate', dearer && 'budget'].filter(Boolean),
    });
}
