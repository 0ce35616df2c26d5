import { Module } from '@nestjs/common';
import { AuditController } from './audit.controller';
import { AuditTrail } from './audit-trail.service';
import { AuditVerifier } from './audit-verifier.service';
import { CheckpointFigures } from './checkpoint-figures';
import { Checkpoints } from './checkpoints.service';
import { Sealer } from './sealer.service';

@Module({
  controllers: [AuditController],
  providers: [AuditTrail, AuditVerifier, CheckpointFigures, Checkpoints, Sealer],
  exports: [AuditTrail],
})
export class AuditModule {}
