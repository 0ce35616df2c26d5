import { EXCEPTION_REMINDERS } from '@sightline/contracts';
import { AGENDA_ON, REAFFIRMATION } from '../charters/reaffirmation.query';
import { wordedOf } from '../platform/records/json-sql';
import { TODAY } from '../platform/database/today';

/** KPIs of the owner $1 whose next measurement is due by the end of today, longest overdue first. */
export const MEASUREMENTS_DUE = `
  SELECT k.id, d.due::text AS "dueOn"
    FROM kpi k
    LEFT JOIN kpi_revision r ON r.id = k.current_revision_id
    LEFT JOIN LATERAL (SELECT max(m.measured_on) AS day FROM measurement m WHERE m.kpi_id = k.id) last ON true
   CROSS JOIN LATERAL (SELECT (coalesce(last.day, r.baseline_date) + CASE k.cadence
           WHEN 'weekly' THEN interval '7 days' WHEN 'monthly' THEN interval '1 month'
           WHEN 'quarterly' THEN interval '3 months' END)::date AS due) d
   WHERE k.owner_id = $1 AND k.archived_at IS NULL
     AND d.due <= ${TODAY}
   ORDER BY d.due, k.id LIMIT 50`;

/** Requirements that charters led by $1 still have to answer before they can be submitted. */
export const REQUIREMENTS_OWED = `
  SELECT jsonb_build_object('id', c.id, 'code', c.code, 'name', c.title) AS charter, q.number, q.constituency, q.text
    FROM requirement q JOIN charter c ON c.id = q.charter_id
   WHERE q.answer IS NULL AND c.status = 'draft' AND $1::uuid IN (c.lead_id, c.it_lead_id)
   ORDER BY q.created_at, q.id LIMIT 50`;

/** How the board stands: days from submission to decision over the last year, and what is open. */
export const STANDING = `
  SELECT (SELECT percentile_cont(0.5) WITHIN GROUP (ORDER BY extract(epoch FROM d.decided_at - p.submitted_at) / 86400)
            FROM decision d JOIN proposal p ON p.id = d.proposal_id
           WHERE d.decided_at > now() - interval '1 year') AS "medianDaysToDecide",
         count(*)::int AS "openProposals",
         (count(*) FILTER (WHERE p.due_at < now()))::int AS "openPastDue"
    FROM proposal p WHERE p.status = 'open'`;

/** Exceptions that end within 30 days, of charters that $1 leads, sponsors or answers for in IT; soonest first. */
export const EXCEPTIONS_ENDING = `
  SELECT jsonb_build_object('id', x.id, 'code', x.code, 'name', x.code) AS exception,
         ${wordedOf('principle', 'x.principle_id')} AS principle,
         jsonb_build_object('id', c.id, 'code', c.code, 'name', c.title) AS charter,
         h.holds_until::text AS "endsOn", ${TODAY}::text AS today,
         EXISTS (SELECT 1 FROM principle_exception n WHERE n.renews_id = x.id AND n.status IN ('draft', 'proposed')) AS renewed
    FROM exception_standing h JOIN principle_exception x ON x.id = h.id JOIN charter c ON c.id = x.charter_id
   WHERE $1::uuid IN (c.lead_id, c.it_lead_id, c.business_sponsor_id)
     AND h.holds_until BETWEEN ${TODAY} AND ${TODAY} + ${Math.max(...EXCEPTION_REMINDERS)}
   ORDER BY h.holds_until, x.id LIMIT 50`;

/**
 * What awaits re-affirmation, of charters that $1 leads, sponsors or answers for in IT; and for the secretary of a board
 * everything that waited so long that it belongs on the agenda.
 */
export const REAFFIRMATIONS_AWAITED = `
  SELECT ${REAFFIRMATION} AS entry
    FROM reaffirmation f JOIN standing_charter s ON s.id = f.charter_id
   WHERE f.settled_at IS NULL AND ($1::uuid IN (s.lead_id, s.it_lead_id, s.business_sponsor_id)
      OR (${AGENDA_ON} <= ${TODAY} AND EXISTS (SELECT 1 FROM board b WHERE b.secretary_id = $1::uuid)))
   ORDER BY f.raised_at, f.id LIMIT 50`;
