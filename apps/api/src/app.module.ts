import { type DynamicModule, Module } from '@nestjs/common';
import type { Logger } from 'pino';
import { AuditModule } from './audit/audit.module';
import { BoardModule } from './board/board.module';
import { ChartersModule } from './charters/charters.module';
import { CommentsModule } from './comments/comments.module';
import { DataDomainsModule } from './data-domains/data-domains.module';
import { ExceptionsModule } from './exceptions/exceptions.module';
import { ExchangeModule } from './exchange/exchange.module';
import { KpisModule } from './kpis/kpis.module';
import { LandscapeModule } from './landscape/landscape.module';
import { MandatesModule } from './mandates/mandates.module';
import { PeopleModule } from './people/people.module';
import type { Config } from './platform/config/config';
import { PlatformModule } from './platform/platform.module';
import { SampleModule } from './sample/sample.module';
import { SearchModule } from './search/search.module';
import { StrategyModule } from './strategy/strategy.module';
import { StrategyWritingModule } from './strategy/strategy-writing.module';
import { StrategyComparisonModule } from './strategy-comparison/strategy-comparison.module';
import { StrategySharingModule } from './strategy-sharing/strategy-sharing.module';
import { InboxModule } from './work/inbox.module';

/** Every feature, by name; what they stand on is global. */
@Module({
  imports: [
    AuditModule,
    BoardModule,
    ChartersModule,
    CommentsModule,
    DataDomainsModule,
    ExceptionsModule,
    ExchangeModule,
    InboxModule,
    KpisModule,
    LandscapeModule,
    MandatesModule,
    PeopleModule,
    SampleModule,
    SearchModule,
    StrategyComparisonModule,
    StrategyModule,
    StrategySharingModule,
    StrategyWritingModule,
  ],
})
export class AppModule {
  static with(config: Config, logger: Logger): DynamicModule {
    return { module: AppModule, imports: [PlatformModule.with(config, logger)] };
  }
}
