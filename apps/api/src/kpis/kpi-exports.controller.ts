import type { Kpi, SignedInUser } from '@sightline/contracts';
import { Controller, Get, Query, type StreamableFile } from '@nestjs/common';
import { type Cells, CSV_TYPE, mailOf, RegisterExports, WHOLE } from '../exports/register-exports.service';
import { CurrentUser } from '../platform/access/current-user';
import { Requires } from '../platform/access/requires';
import { AnswersFile } from '../platform/openapi/answers-file';
import { KpiListService } from './kpi-list.service';
import { KpiListRequest } from './kpis.requests';

const KPI: Cells<Kpi> = {
  code: ({ code }) => code,
  name: ({ name }) => name,
  status: ({ status }) => status,
  stale: ({ stale }) => stale,
  progress: ({ progress }) => progress,
  expected: ({ expected }) => expected,
  latestValue: ({ latest }) => latest?.value,
  latestDate: ({ latest }) => latest?.date,
  baselineValue: ({ baseline }) => baseline?.value,
  baselineDate: ({ baseline }) => baseline?.date,
  targetValue: ({ target }) => target?.value,
  targetLower: ({ target }) => target?.lower,
  targetUpper: ({ target }) => target?.upper,
  targetDate: ({ target }) => target?.date,
  unit: ({ unit }) => unit,
  direction: ({ direction }) => direction,
  kind: ({ kind }) => kind,
  cadence: ({ cadence }) => cadence,
  weight: ({ weight }) => weight,
  driver: ({ driver }) => driver?.code,
  businessUnit: ({ businessUnit }) => businessUnit?.name,
  owner: ({ owner }) => mailOf(owner),
  missing: ({ missing }) => missing.join(';'),
  definition: ({ definition }) => definition,
  note: ({ note }) => note,
};

/** KPIs as a file, judged as of today, narrowed and sorted as their list. */
@Controller('exports')
export class KpiExportsController {
  constructor(
    private readonly exports: RegisterExports,
    private readonly lists: KpiListService,
  ) {}

  @Get('kpis.csv')
  @Requires('kpi.read')
  @AnswersFile(CSV_TYPE)
  async kpis(@Query() request: KpiListRequest, @CurrentUser() user: SignedInUser): Promise<StreamableFile> {
    return this.exports.csv('kpis', KPI, await this.lists.list({ ...request, ...WHOLE }, user));
  }
}
