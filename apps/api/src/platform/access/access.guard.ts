import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { may, type Permission } from '@sightline/rules';
import type { FastifyRequest } from 'fastify';
import type { Config } from '../config/config';
import { Configured } from '../config/config.token';
import { Problems } from '../problems/problem';
import { tokenOf } from '../sessions/cookies';
import { Sessions } from '../sessions/sessions';
import { NEVER_KEPT } from './never-kept';
import { RECENT_SIGN_IN } from './recent-sign-in';
import { OPEN_TO_EVERYONE, PERMISSION_OF_ROUTE } from './requires';
import { refuseForeignOrigin, refuseWithoutCsrfToken } from './same-origin';

const MINUTE = 60_000;
const READING = new Set(['GET', 'HEAD', 'OPTIONS']);

/** Runs before every route. Silence means no: a route must name its permission, or say that it is open. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly sessions: Sessions,
    @Configured() private readonly config: Config,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const handler = context.getHandler();
    request.context.keepAnswer = !this.reflector.get<boolean | undefined>(NEVER_KEPT, handler);
    if (this.reflector.get<boolean | undefined>(OPEN_TO_EVERYONE, handler)) {
      if (!READING.has(request.method)) refuseForeignOrigin(request, this.config);
      return true;
    }
    await this.admit(request, this.reflector.get<Permission | undefined>(PERMISSION_OF_ROUTE, handler));
    if (this.reflector.get<boolean | undefined>(RECENT_SIGN_IN, handler)) this.requireRecentSignIn(request);
    return true;
  }

  /** Personas of the sample installation have no password to show again. */
  private requireRecentSignIn({ context: { session } }: FastifyRequest): void {
    const { sample, stepUpMinutes } = this.config;
    const oldest = Date.now() - stepUpMinutes * MINUTE;
    if (!sample && (session?.signedInAt.getTime() ?? 0) < oldest) throw Problems.signInTooOld();
  }

  private async admit(request: FastifyRequest, permission: Permission | undefined): Promise<void> {
    const token = tokenOf(request, this.config);
    const session = token === null ? null : await this.sessions.find(token);
    if (!session) throw Problems.notSignedIn();
    if (!READING.has(request.method)) refuseWithoutCsrfToken(request, session, this.config);
    if (!permission || !may(session.user, permission)) throw Problems.forbidden(permission);
    request.context.session = session;
    request.context.permission = permission;
  }
}
