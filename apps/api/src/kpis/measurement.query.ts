import { TODAY } from '../platform/database/today';
import { instant, personOf } from '../platform/records/json-sql';

/** The KPI that is measured: $1 its id or $2 its code; with the organisation's date and the database's clock. */
export const MEASURED_KPI = `SELECT k.id, k.code, k.owner_id AS "ownerId", ${TODAY}::text AS today, now() AS now
  FROM kpi k WHERE k.id = $1::uuid OR k.code = $2::text`;

/** All rows at once. A day that is measured already is left out, which the count tells. */
export const INSERT_MEASUREMENTS = `
  WITH inserted AS (
    INSERT INTO measurement (id, kpi_id, value, measured_on, source, note, created_by, created_at)
    SELECT n.id, $1, n.value, n.date, n.source, n.note, $2, $8
      FROM unnest($3::uuid[], $4::numeric[], $5::date[], $6::text[], $7::text[]) AS n(id, value, date, source, note)
    ON CONFLICT (kpi_id, measured_on) WHERE corrects_id IS NULL DO NOTHING
    RETURNING 1)
  SELECT count(*)::int AS inserted FROM inserted`;

/** What counted for these days before the rows with these ids. */
export const EXISTING = `SELECT m.measured_on::text AS date, m.value::float8 AS value FROM counted_measurement m
  WHERE m.kpi_id = $1 AND m.measured_on = ANY ($2::date[]) AND m.id <> ALL ($3::uuid[])
  ORDER BY m.measured_on`;

export const CORRECTED = `SELECT m.value::float8 AS value, m.measured_on::text AS date FROM measurement m
  WHERE m.id = $1 AND m.kpi_id = $2`;

/** Nothing comes back when it is corrected already, also by somebody at the same moment. */
export const INSERT_CORRECTION = `
  INSERT INTO measurement (id, kpi_id, value, measured_on, corrects_id, reason, created_by, created_at)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT (corrects_id) WHERE corrects_id IS NOT NULL DO NOTHING RETURNING id`;

export const MEASUREMENT_JSON = `jsonb_build_object('id', m.id, 'value', m.value, 'date', m.measured_on, 'source', m.source,
  'note', m.note, 'createdAt', ${instant('m.created_at')}, 'createdBy', ${personOf('m.created_by')}, 'corrects', m.corrects_id,
  'reason', m.reason, 'correctedBy', (SELECT c.id FROM measurement c WHERE c.kpi_id = m.kpi_id AND c.corrects_id = m.id))`;

/** The expected value at the end of an interval: along the straight line from baseline to target, flat outside of it. */
const EXPECTED = `CASE WHEN k.direction IN ('increase', 'decrease') AND k.days > 0 THEN
  k.baseline_value + (k.target_value - k.baseline_value)
    * greatest(0, least(1, (least(p.ends, k.target_date) - k.baseline_date)::numeric / k.days)) END`;

const rounded = (value: string): string => `trim_scale(round(${value}, 6))`;

/**
 * The figures of one KPI per week, month or quarter, in one statement: $1 its id or $2 its code, $3 the interval, $4 and
 * $5 the first and the last day (null: all). Intervals without a measurement are left out.
 */
export const SERIES_SQL = `
  SELECT json_build_object('interval', $3::text, 'points', coalesce((
    SELECT json_agg(json_build_object('from', p.starts, 'min', p.min, 'avg', ${rounded('p.avg')}, 'max', p.max,
             'last', p.last, 'count', p.count, 'expected', ${rounded(EXPECTED)}) ORDER BY p.starts)
      FROM (SELECT date_trunc($3::text, m.measured_on::timestamp)::date AS starts,
                   (date_trunc($3::text, m.measured_on::timestamp) + CASE $3::text WHEN 'week' THEN interval '1 week'
                      WHEN 'month' THEN interval '1 month' ELSE interval '3 months' END - interval '1 day')::date AS ends,
                   min(m.value) AS min, avg(m.value) AS avg, max(m.value) AS max, count(*) AS count,
                   (array_agg(m.value ORDER BY m.measured_on DESC))[1] AS last
              FROM counted_measurement m
             WHERE m.kpi_id = k.id AND m.measured_on BETWEEN coalesce($4::date, '-infinity') AND coalesce($5::date, 'infinity')
             GROUP BY 1, 2) p), '[]'))::text AS series
    FROM (SELECT k.id, r.direction, r.baseline_value, r.baseline_date, r.target_value, r.target_date,
                 r.target_date - r.baseline_date AS days
            FROM kpi k JOIN kpi_revision r ON r.id = k.current_revision_id
           WHERE k.id = $1::uuid OR k.code = $2::text) k`;
