import { effect, inject, Injectable, type OnDestroy, signal } from '@angular/core';
import type { PersonReference, Presence, Section } from '@sightline/contracts';
import { StrategyApi } from '../strategy-api';
import { DraftStore } from './draft-store';

/** Well within the 20 seconds after which a person is no longer shown. */
const SIGN_OF_LIFE_MS = 8_000;

/** Tells the others where one writes, and knows where they do. Silent while nobody looks at the page. */
@Injectable()
export class DraftPresence implements OnDestroy {
  private readonly api = inject(StrategyApi);
  private readonly store = inject(DraftStore);
  private readonly others = signal<Presence['items']>([]);
  private here: Section | null = null;
  private timer?: ReturnType<typeof setInterval> | undefined;
  private signing = false;

  constructor() {
    effect(() => {
      const isOpen = this.store.version()?.status === 'draft' && !this.store.frozen();
      if (isOpen && this.timer === undefined) this.start();
      else if (!isOpen) this.stop();
    });
    document.addEventListener('visibilitychange', this.seen);
  }

  ngOnDestroy(): void {
    document.removeEventListener('visibilitychange', this.seen);
    this.leave();
    this.stop();
  }

  /** Who else writes in a section now. */
  in(section: Section): PersonReference[] {
    return this.others()
      .filter((each) => each.section === section)
      .map(({ person }) => person);
  }

  /** The writer's cursor is in this section now. */
  enter(section: Section): void {
    if (this.here === section) return;
    this.here = section;
    void this.sign();
  }

  private start(): void {
    this.timer = setInterval(() => void this.sign(), SIGN_OF_LIFE_MS);
    void this.sign();
  }

  private stop(): void {
    clearInterval(this.timer);
    this.timer = undefined;
  }

  private readonly seen = (): void => {
    if (document.hidden) this.leave();
    else void this.sign();
  };

  private leave(): void {
    const version = this.store.version();
    if (version && this.here) void this.api.signOfLife(version.number, null).catch(() => undefined);
  }

  /** One at a time; a sign that does not arrive is made up for by the next. */
  private async sign(): Promise<void> {
    const version = this.store.version();
    if (!version || this.signing || document.hidden || this.timer === undefined) return;
    this.signing = true;
    try {
      const answer = await this.api.signOfLife(version.number, this.here);
      this.others.set(answer.items);
      if (answer.version > version.version) await this.store.refresh();
    } catch {
      this.others.set([]);
    } finally {
      this.signing = false;
    }
  }
}
