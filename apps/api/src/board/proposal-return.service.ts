import { Injectable } from '@nestjs/common';
import type { Proposal, ReturnProposal, SignedInUser } from '@sightline/contracts';
import { isSecretary } from '@sightline/rules';
import { AuditTrail } from '../audit/audit-trail.service';
import { demand } from '../platform/access/demand';
import { UnitOfWork } from '../platform/database/unit-of-work';
import { Problems } from '../platform/problems/problem';
import { readBallot } from './ballot.facts';
import { DecidedSubjects } from './decided-subjects.service';
import { closeProposal, lockProposal, recordOf, requireOpen } from './lock-proposal';
import { mayWithdraw } from './may-withdraw';
import { ProposalPage } from './proposal-page.service';

/** The two ways out of the board without a decision: returned for its form, and withdrawn by whoever submitted it. */
@Injectable()
export class ProposalReturnService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly auditTrail: AuditTrail,
    private readonly subjects: DecidedSubjects,
    private readonly page: ProposalPage,
  ) {}

  /** The secretary sends back what is not in order, before anybody has voted on it. */
  returnForForm(reference: string, { reason }: ReturnProposal, secretary: SignedInUser): Promise<Proposal> {
    return this.unitOfWork.write(async (tx) => {
      const proposal = await lockProposal(tx, reference);
      const { secretaryId, votes } = await readBallot(tx, proposal.id);
      demand(secretary, 'proposal.return', { own: isSecretary(secretaryId, secretary) });
      requireOpen(proposal);
      if (votes.length > 0) throw Problems.rule('proposal-voted-on', { votes: votes.length });
      await closeProposal(tx, proposal, 'returned', reason);
      await this.subjects.end(tx, proposal, 'returned');
      await this.auditTrail.record(tx, {
        action: 'proposal.returned-for-form',
        ...recordOf(proposal),
        before: { status: 'open' },
        after: { status: 'returned', reason },
      });
      return this.page.read(tx, proposal.id, secretary);
    });
  }

  /** Its submitter or lead takes it back; the subject is a draft again. */
  withdraw(reference: string, by: SignedInUser): Promise<Proposal> {
    return this.unitOfWork.write(async (tx) => {
      const proposal = await lockProposal(tx, reference);
      const { stakes } = await readBallot(tx, proposal.id);
      demand(by, 'proposal.withdraw', { own: mayWithdraw(by.id, stakes) });
      requireOpen(proposal);
      await closeProposal(tx, proposal, 'withdrawn');
      await this.subjects.end(tx, proposal, 'withdrawn');
      await this.auditTrail.record(tx, {
        action: 'proposal.withdrawn',
        ...recordOf(proposal),
        before: { status: 'open' },
        after: { status: 'withdrawn' },
      });
      return this.page.read(tx, proposal.id, by);
    });
  }
}
