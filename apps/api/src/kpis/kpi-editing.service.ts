import type { KpiChanges, KpiDefinition, KpiPart, KpiRecord, SignedInUser } from '@sightline/contracts';
import { kpiMissingParts } from '@sightline/rules';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { AuditTrail } from '../audit/audit-trail.service';
import { ProposalSubmission } from '../board/proposal-submission.service';
import { followRedefinedKpi } from '../charters/charter-kpi-pins';
import { demand } from '../platform/access/demand';
import { UnitOfWork } from '../platform/database/unit-of-work';
import { Problems } from '../platform/problems/problem';
import { parseIdOrCode } from '../platform/records/id-or-code';
import { requireVersion } from '../platform/records/if-match';
import { changedDefinition, type KpiFields, namedFields, revisedParts } from './kpi-content';
import { insertRevision } from './kpi-creation.service';
import type { KpiFacts } from './kpi-figures';
import { KpiReadingService } from './kpi-reading.service';
import { KpiEntity } from './kpi.entity';
import { holdKpi, type StandingKpi } from './kpi-standing';
import { CURRENT_REVISION, FACTS_JSON } from './kpi.query';

/** Changes a KPI. A change of a versioned part is a new revision, with a reason once the KPI was complete. */
@Injectable()
export class KpiEditingService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly kpis: KpiReadingService,
    private readonly proposals: ProposalSubmission,
    private readonly auditTrail: AuditTrail,
  ) {}

  change(
    reference: string,
    version: number,
    { reason, ...changes }: KpiChanges,
    user: SignedInUser,
  ): Promise<KpiRecord> {
    return this.unitOfWork.write(async (tx) => {
      const standing = await holdKpi(tx, parseIdOrCode(reference));
      demand(user, 'kpi.edit', { own: standing.ownerId === user.id });
      requireVersion(version, standing.version);
      const definition = changedDefinition(changes, standing.definition);
      const revised = revisedParts(standing.definition, definition);
      const fields = changedFields(standing, await namedFields(tx, changes));
      // Whoever may only change their own cannot hand it on, nor lay it down: that is the CIO office's to do.
      demand(user, 'kpi.edit', { own: ('ownerId' in fields ? fields.ownerId : standing.ownerId) === user.id });
      if (revised.length > 0) refuseRevision(standing, revised, reason);
      if (revised.length > 0 || Object.keys(fields).length > 0) {
        await this.save(tx, standing, { definition, revised, fields, reason: reason || null, by: user.id });
      }
      return this.kpis.one(standing.id, tx);
    });
  }

  private async save(tx: EntityManager, standing: StandingKpi, change: Change): Promise<void> {
    const { definition, revised, fields, reason, by } = change;
    await updateFields(tx, standing, fields);
    if (revised.length > 0) {
      await insertRevision(tx, { kpiId: standing.id, number: standing.revision + 1, definition, reason, by });
    }
    await refuseLosing(tx, standing);
    if (revised.length > 0) {
      await followRedefinedKpi(tx, standing.id);
      await this.proposals.resnapshotForKpi(tx, standing.id, reasonOfDismissal(standing, reason), by);
    }
    await this.auditTrail.record(tx, {
      action: revised.length > 0 ? 'kpi.revised' : 'kpi.changed',
      recordType: 'kpi',
      recordId: standing.id,
      recordCode: standing.code,
      before: { ...pick(standing, Object.keys(fields) as (keyof KpiFields)[]), ...pick(standing.definition, revised) },
      after: { ...fields, ...pick(definition, revised), ...(revised.length > 0 ? { reason } : {}) },
    });
  }
}

interface Change {
  definition: KpiDefinition;
  revised: (keyof KpiDefinition)[];
  fields: Partial<KpiFields>;
  reason: string | null;
  by: string;
}

/** What an approved charter rests on is the board's to change; a complete KPI is redefined only with a reason. */
function refuseRevision(standing: StandingKpi, revised: (keyof KpiDefinition)[], reason: string | undefined): void {
  if (standing.approvedCharters.length > 0) {
    throw Problems.rule('kpi-needs-board-decision', { charters: standing.approvedCharters, parts: revised });
  }
  if (standing.missing.length === 0 && !reason) throw Problems.invalid([{ pointer: '/reason', code: 'reason-needed' }]);
}

/** A KPI that an approved charter cites keeps an owner who may own it, and stays complete if it was. */
async function refuseLosing(tx: EntityManager, { id, missing: before, approvedCharters }: StandingKpi): Promise<void> {
  if (approvedCharters.length === 0) return;
  const [row] = await tx.query<[{ facts: KpiFacts }]>(FACTS_BY_ID, [id]);
  const lost = kpiMissingParts({ ...row.facts, owner: row.facts.ownerFact }).filter(
    (part: KpiPart) => !before.includes(part),
  );
  if (lost.includes('owner')) throw Problems.rule('kpi-keeps-owner', { charters: approvedCharters });
  if (lost.length > 0) throw Problems.rule('kpi-stays-complete', { charters: approvedCharters, parts: lost });
}

async function updateFields(tx: EntityManager, { id }: StandingKpi, fields: Partial<KpiFields>): Promise<void> {
  await tx.update(KpiEntity, id, { ...fields, version: () => 'version + 1', updatedAt: () => 'now()' });
}

function changedFields(standing: StandingKpi, named: Partial<KpiFields>): Partial<KpiFields> {
  const entries = Object.entries(named) as [keyof KpiFields, unknown][];
  return Object.fromEntries(entries.filter(([field, value]) => standing[field] !== value));
}

const reasonOfDismissal = ({ code }: StandingKpi, reason: string | null): string =>
  reason ? `${code}: ${reason}` : code;

function pick<T extends object>(from: T, keys: readonly (keyof T)[]): Record<string, unknown> {
  return Object.fromEntries(keys.map((key) => [key, from[key]]));
}

const FACTS_BY_ID = `SELECT ${FACTS_JSON} AS facts FROM kpi k ${CURRENT_REVISION} WHERE k.id = $1`;
