/** SQL of what a proposal `p` is about, as a reference. */
export const SUBJECT_OF_P = `CASE p.subject_type
  WHEN 'charter' THEN (SELECT jsonb_build_object('id', c.id, 'code', c.code, 'name', c.title)
                         FROM charter c WHERE c.id = p.charter_id)
  WHEN 'change_request' THEN (SELECT jsonb_build_object('id', r.id, 'code', c.code, 'name', c.title)
                                FROM change_request r JOIN charter c ON c.id = r.charter_id
                               WHERE r.id = p.change_request_id)
  WHEN 'exception' THEN (SELECT jsonb_build_object('id', x.id, 'code', x.code, 'name', p.title)
                           FROM principle_exception x WHERE x.id = p.exception_id)
  ELSE (SELECT jsonb_build_object('id', v.id, 'code', v.number::text, 'name', p.title)
          FROM strategy_version v WHERE v.id = p.strategy_version_id) END`;
