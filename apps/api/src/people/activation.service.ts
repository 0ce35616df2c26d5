import { Injectable } from '@nestjs/common';
import type { Activate, ActivationLink } from '@sightline/contracts';
import type { EntityManager } from 'typeorm';
import { AuditTrail } from '../audit/audit-trail.service';
import type { Config } from '../platform/config/config';
import { Configured } from '../platform/config/config.token';
import { UnitOfWork } from '../platform/database/unit-of-work';
import { Problems } from '../platform/problems/problem';
import { Sessions } from '../platform/sessions/sessions';
import { hashOf, newToken } from '../platform/sessions/token';
import { meOf } from './me.query';
import { hashPassword } from './passwords';
import type { Caller, SignedIn } from './sign-in.service';
import { SignInAttempts } from './sign-in-attempts';

type Purpose = 'activate' | 'reset';

/** One-time links by which people choose their password: valid for 72 hours, known by the hash of their token. */
@Injectable()
export class ActivationService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly sessions: Sessions,
    private readonly attempts: SignInAttempts,
    private readonly audit: AuditTrail,
    @Configured() private readonly config: Config,
  ) {}

  /** A new link; earlier ones of the person stop working. The token stands behind `#`, so that no server logs it. */
  async issue(tx: EntityManager, userId: string, purpose: Purpose, issuedBy: string | null): Promise<ActivationLink> {
    const token = newToken();
    await tx.query(
      'UPDATE activation_link SET expires_at = least(expires_at, now()) WHERE user_id = $1 AND used_at IS NULL',
      [userId],
    );
    const [row] = await tx.query<{ expiresAt: Date }[]>(
      `INSERT INTO activation_link (token_hash, user_id, purpose, issued_by, expires_at)
       VALUES ($1, $2, $3, $4, now() + interval '72 hours') RETURNING expires_at AS "expiresAt"`,
      [hashOf(token), userId, purpose, issuedBy],
    );
    return {
      link: `${this.config.publicUrl}/activate#${token}`,
      expiresAt: (row?.expiresAt ?? new Date()).toISOString(),
    };
  }

  /** Sets the password and signs in. 404 for a link that is unknown, used, too old, or of somebody suspended. */
  async activate({ token, password }: Activate, caller: Caller): Promise<SignedIn> {
    const attempts = await this.attempts.begin(null, caller.address);
    const passwordHash = await hashPassword(password);
    const opened = await this.work.write(async (tx) => {
      const userId = await this.use(tx, token, passwordHash);
      await this.sessions.endAllOf(tx, userId);
      return { session: await this.sessions.open(tx, userId, caller), me: await meOf(tx, userId) };
    });
    await this.attempts.forgive(attempts);
    return opened;
  }

  private async use(tx: EntityManager, token: string, passwordHash: string): Promise<string> {
    const [[link]] = await tx.query<[{ userId: string; purpose: Purpose }[], number]>(
      `UPDATE activation_link SET used_at = now()
        WHERE token_hash = $1 AND used_at IS NULL AND expires_at > now()
       RETURNING user_id AS "userId", purpose`,
      [hashOf(token)],
    );
    if (!link) throw Problems.notFound('activation-link');
    const [changed] = await tx.query<[{ id: string }[], number]>(
      `UPDATE app_user SET password_hash = $2, status = 'active', version = version + 1, updated_at = now()
        WHERE id = $1 AND status IN ('invited', 'active') RETURNING id`,
      [link.userId, passwordHash],
    );
    if (changed.length === 0) throw Problems.notFound('activation-link');
    await this.audit.record(tx, {
      action: link.purpose === 'activate' ? 'user.activated' : 'user.password_reset',
      recordType: 'user',
      recordId: link.userId,
      actor: link.userId,
      after: { status: 'active' },
    });
    return link.userId;
  }
}
