import type { Charter, SignedInUser } from '@sightline/contracts';
import { Injectable } from '@nestjs/common';
import { statusAfter } from '@sightline/rules';
import { AuditTrail } from '../audit/audit-trail.service';
import { demand } from '../platform/access/demand';
import { UnitOfWork } from '../platform/database/unit-of-work';
import { Problems } from '../platform/problems/problem';
import { requireVersion } from '../platform/records/if-match';
import { lockCharter } from './charter-lock';
import { readCharter } from './charter-reading';

/** A running project that was never approved may pause, but starts nothing anew (PRODUCT section 2, Landscape). */
const STEPS = {
  start: { action: 'charter.started', rule: 'start-only-approved', anew: true },
  pause: { action: 'charter.paused', rule: 'pause-only-in-delivery', anew: false },
  resume: { action: 'charter.resumed', rule: 'resume-only-paused', anew: true },
} as const;
export type DeliveryStep = keyof typeof STEPS;

/** The steps of delivery that need no decision of the board. */
@Injectable()
export class CharterDelivery {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly auditTrail: AuditTrail,
  ) {}

  /** 409 when the charter does not stand where the step begins, or waits for its approval. */
  take(step: DeliveryStep, reference: string, version: number | null, user: SignedInUser): Promise<Charter> {
    const { action, rule, anew } = STEPS[step];
    return this.unitOfWork.write(async (tx) => {
      const { id, code, status, approved, content, version: current } = await lockCharter(tx, reference);
      demand(user, 'charter.deliver', { own: content.lead === user.id });
      if (version !== null) requireVersion(version, current);
      const to = statusAfter(status, step);
      if (!to) throw Problems.rule(rule, { status });
      if (anew && !approved) throw Problems.rule('charter-needs-approval', { status });
      await tx.query('UPDATE charter SET status = $2, version = version + 1, updated_at = now() WHERE id = $1', [
        id,
        to,
      ]);
      await this.auditTrail.record(tx, {
        action,
        recordType: 'charter',
        recordId: id,
        recordCode: code,
        before: { status },
        after: { status: to },
      });
      return readCharter(tx, id);
    });
  }
}
