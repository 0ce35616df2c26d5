import { DECIDING_OF_V, exceptionsOf } from '../charters/charter-gate.query';
import { STORED } from '../charters/charter-gate.sources';
import { TODAY } from '../platform/database/today';
import { personOf } from '../platform/records/json-sql';

/** What each of the versions $1 asks by its decision tables. */
export const ASKED_BY = `
  SELECT v.id, json_build_object('number', v.number, 'policy', v.gate_policy) AS strategy, ${DECIDING_OF_V} AS deciding
    FROM strategy_version v WHERE v.id = ANY ($1::uuid[])`;

/** How many come to a gate, from indexes alone. */
export const TO_LOOK_AT = `
  SELECT ((SELECT count(*) FROM standing_charter) + (SELECT count(*) FROM undecided_charter)
        + (SELECT count(*) FROM change_request r WHERE r.status = 'submitted'))::int AS total`;

/**
 * The next $2 of them behind the id $1, as the gate reads them; a change asks with its own answers, and with every exception
 * of its charter, as an approved one does.
 */
export const LOOKED_AT = `
WITH c AS MATERIALIZED (
  SELECT o.id AS record_id, o.change, c.id, c.code, c.status, c.approved_at IS NOT NULL AS approved, ${TODAY} AS today,
         coalesce(CASE WHEN o.change THEN r.content -> 'facts' ELSE c.facts END, '{}') AS facts,
         coalesce(CASE WHEN o.change THEN r.content -> 'deviations' ELSE c.deviations END, '[]') AS deviations
    FROM (SELECT s.id, s.id AS charter_id, false AS change FROM standing_charter s WHERE s.id > $1
          UNION ALL
          SELECT u.id, u.id, false FROM undecided_charter u WHERE u.id > $1
          UNION ALL
          SELECT q.id, q.charter_id, true FROM change_request q WHERE q.status = 'submitted' AND q.id > $1
          ORDER BY id LIMIT $2) o
    JOIN charter c ON c.id = o.charter_id
    LEFT JOIN change_request r ON o.change AND r.id = o.id)
SELECT c.record_id AS "recordId", c.change, c.approved, c.today::text AS today, c.facts, c.deviations,
       json_build_object('id', c.id, 'code', c.code, 'status', c.status) AS charter, ${exceptionsOf(STORED)} AS exceptions
  FROM c ORDER BY c.record_id`;

/** What the records $1 are called, and who answers for them. */
export const NAMED = `
  SELECT o.id, jsonb_build_object('id', c.id, 'code', c.code, 'name', c.title) AS charter, ${personOf('c.lead_id')} AS lead,
         coalesce(r.status, c.status) AS status,
         (SELECT jsonb_build_object('id', p.id, 'code', p.code, 'name', p.title) FROM proposal p
           WHERE p.status = 'open' AND (p.change_request_id = r.id OR r.id IS NULL AND p.charter_id = c.id)) AS proposal
    FROM unnest($1::uuid[]) o (id)
    LEFT JOIN change_request r ON r.id = o.id
    JOIN charter c ON c.id = coalesce(r.charter_id, o.id)`;
