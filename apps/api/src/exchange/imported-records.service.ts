import type { CharterStatus, ImportKind, NewKpi, SignedInUser } from '@sightline/contracts';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { AuditTrail } from '../audit/audit-trail.service';
import { CharterCreation, type RunningCharter } from '../charters/charter-creation.service';
import { KpiCreationService } from '../kpis/kpi-creation.service';
import { newId } from '../platform/records/new-id';
import { Problems } from '../platform/problems/problem';
import type { BusinessUnitRow, CharterRow, KpiRow } from './import-rows';

export interface RowOf {
  business_units: BusinessUnitRow;
  kpis: KpiRow;
  charters: CharterRow;
}

/** Makes the record a row stands for, by the same ways as the pages do. */
@Injectable()
export class ImportedRecords {
  constructor(
    private readonly audit: AuditTrail,
    private readonly kpis: KpiCreationService,
    private readonly charters: CharterCreation,
  ) {}

  create<K extends ImportKind>(tx: EntityManager, kind: K, row: RowOf[K], by: SignedInUser): Promise<{ id: string }> {
    const makers: { [M in ImportKind]: (row: RowOf[M]) => Promise<{ id: string }> } = {
      business_units: (unit) => this.createUnit(tx, unit, by),
      kpis: (kpi) => this.kpis.create(tx, wantedKpi(kpi), by, kpi.key),
      charters: (charter) => this.createCharter(tx, charter, by),
    };
    return makers[kind](row);
  }

  private async createUnit(tx: EntityManager, { key, name, kind = 'business' }: BusinessUnitRow, by: SignedInUser) {
    const id = newId();
    await tx.query(INSERT_UNIT, [id, name, kind, key, by.id]);
    await this.audit.record(tx, {
      action: 'business_unit.created',
      recordType: 'business_unit',
      recordId: id,
      after: { name, kind, importKey: key },
    });
    return { id };
  }

  /** What already runs comes in as it is, and not approved; everything else is a draft. */
  private async createCharter(tx: EntityManager, row: CharterRow, by: SignedInUser): Promise<{ id: string }> {
    const { key: importKey, status = 'draft', origin, kpis = [], ...fields } = row;
    if (origin !== undefined && (origin === 'running') !== (status !== 'draft')) {
      throw Problems.invalid([{ pointer: '/origin', code: 'origin-and-status', params: { status } }]);
    }
    const edit = { ...fields, kpis: await citedKpis(tx, kpis), importKey };
    return isRunning(status)
      ? this.charters.createRunning(tx, { ...edit, status }, by.id)
      : this.charters.createDraft(tx, edit, by.id);
  }
}

const INSERT_UNIT = `INSERT INTO business_unit (id, name, kind, import_key, created_by) VALUES ($1, $2, $3, $4, $5)`;

const isRunning = (status: CharterStatus): status is RunningCharter['status'] => status !== 'draft';

function wantedKpi({ key: _key, baselineValue, baselineDate, targetValue, targetDate, ...rest }: KpiRow): NewKpi {
  const halves = [
    { pointer: '/baselineDate', half: (baselineValue === undefined) !== (baselineDate === undefined) },
    { pointer: '/targetDate', half: (targetValue === undefined) !== (targetDate === undefined) },
  ];
  const missing = halves.filter(({ half }) => half).map(({ pointer }) => ({ pointer, code: 'value-and-date' }));
  if (missing.length > 0) throw Problems.invalid(missing);
  return {
    ...rest,
    ...(baselineValue !== undefined &&
      baselineDate !== undefined && { baseline: { value: baselineValue, date: baselineDate } }),
    ...(targetValue !== undefined && targetDate !== undefined && { target: { value: targetValue, date: targetDate } }),
  };
}

/** KPIs are named by their code or by the key they were imported under. */
async function citedKpis(tx: EntityManager, named: readonly string[]): Promise<{ kpi: string }[]> {
  if (named.length === 0) return [];
  const rows = await tx.query<{ key: string; id: string }[]>(
    'SELECT import_key AS key, id FROM kpi WHERE import_key = ANY ($1::text[])',
    [named],
  );
  const byKey = new Map(rows.map(({ key, id }) => [key, id]));
  return named.map((name) => ({ kpi: byKey.get(name) ?? name }));
}
