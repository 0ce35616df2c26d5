import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AuditModule } from '../audit/audit.module';
import { ProposalSubmissionModule } from '../board/proposal-submission.module';
import { ExportsModule } from '../exports/exports.module';
import { KpiExportsController } from './kpi-exports.controller';
import { KpiCreationService } from './kpi-creation.service';
import { KpiEditingService } from './kpi-editing.service';
import { KpiEntity, KpiRevisionEntity } from './kpi.entity';
import { KpiListService } from './kpi-list.service';
import { KpiReadingService } from './kpi-reading.service';
import { KpisController } from './kpis.controller';
import { MeasurementEntity } from './measurement.entity';
import { MeasurementReadingService } from './measurement-reading.service';
import { MeasurementRecordingService } from './measurement-recording.service';

@Module({
  imports: [
    TypeOrmModule.forFeature([KpiEntity, KpiRevisionEntity, MeasurementEntity]),
    AuditModule,
    ExportsModule,
    ProposalSubmissionModule,
  ],
  controllers: [KpiExportsController, KpisController],
  providers: [
    KpiCreationService,
    KpiEditingService,
    KpiListService,
    KpiReadingService,
    MeasurementReadingService,
    MeasurementRecordingService,
  ],
  exports: [KpiCreationService, KpiReadingService],
})
export class KpisModule {}
