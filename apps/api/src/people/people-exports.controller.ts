import type { BusinessUnit, User } from '@sightline/contracts';
import { Controller, Get, Query, type StreamableFile } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type Cells, CSV_TYPE, RegisterExports, WHOLE } from '../exports/register-exports.service';
import { Requires } from '../platform/access/requires';
import { AnswersFile } from '../platform/openapi/answers-file';
import { listOfBusinessUnits } from './business-unit.query';
import { BusinessUnitListRequest } from './business-unit.requests';
import { listOfUsers } from './user.query';
import { UserListRequest } from './user.requests';

const UNIT: Cells<BusinessUnit> = {
  code: ({ code }) => code,
  name: ({ name }) => name,
  kind: ({ kind }) => kind,
};
const USER: Cells<User> = {
  name: ({ name }) => name,
  email: ({ email }) => email,
  kind: ({ kind }) => kind,
  status: ({ status }) => status,
  roles: ({ roles }) => roles.join(';'),
  businessUnit: ({ businessUnit }) => businessUnit?.name,
  party: ({ party }) => party?.name,
};

/** The registers of units and people as files, narrowed and sorted as their lists. */
@Controller('exports')
export class PeopleExportsController {
  constructor(
    private readonly db: DataSource,
    private readonly exports: RegisterExports,
  ) {}

  @Get('business-units.csv')
  @Requires('unit.read')
  @AnswersFile(CSV_TYPE)
  async units(@Query() request: BusinessUnitListRequest): Promise<StreamableFile> {
    return this.exports.csv('business-units', UNIT, await listOfBusinessUnits(this.db, { ...request, ...WHOLE }));
  }

  @Get('users.csv')
  @Requires('user.read')
  @AnswersFile(CSV_TYPE)
  async users(@Query() request: UserListRequest): Promise<StreamableFile> {
    return this.exports.csv('users', USER, await listOfUsers(this.db, { ...request, ...WHOLE }));
  }
}
