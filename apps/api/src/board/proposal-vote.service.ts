import { Injectable } from '@nestjs/common';
import type { CastVote, Proposal, SignedInUser, VoteChoice } from '@sightline/contracts';
import {
  HOURS_WITHOUT_VOTE_AFTER_RESET,
  pickVotingAuthority,
  type VotingAuthority,
  type VotingBar,
  votingBar,
} from '@sightline/rules';
import type { EntityManager } from 'typeorm';
import { AuditTrail } from '../audit/audit-trail.service';
import { demand } from '../platform/access/demand';
import { UnitOfWork } from '../platform/database/unit-of-work';
import { ProblemException, Problems } from '../platform/problems/problem';
import { type Ballot, readBallot } from './ballot.facts';
import { type LockedProposal, recordOf, shareProposal } from './lock-proposal';
import { ProposalPage } from './proposal-page.service';
import { instant } from '../platform/records/json-sql';
import { VoteEntity } from './vote.entity';

/** By which right the vote is cast, and the choice it replaces. */
type Authority = VotingAuthority & { before: VoteChoice | null };

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
      const proposal = await shareProposal(tx, reference);
      const standing = await this.authorityOf(tx, proposal, voter);
      await requireCurrentSnapshot(tx, proposal, vote.snapshotHash);
      await this.write(tx, proposal, standing, vote, voter);
      return this.page.read(tx, proposal.id, voter);
    });
  }

  private async authorityOf(tx: EntityManager, proposal: LockedProposal, voter: SignedInUser): Promise<Authority> {
    // Seats in share: a member who is being removed either votes before it or not at all.
    await tx.query(`SELECT 1 FROM seat WHERE board_id = $1 AND holder_id = $2 FOR SHARE`, [proposal.boardId, voter.id]);
    const ballot = await readBallot(tx, proposal.id);
    const [{ credentialsChangedAt }] = await tx.query<[{ credentialsChangedAt: string | null }]>(CREDENTIALS_CHANGED, [
      voter.id,
    ]);
    const bar = votingBar(ballot, { id: voter.id, credentialsChangedAt }, proposal.status);
    const authority = pickVotingAuthority(ballot, voter.id);
    if (bar || !authority) throw refusal(bar ?? 'no-seat', proposal, ballot, voter.id);
    demand(voter, 'proposal.vote', { own: true });
    return { ...authority, before: ballot.votes.find(({ userId }) => userId === voter.id)?.choice ?? null };
  }

  private async write(
    tx: EntityManager,
    proposal: LockedProposal,
    { seatId, substituteId, constituencyId, before }: Authority,
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

const CREDENTIALS_CHANGED = `
  SELECT ${instant('credential_reset_at')} AS "credentialsChangedAt" FROM app_user WHERE id = $1`;

/** 403 where the person has no vote here (any more), 409 where there is no vote to cast now. */
function refusal(bar: VotingBar, { status }: LockedProposal, ballot: Ballot, voterId: string): ProblemException {
  if (bar === 'closed') return Problems.rule('proposal-closed', { status });
  if (bar === 'credentials-changed') {
    return Problems.rule('credentials-changed', { hours: HOURS_WITHOUT_VOTE_AFTER_RESET });
  }
  const people = [...ballot.seats.map(({ holder }) => holder), ...ballot.substitutes.map(({ user }) => user)];
  const conflict = people.find((person) => person?.id === voterId)?.conflict ?? null;
  const params = { whyNot: bar, conflict };
  return new ProblemException({ status: 403, code: 'forbidden', rule: `vote-${bar}`, params });
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
