import type { DecisionRight, StrategyPartSaved, StrategyVersion } from '@sightline/contracts';
import { Body, Controller, Delete, Param, Patch, Post } from '@nestjs/common';
import { Requires } from '../platform/access/requires';
import { IfMatch } from '../platform/records/if-match';
import { MaybeIfMatch } from '../platform/records/maybe-if-match';
import { DecisionRightChangesRequest, NewDecisionRightRequest } from './decision-rights.requests';
import { DecisionRightsService } from './decision-rights.service';

@Controller('strategy/versions/:n/decision-rights')
export class DecisionRightsController {
  constructor(private readonly rights: DecisionRightsService) {}

  @Post()
  @Requires('strategy.edit')
  add(
    @Param('n') n: string,
    @MaybeIfMatch() expected: number | null,
    @Body() { subject, budgetUpTo = null, board, rule }: NewDecisionRightRequest,
  ): Promise<StrategyPartSaved<DecisionRight>> {
    return this.rights.add(n, expected, { subject, budgetUpTo, board, rule });
  }

  @Patch(':id')
  @Requires('strategy.edit')
  change(
    @Param('n') n: string,
    @Param('id') id: string,
    @IfMatch() expected: number,
    @Body() words: DecisionRightChangesRequest,
  ): Promise<StrategyPartSaved<DecisionRight>> {
    return this.rights.change(n, expected, id, words);
  }

  @Delete(':id')
  @Requires('strategy.edit')
  remove(@Param('n') n: string, @Param('id') id: string, @IfMatch() expected: number): Promise<StrategyVersion> {
    return this.rights.remove(n, expected, id);
  }
}
