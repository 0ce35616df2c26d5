import { Injectable } from '@nestjs/common';
import type { User, UserChanges } from '@sightline/contracts';
import type { EntityManager } from 'typeorm';
import { AuditTrail } from '../audit/audit-trail.service';
import { UnitOfWork } from '../platform/database/unit-of-work';
import { Problems } from '../platform/problems/problem';
import { isUuid } from '../platform/problems/validators';
import { requireVersion } from '../platform/records/if-match';
import { resolveReference } from '../platform/records/resolve-reference';
import { Sessions } from '../platform/sessions/sessions';
import { AppUserEntity } from './app-user.entity';
import { userOf } from './user.query';

/** Only the database's own lock keeps two administrators from suspending each other at the same moment. */
const LAST_ADMINISTRATOR_LOCK = 7_155_172;

@Injectable()
export class UserEditingService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly audit: AuditTrail,
    private readonly sessions: Sessions,
  ) {}

  /** Takes effect at the next request of the person; suspending ends their sessions at once. */
  change(id: string, changes: UserChanges, version: number): Promise<User> {
    if (!isUuid(id)) throw Problems.notFound('user');
    return this.work.write(async (tx) => {
      const user = await tx.findOne(AppUserEntity, { where: { id }, lock: { mode: 'pessimistic_write' } });
      if (!user || user.status === 'erased') throw Problems.notFound('user');
      requireVersion(version, user.version);
      const before = await userOf(tx, id);
      await apply(tx, user, changes);
      await refuseWithoutAdministrator(tx);
      if (changes.status === 'suspended') await this.sessions.endAllOf(tx, id);
      else await this.sessions.changed(tx, [id]);
      const after = await userOf(tx, id);
      await this.audit.record(tx, {
        action:
          changes.status && changes.status !== before.status ? `user.${STATUS_ACTION[changes.status]}` : 'user.changed',
        recordType: 'user',
        recordId: id,
        before: audited(before),
        after: audited(after),
        personal: ['/name'],
      });
      return after;
    });
  }
}

const STATUS_ACTION = { active: 'reinstated', suspended: 'suspended' } as const;

async function apply(tx: EntityManager, user: AppUserEntity, changes: UserChanges): Promise<void> {
  const { name, roles, status, businessUnit, party } = changes;
  if (status && user.status === 'invited' && status === 'active') throw Problems.rule('user-not-activated');
  const unitId = businessUnit && (await resolveReference(tx, 'unit', businessUnit, '/businessUnit'));
  const partyId = party && (await resolveReference(tx, 'party', party, '/party'));
  await tx.update(
    AppUserEntity,
    { id: user.id },
    {
      ...(name !== undefined && { name }),
      ...(roles !== undefined && { roles }),
      ...(status !== undefined && { status }),
      ...(unitId !== undefined && { businessUnitId: unitId }),
      ...(partyId !== undefined && { partyId }),
      version: user.version + 1,
      updatedAt: () => 'now()',
    },
  );
}

/** An installation without an administrator could never have one again. */
async function refuseWithoutAdministrator(tx: EntityManager): Promise<void> {
  await tx.query('SELECT pg_advisory_xact_lock($1)', [LAST_ADMINISTRATOR_LOCK]);
  const [left] = await tx.query<{ any: boolean }[]>(
    `SELECT EXISTS (SELECT 1 FROM app_user WHERE 'admin' = ANY(roles) AND status = 'active') AS any`,
  );
  if (!left?.any) throw Problems.rule('last-administrator');
}

function audited({ name, roles, status, businessUnit, party }: User): object {
  return { name, roles, status, businessUnit, party };
}
