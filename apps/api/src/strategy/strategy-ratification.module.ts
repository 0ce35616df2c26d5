import { Module } from '@nestjs/common';
import { AuditModule } from '../audit/audit.module';
import { StrategyRatificationService } from './strategy-ratification.service';

/** What the board needs of the strategy; apart, because proposing a strategy needs the board. */
@Module({ imports: [AuditModule], providers: [StrategyRatificationService], exports: [StrategyRatificationService] })
export class StrategyRatificationModule {}
