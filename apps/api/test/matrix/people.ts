import { ROLES, type Role } from '@sightline/contracts';
import type { SessionCookies } from '../client';
import { givenSession, givenUser } from '../given';
import type { RunningApi } from '../start-api';

/** Somebody with one role who has nothing to do with any record. */
export interface Person {
  role: Role;
  userId: string;
  session: SessionCookies;
}

/** A person for each role; the external one belongs to a party that takes part in nothing. */
export async function givenStrangers({ owner }: RunningApi): Promise<Person[]> {
  const [party] = await owner.query<{ id: string }[]>(
    `INSERT INTO party (name, kind) VALUES ('A party of nobody', 'vendor') RETURNING id`,
  );
  const people: Person[] = [];
  for (const role of ROLES) {
    const partyId = role === 'external' ? (party?.id ?? null) : null;
    const userId = await givenUser(owner, { roles: [role], partyId });
    people.push({ role, userId, session: await givenSession(owner, userId) });
  }
  return people;
}

/** Sessions that are none, by what is wrong with them. Each belongs to somebody who would be allowed everything. */
export async function givenDeadSessions({ owner }: RunningApi): Promise<Map<string, SessionCookies | undefined>> {
  const roles = ROLES.filter((role) => role !== 'external');
  const like = async (set: string): Promise<SessionCookies> => {
    const userId = await givenUser(owner, { roles });
    const session = await givenSession(owner, userId);
    await owner.query(`UPDATE ${set} = $1`, [userId]);
    return session;
  };
  const made = { cookie: `sightline_session=${'x'.repeat(43)}; XSRF-TOKEN=x`, csrfToken: 'x' };
  return new Map([
    ['nobody', undefined],
    ['a session nobody has', made],
    ['somebody suspended', await like(`app_user SET status = 'suspended' WHERE id`)],
    ['a session that ran out', await like(`session SET expires_at = now() - interval '1 second' WHERE user_id`)],
    ['a session left alone', await like(`session SET last_seen_at = now() - interval '31 minutes' WHERE user_id`)],
    ['a session that was ended', await like(`session SET ended_at = now() WHERE user_id`)],
  ]);
}
