import { Injectable } from '@nestjs/common';
import { may } from '@sightline/rules';
import type { EntityManager } from 'typeorm';
import { Problems } from '../problems/problem';
import { requestContext, type RequestContext } from '../requests/request-context';
import { OPEN_SESSION, type SessionRow } from '../sessions/open-session.query';
import { prepared } from './prepared';
import type { Statement } from './together';

const SESSION = { name: 'open-session', text: `${OPEN_SESSION} WHERE s.id = $1` };
const CLOCK = { name: 'clock', text: 'SELECT clock_timestamp() AS now' };
const times = new WeakMap<EntityManager, Date>();

/** What every writing transaction reads first, in one statement: the clock, and the session as it is now. */
@Injectable()
export class TransactionFacts {
  /** The statement whose rows `take` wants. */
  statement(): Statement {
    const session = requestContext()?.session;
    return session ? { ...SESSION, values: [session.id] } : CLOCK;
  }

  /** Refuses (401, 403) when the session has ended or its roles no longer reach the route. */
  take(tx: EntityManager, [row]: Partial<SessionRow>[]): void {
    if (row?.now) times.set(tx, row.now);
    const context = requestContext();
    if (!context?.session) return;
    if (!row?.open) throw Problems.notSignedIn();
    bringUpToDate(context, row as SessionRow);
  }
}

/** The database's time of this transaction: what its audit events carry. */
export async function timeOf(tx: EntityManager): Promise<Date> {
  const known = times.get(tx);
  if (known) return known;
  const [row] = await prepared<{ now: Date }>(tx, CLOCK, []);
  const now = row?.now ?? new Date(Number.NaN);
  times.set(tx, now);
  return now;
}

/** Changes the user object the controller already holds, so that no service decides on roles of two seconds ago. */
function bringUpToDate({ session, permission }: RequestContext, row: SessionRow): void {
  if (!session) return;
  Object.assign(session.user, row.user);
  session.credentialResetAt = row.credentialResetAt;
  if (permission && !may(session.user, permission)) throw Problems.forbidden(permission);
}
