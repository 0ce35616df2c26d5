import { Module } from '@nestjs/common';
import { AuditModule } from '../audit/audit.module';
import { SectionOpenings } from './section-openings.service';
import { StrategySharingController } from './strategy-sharing.controller';

/** Chapters of the strategy that are open to people outside the company. */
@Module({
  imports: [AuditModule],
  controllers: [StrategySharingController],
  providers: [SectionOpenings],
})
export class StrategySharingModule {}
