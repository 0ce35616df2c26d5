import { withClient } from '../../../../tools/postgres/roles.ts';
import type { Colleague } from './company';
import type { Installation } from './installation';

/** Hours go by for somebody who is signed in and stays so; every server hears of it, as of any change of a session. */
export async function hoursPass({ ownerUrl }: Installation, { email }: Colleague): Promise<void> {
  await withClient(ownerUrl, (client) =>
    client.query(
      `WITH old AS (UPDATE session s SET signed_in_at = s.signed_in_at - interval '5 hours'
                      FROM app_user u WHERE u.id = s.user_id AND u.email = $1 RETURNING s.user_id)
       SELECT pg_notify('session_changed', user_id::text) FROM old`,
      [email],
    ),
  );
}
