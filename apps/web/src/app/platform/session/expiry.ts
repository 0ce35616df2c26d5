import { computed, Injectable, signal } from '@angular/core';

/** Why a sign-in is asked for: the session ended, or what somebody does binds the company and theirs is too old for that. */
export type SignInCause = 'ended' | 'old';

/** A session that no longer carries what somebody does: calls wait here until they have signed in again. */
@Injectable({ providedIn: 'root' })
export class Expiry {
  private waiting: PromiseWithResolvers<void> | null = null;
  private readonly state = signal<SignInCause | null>(null);

  /** Shows the sign-in over the page, which keeps what was typed. */
  readonly expired = computed(() => this.state() !== null);
  readonly cause = this.state.asReadonly();

  /** Resolves once the person is signed in again. Of two calls that wait, the one without any session says why. */
  renewed(cause: SignInCause): Promise<void> {
    this.waiting ??= Promise.withResolvers<void>();
    this.state.update((known) => (known === 'ended' ? known : cause));
    return this.waiting.promise;
  }

  renew(): void {
    this.state.set(null);
    this.waiting?.resolve();
    this.waiting = null;
  }
}
