import type { Alignment, Charter, GateAnswer, SignedInUser } from '@sightline/contracts';
import { Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { CurrentUser } from '../platform/access/current-user';
import { Requires } from '../platform/access/requires';
import { MaybeIfMatch } from '../platform/records/maybe-if-match';
import { readAlignment } from './charter-alignment';
import { CharterDelivery } from './charter-delivery.service';
import { readCharterGateFacts } from './charter-gate.facts';
import { GateRequest } from './charter-gate.requests';
import { CharterSubmission, type SubmittedCharter } from './charter-submission.service';
import { gateAnswer } from './gate-answer';
import { readerLanguage } from './reader-language';

/** The gate of a charter, and the steps from one state to the next. */
@Controller('charters/:id')
export class CharterTransitionsController {
  constructor(
    private readonly db: DataSource,
    private readonly submission: CharterSubmission,
    private readonly delivery: CharterDelivery,
  ) {}

  @Get('gate')
  @Requires('charter.read')
  async gate(
    @Param('id') id: string,
    @Query() request: GateRequest,
    @CurrentUser() reader: SignedInUser,
  ): Promise<GateAnswer> {
    const facts = await readCharterGateFacts(this.db, id, undefined, reader);
    return gateAnswer(facts, request.for, readerLanguage());
  }

  @Get('alignment')
  @Requires('charter.read')
  alignment(@Param('id') id: string, @CurrentUser() reader: SignedInUser): Promise<Alignment> {
    return readAlignment(this.db, id, reader);
  }

  @Post('submit')
  @HttpCode(200)
  @Requires('charter.submit')
  submit(
    @Param('id') id: string,
    @MaybeIfMatch() version: number | null,
    @CurrentUser() user: SignedInUser,
  ): Promise<SubmittedCharter> {
    return this.submission.submit(id, version, user);
  }

  @Post('withdraw')
  @HttpCode(200)
  @Requires('charter.withdraw')
  withdraw(
    @Param('id') id: string,
    @MaybeIfMatch() version: number | null,
    @CurrentUser() user: SignedInUser,
  ): Promise<Charter> {
    return this.submission.withdraw(id, version, user);
  }

  @Post('start')
  @HttpCode(200)
  @Requires('charter.deliver')
  start(
    @Param('id') id: string,
    @MaybeIfMatch() version: number | null,
    @CurrentUser() user: SignedInUser,
  ): Promise<Charter> {
    return this.delivery.take('start', id, version, user);
  }

  @Post('pause')
  @HttpCode(200)
  @Requires('charter.deliver')
  pause(
    @Param('id') id: string,
    @MaybeIfMatch() version: number | null,
    @CurrentUser() user: SignedInUser,
  ): Promise<Charter> {
    return this.delivery.take('pause', id, version, user);
  }

  @Post('resume')
  @HttpCode(200)
  @Requires('charter.deliver')
  resume(
    @Param('id') id: string,
    @MaybeIfMatch() version: number | null,
    @CurrentUser() user: SignedInUser,
  ): Promise<Charter> {
    return this.delivery.take('resume', id, version, user);
  }
}
