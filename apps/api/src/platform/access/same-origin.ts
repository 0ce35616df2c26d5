import { timingSafeEqual } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import { type Config, isLoopback } from '../config/config';
import { Problems } from '../problems/problem';
import type { Session } from '../sessions/session';

type Installation = Pick<Config, 'publicUrl'>;

/**
 * What the browser says about where a request comes from; null when it says nothing (a program, not a browser). Only the
 * address people are told and this machine's own names are ours: a name of somebody else's that leads here (DNS
 * rebinding) makes `Origin` and `Host` agree, and is refused all the same.
 */
function isFromHere({ headers }: FastifyRequest, { publicUrl }: Installation): boolean | null {
  const { origin, host = '' } = headers;
  const ours = new URL(publicUrl);
  if (origin !== undefined) return origin === ours.origin || (isLocal(origin) && new URL(origin).host === host);
  const site = headers['sec-fetch-site'];
  if (site === undefined) return null;
  return site === 'same-origin' && (host === ours.host || isLocal(`http://${host}`));
}

function isLocal(address: string): boolean {
  return URL.canParse(address) && isLoopback(new URL(address).hostname.replace(/^\[|\]$/g, ''));
}

/** For sign-in and set-up, which have no session to steal: another site cannot trigger them in a browser. */
export function refuseForeignOrigin(request: FastifyRequest, installation: Installation): void {
  if (isFromHere(request, installation) === false) throw Problems.crossSite();
}

/** For every change under a session (T10): the token of this very session, and proof of the same origin. */
export function refuseWithoutCsrfToken(request: FastifyRequest, session: Session, installation: Installation): void {
  const given = request.headers['x-xsrf-token'];
  if (typeof given !== 'string' || !isSame(given, session.csrfToken)) throw Problems.crossSite();
  if (isFromHere(request, installation) !== true) throw Problems.crossSite();
}

function isSame(given: string, expected: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(expected)];
  return a.length === b.length && timingSafeEqual(a, b);
}
