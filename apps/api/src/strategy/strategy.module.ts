import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AuditModule } from '../audit/audit.module';
import { ProposalSubmissionModule } from '../board/proposal-submission.module';
import { DecisionRightsController } from './decision-rights.controller';
import { DecisionRightsService } from './decision-rights.service';
import { PrincipleEvaluationController } from './principle-evaluation.controller';
import { PrincipleEvaluation } from './principle-evaluation.service';
import { StrategyController } from './strategy.controller';
import { StrategyDraftService } from './strategy-draft.service';
import { StrategyDraftingService } from './strategy-drafting.service';
import { StrategyEditingService } from './strategy-editing.service';
import { StrategyExportController } from './strategy-export.controller';
import { StrategyExportService } from './strategy-export.service';
import { StrategyImportController } from './strategy-import.controller';
import { StrategyImportService } from './strategy-import.service';
import { StrategyFileContent } from './strategy-file-content.service';
import { StrategyFileRecords } from './strategy-file-records.service';
import { StrategyPartsController } from './strategy-parts.controller';
import { StrategyPartsService } from './strategy-parts.service';
import { StrategyProposingService } from './strategy-proposing.service';
import { StrategyReadingService } from './strategy-reading.service';
import { StrategyRegisterController } from './strategy-register.controller';
import { StrategyRegisterService } from './strategy-register.service';
import { StrategyVersionEntity } from './strategy-version.entity';

@Module({
  imports: [TypeOrmModule.forFeature([StrategyVersionEntity]), AuditModule, ProposalSubmissionModule],
  controllers: [
    StrategyController,
    StrategyExportController,
    StrategyImportController,
    StrategyPartsController,
    DecisionRightsController,
    StrategyRegisterController,
    PrincipleEvaluationController,
  ],
  providers: [
    DecisionRightsService,
    PrincipleEvaluation,
    StrategyDraftService,
    StrategyDraftingService,
    StrategyEditingService,
    StrategyExportService,
    StrategyFileContent,
    StrategyFileRecords,
    StrategyImportService,
    StrategyPartsService,
    StrategyProposingService,
    StrategyReadingService,
    StrategyRegisterService,
  ],
})
export class StrategyModule {}
