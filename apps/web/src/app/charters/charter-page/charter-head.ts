import { Component, computed, inject, input, output, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import type { Charter } from '@sightline/contracts';
import {
  Chip,
  DayPipe,
  DecisionBox,
  Icon,
  MenuButton,
  MomentPipe,
  MoneyPipe,
  Person,
  RecordHeader,
  type MenuEntry,
} from '@sightline/ui';
import { isStale } from '../../platform/problems/problem-of';
import { ProblemWords } from '../../platform/problems/problem-words';
import { Session } from '../../platform/session/session';
import { Words } from '../../platform/words/words';
import { charterPhase } from '../charter-phase';
import { ChartersApi } from '../charters-api';

/** Who answers for it, what it costs, when it runs; and what one can do with it beside its next decision. */
@Component({
  selector: 'app-charter-head',
  imports: [
    Chip,
    DayPipe,
    DecisionBox,
    Icon,
    MenuButton,
    MomentPipe,
    MoneyPipe,
    Person,
    RecordHeader,
    RouterLink,
    TranslocoPipe,
  ],
  templateUrl: './charter-head.html',
})
export class CharterHead {
  private readonly api = inject(ChartersApi);
  private readonly problems = inject(ProblemWords);
  private readonly router = inject(Router);
  private readonly session = inject(Session);
  private readonly words = inject(Words);

  readonly charter = input.required<Charter>();
  readonly mayEdit = input(false);
  readonly own = input(false);
  readonly stepped = output<Charter>();
  readonly stale = output<void>();

  protected readonly crumbs = computed(() => [{ label: this.words.say('shell.charters'), link: '/charters' }]);
  protected readonly phase = computed(() => charterPhase(this.charter()));
  protected readonly notApproved = computed(() => this.charter().origin === 'running' && !this.charter().approved);
  /** A change request says so: what was approved is not simply edited. */
  protected readonly editLabel = computed(() =>
    this.phase() === 'approved' ? 'charters.requestChange' : 'charters.edit',
  );
  protected readonly entries = computed<MenuEntry[]>(() => [
    { key: 'revisions', label: this.words.say('charters.compare'), icon: 'history' },
    ...(this.mayWithdraw() ? [{ key: 'withdraw', label: this.words.say('charters.withdraw.menu'), danger: true }] : []),
  ]);
  protected readonly withdrawing = signal(false);
  protected readonly refusal = signal<string | null>(null);
  /** What runs already cannot be withdrawn, only its proposal. */
  private readonly mayWithdraw = computed(() => {
    const phase = this.phase();
    const open = phase === 'submitted' || (phase === 'draft' && this.charter().origin !== 'running');
    return open && this.session.may('charter.withdraw', { own: this.own() });
  });

  protected choose(key: string): void {
    if (key === 'withdraw') this.withdrawing.set(true);
    else void this.router.navigate(['/charters', this.charter().code, 'revisions']);
  }

  protected async withdraw(): Promise<void> {
    try {
      this.stepped.emit(await this.api.step(this.charter(), 'withdraw'));
      this.withdrawing.set(false);
    } catch (error) {
      this.refusal.set(this.problems.say(error));
      if (isStale(error)) this.stale.emit();
    }
  }
}
