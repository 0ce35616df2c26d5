import { Injectable, signal } from '@angular/core';

/** A session that ended while somebody worked: calls wait here until they have signed in again. */
@Injectable({ providedIn: 'root' })
export class Expiry {
  private waiting: PromiseWithResolvers<void> | null = null;
  private readonly state = signal(false);

  /** Shows the sign-in over the page, which keeps what was typed. */
  readonly expired = this.state.asReadonly();

  /** Resolves once the person is signed in again. */
  renewed(): Promise<void> {
    this.waiting ??= Promise.withResolvers<void>();
    this.state.set(true);
    return this.waiting.promise;
  }

  renew(): void {
    this.state.set(false);
    this.waiting?.resolve();
    this.waiting = null;
  }
}
