import type { Milestone, Page, Requirement, SignedInUser } from '@sightline/contracts';
import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Patch, Post, Query } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { CurrentUser } from '../platform/access/current-user';
import { Requires } from '../platform/access/requires';
import { pageOf } from '../platform/lists/list';
import { PageRequest } from '../platform/lists/list-request';
import { Problems } from '../platform/problems/problem';
import { IfMatch } from '../platform/records/if-match';
import {
  AnswerRequirementRequest,
  MilestoneChangesRequest,
  NewMilestoneRequest,
  NewRequirementRequest,
} from './charter-plan.requests';
import { readCharter } from './charter-reading';
import { Milestones } from './milestones.service';
import { Requirements } from './requirements.service';

/** A path that names no record by its id finds none. */
const Id = (name: string): ParameterDecorator =>
  Param(name, new ParseUUIDPipe({ exceptionFactory: () => Problems.notFound(name) }));

/** What constituencies demand of a charter, and the steps by which it delivers value. */
@Controller('charters/:id')
export class CharterPlanController {
  constructor(
    private readonly db: DataSource,
    private readonly requirements: Requirements,
    private readonly milestones: Milestones,
  ) {}

  @Get('requirements')
  @Requires('charter.read')
  async listRequirements(
    @Param('id') id: string,
    @Query() request: PageRequest,
    @CurrentUser() reader: SignedInUser,
  ): Promise<Page<Requirement>> {
    return pageOf((await readCharter(this.db, id, reader)).requirements, request);
  }

  @Post('requirements')
  @Requires('requirement.state')
  state(
    @Param('id') id: string,
    @Body() request: NewRequirementRequest,
    @CurrentUser() user: SignedInUser,
  ): Promise<Requirement> {
    return this.requirements.state(id, request, user);
  }

  @Patch('requirements/:requirement')
  @Requires('charter.edit')
  answer(
    @Param('id') id: string,
    @Id('requirement') requirement: string,
    @IfMatch() version: number,
    @Body() { answer = null }: AnswerRequirementRequest,
    @CurrentUser() user: SignedInUser,
  ): Promise<Requirement> {
    return this.requirements.answer(id, requirement, { version, answer }, user);
  }

  @Get('milestones')
  @Requires('charter.read')
  async listMilestones(
    @Param('id') id: string,
    @Query() request: PageRequest,
    @CurrentUser() reader: SignedInUser,
  ): Promise<Page<Milestone>> {
    return pageOf((await readCharter(this.db, id, reader)).milestones, request);
  }

  @Post('milestones')
  @Requires('charter.edit')
  add(
    @Param('id') id: string,
    @Body() request: NewMilestoneRequest,
    @CurrentUser() user: SignedInUser,
  ): Promise<Milestone> {
    return this.milestones.add(id, request, user);
  }

  @Patch('milestones/:milestone')
  @Requires('charter.edit')
  change(
    @Param('id') id: string,
    @Id('milestone') milestone: string,
    @IfMatch() version: number,
    @Body() changes: MilestoneChangesRequest,
    @CurrentUser() user: SignedInUser,
  ): Promise<Milestone> {
    return this.milestones.change(id, milestone, { version, changes }, user);
  }

  @Post('milestones/:milestone/archive')
  @HttpCode(200)
  @Requires('charter.edit')
  archive(
    @Param('id') id: string,
    @Id('milestone') milestone: string,
    @IfMatch() version: number,
    @CurrentUser() user: SignedInUser,
  ): Promise<Milestone> {
    return this.milestones.archive(id, milestone, version, user);
  }
}
