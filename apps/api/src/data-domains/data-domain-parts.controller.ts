import type {
  DataEntity,
  DataFlow,
  DataIssue,
  Page,
  QualityMeasurement,
  QualityStandard,
  SignedInUser,
} from '@sightline/contracts';
import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import { CurrentUser } from '../platform/access/current-user';
import { Requires } from '../platform/access/requires';
import { pageOf } from '../platform/lists/list';
import { PageRequest } from '../platform/lists/list-request';
import { IfMatch } from '../platform/records/if-match';
import { DataEntityChangesRequest, NewDataEntityRequest } from './data-domains.requests';
import { DataDomainReadingService } from './data-domain-reading.service';
import { DataEntitiesService } from './data-entities.service';
import { DataFlowsService } from './data-flows.service';
import { DataIssuesService } from './data-issues.service';
import {
  DataIssueChangesRequest,
  NewDataFlowRequest,
  NewDataIssueRequest,
  NewQualityMeasurementRequest,
  NewQualityStandardRequest,
  QualityMeasurementListRequest,
  QualityStandardChangesRequest,
} from './data-quality.requests';
import { DataQualityService } from './data-quality.service';
import { QualityMeasurementReading } from './quality-measurement-reading.service';

/** What lies in a domain. Each part has a version of its own, and answers with itself. */
@Controller('data-domains/:domain')
export class DataDomainPartsController {
  constructor(
    private readonly reading: DataDomainReadingService,
    private readonly entities: DataEntitiesService,
    private readonly quality: DataQualityService,
    private readonly measurements: QualityMeasurementReading,
    private readonly flows: DataFlowsService,
    private readonly issues: DataIssuesService,
  ) {}

  @Get('entities')
  @Requires('domain.read')
  async listEntities(@Param('domain') domain: string, @Query() request: PageRequest): Promise<Page<DataEntity>> {
    return pageOf((await this.reading.read(domain)).entities, request);
  }

  @Get('standards')
  @Requires('domain.read')
  async listStandards(@Param('domain') domain: string, @Query() request: PageRequest): Promise<Page<QualityStandard>> {
    const { entities } = await this.reading.read(domain);
    return pageOf(
      entities.flatMap(({ standards }) => standards),
      request,
    );
  }

  @Get('quality-measurements')
  @Requires('domain.read')
  listMeasurements(
    @Param('domain') domain: string,
    @Query() request: QualityMeasurementListRequest,
  ): Promise<Page<QualityMeasurement>> {
    return this.measurements.list(domain, request);
  }

  @Get('flows')
  @Requires('domain.read')
  async listFlows(@Param('domain') domain: string, @Query() request: PageRequest): Promise<Page<DataFlow>> {
    return pageOf((await this.reading.read(domain)).flows, request);
  }

  @Get('issues')
  @Requires('domain.read')
  async listIssues(@Param('domain') domain: string, @Query() request: PageRequest): Promise<Page<DataIssue>> {
    return pageOf((await this.reading.read(domain)).issues, request);
  }

  @Post('entities')
  @Requires('domain.edit')
  createEntity(
    @Param('domain') domain: string,
    @Body() request: NewDataEntityRequest,
    @CurrentUser() user: SignedInUser,
  ): Promise<DataEntity> {
    return this.entities.create(domain, request, user);
  }

  @Patch('entities/:id')
  @Requires('domain.edit')
  changeEntity(
    @Param('domain') domain: string,
    @Param('id') id: string,
    @IfMatch() expected: number,
    @Body() request: DataEntityChangesRequest,
    @CurrentUser() user: SignedInUser,
  ): Promise<DataEntity> {
    return this.entities.change(domain, id, expected, request, user);
  }

  @Delete('entities/:id')
  @HttpCode(204)
  @Requires('domain.edit')
  archiveEntity(
    @Param('domain') domain: string,
    @Param('id') id: string,
    @IfMatch() expected: number,
    @CurrentUser() user: SignedInUser,
  ): Promise<void> {
    return this.entities.archive(domain, id, expected, user);
  }

  @Post('standards')
  @Requires('domain.edit')
  createStandard(
    @Param('domain') domain: string,
    @Body() request: NewQualityStandardRequest,
    @CurrentUser() user: SignedInUser,
  ): Promise<QualityStandard> {
    return this.quality.createStandard(domain, request, user);
  }

  @Patch('standards/:id')
  @Requires('domain.edit')
  changeStandard(
    @Param('domain') domain: string,
    @Param('id') id: string,
    @IfMatch() expected: number,
    @Body() request: QualityStandardChangesRequest,
    @CurrentUser() user: SignedInUser,
  ): Promise<QualityStandard> {
    return this.quality.changeStandard(domain, id, expected, request, user);
  }

  @Delete('standards/:id')
  @HttpCode(204)
  @Requires('domain.edit')
  archiveStandard(
    @Param('domain') domain: string,
    @Param('id') id: string,
    @IfMatch() expected: number,
    @CurrentUser() user: SignedInUser,
  ): Promise<void> {
    return this.quality.archiveStandard(domain, id, expected, user);
  }

  @Post('quality-measurements')
  @Requires('domain.edit')
  measure(
    @Param('domain') domain: string,
    @Body() request: NewQualityMeasurementRequest,
    @CurrentUser() user: SignedInUser,
  ): Promise<QualityStandard> {
    return this.quality.measure(domain, request, user);
  }

  @Post('flows')
  @Requires('domain.edit')
  createFlow(
    @Param('domain') domain: string,
    @Body() request: NewDataFlowRequest,
    @CurrentUser() user: SignedInUser,
  ): Promise<DataFlow> {
    return this.flows.create(domain, request, user);
  }

  @Delete('flows/:id')
  @HttpCode(204)
  @Requires('domain.edit')
  archiveFlow(
    @Param('domain') domain: string,
    @Param('id') id: string,
    @IfMatch() expected: number,
    @CurrentUser() user: SignedInUser,
  ): Promise<void> {
    return this.flows.archive(domain, id, expected, user);
  }

  @Post('issues')
  @Requires('domain.edit')
  createIssue(
    @Param('domain') domain: string,
    @Body() request: NewDataIssueRequest,
    @CurrentUser() user: SignedInUser,
  ): Promise<DataIssue> {
    return this.issues.create(domain, request, user);
  }

  @Patch('issues/:id')
  @Requires('domain.edit')
  changeIssue(
    @Param('domain') domain: string,
    @Param('id') id: string,
    @IfMatch() expected: number,
    @Body() request: DataIssueChangesRequest,
    @CurrentUser() user: SignedInUser,
  ): Promise<DataIssue> {
    return this.issues.change(domain, id, expected, request, user);
  }
}
