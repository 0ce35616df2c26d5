import type { KnownNames, Presence, SignedInUser } from '@sightline/contracts';
import { Body, Controller, Get, Param, Put } from '@nestjs/common';
import { CurrentUser } from '../platform/access/current-user';
import { Requires } from '../platform/access/requires';
import { KnownNamesService } from './known-names.service';
import { StrategyPresenceService } from './strategy-presence.service';
import { PresenceRequest } from './strategy-writing.requests';

/** What writers of a draft are told while they write. */
@Controller('strategy')
export class StrategyWritingController {
  constructor(
    private readonly presence: StrategyPresenceService,
    private readonly names: KnownNamesService,
  ) {}

  @Put('versions/:n/presence')
  @Requires('strategy.edit')
  signOfLife(
    @Param('n') n: string,
    @CurrentUser() user: SignedInUser,
    @Body() { section }: PresenceRequest,
  ): Promise<Presence> {
    return this.presence.signOfLife(n, user.id, section);
  }

  @Get('known-names')
  @Requires('strategy.edit')
  known(): Promise<KnownNames> {
    return this.names.all();
  }
}
