import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AuditModule } from '../audit/audit.module';
import { ChartersModule } from '../charters/charters.module';
import { KpisModule } from '../kpis/kpis.module';
import { ImportRun } from './import-run.service';
import { ImportEntity, ImportRowEntity } from './import.entity';
import { ImportedRecords } from './imported-records.service';
import { ImportsController } from './imports.controller';
import { ImportsService } from './imports.service';
import { ExportsController } from './exports.controller';
import { WholeExport } from './whole-export.service';

@Module({
  imports: [TypeOrmModule.forFeature([ImportEntity, ImportRowEntity]), AuditModule, ChartersModule, KpisModule],
  controllers: [ExportsController, ImportsController],
  providers: [ImportsService, ImportRun, ImportedRecords, WholeExport],
})
export class ExchangeModule {}
