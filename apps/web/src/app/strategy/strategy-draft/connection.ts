import { inject, Injectable, type OnDestroy, signal } from '@angular/core';
import { DraftStore } from './draft-store';

/** Whether this device has a network; when it is back, what waits is sent at once. */
@Injectable()
export class Connection implements OnDestroy {
  private readonly store = inject(DraftStore);
  private readonly state = signal(navigator.onLine);

  readonly online = this.state.asReadonly();

  constructor() {
    addEventListener('online', this.note);
    addEventListener('offline', this.note);
  }

  ngOnDestroy(): void {
    removeEventListener('online', this.note);
    removeEventListener('offline', this.note);
  }

  private readonly note = (): void => {
    this.state.set(navigator.onLine);
    if (navigator.onLine) void this.store.flush();
  };
}
