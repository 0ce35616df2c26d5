/**
 * Things as they were at a moment, told by the audit trail alone: what the first later change says stood before it, or
 * what stands today when nothing changed since. Parameters are SQL expressions of ours.
 */

/** A person at a moment: `internal`, and `able` when active and in a role that votes. */
export const personAt = (id: string, moment: string): string => `(
  SELECT who.id, who.kind = 'internal' AS internal, coalesce(later.was ->> 'status', who.status) = 'active' AS active,
         coalesce(later.was ->> 'status', who.status) = 'active'
           AND coalesce(ARRAY(SELECT jsonb_array_elements_text(later.was -> 'roles')), '{}')
               || CASE WHEN later.was IS NULL THEN who.roles ELSE '{}' END
               && ARRAY['board_member', 'cio_office', 'champion', 'project_lead', 'steward', 'service_owner'] AS able
    FROM app_user who
    LEFT JOIN LATERAL (SELECT change.body::jsonb -> 'before' AS was FROM audit_event change
                        WHERE change.record_id = who.id AND change.record_type = 'user' AND change.at > ${moment}
                          AND change.body::jsonb -> 'before' ? 'status' ORDER BY change.at, change.id LIMIT 1) later ON true
   WHERE who.id = ${id})`;

/** Who sat in a seat at a moment; null when nobody did. */
export const holderAt = (seat: string, moment: string): string => `(
  SELECT CASE WHEN later.seats IS NULL THEN place.holder_id
              ELSE (SELECT (x ->> 'holderId')::uuid FROM jsonb_array_elements(later.seats) x WHERE x ->> 'id' = place.id::text) END
    FROM seat place
    LEFT JOIN LATERAL (SELECT change.body::jsonb #> '{before,seats}' AS seats FROM audit_event change
                        WHERE change.record_id = place.board_id AND change.action = 'board.seats-changed' AND change.at > ${moment}
                        ORDER BY change.at, change.id LIMIT 1) later ON true
   WHERE place.id = ${seat})`;
