import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Config } from '../config/config';
import type { OpenedSession } from './sessions';

/** Readable by the page, which repeats it in `X-XSRF-TOKEN` (Angular's own convention). */
const CSRF_COOKIE = 'XSRF-TOKEN';
const TOKEN = /^[\w-]{43}$/;

type Installation = Pick<Config, 'secure'>;

function sessionCookie({ secure }: Installation): string {
  return secure ? '__Host-sightline_session' : 'sightline_session';
}

/** The session token of a request; null without one or with something that cannot be one. */
export function tokenOf(request: FastifyRequest, installation: Installation): string | null {
  const token = cookieOf(request.headers.cookie, sessionCookie(installation));
  return token && TOKEN.test(token) ? token : null;
}

export function sendSession(reply: FastifyReply, opened: OpenedSession, { secure }: Installation): void {
  const always = `Path=/; SameSite=Lax${secure ? '; Secure' : ''}`;
  setCookies(reply, [
    `${sessionCookie({ secure })}=${opened.token}; ${always}; HttpOnly`,
    `${CSRF_COOKIE}=${opened.csrfToken}; ${always}`,
  ]);
}

export function takeSession(reply: FastifyReply, { secure }: Installation): void {
  const always = `Path=/; SameSite=Lax; Max-Age=0${secure ? '; Secure' : ''}`;
  setCookies(reply, [`${sessionCookie({ secure })}=; ${always}; HttpOnly`, `${CSRF_COOKIE}=; ${always}`]);
}

function setCookies(reply: FastifyReply, cookies: string[]): void {
  reply.header('Set-Cookie', cookies);
}

function cookieOf(header: string | undefined, name: string): string | undefined {
  for (const pair of header?.split(';') ?? []) {
    const at = pair.indexOf('=');
    if (at > 0 && pair.slice(0, at).trim() === name) return pair.slice(at + 1).trim();
  }
  return undefined;
}
