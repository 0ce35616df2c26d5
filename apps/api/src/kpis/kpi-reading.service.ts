import type { Kpi, KpiRecord, KpiRevision } from '@sightline/contracts';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Problems } from '../platform/problems/problem';
import { parseIdOrCode } from '../platform/records/id-or-code';
import { type StoredKpi, toKpi } from './kpi-figures';
import { KPI_SQL, KPIS_BY_ID_SQL, REVISIONS_SQL } from './kpi.query';

/** One KPI, by id or code. */
@Injectable()
export class KpiReadingService {
  constructor(private readonly db: DataSource) {}

  /** With its figures and every charter that cites it; in a transaction as that transaction sees it. */
  async one(reference: string, tx: EntityManager | DataSource = this.db): Promise<KpiRecord> {
    const { id, code } = parseIdOrCode(reference);
    const [row] = await tx.query<{ kpi: StoredKpi }[]>(KPI_SQL, [id ?? null, code ?? null]);
    if (!row) throw Problems.notFound('kpi');
    return { ...toKpi(row.kpi), charters: row.kpi.charters };
  }

  /** The revisions, newest first. */
  async revisions(reference: string): Promise<KpiRevision[]> {
    const { id, code } = parseIdOrCode(reference);
    const [row] = await this.db.query<{ revisions: KpiRevision[] }[]>(REVISIONS_SQL, [id ?? null, code ?? null]);
    if (!row) throw Problems.notFound('kpi');
    return row.revisions;
  }

  /** These KPIs in this order, with their figures, in one statement; in a transaction as that transaction sees them. */
  async many(ids: readonly string[], tx: EntityManager | DataSource = this.db): Promise<KpiRecord[]> {
    const rows = await tx.query<{ kpi: StoredKpi }[]>(KPIS_BY_ID_SQL, [ids]);
    return rows.map(({ kpi }) => ({ ...toKpi(kpi), charters: kpi.charters }));
  }
}

/** A row of a list does not repeat the charters; what they promise is in its coverage. */
export function withoutCharters({ charters: _charters, ...kpi }: KpiRecord): Kpi {
  return kpi;
}
