import type { DecisionSummary } from '@sightline/contracts';
import { Controller, Get, Query, type StreamableFile } from '@nestjs/common';
import { type Cells, CSV_TYPE, mailOf, RegisterExports, WHOLE } from '../exports/register-exports.service';
import { Requires } from '../platform/access/requires';
import { AnswersFile } from '../platform/openapi/answers-file';
import { ListDecisionsRequest } from './board.requests';
import { DecisionRegister } from './decision-register.service';

const DECISION: Cells<DecisionSummary> = {
  code: ({ code }) => code,
  decidedAt: ({ decidedAt }) => decidedAt,
  outcome: ({ outcome }) => outcome,
  subjectType: ({ subjectType }) => subjectType,
  subject: ({ subject }) => subject.code,
  title: ({ title }) => title,
  board: ({ board }) => board.name,
  rule: ({ rule }) => rule,
  strategyVersion: ({ strategyVersion }) => strategyVersion,
  approve: ({ tally }) => tally?.approve,
  return: ({ tally }) => tally?.return,
  reject: ({ tally }) => tally?.reject,
  abstain: ({ tally }) => tally?.abstain,
  decidedBy: ({ decidedBy }) => decidedBy && mailOf(decidedBy),
  conditions: ({ conditions }) => conditions.join('\n'),
  rationale: ({ rationale }) => rationale,
  snapshotHash: ({ snapshotHash }) => snapshotHash,
};

/** The register of decisions as a file, narrowed and sorted as its list. */
@Controller('exports')
export class DecisionExportsController {
  constructor(
    private readonly exports: RegisterExports,
    private readonly register: DecisionRegister,
  ) {}

  @Get('decisions.csv')
  @Requires('decision.read')
  @AnswersFile(CSV_TYPE)
  async decisions(@Query() request: ListDecisionsRequest): Promise<StreamableFile> {
    return this.exports.csv('decisions', DECISION, await this.register.list({ ...request, ...WHOLE }));
  }
}
