import type { SignedInUser } from '@sightline/contracts';
import { Controller, Get, Query, type StreamableFile } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { CSV_TYPE, RegisterExports } from '../exports/register-exports.service';
import { CurrentUser } from '../platform/access/current-user';
import { Requires } from '../platform/access/requires';
import { AnswersFile } from '../platform/openapi/answers-file';
import { charterFile } from './charter-list';
import { CharterListRequest } from './charter-list.requests';

/** The charters a reader may see as a file, narrowed and sorted as their list. */
@Controller('exports')
export class CharterExportsController {
  constructor(
    private readonly db: DataSource,
    private readonly exports: RegisterExports,
  ) {}

  @Get('charters.csv')
  @Requires('charter.read')
  @AnswersFile(CSV_TYPE)
  async charters(@Query() request: CharterListRequest, @CurrentUser() reader: SignedInUser): Promise<StreamableFile> {
    return this.exports.streamed('charters', await charterFile(this.db, request, reader));
  }
}
