import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { AuditTrail } from '../audit/audit-trail.service';
import { Problems } from '../platform/problems/problem';
import { lockException, type LockedException, recordOf } from './exception-lock';
import { refusePrinciple } from './principle-in-force';

/** What a board's decision does to an exception, and what time does. The callers bring the transaction. */
@Injectable()
export class ExceptionDecisionService {
  constructor(private readonly auditTrail: AuditTrail) {}

  /** Holds what a closing rests on, in the order of PRODUCT section 4 (the proposal is held already). */
  async lock(tx: EntityManager, exceptionId: string): Promise<void> {
    await tx.query(
      'SELECT 1 FROM charter WHERE id = (SELECT charter_id FROM principle_exception WHERE id = $1) FOR UPDATE',
      [exceptionId],
    );
    await tx.query('SELECT 1 FROM strategy FOR SHARE');
    await tx.query(SAME_DEVIATION, [exceptionId]);
  }

  /**
   * From today until its last day. The one it renews ends with it, so that one holds at a time. 409 when its principle has
   * left the strategy meanwhile: the proposal stays open, to be returned or withdrawn.
   */
  async grant(tx: EntityManager, exceptionId: string): Promise<void> {
    const exception = await this.proposed(tx, exceptionId);
    await refusePrinciple(tx, exception.principleId);
    if (exception.expiresOn <= exception.today) throw Problems.rule('exception-expiry-passed');
    const [before] = await tx.query<{ id: string }[]>(
      `SELECT id FROM principle_exception WHERE charter_id = $1 AND principle_id = $2 AND status = 'granted'`,
      [exception.charterId, exception.principleId],
    );
    if (before) await this.end(tx, await lockException(tx, before.id), { renewedBy: exception.code });
    await tx.query(
      `UPDATE principle_exception SET status = 'granted', granted_at = now(), granted_on = $2, version = version + 1,
              updated_at = now() WHERE id = $1`,
      [exceptionId, exception.today],
    );
    await this.moved(tx, exception, 'exception.granted', { status: 'granted', expiresOn: exception.expiresOn });
  }

  async reject(tx: EntityManager, exceptionId: string): Promise<void> {
    await this.leaveProposed(tx, exceptionId, 'rejected', 'exception.rejected');
  }

  /** Returned, lapsed or withdrawn: it can be reworded and proposed again. */
  async returnToDraft(tx: EntityManager, exceptionId: string): Promise<void> {
    await this.leaveProposed(tx, exceptionId, 'draft', 'exception.returned');
  }

  /** Ends an exception whose last day has passed; false when it still holds or ended already. */
  async expireIfDue(tx: EntityManager, exceptionId: string): Promise<boolean> {
    const exception = await lockException(tx, exceptionId);
    const [standing] = await tx.query<{ over: boolean }[]>(
      `SELECT h.holds_until < $2::date AS over FROM exception_standing h WHERE h.id = $1`,
      [exceptionId, exception.today],
    );
    if (!standing?.over) return false;
    await this.end(tx, exception, {});
    return true;
  }

  private async end(tx: EntityManager, exception: LockedException, more: Record<string, unknown>): Promise<void> {
    await tx.query(
      `UPDATE principle_exception SET status = 'expired', ended_at = now(), version = version + 1, updated_at = now()
        WHERE id = $1`,
      [exception.id],
    );
    await this.moved(tx, exception, 'exception.expired', { status: 'expired', ...more });
  }

  /** Without the renewal that kept it, the one before ends when its own day has passed. */
  private async leaveProposed(
    tx: EntityManager,
    exceptionId: string,
    status: 'draft' | 'rejected',
    action: string,
  ): Promise<void> {
    const exception = await this.proposed(tx, exceptionId);
    await tx.query(
      `UPDATE principle_exception SET status = $2, proposed_on = CASE WHEN $2 = 'draft' THEN NULL ELSE proposed_on END,
              version = version + 1, updated_at = now() WHERE id = $1`,
      [exceptionId, status],
    );
    await this.moved(tx, exception, action, { status });
    if (exception.renewsId) await this.expireIfDue(tx, exception.renewsId);
  }

  private async proposed(tx: EntityManager, id: string): Promise<LockedException> {
    const exception = await lockException(tx, id);
    if (exception.status !== 'proposed') throw Problems.rule('exception-not-proposed', { status: exception.status });
    return exception;
  }

  private moved(
    tx: EntityManager,
    exception: LockedException,
    action: string,
    after: Record<string, unknown>,
  ): Promise<void> {
    return this.auditTrail.record(tx, { action, ...recordOf(exception), before: { status: exception.status }, after });
  }
}

/** The exception and the others of its charter from its principle, in the order of their ids. */
const SAME_DEVIATION = `
  SELECT 1 FROM principle_exception o JOIN principle_exception x ON x.charter_id = o.charter_id AND x.principle_id = o.principle_id
   WHERE x.id = $1 AND o.status IN ('draft', 'proposed', 'granted') ORDER BY o.id FOR UPDATE OF o`;
