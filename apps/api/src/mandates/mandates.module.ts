import { Module } from '@nestjs/common';
import { AuditModule } from '../audit/audit.module';
import { MandatesController } from './mandates.controller';
import { MandatesService } from './mandates.service';

/** Executive orders and what became of them. */
@Module({ imports: [AuditModule], controllers: [MandatesController], providers: [MandatesService] })
export class MandatesModule {}
