import { Body, Controller, HttpCode, Post, Req, Res } from '@nestjs/common';
import type { Me } from '@sightline/contracts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { OpenToEveryone, Requires } from '../platform/access/requires';
import type { Config } from '../platform/config/config';
import { Configured } from '../platform/config/config.token';
import { sendSession, takeSession, tokenOf } from '../platform/sessions/cookies';
import { ActivationService } from './activation.service';
import { ActivateRequest, SignInRequest } from './auth.requests';
import { type Caller, type SignedIn, SignInService } from './sign-in.service';
import { SignOutService } from './sign-out.service';

/** Signing in and out. The session travels in cookies only; no answer carries it. */
@Controller('auth')
export class AuthController {
  constructor(
    private readonly signIn: SignInService,
    private readonly signOut: SignOutService,
    private readonly activation: ActivationService,
    @Configured() private readonly config: Config,
  ) {}

  @Post('login')
  @HttpCode(200)
  @OpenToEveryone()
  async login(
    @Body() request: SignInRequest,
    @Req() http: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Me> {
    return this.welcome(reply, await this.signIn.byPassword(request, callerOf(http, this.config)));
  }

  @Post('activate')
  @HttpCode(200)
  @OpenToEveryone()
  async activate(
    @Body() request: ActivateRequest,
    @Req() http: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Me> {
    return this.welcome(reply, await this.activation.activate(request, callerOf(http, this.config)));
  }

  @Post('logout')
  @HttpCode(204)
  @Requires('session.end')
  async logout(@Res({ passthrough: true }) reply: FastifyReply): Promise<void> {
    await this.signOut.signOut();
    takeSession(reply, this.config);
  }

  private welcome(reply: FastifyReply, { session, me }: SignedIn): Me {
    sendSession(reply, session, this.config);
    return me;
  }
}

/** Who knocks: the address as the trusted proxies tell it, the browser's name, and the session it still carries. */
export function callerOf(request: FastifyRequest, config: Config): Caller {
  const agent = request.headers['user-agent'];
  return { address: request.ip, token: tokenOf(request, config), ...(agent === undefined ? {} : { agent }) };
}
