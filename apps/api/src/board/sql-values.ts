/** SQL of an instant as the API writes it: UTC, ISO 8601, milliseconds. `column` is text of ours, never a client's. */
export const instantOf = (column: string): string =>
  `to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

/** SQL of a reference to a person, null when there is none; without address once the person is erased. */
export const personOf = (id: string): string =>
  `(SELECT jsonb_build_object('id', u.id, 'code', NULL, 'name', u.name)
         || CASE WHEN u.status = 'erased' THEN '{}'::jsonb ELSE jsonb_build_object('email', u.email) END
      FROM app_user u WHERE u.id = ${id})`;

/** SQL of what a proposal `p` is about, as a reference. */
export const SUBJECT_OF_P = `CASE p.subject_type
  WHEN 'charter' THEN (SELECT jsonb_build_object('id', c.id, 'code', c.code, 'name', c.title)
                         FROM charter c WHERE c.id = p.charter_id)
  WHEN 'change_request' THEN (SELECT jsonb_build_object('id', r.id, 'code', c.code, 'name', c.title)
                                FROM change_request r JOIN charter c ON c.id = r.charter_id
                               WHERE r.id = p.change_request_id)
  ELSE (SELECT jsonb_build_object('id', v.id, 'code', v.number::text, 'name', p.title)
          FROM strategy_version v WHERE v.id = p.strategy_version_id) END`;
