import { Injectable } from '@nestjs/common';
import type { BallotOutcome, CharterContent, GateCheckAnswer } from '@sightline/contracts';
import type { Language } from '@sightline/language';
import type { DataSource, EntityManager } from 'typeorm';
import { CharterDecisionService, lockCharterFacts } from '../charters/charter-decision.service';
import { readCharterGateFacts } from '../charters/charter-gate.facts';
import { gateAnswer } from '../charters/gate-answer';
import { ExceptionDecisionService } from '../exceptions/exception-decision.service';
import { Problems } from '../platform/problems/problem';
import { StrategyRatificationService } from '../strategy/strategy-ratification.service';
import type { ProposalEntity } from './proposal.entity';

export type Subject = Pick<
  ProposalEntity,
  'subjectType' | 'charterId' | 'changeRequestId' | 'strategyVersionId' | 'exceptionId'
>;
/** How a proposal ends that the board has not carried. */
export type NotCarried = Exclude<BallotOutcome, 'approved'> | 'withdrawn' | 'lapsed';

/** What a decision does to the record it is about, and what the gate says of that record. */
@Injectable()
export class DecidedSubjects {
  constructor(
    private readonly charters: CharterDecisionService,
    private readonly strategy: StrategyRatificationService,
    private readonly exceptions: ExceptionDecisionService,
  ) {}

  /**
   * Holds everything a closing rests on, in the order of PRODUCT section 4 (the proposal is held already): charter,
   * strategy singleton, then the facts of the gate. A ratification takes the strategy alone.
   */
  async lock(tx: EntityManager, subject: Subject): Promise<void> {
    if (subject.subjectType === 'strategy_version') {
      await tx.query(`SELECT 1 FROM strategy FOR UPDATE`);
      return;
    }
    if (subject.exceptionId) return this.exceptions.lock(tx, subject.exceptionId);
    await tx.query(LOCK_CHARTER, [subject.charterId, subject.changeRequestId]);
    await tx.query(`SELECT 1 FROM change_request WHERE id = $1 FOR UPDATE`, [subject.changeRequestId]);
    await tx.query(`SELECT 1 FROM strategy FOR SHARE`);
    const { charterId, content } = await weighed(tx, subject);
    await lockCharterFacts(tx, charterId, content);
  }

  /** The gate at approval, for the subject as it stands or would stand; a strategy version and an exception have none. */
  async checks(db: DataSource | EntityManager, subject: Subject, language: Language): Promise<GateCheckAnswer[]> {
    if (subject.strategyVersionId || subject.exceptionId) return [];
    const { charterId, content } = await weighed(db, subject);
    return gateAnswer(await readCharterGateFacts(db, charterId, content), 'approve', language).checks;
  }

  /** The board carried it. `decidedUnder` is the version in force that the gate was asked under. */
  async approve(tx: EntityManager, subject: Subject, decidedUnder: string | null): Promise<void> {
    if (subject.strategyVersionId) return this.strategy.ratify(tx, subject.strategyVersionId);
    if (!decidedUnder) throw Problems.rule('no-strategy-in-force');
    if (subject.exceptionId) return this.exceptions.grant(tx, subject.exceptionId);
    if (subject.changeRequestId) return this.charters.applyChange(tx, subject.changeRequestId, { decidedUnder });
    if (subject.charterId) return this.charters.approve(tx, subject.charterId, { decidedUnder });
  }

  /** It ended otherwise: rejected stays rejected, everything else is a draft again. */
  async end(tx: EntityManager, subject: Subject, how: NotCarried): Promise<void> {
    if (subject.exceptionId)
      return how === 'rejected'
        ? this.exceptions.reject(tx, subject.exceptionId)
        : this.exceptions.returnToDraft(tx, subject.exceptionId);
    if (subject.changeRequestId) return this.charters.closeChange(tx, subject.changeRequestId, how);
    if (subject.charterId)
      return how === 'rejected'
        ? this.charters.reject(tx, subject.charterId)
        : this.charters.returnToDraft(tx, subject.charterId);
    if (subject.strategyVersionId)
      return how === 'rejected'
        ? this.strategy.reject(tx, subject.strategyVersionId)
        : this.strategy.returnToDraft(tx, subject.strategyVersionId);
  }
}

const LOCK_CHARTER = `
  SELECT 1 FROM charter
   WHERE id = coalesce($1::uuid, (SELECT r.charter_id FROM change_request r WHERE r.id = $2::uuid)) FOR UPDATE`;

const WEIGHED = `
  SELECT c.id AS "charterId", coalesce(r.content, charter_content(c.id)) AS content
    FROM charter c LEFT JOIN change_request r ON r.id = $2::uuid
   WHERE c.id = coalesce($1::uuid, r.charter_id)`;

/** The charter and the content the board weighs: its own, or what a change request would make of it. */
export async function weighed(
  db: DataSource | EntityManager,
  { charterId, changeRequestId }: Subject,
): Promise<{ charterId: string; content: CharterContent }> {
  const [row] = await db.query<{ charterId: string; content: CharterContent }[]>(WEIGHED, [charterId, changeRequestId]);
  if (!row) throw Problems.notFound('charter');
  return row;
}
