import { Injectable } from '@nestjs/common';
import { Notifications } from '../database/notifications';
import type { Session } from './session';

const LIFE_MS = 2_000;
const SIZE = 10_000;

interface Entry {
  session: Session;
  until: number;
}

/**
 * Sessions for at most two seconds, and only while this process hears the database say which ones changed: without
 * that, every request reads its session.
 */
@Injectable()
export class SessionCache {
  private entries = new Map<string, Entry>();
  /** Rises with every change, so that a read which began before one is not kept. */
  private generation = 0;

  constructor(private readonly notifications: Notifications) {
    notifications.on('session_changed', (id) => this.forget([id]));
    notifications.onSilence(() => this.clear());
  }

  get(key: string): Session | undefined {
    const entry = this.entries.get(key);
    return entry && entry.until > performance.now() ? entry.session : undefined;
  }

  async put(key: string, read: () => Promise<Session | null>): Promise<Session | null> {
    const generation = this.generation;
    const until = performance.now() + LIFE_MS;
    const session = await read();
    if (session && this.notifications.areHeard && generation === this.generation) {
      if (this.entries.size >= SIZE) this.entries.clear();
      this.entries.set(key, { session, until });
    }
    return session;
  }

  /** Forgets the sessions with these ids, and those of the users with these ids. */
  forget(ids: readonly string[]): void {
    this.generation++;
    for (const [key, { session }] of this.entries) {
      if (ids.includes(session.id) || ids.includes(session.user.id)) this.entries.delete(key);
    }
  }

  private clear(): void {
    this.generation++;
    this.entries.clear();
  }
}
