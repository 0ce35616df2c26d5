import { Module } from '@nestjs/common';
import { AuditModule } from '../audit/audit.module';
import { ProposalSubmission } from './proposal-submission.service';

/**
 * The way into the board, for the features whose records it decides. Apart from `BoardModule`, which in turn calls those
 * features when a decision is made: so neither needs the other first.
 */
@Module({
  imports: [AuditModule],
  providers: [ProposalSubmission],
  exports: [ProposalSubmission],
})
export class ProposalSubmissionModule {}
