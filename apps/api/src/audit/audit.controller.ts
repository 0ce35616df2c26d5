import { Controller, Get, Query, StreamableFile } from '@nestjs/common';
import type { AuditCheckpointState, AuditEvent, AuditVerification, Page, SignedInUser } from '@sightline/contracts';
import { DataSource } from 'typeorm';
import { CurrentUser } from '../platform/access/current-user';
import { Requires } from '../platform/access/requires';
import { AnswersFile } from '../platform/openapi/answers-file';
import { exportOfTrail } from './audit-export';
import { AuditListRequest } from './audit.requests';
import { listOfEvents } from './audit-list.query';
import { AuditVerifier } from './audit-verifier.service';
import { Checkpoints } from './checkpoints.service';

@Controller('audit')
export class AuditController {
  constructor(
    private readonly db: DataSource,
    private readonly verifier: AuditVerifier,
    private readonly checkpoints: Checkpoints,
  ) {}

  /** Who did what to which record, newest first. */
  @Get()
  @Requires('audit.read')
  list(@Query() request: AuditListRequest, @CurrentUser() reader: SignedInUser): Promise<Page<AuditEvent>> {
    return listOfEvents(this.db, request, reader);
  }

  /** Computes the whole chain again, holds it against the signed checkpoints, and says what does not fit. */
  @Get('verify')
  @Requires('audit.read')
  verify(): Promise<AuditVerification> {
    return this.verifier.verify();
  }

  /** When a signed checkpoint last left the database, by which key, and whether somebody has to look. */
  @Get('checkpoint')
  @Requires('audit.read')
  checkpoint(): Promise<AuditCheckpointState> {
    return this.checkpoints.state();
  }

  /** The sealed trail as NDJSON, without personal values; `npm run verify-audit` reads it without a database. */
  @Get('export')
  @Requires('audit.export')
  @AnswersFile('application/x-ndjson')
  async export(): Promise<StreamableFile> {
    const disposition = 'attachment; filename="sightline-audit.ndjson"';
    return new StreamableFile(await exportOfTrail(this.db), { type: 'application/x-ndjson', disposition });
  }
}
