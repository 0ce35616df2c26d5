import { Injectable } from '@nestjs/common';
import type { BallotConstituency, BallotPerson, NameSubstitute, Proposal, SignedInUser } from '@sightline/contracts';
import { ballotResult, conflictOf, isSecretary, mayBeSubstitute } from '@sightline/rules';
import type { EntityManager } from 'typeorm';
import { AuditTrail } from '../audit/audit-trail.service';
import { demand } from '../platform/access/demand';
import { UnitOfWork } from '../platform/database/unit-of-work';
import { Problems } from '../platform/problems/problem';
import { resolveReference } from '../platform/records/resolve-reference';
import { type Ballot, readBallot, VOTING_ROLES } from './ballot.facts';
import { type LockedProposal, lockProposal, recordOf, requireOpen } from './lock-proposal';
import { ProposalPage } from './proposal-page.service';
import { SubstituteEntity } from './substitute.entity';

/** Names somebody to vote for a constituency in which nobody is left who may. */
@Injectable()
export class ProposalSubstituteService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly auditTrail: AuditTrail,
    private readonly page: ProposalPage,
  ) {}

  /** A constituency emptied by recusal or vacancy is never skipped (PRODUCT section 4). */
  name(reference: string, named: NameSubstitute, secretary: SignedInUser): Promise<Proposal> {
    return this.unitOfWork.write(async (tx) => {
      const proposal = await lockProposal(tx, reference);
      const ballot = await readBallot(tx, proposal.id);
      demand(secretary, 'proposal.substitute', { own: isSecretary(ballot.secretaryId, secretary) });
      requireOpen(proposal);
      const constituency = emptiedConstituency(ballot, named.constituency);
      const userId = await resolveReference(tx, 'person', named.user, '/user');
      await requireFit(tx, proposal, ballot, constituency, userId);
      const { reason } = named;
      await tx.insert(SubstituteEntity, {
        proposalId: proposal.id,
        constituencyId: constituency.id,
        userId,
        reason,
        namedBy: secretary.id,
      });
      await this.auditTrail.record(tx, {
        action: 'proposal.substitute-named',
        ...recordOf(proposal),
        after: { constituency: constituency.key, userId, reason },
      });
      return this.page.read(tx, proposal.id, secretary);
    });
  }
}

/** By id, key or name; 409 while somebody in it may still vote, or stands in already. */
function emptiedConstituency(ballot: Ballot, wanted: string): BallotConstituency {
  const named = wanted.toLowerCase();
  const found = ballotResult(ballot).constituencies.find(
    ({ id, key, name }) => id === named || key === named || name.toLowerCase() === named,
  );
  if (!found) {
    throw Problems.invalid([{ pointer: '/constituency', code: 'unknown-reference', params: { reference: wanted } }]);
  }
  if (found.substitute) throw Problems.rule('substitute-named', { name: found.substitute.name });
  if (!found.emptied) throw Problems.rule('constituency-not-emptied', { constituency: found.name });
  return found;
}

interface Candidate extends Omit<BallotPerson, 'conflict'> {
  seated: boolean;
  unit: 'business' | 'it' | null;
}

/** Internal, active, with a role that votes, without a stake, without a seat, and of the side the constituency stands for. */
async function requireFit(
  tx: EntityManager,
  { boardId }: LockedProposal,
  ballot: Ballot,
  { id, key, isIt }: BallotConstituency,
  userId: string,
): Promise<void> {
  const [candidate] = await tx.query<[Candidate]>(CANDIDATE, [userId, boardId, VOTING_ROLES]);
  const person = { ...candidate, conflict: conflictOf(userId, ballot.stakes) };
  const side = isIt ? 'it' : key === 'business' ? 'business' : null;
  if (person.conflict) throw Problems.rule('substitute-conflicted', { constituency: key });
  if (candidate.seated) throw Problems.rule('substitute-seated', { constituency: key });
  if (!mayBeSubstitute(ballot, id, person)) throw Problems.rule('substitute-not-eligible', { constituency: key });
  if (side !== null && candidate.unit !== side) throw Problems.rule('substitute-other-side', { constituency: key });
}

const CANDIDATE = `
  SELECT u.id, u.name, u.kind = 'internal' AS internal, u.status = 'active' AND u.roles && $3::text[] AS active,
         b.kind AS unit,
         EXISTS (SELECT 1 FROM occupied_seat s WHERE s.board_id = $2 AND s.holder_id = u.id) AS seated
    FROM app_user u LEFT JOIN business_unit b ON b.id = u.business_unit_id
   WHERE u.id = $1 FOR SHARE OF u`;
