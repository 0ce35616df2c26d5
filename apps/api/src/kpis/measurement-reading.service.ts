import type { KpiSeries, Measurement, Page } from '@sightline/contracts';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { prepared } from '../platform/database/prepared';
import { containing, listOf } from '../platform/lists/list';
import type { ListRequest } from '../platform/lists/list-request';
import { Problems } from '../platform/problems/problem';
import { parseIdOrCode } from '../platform/records/id-or-code';
import { JsonText } from '../platform/records/json-text';
import { MEASURED_KPI, MEASUREMENT_JSON, SERIES_SQL } from './measurement.query';
import type { SeriesRequest } from './measurements.requests';

/** What a KPI was: every measurement with its corrections, or figures per interval. */
@Injectable()
export class MeasurementReadingService {
  constructor(private readonly db: DataSource) {}

  /** Corrected ones stay in the list and say by what. */
  async list(reference: string, request: ListRequest): Promise<Page<Measurement>> {
    const { id, code } = parseIdOrCode(reference);
    const [kpi] = await this.db.query<{ id: string }[]>(MEASURED_KPI, [id ?? null, code ?? null]);
    if (!kpi) throw Problems.notFound('kpi');
    return listOf<Measurement>(this.db, request, {
      from: 'measurement m',
      alias: 'm',
      item: MEASUREMENT_JSON,
      where: ['m.kpi_id = $1', request.q && '(m.source ILIKE $2 OR m.note ILIKE $2)'],
      params: request.q ? [kpi.id, containing(request.q)] : [kpi.id],
      sort: { date: 'm.measured_on', createdAt: 'm.created_at' },
      defaultSort: '-date',
    });
  }

  async series(reference: string, { interval, from, to }: SeriesRequest): Promise<JsonText<KpiSeries>> {
    const { id, code } = parseIdOrCode(reference);
    const params = [id ?? null, code ?? null, interval, from ?? null, to ?? null];
    const [row] = await prepared<{ series: string }>(this.db, { name: 'kpi-series', text: SERIES_SQL }, params);
    if (!row) throw Problems.notFound('kpi');
    return new JsonText(row.series);
  }
}
