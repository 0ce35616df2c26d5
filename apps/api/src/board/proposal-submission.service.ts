import { Injectable } from '@nestjs/common';
import type { DecisionSubject, Money } from '@sightline/contracts';
import type { EntityManager } from 'typeorm';
import { AuditTrail } from '../audit/audit-trail.service';
import { Problems } from '../platform/problems/problem';
import { chosenRight, dueAtOf, readDecisionRights } from './decision-right.facts';
import type { ProposalEntity } from './proposal.entity';
import { takeSnapshot } from './proposal-snapshot';

export interface ProposalSubject {
  subjectType: DecisionSubject;
  subjectId: string;
}
export interface Submission extends ProposalSubject {
  title: string;
  revision: number | null;
  /** Decides the band; none counts as the highest, and so does another currency than the organisation's. */
  budget: Money | null;
  /** The subject in readable words, as it is voted on. */
  snapshot: Record<string, unknown>;
  submittedBy: string;
}
export interface Resnapshot extends ProposalSubject {
  revision: number | null;
  snapshot: Record<string, unknown>;
  /** The budget where it rose: another band may ask for another board or rule. */
  budget?: Money | null;
  /** Why the votes so far no longer count. */
  reason: string;
  by: string;
}

/** How a subject comes before the board. Callers hold the subject's row and have asked the gate. */
@Injectable()
export class ProposalSubmission {
  constructor(private readonly auditTrail: AuditTrail) {}

  /** Opens a proposal: board and rule by the rights in force, seats pinned, due date, first snapshot (PRODUCT section 4). */
  async submit(tx: EntityManager, submission: Submission): Promise<{ id: string; code: string }> {
    const facts = await readDecisionRights(tx);
    const { boardId, rule } = chosenRight(facts, submission.subjectType, submission.budget);
    // A board in share: who sits in it does not change while its seats are pinned.
    await tx.query(`SELECT 1 FROM board WHERE id = $1 FOR SHARE`, [boardId]);
    const { subjectType, subjectId, title, submittedBy } = submission;
    const [proposal] = await tx.query<[{ id: string; code: string }]>(INSERT_PROPOSAL, [
      subjectType,
      subjectId,
      title,
      boardId,
      rule,
      facts.inForceId,
      submittedBy,
      dueAtOf(facts),
    ]);
    await tx.query(PIN_SEATS, [proposal.id, boardId]);
    const { hash } = await takeSnapshot(tx, {
      proposalId: proposal.id,
      revision: submission.revision,
      content: submission.snapshot,
      reason: null,
      by: submittedBy,
    });
    await this.auditTrail.record(tx, {
      action: 'proposal.submitted',
      recordType: 'proposal',
      recordId: proposal.id,
      recordCode: proposal.code,
      after: { subjectType, subjectId, boardId, rule, revision: submission.revision, snapshotHash: hash },
    });
    return proposal;
  }

  /**
   * A material change of a subject before the board: a new snapshot, on which nobody has voted yet. Does nothing when
   * no proposal is open. Callers lock the proposal (`lockOpenProposal`) before the subject's row. 409
   * `another-board-decides` when the new budget is not this board's to decide, or not by its rule: seats and rule stay
   * as they were pinned, so it has to be submitted anew.
   */
  async resnapshot(
    tx: EntityManager,
    { revision, snapshot, budget, reason, by, ...subject }: Resnapshot,
  ): Promise<void> {
    const proposal = await lockOpenProposal(tx, subject);
    if (!proposal) return;
    if (budget !== undefined) {
      const { boardId, rule } = chosenRight(await readDecisionRights(tx), subject.subjectType, budget);
      if (boardId !== proposal.boardId || rule !== proposal.rule) throw Problems.rule('another-board-decides');
    }
    await this.replaceSnapshot(tx, proposal, { revision, content: snapshot, reason, by });
  }

  /** A KPI was redefined: every open proposal that cites it is voted on anew, on the KPI as it stands now. */
  async resnapshotForKpi(tx: EntityManager, kpiId: string, reason: string, by: string): Promise<void> {
    const proposals = await tx.query<(OpenProposal & { revision: number | null; body: string })[]>(OPEN_BY_KPI, [
      kpiId,
    ]);
    for (const { revision, body, ...proposal } of proposals) {
      const { content } = JSON.parse(body) as { content: Record<string, unknown> };
      await this.replaceSnapshot(tx, proposal, {
        revision,
        content: await citingAsItStands(tx, content, kpiId),
        reason,
        by,
      });
    }
  }

  /** The subject was withdrawn: so is its open proposal, if there is one. The subject's own feature changes the subject. */
  async withdrawOpen(tx: EntityManager, subject: ProposalSubject, by: string): Promise<void> {
    const proposal = await lockOpenProposal(tx, subject);
    if (!proposal) return;
    await tx.query(
      `UPDATE proposal SET status = 'withdrawn', closed_at = now(), version = version + 1, updated_at = now() WHERE id = $1`,
      [proposal.id],
    );
    await this.auditTrail.record(tx, {
      action: 'proposal.withdrawn',
      recordType: 'proposal',
      recordId: proposal.id,
      recordCode: proposal.code,
      before: { status: 'open' },
      after: { status: 'withdrawn', by },
    });
  }

  private async replaceSnapshot(
    tx: EntityManager,
    proposal: OpenProposal,
    next: { revision: number | null; content: Record<string, unknown>; reason: string; by: string },
  ): Promise<void> {
    const [{ votes }] = await tx.query<[{ votes: number }]>(
      `SELECT count(*)::int AS votes FROM counted_vote WHERE proposal_id = $1`,
      [proposal.id],
    );
    const { hash } = await takeSnapshot(tx, { proposalId: proposal.id, ...next });
    await this.auditTrail.record(tx, {
      action: 'proposal.votes-dismissed',
      recordType: 'proposal',
      recordId: proposal.id,
      recordCode: proposal.code,
      after: { revision: next.revision, snapshotHash: hash, reason: next.reason, votesDismissed: votes },
    });
  }
}

interface OpenProposal {
  id: string;
  code: string;
}
type LockedOpenProposal = OpenProposal & Pick<ProposalEntity, 'boardId' | 'rule'>;

/** Takes the open proposal of a subject, if there is one; locks go proposal, charter, strategy (PRODUCT section 4). */
export async function lockOpenProposal(
  tx: EntityManager,
  { subjectType, subjectId }: ProposalSubject,
): Promise<LockedOpenProposal | null> {
  const [proposal] = await tx.query<LockedOpenProposal[]>(
    `SELECT id, code, board_id AS "boardId", rule FROM proposal
      WHERE status = 'open' AND subject_type = $1 AND coalesce(charter_id, change_request_id, strategy_version_id, exception_id) = $2
        FOR UPDATE`,
    [subjectType, subjectId],
  );
  return proposal ?? null;
}

const INSERT_PROPOSAL = `
  INSERT INTO proposal (subject_type, strategy_version_id, charter_id, change_request_id, exception_id, title, board_id, rule,
                        decided_under_id, submitted_by, created_by, due_at)
  VALUES ($1::text, CASE $1::text WHEN 'strategy_version' THEN $2::uuid END, CASE $1::text WHEN 'charter' THEN $2::uuid END,
          CASE $1::text WHEN 'change_request' THEN $2::uuid END, CASE $1::text WHEN 'exception' THEN $2::uuid END, $3, $4, $5, $6, $7, $7, $8)
  RETURNING id, code`;

const PIN_SEATS = `
  INSERT INTO proposal_seat (proposal_id, seat_id, constituency_id)
  SELECT $1, s.id, s.constituency_id FROM seat s WHERE s.board_id = $2 AND s.ended_at IS NULL`;

/** In the order of their ids, so that two changes of KPIs take them in the same order. */
const OPEN_BY_KPI = `
  SELECT p.id, p.code, s.revision, s.body
    FROM proposal p JOIN proposal_snapshot s ON s.id = p.snapshot_id
   WHERE p.status = 'open' AND p.id IN (SELECT k.proposal_id FROM proposal_kpi k WHERE k.kpi_id = $1)
   ORDER BY p.id FOR UPDATE OF p`;

/** The content with this KPI in the revision and unit that stand now. */
async function citingAsItStands(
  tx: EntityManager,
  content: Record<string, unknown>,
  kpiId: string,
): Promise<Record<string, unknown>> {
  if (!Array.isArray(content['kpis'])) return content;
  const [standing] = await tx.query<[{ revision: string; unit: string | null }]>(REVISION_OF_KPI, [kpiId]);
  const kpis = content['kpis'] as { kpi: { id: string } }[];
  return { ...content, kpis: kpis.map((cited) => (cited.kpi.id === kpiId ? { ...cited, ...standing } : cited)) };
}

const REVISION_OF_KPI = `
  SELECT r.id AS revision, r.unit FROM kpi k JOIN kpi_revision r ON r.id = k.current_revision_id WHERE k.id = $1`;
