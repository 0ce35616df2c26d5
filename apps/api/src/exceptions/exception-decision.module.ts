import { Module } from '@nestjs/common';
import { AuditModule } from '../audit/audit.module';
import { ExceptionDecisionService } from './exception-decision.service';

/** What the board needs of exceptions. Apart from `ExceptionsModule`, which in turn brings them before the board. */
@Module({ imports: [AuditModule], providers: [ExceptionDecisionService], exports: [ExceptionDecisionService] })
export class ExceptionDecisionModule {}
