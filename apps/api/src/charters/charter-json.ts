/** SQL pieces, all constant, with which the statements of this feature build their JSON. */

/** An instant as the API writes it: UTC, milliseconds, `Z`. */
export function instant(column: string): string {
  return `to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
}

/** A person as a reference; somebody who was erased has a name of office and no address. */
export function personOf(column: string): string {
  return `(SELECT jsonb_strip_nulls(jsonb_build_object('id', u.id, 'name', u.name,
      'email', CASE WHEN u.status <> 'erased' THEN u.email END)) || '{"code": null}'
    FROM app_user u WHERE u.id = ${column})`;
}

/** A record that has a code and a name of its own. */
export function namedOf(table: 'business_unit' | 'kpi' | 'system' | 'party' | 'data_domain', column: string): string {
  return `(SELECT jsonb_build_object('id', r.id, 'code', r.code, 'name', r.name) FROM ${table} r WHERE r.id = ${column})`;
}

const WORDED = {
  principle: 'title',
  driver: 'name',
  capability: 'name',
} as const;

/** A record that the strategy words: as the version in force does, else as the last one that held it. */
export function wordedOf(table: keyof typeof WORDED, column: string): string {
  return `(SELECT jsonb_build_object('id', r.id, 'code', r.code, 'name', coalesce(
      (SELECT w.${WORDED[table]} FROM ${table}_revision w JOIN strategy_version v ON v.id = w.strategy_version_id
        WHERE w.${table}_id = r.id ORDER BY v.status = 'in_force' DESC, v.number DESC LIMIT 1), r.code))
    FROM ${table} r WHERE r.id = ${column})`;
}

/** Money as an amount in decimals and a currency, or null. */
export const BUDGET = `CASE WHEN c.budget_amount IS NULL THEN NULL
    ELSE jsonb_build_object('amount', c.budget_amount::text, 'currency', c.budget_currency) END`;

/** What every record carries. */
export function recordBase(alias: string): string {
  return `'id', ${alias}.id, 'version', ${alias}.version, 'createdAt', ${instant(`${alias}.created_at`)},
    'createdBy', ${personOf(`${alias}.created_by`)}, 'updatedAt', ${instant(`${alias}.updated_at`)}`;
}

/** The quality standards of a data entity `e`, each with how its latest measurement stands. */
export const STANDARDS_OF_E = `(SELECT coalesce(jsonb_agg(jsonb_build_object('id', q.id, 'dimension', q.dimension,
    'measured', m.value IS NOT NULL, 'met', coalesce(CASE q.comparison WHEN 'at_least' THEN m.value >= q.threshold
                                                     ELSE m.value <= q.threshold END, false)) ORDER BY q.id), '[]')
  FROM quality_standard q LEFT JOIN LATERAL (
    SELECT m.value FROM quality_measurement m WHERE m.standard_id = q.id ORDER BY m.measured_on DESC, m.id DESC LIMIT 1) m ON true
 WHERE q.entity_id = e.id AND q.archived_at IS NULL)`;
