import type { KpiDefinition, NewKpi, SignedInUser } from '@sightline/contracts';
import { reachOf } from '@sightline/rules';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { AuditTrail } from '../audit/audit-trail.service';
import { demand } from '../platform/access/demand';
import { changedDefinition, type KpiFields, namedFields } from './kpi-content';

export interface CreatedKpi {
  id: string;
  code: string;
}

/** Creates KPIs in the caller's transaction: for `POST /kpis` and for imports. */
@Injectable()
export class KpiCreationService {
  constructor(private readonly auditTrail: AuditTrail) {}

  /**
   * A KPI with its first revision; incomplete is allowed, impossible is not (400). Who may create only KPIs of their own
   * becomes the owner unless another is named, which is refused (403). `importKey` lets a later import recognise it.
   */
  async create(
    tx: EntityManager,
    wanted: NewKpi,
    user: SignedInUser,
    importKey: string | null = null,
  ): Promise<CreatedKpi> {
    const definition = changedDefinition(wanted);
    const fields = await namedFields(tx, wanted);
    if (wanted.owner === undefined && reachOf(user, 'kpi.create') === 'own') fields.ownerId = user.id;
    demand(user, 'kpi.create', { own: fields.ownerId === user.id });
    const kpi = await insertKpi(tx, { name: wanted.name, ...fields, importKey, by: user.id });
    await insertRevision(tx, { kpiId: kpi.id, number: 1, definition, reason: null, by: user.id });
    await this.auditTrail.record(tx, {
      action: 'kpi.created',
      recordType: 'kpi',
      recordId: kpi.id,
      recordCode: kpi.code,
      after: { ...fields, ...definition, importKey },
    });
    return kpi;
  }
}

async function insertKpi(
  tx: EntityManager,
  fields: Partial<KpiFields> & { name: string; importKey: string | null; by: string },
): Promise<CreatedKpi> {
  const [kpi] = await tx.query<[CreatedKpi]>(INSERT_KPI, [
    fields.name,
    fields.businessUnitId ?? null,
    fields.ownerId ?? null,
    fields.driverId ?? null,
    fields.cadence ?? null,
    fields.weight ?? null,
    fields.note ?? null,
    fields.importKey,
    fields.by,
  ]);
  return kpi;
}

export interface NewRevision {
  kpiId: string;
  number: number;
  definition: KpiDefinition;
  reason: string | null;
  by: string;
}

/** Writes the next revision of a KPI and makes it the one that stands; the caller holds the KPI's row. */
export async function insertRevision(
  tx: EntityManager,
  { kpiId, number, definition: d, reason, by }: NewRevision,
): Promise<void> {
  await tx.query(INSERT_REVISION, [
    kpiId,
    number,
    d.definition,
    d.unit,
    d.direction,
    d.kind,
    d.baseline?.value ?? null,
    d.baseline?.date ?? null,
    d.target?.value ?? null,
    d.target?.date ?? null,
    d.target?.lower ?? null,
    d.target?.upper ?? null,
    reason,
    by,
  ]);
}

const INSERT_KPI = `
  INSERT INTO kpi (name, business_unit_id, owner_id, driver_id, cadence, weight, note, import_key, created_by)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) RETURNING id, code`;

const INSERT_REVISION = `
  WITH revision AS (
    INSERT INTO kpi_revision (kpi_id, number, definition, unit, direction, kind, baseline_value, baseline_date,
                              target_value, target_date, lower_limit, upper_limit, reason, created_by)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14) RETURNING id, kpi_id)
  UPDATE kpi SET current_revision_id = revision.id FROM revision WHERE kpi.id = revision.kpi_id`;
