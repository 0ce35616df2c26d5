import type { ChangeRequest, CharterRevisionSummary, Page, SignedInUser } from '@sightline/contracts';
import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { CurrentUser } from '../platform/access/current-user';
import { Requires } from '../platform/access/requires';
import { pageOf } from '../platform/lists/list';
import { PageRequest } from '../platform/lists/list-request';
import { MaybeIfMatch } from '../platform/records/maybe-if-match';
import { readChangeRequests } from './change-request-list';
import { ChangeRequests } from './change-request.service';
import { idOfVisible } from './charter-reading';
import { readRevisions } from './charter-revision-list';
import { NewChangeRequestRequest } from './charter.requests';

/** What a charter was, and what it is asked to become. */
@Controller('charters/:id')
export class CharterHistoryController {
  constructor(
    private readonly db: DataSource,
    private readonly changes: ChangeRequests,
  ) {}

  @Get('revisions')
  @Requires('charter.read')
  async revisions(
    @Param('id') id: string,
    @Query() request: PageRequest,
    @CurrentUser() reader: SignedInUser,
  ): Promise<Page<CharterRevisionSummary>> {
    return pageOf(await readRevisions(this.db, await idOfVisible(this.db, id, reader)), request);
  }

  @Get('change-requests')
  @Requires('charter.read')
  async changeRequests(
    @Param('id') id: string,
    @Query() request: PageRequest,
    @CurrentUser() reader: SignedInUser,
  ): Promise<Page<ChangeRequest>> {
    return pageOf(await readChangeRequests(this.db, await idOfVisible(this.db, id, reader)), request);
  }

  @Post('change-requests')
  @Requires('charter.submit')
  requestChange(
    @Param('id') id: string,
    @MaybeIfMatch() version: number | null,
    @Body() request: NewChangeRequestRequest,
    @CurrentUser() user: SignedInUser,
  ): Promise<ChangeRequest> {
    return this.changes.request(id, version, request, user);
  }
}
