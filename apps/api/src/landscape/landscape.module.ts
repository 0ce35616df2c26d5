import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AuditModule } from '../audit/audit.module';
import { ExportsModule } from '../exports/exports.module';
import { LandscapeExportsController } from './landscape-exports.controller';
import { PartiesController } from './parties.controller';
import { PartiesService } from './parties.service';
import { PartyEntity } from './party.entity';
import { ServiceEntity } from './service.entity';
import { ServicesController } from './services.controller';
import { ServicesService } from './services.service';
import { SystemEntity } from './system.entity';
import { SystemsController } from './systems.controller';
import { SystemsService } from './systems.service';

@Module({
  imports: [TypeOrmModule.forFeature([PartyEntity, SystemEntity, ServiceEntity]), AuditModule, ExportsModule],
  controllers: [LandscapeExportsController, PartiesController, SystemsController, ServicesController],
  providers: [PartiesService, SystemsService, ServicesService],
})
export class LandscapeModule {}
