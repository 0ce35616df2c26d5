import {
  Body,
  type CanActivate,
  Controller,
  Get,
  HttpCode,
  Injectable,
  Post,
  Req,
  Res,
  UseGuards,
} from '@nestjs/common';
import type { Me, PersonaCard } from '@sightline/contracts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { DataSource } from 'typeorm';
import { OpenToEveryone } from '../platform/access/requires';
import type { Config } from '../platform/config/config';
import { Configured } from '../platform/config/config.token';
import { Problems } from '../platform/problems/problem';
import { sendSession } from '../platform/sessions/cookies';
import { callerOf } from './auth.controller';
import { SignInAsPersonaRequest } from './auth.requests';
import { SignInService } from './sign-in.service';

/** In any other installation these routes do not exist (T11). */
@Injectable()
class SampleOnly implements CanActivate {
  constructor(
    private readonly db: DataSource,
    @Configured() private readonly config: Config,
  ) {}

  async canActivate(): Promise<boolean> {
    if (!this.config.sample) throw Problems.notFound();
    const [row] = await this.db.query<{ kind: string }[]>('SELECT kind FROM organisation');
    if (row?.kind !== 'sample') throw Problems.notFound();
    return true;
  }
}

/** Trying the sample company: choose who to be. */
@Controller('auth')
@UseGuards(SampleOnly)
export class PersonasController {
  constructor(
    private readonly db: DataSource,
    private readonly signIn: SignInService,
    @Configured() private readonly config: Config,
  ) {}

  @Get('personas')
  @OpenToEveryone()
  list(): Promise<PersonaCard[]> {
    return this.db.query<PersonaCard[]>(
      `SELECT persona, name, roles FROM app_user WHERE persona IS NOT NULL AND status = 'active' ORDER BY name`,
    );
  }

  @Post('demo')
  @HttpCode(200)
  @OpenToEveryone()
  async demo(
    @Body() { persona }: SignInAsPersonaRequest,
    @Req() http: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Me> {
    const { session, me } = await this.signIn.byPersona(persona, callerOf(http, this.config));
    sendSession(reply, session, this.config);
    return me;
  }
}
