import type { Party, Service, System } from '@sightline/contracts';
import { Controller, Get, Query, type StreamableFile } from '@nestjs/common';
import { type Cells, CSV_TYPE, mailOf, RegisterExports, WHOLE } from '../exports/register-exports.service';
import { Requires } from '../platform/access/requires';
import { AnswersFile } from '../platform/openapi/answers-file';
import { PartyListRequest, ServiceListRequest, SystemListRequest } from './landscape.requests';
import { PartiesService } from './parties.service';
import { ServicesService } from './services.service';
import { SystemsService } from './systems.service';

const PARTY: Cells<Party> = {
  code: ({ code }) => code,
  name: ({ name }) => name,
  kind: ({ kind }) => kind,
  external: ({ external }) => external,
  organisation: ({ organisation }) => organisation,
  costCentre: ({ costCentre }) => costCentre,
};
const SYSTEM: Cells<System> = {
  code: ({ code }) => code,
  name: ({ name }) => name,
  lifecycle: ({ lifecycle }) => lifecycle,
  vendor: ({ vendor }) => vendor,
  owner: ({ owner }) => mailOf(owner),
  description: ({ description }) => description,
};
const SERVICE: Cells<Service> = {
  code: ({ code }) => code,
  name: ({ name }) => name,
  criticality: ({ criticality }) => criticality,
  owner: ({ owner }) => mailOf(owner),
  description: ({ description }) => description,
};

/** The registers of the landscape as files, narrowed and sorted as their lists. */
@Controller('exports')
export class LandscapeExportsController {
  constructor(
    private readonly exports: RegisterExports,
    private readonly partyRegister: PartiesService,
    private readonly systemRegister: SystemsService,
    private readonly serviceRegister: ServicesService,
  ) {}

  @Get('parties.csv')
  @Requires('party.read')
  @AnswersFile(CSV_TYPE)
  async parties(@Query() request: PartyListRequest): Promise<StreamableFile> {
    return this.exports.csv('parties', PARTY, await this.partyRegister.list({ ...request, ...WHOLE }));
  }

  @Get('systems.csv')
  @Requires('system.read')
  @AnswersFile(CSV_TYPE)
  async systems(@Query() request: SystemListRequest): Promise<StreamableFile> {
    return this.exports.csv('systems', SYSTEM, await this.systemRegister.list({ ...request, ...WHOLE }));
  }

  @Get('services.csv')
  @Requires('service.read')
  @AnswersFile(CSV_TYPE)
  async services(@Query() request: ServiceListRequest): Promise<StreamableFile> {
    return this.exports.csv('services', SERVICE, await this.serviceRegister.list({ ...request, ...WHOLE }));
  }
}
