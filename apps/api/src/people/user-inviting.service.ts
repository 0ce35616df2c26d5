import { Injectable } from '@nestjs/common';
import type { InvitedUser, IssuedActivation, NewUser, SignedInUser } from '@sightline/contracts';
import type { EntityManager } from 'typeorm';
import { AuditTrail } from '../audit/audit-trail.service';
import { UnitOfWork } from '../platform/database/unit-of-work';
import { Problems } from '../platform/problems/problem';
import { isUuid } from '../platform/problems/validators';
import { newId } from '../platform/records/new-id';
import { resolveReference } from '../platform/records/resolve-reference';
import { Sessions } from '../platform/sessions/sessions';
import { ActivationService } from './activation.service';
import { userOf } from './user.query';

/** Brings people in: their first link, and every later one. */
@Injectable()
export class UserInvitingService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly audit: AuditTrail,
    private readonly activation: ActivationService,
    private readonly sessions: Sessions,
  ) {}

  invite(request: NewUser, by: SignedInUser): Promise<InvitedUser> {
    return this.work.write(async (tx) => {
      const id = newId();
      await tx.query(
        `INSERT INTO app_user (id, email, name, kind, roles, business_unit_id, party_id, created_by)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
        [
          id,
          request.email,
          request.name,
          request.kind,
          request.roles,
          request.businessUnit ? await resolveReference(tx, 'unit', request.businessUnit, '/businessUnit') : null,
          request.party ? await resolveReference(tx, 'party', request.party, '/party') : null,
          by.id,
        ],
      );
      const user = await userOf(tx, id);
      const { name, email, kind, roles, businessUnit, party } = user;
      await this.audit.record(tx, {
        action: 'user.invited',
        recordType: 'user',
        recordId: id,
        after: { name, email, kind, roles, businessUnit, party },
        personal: ['/name', '/email'],
      });
      return { ...user, activation: await this.activation.issue(tx, id, 'activate', by.id) };
    });
  }

  /** A reset ends every session and keeps the person from voting for 24 hours (PRODUCT section 4). */
  renew(id: string, by: SignedInUser): Promise<IssuedActivation> {
    if (!isUuid(id)) throw Problems.notFound('user');
    return this.work.write(async (tx) => {
      const status = await lockedStatus(tx, id);
      if (status === 'suspended') throw Problems.rule('user-suspended');
      const purpose = status === 'invited' ? 'activate' : 'reset';
      const reset = purpose === 'reset' ? await this.reset(tx, id) : { sessionsEnded: 0, mayVoteFrom: null };
      const link = await this.activation.issue(tx, id, purpose, by.id);
      await this.audit.record(tx, {
        action: purpose === 'reset' ? 'user.sign_in_reset' : 'user.invited_again',
        recordType: 'user',
        recordId: id,
        after: { expiresAt: link.expiresAt, ...reset },
      });
      return { ...link, purpose, ...reset };
    });
  }

  private async reset(tx: EntityManager, id: string): Promise<{ sessionsEnded: number; mayVoteFrom: string | null }> {
    const [[row]] = await tx.query<[{ at: Date }[], number]>(
      `UPDATE app_user SET password_hash = NULL, credential_reset_at = now(), version = version + 1, updated_at = now()
        WHERE id = $1 RETURNING credential_reset_at + interval '24 hours' AS at`,
      [id],
    );
    return { sessionsEnded: await this.sessions.endAllOf(tx, id), mayVoteFrom: row?.at.toISOString() ?? null };
  }
}

async function lockedStatus(tx: EntityManager, id: string): Promise<string> {
  const [row] = await tx.query<{ status: string }[]>(
    `SELECT status FROM app_user WHERE id = $1 AND status <> 'erased' FOR UPDATE`,
    [id],
  );
  if (!row) throw Problems.notFound('user');
  return row.status;
}
