import type { Page, SignedInUser, Service } from '@sightline/contracts';
import { Body, Controller, Get, Param, Patch, Post, Query } from '@nestjs/common';
import { CurrentUser } from '../platform/access/current-user';
import { Requires } from '../platform/access/requires';
import { IfMatch } from '../platform/records/if-match';
import { NewServiceRequest, ServiceChangesRequest, ServiceListRequest } from './landscape.requests';
import { ServicesService } from './services.service';

@Controller('services')
export class ServicesController {
  constructor(private readonly services: ServicesService) {}

  @Get()
  @Requires('service.read')
  list(@Query() request: ServiceListRequest): Promise<Page<Service>> {
    return this.services.list(request);
  }

  @Post()
  @Requires('service.manage')
  create(@Body() request: NewServiceRequest, @CurrentUser() user: SignedInUser): Promise<Service> {
    return this.services.create(request, user);
  }

  @Get(':id')
  @Requires('service.read')
  read(@Param('id') id: string): Promise<Service> {
    return this.services.read(id);
  }

  @Patch(':id')
  @Requires('service.manage')
  change(
    @Param('id') id: string,
    @IfMatch() expected: number,
    @Body() request: ServiceChangesRequest,
    @CurrentUser() user: SignedInUser,
  ): Promise<Service> {
    return this.services.change(id, expected, request, user);
  }
}
