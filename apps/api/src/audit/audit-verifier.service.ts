import { Injectable } from '@nestjs/common';
import type { AuditVerification } from '@sightline/contracts';
import { DataSource } from 'typeorm';
import { Checkpoints } from './checkpoints.service';
import { verifyTrail } from './verify-trail';

/** Verifies the trail of this installation against the checkpoints it has written. */
@Injectable()
export class AuditVerifier {
  private running: Promise<AuditVerification> | null = null;

  constructor(
    private readonly db: DataSource,
    private readonly checkpoints: Checkpoints,
  ) {}

  /** Whoever asks while a check runs gets its answer: it takes as long as the trail is. */
  verify(): Promise<AuditVerification> {
    this.running ??= this.check().finally(() => (this.running = null));
    return this.running;
  }

  private async check(): Promise<AuditVerification> {
    return verifyTrail(this.db, await this.checkpoints.read());
  }
}
