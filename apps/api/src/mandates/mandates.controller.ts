import type { Mandate, Page, SignedInUser } from '@sightline/contracts';
import { Body, Controller, Get, Param, Patch, Post, Query } from '@nestjs/common';
import { CurrentUser } from '../platform/access/current-user';
import { Requires } from '../platform/access/requires';
import { IfMatch } from '../platform/records/if-match';
import { MandateChangesRequest, MandateListRequest, NewMandateRequest } from './mandates.requests';
import { MandatesService } from './mandates.service';

/** The order on one side, the principles it became on the other. */
@Controller('mandates')
export class MandatesController {
  constructor(private readonly mandates: MandatesService) {}

  @Get()
  @Requires('mandate.read')
  list(@Query() request: MandateListRequest): Promise<Page<Mandate>> {
    return this.mandates.list(request);
  }

  @Post()
  @Requires('mandate.manage')
  create(@Body() request: NewMandateRequest, @CurrentUser() user: SignedInUser): Promise<Mandate> {
    return this.mandates.create(request, user.id);
  }

  @Get(':id')
  @Requires('mandate.read')
  read(@Param('id') id: string): Promise<Mandate> {
    return this.mandates.one(id);
  }

  @Patch(':id')
  @Requires('mandate.manage')
  change(
    @Param('id') id: string,
    @IfMatch() version: number,
    @Body() changes: MandateChangesRequest,
  ): Promise<Mandate> {
    return this.mandates.change(id, version, changes);
  }
}
