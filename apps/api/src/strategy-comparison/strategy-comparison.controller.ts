import type {
  GateForecastPage,
  SignedInUser,
  StrategyApproval,
  StrategyDiff,
  StrategyImpact,
} from '@sightline/contracts';
import { Controller, Get, Param, Query } from '@nestjs/common';
import { CurrentUser } from '../platform/access/current-user';
import { Requires } from '../platform/access/requires';
import { GateForecastService } from './gate-forecast.service';
import { GateForecastRequest, StrategyDiffRequest, StrategyImpactRequest } from './strategy-comparison.requests';
import { StrategyComparison } from './strategy-comparison.service';
import { StrategyImpactService } from './strategy-impact.service';

/** What is new in a version, and what it would unsettle. */
@Controller('strategy')
export class StrategyComparisonController {
  constructor(
    private readonly comparison: StrategyComparison,
    private readonly impact: StrategyImpactService,
    private readonly forecast: GateForecastService,
  ) {}

  @Get('approval')
  @Requires('strategy.read')
  approval(@CurrentUser() user: SignedInUser): Promise<StrategyApproval> {
    return this.comparison.approval(user.id);
  }

  @Get('versions/:n/diff')
  @Requires('strategy.read')
  diff(@Param('n') n: string, @Query() { against }: StrategyDiffRequest): Promise<StrategyDiff> {
    return this.comparison.diff(n, against);
  }

  @Get('versions/:n/impact')
  @Requires('strategy.read')
  impactOf(@Param('n') n: string, @Query() request: StrategyImpactRequest): Promise<StrategyImpact> {
    return this.impact.of(n, request);
  }

  @Get('versions/:n/impact/gates')
  @Requires('strategy.read')
  gates(@Param('n') n: string, @Query() request: GateForecastRequest): Promise<GateForecastPage> {
    return this.forecast.of(n, request);
  }
}
