import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { afterCommit } from '../database/after-commit';
import { OPEN_SESSION, type SessionRow } from './open-session.query';
import type { Session } from './session';
import { SessionCache } from './session-cache';
import { hashOf, newToken } from './token';

/** A session that has just been opened; the token is in nobody's hands but the browser's. */
export interface OpenedSession {
  token: string;
  csrfToken: string;
}

/** Sessions in PostgreSQL (T9): idle 30 minutes, 12 hours at most, known by the hash of their token. */
@Injectable()
export class Sessions {
  constructor(
    private readonly db: DataSource,
    private readonly cache: SessionCache,
  ) {}

  /** The open session behind a token, at most two seconds old; null when there is none. */
  async find(token: string): Promise<Session | null> {
    const hash = hashOf(token);
    const key = hash.toString('base64url');
    const session = this.cache.get(key) ?? (await this.cache.put(key, () => this.read(hash)));
    // A copy, because the unit of work brings the user of one request up to date.
    return session && { ...session, user: { ...session.user, roles: [...session.user.roles] } };
  }

  /** Opens a new session. There is no way to choose its token, so none can be planted. */
  async open(tx: EntityManager, userId: string, from: { address: string; agent?: string }): Promise<OpenedSession> {
    const opened = { token: newToken(), csrfToken: newToken() };
    await tx.query(
      `INSERT INTO session (token_hash, csrf_token, user_id, expires_at, address, agent)
       VALUES ($1, $2, $3, now() + interval '12 hours', $4, $5)`,
      [hashOf(opened.token), opened.csrfToken, userId, from.address, from.agent?.slice(0, 300) ?? null],
    );
    return opened;
  }

  /** Ends one session, here and on every other replica. */
  async end(tx: EntityManager, sessionId: string): Promise<void> {
    await tx.query('UPDATE session SET ended_at = now() WHERE id = $1 AND ended_at IS NULL', [sessionId]);
    await this.changed(tx, [sessionId]);
  }

  /** Ends the session a browser still had when somebody signs in with it. */
  async endByToken(tx: EntityManager, token: string): Promise<void> {
    const [ended] = await tx.query<[{ id: string }[], number]>(
      'UPDATE session SET ended_at = now() WHERE token_hash = $1 AND ended_at IS NULL RETURNING id',
      [hashOf(token)],
    );
    await this.changed(
      tx,
      ended.map(({ id }) => id),
    );
  }

  /** Ends every session of a person: suspended, erased, or with a sign-in that was reset. Answers how many there were. */
  async endAllOf(tx: EntityManager, userId: string): Promise<number> {
    const [, ended] = await tx.query<[unknown[], number]>(
      'UPDATE session SET ended_at = now() WHERE user_id = $1 AND ended_at IS NULL',
      [userId],
    );
    await this.changed(tx, [userId]);
    return ended;
  }

  /** Call it when roles, unit or name of people changed: reads see it at once, on every replica. */
  async changed(tx: EntityManager, ids: readonly string[]): Promise<void> {
    if (ids.length === 0) return;
    await tx.query(`SELECT pg_notify('session_changed', id) FROM unnest($1::text[]) id`, [ids]);
    afterCommit(tx, () => this.cache.forget(ids));
  }

  /** One statement; the time of last use is written at most once a minute. */
  private async read(hash: Buffer): Promise<Session | null> {
    const [row] = await this.db.query<SessionRow[]>(
      `WITH used AS (UPDATE session SET last_seen_at = now()
                      WHERE token_hash = $1 AND ended_at IS NULL AND expires_at > now()
                        AND last_seen_at BETWEEN now() - interval '30 minutes' AND now() - interval '1 minute')
       ${OPEN_SESSION} WHERE s.token_hash = $1`,
      [hash],
    );
    if (!row?.open) return null;
    const { id, csrfToken, signedInAt, credentialResetAt, user } = row;
    return { id, csrfToken, signedInAt, credentialResetAt, user };
  }
}
