import { IMPACT_KINDS, IMPACT_REASONS } from '@sightline/contracts';
import { personOf } from '../platform/records/json-sql';

/** A principle as the version in force ($2) calls it, else as the one that is looked at ($1) does. */
const PRINCIPLE_OF = `(SELECT jsonb_build_object('id', i.id, 'code', i.code, 'name', r.title) FROM principle i
  JOIN LATERAL (SELECT w.title FROM principle_revision w WHERE w.principle_id = i.id AND w.strategy_version_id IN ($1, $2)
                 ORDER BY w.strategy_version_id = $2 DESC LIMIT 1) r ON true WHERE i.id = p)`;

/**
 * Records that lose their footing when version $1 takes the place of $2: `unsettled_by` is what ratification itself
 * writes into the queue. Whatever is not approved yet could not be any more once nothing it cites is in force
 * (PRINCIPLE), and an exception needs a principle to deviate from.
 */
const ENTRIES = `
  next AS MATERIALIZED (SELECT principle_id AS id FROM principle_revision WHERE strategy_version_id = $1),
  lost AS MATERIALIZED (
    SELECT principle_id AS id FROM principle_revision WHERE strategy_version_id = $2 EXCEPT SELECT id FROM next),
  entry AS MATERIALIZED (
    SELECT 'charter' AS kind, u.charter_id AS id, u.cause AS reason, array_agg(u.principle_id) AS principles,
           bool_and(o.id IS NOT NULL) AS already
      FROM unsettled_by($1, $2) u
      LEFT JOIN reaffirmation o ON o.charter_id = u.charter_id AND o.cause = u.cause AND o.principle_id = u.principle_id
                               AND o.settled_at IS NULL
     GROUP BY u.charter_id, u.cause
    UNION ALL
    SELECT 'charter', c.id, 'no_principle', array_agg(l.principle_id), false
      FROM lost JOIN charter_principle l ON l.principle_id = lost.id JOIN charter c ON c.id = l.charter_id
     WHERE c.approved_at IS NULL AND c.status NOT IN ('rejected', 'withdrawn', 'closed', 'stopped', 'retired')
       AND NOT EXISTS (SELECT 1 FROM charter_principle k JOIN next ON next.id = k.principle_id WHERE k.charter_id = c.id)
     GROUP BY c.id
    UNION ALL
    SELECT 'change_request', r.id, 'no_principle', array_agg(lost.id), false
      FROM change_request r CROSS JOIN LATERAL jsonb_array_elements(r.content -> 'principles') l
      JOIN lost ON lost.id = (l ->> 'principle')::uuid
     WHERE r.status = 'submitted' AND NOT EXISTS (
       SELECT 1 FROM jsonb_array_elements(r.content -> 'principles') k JOIN next ON next.id = (k ->> 'principle')::uuid)
     GROUP BY r.id
    UNION ALL
    SELECT 'exception', x.id, 'principle_left', ARRAY[x.principle_id], false
      FROM lost JOIN principle_exception x ON x.principle_id = lost.id
     WHERE x.status IN ('draft', 'proposed', 'granted')
    UNION ALL
    SELECT 'mandate', m.id::uuid, 'untranslated', ARRAY(SELECT jsonb_array_elements_text(m.principles)::uuid), false
      FROM jsonb_to_recordset($3::jsonb) AS m (id text, principles jsonb)),
  asked AS MATERIALIZED (
    SELECT id, coalesce(charter_id, change_request_id, exception_id) AS subject FROM proposal WHERE status = 'open'),
  stated AS MATERIALIZED (
    SELECT e.*, coalesce(x.code, c.code, m.code) AS code, coalesce(c.title, m.title) AS title,
           coalesce(r.status, x.status, c.status, 'translated') AS status, coalesce(c.lead_id, m.sponsor_id) AS lead_id,
           asked.id AS proposal_id, c.id AS charter_id
      FROM entry e
      LEFT JOIN change_request r ON r.id = e.id
      LEFT JOIN principle_exception x ON x.id = e.id
      LEFT JOIN charter c ON c.id = coalesce(r.charter_id, x.charter_id, e.id)
      LEFT JOIN mandate m ON m.id = e.id
      LEFT JOIN asked ON asked.subject = e.id)`;

const REFERENCE_TO = {
  charter: `jsonb_build_object('id', s.charter_id, 'code', (SELECT c.code FROM charter c WHERE c.id = s.charter_id), 'name', s.title)`,
  proposal: `(SELECT jsonb_build_object('id', o.id, 'code', o.code, 'name', o.title) FROM proposal o WHERE o.id = s.proposal_id)`,
} as const;

/** A change has no code of its own; it goes by its charter. */
const ENTRY = `jsonb_build_object('kind', s.kind, 'status', s.status, 'reason', s.reason, 'already', s.already,
  'record', jsonb_build_object('id', s.id, 'code', CASE WHEN s.kind <> 'change_request' THEN s.code END,
    'name', CASE s.kind WHEN 'exception' THEN s.code ELSE s.title END),
  'lead', ${personOf('s.lead_id')}, 'missing', '[]'::jsonb, 'proposal', ${REFERENCE_TO.proposal},
  'charter', CASE WHEN s.kind IN ('change_request', 'exception') THEN ${REFERENCE_TO.charter} END,
  'principles', (SELECT coalesce(jsonb_agg(${PRINCIPLE_OF} ORDER BY length(o.code), o.code), '[]')
    FROM unnest(s.principles) p JOIN principle o ON o.id = p))`;

const FIGURES = `(SELECT jsonb_build_object(
    'reaffirm', count(*) FILTER (WHERE reason = 'principle_revised'),
    'change', count(*) FILTER (WHERE kind = 'charter' AND reason = 'principle_left'),
    'blocked', count(*) FILTER (WHERE reason = 'no_principle'),
    'exceptions', count(*) FILTER (WHERE kind = 'exception'), 'mandates', count(*) FILTER (WHERE kind = 'mandate'),
    'proposals', count(DISTINCT proposal_id)) FROM stated)`;

const inOrder = (words: readonly string[]): string => `ARRAY['${words.join("','")}']`;

/** $1 the version, $2 the one in force or null, $3 the orders that would be untranslated, $4 a kind or null, $5 and $6 the page. */
export const IMPACT = `WITH ${ENTRIES},
  wanted AS MATERIALIZED (
    SELECT s.* FROM stated s WHERE $4::text IS NULL OR s.kind = $4
     ORDER BY array_position(${inOrder(IMPACT_KINDS)}, s.kind), array_position(${inOrder(IMPACT_REASONS)}, s.reason),
              length(s.code), s.code, s.id
     LIMIT $5 OFFSET $6)
  SELECT ${FIGURES} AS figures, (SELECT count(*)::int FROM stated WHERE $4::text IS NULL OR kind = $4) AS total,
         (SELECT coalesce(jsonb_agg(${ENTRY}), '[]') FROM wanted s) AS items`;

/** What the version does to each principle, and what rests on it today; $1 and $2 as above. */
export const PRINCIPLES = `
  SELECT ${PRINCIPLE_OF} AS principle, b.change,
         (SELECT count(*)::int FROM charter_principle l JOIN standing_charter c ON c.id = l.charter_id
           WHERE l.principle_id = p) AS charters,
         (SELECT count(*)::int FROM principle_exception x WHERE x.principle_id = p AND x.status = 'granted') AS exceptions
    FROM principles_between($1, $2) b CROSS JOIN LATERAL (VALUES (b.principle_id)) one (p) JOIN principle o ON o.id = p
   WHERE b.change <> 'same'
   ORDER BY length(o.code), o.code`;
