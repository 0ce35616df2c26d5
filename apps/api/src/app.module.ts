import { type DynamicModule, Module } from '@nestjs/common';
import type { Logger } from 'pino';
import { AuditModule } from './audit/audit.module';
import { BoardModule } from './board/board.module';
import { ChartersModule } from './charters/charters.module';
import { DataDomainsModule } from './data-domains/data-domains.module';
import { ExchangeModule } from './exchange/exchange.module';
import { KpisModule } from './kpis/kpis.module';
import { LandscapeModule } from './landscape/landscape.module';
import { PeopleModule } from './people/people.module';
import type { Config } from './platform/config/config';
import { PlatformModule } from './platform/platform.module';
import { SampleModule } from './sample/sample.module';
import { StrategyModule } from './strategy/strategy.module';
import { InboxModule } from './work/inbox.module';

/** Every feature, by name; what they stand on is global. */
@Module({
  imports: [
    AuditModule,
    BoardModule,
    ChartersModule,
    DataDomainsModule,
    ExchangeModule,
    InboxModule,
    KpisModule,
    LandscapeModule,
    PeopleModule,
    SampleModule,
    StrategyModule,
  ],
})
export class AppModule {
  static with(config: Config, logger: Logger): DynamicModule {
    return { module: AppModule, imports: [PlatformModule.with(config, logger)] };
  }
}
