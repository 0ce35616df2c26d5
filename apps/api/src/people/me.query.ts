import type { Me, OrganisationSummary, Reference, Role } from '@sightline/contracts';
import { PERMISSION_NAMES, reachOf } from '@sightline/rules';
import type { DataSource, EntityManager } from 'typeorm';
import { Problems } from '../platform/problems/problem';

interface MeRow {
  user: Me['user'];
  roles: Role[];
  seats: Me['seats'];
  secretaryOf: Reference[];
  organisation: OrganisationSummary;
  awaiting: number;
}

/** Everything a page has to know about who is signed in, in one statement. */
export async function meOf(db: DataSource | EntityManager, userId: string): Promise<Me> {
  const [row] = await db.query<MeRow[]>(ME, [userId]);
  if (!row) throw Problems.notSignedIn();
  const person = { kind: row.user.kind, roles: row.roles };
  const permissions: Me['permissions'] = {};
  for (const permission of PERMISSION_NAMES) {
    const reach = reachOf(person, permission);
    if (reach) permissions[permission] = reach;
  }
  return { ...row, permissions };
}

/** A proposal waits for whoever sits in one of its seats, or stands in for one, has no conflict and has not voted. */
const ME = `
  SELECT jsonb_build_object('id', u.id, 'name', u.name, 'email', u.email, 'kind', u.kind, 'language', u.language) AS "user",
         u.roles,
         (SELECT coalesce(jsonb_agg(jsonb_build_object(
                   'board', jsonb_build_object('id', b.id, 'code', NULL, 'name', b.name),
                   'constituency', c.key, 'constituencyName', c.name, 'seatId', s.id) ORDER BY b.name), '[]')
            FROM occupied_seat s JOIN board b ON b.id = s.board_id JOIN constituency c ON c.id = s.constituency_id
           WHERE s.holder_id = u.id) AS seats,
         (SELECT coalesce(jsonb_agg(jsonb_build_object('id', b.id, 'code', NULL, 'name', b.name) ORDER BY b.name), '[]')
            FROM board b WHERE b.secretary_id = u.id) AS "secretaryOf",
         jsonb_build_object('name', o.name, 'currency', o.currency, 'timeZone', o.time_zone, 'language', o.language,
           'kind', o.kind,
           'strategyInForce', (SELECT v.number FROM strategy_version v WHERE v.status = 'in_force')) AS organisation,
         (SELECT count(*)::int FROM proposal p
           WHERE p.status = 'open'
             AND (EXISTS (SELECT 1 FROM proposal_seat ps JOIN occupied_seat s ON s.id = ps.seat_id
                           WHERE ps.proposal_id = p.id AND s.holder_id = u.id)
                  OR EXISTS (SELECT 1 FROM substitute t WHERE t.proposal_id = p.id AND t.user_id = u.id))
             AND NOT EXISTS (SELECT 1 FROM proposal_interest i WHERE i.proposal_id = p.id AND i.user_id = u.id)
             AND NOT EXISTS (SELECT 1 FROM vote v
                              WHERE v.proposal_id = p.id AND v.user_id = u.id AND v.snapshot_id = p.snapshot_id)) AS awaiting
    FROM app_user u CROSS JOIN organisation o WHERE u.id = $1`;
