import type { DataDomain, DataDomainSummary, Page, Readiness, SignedInUser } from '@sightline/contracts';
import { Body, Controller, Get, Param, Patch, Post, Query } from '@nestjs/common';
import { CurrentUser } from '../platform/access/current-user';
import { Requires } from '../platform/access/requires';
import { IfMatch } from '../platform/records/if-match';
import { DataDomainReadingService } from './data-domain-reading.service';
import { DataDomainChangesRequest, DataDomainListRequest, NewDataDomainRequest } from './data-domains.requests';
import { DataDomainsService } from './data-domains.service';

@Controller('data-domains')
export class DataDomainsController {
  constructor(
    private readonly reading: DataDomainReadingService,
    private readonly domains: DataDomainsService,
  ) {}

  @Get()
  @Requires('domain.read')
  list(@Query() request: DataDomainListRequest, @CurrentUser() user: SignedInUser): Promise<Page<DataDomainSummary>> {
    return this.reading.list(request, user);
  }

  @Post()
  @Requires('domain.create')
  create(@Body() request: NewDataDomainRequest, @CurrentUser() user: SignedInUser): Promise<DataDomain> {
    return this.domains.create(request, user);
  }

  @Get(':id')
  @Requires('domain.read')
  read(@Param('id') id: string): Promise<DataDomain> {
    return this.reading.read(id);
  }

  @Patch(':id')
  @Requires('domain.edit')
  change(
    @Param('id') id: string,
    @IfMatch() expected: number,
    @Body() request: DataDomainChangesRequest,
    @CurrentUser() user: SignedInUser,
  ): Promise<DataDomain> {
    return this.domains.change(id, expected, request, user);
  }

  @Get(':id/readiness')
  @Requires('domain.read')
  readiness(@Param('id') id: string): Promise<Readiness> {
    return this.reading.readiness(id);
  }
}
