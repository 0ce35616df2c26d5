import { holderAt, personAt } from './as-of.sql';

/**
 * Every approval with what was decided, who had a stake in it and which votes counted, derived from tables and audit
 * trail. Shares nothing with the rules of the product: where the two differ, one of them is wrong. $1 are the
 * proposals to judge.
 */
export const DECIDED = `
  decided AS MATERIALIZED (
    SELECT d.id, d.proposal_id, d.decided_at, d.decided_by, d.snapshot_id, d.snapshot_hash, d.strategy_version_id, d.record,
           p.code, p.subject_type, p.board_id, p.rule, p.status, p.submitted_by, p.due_at, p.closed_at,
           p.snapshot_id AS last_snapshot, p.decided_under_id, coalesce(p.charter_id, r.charter_id) AS charter_id,
           r.id AS change_id, r.number AS change_number, r.base, coalesce(r.content, w.content) AS content,
           s.hash, s.revision, s.body, s.body::jsonb AS shown, s.proposal_id AS snapshot_of
      FROM decision d
      JOIN proposal p ON p.id = d.proposal_id
      JOIN proposal_snapshot s ON s.id = d.snapshot_id
      LEFT JOIN change_request r ON r.id = p.change_request_id
      LEFT JOIN charter_revision w ON w.charter_id = p.charter_id AND w.number = s.revision
     WHERE d.outcome = 'approved' AND p.id = ANY ($1::uuid[])),
  of_charters AS (SELECT * FROM decided WHERE charter_id IS NOT NULL),
  stake AS MATERIALIZED (
    SELECT proposal_id, submitted_by AS user_id FROM decided
    UNION
    SELECT c.proposal_id, (named.content ->> f)::uuid
      FROM of_charters c CROSS JOIN LATERAL (VALUES (c.content), (c.base)) AS named (content),
           unnest(ARRAY['lead', 'itLead', 'businessSponsor']) f
     WHERE named.content ->> f IS NOT NULL
    UNION
    SELECT c.proposal_id, e.actor_id
      FROM of_charters c JOIN audit_event e ON e.record_id = c.charter_id AND e.at <= c.decided_at
     WHERE e.actor_id IS NOT NULL
       AND CASE WHEN c.change_id IS NULL
             THEN e.action IN ('charter.created', 'charter.edited') AND e.body::jsonb -> 'after' ?| ARRAY['outcomeStatement',
                  'narrative', 'businessUnit', 'lead', 'businessSponsor', 'itLead', 'capability', 'noGovernedData',
                  'resilience', 'principles', 'kpis', 'domains', 'services', 'systems', 'parties']
             ELSE e.action = 'change_request.submitted'
                  AND (e.body::jsonb #>> '{after,changeRequest}')::integer = c.change_number END),
  on_decided AS MATERIALIZED (
    SELECT v.*, d.board_id, d.decided_at, d.code FROM vote v
      JOIN decided d ON d.proposal_id = v.proposal_id AND d.snapshot_id = v.snapshot_id),
  last_of_place AS (
    SELECT DISTINCT ON (l.proposal_id, coalesce(l.seat_id, l.substitute_id)) l.*
      FROM (SELECT DISTINCT ON (proposal_id, user_id) * FROM on_decided ORDER BY proposal_id, user_id, sequence DESC) l
     ORDER BY l.proposal_id, coalesce(l.seat_id, l.substitute_id), l.sequence DESC),
  counted AS MATERIALIZED (
    SELECT l.* FROM last_of_place l
     WHERE l.seat_id IS NOT NULL
        OR NOT EXISTS (SELECT 1 FROM last_of_place o WHERE o.proposal_id = l.proposal_id AND o.seat_id IS NOT NULL
                        AND o.constituency_id = l.constituency_id)),
  places AS MATERIALIZED (
    SELECT d.proposal_id, ps.seat_id, ps.constituency_id, h.holder,
           h.holder IS NOT NULL AND w.internal AND w.able
             AND NOT EXISTS (SELECT 1 FROM stake k WHERE k.proposal_id = d.proposal_id AND k.user_id = h.holder) AS eligible
      FROM decided d JOIN proposal_seat ps ON ps.proposal_id = d.proposal_id
     CROSS JOIN LATERAL (SELECT ${holderAt('ps.seat_id', 'd.decided_at')} AS holder) h
      LEFT JOIN LATERAL ${personAt('h.holder', 'd.decided_at')} w ON true),
  sums AS MATERIALIZED (
    SELECT d.proposal_id, d.code, d.rule, d.record, d.decided_at < d.due_at AS early,
           count(c.*) FILTER (WHERE c.choice = 'approve') AS approve,
           count(c.*) FILTER (WHERE c.choice = 'reject') AS reject,
           count(c.*) FILTER (WHERE c.choice = 'return') AS returned,
           count(c.*) FILTER (WHERE c.choice = 'abstain') AS abstain,
           count(c.*) AS votes,
           count(DISTINCT c.constituency_id) FILTER (WHERE c.choice = 'approve') AS approving,
           bool_or(c.choice = 'approve' AND NOT k.is_it) AS approving_beyond_it,
           (SELECT count(*) FROM places q WHERE q.proposal_id = d.proposal_id
               AND (q.eligible OR EXISTS (SELECT 1 FROM counted o WHERE o.proposal_id = q.proposal_id AND o.seat_id = q.seat_id)))
             + count(c.substitute_id) AS eligible,
           -- Who could still vote, or vote in place of somebody who sat there before.
           (SELECT count(*) FROM places q WHERE q.proposal_id = d.proposal_id AND q.eligible AND NOT EXISTS (
               SELECT 1 FROM counted o WHERE o.proposal_id = q.proposal_id AND o.seat_id = q.seat_id AND o.user_id = q.holder)) AS uncast
      FROM decided d
      LEFT JOIN counted c ON c.proposal_id = d.proposal_id
      LEFT JOIN constituency k ON k.id = c.constituency_id
     GROUP BY d.proposal_id, d.code, d.rule, d.record, d.decided_at, d.due_at)`;
