import { Module } from '@nestjs/common';
import { AuditModule } from '../audit/audit.module';
import { ProposalSubmissionModule } from '../board/proposal-submission.module';
import { ChartersModule } from '../charters/charters.module';
import { ExceptionCourse } from './exception-course.service';
import { ExceptionDecisionModule } from './exception-decision.module';
import { ExceptionExpiryJob } from './exception-expiry.job';
import { ExceptionWriting } from './exception-writing.service';
import { ExceptionsController } from './exceptions.controller';

/** Exceptions from principles, from their draft to their end. */
@Module({
  imports: [AuditModule, ChartersModule, ExceptionDecisionModule, ProposalSubmissionModule],
  controllers: [ExceptionsController],
  providers: [ExceptionWriting, ExceptionCourse, ExceptionExpiryJob],
})
export class ExceptionsModule {}
