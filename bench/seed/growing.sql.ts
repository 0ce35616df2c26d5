import { id, oneOf } from './ids.sql.ts';
import { SIZES } from './sizes.ts';

/** KPIs: $1 how many. */
export const KPIS: readonly string[] = [
  `INSERT INTO kpi (id, name, business_unit_id, owner_id, driver_id, cadence, weight, current_revision_id)
   SELECT ${id('kpi', 'n')}, 'Key figure ' || n || ' of the order to cash process', ${id('unit', oneOf(SIZES.units - 10, 'n', 11))},
          ${id('user', oneOf(SIZES.users, 'n', 12))}, ${id('driver', oneOf(SIZES.drivers, 'n', 13))}, 'weekly', 1 + n % 5,
          ${id('kpiRevision', 'n')} FROM generate_series(1, $1::integer) AS n`,
  `INSERT INTO kpi_revision (id, kpi_id, number, definition, unit, direction, kind, baseline_value, baseline_date, target_value, target_date)
   SELECT ${id('kpiRevision', 'n')}, ${id('kpi', 'n')}, 1, 'Working days from the signed contract to the first order.', 'days',
          'decrease', 'outcome', 80, current_date - 730, 20, current_date + 365 FROM generate_series(1, $1::integer) AS n`,
];

/** Measurements of the last two years: $1 how many KPIs, $2 how many of each. */
export const MEASUREMENTS = `
  INSERT INTO measurement (id, kpi_id, value, measured_on, created_by)
  SELECT new_id(), ${id('kpi', 'k')}, 20 + (k * 7 + m * 37) % 60, current_date - (m * 730 / $2::integer), ${id('user', '1')}
    FROM generate_series($2::integer - 1, 0, -1) AS m, generate_series(1, $1::integer) AS k`;

/** Audit events as the trail writes them, with hashes that hold: $1 how many. */
export const AUDIT_EVENTS = `
  INSERT INTO audit_event (id, at, actor_id, record_type, record_id, record_code, action, body, hash, transaction)
  SELECT e.id, e.at, e.actor, 'charter', e.record, e.code, 'charter.edited', e.body, encode(sha256(convert_to(e.body, 'UTF8')), 'hex'),
         pg_current_xact_id()
    FROM (
      SELECT e.*, format(
        '{"action":"charter.edited","actor":"%s","after":{"title":"The title it got at its change number %s, in a few words"},"at":"%s",'
        '"before":{"title":"The title it had before its change number %s, in a few words"},"format":1,"id":"%s",'
        '"record":{"code":"%s","id":"%s","type":"charter"},"requestId":null,"session":null}',
        e.actor, n, to_char(e.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), n, e.id, e.code, e.record) AS body
      FROM (
        SELECT n, ${id('auditEvent', 'n')} AS id, date_trunc('milliseconds', now()) - ($1::integer - n + 1) * interval '30 seconds' AS at,
               ${id('user', oneOf(SIZES.users, 'n', 31))} AS actor, ${id('charter', oneOf(1000, 'n', 32))} AS record,
               'CH-' || lpad(${oneOf(1000, 'n', 32)}::text, 4, '0') AS code
          FROM generate_series(1, $1::integer) AS n) e) e`;

/** Seals them, as the sealer would: a link for each, in the order of their ids. */
export const AUDIT_CHAIN = `
  DO $$
  DECLARE
    event record;
    previous text := repeat('0', 64);
    link text;
    number bigint := 0;
  BEGIN
    FOR event IN SELECT id, hash FROM audit_event ORDER BY transaction, id LOOP
      number := number + 1;
      link := encode(sha256(convert_to(number || '|' || previous || '|' || event.hash, 'UTF8')), 'hex');
      INSERT INTO audit_chain (sequence, event_id, event_hash, previous_hash, hash)
      VALUES (number, event.id, event.hash, previous, link);
      previous := link;
    END LOOP;
  END $$`;
