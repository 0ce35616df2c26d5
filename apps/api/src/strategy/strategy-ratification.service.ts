import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { canonicalText, sha256 } from '../audit/audit-event';
import { AuditTrail } from '../audit/audit-trail.service';
import { Problems } from '../platform/problems/problem';
import { strategyContent } from './strategy-content';
import { recordOf, wholeVersion } from './strategy-draft.service';
import { StrategyVersionEntity } from './strategy-version.entity';

/** What becomes of a proposed version when the board closes its proposal. The board calls it in its transaction. */
@Injectable()
export class StrategyRatificationService {
  constructor(private readonly auditTrail: AuditTrail) {}

  /**
   * Puts the version in force and supersedes the one before. Takes the strategy alone: no charter is approved under a
   * version that changes at the same moment (PRODUCT.md section 4, locks).
   */
  async ratify(tx: EntityManager, versionId: string): Promise<void> {
    await tx.query('SELECT id FROM strategy FOR UPDATE');
    const version = await lockProposed(tx, versionId);
    await this.supersede(tx);
    // RFC 8785, so that the same content has the same hash on every machine.
    const contentHash = sha256(canonicalText(strategyContent(await wholeVersion(tx, version.id))));
    await tx.query(
      `UPDATE strategy_version SET status = 'in_force', ratified_at = clock_timestamp(), content_hash = $2, version = version + 1,
              updated_at = now() WHERE id = $1`,
      [version.id, contentHash],
    );
    await this.record(tx, version, 'ratified', { status: 'in_force', contentHash });
  }

  /** Withdrawn, lapsed or returned: its authors may write again. */
  returnToDraft(tx: EntityManager, versionId: string): Promise<void> {
    return this.leaveProposed(tx, versionId, 'draft', 'returned');
  }

  /** Rejected for good; the next version is drafted from the one in force. */
  reject(tx: EntityManager, versionId: string): Promise<void> {
    return this.leaveProposed(tx, versionId, 'rejected', 'rejected');
  }

  private async supersede(tx: EntityManager): Promise<void> {
    const before = await tx.findOne(StrategyVersionEntity, {
      where: { status: 'in_force' },
      lock: { mode: 'pessimistic_write' },
    });
    if (!before) return;
    await tx.query(
      `UPDATE strategy_version SET status = 'superseded', superseded_at = clock_timestamp(), version = version + 1, updated_at = now()
        WHERE id = $1`,
      [before.id],
    );
    await this.auditTrail.record(tx, {
      ...recordOf(before),
      action: 'strategy_version.superseded',
      before: { status: 'in_force' },
      after: { status: 'superseded' },
    });
  }

  private async leaveProposed(
    tx: EntityManager,
    versionId: string,
    status: 'draft' | 'rejected',
    verb: string,
  ): Promise<void> {
    const version = await lockProposed(tx, versionId);
    await tx.query(
      `UPDATE strategy_version SET status = $2, proposed_by = CASE WHEN $2 = 'draft' THEN NULL ELSE proposed_by END,
              version = version + 1, updated_at = now() WHERE id = $1`,
      [version.id, status],
    );
    await this.record(tx, version, verb, { status });
  }

  private record(
    tx: EntityManager,
    version: StrategyVersionEntity,
    verb: string,
    after: Record<string, unknown>,
  ): Promise<void> {
    return this.auditTrail.record(tx, {
      ...recordOf(version),
      action: `strategy_version.${verb}`,
      before: { status: 'proposed' },
      after,
    });
  }
}

async function lockProposed(tx: EntityManager, id: string): Promise<StrategyVersionEntity> {
  const version = await tx.findOne(StrategyVersionEntity, { where: { id }, lock: { mode: 'pessimistic_write' } });
  if (!version) throw Problems.notFound('strategy-version');
  if (version.status !== 'proposed') throw Problems.rule('strategy-version-not-proposed', { status: version.status });
  return version;
}
