import { IMPORT_FILE_MAX, type Import, type ImportSummary, type Page, type SignedInUser } from '@sightline/contracts';
import { Body, Controller, Get, Headers, HttpCode, Param, Post, Query } from '@nestjs/common';
import { CurrentUser } from '../platform/access/current-user';
import { Requires } from '../platform/access/requires';
import { BodyLimit } from '../platform/requests/body-limit';
import { languageOf } from '../platform/requests/language-of';
import { ImportListRequest, NewImportRequest } from './import.requests';
import { ImportsService } from './imports.service';

/** JSON writes some characters in two bytes or more. */
const BODY_MAX = 2 * IMPORT_FILE_MAX;

@Controller('imports')
export class ImportsController {
  constructor(private readonly imports: ImportsService) {}

  @Get()
  @Requires('import.run')
  list(@Query() request: ImportListRequest): Promise<Page<ImportSummary>> {
    return this.imports.list(request);
  }

  @Post()
  @Requires('import.run')
  @BodyLimit(BODY_MAX)
  check(
    @Body() request: NewImportRequest,
    @CurrentUser() user: SignedInUser,
    @Headers('accept-language') languages?: string,
  ): Promise<Import> {
    return this.imports.check(request, user, languageOf(languages));
  }

  @Get(':id')
  @Requires('import.run')
  read(@Param('id') id: string): Promise<Import> {
    return this.imports.read(id);
  }

  @Post(':id/apply')
  @HttpCode(200)
  @Requires('import.run')
  apply(
    @Param('id') id: string,
    @CurrentUser() user: SignedInUser,
    @Headers('accept-language') languages?: string,
  ): Promise<Import> {
    return this.imports.apply(id, user, languageOf(languages));
  }
}
