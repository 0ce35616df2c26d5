import { holderAt, personAt } from './as-of.sql';

/** The vote: who cast it, whether enough were there, whether it was carried. Each row a check finds is a violation. */
export const BALLOT_CHECKS: Record<string, string> = {
  'vote by somebody with a stake': `
    SELECT v.code, v.user_id::text AS detail FROM on_decided v JOIN stake k ON k.proposal_id = v.proposal_id AND k.user_id = v.user_id`,
  'vote by somebody external, inactive or without a role that votes': `
    SELECT v.code, v.user_id::text FROM on_decided v CROSS JOIN LATERAL ${personAt('v.user_id', 'v.cast_at')} u
     WHERE NOT (u.internal AND u.able)`,
  'vote in a seat that was not the voter’s': `
    SELECT v.code, v.user_id::text FROM on_decided v
     WHERE v.seat_id IS NOT NULL AND (
       ${holderAt('v.seat_id', 'v.cast_at')} IS DISTINCT FROM v.user_id
       OR NOT EXISTS (SELECT 1 FROM proposal_seat ps WHERE ps.proposal_id = v.proposal_id AND ps.seat_id = v.seat_id
                         AND ps.constituency_id = v.constituency_id))`,
  'vote of a substitute who was not named': `
    SELECT v.code, v.user_id::text FROM on_decided v
     WHERE v.substitute_id IS NOT NULL AND NOT EXISTS (
       SELECT 1 FROM substitute s WHERE s.id = v.substitute_id AND s.proposal_id = v.proposal_id AND s.user_id = v.user_id
          AND s.constituency_id = v.constituency_id AND s.named_at <= v.cast_at)`,
  'substitute who was not fit': `
    SELECT d.code, s.user_id::text FROM decided d JOIN substitute s ON s.proposal_id = d.proposal_id
      CROSS JOIN LATERAL ${personAt('s.user_id', 's.named_at')} u
     WHERE NOT (u.internal AND u.able)
        OR EXISTS (SELECT 1 FROM seat t WHERE t.board_id = d.board_id AND ${holderAt('t.id', 's.named_at')} = s.user_id)`,
  'vote after the closing': `
    SELECT v.code, v.id::text FROM on_decided v JOIN decided d ON d.proposal_id = v.proposal_id
     WHERE v.cast_at > d.decided_at OR v.cast_at > d.closed_at`,
  'one person counted twice': `
    SELECT s.code, s.record ->> 'tally' FROM sums s
     WHERE (SELECT sum(n::integer) FROM jsonb_each_text(s.record -> 'tally') t (choice, n))
           > (SELECT count(DISTINCT v.user_id) FROM on_decided v WHERE v.proposal_id = s.proposal_id)`,
  'other figures in the decision than in the votes': `
    SELECT code, (record -> 'tally')::text FROM sums
     WHERE record -> 'tally' IS DISTINCT FROM jsonb_build_object('approve', approve, 'reject', reject, 'return', returned, 'abstain', abstain)`,
  'constituency that did not vote': `
    SELECT d.code, k.key FROM decided d JOIN constituency k ON k.board_id = d.board_id
     WHERE NOT EXISTS (SELECT 1 FROM counted c WHERE c.proposal_id = d.proposal_id AND c.constituency_id = k.id)`,
  'fewer than half of the eligible seats': `SELECT code, votes || ' of ' || eligible FROM sums WHERE 2 * votes < eligible`,
  'not carried by its rule': `
    SELECT code, rule FROM sums
     WHERE NOT CASE rule WHEN 'simple_majority' THEN approve > reject
                         WHEN 'two_thirds' THEN approve * 3 >= (approve + reject) * 2 ELSE reject = 0 END`,
  'fewer than two approvals from two constituencies, one not IT': `
    SELECT code, approve || ' from ' || approving FROM sums
     WHERE approve < 2 OR approving < 2 OR approving_beyond_it IS NOT TRUE`,
  // Whoever had not voted rejects, and a vote of somebody who sat there before falls with it.
  'closed early while a vote could still change it': `
    SELECT s.code, s.uncast || ' uncast' FROM sums s
     CROSS JOIN LATERAL (SELECT count(*) AS falls FROM counted c JOIN places q ON q.proposal_id = c.proposal_id AND q.seat_id = c.seat_id
                          WHERE c.proposal_id = s.proposal_id AND c.choice = 'approve' AND q.eligible AND q.holder <> c.user_id) f
     WHERE s.early AND s.uncast > 0
       AND NOT CASE s.rule WHEN 'simple_majority' THEN s.approve - falls > s.reject + s.uncast
                           WHEN 'two_thirds' THEN (s.approve - falls) * 3 >= (s.approve - falls + s.reject + s.uncast) * 2
                           ELSE false END`,
  'closed by somebody who may not': `
    SELECT d.code, d.decided_by::text FROM decided d CROSS JOIN LATERAL ${personAt('d.decided_by', 'd.decided_at')} u
     WHERE NOT (u.internal AND u.active)
        OR NOT (EXISTS (SELECT 1 FROM board w WHERE w.id = d.board_id AND w.secretary_id = d.decided_by)
                OR EXISTS (SELECT 1 FROM places q WHERE q.proposal_id = d.proposal_id AND q.holder = d.decided_by AND q.eligible))`,
  'decided by another board or rule than its right says': `
    SELECT d.code, d.shown #>> '{content,budget,amount}' FROM decided d
     WHERE d.decided_under_id IS NOT NULL AND NOT EXISTS (
       SELECT 1 FROM decision_right r
        WHERE r.strategy_version_id = d.decided_under_id AND r.subject = d.subject_type AND r.board_id = d.board_id AND r.rule = d.rule
          AND r.id = (SELECT o.id FROM decision_right o
                       WHERE o.strategy_version_id = r.strategy_version_id AND o.subject = r.subject
                         AND (d.shown #>> '{content,budget,amount}' IS NULL AND o.budget_up_to IS NULL
                              OR (d.shown #>> '{content,budget,amount}')::numeric <= coalesce(o.budget_up_to, 'infinity'))
                       ORDER BY coalesce(o.budget_up_to, 'infinity') LIMIT 1))`,
};
