import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AuditModule } from '../audit/audit.module';
import { ExportsModule } from '../exports/exports.module';
import { DataDomainExportsController } from './data-domain-exports.controller';
import { DataDomainPartsController } from './data-domain-parts.controller';
import { DataDomainReadingService } from './data-domain-reading.service';
import { DataDomainEntity } from './data-domain.entity';
import { DataDomainsController } from './data-domains.controller';
import { DataDomainsService } from './data-domains.service';
import { DataEntitiesService } from './data-entities.service';
import { DataEntityEntity } from './data-entity.entity';
import { DataFlowEntity, DataFlowEntityEntity } from './data-flow.entity';
import { DataFlowsService } from './data-flows.service';
import { DataIssueEntity } from './data-issue.entity';
import { DataIssuesService } from './data-issues.service';
import { DataQualityService } from './data-quality.service';
import { QualityMeasurementReading } from './quality-measurement-reading.service';
import { QualityMeasurementEntity, QualityStandardEntity } from './quality.entity';

const ENTITIES = [
  DataDomainEntity,
  DataEntityEntity,
  QualityStandardEntity,
  QualityMeasurementEntity,
  DataFlowEntity,
  DataFlowEntityEntity,
  DataIssueEntity,
];

@Module({
  imports: [TypeOrmModule.forFeature(ENTITIES), AuditModule, ExportsModule],
  controllers: [DataDomainExportsController, DataDomainsController, DataDomainPartsController],
  providers: [
    DataDomainReadingService,
    DataDomainsService,
    DataEntitiesService,
    DataQualityService,
    QualityMeasurementReading,
    DataFlowsService,
    DataIssuesService,
  ],
})
export class DataDomainsModule {}
