import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AuditModule } from '../audit/audit.module';
import { CharterDecisionModule } from '../charters/charter-decision.module';
import { ExceptionDecisionModule } from '../exceptions/exception-decision.module';
import { ExportsModule } from '../exports/exports.module';
import { KpisModule } from '../kpis/kpis.module';
import { StrategyRatificationModule } from '../strategy/strategy-ratification.module';
import { BoardEntity } from './board.entity';
import { BoardsController } from './boards.controller';
import { BoardsService } from './boards.service';
import { DecidedSubjects } from './decided-subjects.service';
import { DecisionExportsController } from './decision-exports.controller';
import { DecisionEntity } from './decision.entity';
import { DecisionRegister } from './decision-register.service';
import { DecisionsController } from './decisions.controller';
import { KpiEffects } from './kpi-effects.service';
import { OverruleEntity } from './overrule.entity';
import { ProposalClosingService } from './proposal-closing.service';
import { ProposalEntity } from './proposal.entity';
import { ProposalLapseJob } from './proposal-lapse.job';
import { ProposalList } from './proposal-list.service';
import { ProposalOverruleService } from './proposal-overrule.service';
import { ProposalPage } from './proposal-page.service';
import { ProposalReturnService } from './proposal-return.service';
import { ProposalSubstituteService } from './proposal-substitute.service';
import { ProposalVoteService } from './proposal-vote.service';
import { ProposalsController } from './proposals.controller';
import { SeatsService } from './seats.service';
import { SubstituteEntity } from './substitute.entity';
import { VoteEntity } from './vote.entity';

/** Boards, what is put before them, how they vote and what they decide. */
@Module({
  imports: [
    AuditModule,
    CharterDecisionModule,
    ExceptionDecisionModule,
    ExportsModule,
    KpisModule,
    StrategyRatificationModule,
    TypeOrmModule.forFeature([
      BoardEntity,
      DecisionEntity,
      OverruleEntity,
      ProposalEntity,
      SubstituteEntity,
      VoteEntity,
    ]),
  ],
  controllers: [BoardsController, DecisionExportsController, ProposalsController, DecisionsController],
  providers: [
    BoardsService,
    DecidedSubjects,
    DecisionRegister,
    KpiEffects,
    ProposalClosingService,
    ProposalLapseJob,
    ProposalList,
    ProposalOverruleService,
    ProposalPage,
    ProposalReturnService,
    ProposalSubstituteService,
    ProposalVoteService,
    SeatsService,
  ],
  exports: [ProposalList],
})
export class BoardModule {}
