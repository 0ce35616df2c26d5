import { Injectable } from '@nestjs/common';
import type { Me, Persona, SignIn } from '@sightline/contracts';
import { DataSource } from 'typeorm';
import { AuditTrail } from '../audit/audit-trail.service';
import { UnitOfWork } from '../platform/database/unit-of-work';
import { Problems } from '../platform/problems/problem';
import { type OpenedSession, Sessions } from '../platform/sessions/sessions';
import { meOf } from './me.query';
import { isPassword } from './passwords';
import { SignInAttempts } from './sign-in-attempts';

/** Where a sign-in comes from. */
export interface Caller {
  address: string;
  agent?: string;
  /** The session the browser still had; it ends, so that an id is never used before and after a sign-in. */
  token: string | null;
}

/** A new session, and what the page needs to know of who signed in. */
export interface SignedIn {
  session: OpenedSession;
  me: Me;
}

interface Account {
  id: string;
  passwordHash: string | null;
}

/** Opens sessions: by password, or by persona in the sample installation. */
@Injectable()
export class SignInService {
  constructor(
    private readonly db: DataSource,
    private readonly work: UnitOfWork,
    private readonly sessions: Sessions,
    private readonly attempts: SignInAttempts,
    private readonly audit: AuditTrail,
  ) {}

  /** 401 without saying what was wrong, after the same work whether or not there is such an account; 429 after too many. */
  async byPassword({ email, password }: SignIn, caller: Caller): Promise<SignedIn> {
    const attempts = await this.attempts.begin(email, caller.address);
    const [account] = await this.db.query<Account[]>(
      `SELECT id, password_hash AS "passwordHash" FROM app_user WHERE lower(email) = lower($1) AND status = 'active'`,
      [email],
    );
    const right = await isPassword(password, account?.passwordHash ?? null);
    if (!account || !right) throw Problems.wrongCredentials();
    const opened = await this.open(account.id, caller, 'password');
    await this.attempts.forgive(attempts);
    return opened;
  }

  /** Only ever reached in the sample installation. */
  async byPersona(persona: Persona, caller: Caller): Promise<SignedIn> {
    const [account] = await this.db.query<{ id: string }[]>(
      `SELECT id FROM app_user WHERE persona = $1 AND status = 'active'`,
      [persona],
    );
    if (!account) throw Problems.notFound('persona');
    return this.open(account.id, caller, 'persona');
  }

  private open(userId: string, caller: Caller, by: 'password' | 'persona'): Promise<SignedIn> {
    return this.work.write(async (tx) => {
      if (caller.token) await this.sessions.endByToken(tx, caller.token);
      const session = await this.sessions.open(tx, userId, caller);
      await this.audit.record(tx, {
        action: 'session.opened',
        recordType: 'user',
        recordId: userId,
        actor: userId,
        after: { by, address: caller.address, agent: caller.agent ?? null },
        personal: ['/address', '/agent'],
      });
      return { session, me: await meOf(tx, userId) };
    });
  }
}
