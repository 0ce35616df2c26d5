import type { TableEvaluation } from '@sightline/contracts';
import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { Requires } from '../platform/access/requires';
import { EvaluateRequest, TryRequest } from './decision-table.requests';
import { PrincipleEvaluation } from './principle-evaluation.service';

/** Asks a principle what it says about given facts. */
@Controller()
export class PrincipleEvaluationController {
  constructor(private readonly evaluation: PrincipleEvaluation) {}

  @Post('principles/:id/evaluate')
  @HttpCode(200)
  @Requires('strategy.read')
  evaluate(@Param('id') id: string, @Body() request: EvaluateRequest): Promise<TableEvaluation> {
    return this.evaluation.inForce(id, request);
  }

  @Post('strategy/versions/:n/principles/:id/evaluate')
  @HttpCode(200)
  @Requires('strategy.read')
  tryOut(@Param('n') n: string, @Param('id') id: string, @Body() request: TryRequest): Promise<TableEvaluation> {
    return this.evaluation.tried(n, id, request);
  }
}
