import { Module } from '@nestjs/common';
import { AuditModule } from '../audit/audit.module';
import { CharterDecisionService } from './charter-decision.service';

/** What the board needs of charters. Apart from `ChartersModule`, which in turn brings charters before the board. */
@Module({ imports: [AuditModule], providers: [CharterDecisionService], exports: [CharterDecisionService] })
export class CharterDecisionModule {}
