import { Module } from '@nestjs/common';
import { AuditModule } from '../audit/audit.module';
import { RegisterExports } from './register-exports.service';

/** Lists as files, for the features that have lists. */
@Module({ imports: [AuditModule], providers: [RegisterExports], exports: [RegisterExports] })
export class ExportsModule {}
