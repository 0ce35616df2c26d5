import { Controller, Get, Query } from '@nestjs/common';
import type { AuditEvent, AuditVerification, Page, SignedInUser } from '@sightline/contracts';
import { DataSource } from 'typeorm';
import { CurrentUser } from '../platform/access/current-user';
import { Requires } from '../platform/access/requires';
import { AuditListRequest } from './audit.requests';
import { listOfEvents } from './audit-list.query';
import { AuditVerifier } from './audit-verifier.service';

@Controller('audit')
export class AuditController {
  constructor(
    private readonly db: DataSource,
    private readonly verifier: AuditVerifier,
  ) {}

  /** Who did what to which record, newest first. */
  @Get()
  @Requires('audit.read')
  list(@Query() request: AuditListRequest, @CurrentUser() reader: SignedInUser): Promise<Page<AuditEvent>> {
    return listOfEvents(this.db, request, reader);
  }

  /** Computes the whole chain again and says what does not fit. */
  @Get('verify')
  @Requires('audit.read')
  verify(): Promise<AuditVerification> {
    return this.verifier.verify();
  }
}
