import { Module } from '@nestjs/common';
import { GateForecastService } from './gate-forecast.service';
import { StrategyComparisonController } from './strategy-comparison.controller';
import { StrategyComparison } from './strategy-comparison.service';
import { StrategyImpactService } from './strategy-impact.service';

/** Versions of the strategy against each other and against what rests on them; apart, because nothing here is written. */
@Module({
  controllers: [StrategyComparisonController],
  providers: [GateForecastService, StrategyComparison, StrategyImpactService],
})
export class StrategyComparisonModule {}
