import { Body, type CanActivate, Controller, Get, Injectable, Post, Req, Res, UseGuards } from '@nestjs/common';
import type { SetUpDone, SetUpState } from '@sightline/contracts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { OpenToEveryone } from '../platform/access/requires';
import type { Config } from '../platform/config/config';
import { Configured } from '../platform/config/config.token';
import { sendSession } from '../platform/sessions/cookies';
import { callerOf } from './auth.controller';
import { SetUpRequest } from './set-up.requests';
import { SetUpService } from './set-up.service';

/** Asked before the body is looked at: nobody gets anything checked by a route that is no more. */
@Injectable()
class WhileNobodyExists implements CanActivate {
  constructor(private readonly setUp: SetUpService) {}

  async canActivate(): Promise<boolean> {
    return (await this.setUp.state()).open;
  }
}

/** Open while nobody exists; afterwards there is no such route (404). */
@Controller('set-up')
@UseGuards(WhileNobodyExists)
export class SetUpController {
  constructor(
    private readonly setUp: SetUpService,
    @Configured() private readonly config: Config,
  ) {}

  @Get()
  @OpenToEveryone()
  state(): Promise<SetUpState> {
    return this.setUp.state();
  }

  @Post()
  @OpenToEveryone()
  async found(
    @Body() request: SetUpRequest,
    @Req() http: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SetUpDone> {
    const { done, session } = await this.setUp.setUp(request, callerOf(http, this.config));
    sendSession(reply, session, this.config);
    return done;
  }
}
