import { IMPACT_KINDS, IMPACT_REASONS } from '@sightline/contracts';
import { personOf } from '../platform/records/json-sql';

/** A principle as the version in force ($2) calls it, else as the one that is looked at ($1) does. */
const PRINCIPLE_OF = `(SELECT jsonb_build_object('id', i.id, 'code', i.code, 'name', r.title) FROM principle i
  JOIN LATERAL (SELECT w.title FROM principle_revision w WHERE w.principle_id = i.id AND w.strategy_version_id IN ($1, $2)
                 ORDER BY w.strategy_version_id = $2 DESC LIMIT 1) r ON true WHERE i.id = p)`;

const LEAVING = `
  next AS MATERIALIZED (SELECT principle_id AS id FROM principle_revision WHERE strategy_version_id = $1),
  lost AS MATERIALIZED (
    SELECT principle_id AS id FROM principle_revision WHERE strategy_version_id = $2 EXCEPT SELECT id FROM next)`;

/** Of the page only: figures count whatever there is. */
const IS_ASKED = `($4::text IS DISTINCT FROM 'proposal' OR p.id IS NOT NULL)`;
const staysIn = (list: string): string => `EXISTS (SELECT 1 FROM ${list} k JOIN next ON next.id = k.principle_id)`;
const cited = '(SELECT l.principle_id FROM charter_principle l WHERE l.charter_id = c.id)';

/**
 * Charters not yet approved that cite a principle which leaves, beside none that stays; or, before the board, beside one
 * that does. Of each principle the first so many by id: the first of the whole are among them.
 */
const undecided = (beside: 'none' | 'one', atMost = 'NULL', which = 'true'): string => `
  lost CROSS JOIN LATERAL (
    SELECT c.id, p.id AS proposal
      FROM charter_principle l JOIN undecided_charter c ON c.id = l.charter_id
      ${beside === 'one' ? 'JOIN' : 'LEFT JOIN'} proposal p ON p.charter_id = c.id AND p.status = 'open'
     WHERE l.principle_id = lost.id AND ${which} AND ${beside === 'one' ? '' : 'NOT '}${staysIn(cited)}
     ORDER BY l.charter_id LIMIT ${atMost}) c`;

/** What is few enough to be read whole: changes before the board, and exceptions from what leaves. */
const FEW = `
  changing AS MATERIALIZED (
    SELECT r.id, array_agg(lost.id) AS principles, ${staysIn(
      `(SELECT (d ->> 'principle')::uuid AS principle_id FROM jsonb_array_elements(r.content -> 'principles') d)`,
    )} AS stays, (SELECT p.id FROM proposal p WHERE p.change_request_id = r.id AND p.status = 'open') AS proposal
      FROM change_request r CROSS JOIN LATERAL jsonb_array_elements(r.content -> 'principles') l
      JOIN lost ON lost.id = (l ->> 'principle')::uuid
     WHERE r.status = 'submitted' GROUP BY r.id),
  waived AS MATERIALIZED (
    SELECT x.id, x.principle_id, p.id AS proposal
      FROM lost JOIN principle_exception x ON x.principle_id = lost.id
      LEFT JOIN proposal p ON p.exception_id = x.id AND p.status = 'open'
     WHERE x.status IN ('draft', 'proposed', 'granted')),
  untranslated AS MATERIALIZED (SELECT m.id, m.principles FROM jsonb_to_recordset($3::jsonb) AS m (id uuid, principles jsonb))`;

/** How many there are of each, and how many of these are before the board: from indexes, without looking at a record. */
const COUNTED = `
  counted (kind, reason, n, asked) AS MATERIALIZED (
    SELECT 'charter', u.cause, count(DISTINCT u.charter_id), 0::bigint FROM unsettled_by($1, $2) u GROUP BY u.cause
    UNION ALL
    SELECT 'charter', 'no_principle', count(DISTINCT c.id), count(DISTINCT c.proposal) FROM ${undecided('none')}
    UNION ALL
    SELECT 'charter', 'names_leaving', count(DISTINCT c.id), count(DISTINCT c.proposal) FROM ${undecided('one')}
    UNION ALL
    SELECT 'change_request', CASE WHEN stays THEN 'names_leaving' ELSE 'no_principle' END, count(*), count(proposal)
      FROM changing GROUP BY stays
    UNION ALL
    SELECT 'exception', 'principle_left', count(*), count(proposal) FROM waived
    UNION ALL
    SELECT 'mandate', 'untranslated', count(*), 0 FROM untranslated)`;

const CHARTERS_OF_PAGE = `(CASE WHEN coalesce($4::text, 'charter') IN ('charter', 'proposal') THEN $5::bigint + $6::bigint ELSE 0 END)`;
const wants = (kind: string): string => `coalesce($4::text, '${kind}') = '${kind}'`;
const wantsOrAsked = (kind: string): string => `(${wants(kind)} OR $4 = 'proposal' AND proposal IS NOT NULL)`;

/**
 * Records that lose their footing when version $1 takes the place of $2, as many of each part as the page can need:
 * `unsettled_by` is what ratification itself writes into the queue. Whatever is not approved yet could not be any more
 * once nothing it cites is in force (PRINCIPLE), and an exception needs a principle to deviate from.
 */
const ENTRIES = `
  entry AS MATERIALIZED (
    SELECT 'charter' AS kind, u.charter_id AS id, u.cause AS reason, array_agg(u.principle_id) AS principles, NULL::uuid AS proposal
      FROM unsettled_by($1, $2, CASE WHEN ${wants('charter')} THEN $5::bigint + $6::bigint ELSE 0 END) u
     GROUP BY u.charter_id, u.cause
    UNION ALL
    SELECT 'charter', c.id, 'no_principle', array_agg(lost.id), c.proposal
      FROM ${undecided('none', CHARTERS_OF_PAGE, IS_ASKED)} GROUP BY c.id, c.proposal
    UNION ALL
    SELECT 'charter', c.id, 'names_leaving', array_agg(lost.id), c.proposal
      FROM ${undecided('one', CHARTERS_OF_PAGE, IS_ASKED)} GROUP BY c.id, c.proposal
    UNION ALL
    SELECT 'change_request', id, CASE WHEN stays THEN 'names_leaving' ELSE 'no_principle' END, principles, proposal
      FROM changing WHERE ${wantsOrAsked('change_request')}
    UNION ALL
    SELECT 'exception', id, 'principle_left', ARRAY[principle_id], proposal FROM waived WHERE ${wantsOrAsked('exception')}
    UNION ALL
    SELECT 'mandate', id, 'untranslated', ARRAY(SELECT jsonb_array_elements_text(principles)::uuid), NULL
      FROM untranslated WHERE ${wants('mandate')})`;

const inOrder = (words: readonly string[], word: string): string =>
  `array_position(ARRAY['${words.join("','")}'], ${word})`;

const IN_PARTS = `${inOrder(IMPACT_KINDS, 'e.kind')}, ${inOrder(IMPACT_REASONS, 'e.reason')}`;

/**
 * The page, and only then what its records are called. Pages follow each other in the order in which records came, which
 * is that of their codes but for those of one instant; on a page the codes are in order.
 */
const PAGE = `
  page AS MATERIALIZED (
    SELECT e.*, dense_rank() OVER (ORDER BY ${IN_PARTS}) AS part FROM entry e ORDER BY ${IN_PARTS}, e.id LIMIT $5 OFFSET $6),
  stated AS MATERIALIZED (
    SELECT e.*, coalesce(x.code, c.code, m.code) AS code, coalesce(c.title, m.title) AS title,
           coalesce(r.status, x.status, c.status, 'translated') AS status, coalesce(c.lead_id, m.sponsor_id) AS lead_id,
           c.id AS charter_id
      FROM page e
      LEFT JOIN change_request r ON r.id = e.id
      LEFT JOIN principle_exception x ON x.id = e.id
      LEFT JOIN charter c ON c.id = coalesce(r.charter_id, x.charter_id, e.id)
      LEFT JOIN mandate m ON m.id = e.id)`;

const REFERENCE_TO = {
  charter: `jsonb_build_object('id', s.charter_id, 'code', (SELECT c.code FROM charter c WHERE c.id = s.charter_id), 'name', s.title)`,
  proposal: `(SELECT jsonb_build_object('id', o.id, 'code', o.code, 'name', o.title) FROM proposal o WHERE o.id = s.proposal)`,
} as const;

/** Whether the queue holds it already, for every principle. */
const ALREADY = `s.kind = 'charter' AND s.reason IN ('principle_left', 'principle_revised') AND NOT EXISTS (
  SELECT 1 FROM unnest(s.principles) p WHERE NOT EXISTS (
    SELECT 1 FROM reaffirmation o WHERE o.charter_id = s.id AND o.cause = s.reason AND o.principle_id = p AND o.settled_at IS NULL))`;

/** A change has no code of its own; it goes by its charter. */
const ENTRY = `jsonb_build_object('kind', s.kind, 'status', s.status, 'reason', s.reason, 'already', ${ALREADY},
  'record', jsonb_build_object('id', s.id, 'code', CASE WHEN s.kind <> 'change_request' THEN s.code END,
    'name', CASE s.kind WHEN 'exception' THEN s.code ELSE s.title END),
  'lead', ${personOf('s.lead_id')}, 'missing', '[]'::jsonb, 'proposal', ${REFERENCE_TO.proposal},
  'charter', CASE WHEN s.kind IN ('change_request', 'exception') THEN ${REFERENCE_TO.charter} END,
  'principles', (SELECT coalesce(jsonb_agg(${PRINCIPLE_OF} ORDER BY length(o.code), o.code), '[]')
    FROM unnest(s.principles) p JOIN principle o ON o.id = p))`;

const sumOf = (what: string, where: string): string =>
  `coalesce(sum(${what})${where ? ` FILTER (WHERE ${where})` : ''}, 0)`;
const FIGURES = `(SELECT jsonb_build_object(
    'reaffirm', ${sumOf('n', `reason = 'principle_revised'`)},
    'change', ${sumOf('n', `kind = 'charter' AND reason = 'principle_left'`)},
    'blocked', ${sumOf('n', `reason = 'no_principle'`)}, 'named', ${sumOf('n', `reason = 'names_leaving'`)},
    'exceptions', ${sumOf('n', `kind = 'exception'`)}, 'mandates', ${sumOf('n', `kind = 'mandate'`)},
    'proposals', ${sumOf('asked', '')}) FROM counted)`;
const TOTAL = `(SELECT coalesce(sum(CASE WHEN $4 = 'proposal' THEN asked WHEN coalesce($4::text, kind) = kind THEN n END), 0)::int
  FROM counted)`;

/**
 * $1 the version, $2 the one in force or null, $3 the orders that would be untranslated, $4 a kind, `proposal` for what is
 * before the board, or null, $5 and $6 the page.
 */
export const IMPACT = `WITH ${[LEAVING, FEW, COUNTED, ENTRIES, PAGE].join(',')}
  SELECT ${FIGURES} AS figures, ${TOTAL} AS total,
         (SELECT coalesce(jsonb_agg(${ENTRY} ORDER BY s.part, length(s.code), s.code, s.id), '[]') FROM stated s) AS items`;

/** What the version does to each principle, and what rests on it today; $1 and $2 as above. */
export const PRINCIPLES = `
  SELECT ${PRINCIPLE_OF} AS principle, b.change,
         (SELECT count(*)::int FROM charter_principle l JOIN standing_charter c ON c.id = l.charter_id
           WHERE l.principle_id = p) AS charters,
         (SELECT count(*)::int FROM principle_exception x WHERE x.principle_id = p AND x.status = 'granted') AS exceptions
    FROM principles_between($1, $2) b CROSS JOIN LATERAL (VALUES (b.principle_id)) one (p) JOIN principle o ON o.id = p
   WHERE b.change <> 'same'
   ORDER BY length(o.code), o.code`;
