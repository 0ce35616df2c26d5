import { httpResource } from '@angular/common/http';
import { computed, inject, Injectable } from '@angular/core';
import type { Activate, Me, SignIn } from '@sightline/contracts';
import { may, type Permission } from '@sightline/rules';
import { Api } from '../api/api';
import { apiUrl } from '../api/api-url';
import { problemOf } from '../problems/problem-of';

/** Who is signed in, and what they may do. The server decides again on every call. */
@Injectable({ providedIn: 'root' })
export class Session {
  private readonly api = inject(Api);
  private readonly resource = httpResource<Me>(() => apiUrl('/me'));

  /** Null while unknown and when nobody is signed in. */
  readonly me = computed(() => (this.resource.hasValue() ? this.resource.value() : null));
  readonly state = computed<'unknown' | 'in' | 'out' | 'failed'>(() => {
    if (this.me()) return 'in';
    if (!this.resource.error()) return 'unknown';
    return problemOf(this.resource.error()).status === 401 ? 'out' : 'failed';
  });
  readonly error = this.resource.error;

  /**
   * Whether a permission reaches a record the person stands in this relation to; without a relation, whether there is
   * any such record. Follows the session.
   */
  may(permission: Permission, relation: { own?: boolean; linked?: boolean } | 'some' = 'some'): boolean {
    const me = this.me();
    return me !== null && may({ kind: me.user.kind, roles: me.roles }, permission, relation);
  }

  async signIn(credentials: SignIn): Promise<void> {
    await this.api.post('/auth/login', credentials);
    await this.meetAgain();
  }

  /** Chooses a password with a one-time link, which also opens a session. */
  async activate(request: Activate): Promise<void> {
    await this.api.post('/auth/activate', request);
    await this.meetAgain();
  }

  /** Enters the sample company as one of its people. */
  async enterAs(persona: string): Promise<void> {
    await this.api.post('/auth/demo', { persona });
    await this.meetAgain();
  }

  /** Leaves, and loads the page anew so that nothing of the person stays in memory. */
  async signOut(): Promise<void> {
    await this.api.post('/auth/logout');
    location.assign('/');
  }

  reload(): void {
    this.resource.reload();
  }

  private async meetAgain(): Promise<void> {
    this.resource.set(await this.api.get<Me>('/me'));
  }
}
