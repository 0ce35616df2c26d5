import type { Charter, CharterSummary, Page, SignedInUser } from '@sightline/contracts';
import { Body, Controller, Get, Param, Patch, Post, Query } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { CurrentUser } from '../platform/access/current-user';
import { Requires } from '../platform/access/requires';
import { IfMatch } from '../platform/records/if-match';
import { sentAs } from '../platform/records/json-text';
import { CharterCreation } from './charter-creation.service';
import { CharterEditing } from './charter-editing.service';
import { listCharters } from './charter-list';
import { CharterListRequest } from './charter-list.requests';
import { readCharterText } from './charter-reading';
import { CharterChangesRequest, NewCharterRequest } from './charter.requests';

@Controller('charters')
export class ChartersController {
  constructor(
    private readonly db: DataSource,
    private readonly creation: CharterCreation,
    private readonly editing: CharterEditing,
  ) {}

  @Get()
  @Requires('charter.read')
  async list(@Query() request: CharterListRequest, @CurrentUser() reader: SignedInUser): Promise<Page<CharterSummary>> {
    return sentAs(await listCharters(this.db, request, reader));
  }

  @Post()
  @Requires('charter.create')
  async create(@Body() request: NewCharterRequest, @CurrentUser() user: SignedInUser): Promise<Charter> {
    return sentAs(await this.creation.create(request, user));
  }

  @Get(':id')
  @Requires('charter.read')
  async read(@Param('id') id: string, @CurrentUser() reader: SignedInUser): Promise<Charter> {
    return sentAs(await readCharterText(this.db, id, reader));
  }

  @Patch(':id')
  @Requires('charter.edit')
  change(
    @Param('id') id: string,
    @IfMatch() version: number,
    @Body() changes: CharterChangesRequest,
    @CurrentUser() user: SignedInUser,
  ): Promise<Charter> {
    return this.editing.edit(id, version, changes, user);
  }
}
