/** The SHA-256 of a text in small hexadecimal digits, as `sha256` of audit-event.ts computes it. */
const HASH_OF_BODY = `encode(sha256(convert_to(e.body, 'UTF8')), 'hex')`;
const HASH_OF_LINK = `encode(sha256(convert_to(l.sequence || '|' || l.previous_hash || '|' || l.event_hash, 'UTF8')), 'hex')`;

/** What PostgreSQL cannot read as JSON with texts; no event was ever written so. */
const READABLE = `e.body IS JSON OBJECT AND (position('\\u0000' IN e.body) = 0 OR e.body !~ '(^|[^\\\\])(\\\\\\\\)*\\\\u0000')`;

/** The columns beside the body say the same as the body; they are what lists are filtered and sorted by. */
const COLUMNS_AGREE = `(
  SELECT (b.id, b.at, b.actor, b.session, b."requestId", b.action, b.record ->> 'type', b.record ->> 'id', b.record ->> 'code')
         IS NOT DISTINCT FROM (e.id::text, to_char(e.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), e.actor_id::text,
           e.session_id::text, e.request_id, e.action, e.record_type, e.record_id::text, e.record_code)
         AND e.at = date_trunc('milliseconds', e.at)
    FROM json_to_record(e.body::json)
      AS b(id text, at text, actor text, session text, "requestId" text, action text, record json))`;

/**
 * The next links of the chain after `$1` (with the hash `$3`), at most `$2` of them and none after `$4`: how many there
 * were, the last of them, and what does not fit. Hashing is left to PostgreSQL: a million links are half a minute of one
 * connection and none of the server's own processor. Events are looked up one by one, because a plan that reads the
 * whole table for each batch would never end.
 */
export const CHECK_LINKS = `
  WITH link AS MATERIALIZED (
    SELECT sequence, event_id, event_hash, previous_hash, hash, sealed_at,
           lag(sequence, 1, $1::bigint) OVER (ORDER BY sequence) AS sequence_before,
           lag(hash, 1, $3::text) OVER (ORDER BY sequence) AS hash_before
      FROM (SELECT * FROM audit_chain WHERE sequence > $1 AND sequence <= $4 ORDER BY sequence LIMIT $2) batch
  ), judged AS MATERIALIZED (
    SELECT l.sequence, l.event_id, l.hash, l.sealed_at,
           CASE WHEN l.sequence <> l.sequence_before + 1 THEN 'chain-gap' END AS gap,
           CASE WHEN l.hash <> ${HASH_OF_LINK}
                  OR (l.sequence = l.sequence_before + 1 AND l.previous_hash <> l.hash_before) THEN 'chain-changed' END AS link,
           CASE WHEN e.id IS NULL THEN 'event-missing'
                WHEN e.hash <> l.event_hash OR ${HASH_OF_BODY} <> l.event_hash THEN 'event-changed'
                WHEN NOT (${READABLE}) THEN 'event-changed'
                WHEN NOT ${COLUMNS_AGREE} THEN 'event-changed' END AS event
      FROM link l LEFT JOIN LATERAL (SELECT * FROM audit_event WHERE id = l.event_id LIMIT 1) e ON true
  )
  SELECT (SELECT count(*)::int FROM judged) AS count,
         (SELECT jsonb_build_object('sequence', sequence, 'hash', hash, 'at', sealed_at)
            FROM judged ORDER BY sequence DESC LIMIT 1) AS last,
         (SELECT coalesce(jsonb_agg(jsonb_build_object('kind', found.kind, 'sequence', found.sequence, 'eventId', found.event_id)
                                    ORDER BY found.sequence), '[]')
            FROM (SELECT j.sequence, j.event_id, kind FROM judged j, unnest(ARRAY[j.gap, j.link, j.event]) kind
                   WHERE kind IS NOT NULL ORDER BY j.sequence LIMIT 1000) found) AS findings`;

/** Where the chain ends now. Ordered by the column and not by the number it answers, which no index holds. */
export const CHAIN_HEAD = `
  SELECT c.sequence::float8 AS sequence, c.hash, c.sealed_at AS at FROM audit_chain c ORDER BY c.sequence DESC LIMIT 1`;

/** Personal values that are still there, with the events they belong to, after the one of `$1` and `$2`. */
export const PERSONAL_VALUES = `
  SELECT p.event_id AS "eventId", p.pointer, p.salt, p.value, e.body, c.sequence::float8 AS sequence
    FROM (SELECT * FROM audit_personal_value WHERE (event_id, pointer) > ($1::uuid, $2::text)
           ORDER BY event_id, pointer LIMIT $3) p
    LEFT JOIN LATERAL (SELECT body FROM audit_event WHERE id = p.event_id LIMIT 1) e ON true
    LEFT JOIN LATERAL (SELECT sequence FROM audit_chain WHERE event_id = p.event_id LIMIT 1) c ON true
   ORDER BY p.event_id, p.pointer`;

/** Events older than five seconds, of transactions that ended here or in the life of another server, outside the chain. */
export const UNSEALED = `
  SELECT id FROM audit_event e
   WHERE at < clock_timestamp() - interval '5 seconds'
     AND (transaction < pg_snapshot_xmin(pg_current_snapshot()) OR transaction >= pg_snapshot_xmax(pg_current_snapshot()))
     AND NOT EXISTS (SELECT 1 FROM audit_chain c WHERE c.event_id = e.id)
   LIMIT 1000`;
