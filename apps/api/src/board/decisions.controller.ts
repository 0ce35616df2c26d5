import { Controller, Get, Param, Query } from '@nestjs/common';
import type { Decision, DecisionSummary, Page } from '@sightline/contracts';
import { Requires } from '../platform/access/requires';
import { ListDecisionsRequest } from './board.requests';
import { DecisionRegister } from './decision-register.service';

@Controller('decisions')
export class DecisionsController {
  constructor(private readonly register: DecisionRegister) {}

  @Get()
  @Requires('decision.read')
  list(@Query() request: ListDecisionsRequest): Promise<Page<DecisionSummary>> {
    return this.register.list(request);
  }

  @Get(':id')
  @Requires('decision.read')
  get(@Param('id') id: string): Promise<Decision> {
    return this.register.get(id);
  }
}
