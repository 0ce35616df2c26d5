import type {
  CapabilityRevision,
  DriverRevision,
  PrincipleRevision,
  SignedInUser,
  StrategyPartSaved,
  StrategyVersion,
} from '@sightline/contracts';
import { Body, Controller, Delete, Param, Patch, Post } from '@nestjs/common';
import { CurrentUser } from '../platform/access/current-user';
import { Requires } from '../platform/access/requires';
import { IfMatch } from '../platform/records/if-match';
import { MaybeIfMatch } from '../platform/records/maybe-if-match';
import {
  CapabilityChangesRequest,
  DriverChangesRequest,
  NewCapabilityRequest,
  NewDriverRequest,
  NewPrincipleRequest,
  PrincipleChangesRequest,
} from './strategy-parts.requests';
import { StrategyPartsService } from './strategy-parts.service';

/** The lists of a draft. Every answer holds the whole version and its new ETag, since that is what `If-Match` is about. */
@Controller('strategy/versions/:n')
export class StrategyPartsController {
  constructor(private readonly parts: StrategyPartsService) {}

  @Post('principles')
  @Requires('strategy.edit')
  addPrinciple(
    @Param('n') n: string,
    @MaybeIfMatch() expected: number | null,
    @Body() { principle, position, ...words }: NewPrincipleRequest,
    @CurrentUser() user: SignedInUser,
  ): Promise<StrategyPartSaved<PrincipleRevision>> {
    return this.parts.add('principles', n, expected, { words, position, returning: principle, by: user.id });
  }

  @Patch('principles/:id')
  @Requires('strategy.edit')
  changePrinciple(
    @Param('n') n: string,
    @Param('id') id: string,
    @IfMatch() expected: number,
    @Body() { position, ...words }: PrincipleChangesRequest,
  ): Promise<StrategyPartSaved<PrincipleRevision>> {
    return this.parts.change('principles', n, expected, { id, words, position });
  }

  @Delete('principles/:id')
  @Requires('strategy.edit')
  removePrinciple(
    @Param('n') n: string,
    @Param('id') id: string,
    @IfMatch() expected: number,
  ): Promise<StrategyVersion> {
    return this.parts.remove('principles', n, expected, id);
  }

  @Post('drivers')
  @Requires('strategy.edit')
  addDriver(
    @Param('n') n: string,
    @MaybeIfMatch() expected: number | null,
    @Body() { driver, position, ...words }: NewDriverRequest,
    @CurrentUser() user: SignedInUser,
  ): Promise<StrategyPartSaved<DriverRevision>> {
    return this.parts.add('drivers', n, expected, { words, position, returning: driver, by: user.id });
  }

  @Patch('drivers/:id')
  @Requires('strategy.edit')
  changeDriver(
    @Param('n') n: string,
    @Param('id') id: string,
    @IfMatch() expected: number,
    @Body() { position, ...words }: DriverChangesRequest,
  ): Promise<StrategyPartSaved<DriverRevision>> {
    return this.parts.change('drivers', n, expected, { id, words, position });
  }

  @Delete('drivers/:id')
  @Requires('strategy.edit')
  removeDriver(@Param('n') n: string, @Param('id') id: string, @IfMatch() expected: number): Promise<StrategyVersion> {
    return this.parts.remove('drivers', n, expected, id);
  }

  @Post('capabilities')
  @Requires('strategy.edit')
  addCapability(
    @Param('n') n: string,
    @MaybeIfMatch() expected: number | null,
    @Body() { capability, position, ...words }: NewCapabilityRequest,
    @CurrentUser() user: SignedInUser,
  ): Promise<StrategyPartSaved<CapabilityRevision>> {
    return this.parts.add('capabilities', n, expected, { words, position, returning: capability, by: user.id });
  }

  @Patch('capabilities/:id')
  @Requires('strategy.edit')
  changeCapability(
    @Param('n') n: string,
    @Param('id') id: string,
    @IfMatch() expected: number,
    @Body() { position, ...words }: CapabilityChangesRequest,
  ): Promise<StrategyPartSaved<CapabilityRevision>> {
    return this.parts.change('capabilities', n, expected, { id, words, position });
  }

  @Delete('capabilities/:id')
  @Requires('strategy.edit')
  removeCapability(
    @Param('n') n: string,
    @Param('id') id: string,
    @IfMatch() expected: number,
  ): Promise<StrategyVersion> {
    return this.parts.remove('capabilities', n, expected, id);
  }
}
