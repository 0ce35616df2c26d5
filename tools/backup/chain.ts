import type pg from 'pg';

/**
 * How many sealed events do not verify: the SHA-256 of the text of each event, the columns beside it that must say the
 * same, and the SHA-256 of `sequence|previous|event` of each link; computed by the database in one pass.
 */
export async function brokenLinksOf(client: pg.Client): Promise<number> {
  const { rows } = await client.query<{ broken: number }>(BROKEN);
  return rows[0]?.broken ?? 0;
}

const SAYS_THE_SAME = `
  (e.body::jsonb ->> 'id', (e.body::jsonb ->> 'at')::timestamptz, e.body::jsonb ->> 'actor', e.body::jsonb ->> 'session',
   e.body::jsonb ->> 'requestId', e.body::jsonb ->> 'action', e.body::jsonb #>> '{record,type}',
   e.body::jsonb #>> '{record,id}', e.body::jsonb #>> '{record,code}')
  IS NOT DISTINCT FROM
  (e.id::text, e.at, e.actor_id::text, e.session_id::text, e.request_id, e.action, e.record_type, e.record_id::text,
   e.record_code)`;
const BROKEN = `
  SELECT count(*)::int AS broken FROM (
    SELECT c.*, e.body, e.hash AS stored, ${SAYS_THE_SAME} AS same, lag(c.hash, 1, repeat('0', 64)) OVER following AS before, lag(c.sequence, 1, 0::bigint) OVER following AS last
      FROM audit_chain c LEFT JOIN audit_event e ON e.id = c.event_id
    WINDOW following AS (ORDER BY c.sequence)
  ) link
   WHERE sequence <> last + 1 OR previous_hash <> before OR body IS NULL
      OR stored <> event_hash OR NOT same
      OR event_hash <> encode(sha256(convert_to(body, 'UTF8')), 'hex')
      OR hash <> encode(sha256(convert_to(sequence || '|' || previous_hash || '|' || event_hash, 'UTF8')), 'hex')`;
