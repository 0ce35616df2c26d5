import { Injectable } from '@nestjs/common';
import type {
  BallotOutcome,
  BallotResult,
  CloseProposal,
  Decision,
  GateCheckAnswer,
  SignedInUser,
} from '@sightline/contracts';
import { isLanguage, type Language } from '@sightline/language';
import { ballotResult, isSecretary, mayCloseAsMember } from '@sightline/rules';
import type { EntityManager } from 'typeorm';
import { AuditTrail } from '../audit/audit-trail.service';
import { demand } from '../platform/access/demand';
import { UnitOfWork } from '../platform/database/unit-of-work';
import { Problems } from '../platform/problems/problem';
import { type Ballot, readBallot } from './ballot.facts';
import { DecidedSubjects } from './decided-subjects.service';
import { DecisionEntity } from './decision.entity';
import { conditionsOf, decisionRecord } from './decision-record';
import { readDecision } from './decision-register.service';
import { closeProposal, type LockedProposal, lockProposal, recordOf, requireOpen } from './lock-proposal';

interface Ruling {
  ballot: Ballot;
  result: BallotResult;
  outcome: BallotOutcome;
  checks: GateCheckAnswer[];
  circumstances: Circumstances;
}

/** Closes proposals. The outcome is computed from the votes; whoever closes adds the rationale only. */
@Injectable()
export class ProposalClosingService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly auditTrail: AuditTrail,
    private readonly subjects: DecidedSubjects,
  ) {}

  /** 409 `proposal-not-closable` while the votes decide nothing, 409 `gate-blocked` when the gate does; both leave it open. */
  close(reference: string, { rationale }: CloseProposal, closer: SignedInUser): Promise<{ decision: Decision }> {
    return this.unitOfWork.write(async (tx) => {
      const proposal = await lockProposal(tx, reference);
      requireOpen(proposal);
      const ballot = await readBallot(tx, proposal.id);
      demand(closer, 'proposal.close', {
        own: isSecretary(ballot.secretaryId, closer) || mayCloseAsMember(ballot, closer.id),
      });
      await this.subjects.lock(tx, proposal);
      const ruling = await this.ruling(tx, proposal);
      const decisionId = await this.writeDown(tx, proposal, ruling, rationale, closer);
      await closeProposal(tx, proposal, ruling.outcome);
      await this.apply(tx, proposal, ruling);
      return { decision: await readDecision(tx, decisionId) };
    });
  }

  /** What the votes say under the locks, and the gate asked once more. */
  private async ruling(tx: EntityManager, proposal: LockedProposal): Promise<Ruling> {
    const ballot = await readBallot(tx, proposal.id);
    const result = ballotResult(ballot);
    if (!result.canClose || result.outcome === null) throw Problems.rule('proposal-not-closable', { why: result.why });
    const circumstances = await readCircumstances(tx);
    const checks = await this.subjects.checks(tx, proposal, circumstances.language);
    if (result.outcome === 'approved' && checks.some(blocks)) throw Problems.gateBlocked(checks);
    return { ballot, result, outcome: result.outcome, checks, circumstances };
  }

  private async writeDown(
    tx: EntityManager,
    proposal: LockedProposal,
    { ballot, result, outcome, checks, circumstances }: Ruling,
    rationale: string,
    closer: SignedInUser,
  ): Promise<string> {
    const early = ballot.now < ballot.dueAt;
    const conditions = outcome === 'approved' ? conditionsOf(ballot) : [];
    const { hash, overrules } = await readSnapshotFacts(tx, proposal.snapshotId);
    const written = await tx.insert(DecisionEntity, {
      proposalId: proposal.id,
      outcome,
      early,
      rationale,
      conditions,
      snapshotId: proposal.snapshotId,
      snapshotHash: hash,
      strategyVersionId: circumstances.inForceId,
      record: decisionRecord(ballot, result, checks, overrules),
      language: circumstances.language,
      decidedBy: closer.id,
    });
    await this.auditTrail.record(tx, {
      action: 'proposal.closed',
      ...recordOf(proposal),
      before: { status: 'open' },
      after: { status: outcome, early, rationale, conditions, tally: result.tally, snapshotHash: hash },
    });
    return (written.identifiers[0] as { id: string }).id;
  }

  private apply(tx: EntityManager, proposal: LockedProposal, { outcome, circumstances }: Ruling): Promise<void> {
    return outcome === 'approved'
      ? this.subjects.approve(tx, proposal, circumstances.inForceId)
      : this.subjects.end(tx, proposal, outcome);
  }
}

function blocks({ level, passed }: GateCheckAnswer): boolean {
  return level === 'blocker' && !passed;
}

interface Circumstances {
  inForceId: string | null;
  /** Decisions are written in the organisation's language, whoever closes. */
  language: Language;
}

async function readCircumstances(tx: EntityManager): Promise<Circumstances> {
  const [{ inForceId, language }] = await tx.query<[{ inForceId: string | null; language: string }]>(
    `SELECT o.language, (SELECT v.id FROM strategy_version v WHERE v.status = 'in_force') AS "inForceId"
       FROM organisation o`,
  );
  return { inForceId, language: isLanguage(language) ? language : 'en' };
}

async function readSnapshotFacts(
  tx: EntityManager,
  snapshotId: string,
): Promise<{ hash: string; overrules: { by: string; reason: string }[] }> {
  const [facts] = await tx.query<[{ hash: string; overrules: { by: string; reason: string }[] }]>(
    `SELECT s.hash, (SELECT coalesce(jsonb_agg(jsonb_build_object('by', u.name, 'reason', o.reason) ORDER BY o.at), '[]')
                       FROM overrule o JOIN app_user u ON u.id = o.user_id WHERE o.snapshot_id = s.id) AS overrules
       FROM proposal_snapshot s WHERE s.id = $1`,
    [snapshotId],
  );
  return facts;
}
