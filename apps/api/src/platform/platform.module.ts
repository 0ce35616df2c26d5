import { type DynamicModule, Global, Module } from '@nestjs/common';
import { APP_GUARD, APP_PIPE } from '@nestjs/core';
import { TypeOrmModule } from '@nestjs/typeorm';
import type { Logger } from 'pino';
import { AccessGuard } from './access/access.guard';
import type { Config } from './config/config';
import { CONFIG } from './config/config.token';
import { databaseOptions } from './database/data-source';
import { IdempotentAnswers } from './database/idempotent-answers';
import { LostConnections } from './database/lost-connections';
import { Notifications } from './database/notifications';
import { Snapshots } from './database/snapshots';
import { TransactionFacts } from './database/transaction-facts';
import { UnitOfWork } from './database/unit-of-work';
import { Upkeep } from './database/upkeep';
import { Documents } from './documents/documents.service';
import { HealthController } from './health/health.controller';
import { Metrics } from './health/metrics';
import { TimedJobs } from './jobs/timed-jobs';
import { LOGGER } from './logging/logger.token';
import { OpenApiController } from './openapi/openapi.controller';
import { RequestPipe } from './problems/request.pipe';
import { SessionCache } from './sessions/session-cache';
import { Sessions } from './sessions/sessions';

const SERVICES = [
  Documents,
  IdempotentAnswers,
  LostConnections,
  Metrics,
  Notifications,
  SessionCache,
  Sessions,
  Snapshots,
  TimedJobs,
  TransactionFacts,
  UnitOfWork,
  Upkeep,
];

/** What every feature stands on. Global, so that a feature module names only other features. */
@Global()
@Module({})
export class PlatformModule {
  static with(config: Config, logger: Logger): DynamicModule {
    return {
      module: PlatformModule,
      imports: [TypeOrmModule.forRoot(databaseOptions(config, logger))],
      controllers: [HealthController, OpenApiController],
      providers: [
        { provide: CONFIG, useValue: config },
        { provide: LOGGER, useValue: logger },
        { provide: APP_GUARD, useClass: AccessGuard },
        { provide: APP_PIPE, useClass: RequestPipe },
        ...SERVICES,
      ],
      exports: [CONFIG, LOGGER, ...SERVICES],
    };
  }
}
