import type { SignedInUser } from '@sightline/contracts';

export interface SessionRow {
  id: string;
  csrfToken: string;
  signedInAt: Date;
  credentialResetAt: Date | null;
  user: SignedInUser;
  open: boolean;
  now: Date;
}

/** A session that nobody used for this long is over. */
export const IDLE = "interval '30 minutes'";

/** Sessions with their person; `open` tells whether they still count. Takes a WHERE over `s`. */
export const OPEN_SESSION = `
  SELECT s.id, s.csrf_token AS "csrfToken", s.signed_in_at AS "signedInAt", u.credential_reset_at AS "credentialResetAt",
         jsonb_build_object('id', u.id, 'name', u.name, 'email', u.email, 'kind', u.kind, 'roles', u.roles,
           'businessUnitId', u.business_unit_id, 'partyId', u.party_id) AS "user",
         s.ended_at IS NULL AND s.expires_at > now() AND s.last_seen_at > now() - ${IDLE} AND u.status = 'active' AS open,
         clock_timestamp() AS now
    FROM session s JOIN app_user u ON u.id = s.user_id`;
