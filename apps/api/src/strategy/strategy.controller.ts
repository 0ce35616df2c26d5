import type {
  Page,
  SignedInUser,
  StrategyProposed,
  StrategyVersion,
  StrategyVersionSummary,
} from '@sightline/contracts';
import { Body, Controller, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import { CurrentUser } from '../platform/access/current-user';
import { Requires } from '../platform/access/requires';
import { IfMatch } from '../platform/records/if-match';
import { StrategyDraftingService } from './strategy-drafting.service';
import { StrategyEditingService } from './strategy-editing.service';
import { StrategyProposingService } from './strategy-proposing.service';
import { StrategyReadingService } from './strategy-reading.service';
import { StrategyVersionChangesRequest, StrategyVersionList } from './strategy-version.requests';

@Controller('strategy')
export class StrategyController {
  constructor(
    private readonly reading: StrategyReadingService,
    private readonly drafting: StrategyDraftingService,
    private readonly editing: StrategyEditingService,
    private readonly proposing: StrategyProposingService,
  ) {}

  @Get()
  @Requires('strategy.read')
  inForce(): Promise<StrategyVersion> {
    return this.reading.inForce();
  }

  @Get('versions')
  @Requires('strategy.read')
  versions(@Query() request: StrategyVersionList): Promise<Page<StrategyVersionSummary>> {
    return this.reading.versions(request);
  }

  @Post('versions')
  @Requires('strategy.draft')
  draft(@CurrentUser() user: SignedInUser): Promise<StrategyVersion> {
    return this.drafting.draft(user.id);
  }

  @Get('versions/:n')
  @Requires('strategy.read')
  version(@Param('n') n: string): Promise<StrategyVersion> {
    return this.reading.version(n);
  }

  @Patch('versions/:n')
  @Requires('strategy.edit')
  change(
    @Param('n') n: string,
    @IfMatch() expected: number,
    @Body() changes: StrategyVersionChangesRequest,
  ): Promise<StrategyVersion> {
    return this.editing.change(n, expected, changes);
  }

  @Post('versions/:n/propose')
  @HttpCode(200)
  @Requires('strategy.propose')
  propose(@Param('n') n: string, @CurrentUser() user: SignedInUser): Promise<StrategyProposed> {
    return this.proposing.propose(n, user.id);
  }
}
