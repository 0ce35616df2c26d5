import type { OpenedStrategy, SectionOpening, SectionOpenings as Openings, SignedInUser } from '@sightline/contracts';
import { Body, Controller, Get, Param, Put } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { CurrentUser } from '../platform/access/current-user';
import { Requires } from '../platform/access/requires';
import { IfMatch } from '../platform/records/if-match';
import { readOpenedStrategy } from './opened-strategy.query';
import { SectionOpeningRequest } from './section-openings.requests';
import { SectionOpenings } from './section-openings.service';

/** What outsiders read of the strategy, and who says so. */
@Controller()
export class StrategySharingController {
  constructor(
    private readonly db: DataSource,
    private readonly openings: SectionOpenings,
  ) {}

  @Get('opened-strategy')
  @Requires('opened_strategy.read')
  async opened(@CurrentUser() reader: SignedInUser): Promise<OpenedStrategy> {
    return { items: await readOpenedStrategy(this.db, reader) };
  }

  @Get('strategy/versions/:n/openings')
  @Requires('strategy.read')
  all(@Param('n') n: string): Promise<Openings> {
    return this.openings.all(n);
  }

  @Put('strategy/versions/:n/sections/:key/openings')
  @Requires('strategy.open')
  open(
    @Param('n') n: string,
    @Param('key') key: string,
    @IfMatch() version: number,
    @Body() request: SectionOpeningRequest,
    @CurrentUser() user: SignedInUser,
  ): Promise<SectionOpening> {
    return this.openings.put(n, key, version, request, user.id);
  }
}
