/** SQL pieces, all constant, with which statements build the JSON of the API. */

/** An instant as the API writes it: UTC, milliseconds, `Z`. */
export function instant(column: string): string {
  return `to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
}

/** A person as a reference; somebody who was erased has a name of office and no address. */
export function personOf(column: string): string {
  return `(SELECT jsonb_build_object('id', person.id, 'code', NULL, 'name', person.name)
      || CASE WHEN person.status = 'erased' THEN '{}' ELSE jsonb_build_object('email', person.email) END
    FROM app_user person WHERE person.id = ${column})`;
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

/** What every record carries. */
export function recordBase(alias: string): string {
  return `'id', ${alias}.id, 'version', ${alias}.version, 'createdAt', ${instant(`${alias}.created_at`)},
    'createdBy', ${personOf(`${alias}.created_by`)}, 'updatedAt', ${instant(`${alias}.updated_at`)}`;
}
