import type { Page, SignedInUser, Party } from '@sightline/contracts';
import { Body, Controller, Get, Param, Patch, Post, Query } from '@nestjs/common';
import { CurrentUser } from '../platform/access/current-user';
import { Requires } from '../platform/access/requires';
import { IfMatch } from '../platform/records/if-match';
import { NewPartyRequest, PartyChangesRequest, PartyListRequest } from './landscape.requests';
import { PartiesService } from './parties.service';

@Controller('parties')
export class PartiesController {
  constructor(private readonly parties: PartiesService) {}

  @Get()
  @Requires('party.read')
  list(@Query() request: PartyListRequest): Promise<Page<Party>> {
    return this.parties.list(request);
  }

  @Post()
  @Requires('party.manage')
  create(@Body() request: NewPartyRequest, @CurrentUser() user: SignedInUser): Promise<Party> {
    return this.parties.create(request, user.id);
  }

  @Get(':id')
  @Requires('party.read')
  read(@Param('id') id: string): Promise<Party> {
    return this.parties.read(id);
  }

  @Patch(':id')
  @Requires('party.manage')
  change(@Param('id') id: string, @IfMatch() expected: number, @Body() request: PartyChangesRequest): Promise<Party> {
    return this.parties.change(id, expected, request);
  }
}
