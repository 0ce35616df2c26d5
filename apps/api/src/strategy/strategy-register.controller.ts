import type { CapabilityInForce, DriverInForce, Page, Principle, PrincipleListed } from '@sightline/contracts';
import { Controller, Get, Param, Query } from '@nestjs/common';
import { Requires } from '../platform/access/requires';
import { ListRequest } from '../platform/lists/list-request';
import { StrategyRegisterService } from './strategy-register.service';

/** What charters and KPIs cite: the records of the version in force. */
@Controller()
export class StrategyRegisterController {
  constructor(private readonly register: StrategyRegisterService) {}

  @Get('principles')
  @Requires('strategy.read')
  principles(@Query() request: ListRequest): Promise<Page<PrincipleListed>> {
    return this.register.principles(request);
  }

  @Get('principles/:id')
  @Requires('strategy.read')
  principle(@Param('id') id: string): Promise<Principle> {
    return this.register.principle(id);
  }

  @Get('drivers')
  @Requires('strategy.read')
  drivers(@Query() request: ListRequest): Promise<Page<DriverInForce>> {
    return this.register.drivers(request);
  }

  @Get('capabilities')
  @Requires('strategy.read')
  capabilities(@Query() request: ListRequest): Promise<Page<CapabilityInForce>> {
    return this.register.capabilities(request);
  }
}
