import { Component, computed, inject, type OnDestroy, signal } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { AuditVerification } from '@sightline/contracts';
import { Failure, formatFigure, formatMoment, Mark } from '@sightline/ui';
import { ProblemWords } from '../../platform/problems/problem-words';
import { Session } from '../../platform/session/session';
import { Words } from '../../platform/words/words';
import { AuditApi } from '../audit-api';
import { CheckpointNote } from './checkpoint-note';

const TICK_MS = 1000;
const SECOND = 1000;

/** Has the whole chain computed again and says what came of it, and how long it took. */
@Component({
  selector: 'app-chain-check',
  imports: [CheckpointNote, Failure, Mark, TranslocoPipe],
  templateUrl: './chain-check.html',
  styleUrl: './chain-check.css',
})
export class ChainCheck implements OnDestroy {
  private readonly api = inject(AuditApi);
  private readonly words = inject(Words);
  private readonly session = inject(Session);
  protected readonly problems = inject(ProblemWords);

  /** Seconds so far; null while nothing runs. */
  protected readonly running = signal<number | null>(null);
  protected readonly result = signal<(AuditVerification & { took: number }) | null>(null);
  protected readonly error = signal<unknown>(null);
  private timer?: ReturnType<typeof setInterval>;

  protected readonly intactText = computed(() => {
    const result = this.result();
    if (!result) return '';
    const { events, sealed, took, checkedAt } = result;
    const locale = this.words.locale();
    const seconds = Math.max(1, Math.round(took / SECOND));
    return this.words.say('audit.verify.intactText', {
      events,
      sealed: formatFigure(sealed, locale),
      seconds,
      at: this.moment(checkedAt),
    });
  });
  protected readonly signed = computed(() => {
    const { checked = 0, last = null } = this.result()?.checkpoints ?? {};
    if (!last) return this.words.say('audit.verify.noCheckpoints');
    return this.words.say('audit.verify.checkpoints', { n: checked, last: last.sequence });
  });
  protected readonly head = computed(() => {
    const head = this.result()?.head;
    if (!head) return null;
    return {
      hash: head.hash,
      text: this.words.say('audit.verify.headAt', { n: head.sequence, at: this.moment(head.at) }),
    };
  });

  ngOnDestroy(): void {
    clearInterval(this.timer);
  }

  async verify(): Promise<void> {
    if (this.running() !== null) return;
    const began = performance.now();
    this.error.set(null);
    this.result.set(null);
    this.running.set(0);
    this.timer = setInterval(() => this.running.update((seconds) => (seconds ?? 0) + 1), TICK_MS);
    try {
      const verification = await this.api.verify();
      this.result.set({ ...verification, took: performance.now() - began });
    } catch (error) {
      this.error.set(error);
    } finally {
      clearInterval(this.timer);
      this.running.set(null);
    }
  }

  private moment(at: string): string {
    return formatMoment(at, this.words.locale(), this.session.me()?.organisation.timeZone ?? 'UTC');
  }
}
