import { Module } from '@nestjs/common';
import { KnownNamesService } from './known-names.service';
import { StrategyPresenceService } from './strategy-presence.service';
import { StrategyWritingController } from './strategy-writing.controller';

/** What writers of a draft are told while they write: who else is there, and which names the landscape knows. */
@Module({
  controllers: [StrategyWritingController],
  providers: [KnownNamesService, StrategyPresenceService],
})
export class StrategyWritingModule {}
