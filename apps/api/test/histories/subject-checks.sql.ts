import { personAt } from './as-of.sql';

const LATEST = `(SELECT DISTINCT ON (charter_id) * FROM of_charters ORDER BY charter_id, decided_at DESC, id DESC)`;

/** What was approved: the promise of the product, the snapshot, and the trail. Each row a check finds is a violation. */
export const SUBJECT_CHECKS: Record<string, string> = {
  'approved as something else than was decided': `
    SELECT d.code, c.approved_revision || ' under ' || c.approved_under_version FROM ${LATEST} d JOIN charter c ON c.id = d.charter_id
     WHERE (c.approved_revision, c.approved_under_version) IS DISTINCT FROM (d.revision, d.strategy_version_id)
        OR c.approved_at IS NULL`,
  'decided under a version that was not in force': `
    SELECT d.code, v.number::text FROM of_charters d LEFT JOIN strategy_version v ON v.id = d.strategy_version_id
     WHERE v.ratified_at IS NULL OR v.ratified_at > d.decided_at
        OR v.superseded_at < d.decided_at`,
  'no principle of the version': `
    SELECT d.code, NULL FROM of_charters d WHERE NOT EXISTS (
      SELECT 1 FROM jsonb_array_elements(d.content -> 'principles') l
        JOIN principle_revision r ON r.principle_id = (l ->> 'principle')::uuid AND r.strategy_version_id = d.strategy_version_id)`,
  'no principle of the version on the charter': `
    SELECT c.code, NULL FROM of_charters d JOIN charter c ON c.id = d.charter_id WHERE NOT EXISTS (
      SELECT 1 FROM charter_principle l JOIN principle_revision r ON r.principle_id = l.principle_id
         AND r.strategy_version_id = c.approved_under_version WHERE l.charter_id = c.id)`,
  'no complete business KPI among what was voted on': `
    SELECT d.code, d.content ->> 'kpis' FROM of_charters d WHERE NOT EXISTS (
      SELECT 1 FROM jsonb_array_elements(d.content -> 'kpis') l JOIN kpi k ON k.id = (l ->> 'kpi')::uuid
        JOIN jsonb_array_elements(d.shown -> 'kpis') s ON s ->> 'code' = k.code
       WHERE s ->> 'kind' = 'outcome' AND s ->> 'owner' IS NOT NULL AND s ->> 'definition' <> '' AND s ->> 'unit' <> ''
         AND s #>> '{baseline,value}' IS NOT NULL AND l ->> 'by' <= s #>> '{target,date}'
         AND CASE s ->> 'direction'
               WHEN 'increase' THEN s #>> '{target,value}' IS NOT NULL AND (l ->> 'to')::numeric > (l ->> 'from')::numeric
               WHEN 'decrease' THEN s #>> '{target,value}' IS NOT NULL AND (l ->> 'to')::numeric < (l ->> 'from')::numeric
               WHEN 'maintain' THEN num_nonnulls(s #>> '{target,lower}', s #>> '{target,upper}') > 0
                 AND coalesce((l ->> 'to')::numeric >= (s #>> '{target,lower}')::numeric, true)
                 AND coalesce((l ->> 'to')::numeric <= (s #>> '{target,upper}')::numeric, true)
               ELSE false END)`,
  'no complete business KPI on the charter': `
    SELECT c.code, NULL FROM of_charters d JOIN charter c ON c.id = d.charter_id WHERE NOT EXISTS (
      SELECT 1 FROM charter_kpi l JOIN kpi_revision r ON r.id = l.kpi_revision_id AND r.kpi_id = l.kpi_id
       WHERE l.charter_id = c.id AND r.kind = 'outcome' AND r.definition <> '' AND r.unit <> '' AND r.baseline_value IS NOT NULL
         AND l.by_date <= r.target_date
         AND CASE r.direction WHEN 'increase' THEN r.target_value IS NOT NULL AND l.to_value > l.from_value
                              WHEN 'decrease' THEN r.target_value IS NOT NULL AND l.to_value < l.from_value
                              WHEN 'maintain' THEN num_nonnulls(r.lower_limit, r.upper_limit) > 0 ELSE false END)`,
  'another revision of a KPI than was voted on': `
    SELECT d.code, k.code FROM ${LATEST} d JOIN charter_kpi l ON l.charter_id = d.charter_id JOIN kpi k ON k.id = l.kpi_id
      JOIN kpi_revision r ON r.id = l.kpi_revision_id
     WHERE NOT EXISTS (SELECT 1 FROM jsonb_array_elements(d.shown -> 'kpis') s
                        WHERE s ->> 'code' = k.code AND (s ->> 'revision')::integer = r.number)`,
  'snapshot that is not what was decided': `
    SELECT d.code, d.hash FROM decided d
     WHERE d.hash <> encode(sha256(convert_to(d.body, 'UTF8')), 'hex') OR d.snapshot_hash <> d.hash
        OR d.snapshot_id <> d.last_snapshot OR d.snapshot_of <> d.proposal_id OR d.status <> 'approved'
        OR d.shown ->> 'proposal' <> d.code`,
  'charter that is not what was decided': `
    SELECT d.code, f.key FROM ${LATEST} d CROSS JOIN LATERAL (SELECT charter_content(d.charter_id) AS now) n,
           jsonb_each(d.content) f
     WHERE f.key NOT IN ('title', 'budget', 'startDate', 'endDate', 'predecessors')
       AND CASE f.key
             WHEN 'resilience' THEN (f.value #- '{portability,lastTestedOn}') <> (n.now -> f.key #- '{portability,lastTestedOn}')
             WHEN 'kpis' THEN (SELECT jsonb_agg(x - 'revision' ORDER BY x ->> 'kpi') FROM jsonb_array_elements(f.value) x)
                              <> (SELECT jsonb_agg(x - 'revision' ORDER BY x ->> 'kpi') FROM jsonb_array_elements(n.now -> 'kpis') x)
             ELSE f.value <> n.now -> f.key END`,
  'more money or time than was voted on': `
    SELECT d.code, coalesce(c.budget_amount::text, 'no budget') || ' until ' || coalesce(c.end_date::text, 'ever')
      FROM ${LATEST} d JOIN charter c ON c.id = d.charter_id
     CROSS JOIN LATERAL (SELECT (d.shown #>> '{content,budget,amount}')::numeric AS budget, d.shown #>> '{content,budget,currency}' AS currency,
                                (d.shown #>> '{content,endDate}')::date AS ends) v
     WHERE c.budget_currency IS DISTINCT FROM v.currency OR c.budget_amount > v.budget
        OR (v.ends IS NOT NULL AND (c.end_date IS NULL OR c.end_date > v.ends + 30))`,
  'milestone that nobody overruled': `
    SELECT d.code, NULL FROM of_charters d JOIN strategy_version v ON v.id = d.strategy_version_id
     WHERE d.content ->> 'outcomeStatement' LIKE 'Migrate %' AND v.gate_policy -> 'approve' ? 'OUTCOME'
       AND NOT EXISTS (SELECT 1 FROM overrule o WHERE o.snapshot_id = d.snapshot_id AND o.check_code = 'OUTCOME')`,
  'overruled by somebody who may not': `
    SELECT d.code, o.user_id::text FROM decided d JOIN overrule o ON o.snapshot_id = d.snapshot_id
      CROSS JOIN LATERAL ${personAt('o.user_id', 'o.at')} u
     WHERE NOT (u.internal AND u.active) OR EXISTS (SELECT 1 FROM stake k WHERE k.proposal_id = d.proposal_id AND k.user_id = o.user_id)
        OR NOT EXISTS (SELECT 1 FROM places q JOIN constituency k ON k.id = q.constituency_id AND NOT k.is_it
                        WHERE q.proposal_id = d.proposal_id AND q.holder = o.user_id)`,
  'closing without an audit event': `
    SELECT d.code, NULL FROM decided d WHERE NOT EXISTS (
      SELECT 1 FROM audit_event e WHERE e.record_id = d.proposal_id AND e.action = 'proposal.closed' AND e.actor_id = d.decided_by
         AND e.body::jsonb #>> '{after,status}' = 'approved' AND e.body::jsonb #>> '{after,snapshotHash}' = d.snapshot_hash)`,
  'vote without an audit event': `
    SELECT v.code, v.id::text FROM on_decided v WHERE NOT EXISTS (
      SELECT 1 FROM audit_event e WHERE e.record_id = v.proposal_id AND e.action = 'proposal.voted' AND e.actor_id = v.user_id
         AND e.body::jsonb #>> '{after,choice}' = v.choice)`,
  'approval without an audit event': `
    SELECT d.code, NULL FROM of_charters d WHERE NOT EXISTS (
      SELECT 1 FROM audit_event e WHERE e.record_id = d.charter_id AND e.action IN ('charter.approved', 'change_request.applied')
         AND (e.body::jsonb #>> '{after,approvedUnderVersion}')::uuid = d.strategy_version_id
         AND e.body::jsonb #>> '{after,changeRequest}' IS NOT DISTINCT FROM d.change_number::text)`,
  'change of state without an audit event': `
    SELECT c.code, t.was || ' after ' || t.previous FROM (SELECT DISTINCT charter_id FROM of_charters) d JOIN charter c ON c.id = d.charter_id
     CROSS JOIN LATERAL (
       SELECT s.was, lag(s.became) OVER (ORDER BY s.at, s.id) AS previous FROM (
         SELECT e.at, e.id, e.body::jsonb #>> '{before,status}' AS was, e.body::jsonb #>> '{after,status}' AS became
           FROM audit_event e WHERE e.record_id = c.id AND e.action LIKE 'charter.%' AND e.body::jsonb -> 'after' ? 'status'
         UNION ALL SELECT 'infinity', NULL, c.status, NULL) s) t
     WHERE t.was <> t.previous`,
};
