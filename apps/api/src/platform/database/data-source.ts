import type { TypeOrmModuleOptions } from '@nestjs/typeorm';
import pg from 'pg';
import type { Logger } from 'pino';
import type { Config } from '../config/config';
import { SnakeCaseNames } from './naming';

const DATE = 1082;
/** A date is a day of the calendar, not an instant in the time zone of the server. */
pg.types.setTypeParser(DATE, (text) => text);

/** How the server reaches its database. Every wait has an end, so that a database that hangs cannot hang the server. */
export function databaseOptions(config: Config, logger: Logger): TypeOrmModuleOptions {
  return {
    type: 'postgres',
    url: config.databaseUrl,
    autoLoadEntities: true,
    synchronize: false,
    retryAttempts: 0,
    namingStrategy: new SnakeCaseNames(),
    applicationName: 'sightline',
    poolErrorHandler: (error: unknown) => logger.warn({ err: error }, 'a database connection broke'),
    extra: {
      max: config.poolSize,
      connectionTimeoutMillis: 2_000,
      idleTimeoutMillis: 60_000,
      statement_timeout: 20_000,
      query_timeout: 25_000,
      lock_timeout: 8_000,
      idle_in_transaction_session_timeout: 30_000,
      keepAlive: true,
    },
  };
}
