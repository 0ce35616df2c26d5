/** SQL pieces, all constant, with which statements build the JSON of the API. */

/** An instant as the API writes it: UTC, milliseconds, `Z`. */
export function instant(column: string): string {
  return `to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
}

const WORDED = {
  principle: 'title',
  driver: 'name',
  capability: 'name',
} as const;
type Worded = keyof typeof WORDED;
type Named = 'business_unit' | 'kpi' | 'system' | 'party' | 'data_domain';

/** The words of a record `r` in one version of the strategy; `which` chooses among the versions `v`. */
const words = (table: Worded, which: string): string => `(SELECT w.${WORDED[table]} FROM strategy_version v
        JOIN ${table}_revision w ON w.strategy_version_id = v.id AND w.${table}_id = r.id ${which})`;

/** What a record `r` was called last, for one that the version in force does not hold. */
export const lastWordsOf = (table: Worded): string => words(table, 'ORDER BY v.number DESC LIMIT 1');

/**
 * The pieces that make objects, of one of PostgreSQL's two kinds: `jsonb` can be compared, merged and taken apart;
 * `json` is written once, as text, and costs about half, so what is read all day and goes out as it is uses that.
 */
function piecesOf(kind: 'json' | 'jsonb') {
  const object = `${kind}_build_object`;

  /** A person as a reference; somebody who was erased has a name of office and no address. */
  const personOf = (column: string): string => {
    const office = `'id', person.id, 'code', NULL, 'name', person.name`;
    return `(SELECT CASE WHEN person.status = 'erased' THEN ${object}(${office}) ELSE ${object}(${office}, 'email', person.email) END
    FROM app_user person WHERE person.id = ${column})`;
  };

  /** A record that has a code and a name of its own. */
  const namedOf = (table: Named, column: string): string =>
    `(SELECT ${object}('id', r.id, 'code', r.code, 'name', r.name) FROM ${table} r WHERE r.id = ${column})`;

  /** A record that the strategy words: as the version in force does, else as the last one that held it. */
  const wordedOf = (table: Worded, column: string): string => `(SELECT ${object}('id', r.id, 'code', r.code, 'name',
      coalesce(${words(table, `WHERE v.status = 'in_force'`)}, ${lastWordsOf(table)}, r.code))
    FROM ${table} r WHERE r.id = ${column})`;

  /** What every record carries. */
  const recordBase = (alias: string): string =>
    `'id', ${alias}.id, 'version', ${alias}.version, 'createdAt', ${instant(`${alias}.created_at`)},
    'createdBy', ${personOf(`${alias}.created_by`)}, 'updatedAt', ${instant(`${alias}.updated_at`)}`;

  return { personOf, namedOf, wordedOf, recordBase };
}

export const { personOf, namedOf, wordedOf, recordBase } = piecesOf('jsonb');

/** The same for statements whose JSON is sent as PostgreSQL wrote it. */
export const AS_TEXT = piecesOf('json');
