import { instant, personOf } from '../platform/records/json-sql';
import { SUBJECT_OF_P } from './proposal-subject';

/** The content the board weighs, as ids: what a change request would bring, the revision put forward, or the charter. */
export const WEIGHED_OF_P = `
  LEFT JOIN change_request cr ON cr.id = p.change_request_id
  LEFT JOIN proposal_snapshot ps ON ps.id = p.snapshot_id
  LEFT JOIN charter_revision rv ON rv.charter_id = p.charter_id AND rv.number = ps.revision
  LEFT JOIN LATERAL (SELECT coalesce(cr.content, rv.content, charter_content(p.charter_id)) AS content) w ON true
  JOIN board b ON b.id = p.board_id
  LEFT JOIN decision d ON d.proposal_id = p.id`;

const nameOf = (key: string): string => `(SELECT u.name FROM app_user u WHERE u.id = (w.content ->> '${key}')::uuid)`;

/** The KPI that weighs most stands for the charter in the ask. */
const FIRST_KPI = `(SELECT jsonb_build_object('code', k.code, 'name', k.name, 'unit', r.unit, 'from', l -> 'from',
    'to', l -> 'to', 'by', l -> 'by')
  FROM jsonb_array_elements(w.content -> 'kpis') l
  JOIN kpi k ON k.id = (l ->> 'kpi')::uuid LEFT JOIN kpi_revision r ON r.id = (l ->> 'revision')::uuid
 ORDER BY k.weight DESC NULLS LAST, k.code LIMIT 1)`;

/** An exception by the words it was put before the board in. */
const DEVIATION = `(SELECT jsonb_build_object('deviation', jsonb_build_object(
    'principle', concat_ws(' ', y.content #>> '{principle,code}', y.content #>> '{principle,name}'),
    'charter', concat_ws(' ', y.content #>> '{charter,code}', y.content #>> '{charter,name}'),
    'until', y.content ->> 'expiresOn'))
  FROM (SELECT ps.body::jsonb -> 'content' AS content) y)`;

const ASK = `CASE WHEN p.subject_type = 'exception' THEN ${DEVIATION} WHEN p.subject_type = 'strategy_version'
  THEN (SELECT jsonb_build_object('versionNumber', v.number) FROM strategy_version v WHERE v.id = p.strategy_version_id)
  ELSE jsonb_build_object('outcomeStatement', w.content ->> 'outcomeStatement', 'budget', w.content -> 'budget',
    'kpi', ${FIRST_KPI}, 'sponsor', ${nameOf('businessSponsor')}, 'itLead', ${nameOf('itLead')},
    'unit', (SELECT u.name FROM business_unit u WHERE u.id = (w.content ->> 'businessUnit')::uuid))
    || CASE WHEN cr.id IS NULL THEN '{}'::jsonb ELSE jsonb_build_object('reason', cr.reason) END END`;

/** Whether an open proposal waits for the vote of the person $1: seated or standing in, without a stake, not voted yet. */
export const AWAITS_ME = `(p.status = 'open'
  AND (EXISTS (SELECT 1 FROM proposal_seat s JOIN occupied_seat o ON o.id = s.seat_id
                WHERE s.proposal_id = p.id AND o.holder_id = $1::uuid)
       OR EXISTS (SELECT 1 FROM substitute s WHERE s.proposal_id = p.id AND s.user_id = $1::uuid))
  AND NOT EXISTS (SELECT 1 FROM vote v
                   WHERE v.proposal_id = p.id AND v.user_id = $1::uuid AND v.snapshot_id = p.snapshot_id)
  AND NOT EXISTS (SELECT 1 FROM proposal_interest i WHERE i.proposal_id = p.id AND i.user_id = $1::uuid))`;

/** What list and page share of a proposal `p`. */
export const PROPOSAL_HEAD = `jsonb_build_object('id', p.id, 'code', p.code, 'version', p.version,
  'createdAt', ${instant('p.created_at')}, 'createdBy', ${personOf('p.created_by')},
  'updatedAt', ${instant('p.updated_at')}, 'subjectType', p.subject_type, 'subject', ${SUBJECT_OF_P},
  'title', p.title, 'ask', ${ASK}, 'status', p.status,
  'board', jsonb_build_object('id', b.id, 'code', NULL, 'name', b.name), 'rule', p.rule,
  'submittedBy', ${personOf('p.submitted_by')}, 'submittedAt', ${instant('p.submitted_at')},
  'dueAt', ${instant('p.due_at')}, 'closedAt', ${instant('p.closed_at')}, 'awaitingMe', ${AWAITS_ME},
  'decision', CASE WHEN d.id IS NULL THEN NULL
                   ELSE jsonb_build_object('id', d.id, 'code', d.code, 'name', p.title) END)`;

const SEAT_MARKS = `(SELECT coalesce(jsonb_agg(jsonb_build_object('constituency', m.key, 'choice', m.choice,
      'recused', m.recused) ORDER BY m.position, m.id), '[]')
  FROM (SELECT c.key, c.position, s.seat_id AS id, v.choice, v.choice IS NULL AND EXISTS (
                 SELECT 1 FROM occupied_seat o JOIN proposal_interest i ON i.user_id = o.holder_id
                  WHERE o.id = s.seat_id AND i.proposal_id = p.id) AS recused
          FROM proposal_seat s JOIN constituency c ON c.id = s.constituency_id
          LEFT JOIN counted_vote v ON v.proposal_id = p.id AND v.seat_id = s.seat_id
         WHERE s.proposal_id = p.id
        UNION ALL
        SELECT c.key, c.position, s.id, v.choice, false
          FROM substitute s JOIN constituency c ON c.id = s.constituency_id
          LEFT JOIN counted_vote v ON v.proposal_id = p.id AND v.substitute_id = s.id
         WHERE s.proposal_id = p.id) m)`;

const CONSTITUENCY_MARKS = `(SELECT coalesce(jsonb_agg(jsonb_build_object('key', c.key, 'name', c.name,
      'voted', EXISTS (SELECT 1 FROM counted_vote v WHERE v.proposal_id = p.id AND v.constituency_id = c.id))
      ORDER BY c.position), '[]')
  FROM constituency c WHERE c.board_id = p.board_id)`;

/** One row of a list of proposals; $1 is the reader. */
export const PROPOSAL_ROW = `${PROPOSAL_HEAD} || jsonb_build_object('seats', ${SEAT_MARKS},
  'constituencies', ${CONSTITUENCY_MARKS})`;

/** The snapshot before the one that is voted on: of this proposal, or of the charter's or version's proposal before. */
const BEFORE = `LEFT JOIN LATERAL (
    SELECT o.id, o.proposal_id, o.body
      FROM proposal_snapshot o JOIN proposal q ON q.id = o.proposal_id
      LEFT JOIN change_request qr ON qr.id = q.change_request_id
     WHERE o.taken_at < ps.taken_at
       AND (q.strategy_version_id = p.strategy_version_id
            OR q.exception_id = p.exception_id
            OR coalesce(q.charter_id, qr.charter_id) = coalesce(p.charter_id, cr.charter_id))
     ORDER BY o.taken_at DESC LIMIT 1) o ON true`;

const SUBSTITUTES = `(SELECT coalesce(jsonb_agg(jsonb_build_object('constituency', c.key, 'user', ${personOf('s.user_id')},
      'reason', s.reason, 'namedBy', ${personOf('s.named_by')}) ORDER BY s.named_at), '[]')
  FROM substitute s JOIN constituency c ON c.id = s.constituency_id WHERE s.proposal_id = p.id)`;

const OVERRULES = `(SELECT coalesce(jsonb_agg(jsonb_build_object('check', o.check_code, 'by', ${personOf('o.user_id')},
      'reason', o.reason, 'at', ${instant('o.at')}) ORDER BY o.at), '[]')
  FROM overrule o WHERE o.snapshot_id = p.snapshot_id)`;

/** The whole page of one proposal but its ballot and gate: $1 the reader, $2 its id or $3 its code. */
export const PROPOSAL_PAGE_SQL = `
  SELECT ${PROPOSAL_HEAD} AS head, p.charter_id AS "charterId", p.change_request_id AS "changeRequestId",
         p.strategy_version_id AS "strategyVersionId", p.exception_id AS "exceptionId", p.close_reason AS "closeReason",
         ps.revision, ps.number AS "snapshotNumber", ps.hash AS "snapshotHash", ps.body::jsonb AS snapshot,
         o.body::jsonb AS before,
         CASE WHEN o.proposal_id = p.id THEN jsonb_build_object(
           'votes', (SELECT count(DISTINCT v.user_id) FROM vote v WHERE v.snapshot_id = o.id),
           'reason', ps.reason, 'at', ${instant('ps.taken_at')}) END AS dismissed,
         ${SUBSTITUTES} AS substitutes, ${OVERRULES} AS overrules, d.record,
         (SELECT ${instant('u.credential_reset_at')} FROM app_user u WHERE u.id = $1::uuid) AS "credentialsChangedAt"
    FROM proposal p ${WEIGHED_OF_P} ${BEFORE}
   WHERE p.id = $2::uuid OR p.code = $3::text`;
