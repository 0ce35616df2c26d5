import type { Page, QualityMeasurement } from '@sightline/contracts';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Filters } from '../platform/lists/filters';
import { containing, listOf } from '../platform/lists/list';
import { Problems } from '../platform/problems/problem';
import { parseIdOrCode } from '../platform/records/id-or-code';
import { instant, personOf } from '../platform/records/json-sql';
import type { QualityMeasurementListRequest } from './data-quality.requests';

const MET = `CASE s.comparison WHEN 'at_most' THEN m.value <= s.threshold ELSE m.value >= s.threshold END`;
const ITEM = `jsonb_build_object('id', m.id, 'standard', jsonb_build_object('id', s.id, 'rule', s.rule), 'value', m.value,
  'date', m.measured_on, 'source', m.source, 'met', ${MET}, 'createdAt', ${instant('m.created_at')},
  'createdBy', ${personOf('m.created_by')})`;
const OF_DOMAIN = `m.standard_id IN (SELECT s.id FROM quality_standard s JOIN data_entity e ON e.id = s.entity_id`;

/** How good the data of a domain was measured to be, also by standards that are archived by now. */
@Injectable()
export class QualityMeasurementReading {
  constructor(private readonly db: DataSource) {}

  async list(
    reference: string,
    { standard, q, ...request }: QualityMeasurementListRequest,
  ): Promise<Page<QualityMeasurement>> {
    const { id, code } = parseIdOrCode(reference);
    const [domain] = await this.db.query<{ id: string }[]>(
      'SELECT id FROM data_domain WHERE id = $1::uuid OR code = $2::text',
      [id ?? null, code ?? null],
    );
    if (!domain) throw Problems.notFound('domain');
    const { where, params } = new Filters()
      .given(domain.id, (at) => `${OF_DOMAIN} WHERE e.domain_id = ${at})`)
      .given(standard, (at) => `m.standard_id = ${at}`)
      .given(q && containing(q), (at) => `m.source ILIKE ${at}`);
    return listOf<QualityMeasurement>(this.db, request, {
      from: 'quality_measurement m',
      alias: 'm',
      item: ITEM,
      joins: 'JOIN quality_standard s ON s.id = m.standard_id',
      where,
      params,
      sort: { date: 'm.measured_on', createdAt: 'm.created_at' },
      defaultSort: '-date',
    });
  }
}
