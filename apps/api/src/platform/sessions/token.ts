import { hash, randomBytes } from 'node:crypto';

/** 256 random bits: for sessions, anti-CSRF tokens and one-time links. */
export function newToken(): string {
  return randomBytes(32).toString('base64url');
}

/** What the database keeps of a token: whoever reads it there cannot use it. */
export function hashOf(token: string): Buffer {
  return hash('sha256', token, 'buffer');
}
