import { type DynamicModule, Module } from '@nestjs/common';
import type { Logger } from 'pino';
import { AuditModule } from './audit/audit.module';
import { PeopleModule } from './people/people.module';
import type { Config } from './platform/config/config';
import { PlatformModule } from './platform/platform.module';

/** Every feature, by name; what they stand on is global. */
@Module({ imports: [AuditModule, PeopleModule] })
export class AppModule {
  static with(config: Config, logger: Logger): DynamicModule {
    return { module: AppModule, imports: [PlatformModule.with(config, logger)] };
  }
}
