import type {
  Kpi,
  KpiOverview,
  KpiRecord,
  KpiRevision,
  KpiSeries,
  Measurement,
  Page,
  RecordedMeasurements,
  SignedInUser,
} from '@sightline/contracts';
import { Body, Controller, Get, Param, Patch, Post, Query } from '@nestjs/common';
import { CurrentUser } from '../platform/access/current-user';
import { Requires } from '../platform/access/requires';
import { UnitOfWork } from '../platform/database/unit-of-work';
import { pageOf } from '../platform/lists/list';
import { ListRequest, PageRequest } from '../platform/lists/list-request';
import { IfMatch } from '../platform/records/if-match';
import { sentAs } from '../platform/records/json-text';
import { KpiCreationService } from './kpi-creation.service';
import { KpiEditingService } from './kpi-editing.service';
import { KpiListService } from './kpi-list.service';
import { KpiReadingService } from './kpi-reading.service';
import { KpiChangesRequest, KpiListRequest, NewKpiRequest } from './kpis.requests';
import { MeasurementReadingService } from './measurement-reading.service';
import { MeasurementRecordingService } from './measurement-recording.service';
import { RecordMeasurementsRequest, SeriesRequest } from './measurements.requests';

/** KPIs: what the company wants to move, and how far it is. */
@Controller('kpis')
export class KpisController {
  constructor(
    private readonly lists: KpiListService,
    private readonly kpis: KpiReadingService,
    private readonly creation: KpiCreationService,
    private readonly editing: KpiEditingService,
    private readonly measurements: MeasurementReadingService,
    private readonly recording: MeasurementRecordingService,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  @Get()
  @Requires('kpi.read')
  list(@Query() request: KpiListRequest, @CurrentUser() user: SignedInUser): Promise<Page<Kpi>> {
    return this.lists.list(request, user);
  }

  @Post()
  @Requires('kpi.create')
  create(@Body() request: NewKpiRequest, @CurrentUser() user: SignedInUser): Promise<KpiRecord> {
    return this.unitOfWork.write(async (tx) => this.kpis.one((await this.creation.create(tx, request, user)).id, tx));
  }

  @Get('overview')
  @Requires('kpi.read')
  overview(@CurrentUser() user: SignedInUser): Promise<KpiOverview> {
    return this.lists.overview(user);
  }

  @Get(':id')
  @Requires('kpi.read')
  one(@Param('id') id: string): Promise<KpiRecord> {
    return this.kpis.one(id);
  }

  @Patch(':id')
  @Requires('kpi.edit')
  change(
    @Param('id') id: string,
    @IfMatch() version: number,
    @Body() request: KpiChangesRequest,
    @CurrentUser() user: SignedInUser,
  ): Promise<KpiRecord> {
    return this.editing.change(id, version, request, user);
  }

  @Get(':id/revisions')
  @Requires('kpi.read')
  async revisions(@Param('id') id: string, @Query() request: PageRequest): Promise<Page<KpiRevision>> {
    return pageOf(await this.kpis.revisions(id), request);
  }

  @Get(':id/measurements')
  @Requires('kpi.read')
  listMeasurements(@Param('id') id: string, @Query() request: ListRequest): Promise<Page<Measurement>> {
    return this.measurements.list(id, request);
  }

  @Post(':id/measurements')
  @Requires('kpi.measure')
  record(
    @Param('id') id: string,
    @Body() request: RecordMeasurementsRequest,
    @CurrentUser() user: SignedInUser,
  ): Promise<RecordedMeasurements | Measurement> {
    return this.recording.record(id, request, user);
  }

  @Get(':id/series')
  @Requires('kpi.read')
  async series(@Param('id') id: string, @Query() request: SeriesRequest): Promise<KpiSeries> {
    return sentAs(await this.measurements.series(id, request));
  }
}
