import { Body, Controller, Get, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import type { Decision, Page, Proposal, ProposalSummary, SignedInUser } from '@sightline/contracts';
import { CurrentUser } from '../platform/access/current-user';
import { RecentSignIn } from '../platform/access/recent-sign-in';
import { Requires } from '../platform/access/requires';
import {
  CastVoteRequest,
  CloseProposalRequest,
  ListProposalsRequest,
  NameSubstituteRequest,
  OverruleCheckRequest,
  ReturnProposalRequest,
} from './board.requests';
import { ProposalClosingService } from './proposal-closing.service';
import { ProposalList } from './proposal-list.service';
import { ProposalOverruleService } from './proposal-overrule.service';
import { ProposalPage } from './proposal-page.service';
import { ProposalReturnService } from './proposal-return.service';
import { ProposalSubstituteService } from './proposal-substitute.service';
import { ProposalVoteService } from './proposal-vote.service';

@Controller('proposals')
export class ProposalsController {
  constructor(
    private readonly proposals: ProposalList,
    private readonly page: ProposalPage,
    private readonly votes: ProposalVoteService,
    private readonly closing: ProposalClosingService,
    private readonly returning: ProposalReturnService,
    private readonly overruling: ProposalOverruleService,
    private readonly substitutes: ProposalSubstituteService,
  ) {}

  @Get()
  @Requires('proposal.read')
  list(@Query() request: ListProposalsRequest, @CurrentUser() user: SignedInUser): Promise<Page<ProposalSummary>> {
    return this.proposals.list(request, user);
  }

  @Get(':id')
  @Requires('proposal.read')
  get(@Param('id') id: string, @CurrentUser() user: SignedInUser): Promise<Proposal> {
    return this.page.get(id, user);
  }

  @Put(':id/vote')
  @RecentSignIn()
  @Requires('proposal.vote')
  vote(
    @Param('id') id: string,
    @Body() request: CastVoteRequest,
    @CurrentUser() user: SignedInUser,
  ): Promise<Proposal> {
    return this.votes.cast(id, request, user);
  }

  @Post(':id/close')
  @RecentSignIn()
  @HttpCode(200)
  @Requires('proposal.close')
  close(
    @Param('id') id: string,
    @Body() request: CloseProposalRequest,
    @CurrentUser() user: SignedInUser,
  ): Promise<{ decision: Decision }> {
    return this.closing.close(id, request, user);
  }

  @Post(':id/return')
  @HttpCode(200)
  @Requires('proposal.return')
  return(
    @Param('id') id: string,
    @Body() request: ReturnProposalRequest,
    @CurrentUser() user: SignedInUser,
  ): Promise<Proposal> {
    return this.returning.returnForForm(id, request, user);
  }

  @Post(':id/overrules')
  @Requires('proposal.overrule')
  overrule(
    @Param('id') id: string,
    @Body() request: OverruleCheckRequest,
    @CurrentUser() user: SignedInUser,
  ): Promise<Proposal> {
    return this.overruling.overrule(id, request, user);
  }

  @Post(':id/substitutes')
  @Requires('proposal.substitute')
  nameSubstitute(
    @Param('id') id: string,
    @Body() request: NameSubstituteRequest,
    @CurrentUser() user: SignedInUser,
  ): Promise<Proposal> {
    return this.substitutes.name(id, request, user);
  }

  @Post(':id/withdraw')
  @HttpCode(200)
  @Requires('proposal.withdraw')
  withdraw(@Param('id') id: string, @CurrentUser() user: SignedInUser): Promise<Proposal> {
    return this.returning.withdraw(id, user);
  }
}
