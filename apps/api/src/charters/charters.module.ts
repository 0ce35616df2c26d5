import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AuditModule } from '../audit/audit.module';
import { ProposalSubmissionModule } from '../board/proposal-submission.module';
import { ExportsModule } from '../exports/exports.module';
import { CharterExportsController } from './charter-exports.controller';
import { ChangeRequestEntity } from './change-request.entity';
import { ChangeRequests } from './change-request.service';
import { CharterCreation } from './charter-creation.service';
import { CharterDelivery } from './charter-delivery.service';
import { CharterEditing } from './charter-editing.service';
import { CharterHistoryController } from './charter-history.controller';
import { CharterMaterialEditEntity, CharterRevisionEntity } from './charter-history.entity';
import { CharterLinksController } from './charter-links.controller';
import {
  CharterDataEntityEntity,
  CharterDomainEntity,
  CharterKpiEntity,
  CharterPartyEntity,
  CharterPredecessorEntity,
  CharterPrincipleEntity,
  CharterServiceEntity,
  CharterSystemEntity,
} from './charter-links.entity';
import { CharterPlanController } from './charter-plan.controller';
import { MilestoneEntity, RequirementEntity } from './charter-plan.entity';
import { CharterReaffirmationController } from './charter-reaffirmation.controller';
import { CharterReaffirmation } from './charter-reaffirmation.service';
import { CharterSubmission } from './charter-submission.service';
import { CharterTransitionsController } from './charter-transitions.controller';
import { CharterEntity } from './charter.entity';
import { ChartersController } from './charters.controller';
import { Milestones } from './milestones.service';
import { OutcomeAssessmentController } from './outcome-assessment.controller';
import { Requirements } from './requirements.service';

const ENTITIES = [
  CharterEntity,
  CharterPrincipleEntity,
  CharterKpiEntity,
  CharterDomainEntity,
  CharterDataEntityEntity,
  CharterServiceEntity,
  CharterSystemEntity,
  CharterPartyEntity,
  CharterPredecessorEntity,
  CharterRevisionEntity,
  CharterMaterialEditEntity,
  ChangeRequestEntity,
  RequirementEntity,
  MilestoneEntity,
];

@Module({
  imports: [AuditModule, ExportsModule, ProposalSubmissionModule, TypeOrmModule.forFeature(ENTITIES)],
  controllers: [
    CharterExportsController,
    ChartersController,
    CharterLinksController,
    CharterTransitionsController,
    CharterPlanController,
    CharterHistoryController,
    CharterReaffirmationController,
    OutcomeAssessmentController,
  ],
  providers: [
    CharterCreation,
    CharterEditing,
    CharterSubmission,
    CharterDelivery,
    CharterReaffirmation,
    ChangeRequests,
    Requirements,
    Milestones,
  ],
  exports: [CharterCreation, CharterEditing],
})
export class ChartersModule {}
