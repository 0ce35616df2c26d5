import { Injectable, signal } from '@angular/core';
import type { IconName } from '../icon/icons';

export interface Toast {
  readonly text: string;
  readonly icon?: IconName;
  /** "Undo" or "Open": what one can do about it. */
  readonly action?: { readonly label: string; readonly run: () => void };
}
const STAYS_MS = 8000;

/** One message at a time about what happened, for 8 seconds, longer while hovered or focused. Never for errors. */
@Injectable({ providedIn: 'root' })
export class Toasts {
  readonly current = signal<Toast | null>(null);
  private timer?: ReturnType<typeof setTimeout>;

  say(toast: Toast): void {
    this.current.set(toast);
    this.release();
  }

  dismiss(): void {
    clearTimeout(this.timer);
    this.current.set(null);
  }

  hold(): void {
    clearTimeout(this.timer);
  }

  release(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.current.set(null), STAYS_MS);
  }
}
