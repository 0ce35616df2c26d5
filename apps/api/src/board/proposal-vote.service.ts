import { Injectable } from '@nestjs/common';
import type { CastVote, Proposal, SignedInUser } from '@sightline/contracts';
import type { EntityManager } from 'typeorm';
import { AuditTrail } from '../audit/audit-trail.service';
import { demand } from '../platform/access/demand';
import { UnitOfWork } from '../platform/database/unit-of-work';
import { Problems } from '../platform/problems/problem';
import { readBallot, type Standing, standingOf } from './ballot.facts';
import { type LockedProposal, lockProposal, recordOf, requireOpen } from './lock-proposal';
import { ProposalPage } from './proposal-page.service';
import { refuseVoter } from './voter-refusal';
import { VoteEntity } from './vote.entity';

/** Casts and changes votes. A changed vote is a new row; none is ever overwritten. */
@Injectable()
export class ProposalVoteService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly auditTrail: AuditTrail,
    private readonly page: ProposalPage,
  ) {}

  /** The authority to vote is read in the transaction that writes the vote (TRUST T3). */
  cast(reference: string, vote: CastVote, voter: SignedInUser): Promise<Proposal> {
    requireReason(vote);
    return this.unitOfWork.write(async (tx) => {
      const proposal = await lockProposal(tx, reference);
      const standing = await this.authorityOf(tx, proposal, voter);
      await requireCurrentSnapshot(tx, proposal, vote.snapshotHash);
      await this.write(tx, proposal, standing, vote, voter);
      return this.page.read(tx, proposal.id, voter);
    });
  }

  private async authorityOf(tx: EntityManager, proposal: LockedProposal, voter: SignedInUser): Promise<Standing> {
    // Seats in share: a member who is being removed either votes before it or not at all.
    await tx.query(`SELECT 1 FROM seat WHERE board_id = $1 AND holder_id = $2 FOR SHARE`, [proposal.boardId, voter.id]);
    const standing = standingOf(await readBallot(tx, proposal.id), voter.id);
    if (!standing?.eligible) throw refuseVoter(standing);
    demand(voter, 'proposal.vote', { own: true });
    requireOpen(proposal);
    const [{ fresh }] = await tx.query<[{ fresh: boolean }]>(
      `SELECT coalesce(credential_reset_at > now() - interval '24 hours', false) AS fresh FROM app_user WHERE id = $1`,
      [voter.id],
    );
    if (fresh) throw Problems.rule('credentials-changed', { hours: 24 });
    return standing;
  }

  private async write(
    tx: EntityManager,
    proposal: LockedProposal,
    { seatId, substituteId, constituencyId, vote: before }: Standing,
    { choice, reason, conditions = [] }: CastVote,
    voter: SignedInUser,
  ): Promise<void> {
    await tx.insert(VoteEntity, {
      proposalId: proposal.id,
      snapshotId: proposal.snapshotId,
      userId: voter.id,
      seatId,
      substituteId,
      constituencyId,
      choice,
      reason: reason || null,
      conditions,
    });
    await this.auditTrail.record(tx, {
      action: 'proposal.voted',
      ...recordOf(proposal),
      ...(before ? { before: { choice: before } } : {}),
      after: { choice, reason: reason || null, conditions, constituencyId, seatId, substituteId },
    });
  }
}

/** A return and a rejection say why; only an approval can carry conditions. */
function requireReason({ choice, reason, conditions }: CastVote): void {
  if ((choice === 'return' || choice === 'reject') && !reason) {
    throw Problems.invalid([{ pointer: '/reason', code: 'reason-required', params: { choice } }]);
  }
  if (choice !== 'approve' && conditions?.length) {
    throw Problems.invalid([{ pointer: '/conditions', code: 'conditions-on-approval-only', params: { choice } }]);
  }
}

async function requireCurrentSnapshot(tx: EntityManager, proposal: LockedProposal, seen: string): Promise<void> {
  const [{ hash }] = await tx.query<[{ hash: string }]>(`SELECT hash FROM proposal_snapshot WHERE id = $1`, [
    proposal.snapshotId,
  ]);
  if (hash !== seen.toLowerCase()) throw Problems.snapshotChanged();
}
