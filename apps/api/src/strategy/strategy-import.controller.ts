import {
  type SignedInUser,
  STRATEGY_FILE_MAX,
  type StrategyImportCheck,
  type StrategyVersion,
} from '@sightline/contracts';
import { Body, Controller, Headers, HttpCode, Param, Post } from '@nestjs/common';
import { CurrentUser } from '../platform/access/current-user';
import { Requires } from '../platform/access/requires';
import { IfMatch } from '../platform/records/if-match';
import { BodyLimit } from '../platform/requests/body-limit';
import { languageOf } from '../platform/requests/language-of';
import { StrategyImportRequest } from './strategy-import.requests';
import { StrategyImportService } from './strategy-import.service';

/** JSON writes some characters in two bytes or more. */
const BODY_MAX = 2 * STRATEGY_FILE_MAX;

/** A file of Markdown into a draft: looked at first, then brought in whole or not at all. */
@Controller('strategy/versions/:n/import')
export class StrategyImportController {
  constructor(private readonly imports: StrategyImportService) {}

  @Post('check')
  @HttpCode(200)
  @Requires('strategy.edit')
  @BodyLimit(BODY_MAX)
  check(
    @Param('n') n: string,
    @IfMatch() expected: number,
    @Body() file: StrategyImportRequest,
    @CurrentUser() user: SignedInUser,
    @Headers('accept-language') languages?: string,
  ): Promise<StrategyImportCheck> {
    return this.imports.check({ reference: n, expected, file, by: user.id }, languageOf(languages));
  }

  @Post()
  @HttpCode(200)
  @Requires('strategy.edit')
  @BodyLimit(BODY_MAX)
  bringIn(
    @Param('n') n: string,
    @IfMatch() expected: number,
    @Body() file: StrategyImportRequest,
    @CurrentUser() user: SignedInUser,
  ): Promise<StrategyVersion> {
    return this.imports.bringIn({ reference: n, expected, file, by: user.id });
  }
}
