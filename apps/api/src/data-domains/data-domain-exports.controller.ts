import type { DataDomainSummary, SignedInUser } from '@sightline/contracts';
import { Controller, Get, Query, type StreamableFile } from '@nestjs/common';
import { type Cells, CSV_TYPE, mailOf, RegisterExports, WHOLE } from '../exports/register-exports.service';
import { CurrentUser } from '../platform/access/current-user';
import { Requires } from '../platform/access/requires';
import { AnswersFile } from '../platform/openapi/answers-file';
import { DataDomainReadingService } from './data-domain-reading.service';
import { DataDomainListRequest } from './data-domains.requests';

const DOMAIN: Cells<DataDomainSummary> = {
  code: ({ code }) => code,
  name: ({ name }) => name,
  tier: ({ tier }) => tier,
  wave: ({ wave }) => wave,
  owner: ({ owner }) => mailOf(owner),
  steward: ({ steward }) => mailOf(steward),
  entities: ({ entityCount }) => entityCount,
  openIssues: ({ openIssues }) => openIssues,
  readiness: ({ readiness }) => readiness.score,
  description: ({ description }) => description,
};

/** Data domains as a file, narrowed and sorted as their list. */
@Controller('exports')
export class DataDomainExportsController {
  constructor(
    private readonly exports: RegisterExports,
    private readonly reading: DataDomainReadingService,
  ) {}

  @Get('data-domains.csv')
  @Requires('domain.read')
  @AnswersFile(CSV_TYPE)
  async domains(@Query() request: DataDomainListRequest, @CurrentUser() user: SignedInUser): Promise<StreamableFile> {
    return this.exports.csv('data-domains', DOMAIN, await this.reading.list({ ...request, ...WHOLE }, user));
  }
}
