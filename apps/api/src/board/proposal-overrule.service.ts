import { Injectable } from '@nestjs/common';
import type { OverruleCheck, Proposal, SignedInUser } from '@sightline/contracts';
import { mayOverruleOutcome } from '@sightline/rules';
import { AuditTrail } from '../audit/audit-trail.service';
import { demand } from '../platform/access/demand';
import { UnitOfWork } from '../platform/database/unit-of-work';
import { Problems } from '../platform/problems/problem';
import { readBallot } from './ballot.facts';
import { DecidedSubjects } from './decided-subjects.service';
import { lockProposal, recordOf, requireOpen } from './lock-proposal';
import { OverruleEntity } from './overrule.entity';
import { ProposalPage } from './proposal-page.service';

/** Lets a business-minded member say that what reads like a milestone is an outcome. Nothing else can be overruled. */
@Injectable()
export class ProposalOverruleService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly auditTrail: AuditTrail,
    private readonly subjects: DecidedSubjects,
    private readonly page: ProposalPage,
  ) {}

  /** By an unconflicted seat holder who is not of IT, with a reason shown to all; holds for this snapshot only. */
  overrule(reference: string, { check, reason }: OverruleCheck, member: SignedInUser): Promise<Proposal> {
    return this.unitOfWork.write(async (tx) => {
      const proposal = await lockProposal(tx, reference);
      const ballot = await readBallot(tx, proposal.id);
      demand(member, 'proposal.overrule', { own: mayOverruleOutcome(ballot, member.id) });
      requireOpen(proposal);
      const checks = await this.subjects.checks(tx, proposal, 'en');
      const blocked = checks.some(({ code, level, passed }) => code === check && level === 'blocker' && !passed);
      if (!blocked) throw Problems.rule('nothing-to-overrule', { check });
      await tx.insert(OverruleEntity, {
        proposalId: proposal.id,
        snapshotId: proposal.snapshotId,
        checkCode: check,
        userId: member.id,
        reason,
      });
      await this.auditTrail.record(tx, {
        action: 'proposal.overruled',
        ...recordOf(proposal),
        after: { check, reason },
      });
      return this.page.read(tx, proposal.id, member);
    });
  }
}
