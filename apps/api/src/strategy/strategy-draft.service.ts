import type { StrategyPartSaved, StrategyVersion } from '@sightline/contracts';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { AuditTrail } from '../audit/audit-trail.service';
import { UnitOfWork } from '../platform/database/unit-of-work';
import { Problems } from '../platform/problems/problem';
import { StrategyVersionEntity } from './strategy-version.entity';
import { readVersion } from './strategy-version.query';

/** What a change did to a draft, for the audit trail: the changed parts before and after. */
export interface DraftChange {
  action: string;
  before?: Record<string, unknown>;
  after?: Record<string, unknown>;
}

/** Every change of a draft goes through here: locked, compared, counted and recorded in one transaction. */
@Injectable()
export class StrategyDraftService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly auditTrail: AuditTrail,
  ) {}

  /**
   * Runs `work` on the locked draft and answers the whole version. When `work` changed nothing, it returns null and
   * neither the version's number nor the audit trail moves. Without `expected` nothing is compared. 404, 409 frozen,
   * 412 stale.
   */
  change(
    reference: string,
    expected: number | null,
    work: (tx: EntityManager, draft: StrategyVersionEntity) => Promise<DraftChange | null>,
  ): Promise<StrategyVersion> {
    return this.unitOfWork.write(async (tx) => {
      const draft = await lockDraft(tx, reference, expected);
      await this.carryOut(tx, draft, await work(tx, draft));
      return wholeVersion(tx, draft.id);
    });
  }

  /** The same for one record of a list: `work` tells which, and the answer is that record beside the whole version. */
  changePart<Part extends { id: string }>(
    reference: string,
    expected: number | null,
    list: (version: StrategyVersion) => readonly Part[],
    work: (tx: EntityManager, draft: StrategyVersionEntity) => Promise<{ id: string; change: DraftChange | null }>,
  ): Promise<StrategyPartSaved<Part>> {
    return this.unitOfWork.write(async (tx) => {
      const draft = await lockDraft(tx, reference, expected);
      const { id, change } = await work(tx, draft);
      await this.carryOut(tx, draft, change);
      const strategyVersion = await wholeVersion(tx, draft.id);
      const part = list(strategyVersion).find((one) => one.id === id);
      if (!part) throw Problems.notFound();
      const { version, updatedAt } = strategyVersion;
      return { ...part, version, updatedAt, strategyVersion };
    });
  }

  private async carryOut(tx: EntityManager, draft: StrategyVersionEntity, change: DraftChange | null): Promise<void> {
    if (!change) return;
    await tx.query('UPDATE strategy_version SET version = version + 1, updated_at = now() WHERE id = $1', [draft.id]);
    await this.auditTrail.record(tx, { ...recordOf(draft), ...change });
  }
}

/** How the audit trail names a version. */
export function recordOf(version: { id: string; number: number }) {
  return { recordType: 'strategy_version', recordId: version.id, recordCode: `v${version.number}` };
}

/** The version as it stands in this transaction. */
export async function wholeVersion(tx: EntityManager, id: string): Promise<StrategyVersion> {
  const version = await readVersion(tx, { id });
  if (!version) throw Problems.notFound('strategy-version');
  return version;
}

/**
 * Locks a version that may still change: of two writers the second sees what the first saved. Without `expected` the
 * caller does not write over anything and needs no comparison.
 */
export async function lockDraft(
  tx: EntityManager,
  reference: string,
  expected: number | null,
): Promise<StrategyVersionEntity> {
  const draft = await tx.findOne(StrategyVersionEntity, {
    where: versionReference(reference),
    lock: { mode: 'pessimistic_write' },
  });
  if (!draft) throw Problems.notFound('strategy-version');
  if (draft.status !== 'draft') throw Problems.frozen('strategy-version-frozen', { status: draft.status });
  if (expected !== null && draft.version !== expected) throw Problems.stale(draft.version);
  return draft;
}

/** `{n}` of a path: the version's number or its id. */
export function versionReference(reference: string): { number: number } | { id: string } {
  if (/^[1-9]\d{0,8}$/.test(reference)) return { number: Number(reference) };
  if (/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(reference)) return { id: reference };
  throw Problems.notFound('strategy-version');
}
