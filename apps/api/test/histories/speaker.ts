import { HttpAdapterHost } from '@nestjs/core';
import type { Problem } from '@sightline/contracts';
import type { FastifyInstance } from 'fastify';
import type { SessionCookies } from '../client';
import { givenSession } from '../given';
import type { RunningApi } from '../start-api';

export interface Said<T> {
  status: number;
  body: T;
  /** The code of the problem, or its rule where a rule of the business was broken; null when it was done. */
  refusal: string | null;
}

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** Speaks to the whole API in this process, without a socket: guards, validation, transactions and all. */
export class Speaker {
  private readonly sessions = new Map<string, SessionCookies>();
  private readonly server: FastifyInstance;

  constructor(private readonly api: RunningApi) {
    this.server = api.get(HttpAdapterHost).httpAdapter.getInstance<FastifyInstance>();
  }

  /** As this person; whoever lost their session signs in again first, which a suspended one cannot. */
  async say<T>(userId: string, method: Method, path: string, body?: unknown, version?: number): Promise<Said<T>> {
    const known = this.sessions.has(userId);
    const said = await this.send<T>(userId, method, path, body, version);
    if (said.status !== 401 || !known) return said;
    this.sessions.delete(userId);
    return this.send<T>(userId, method, path, body, version);
  }

  private async send<T>(userId: string, method: Method, path: string, body: unknown, version?: number) {
    const { cookie, csrfToken } = await this.sessionOf(userId);
    const answer = await this.server.inject({
      method,
      url: `/api/v1${path}`,
      headers: {
        host: 'localhost',
        origin: 'http://localhost',
        cookie,
        'x-xsrf-token': csrfToken,
        ...(version !== undefined && { 'if-match': `"${version}"` }),
        ...(body !== undefined && { 'content-type': 'application/json' }),
      },
      ...(body !== undefined && { payload: JSON.stringify(body) }),
    });
    const parsed = (answer.body ? JSON.parse(answer.body) : null) as T;
    return { status: answer.statusCode, body: parsed, refusal: refusalOf(answer.statusCode, parsed as Problem) };
  }

  private async sessionOf(userId: string): Promise<SessionCookies> {
    const known = this.sessions.get(userId);
    if (known) return known;
    const opened = await givenSession(this.api.owner, userId);
    this.sessions.set(userId, opened);
    return opened;
  }
}

function refusalOf(status: number, problem: Problem | null): string | null {
  if (status < 400) return null;
  return `${status} ${problem?.rule ?? problem?.code ?? ''}`.trim();
}
