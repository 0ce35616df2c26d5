import type { Page, SignedInUser, System } from '@sightline/contracts';
import { Body, Controller, Get, Param, Patch, Post, Query } from '@nestjs/common';
import { CurrentUser } from '../platform/access/current-user';
import { Requires } from '../platform/access/requires';
import { IfMatch } from '../platform/records/if-match';
import { NewSystemRequest, SystemChangesRequest, SystemListRequest } from './landscape.requests';
import { SystemsService } from './systems.service';

@Controller('systems')
export class SystemsController {
  constructor(private readonly systems: SystemsService) {}

  @Get()
  @Requires('system.read')
  list(@Query() request: SystemListRequest): Promise<Page<System>> {
    return this.systems.list(request);
  }

  @Post()
  @Requires('system.manage')
  create(@Body() request: NewSystemRequest, @CurrentUser() user: SignedInUser): Promise<System> {
    return this.systems.create(request, user);
  }

  @Get(':id')
  @Requires('system.read')
  read(@Param('id') id: string): Promise<System> {
    return this.systems.read(id);
  }

  @Patch(':id')
  @Requires('system.manage')
  change(
    @Param('id') id: string,
    @IfMatch() expected: number,
    @Body() request: SystemChangesRequest,
    @CurrentUser() user: SignedInUser,
  ): Promise<System> {
    return this.systems.change(id, expected, request, user);
  }
}
