import { Body, Controller, Get, Param, Patch, Post, Query } from '@nestjs/common';
import type { BusinessUnit, Page, SignedInUser } from '@sightline/contracts';
import { DataSource } from 'typeorm';
import { CurrentUser } from '../platform/access/current-user';
import { Requires } from '../platform/access/requires';
import { IfMatch } from '../platform/records/if-match';
import { businessUnitOf, listOfBusinessUnits } from './business-unit.query';
import { BusinessUnitChangesRequest, BusinessUnitListRequest, NewBusinessUnitRequest } from './business-unit.requests';
import { BusinessUnitsService } from './business-units.service';

@Controller('business-units')
export class BusinessUnitsController {
  constructor(
    private readonly db: DataSource,
    private readonly units: BusinessUnitsService,
  ) {}

  @Get()
  @Requires('unit.read')
  list(@Query() request: BusinessUnitListRequest): Promise<Page<BusinessUnit>> {
    return listOfBusinessUnits(this.db, request);
  }

  @Get(':id')
  @Requires('unit.read')
  read(@Param('id') id: string): Promise<BusinessUnit> {
    return businessUnitOf(this.db, id);
  }

  @Post()
  @Requires('unit.manage')
  create(@Body() request: NewBusinessUnitRequest, @CurrentUser() by: SignedInUser): Promise<BusinessUnit> {
    return this.units.create(request, by);
  }

  @Patch(':id')
  @Requires('unit.manage')
  change(
    @Param('id') id: string,
    @Body() request: BusinessUnitChangesRequest,
    @IfMatch() version: number,
  ): Promise<BusinessUnit> {
    return this.units.change(id, request, version);
  }
}
