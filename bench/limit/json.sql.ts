/** Pieces of the limit's statements. They give what the product answers, and share no text with it. */

const utc = (column: string): string => `to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

/** A person; nobody is erased among those the bench makes. */
export const person = (column: string): string =>
  `(SELECT json_build_object('id', u.id, 'code', NULL, 'name', u.name, 'email', u.email) FROM app_user u WHERE u.id = ${column})`;

export const coded = (table: string, column: string): string =>
  `(SELECT json_build_object('id', x.id, 'code', x.code, 'name', x.name) FROM ${table} x WHERE x.id = ${column})`;

/** A record of the strategy in the words of the version in force. */
export const worded = (table: string, word: string, column: string): string =>
  `(SELECT json_build_object('id', x.id, 'code', x.code, 'name', w.${word}) FROM ${table} x
      JOIN ${table}_revision w ON w.${table}_id = x.id
      JOIN strategy_version v ON v.id = w.strategy_version_id AND v.status = 'in_force' WHERE x.id = ${column})`;

export const base = (alias: string): string =>
  `'id', ${alias}.id, 'version', ${alias}.version, 'createdAt', ${utc(`${alias}.created_at`)}, 'createdBy', ${person(`${alias}.created_by`)},
   'updatedAt', ${utc(`${alias}.updated_at`)}`;

export const BUDGET = `json_build_object('amount', c.budget_amount::text, 'currency', c.budget_currency)`;

/** The columns of a charter that both its page and a row of the list show. */
export const CHARTER = `${base('c')}, 'code', c.code, 'title', c.title, 'status', c.status, 'origin', c.origin,
   'approved', c.approved_at IS NOT NULL, 'businessUnit', ${coded('business_unit', 'c.business_unit_id')}, 'lead', ${person('c.lead_id')},
   'businessSponsor', ${person('c.business_sponsor_id')}, 'budget', ${BUDGET}, 'startDate', c.start_date, 'endDate', c.end_date`;

export const many = (rows: string): string => `(SELECT coalesce(json_agg(${rows}), '[]')`;
export { utc };

/** What a charter `c` says about principles that advise against what it does. */
export const DEVIATIONS = `${many(`json_build_object('principle', ${worded('principle', 'title', `(d ->> 'principle')::uuid`)}, 'reason', d ->> 'reason')`)}
    FROM jsonb_array_elements(c.deviations) d)`;

/** What an entry `f` of the queue is about. */
export const ABOUT = `CASE WHEN f.exception_id IS NOT NULL
    THEN (SELECT json_build_object('id', x.id, 'code', x.code, 'name', x.code) FROM principle_exception x WHERE x.id = f.exception_id)
  WHEN f.principle_id IS NOT NULL
    THEN (SELECT json_build_object('id', x.id, 'code', x.code, 'name', x.code) FROM principle x WHERE x.id = f.principle_id)
  ELSE (SELECT json_build_object('id', u.id, 'code', NULL, 'name', u.name) FROM app_user u WHERE u.id = f.user_id) END`;
