import { inject, Injectable, signal } from '@angular/core';
import { Router } from '@angular/router';
import type { Import, NewImport } from '@sightline/contracts';
import { Toasts } from '@sightline/ui';
import { Words } from '../platform/words/words';
import { ImportsApi } from './imports-api';

const TICK_MS = 1000;

export interface RunningImport {
  readonly what: 'checking' | 'applying';
  readonly fileName: string;
  readonly seconds: number;
}

/** The check or the import that runs now. It goes on when its page is left, and says so when it is done. */
@Injectable({ providedIn: 'root' })
export class ImportWork {
  private readonly api = inject(ImportsApi);
  private readonly router = inject(Router);
  private readonly words = inject(Words);
  private readonly toasts = inject(Toasts);

  readonly running = signal<RunningImport | null>(null);

  check(file: NewImport): Promise<Import> {
    return this.run('checking', file.fileName, () => this.api.check(file));
  }

  apply({ id, fileName }: Pick<Import, 'id' | 'fileName'>): Promise<Import> {
    return this.run('applying', fileName, () => this.api.apply(id));
  }

  private async run(what: RunningImport['what'], fileName: string, work: () => Promise<Import>): Promise<Import> {
    const from = this.router.url;
    this.running.set({ what, fileName, seconds: 0 });
    const tick = () => this.running.update((now) => now && { ...now, seconds: now.seconds + 1 });
    const timer = setInterval(tick, TICK_MS);
    try {
      const done = await work();
      if (this.router.url !== from) this.tell(what, done);
      return done;
    } finally {
      clearInterval(timer);
      this.running.set(null);
    }
  }

  private tell(what: RunningImport['what'], { id, fileName }: Import): void {
    this.toasts.say({
      text: this.words.say(what === 'checking' ? 'imports.work.done' : 'imports.work.applied', { name: fileName }),
      icon: 'file-check-2',
      action: { label: this.words.say('ui.open'), run: () => void this.router.navigate(['/imports', id]) },
    });
  }
}
