import type {
  ExceptionChanges,
  NewException,
  PrincipleException,
  RenewException,
  SignedInUser,
} from '@sightline/contracts';
import { expiryProblem, latestExpiry } from '@sightline/rules';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { AuditTrail } from '../audit/audit-trail.service';
import { CharterEditing } from '../charters/charter-editing.service';
import { lockCharter, type LockedCharter } from '../charters/charter-lock';
import { phaseOf } from '../charters/charter-phase';
import { demand } from '../platform/access/demand';
import { TODAY } from '../platform/database/today';
import { UnitOfWork } from '../platform/database/unit-of-work';
import { Problems } from '../platform/problems/problem';
import { requireVersion } from '../platform/records/if-match';
import { resolveReference } from '../platform/records/resolve-reference';
import { lockException, recordOf } from './exception-lock';
import { readException } from './exception.query';
import { refusePrinciple } from './principle-in-force';

interface Draft extends Omit<NewException, 'principle' | 'charter'> {
  principleId: string;
  renewsId: string | null;
  renewal: number;
}

/** Exceptions while they are written: begun, reworded, and begun anew as a renewal. */
@Injectable()
export class ExceptionWriting {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly auditTrail: AuditTrail,
    private readonly editing: CharterEditing,
  ) {}

  /** A draft for a charter that has not ended, from a principle in force. Until it is approved the charter cites it. */
  create({ principle, charter, ...words }: NewException, user: SignedInUser): Promise<PrincipleException> {
    return this.unitOfWork.write(async (tx) => {
      const charterId = await resolveReference(tx, 'charter', charter, '/charter');
      const held = await this.heldCharter(tx, charterId, user);
      const principleId = await resolveReference(tx, 'principle', principle, '/principle');
      return this.begin(tx, held, { ...words, principleId, renewsId: null, renewal: 0 }, user);
    });
  }

  /** A draft that would follow an exception that holds; proposed in time it keeps that one up to 30 days. */
  renew(reference: string, { expiresOn, ...changes }: RenewException, user: SignedInUser): Promise<PrincipleException> {
    return this.unitOfWork.write(async (tx) => {
      const { id, charter } = await readException(tx, reference);
      const held = await this.heldCharter(tx, charter.id, user);
      const before = await lockException(tx, id);
      if (before.status !== 'granted') throw Problems.rule('exception-only-granted', { status: before.status });
      const { principleId, category, justification, compensatingControl, renewal } = before;
      const words = { category, justification, compensatingControl, ...changes, expiresOn };
      return this.begin(tx, held, { ...words, principleId, renewsId: id, renewal: renewal + 1 }, user);
    });
  }

  /** Only a draft: what was before the board stays as it was. */
  change(
    reference: string,
    expected: number,
    changes: ExceptionChanges,
    user: SignedInUser,
  ): Promise<PrincipleException> {
    return this.unitOfWork.write(async (tx) => {
      const { id, charter } = await readException(tx, reference);
      await this.heldCharter(tx, charter.id, user);
      const before = await lockException(tx, id);
      requireVersion(expected, before.version);
      if (before.status !== 'draft') throw Problems.frozen('exception-frozen', { status: before.status });
      if (changes.expiresOn) refuseExpiry(changes.expiresOn, before.today);
      const { category, justification, compensatingControl, expiresOn } = { ...before, ...changes };
      await tx.query(
        `UPDATE principle_exception SET category = $2, justification = $3, compensating_control = $4, expires_on = $5,
                version = version + 1, updated_at = now() WHERE id = $1`,
        [id, category, justification, compensatingControl, expiresOn],
      );
      const fields = Object.keys(changes) as (keyof ExceptionChanges)[];
      await this.auditTrail.record(tx, {
        action: 'exception.changed',
        ...recordOf(before),
        before: Object.fromEntries(fields.map((field) => [field, before[field]])),
        after: { ...changes },
      });
      return readException(tx, id);
    });
  }

  private async begin(
    tx: EntityManager,
    charter: LockedCharter,
    draft: Draft,
    user: SignedInUser,
  ): Promise<PrincipleException> {
    await refusePrinciple(tx, draft.principleId);
    const [{ today }] = await tx.query<[{ today: string }]>(`SELECT ${TODAY}::text AS today`);
    refuseExpiry(draft.expiresOn, today);
    if (!draft.renewsId) await refuseSecond(tx, charter.id, draft.principleId);
    const [row] = await tx.query<[{ id: string; code: string }]>(INSERT, [
      draft.principleId,
      charter.id,
      draft.category,
      draft.justification,
      draft.compensatingControl,
      draft.expiresOn,
      draft.renewsId,
      draft.renewal,
      user.id,
    ]);
    await this.auditTrail.record(tx, {
      action: 'exception.created',
      ...recordOf(row),
      after: { charter: charter.code, ...draft },
    });
    if (phaseOf(charter) !== 'approved')
      await this.editing.within(tx, charter, { exceptions: [...charter.content.exceptions, row.id] }, user);
    return readException(tx, row.id);
  }

  private async heldCharter(tx: EntityManager, id: string, user: SignedInUser): Promise<LockedCharter> {
    const charter = await lockCharter(tx, id);
    demand(user, 'exception.edit', { own: charter.content.lead === user.id });
    if (phaseOf(charter) === 'frozen') throw Problems.rule('exception-charter-ended', { status: charter.status });
    return charter;
  }
}

const INSERT = `
  INSERT INTO principle_exception (principle_id, charter_id, category, justification, compensating_control, expires_on,
                                   renews_id, renewal, created_by)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) RETURNING id, code`;

/** One that holds is renewed, not asked for again. */
async function refuseSecond(tx: EntityManager, charterId: string, principleId: string): Promise<void> {
  const granted = await tx.query<{ code: string }[]>(
    `SELECT code FROM principle_exception WHERE charter_id = $1 AND principle_id = $2 AND status = 'granted'`,
    [charterId, principleId],
  );
  if (granted[0]) throw Problems.conflict('exception-granted', { ...granted[0] });
}

/** 400 when an exception cannot last until then. */
export function refuseExpiry(expiresOn: string, today: string): void {
  const code = expiryProblem(expiresOn, today);
  if (code) throw Problems.invalid([{ pointer: '/expiresOn', code, params: { latest: latestExpiry(today) } }]);
}
